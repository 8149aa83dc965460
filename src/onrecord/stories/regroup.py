"""Agglomerate again only what a change can reach; the groups come out as if all had been."""

from collections.abc import Callable, Collection, Iterable, Mapping

from onrecord.stories.agglomerate import SCALE, agglomerate
from onrecord.stories.unions import Unions

Group = tuple[str, ...]


def regroup(
    changed: Iterable[str],
    *,
    list_group: Callable[[str], Group],
    list_near: Callable[[str], Mapping[str, float]],
    threshold: float,
    quorum: float,
    support: float,
    find_home: Callable[[str], str] | None = None,
    list_told: Callable[[str], Mapping[str, bool]] | None = None,
    list_strong: Callable[[str], Iterable[str]] | None = None,
) -> tuple[Group, ...]:
    """Return the groups that `changed` items, and all that these have moved, are in now.

    `list_group` gives the group, sorted, that an item was in when all but the present changes had
    been grouped (the item alone if it is new), `list_near` the items it is similar to now.
    `changed` are the items that are new, of whose similarities one changed (both ends, unless the
    other is new), and who were in one group with an item that is gone. Groups that are not
    returned are as they were: together the result is that of `agglomerate` over everything.
    `find_home` gives an item's home, `list_told` the items that are told to be in one group with
    an item (or, where it says so, not in one): `homes`, `together` and `apart` of `agglomerate`.
    Both ends of what is newly told, or no longer, are changed. `list_strong` gives those whose
    similarity reaches `threshold`, for callers that know them without asking for all.

    Why: groups are joined from the most alike downwards, and two are joined by nothing but pairs
    of their own. So a group that never had to do with a changed one is formed by the same steps
    as before, whatever happens elsewhere. It can have to do with one only if a pair of the two
    reaches `threshold`: such neighbours are agglomerated along with the changed groups. Those
    that come out as they were have kept to themselves at every step; those that do not count as
    changed, and their own neighbours are looked at in turn. Items that are told to be together
    start so: whoever is looked at is looked at with these. For the same reason what is
    agglomerated falls into parts, no pair between which reaches `threshold`, each on its own.
    """
    told = list_told or _list_nothing
    known: dict[Group, tuple[Group, ...]] = {}  # the groups of parts that are done

    def pick_strong(item: str) -> list[str]:
        near = list_near(item).items()
        return [other for other, each in near if round(each * SCALE) >= threshold * SCALE]

    strong = list_strong or pick_strong

    def list_together(item: str) -> tuple[str, ...]:
        return tuple(other for other, same in told(item).items() if same)

    def part_items(items: Collection[str]) -> tuple[Group, ...]:
        """Return the items in parts that have no pair above the threshold with each other."""
        unions = Unions(items)
        for item in items:
            for other in (*strong(item), *list_together(item)):
                if item < other and other in items:
                    unions.join(item, other)
        return tuple(unions.list_sets())

    def group_part(part: Group) -> tuple[Group, ...]:
        if len(part) == 1:
            return (part,)
        inside = frozenset(part)
        pairs = {
            (item, other): same
            for item in part
            for other, same in told(item).items()
            if item < other and other in inside
        }
        return agglomerate(
            part,
            {
                (item, other): similarity
                for item in part
                for other, similarity in list_near(item).items()
                if item < other and other in inside
            },
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
        while waiting:
            item = waiting.pop()
            others = list_together(item)
            if item in core:
                others = (*others, *strong(item))
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


def _list_nothing(item: str) -> Mapping[str, bool]:
    return {}
