"""Score the statements step on hand-made readings: python -m evaluation.statements.expected

A reading is one line of the JSON contract. The step gets the article, the actors and the timexes
of the expected reading, so that only its own errors count. A statement is found when its content
overlaps an expected one by half (Jaccard), one to one; fields are compared on found statements.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from evaluation.lines import read_lines
from evaluation.sets import need
from evaluation.statements.scores import Attribution, Tally, link
from onrecord.models import Reader, load_models
from onrecord.records import Reading, Statement
from onrecord.statements import find_statements
from onrecord.text import outline_text

DEFAULT_READINGS = Path(__file__).parents[2] / "examples" / "strait" / "expected.jsonl"
FIELDS = ("kind", "speaker", "addressee", "relayed_by", "within", "answers", "act", "condition")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readings", nargs="?", type=Path, default=DEFAULT_READINGS)
    parser.add_argument("--show", choices=("missed", "extra", *FIELDS))
    parser.add_argument("--rules", action="store_true", help="without the trained reader")
    options = parser.parse_args(arguments)
    reader = None if options.rules else load_models().reader
    tally = Tally()
    for reading in read_lines(need(options.readings), Reading):
        for shown in score_reading(tally, reading, reader, options.show):
            print(shown)
    report(tally)


def score_reading(
    tally: Tally, reading: Reading, reader: Reader | None, show: str | None
) -> list[str]:
    """Add the counts of one reading; return what is asked for with `show`, a line each."""
    article = reading.article
    if article is None:
        return []
    text = article.text
    gold = list(reading.statements)
    outline = outline_text(text)
    read = None if reader is None else reader.read(text, outline)
    found = [
        statement
        for statement in find_statements(
            article,
            outline,
            actors=reading.actors,
            timexes=reading.timexes,
            attributions=None if read is None else read.attributions,
            pronouns=None if read is None else read.pronouns,
        )
        if statement.stance == "said"
    ]
    links = link([as_attribution(each) for each in gold], [as_attribution(each) for each in found])
    tally.add("statements", len(links), len(found), len(gold))
    for certainty in ("clear", "likely", "unsure"):
        numbers = [j for j, each in enumerate(found) if each.certainty == certainty]
        right = [j for j in numbers if j in links and same_speaker(gold[links[j][0]], found[j])]
        tally.add(f"precision {certainty}", len(right), len(numbers), len(numbers))
    names = {actor.id: actor.name for actor in reading.actors}
    twins = {found[j].id: gold[i].id for j, (i, _) in links.items()}
    lines: list[str] = []
    for j, (i, _) in links.items():
        for field in FIELDS:
            expected, got = value(gold[i], field, {}), value(found[j], field, twins)
            tally.add(f"same {field}", int(expected == got), 1, 1)
            if expected is not None and expected != ():
                tally.add(f"given {field}", int(expected == got), 1, 1)
            if field == show and expected != got:
                difference = f"{name(expected, names)} != {name(got, names)}"
                lines.append(f"{difference}: {words(text, found[j])}")
    if show == "missed":
        matched = {i for i, _ in links.values()}
        lines += [words(text, each) for i, each in enumerate(gold) if i not in matched]
    if show == "extra":
        lines += [words(text, each) for j, each in enumerate(found) if j not in links]
    return lines


def as_attribution(statement: Statement) -> Attribution:
    return Attribution((), (), tuple(statement.content), statement.kind)


def same_speaker(gold: Statement, found: Statement) -> bool:
    return gold.speaker == found.speaker


def value(statement: Statement, field: str, twins: dict[str, str]) -> object:
    """Return a field so that it can be compared; ids of statements by what they are matched to."""
    got = getattr(statement, field)
    if field in {"within", "answers"} and twins:
        return twins.get(got, got)
    return got is not None if field == "condition" else got


def name(expected: object, names: dict[str, str]) -> object:
    if isinstance(expected, tuple):
        return tuple(names.get(each, each) for each in expected)
    return names.get(expected, expected) if isinstance(expected, str) else expected


def words(text: str, statement: Statement) -> str:
    pieces = " … ".join(text[start:end] for start, end in statement.content)
    cue = "" if statement.cue is None else text[statement.cue.start : statement.cue.end]
    source = "" if statement.source is None else text[statement.source.start : statement.source.end]
    return f"[{source} | {cue}] {statement.kind}/{statement.act}: {pieces}".replace("\n", "¶")


def report(tally: Tally) -> None:
    for label in dict.fromkeys(label for label, _ in tally.counts):
        rate = tally.rate(label)
        if label == "statements":
            print(f"{label:24} {rate}")
        else:
            print(f"{label:24} {rate.recall:6.1%}  ({rate.right} of {rate.gold})")


if __name__ == "__main__":
    main()
