"""The rows that touch one sentence, found without going through all of the article's."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from onrecord.records import Span

T = TypeVar("T")


class Nearby(Generic[T]):
    """Things with a span each, asked for sentence by sentence in reading order.

    A thing is given for every sentence that its span shares a character with. Asking costs the
    things that are near, since those that ended before are dropped.
    """

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        self._coming = iter(sorted(things, key=lambda pair: pair[0]))
        self._next = next(self._coming, None)
        self._open: list[tuple[Span, T]] = []

    def at(self, sentence: Span) -> list[tuple[Span, T]]:
        """Return what touches `sentence`, which starts where the one before it ended or later."""
        self._open = [pair for pair in self._open if pair[0].end > sentence.start]
        self._open.extend(self._take(sentence))
        return [pair for pair in self._open if pair[0].start < sentence.end]

    def _take(self, sentence: Span) -> Iterator[tuple[Span, T]]:
        while self._next is not None and self._next[0].start < sentence.end:
            if self._next[0].end > sentence.start:
                yield self._next
            self._next = next(self._coming, None)
