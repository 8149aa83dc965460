"""Tie articles together: links as they come in, stories and accounts of what they touch.

What is linked depends only on which articles there are, never on their order. Under each key the
articles stand in the order of their days; two are compared where they stand within WINDOW places
of each other under a key that both have. An article that comes in moves others apart, and one
that goes lets others closer: those pairs are looked at again.

Stories are drawn anew for whole connected components of the links that bind, and accounts for the
sagas of these that changed. What waits for it is `stale`, and stays so if the run is killed.
"""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.ledger.codec import LAST, pack
from onrecord.records import Reading

if TYPE_CHECKING:
    from onrecord.stories import Link, Sketch

# Bounds the work for one new article whatever the ledger holds: keys x 2 x WINDOW comparisons.
WINDOW = 32
# Sketches kept decoded; about 10 KB each.
KEPT_SKETCHES = 1500


class Linker:
    """Keeps sketches, keys and links up to date, inside the caller's transactions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        from onrecord.stories import Link, Sketch, binds, link_pair, sketch_reading

        self._connection = connection
        self._sketch_reading = sketch_reading
        self._link_pair = link_pair
        self._binds = binds
        self._sketch_decoder = msgspec.msgpack.Decoder(Sketch)
        self._link_decoder = msgspec.msgpack.Decoder(Link)
        self._sketches: OrderedDict[str, Sketch] = OrderedDict()

    def add(self, reading: Reading) -> None:
        """Link the article of `reading`, which must be in the ledger, to those before it."""
        article = reading.article
        assert article is not None
        sketch = self._sketch_reading(reading)
        earliest = article.published.earliest
        day = earliest.isoformat() if earliest else LAST
        self._connection.execute(
            "INSERT INTO sketches (article, day, sketch) VALUES (?, ?, ?)",
            (article.id, day, pack(sketch)),
        )
        self._remember(article.id, sketch)
        keys = dict.fromkeys(sketch.keys)
        self._connection.executemany(
            "INSERT INTO keys (key, day, article) VALUES (?, ?, ?)",
            [(key, day, article.id) for key in keys],
        )
        near: set[str] = set()
        parted: set[tuple[str, str]] = set()
        for key in keys:
            before, after = self._list_neighbours(key, day, article.id)
            near.update(before, after)
            parted.update(_pair_across(before, after))
        for a, b in parted:
            self._drop_if_apart(a, b)
        for other in near:
            self._link(article.id, other)
        self._mark_stale(article.id)

    def remove(self, article: str) -> None:
        """Take out what linking knows of `article`, which must still be in the ledger."""
        for other in self._list_bound(article):
            self._mark_stale(other)
        self._connection.execute("DELETE FROM links WHERE a = ? OR b = ?", (article, article))
        keys = dict.fromkeys(self.load_sketch(article).keys)
        day = self._load_day(article)
        self._connection.executemany(
            "DELETE FROM keys WHERE key = ? AND day = ? AND article = ?",
            [(key, day, article) for key in keys],
        )
        for key in keys:
            before, after = self._list_neighbours(key, day, article)
            for a, b in _pair_across(before, after):
                self._link(a, b)
        self._connection.execute("DELETE FROM sketches WHERE article = ?", (article,))
        self._connection.execute("DELETE FROM stale WHERE article = ?", (article,))
        self.forget(article)

    def load_component(self, article: str) -> tuple[str, ...]:
        """Return the articles that binding links lead to from `article`, in id order."""
        found = {article}
        waiting = [article]
        while waiting:
            new = set(self._list_bound(waiting.pop())) - found
            found |= new
            waiting.extend(new)
        return tuple(sorted(found))

    def load_links(self, articles: Iterable[str]) -> "Iterator[Link]":
        """Yield the links whose first end is in `articles`."""
        for article in articles:
            for (data,) in self._connection.execute(
                "SELECT link FROM links WHERE a = ? ORDER BY b", (article,)
            ):
                yield self._link_decoder.decode(data)

    def load_sketch(self, article: str) -> "Sketch":
        """Return the sketch of `article`."""
        sketch = self._sketches.get(article)
        if sketch is None:
            [data] = self._connection.execute(
                "SELECT sketch FROM sketches WHERE article = ?", (article,)
            ).fetchone()
            sketch = self._sketch_decoder.decode(data)
        self._remember(article, sketch)
        return sketch

    def forget(self, article: str) -> None:
        """Drop what is remembered of an article whose transaction was undone."""
        self._sketches.pop(article, None)

    def _remember(self, article: str, sketch: "Sketch") -> None:
        self._sketches[article] = sketch
        self._sketches.move_to_end(article)
        if len(self._sketches) > KEPT_SKETCHES:
            self._sketches.popitem(last=False)

    def _list_neighbours(self, key: str, day: str, article: str) -> tuple[list[str], list[str]]:
        """Return up to WINDOW articles on each side of a place under `key`, the nearest first."""
        before = self._connection.execute(
            "SELECT article FROM keys WHERE key = ? AND (day, article) < (?, ?)"
            " ORDER BY day DESC, article DESC LIMIT ?",
            (key, day, article, WINDOW),
        )
        after = self._connection.execute(
            "SELECT article FROM keys WHERE key = ? AND (day, article) > (?, ?)"
            " ORDER BY day, article LIMIT ?",
            (key, day, article, WINDOW),
        )
        return [each for (each,) in before], [each for (each,) in after]

    def _list_bound(self, article: str) -> list[str]:
        """Return the articles that a binding link ties to `article`."""
        found = self._connection.execute(
            "SELECT b FROM links WHERE a = ? AND binds"
            " UNION ALL SELECT a FROM links WHERE b = ? AND binds",
            (article, article),
        )
        return [other for (other,) in found]

    def _link(self, first: str, second: str) -> None:
        """Compare two articles, unless they are linked, and keep the link if there is one."""
        a, b = sorted((first, second))
        if self._find_link(a, b) is not None:
            return
        link = self._link_pair(self.load_sketch(a), self.load_sketch(b))
        if link is None:
            return
        binds = self._binds(link)
        self._connection.execute(
            "INSERT INTO links (a, b, binds, link) VALUES (?, ?, ?, ?)", (a, b, binds, pack(link))
        )
        self._mark_ends_stale(a, b, binds)

    def _drop_if_apart(self, first: str, second: str) -> None:
        """Drop the link of two articles that a third has moved apart under their last key."""
        a, b = sorted((first, second))
        binds = self._find_link(a, b)
        if binds is None or self._are_near(a, b):
            return
        self._connection.execute("DELETE FROM links WHERE a = ? AND b = ?", (a, b))
        self._mark_ends_stale(a, b, binds)

    def _mark_ends_stale(self, a: str, b: str, binds: bool) -> None:
        """A link that does not bind changes the stories of both ends only if they are of one
        component, and then either end stands for it."""
        self._mark_stale(a)
        if binds:
            self._mark_stale(b)

    def _find_link(self, a: str, b: str) -> bool | None:
        """Return whether the link of two articles binds; `None` where there is none."""
        found = self._connection.execute("SELECT binds FROM links WHERE a = ? AND b = ?", (a, b))
        link = found.fetchone()
        return None if link is None else bool(link[0])

    def _are_near(self, a: str, b: str) -> bool:
        """Return whether there is a key under which fewer than WINDOW articles part the two."""
        first, last = sorted(((self._load_day(a), a), (self._load_day(b), b)))
        for key in set(self.load_sketch(a).keys) & set(self.load_sketch(b).keys):
            [between] = self._connection.execute(
                "SELECT count(*) FROM (SELECT 1 FROM keys WHERE key = ?"
                " AND (day, article) > (?, ?) AND (day, article) < (?, ?) LIMIT ?)",
                (key, *first, *last, WINDOW),
            ).fetchone()
            if between < WINDOW:
                return True
        return False

    def _load_day(self, article: str) -> str:
        found = self._connection.execute("SELECT day FROM sketches WHERE article = ?", (article,))
        return str(found.fetchone()[0])

    def _mark_stale(self, article: str) -> None:
        self._connection.execute("INSERT OR IGNORE INTO stale (article) VALUES (?)", (article,))


def _pair_across(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs around a place that stand WINDOW + 1 places apart with something in it,
    and WINDOW places without. Both sequences have the nearest first."""
    for index, first in enumerate(before):
        across = WINDOW - 1 - index
        if across < len(after):
            yield (first, after[across]) if first < after[across] else (after[across], first)
