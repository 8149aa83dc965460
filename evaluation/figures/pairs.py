"""Score how two figures are related on `pairs.jsonl`: accuracy and F1 of each relation.

    python -m evaluation.figures.pairs [--errors]

Each line is two short texts of our own with their published days, a figure in each, and how the
second stands to the first; what the relations mean is in README.md. The figures are read, found
to give one quantity or not, and compared, as two articles of one story are. Macro F1 is the mean
over the five relations. `--errors` shows the development split only.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from evaluation.lines import read_lines
from onrecord.actors import find_actors
from onrecord.compare.accounts import ACCOUNT_BARS
from onrecord.compare.relate_figures import relate_figures
from onrecord.compare.same_quantity import score_quantities
from onrecord.compare.tellings import Telling, set_readings, tell_figure
from onrecord.compare.traits import read_figure
from onrecord.dates import find_timexes
from onrecord.figures import find_figures
from onrecord.records import Article, Figure, Published, Reading, Span
from onrecord.statements import find_statements
from onrecord.text import outline_text

DATA = Path(__file__).with_name("pairs.jsonl")
SPLITS = ("development", "end")
RELATIONS = ("agree", "compatible", "differ", "changed", "not comparable")
MISSED = "not found"


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """A text, its published day, and the words of a figure in it."""

    published: date
    text: str
    words: str


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two figures and their relation; `later` is the side that a change leads to."""

    split: str
    relation: str
    subject: str
    later: str | None = None
    a: Side
    b: Side

    def turned(self) -> "Pair":
        """Return the pair with its sides exchanged."""
        later = {"a": "b", "b": "a"}[self.later] if self.later else None
        return msgspec.structs.replace(self, a=self.b, b=self.a, later=later)


class Labelled(Protocol):
    """A pair that says how its two figures stand to each other."""

    @property
    def relation(self) -> str: ...

    @property
    def later(self) -> str | None: ...


class Answer(NamedTuple):
    """The relation that is found, which side is the later one of a change, and why."""

    relation: str
    later: str | None
    reason: str


def main() -> None:
    for split in SPLITS:
        answers = [(pair, relate_pair(pair)) for pair in read_pairs(split)]
        if split == "development" and "--errors" in sys.argv:
            for pair, answer in answers:
                show_error(pair, answer)
        show_scores(split, answers)


def read_pairs(split: str) -> Iterator[Pair]:
    return (pair for pair in read_lines(DATA, Pair) if pair.split == split)


def relate_pair(pair: Pair) -> Answer:
    """Return the relation of the two figures, "not comparable" if they are of two quantities."""
    tellings = tell_sides(pair.a, pair.b)
    if tellings is None:
        return Answer(MISSED, None, "one of the two figures is not found")
    a, b = tellings
    score = score_quantities(read_figure(a), read_figure(b), together=True)
    if score < ACCOUNT_BARS["threshold"]:
        return Answer("not comparable", None, f"two quantities ({score:.2f})")
    verdict = relate_figures(a, b)
    later = "a" if verdict.swapped else "b"
    return Answer(
        verdict.relation, later if verdict.relation == "changed" else None, verdict.reason
    )


def tell_sides(a: Side, b: Side) -> tuple[Telling[Figure], Telling[Figure]] | None:
    """Return the two figures as they stand in their texts, `None` where one is not found."""
    readings = [read_side(name, side) for name, side in (("a", a), ("b", b))]
    settings = set_readings(readings)
    tellings: list[Telling[Figure]] = []
    for name, side in (("a", a), ("b", b)):
        reading, setting = settings[name]
        start = side.text.index(side.words)
        end = start + len(side.words)
        found = [f for f in reading.figures if f.span.start < end and start < f.span.end]
        tellings.extend(tell_figure(setting, figure) for figure in found[:1])
    return (tellings[0], tellings[1]) if len(tellings) == 2 else None


def read_side(name: str, side: Side) -> Reading:
    article = Article(
        id=name,
        text=side.text,
        body=Span(0, len(side.text)),
        published=Published(earliest=side.published, latest=side.published, certainty="exact"),
    )
    outline = outline_text(side.text)
    timexes = tuple(find_timexes(article, outline))
    actors = tuple(find_actors(article, outline))
    statements = tuple(find_statements(article, outline, actors=actors, timexes=timexes))
    figures = find_figures(article, outline, actors=actors, statements=statements, timexes=timexes)
    return Reading(
        version="evaluation",
        origin=name,
        article=article,
        timexes=timexes,
        actors=actors,
        statements=statements,
        figures=tuple(figures),
    )


def is_right(pair: Labelled, answer: Answer) -> bool:
    return (pair.relation, pair.later) == (answer.relation, answer.later)


def show_error(pair: Pair, answer: Answer) -> None:
    if not is_right(pair, answer):
        print(f"{pair.a.published} {pair.a.text}\n{pair.b.published} {pair.b.text}")
        print(f"   is {pair.relation}, read as {answer.relation}: {answer.reason}")


def show_scores(split: str, answers: list[tuple[Pair, Answer]]) -> None:
    right = sum(is_right(pair, answer) for pair, answer in answers)
    print(f"{split}: {right} of {len(answers)} pairs right, {right / len(answers):.1%}")
    scores = score_relations(answers)
    for relation in RELATIONS:
        precision, recall, f1 = scores[relation]
        print(f"  {relation:<15} P {precision:6.1%} R {recall:6.1%} F1 {f1:6.1%}")
    print(f"  macro F1 {sum(f1 for *_, f1 in scores.values()) / len(scores):.1%}")


def score_relations(
    answers: Sequence[tuple[Labelled, Answer]],
) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 by relation; a change the wrong way round is wrong."""
    expected = Counter(pair.relation for pair, _ in answers)
    found = Counter(answer.relation for _, answer in answers)
    right = Counter(pair.relation for pair, answer in answers if is_right(pair, answer))
    scores = {}
    for relation in RELATIONS:
        precision = right[relation] / max(1, found[relation])
        recall = right[relation] / max(1, expected[relation])
        f1 = 2 * right[relation] / max(1, found[relation] + expected[relation])
        scores[relation] = precision, recall, f1
    return scores


if __name__ == "__main__":
    main()
