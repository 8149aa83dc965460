"""Score the reader's acts on our own held-out passages, which no training has seen.

    python -m evaluation.acts.own [--errors] [--rows | --rules | --second-reading]

Found and typed: a trigger that overlaps a marked one, each counted once, with its type. Roles are
right where every marked span is touched by a found one, and every found one touches a marked one.
With `--rows` the whole step is scored, given who takes part but no statements, with `--rules` the
table of triggers alone. "Shown as happened": rows that are taken for plain facts, and the passage
does not tell them as such.

With `--second-reading` two readings of the same passages are compared by the same measures, and the
reader's scores on these passages stand below: by each of the two, and by the marks as settled.
"""

import argparse
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from training.acts.marked import ActPassage, MarkedAct, read_acts

from evaluation.acts.readings import HELD_OUT, as_mentions, read_readings
from evaluation.readings import pair_readings
from evaluation.statements.scores import Tally, shares
from onrecord.acts import find_acts
from onrecord.acts.grammar.words import SUBJECT_PRONOUNS
from onrecord.models import load_models
from onrecord.models.reader import Reader
from onrecord.records import Act, ActMention, Actor, Article, Span
from onrecord.spans import contains
from onrecord.text import outline_text

Pairs = Iterable[tuple[ActPassage, Sequence[ActMention]]]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    parser.add_argument("--rows", action="store_true", help="the acts step, reader and rules")
    parser.add_argument("--rules", action="store_true", help="the acts step without the reader")
    parser.add_argument("--second-reading", action="store_true", help="how far two readings agree")
    options = parser.parse_args(arguments)
    reader = load_models().reader
    if options.second_reading:
        for title, pairs in compare_readings(reader):
            print(f"\n-- {title}")
            score(pairs, errors=options.errors)
        return
    read = read_held_out(reader, rows=options.rows, rules=options.rules)
    score(read, errors=options.errors)


def read_held_out(reader: Reader, *, rows: bool, rules: bool) -> Pairs:
    for passage in read_acts(HELD_OUT, fills=1, held_out=True):
        found = () if rules else find_mentions(reader, passage)
        if rules or rows:
            found = list(read_rows(passage, None if rules else found))
        yield passage, found


def find_mentions(reader: Reader, passage: ActPassage) -> Sequence[ActMention]:
    return reader.read(passage.text, outline_text(passage.text)).acts


def compare_readings(reader: Reader) -> Iterator[tuple[str, Pairs]]:
    """Return what is compared, with its pairs."""
    readings = list(read_readings())
    theirs = [list(as_mentions(each.second, each.first)) for each in readings]
    found = [list(find_mentions(reader, each.settled)) for each in readings]
    return pair_readings(readings, theirs=theirs, found=found, marks="marks")


def score(pairs: Pairs, *, errors: bool) -> None:
    tally, types = Tally(), Counter[tuple[str, str]]()
    for passage, found in pairs:
        for line in count_passage(tally, types, passage, found):
            if errors:
                print(line)
    report(tally, types)


def count_passage(
    tally: Tally,
    types: Counter[tuple[str, str]],
    passage: ActPassage,
    found: Sequence[ActMention],
) -> Iterator[str]:
    """Add the counts of one passage; yield its errors as lines."""
    pairs = list(match(tuple(passage.acts.values()), found))
    typed = [(gold, act) for gold, act in pairs if gold.type == act.type]
    whole = [(gold, act) for gold, act in typed if has_roles(gold, act)]
    for name, kept in (
        ("trigger found", pairs),
        ("trigger found and typed", typed),
        ("with actors and recipients right", whole),
    ):
        tally.add(name, len(kept), len(found), len(passage.acts))
    for gold, act in pairs:
        types[gold.type, act.type] += 1
        same = {
            "type": gold.type == act.type,
            "modality": gold.modality == act.modality,
            "polarity": (gold.polarity == "negative") == act.negative,
            "background": gold.background == act.background,
            "denied": gold.denied == act.denied,
            "actors": touch(gold.spans.get("A", []), act.actors),
            "recipients": touch(gold.spans.get("R", []), act.recipients),
            "condition": touch(gold.spans.get("IF", []), [act.condition] if act.condition else []),
        }
        for name, right in same.items():
            tally.add(f"{name} right", right, 1, 1)
            if not right and name in {"type", "modality", "actors", "recipients"}:
                yield (
                    f"{name}: {gold.type} {gold.modality}, read {act.type} {act.modality}: "
                    f"{around(passage.text, act.trigger)}"
                )
        if is_fact(act.modality, negative=act.negative, aside=act.background or act.denied):
            aside = gold.background or gold.denied
            fact = is_fact(gold.modality, negative=gold.polarity == "negative", aside=aside)
            tally.add("shown as happened, and is not", not fact, 1, 1)
    for gold in passage.acts.values():
        if not any(each is gold for each, _ in pairs):
            yield f"missed: {gold.type} {gold.modality}: {around(passage.text, gold.spans['T'][0])}"
    for act in found:
        if not any(each is act for _, each in pairs):
            yield f"extra: {act.type} {act.modality}: {around(passage.text, act.trigger)}"


def around(text: str, trigger: tuple[int, int]) -> str:
    """Return the words about a trigger, which stands in brackets."""
    start, end = trigger
    before, after = text[max(0, start - 150) : start], text[end : end + 150]
    return f"{before}[{text[start:end]}]{after}".replace("\n", " ")


def read_rows(passage: ActPassage, mentions: Sequence[ActMention] | None) -> Iterator[ActMention]:
    """Yield what the acts step makes of a passage, who takes part given, as mentions.

    Everybody is known by the passage's own spans of actors and recipients.
    """
    text = passage.text
    spans = {
        Span(*span)
        for act in passage.acts.values()
        for label in ("A", "R")
        for span in act.spans.get(label, [])
    }
    outer = {a for a in spans if not any(a != b and contains(b, a) for b in spans)}
    actors = [
        Actor(id=str(span.start), name=text[slice(*span)], kind="state", mentions=(span,))
        for span in sorted(outer)
        if text[slice(*span)].lower() not in SUBJECT_PRONOUNS
    ]
    places = {actor.id: actor.mentions[0] for actor in actors}
    article = Article(id="own", text=text, body=Span(0, len(text)))
    for act in find_acts(
        article, outline_text(text), actors=actors, statements=(), timexes=(), mentions=mentions
    ):
        yield replace(
            row_as_mention(act),
            actors=tuple(places[actor] for actor in act.actors),
            recipients=tuple(places[actor] for actor in act.recipients),
        )


def row_as_mention(act: Act) -> ActMention:
    """Return a row as if a reader had found it, without its roles: a row names who, not where."""
    return ActMention(
        trigger=act.trigger,
        type=act.type,
        condition=act.condition,
        modality=act.modality,
        negative=act.polarity == "negative",
        background=act.background,
        denied=bool(act.denied_by),
    )


def is_fact(modality: str, *, negative: bool, aside: bool) -> bool:
    return modality in {"happened", "ongoing"} and not negative and not aside


def match(
    gold: Sequence[MarkedAct], found: Sequence[ActMention]
) -> Iterator[tuple[MarkedAct, ActMention]]:
    """Yield the pairs whose triggers overlap, one to one."""
    left = list(gold)
    for act in found:
        same = [each for each in left if shares(tuple(each.spans["T"]), (act.trigger,))]
        if same:
            best = next((each for each in same if each.type == act.type), same[0])
            left = [each for each in left if each is not best]
            yield best, act


def has_roles(gold: MarkedAct, act: ActMention) -> bool:
    return touch(gold.spans.get("A", []), act.actors) and touch(
        gold.spans.get("R", []), act.recipients
    )


def touch(gold: Sequence[tuple[int, int]], found: Sequence[tuple[int, int]]) -> bool:
    """Return whether every span of each touches one of the other."""
    return all(shares((span,), tuple(found)) for span in gold) and all(
        shares((span,), tuple(gold)) for span in found
    )


def report(tally: Tally, types: Counter[tuple[str, str]], *, without: Collection[str] = ()) -> None:
    for name in dict.fromkeys(name for name, _ in tally.counts if name not in without):
        rate = tally.rate(name)
        if (name.endswith("right") and not name.startswith("with")) or name.startswith("shown"):
            print(f"{name:34} {rate.recall:6.1%}  ({rate.right} of {rate.gold})")
        else:
            print(f"{name:34} {rate}")
    wrong = Counter({pair: n for pair, n in types.items() if pair[0] != pair[1]})
    print("most confused:", ", ".join(f"{a}>{b} {n}" for (a, b), n in wrong.most_common(12)))


if __name__ == "__main__":
    main()
