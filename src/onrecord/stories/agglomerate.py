"""Average-link agglomeration over sparse similarities, the same for any order of its input."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import NamedTuple, TypedDict

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
    groups = {item: [item] for item in items}
    known = homes or {}
    shared = len(set(known.values())) < len(known)  # else nobody's home need be remembered
    spread = {
        item: _Members(1, Counter({known.get(item, item): 1} if shared else ())) for item in groups
    }
    near = _read_near(groups, similarities, support, known)
    foes: dict[str, set[str]] = {}
    for one, other in apart:
        foes.setdefault(one, set()).add(other)
        foes.setdefault(other, set()).add(one)
    home = {item: item for item in groups}
    for one, other in sorted(together):
        a, b = home[one], home[other]
        if a != b and not _are_foes(groups[a], groups[b], foes):
            joined = _merge(groups, spread, near, a, b)
            home.update((item, joined) for item in groups[joined])
    heap: list[_Candidate] = []
    for group in groups:
        heap.extend(_list_candidates(group, groups, spread, near, threshold, after=group))
    heapify(heap)
    while heap:
        candidate = heappop(heap)
        a, b = candidate.a, candidate.b
        if a not in groups or b not in groups or _count_pairs(spread, a, b) != candidate.pairs:
            continue  # one of them has been joined since this candidate was listed
        if near[a][b][1] < quorum * candidate.pairs or _are_foes(groups[a], groups[b], foes):
            continue
        joined = _merge(groups, spread, near, a, b)
        for follower in _list_candidates(joined, groups, spread, near, threshold):
            heappush(heap, follower)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


_NONE: frozenset[str] = frozenset()
_Near = dict[str, dict[str, tuple[int, int]]]
_Spread = dict[str, "_Members"]


@dataclass(slots=True)
class _Members:
    """How many items a group has, and how many of each home, where some share one."""

    size: int
    homes: Counter[str]


def _count_pairs(spread: _Spread, a: str, b: str) -> int:
    """Return how many pairs of two groups count: those of two homes."""
    first, second = spread[a], spread[b]
    pairs = first.size * second.size
    if first.homes and not first.homes.keys().isdisjoint(second.homes):
        pairs -= sum(number * second.homes[home] for home, number in first.homes.items())
    return pairs


class _Candidate(NamedTuple):
    """Two groups that may be joined, ordered by mean similarity and then by smallest items."""

    negative_mean: float
    first: str
    second: str
    pairs: int  # of items, one from each group
    a: str
    b: str


def _read_near(
    groups: Mapping[str, list[str]],
    similarities: Mapping[tuple[str, str], float],
    support: float,
    homes: Mapping[str, str],
) -> _Near:
    """Return, both ways, the sum of similarities and the number that reach `support`."""
    near: _Near = {item: {} for item in groups}
    for (a, b), similarity in similarities.items():
        if a in near and b in near and homes.get(a, a) != homes.get(b, b):
            entry = round(similarity * SCALE), int(similarity >= support)
            near[a][b] = near[b][a] = entry
    return near


def _are_foes(first: list[str], second: list[str], foes: Mapping[str, set[str]]) -> bool:
    return bool(foes) and any(not foes.get(item, _NONE).isdisjoint(second) for item in first)


def _list_candidates(
    a: str,
    groups: dict[str, list[str]],
    spread: _Spread,
    near: _Near,
    threshold: float,
    after: str = "",
) -> Iterator[_Candidate]:
    """Yield the groups near `a` whose mean reaches `threshold`; those named past `after` only."""
    least = threshold * SCALE
    for b, (total, _) in near[a].items():
        if b <= after or total < least:
            continue
        pairs = _count_pairs(spread, a, b)
        if pairs and total >= least * pairs:
            first, second = sorted((groups[a][0], groups[b][0]))
            yield _Candidate(-total / (SCALE * pairs), first, second, pairs, a, b)


def _merge(groups: dict[str, list[str]], spread: _Spread, near: _Near, a: str, b: str) -> str:
    """Join the group with fewer neighbours to the other; return the name of the joined group.

    The smallest item of a group stands first in it.
    """
    if len(near[a]) < len(near[b]):
        a, b = b, a
    first, second = groups[a], groups.pop(b)
    gone = spread.pop(b)
    spread[a].size += gone.size
    spread[a].homes.update(gone.homes)
    groups[a] = first + second if first[0] < second[0] else second + first
    for c, (total, count) in near.pop(b).items():
        del near[c][b]
        if c != a:
            before = near[a].get(c, (0, 0))
            near[a][c] = near[c][a] = before[0] + total, before[1] + count
    return a
