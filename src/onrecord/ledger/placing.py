"""Find the episodes and sagas that articles are in, for those alone that a change can have moved.

Nothing is written here. What comes out is what `onrecord.stories.group_stories` would make of all
articles and links at once (see `onrecord.stories.regroup` for why).
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from onrecord.ledger.tying import MILLION
from onrecord.stories import EPISODE_BARS, SAGA_BARS, NearEach, regroup

_NEAR = (
    "SELECT b, episode, saga FROM links WHERE a = :article"
    " AND NOT EXISTS (SELECT 1 FROM versions WHERE article = b)"
    " UNION ALL SELECT a, episode, saga FROM links WHERE b = :article"
    " AND NOT EXISTS (SELECT 1 FROM versions WHERE article = a)"
)


class Episode(NamedTuple):
    """Articles of one episode: those that stand for their pages, and all versions, sorted.

    `id` is that of the story it is already, as long as nothing of it is stale.
    """

    standing: tuple[str, ...]
    articles: tuple[str, ...]
    id: str | None


class Placing:
    """Finds where stale articles belong; asks the tables for what it needs, each thing once."""

    def __init__(self, connection: sqlite3.Connection, stale: Collection[str]) -> None:
        self._connection = connection
        self._stale = frozenset(stale)
        self._near: dict[str, dict[str, tuple[int, int]]] = {}
        self._means: dict[str, dict[str, float]] = {}
        self._placed: dict[str, str | None] = {}  # the episode's id by article, as it was
        self._old: dict[str, Episode] = {}  # episodes as they were, by id
        self._parents: dict[str, str] = {}
        self._new: dict[str, Episode] = {}  # episodes as they are now, by standing article
        self._firsts: dict[str, tuple[str, int]] = {}  # of these, once all are known
        self._touched: set[str] = set()  # sagas that lose an episode, or have a stale article

    def place(self) -> list[tuple[Episode, ...]]:
        """Return the sagas that are not as they were, each as its episodes."""
        loose = self._group_episodes()
        changed = {episode.standing[0] for episode in loose}
        for saga in self._touched:
            changed.update(self._list_items(saga))
        groups = regroup(
            changed,
            list_group=self._list_saga,
            near=NearEach(self._list_means, SAGA_BARS["threshold"]),
            **SAGA_BARS,
        )
        return [tuple(self._get_episode(item) for item in group) for group in groups]

    def _group_episodes(self) -> list[Episode]:
        """Return the episodes that are new or have a stale article."""
        changed: set[str] = set()
        old: set[str] = set()
        for article in self._stale:
            standing = self._find_standing(article)
            changed.add(standing)
            for each in (article, standing):
                episode = self._find_episode(each)
                if episode is not None:
                    old.add(episode)
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
            old.update(filter(None, homes))
            home = homes.pop() if len(homes) == 1 else None
            same = home is not None and self._load_episode(home).articles == articles
            if home is not None and same and self._stale.isdisjoint(articles):
                old.discard(home)
                continue
            drawn = Episode(group, articles, None)
            self._new.update(dict.fromkeys(group, drawn))
            loose.append(drawn)
        self._touched.update(self._find_parent(id_) for id_ in old)
        return loose

    def _list_episode(self, article: str) -> tuple[str, ...]:
        """Return the standing articles of the episode that `article` was in."""
        episode = self._find_episode(article)
        return (article,) if episode is None else self._load_episode(episode).standing

    def _list_near(self, article: str) -> Mapping[str, float]:
        return {
            other: episode / MILLION for other, (episode, _) in self._load_near(article).items()
        }

    def _list_items(self, saga: str) -> tuple[str, ...]:
        """Return the first articles of the episodes of `saga` that are as they were."""
        episodes = self._connection.execute("SELECT id FROM stories WHERE parent = ?", (saga,))
        return tuple(
            sorted(
                standing[0]
                for (id_,) in episodes.fetchall()
                if (standing := self._load_episode(id_).standing)
                and self._new.keys().isdisjoint(standing)
            )
        )

    def _list_saga(self, item: str) -> tuple[str, ...]:
        """Return the first articles of the episodes that were in one saga with that of `item`."""
        episode = self._get_episode(item)
        if episode.id is None:
            return (item,)
        saga = self._find_parent(episode.id)
        return (item,) if saga in self._touched else self._list_items(saga)

    def _list_means(self, item: str) -> Mapping[str, float]:
        """Return the mean saga score of an episode with each other one, by its first article."""
        if item not in self._means:
            own = self._get_episode(item)
            totals: dict[str, int] = {}
            sizes: dict[str, int] = {}
            for article in own.standing:
                for other, (_, saga) in self._load_near(article).items():
                    first, size = self._firsts.get(other) or self._find_first(other)
                    if first != item:
                        totals[first] = totals.get(first, 0) + saga
                        sizes[first] = size
            self._means[item] = {
                other: total / (MILLION * len(own.standing) * sizes[other])
                for other, total in totals.items()
            }
        return self._means[item]

    def _find_first(self, article: str) -> tuple[str, int]:
        """Return the first standing article of the episode of one, and how many it has."""
        standing = self._get_episode(article).standing
        found = standing[0], len(standing)
        self._firsts.update(dict.fromkeys(standing, found))
        return found

    def _get_episode(self, article: str) -> Episode:
        """Return the episode in which a standing article is now."""
        episode = self._new.get(article)
        if episode is None:
            id_ = self._find_episode(article)
            assert id_ is not None, article
            episode = self._load_episode(id_)
        return episode

    # --- as it was ----------------------------------------------------------------------------

    def _load_near(self, article: str) -> Mapping[str, tuple[int, int]]:
        """Return the links of a standing article to others: episode and saga in millionths."""
        if article not in self._near:
            found = self._connection.execute(_NEAR, {"article": article})
            self._near[article] = {other: (episode, saga) for other, episode, saga in found}
        return self._near[article]

    def _find_standing(self, article: str) -> str:
        found = self._connection.execute(
            "SELECT standing FROM versions WHERE article = ?", (article,)
        ).fetchone()
        return article if found is None else str(found[0])

    def _list_versions(self, standing: Iterable[str]) -> list[str]:
        return [
            version
            for article in standing
            for (version,) in self._connection.execute(
                "SELECT article FROM versions WHERE standing = ?", (article,)
            )
        ]

    def _find_episode(self, article: str) -> str | None:
        if article not in self._placed:
            [episode] = self._connection.execute(
                "SELECT episode FROM articles WHERE id = ?", (article,)
            ).fetchone()
            self._placed[article] = episode
        return self._placed[article]

    def _load_episode(self, id_: str) -> Episode:
        if id_ not in self._old:
            found = self._connection.execute(
                "SELECT articles.id, versions.standing FROM articles"
                " LEFT JOIN versions ON versions.article = articles.id"
                " WHERE episode = ? ORDER BY articles.id",
                (id_,),
            ).fetchall()
            self._placed.update((article, id_) for article, _ in found)
            self._old[id_] = Episode(
                standing=tuple(article for article, standing in found if standing is None),
                articles=tuple(article for article, _ in found),
                id=id_,
            )
        return self._old[id_]

    def _find_parent(self, episode: str) -> str:
        if episode not in self._parents:
            [parent] = self._connection.execute(
                "SELECT parent FROM stories WHERE id = ?", (episode,)
            ).fetchone()
            self._parents[episode] = parent
        return self._parents[episode]
