"""Agglomerate again only what a change can reach; the groups come out as if all had been."""

from collections.abc import Callable, Iterable, Mapping

from onrecord.stories.agglomerate import SCALE, agglomerate

Group = tuple[str, ...]


def regroup(
    changed: Iterable[str],
    *,
    list_group: Callable[[str], Group],
    list_near: Callable[[str], Mapping[str, float]],
    threshold: float,
    quorum: float,
    support: float,
) -> tuple[Group, ...]:
    """Return the groups that `changed` items, and all that these have moved, are in now.

    `list_group` gives the group, sorted, that an item was in when all but the present changes had
    been grouped (the item alone if it is new), `list_near` the items it is similar to now.
    `changed` are the items that are new, of whose similarities one changed (both ends, unless the
    other is new), and who were in one group with an item that is gone. Groups that are not
    returned are as they were: together the result is that of `agglomerate` over everything.

    Why: groups are joined from the most alike downwards, and two are joined by nothing but pairs
    of their own. So a group that never had to do with a changed one is formed by the same steps
    as before, whatever happens elsewhere. It can have to do with one only if a pair of the two
    reaches `threshold`: such neighbours are agglomerated along with the changed groups. Those
    that come out as they were have kept to themselves at every step; those that do not count as
    changed, and their own neighbours are looked at in turn.
    """
    core = {each for item in changed for each in list_group(item)}
    while True:
        ring: dict[str, Group] = {}
        for item in core:
            for other, similarity in list_near(item).items():
                reaches = round(similarity * SCALE) >= threshold * SCALE
                if reaches and other not in core and other not in ring:
                    group = list_group(other)
                    ring.update(dict.fromkeys(group, group))
        items = core | ring.keys()
        similarities = {
            (item, other): similarity
            for item in items
            for other, similarity in list_near(item).items()
            if item < other and other in items
        }
        groups = agglomerate(
            items, similarities, threshold=threshold, quorum=quorum, support=support
        )
        moved = set(ring.values()).difference(groups)
        if not moved:
            return tuple(group for group in groups if group[0] in core)
        core.update(item for group in moved for item in group)
