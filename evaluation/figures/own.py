"""Score the figures of `own.jsonl`, field by field, on both splits.

    python -m evaluation.figures.own [--errors]

Each line is a text of its own, published on 18 May 2023; what its fields mean is in README.md.
Found and expected figures are paired where their words overlap. Recall and precision count the
pairs; every field is then scored over the pairs. `--errors` shows the development split only:
the end split is there to be scored and not read.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from evaluation.lines import read_lines
from onrecord.actors import find_actors
from onrecord.dates import find_timexes
from onrecord.figures import find_figures
from onrecord.records import Actor, Article, Figure, Published, Span
from onrecord.statements import find_statements
from onrecord.text import outline_text

DATA = Path(__file__).with_name("own.jsonl")
DAY = date(2023, 5, 18)
SPLITS = ("development", "end")
_NOISE = frozenset("a an the of in its their his her".split())
# Found words that may stand around the expected ones: modifiers and what follows "of".
_SPARE_WORDS = 4


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as the labels have it; what is left out is `None`, or the published day."""

    words: str
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    bound: str | None = None
    change: str | None = None
    unit: str | None = None
    counted: str | None = None
    whose: str | None = None
    place: str | None = None
    giver: str | None = None
    as_of: tuple[date, date] = (DAY, DAY)
    hedge: str | None = None


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A labelled text and its split."""

    split: str
    text: str
    figures: tuple[Expected, ...]


class Score(NamedTuple):
    """Counts of one split: figures expected, found, paired; right and asked by field."""

    expected: int
    found: int
    paired: int
    right: Counter[str]
    asked: Counter[str]

    def rate(self, field: str) -> float:
        """Return the share of pairs with `field` right; "recall" and "precision" are of all."""
        match field:
            case "recall":
                return self.paired / self.expected
            case "precision":
                return self.paired / self.found
            case _:
                return self.right[field] / self.asked[field]


def main() -> None:
    for split in SPLITS:
        errors = split == "development" and "--errors" in sys.argv
        score = score_split(split, show=print if errors else None)
        print(f"{split}: {score.expected} figures expected, {score.found} found")
        for field in ("recall", "precision", *score.asked):
            asked = f"of {score.asked[field]}" if score.asked[field] else ""
            print(f"  {field:<10}{score.rate(field):7.1%} {asked}")


def read_sentences(split: str) -> Iterator[Sentence]:
    return (each for each in read_lines(DATA, Sentence) if each.split == split)


def score_split(split: str, *, show: Callable[[str], None] | None = None) -> Score:
    """Return the counts over one split; `show` is given a line for each mistake."""
    expected = found = paired = 0
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for sentence in read_sentences(split):
        figures, actors = read_text(sentence.text)
        pairs, missed, extra = pair_figures(sentence, figures)
        expected += len(sentence.figures)
        found += len(figures)
        paired += len(pairs)
        faults = [f"missed {words!r}" for words in missed] + [f"extra {words!r}" for words in extra]
        for wanted, given in pairs:
            for field, is_right, words in judge(wanted, given, actors):
                asked[field] += 1
                right[field] += is_right
                if not is_right:
                    faults.append(f"{given.words!r}: {field} {words}")
        if show and faults:
            show("\n   ".join([sentence.text, *faults]))
    return Score(expected, found, paired, right, asked)


def read_text(text: str) -> tuple[list[Figure], dict[str, Actor]]:
    """Return the figures of `text`, read as an article of DAY, and its actors by id."""
    published = Published(earliest=DAY, latest=DAY, certainty="exact")
    article = Article(id="own", text=text, body=Span(0, len(text)), published=published)
    outline = outline_text(text)
    timexes = tuple(find_timexes(article, outline))
    actors = tuple(find_actors(article, outline))
    statements = tuple(find_statements(article, outline, actors=actors, timexes=timexes))
    figures = find_figures(article, outline, actors=actors, statements=statements, timexes=timexes)
    return list(figures), {actor.id: actor for actor in actors}


def pair_figures(
    sentence: Sentence, figures: list[Figure]
) -> tuple[list[tuple[Expected, Figure]], list[str], list[str]]:
    """Pair figures whose words overlap, in reading order; return pairs, missed, extra words."""
    pairs: list[tuple[Expected, Figure]] = []
    missed: list[str] = []
    free = list(figures)
    position = 0
    for wanted in sentence.figures:
        position = start = sentence.text.index(wanted.words, position)
        end = start + len(wanted.words)
        given = next((f for f in free if f.span.start < end and start < f.span.end), None)
        if given is None:
            missed.append(wanted.words)
        else:
            free.remove(given)
            pairs.append((wanted, given))
    return pairs, missed, [figure.words for figure in free]


def judge(
    wanted: Expected, given: Figure, actors: dict[str, Actor]
) -> Iterator[tuple[str, bool, str]]:
    """Yield field, whether it is right, and what was wanted and given, for each field asked.

    Unit and what is counted are asked where they are labelled: an elliptical "three of them" has
    neither in its own words.
    """
    for field, is_right, want, got in _judge(wanted, given, actors):
        yield field, is_right, f"is {want}, read as {got}"


def _judge(
    wanted: Expected, given: Figure, actors: dict[str, Actor]
) -> Iterator[tuple[str, bool, object, object]]:
    ends = (wanted.low, wanted.high)
    found = (given.low, given.high)
    same = all(_close(a, b) for a, b in zip(ends, found, strict=True))
    yield "value", same, ends, found
    openness = (wanted.low_open, wanted.high_open)
    yield (
        "open ends",
        openness == (given.low_open, given.high_open),
        openness,
        (given.low_open, given.high_open),
    )
    yield "bound", _plain(wanted.bound) == _plain(given.bound), wanted.bound, given.bound
    yield "change", wanted.change == given.change, wanted.change, given.change
    if wanted.unit is not None:
        yield "unit", _plain(wanted.unit) == _plain(given.unit), wanted.unit, given.unit
    if wanted.counted is not None:
        yield "counted", _holds(given.counted, wanted.counted), wanted.counted, given.counted
    whose = _find_state(given.whose, actors)
    yield "whose", wanted.whose == whose, wanted.whose, whose
    yield "place", _is_place(wanted.place, given.place), wanted.place, given.place
    giver = actors[given.giver].name if given.giver else None
    yield "giver", _is_name(wanted.giver, given.giver, actors), wanted.giver, giver
    days = (given.as_of.earliest, given.as_of.latest)
    yield "as of", wanted.as_of == days, wanted.as_of, days
    yield "hedge", _plain(wanted.hedge) == _plain(given.hedge), wanted.hedge, given.hedge


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-6 * max(abs(a), abs(b))


def _plain(words: str | None) -> str:
    return (words or "").casefold()


def _terms(words: str | None) -> list[str]:
    return [word for word in _plain(words).split() if word not in _NOISE]


def _holds(found: str | None, wanted: str) -> bool:
    """Return whether the found phrase has the wanted words, with a few more at most."""
    have, need = _terms(found), _terms(wanted)
    return set(need) <= set(have) and len(have) <= len(need) + _SPARE_WORDS


def _find_state(whose: str | None, actors: dict[str, Actor]) -> str | None:
    """Return the code of the state that an actor's name stands for, or the name without one."""
    for actor in actors.values():
        if actor.name == whose:
            return actor.state or whose
    return whose


def _is_place(wanted: str | None, found: str | None) -> bool:
    return _terms(found)[-1:] == _terms(wanted)[-1:]


def _is_name(wanted: str | None, giver: str | None, actors: dict[str, Actor]) -> bool:
    """Return whether the giver is the actor expected, by its name or role."""
    if wanted is None or giver is None:
        return wanted is giver
    actor = actors[giver]
    have = set(_terms(f"{actor.name} {actor.role or ''} {actor.body or ''}"))
    return bool(have & set(_terms(wanted)))


if __name__ == "__main__":
    main()
