"""Which actors an article mentions where, for look-up by position."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.records import Actor, Span


class Mention(NamedTuple):
    """One mention: its place and its actor."""

    span: Span
    actor: Actor


class MentionIndex:
    """The mentions of all actors in reading order; where two overlap, the longer one only."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        found = sorted(
            (Mention(span, actor) for actor in actors for span in actor.mentions),
            key=lambda each: (each.span.start, -each.span.end, each.actor.id),
        )
        self.mentions: list[Mention] = []
        for mention in found:
            if self.mentions and mention.span.start < self.mentions[-1].span.end:
                continue
            self.mentions.append(mention)
        self._starts = [mention.span.start for mention in self.mentions]
        self._surnames: dict[str, Actor | None] = {}
        for actor in actors:
            if actor.kind == "person" and actor.name:
                surname = actor.name.split()[-1].casefold()
                self._surnames[surname] = None if surname in self._surnames else actor

    def by_surname(self, name: str) -> Actor | None:
        """Return the only person whose surname `name` ends with, in capitals of any kind."""
        words = name.replace(".", "").split()
        if not words or not words[-1][0].isupper():
            return None
        return self._surnames.get(words[-1].casefold())

    def inside(self, span: Span) -> list[Mention]:
        """Return the mentions that start in `span`, in reading order."""
        low = bisect_left(self._starts, span.start)
        high = bisect_left(self._starts, span.end)
        return self.mentions[low:high]

    def before(self, position: int, count: int) -> list[Mention]:
        """Return up to `count` mentions that start before `position`, the nearest first."""
        high = bisect_left(self._starts, position)
        return self.mentions[max(0, high - count) : high][::-1]
