"""What the sets of labelled pairs share: passages, pairs by story, precision and recall of ties."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from onrecord.records import Reading, Span

SPLITS = ("development", "end")


class Passage(msgspec.Struct, frozen=True, array_like=True):
    """Characters `start` up to `end` of an article's title, empty line and text."""

    article: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class PairOfPassages(Protocol):
    @property
    def a(self) -> Passage: ...
    @property
    def b(self) -> Passage: ...


Pair = TypeVar("Pair", bound=PairOfPassages)
Answered = TypeVar("Answered")


def read_options() -> argparse.Namespace:
    """Return where the data lie, and what is asked for besides the scores."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--second-reading", action="store_true")
    return parser.parse_args()


def answer_by_story(
    pairs: Sequence[Pair],
    stories: Mapping[int, Mapping[str, Reading]],
    answer: Callable[[Sequence[Pair], Sequence[Reading]], Iterable[Answered]],
) -> Iterator[Answered]:
    """Yield what `answer` gives for the pairs of each story and its articles, story by story."""
    home = {article: story for story, readings in stories.items() for article in readings}
    by_story: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_story.setdefault(home[pair.a.article], []).append(pair)
    for story, own in sorted(by_story.items()):
        yield from answer(own, list(stories[story].values()))


def show_found(name: str, found: Sequence[tuple[bool, bool]]) -> None:
    """Print how pairs are tied, each given as whether it is one, and whether it is tied."""
    right = sum(tied and same for same, tied in found)
    said = sum(tied for _, tied in found)
    wanted = sum(same for same, _ in found)
    precision, recall = right / max(1, said), right / max(1, wanted)
    f1 = 2 * right / max(1, said + wanted)
    print(f"  {name:<18} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
