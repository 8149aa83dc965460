"""Find the episodes and sagas that articles are in, for those alone that a change can have moved.

What comes out is what `onrecord.stories.group_stories` would make of all articles and links at
once (see `onrecord.stories.regroup` for why). Of what is found only the mean scores of the new
episodes are written here: from them the sagas follow.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from onrecord.ledger.codec import encode_json
from onrecord.ledger.episode_means import load_means, replace_means
from onrecord.ledger.tie_store import MILLION
from onrecord.stories import EPISODE_BARS, SAGA_BARS, NearEach, regroup

_NEAR = (
    "SELECT a, b, episode, saga FROM json_each(?1) CROSS JOIN links ON a = json_each.value"
    " WHERE NOT EXISTS (SELECT 1 FROM versions WHERE article = b)"
    " UNION ALL SELECT b, a, episode, saga FROM json_each(?1)"
    " CROSS JOIN links ON b = json_each.value"
    " WHERE NOT EXISTS (SELECT 1 FROM versions WHERE article = a)"
)


class Episode(NamedTuple):
    """Articles of one episode: all versions, sorted, and those that stand for their pages: the
    first of these and how many they are.

    `id` is that of the story it is already, as long as nothing of it is stale.
    """

    first: str
    standing: int
    articles: tuple[str, ...]
    id: str | None


class _Members(NamedTuple):
    """The articles of an episode as it was: those that stand for their pages now, and all."""

    standing: tuple[str, ...]
    articles: tuple[str, ...]


class Placing:
    """Finds where stale articles belong; asks the tables for what it needs, each thing once."""

    def __init__(self, connection: sqlite3.Connection, stale: Collection[str]) -> None:
        self._connection = connection
        self._stale = frozenset(stale)
        self._near: dict[str, dict[str, tuple[int, int]]] = {}
        self._placed: dict[str, str | None] = {}  # the episode's id by article, as it was
        self._old: dict[str, _Members] = {}  # episodes as they were, by id
        self._gone: set[str] = set()  # ids of those that are no more
        self._new: dict[str, Episode] = {}  # new ones, by their first articles
        self._touched: set[str] = set()  # sagas that lose an episode, or have a stale article

    def place(self) -> list[tuple[Episode, ...]]:
        """Return the sagas that are not as they were, each as its episodes."""
        groups = self._group_episodes()
        self._replace_means(groups)
        changed = {*self._new, *self._list_items(self._touched)}
        sagas = regroup(
            changed,
            list_group=self._list_saga,
            near=NearEach(
                lambda items: load_means(self._connection, items), SAGA_BARS["threshold"]
            ),
            **SAGA_BARS,
        )
        kept = self._load_kept(item for saga in sagas for item in saga if item not in self._new)
        return [tuple(self._new.get(item) or kept[item] for item in saga) for saga in sagas]

    # --- episodes -----------------------------------------------------------------------------

    def _group_episodes(self) -> list[tuple[str, ...]]:
        """Find the episodes that are new or have a stale article; return those of their articles
        that stand for their pages."""
        changed: set[str] = set()
        for article in sorted(self._stale):
            standing = self._find_standing(article)
            changed.add(standing)
            for each in (article, standing):
                episode = self._find_episode(each)
                if episode is not None:
                    self._gone.add(episode)
                    changed.update(self._load_episode(episode).standing)
        groups = regroup(
            changed,
            list_group=self._list_episode,
            near=NearEach(self._list_near, EPISODE_BARS["threshold"]),
            **EPISODE_BARS,
        )
        loose = []
        for group in groups:
            articles = tuple(sorted((*group, *self._list_versions(group))))
            homes = {self._find_episode(article) for article in articles}
            home = homes.pop() if len(homes) == 1 else None
            same = home is not None and self._load_episode(home).articles == articles
            if same and self._stale.isdisjoint(articles):
                continue
            self._gone.update(filter(None, (home, *homes)))
            self._new[group[0]] = Episode(group[0], len(group), articles, None)
            loose.append(group)
        return loose

    def _list_episode(self, article: str) -> tuple[str, ...]:
        """Return the standing articles of the episode that `article` was in."""
        episode = self._find_episode(article)
        return (article,) if episode is None else self._load_episode(episode).standing

    def _list_near(self, articles: Collection[str]) -> dict[str, dict[str, float]]:
        self._load_near(articles)
        return {
            article: {other: each / MILLION for other, (each, _) in self._near[article].items()}
            for article in articles
        }

    def _load_near(self, articles: Collection[str]) -> None:
        """Read the links of standing articles to others: episode and saga in millionths."""
        missing = [article for article in articles if article not in self._near]
        if not missing:
            return
        self._near.update((article, {}) for article in missing)
        for article, other, episode, saga in self._connection.execute(
            _NEAR, (encode_json(missing),)
        ):
            self._near[article][other] = episode, saga

    def _find_standing(self, article: str) -> str:
        found = self._connection.execute(
            "SELECT standing FROM versions WHERE article = ?", (article,)
        ).fetchone()
        return article if found is None else str(found[0])

    def _list_versions(self, standing: Iterable[str]) -> list[str]:
        found = self._connection.execute(
            "SELECT article FROM json_each(?) CROSS JOIN versions ON standing = json_each.value",
            (encode_json(list(standing)),),
        )
        return [article for (article,) in found]

    def _find_episode(self, article: str) -> str | None:
        if article not in self._placed:
            [episode] = self._connection.execute(
                "SELECT episode FROM articles WHERE id = ?", (article,)
            ).fetchone()
            self._placed[article] = episode
        return self._placed[article]

    def _load_episode(self, id_: str) -> _Members:
        if id_ not in self._old:
            found = self._connection.execute(
                "SELECT articles.id, versions.standing FROM articles"
                " LEFT JOIN versions ON versions.article = articles.id"
                " WHERE episode = ? ORDER BY articles.id",
                (id_,),
            ).fetchall()
            self._placed.update((article, id_) for article, _ in found)
            self._old[id_] = _Members(
                standing=tuple(article for article, standing in found if standing is None),
                articles=tuple(article for article, _ in found),
            )
        return self._old[id_]

    # --- sagas --------------------------------------------------------------------------------

    def _replace_means(self, groups: Iterable[tuple[str, ...]]) -> None:
        """Write the means of new episodes with all others, in the place of those of old ones."""
        gone = self._connection.execute(
            "SELECT first, stories.parent FROM json_each(?)"
            " CROSS JOIN stories ON stories.id = json_each.value",
            (encode_json(sorted(self._gone)),),
        ).fetchall()
        self._touched.update(parent for _, parent in gone)
        sizes = {article: (group[0], len(group)) for group in groups for article in group}
        self._load_near(sizes)
        others = {other for article in sizes for other in self._near[article]}
        found = self._connection.execute(
            "SELECT articles.id, first, standing FROM json_each(?)"
            " CROSS JOIN articles ON articles.id = json_each.value"
            " CROSS JOIN stories ON stories.id = episode",
            (encode_json(sorted(others.difference(sizes))),),
        )
        sizes.update((article, (first, size)) for article, first, size in found)
        means = {group[0]: self._measure_means(group, sizes) for group in groups}
        replace_means(self._connection, [first for first, _ in gone], means)

    def _measure_means(
        self, group: tuple[str, ...], sizes: Mapping[str, tuple[str, int]]
    ) -> dict[str, float]:
        """Return the mean saga score of an episode with each other one, by its first article."""
        totals: dict[tuple[str, int], int] = {}
        for article in group:
            for other, (_, saga) in self._near[article].items():
                home = sizes[other]
                totals[home] = totals.get(home, 0) + saga
        return {
            first: total / (MILLION * len(group) * size)
            for (first, size), total in totals.items()
            if first != group[0]
        }

    def _list_items(self, sagas: Iterable[str]) -> tuple[str, ...]:
        """Return the first articles of the episodes of `sagas` that are as they were."""
        found = self._connection.execute(
            "SELECT stories.id, first FROM json_each(?)"
            " CROSS JOIN stories ON stories.parent = json_each.value",
            (encode_json(sorted(sagas)),),
        )
        return tuple(sorted(first for id_, first in found if id_ not in self._gone))

    def _list_saga(self, item: str) -> tuple[str, ...]:
        """Return the first articles of the episodes that were in one saga with that of `item`."""
        if item in self._new:
            return (item,)
        [saga] = self._connection.execute(
            "SELECT parent FROM stories WHERE first = ?", (item,)
        ).fetchone()
        return (item,) if saga in self._touched else self._list_items([saga])

    def _load_kept(self, firsts: Iterable[str]) -> dict[str, Episode]:
        """Return the episodes that are as they were, by their first articles."""
        articles: dict[tuple[str, int, str], list[str]] = {}
        for first, standing, id_, article in self._connection.execute(
            "SELECT first, standing, stories.id, articles.id FROM json_each(?)"
            " CROSS JOIN stories ON first = json_each.value"
            " CROSS JOIN articles ON episode = stories.id ORDER BY articles.id",
            (encode_json(list(firsts)),),
        ):
            articles.setdefault((first, standing, id_), []).append(article)
        return {
            first: Episode(first, standing, tuple(found), id_)
            for (first, standing, id_), found in articles.items()
        }
