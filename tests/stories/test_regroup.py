import random
from collections.abc import Mapping

import pytest

from onrecord.stories.agglomerate import Bars, agglomerate
from onrecord.stories.regroup import Group, NearEach, regroup

BARS = Bars(threshold=0.5, quorum=0.5, support=0.4)
Pairs = dict[tuple[str, str], float]


class Grouped:
    """Groups that are kept up to date change by change."""

    def __init__(self) -> None:
        self.pairs: Pairs = {}
        self.home: dict[str, Group] = {}
        self.told: dict[tuple[str, str], bool] = {}
        self.places: dict[str, str] = {}  # homes, as `agglomerate` calls them
        self.regrouped = 0

    def near(self, item: str) -> Mapping[str, float]:
        self.regrouped += 1
        ends = {
            a if b == item else b: value for (a, b), value in self.pairs.items() if item in (a, b)
        }
        return {other: value for other, value in ends.items() if other in self.home}

    def list_told(self, item: str) -> Mapping[str, bool]:
        ends = {a if b == item else b: same for (a, b), same in self.told.items() if item in (a, b)}
        return {other: same for other, same in ends.items() if other in self.home}

    def update(self, *changed: str) -> None:
        groups = regroup(
            changed,
            list_group=lambda item: self.home[item],
            near=NearEach(
                lambda items: {item: self.near(item) for item in items}, BARS["threshold"]
            ),
            find_home=lambda item: self.places.get(item, item),
            list_told=self.list_told,
            **BARS,
        )
        for group in groups:
            self.home.update(dict.fromkeys(group, group))

    def check(self) -> None:
        pairs = {pair: v for pair, v in self.pairs.items() if set(pair) <= self.home.keys()}
        told = {pair: same for pair, same in self.told.items() if set(pair) <= self.home.keys()}
        assert tuple(sorted(set(self.home.values()))) == agglomerate(
            self.home,
            pairs,
            **BARS,
            homes=self.places,
            together=[pair for pair, same in told.items() if same],
            apart=[pair for pair, same in told.items() if not same],
        )


def make_pairs(pick: random.Random, items: list[str], density: float) -> Pairs:
    """Similarities of items on a line: a blob that single linkage would make one group of."""
    return {
        (a, b): round(pick.betavariate(2, 1 + abs(i - j) / 3), 2)
        for i, a in enumerate(items)
        for j, b in enumerate(items[:i])
        if pick.random() < density
    }


@pytest.mark.parametrize("seed", range(12))
def test_change_by_change_and_all_at_once_give_the_same_groups(seed: int) -> None:
    pick = random.Random(seed)
    items = [f"p{n:02}" for n in pick.sample(range(60), 26)]
    grouped = Grouped()
    grouped.pairs = make_pairs(pick, items, pick.choice((0.3, 0.6, 0.9)))
    pick.shuffle(items)
    for item in items:
        grouped.home[item] = (item,)
        grouped.update(item)
        grouped.check()
    for gone in pick.sample(items, 8):
        left = tuple(item for item in grouped.home.pop(gone) if item != gone)
        for item in left:
            grouped.home[item] = (item,)
        grouped.update(*left)
        grouped.check()
    for pair in pick.sample(sorted(grouped.pairs), 12):
        grouped.pairs[pair] = pick.random()
        if set(pair) <= grouped.home.keys():
            grouped.update(*pair)
            grouped.check()


@pytest.mark.parametrize("seed", range(12))
def test_what_people_told_holds_change_by_change_as_all_at_once(seed: int) -> None:
    pick = random.Random(seed)
    items = [f"p{n:02}" for n in pick.sample(range(60), 24)]
    grouped = Grouped()
    grouped.places = {item: f"home {pick.randrange(8)}" for item in items[:16]}
    grouped.pairs = {
        (a, b): value
        for (a, b), value in make_pairs(pick, items, 0.5).items()
        if grouped.places.get(a, a) != grouped.places.get(b, b)
    }
    pairs = [(min(pair), max(pair)) for pair in (pick.sample(items, 2) for _ in range(16))]
    grouped.told = {pair: pick.random() < 0.6 for pair in pairs[:8]}
    for item in pick.sample(items, len(items)):
        grouped.home[item] = (item,)
        ends = [item, *grouped.list_told(item)]
        grouped.update(*ends)
        grouped.check()
    for pair in pairs:
        if grouped.told.pop(pair, None) is None:
            grouped.told[pair] = pick.random() < 0.6
        grouped.update(*pair)
        grouped.check()


def test_what_is_far_away_is_not_looked_at() -> None:
    pick = random.Random(5)
    near = [f"a{n:02}" for n in range(10)]
    far = [f"b{n:03}" for n in range(80)]
    grouped = Grouped()
    grouped.pairs = {**make_pairs(pick, near, 0.8), **make_pairs(pick, far, 0.2)}
    for item in (*near[1:], *far):
        grouped.home[item] = (item,)
    grouped.update(*grouped.home)
    grouped.regrouped = 0
    grouped.home[near[0]] = (near[0],)
    grouped.update(near[0])
    grouped.check()
    assert grouped.regrouped <= 6 * len(near)
