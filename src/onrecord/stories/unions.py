"""Disjoint sets of strings."""

from collections.abc import Iterable


class Unions:
    """Sets that start as single items and are joined; a set is named by its smallest item."""

    def __init__(self, items: Iterable[str]) -> None:
        self._parents = {item: item for item in items}

    def find(self, item: str) -> str:
        """Return the smallest item of the set that holds `item`."""
        root = item
        while self._parents[root] != root:
            root = self._parents[root]
        while self._parents[item] != root:
            self._parents[item], item = root, self._parents[item]
        return root

    def join(self, a: str, b: str) -> None:
        """Make one set of those that hold `a` and `b`."""
        first, second = sorted((self.find(a), self.find(b)))
        self._parents[second] = first

    def list_sets(self) -> list[tuple[str, ...]]:
        """Return the sets, each sorted, sorted by their smallest items."""
        sets: dict[str, list[str]] = {}
        for item in sorted(self._parents):
            sets.setdefault(self.find(item), []).append(item)
        return [tuple(members) for _, members in sorted(sets.items())]
