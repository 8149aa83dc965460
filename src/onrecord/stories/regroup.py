"""Agglomerate again only what a change can reach; the groups come out as if all had been."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Protocol

from onrecord.stories.agglomerate import SCALE, agglomerate

Group = tuple[str, ...]
Pairs = Mapping[tuple[str, str], float]


class Near(Protocol):
    """What regrouping asks about similarities, as they are now."""

    def list_strong(self, items: Collection[str], /) -> Mapping[str, Collection[str]]:
        """Return, for each of `items`, those whose similarity to it reaches the threshold."""

    def list_inside(self, group: Group, /) -> Pairs:
        """Return all similarities between items of `group`."""


class NearEach:
    """The similarities of each item to others, that `load_near` gives for some items at once."""

    def __init__(
        self,
        load_near: Callable[[Collection[str]], Mapping[str, Mapping[str, float]]],
        threshold: float,
    ) -> None:
        self._load_near = load_near
        self._threshold = threshold
        self._known: dict[str, Mapping[str, float]] = {}

    def list_strong(self, items: Collection[str]) -> dict[str, list[str]]:
        """Return, for each of `items`, those whose similarity to it reaches the threshold."""
        least = self._threshold * SCALE
        bar = self._threshold - 1 / SCALE  # spares rounding most of them
        near = self._list_near(items)
        return {
            item: [
                other
                for other, each in near[item].items()
                if each > bar and round(each * SCALE) >= least
            ]
            for item in items
        }

    def list_inside(self, group: Group) -> Pairs:
        """Return all similarities between items of `group`."""
        inside = frozenset(group)
        near = self._list_near(group)
        return {
            (item, other): near[item][other]
            for item in group
            for other in near[item].keys() & inside
            if item < other
        }

    def _list_near(self, items: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        missing = [item for item in items if item not in self._known]
        if missing:
            self._known.update(self._load_near(missing))
        return self._known


def regroup(
    changed: Iterable[str],
    *,
    list_group: Callable[[str], Group],
    near: Near,
    threshold: float,
    quorum: float,
    support: float,
    find_home: Callable[[str], str] | None = None,
    list_told: Callable[[str], Mapping[str, bool]] | None = None,
) -> tuple[Group, ...]:
    """Return the groups that `changed` items, and all that these have moved, are in now.

    `list_group` gives the group, sorted, that an item was in when all but the present changes had
    been grouped (the item alone if it is new); `near` knows how similar items are now. `changed`
    are the items that are new, of whose similarities one changed (both ends, unless the other is
    new), and who were in one group with an item that is gone. Groups that are not returned are as
    they were: together the result is that of `agglomerate` over everything. `find_home` gives an
    item's home, `list_told` the items that are told to be in one group with an item (or, where it
    says so, not in one): `homes`, `together` and `apart` of `agglomerate`. Both ends of what is
    newly told, or no longer, are changed.

    Why: groups are joined from the most alike downwards, and two are joined by nothing but pairs
    of their own. So a group that never had to do with a changed one is formed by the same steps
    as before, whatever happens elsewhere. It can have to do with one only if a pair of the two
    reaches `threshold`: such neighbours are agglomerated along with the changed groups. Those
    that come out as they were have kept to themselves at every step; those that do not count as
    changed, and their own neighbours are looked at in turn. Items that are told to be together
    start so: whoever is looked at is looked at with these. For the same reason what is
    agglomerated falls into parts, no pair between which reaches `threshold`, each on its own.
    """
    strong: dict[str, Collection[str]] = {}
    known: dict[Group, tuple[Group, ...]] = {}  # the groups of parts that are done

    def load_strong(items: Iterable[str]) -> None:
        missing = [item for item in items if item not in strong]
        if missing:
            strong.update(near.list_strong(missing))

    def list_together(item: str) -> list[str]:
        if list_told is None:
            return []
        return [other for other, same in list_told(item).items() if same]

    def part_items(items: Collection[str]) -> list[Group]:
        """Return the items in parts that have no pair above the threshold with each other."""
        load_strong(items)
        left = set(items)
        parts: list[Group] = []
        while left:
            part = [left.pop()]
            for item in part:  # which grows
                found = left.intersection((*strong[item], *list_together(item)))
                left -= found
                part.extend(found)
            parts.append(tuple(sorted(part)))
        return parts

    def group_part(part: Group) -> tuple[Group, ...]:
        if len(part) == 1:
            return (part,)
        inside = frozenset(part)
        pairs = {
            (item, other): same
            for item in part
            for other, same in ({} if list_told is None else list_told(item)).items()
            if item < other and other in inside
        }
        return agglomerate(
            part,
            near.list_inside(part),
            threshold=threshold,
            quorum=quorum,
            support=support,
            homes=None if find_home is None else {item: find_home(item) for item in part},
            together=[pair for pair, same in pairs.items() if same],
            apart=[pair for pair, same in pairs.items() if not same],
        )

    core = {each for item in changed for each in list_group(item)}
    while True:
        ring: dict[str, Group] = {}
        waiting = list(core)
        load_strong(core)
        while waiting:
            item = waiting.pop()
            others = list_together(item)
            if item in core:
                others.extend(strong[item])
            for other in others:
                if other not in core and other not in ring:
                    group = list_group(other)
                    ring.update(dict.fromkeys(group, group))
                    waiting.extend(group)
        parts = part_items(core | ring.keys())
        known.update((part, group_part(part)) for part in parts if part not in known)
        groups = sorted(group for part in parts for group in known[part])
        moved = set(ring.values()).difference(groups)
        if not moved:
            return tuple(group for group in groups if group[0] in core)
        core.update(item for group in moved for item in group)
