"""Score pronouns on GAP: python -m evaluation.statements.gap [--split development]

GAP (Webster et al., TACL 2018): a snippet of Wikipedia, a pronoun, and two names of which it means
one or neither. This is the gold-two-mention task: the two names are given, as the only actors.
With `--rules` the places of the names decide without the trained reader.
Overall F1 as Google's gap_scorer.py defines it: over the two yes-or-no
questions of every snippet, whichever the gender; bias is the F1 of "she" by that of "he".
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.sets import need
from onrecord.models import Reader, load_models
from onrecord.records import Actor, Span
from onrecord.spans import overlaps
from onrecord.statements.drafting import draft_statements
from onrecord.statements.speakers.cast import cast_sources
from onrecord.text import outline_text

DEFAULT_DATA = Path(__file__).parents[3] / "shared" / "data" / "gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """One pronoun with two names, and whether it means each of them."""

    id: str
    text: str
    pronoun: Span
    names: tuple[Span, Span]
    gold: tuple[bool, bool]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--split", default="validation", choices=("development", "validation"))
    parser.add_argument("--show", action="store_true", help="print the snippets answered wrongly")
    parser.add_argument("--rules", action="store_true", help="without the trained reader")
    options = parser.parse_args(arguments)
    path = need(options.data / f"gap-{options.split}.tsv")
    reader = None if options.rules else load_models().reader
    counts: Counter[tuple[str, str]] = Counter()
    for snippet in read_snippets(path):
        answers = answer(snippet, reader)
        pronoun = snippet.text[slice(*snippet.pronoun)].lower()
        group = "she" if pronoun in {"she", "her", "hers"} else "he"
        for gold, given in zip(snippet.gold, answers, strict=True):
            outcome = f"{'true' if gold == given else 'false'} {'yes' if given else 'no'}"
            counts[group, outcome] += 1
            counts["all", outcome] += 1
        counts["all", "right" if answers == snippet.gold else _kind_of_error(snippet, answers)] += 1
        if options.show and answers != snippet.gold:
            print(snippet.id, answers, _mark(snippet))
    scores = {group: _f1(counts, group) for group in ("he", "she", "all")}
    for group, (precision, recall, f1) in scores.items():
        print(f"{group:4} P {precision:6.1%}  R {recall:6.1%}  F1 {f1:6.1%}")
    print(f"bias {scores['she'][2] / max(scores['he'][2], 1e-9):.2f}")
    print(", ".join(f"{each} {counts['all', each]}" for each in ("right", "wrong", "unknown")))


def read_snippets(path: Path) -> Iterator[Snippet]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            spans = [
                Span(int(row[f"{each}-offset"]), int(row[f"{each}-offset"]) + len(row[each]))
                for each in ("Pronoun", "A", "B")
            ]
            yield Snippet(
                id=row["ID"],
                text=row["Text"],
                pronoun=spans[0],
                names=(spans[1], spans[2]),
                gold=(row["A-coref"] == "TRUE", row["B-coref"] == "TRUE"),
            )


def answer(snippet: Snippet, reader: Reader | None) -> tuple[bool, bool]:
    """Return for each name whether the pronoun means it, by the actor that it resolves to."""
    text = snippet.text
    outline = outline_text(text)
    pronouns = None if reader is None else reader.read(text, outline).pronouns
    actors = two_names(snippet)
    drafts, subjects = draft_statements(text, outline, actors, frozenset())
    spans = {*subjects, snippet.pronoun}
    found = cast_sources(text, drafts, spans, actors, pronouns).who(snippet.pronoun)
    if found.actor is None:
        return False, False
    return found.actor.id == actors[0].id, found.actor.id == actors[1].id


def two_names(snippet: Snippet) -> tuple[Actor, Actor]:
    """Return the two names as people, each with all places where its words or surname stand."""
    text = snippet.text
    words = [text[slice(*name)] for name in snippet.names]
    found = []
    for number in (0, 1):
        forms = [words[number], words[number].split()[-1], words[number].split()[0]]
        shared = set(words[1 - number].split())
        forms = forms[:1] + [form for form in forms[1:] if form not in shared and len(form) > 2]
        pattern = "|".join(re.escape(form) for form in dict.fromkeys(forms))
        places = {Span(*match.span()) for match in re.finditer(rf"\b(?:{pattern})(?!\w)", text)}
        places = {each for each in places if not overlaps(each, snippet.names[number])}
        places = {each for each in places if not overlaps(each, snippet.names[1 - number])}
        mentions = tuple(sorted({*places, snippet.names[number]}))
        found.append(
            Actor(id=f"name{number}", name=words[number], kind="person", mentions=mentions)
        )
    return found[0], found[1]


def _kind_of_error(snippet: Snippet, answers: tuple[bool, bool]) -> str:
    return "wrong" if any(answers) else "unknown"


def _f1(counts: Counter[tuple[str, str]], group: str) -> tuple[float, float, float]:
    right = counts[group, "true yes"]
    precision = right / max(right + counts[group, "false yes"], 1)
    recall = right / max(right + counts[group, "false no"], 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _mark(snippet: Snippet) -> str:
    text = snippet.text
    spans = sorted([(*snippet.pronoun, "P"), (*snippet.names[0], "A"), (*snippet.names[1], "B")])
    shown, at = "", 0
    for start, end, letter in spans:
        shown += text[at:start] + f"[{letter} {text[start:end]}]"
        at = end
    return shown + text[at:]


if __name__ == "__main__":
    main()
