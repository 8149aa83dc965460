"""Tie articles together as they come in.

What is linked depends only on which articles there are, never on their order. Under each key the
articles stand in the order of their days; two are near each other under a key that both have
where fewer than WINDOW articles part them, and are compared where such keys weigh enough. An
article that comes in moves others apart, and one that goes lets others closer: what a link's keys
weigh is kept with it, and pairs that come near are looked at again.

What has to be drawn anew waits in `stale` and `stale_rows`, and stays there if the run is killed.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.ledger.codec import LAST, encode_json, pack
from onrecord.ledger.collecting import collect_seldom
from onrecord.ledger.episode_means import measure_again
from onrecord.ledger.latest import Latest
from onrecord.ledger.overlays import EMPTY, Overlay
from onrecord.ledger.preparing import Preparation, prepare
from onrecord.ledger.tie_store import MILLION
from onrecord.ledger.tying import Tier
from onrecord.records import Reading

if TYPE_CHECKING:
    from onrecord.stories import Digest, Hope, Link, Sketch

# Bounds the work for one new article whatever the ledger holds: keys x 2 x WINDOW neighbours.
WINDOW = 32
# Sketches, and their digests, kept decoded: bounds the memory. A digest takes some 4 KB, and of
# each new article some two hundred are asked for.
KEPT_SKETCHES = 300
KEPT_DIGESTS = 10_000


class Linker:
    """Keeps sketches, keys, links and ties up to date, inside the caller's transactions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        from onrecord.stories import (
            NEAR,
            Digest,
            Link,
            Sketch,
            binds,
            find_hopeful,
            link_measured,
            link_pair,
            weigh_key,
        )

        self.tier = Tier(connection)
        self._connection = connection
        self._near = NEAR
        self._weigh_key = weigh_key
        self._find_hopeful = find_hopeful
        self._link_pair = link_pair
        self._link_measured = link_measured
        self._binds = binds
        self._sketch_decoder = msgspec.msgpack.Decoder(Sketch)
        self._link_decoder = msgspec.msgpack.Decoder(Link)
        self._digest_decoder = msgspec.msgpack.Decoder(Digest)
        self._sketches: Latest[Sketch] = Latest(KEPT_SKETCHES)
        self._digests: Latest[Digest] = Latest(KEPT_DIGESTS)

    @collect_seldom()
    def add(
        self, reading: Reading, overlay: Overlay = EMPTY, preparation: Preparation | None = None
    ) -> None:
        """Link the article of `reading`, which must be in the ledger, to those before it.

        Links rest on what was read, and so does its `preparation`, where that is made already; ties
        of rows rest on what people made of it with `overlay`.
        """
        article = reading.article
        assert article is not None
        preparation = preparation or prepare(reading)
        sketch = self._sketch_decoder.decode(preparation.sketch)
        digest = self._digest_decoder.decode(preparation.digest)
        earliest = article.published.earliest
        day = earliest.isoformat() if earliest else LAST
        self._connection.execute(
            "INSERT INTO sketches (article, day, sentences, sketch) VALUES (?, ?, ?, ?)",
            (article.id, day, preparation.sentences, preparation.sketch),
        )
        self._connection.execute(
            "INSERT INTO digests (article, digest) VALUES (?, ?)", (article.id, preparation.digest)
        )
        self._sketches.keep(article.id, sketch)
        self._digests.keep(article.id, digest)
        if overlay == EMPTY:
            self.tier.add(article.id, preparation.compared)
        else:
            self.tier.add_corrected(article.id)
        keys = dict.fromkeys(sketch.keys)
        self._connection.executemany(
            "INSERT INTO keys (key, day, article) VALUES (?, ?, ?)",
            [(key, day, article.id) for key in keys],
        )
        near: Counter[str] = Counter()
        parted: Counter[tuple[str, str]] = Counter()
        for key in keys:
            weight = self._weigh_key(key)
            before, after = self._list_neighbours(key, day, article.id)
            for other in (*before, *after):
                near[other] += weight
            for pair in _pair_across(before, after):
                parted[pair] += weight
        self._part(parted)
        compared = [other for other, weight in near.items() if weight >= self._near]
        hopes = self._find_hopeful(digest, self._load_digests(compared))
        links = [
            self._link(article.id, other, near[other], hope)
            for other, hope in zip(compared, hopes, strict=True)
            if hope is not None
        ]
        bound = sorted(
            (link.b if link.a == article.id else link.a, link.episode)
            for link in links
            if link is not None and self._binds(link)
        )
        self.tier.tie(article.id, bound, new=(article.id,))
        self._order_versions(sketch.page)
        self._mark_stale(article.id)

    def remove(self, article: str) -> None:
        """Take out what linking knows of `article`, which must still be in the ledger.

        The saga that it stands in is the caller's to take out before.
        """
        sketch = self.load_sketch(article)
        day = self._load_day(article)
        self.tier.remove(article)
        self._connection.execute("DELETE FROM links WHERE a = ? OR b = ?", (article, article))
        keys = dict.fromkeys(sketch.keys)
        self._connection.executemany(
            "DELETE FROM keys WHERE key = ? AND day = ? AND article = ?",
            [(key, day, article) for key in keys],
        )
        joined: Counter[tuple[str, str]] = Counter()
        for key in keys:
            for pair in _pair_across(*self._list_neighbours(key, day, article)):
                joined[pair] += self._weigh_key(key)
        for (a, b), weight in joined.items():
            self._join(a, b, weight)
        self._connection.execute("DELETE FROM versions WHERE article = ?", (article,))
        self._order_versions(sketch.page)
        self._connection.execute("DELETE FROM sketches WHERE article = ?", (article,))
        self._connection.execute("DELETE FROM stale WHERE article = ?", (article,))
        self.forget(article)

    def tie_again(self, articles: Collection[str]) -> None:
        """Tie the rows of `articles` anew, which are others now; links are as they were."""
        links: dict[tuple[str, str], Link] = {}
        for article in articles:
            self.tier.add_corrected(article)
            found = self._connection.execute(
                "SELECT link FROM links WHERE a = ?1 UNION ALL SELECT link FROM links WHERE b = ?1",
                (article,),
            )
            for (data,) in found:
                link = self._link_decoder.decode(data)
                if self._binds(link):
                    links[link.a, link.b] = link
        bound: dict[str, list[tuple[str, float]]] = {}
        for (a, b), link in sorted(links.items(), key=lambda each: each[0]):
            bound.setdefault(a, []).append((b, link.episode))
        for article, others in bound.items():
            self.tier.tie(article, others, new=articles)

    def load_lineage_links(self, articles: Iterable[str]) -> "Iterator[Link]":
        """Yield the links that make one lineage of their ends, where the first is in `articles`."""
        for article in articles:
            for (data,) in self._connection.execute(
                "SELECT link FROM links WHERE a = ? AND ties ORDER BY b", (article,)
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
            self._sketches.keep(article, sketch)
        return sketch

    def _load_digests(self, articles: Iterable[str]) -> "list[Digest]":
        digests = {article: self._digests.get(article) for article in articles}
        missing = [article for article, digest in digests.items() if digest is None]
        for article, data in self._connection.execute(
            "SELECT article, digest FROM json_each(?)"
            " CROSS JOIN digests ON article = json_each.value",
            (encode_json(missing),),
        ):
            digest = digests[article] = self._digest_decoder.decode(data)
            self._digests.keep(article, digest)
        return [digest for digest in digests.values() if digest is not None]

    def forget(self, article: str) -> None:
        """Drop what is remembered of an article whose transaction was undone."""
        self._sketches.drop(article)
        self._digests.drop(article)
        self.tier.forget(article)

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

    def _link(
        self, first: str, second: str, near: int, hope: "Hope | None" = None
    ) -> "Link | None":
        """Compare two articles and keep the link if there is one; their rows are not tied yet.

        Where it is known that nothing is copied, what `hope` has measured is all there is to it.
        Neither is marked as stale: of an article that comes in it is enough that this one is (see
        `onrecord.stories.regroup`).
        """
        a, b = sorted((first, second))
        if hope is None or hope.copied:
            link = self._link_pair(self.load_sketch(a), self.load_sketch(b))
        else:
            link = self._link_measured(a, b, hope.features, hope.gap)
        if link is None:
            return None
        copied = link.copy is not None and link.copy.kind in ("whole", "trimmed", "reworded")
        self._connection.execute(
            "INSERT INTO links (a, b, near, episode, saga, ties, link)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                a,
                b,
                near,
                round(link.episode * MILLION),
                round(link.saga * MILLION),
                copied or link.same_page,
                pack(link),
            ),
        )
        return link

    def _part(self, parted: Mapping[tuple[str, str], int]) -> None:
        """Take so much off the links that there are of so many pairs; drop those where too little
        is left."""
        found = self._connection.execute(
            "UPDATE links SET near = near - json_extract(value, '$[2]') FROM json_each(?)"
            " WHERE a = json_extract(value, '$[0]') AND b = json_extract(value, '$[1]')"
            " RETURNING a, b, near",
            (encode_json([(*pair, weight) for pair, weight in parted.items()]),),
        ).fetchall()
        for a, b, near in found:
            if near < self._near:
                self._unlink(a, b)

    def _unlink(self, a: str, b: str) -> None:
        """Drop the link of two articles.

        Where they are of two sagas these stay as they are, for groups that were not joined with a
        pair are not joined without it; and their rows are in no account together.
        """
        self._connection.execute("DELETE FROM links WHERE a = ? AND b = ?", (a, b))
        episodes = self._connection.execute(
            "SELECT one.episode, other.episode FROM articles one JOIN articles other"
            " ON other.saga <> one.saga WHERE one.id = ? AND other.id = ?",
            (a, b),
        ).fetchone()
        self.tier.untie(a, b, apart=episodes is not None)
        if episodes is not None:
            measure_again(self._connection, *episodes)
        else:
            self._mark_stale(a)
            self._mark_stale(b)

    def _join(self, a: str, b: str, weight: int) -> None:
        """Add `weight` to a link; where there is none, look whether there is one now."""
        found = self._connection.execute(
            "UPDATE links SET near = near + ? WHERE a = ? AND b = ? RETURNING near",
            (weight, a, b),
        ).fetchone()
        if found is None:
            near = self._measure_near(a, b)
            link = self._link(a, b, near) if near >= self._near else None
            if link is not None:
                self._mark_stale(a)
                self._mark_stale(b)
                if self._binds(link):
                    self.tier.tie(a, [(b, link.episode)])

    def _measure_near(self, a: str, b: str) -> int:
        """Return the weight of the keys under which two articles are near each other."""
        first, last = sorted(((self._load_day(a), a), (self._load_day(b), b)))
        near = 0
        for key in set(self.load_sketch(a).keys) & set(self.load_sketch(b).keys):
            [between] = self._connection.execute(
                "SELECT count(*) FROM (SELECT 1 FROM keys WHERE key = ?"
                " AND (day, article) > (?, ?) AND (day, article) < (?, ?) LIMIT ?)",
                (key, *first, *last, WINDOW),
            ).fetchone()
            near += self._weigh_key(key) if between < WINDOW else 0
        return near

    def _order_versions(self, page: str | None) -> None:
        """Note which of the articles of one page stands for the others: its latest version."""
        if page is None:
            return
        found = self._connection.execute("SELECT article FROM keys WHERE key = ?", (f"u:{page}",))
        versions = sorted(
            (str(self.load_sketch(article).version or ""), article) for (article,) in found
        )
        if not versions:
            return
        *others, (_, standing) = versions
        before = self._connection.execute(
            "SELECT standing FROM versions WHERE article = ?", (standing,)
        ).fetchone()
        self._connection.execute("DELETE FROM versions WHERE article = ?", (standing,))
        self._connection.executemany(
            "INSERT OR REPLACE INTO versions (article, standing) VALUES (?, ?)",
            [(article, standing) for _, article in others],
        )
        if others or before is not None:
            for _, article in versions:
                self._mark_stale(article)

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
