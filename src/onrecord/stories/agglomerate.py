"""Average-link agglomeration over sparse similarities, the same for any order of its input."""

from collections.abc import Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush
from typing import TypedDict

SCALE = 1_000_000  # similarities become whole numbers, whose sums have no order


class Bars(TypedDict):
    """What two groups have to reach to be joined (see `agglomerate`)."""

    threshold: float
    quorum: float
    support: float


def agglomerate(
    items: Iterable[str],
    similarities: Mapping[tuple[str, str], float],
    *,
    threshold: float,
    quorum: float,
    support: float,
    homes: Mapping[str, str] | None = None,
    together: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> tuple[tuple[str, ...], ...]:
    """Return disjoint groups of all `items`, each sorted, sorted by their first items.

    The two groups with the highest mean similarity over all their pairs are joined first, ties
    by their smallest items, until no mean reaches `threshold`. A pair without an entry counts as
    0. Two groups are joined only if a share of at least `quorum` of their pairs reaches
    `support`, so that one strong pair never carries two groups. Never single linkage, which
    chains the reports of a busy day into one blob. Pairs of items with one home in `homes` count
    for nothing: two rows of one article may both be in a longer row of another.

    Items that are `together` start in one group, and those that are `apart` never come into one,
    however alike the groups are; of two such pairs that exclude each other "apart" holds.

    Work is O(n + m log² m) for m entries: merging moves the smaller group's entries.
    """
    forest = _Forest(items, homes or {})
    least = threshold * SCALE
    heap = forest.read(similarities, support, least)
    forest.part(apart)
    home = {item: item for item in forest.groups}
    for one, other in sorted(together):
        a, b = home[one], home[other]
        if a != b and not forest.are_foes(a, b):
            joined = forest.merge(a, b)
            home.update((item, joined) for item in forest.groups[joined])
            heap.extend(forest.list_candidates(joined, least))
    heapify(heap)
    groups = forest.groups
    while heap:
        _, _, _, pairs, a, b = heappop(heap)
        if a not in groups or b not in groups or forest.count_pairs(a, b) != pairs:
            continue  # one of them has been joined since this candidate was listed
        if forest.near[a][b][1] < quorum * pairs or forest.are_foes(a, b):
            continue
        joined = forest.merge(a, b)
        for follower in forest.list_candidates(joined, least):
            heappush(heap, follower)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


_NONE: frozenset[str] = frozenset()
# Two groups that may be joined, ordered by mean similarity and then by smallest items: the mean
# below 0, their smallest items, how many pairs of items they make, and their names.
_Candidate = tuple[float, str, str, int, str, str]


class _Forest:
    """The groups as far as they are joined, by the names of items of theirs, and what is near."""

    def __init__(self, items: Iterable[str], homes: Mapping[str, str]) -> None:
        self.groups = {item: [item] for item in items}  # the smallest item first
        # Both ways, the sum of similarities and the number that reach the support.
        self.near: dict[str, dict[str, tuple[int, int]]] = {item: {} for item in self.groups}
        self._sizes = dict.fromkeys(self.groups, 1)
        self._home_of = homes
        # How many items of each home a group has; not kept where nobody shares one.
        self._homes: dict[str, dict[str, int]] = {}
        if len(set(homes.values())) < len(homes):
            self._homes = {item: {homes.get(item, item): 1} for item in self.groups}
        self._foes: dict[str, set[str]] = {}

    def read(
        self, similarities: Mapping[tuple[str, str], float], support: float, least: float
    ) -> list[_Candidate]:
        """Take in how similar items are: those that are here, and not of one home; return the
        pairs whose similarity reaches `least`."""
        near, homes = self.near, self._home_of
        alone = not self._homes
        candidates: list[_Candidate] = []
        for (a, b), similarity in similarities.items():
            if a in near and b in near and (alone or homes.get(a, a) != homes.get(b, b)):
                score = round(similarity * SCALE)
                near[a][b] = near[b][a] = score, int(similarity >= support)
                if score >= least:
                    first, second = (a, b) if a < b else (b, a)
                    candidates.append((-score / SCALE, first, second, 1, first, second))
        return candidates

    def part(self, apart: Iterable[tuple[str, str]]) -> None:
        """Take in which items never come together."""
        for one, other in apart:
            self._foes.setdefault(one, set()).add(other)
            self._foes.setdefault(other, set()).add(one)

    def are_foes(self, a: str, b: str) -> bool:
        """Return whether two groups have items that never come together."""
        foes = self._foes
        if not foes:
            return False
        others = self.groups[b]
        return any(not foes.get(item, _NONE).isdisjoint(others) for item in self.groups[a])

    def count_pairs(self, a: str, b: str) -> int:
        """Return how many pairs of two groups count: those of two homes."""
        pairs = self._sizes[a] * self._sizes[b]
        if self._homes:
            first, second = self._homes[a], self._homes[b]
            if not first.keys().isdisjoint(second):
                pairs -= sum(number * second.get(home, 0) for home, number in first.items())
        return pairs

    def list_candidates(self, a: str, least: float) -> Iterator[_Candidate]:
        """Yield the groups near `a` whose mean reaches `least`."""
        groups = self.groups
        own = groups[a][0]
        for b, (total, _) in self.near[a].items():
            if total < least:
                continue
            pairs = self.count_pairs(a, b)
            if pairs and total >= least * pairs:
                first, second = own, groups[b][0]
                if second < first:
                    first, second = second, first
                yield -total / (SCALE * pairs), first, second, pairs, a, b

    def merge(self, a: str, b: str) -> str:
        """Join the group with fewer neighbours to the other; return the name of both."""
        near = self.near
        if len(near[a]) < len(near[b]):
            a, b = b, a
        first, second = self.groups[a], self.groups.pop(b)
        self.groups[a] = first + second if first[0] < second[0] else second + first
        self._sizes[a] += self._sizes.pop(b)
        if self._homes:
            counts = self._homes[a]
            for home, number in self._homes.pop(b).items():
                counts[home] = counts.get(home, 0) + number
        own = near[a]
        for c, (total, count) in near.pop(b).items():
            del near[c][b]
            if c != a:
                before = own.get(c)
                if before is not None:
                    total, count = before[0] + total, before[1] + count
                own[c] = near[c][a] = total, count
        return a
