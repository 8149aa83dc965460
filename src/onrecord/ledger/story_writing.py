"""Write the stories that were drawn anew in the place of those that they come from."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord.ledger.codec import encode_json, to_days
from onrecord.ledger.linking import Linker
from onrecord.ledger.placing import Episode
from onrecord.records import Lineage, Story
from onrecord.stories.credits import count_outlets

if TYPE_CHECKING:
    from onrecord.stories import Sketch

_stories = msgspec.json.Decoder(Story)


class LazySketches(Mapping[str, "Sketch"]):
    """The sketches of some articles, read when they are asked for: memory stays bounded."""

    def __init__(self, linker: Linker, articles: Sequence[str]) -> None:
        self._linker = linker
        self._articles = dict.fromkeys(articles)

    def __getitem__(self, article: str) -> "Sketch":
        if article not in self._articles:
            raise KeyError(article)
        return self._linker.load_sketch(article)

    def __iter__(self) -> Iterator[str]:
        return iter(self._articles)

    def __len__(self) -> int:
        return len(self._articles)


@dataclass(slots=True)
class Moves:
    """What writing stories changed for the accounts of their rows.

    `sagas` holds, by article, the saga it was in and the one it is in now; `recounted` are the
    articles whose lineage is another one, and `lineages` those of all that were looked at.
    """

    sagas: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    recounted: set[str] = field(default_factory=set)
    lineages: dict[str, Lineage] = field(default_factory=dict)
    drawn: list[Story] = field(default_factory=list)  # the sagas that are there now


def write_sagas(
    connection: sqlite3.Connection, linker: Linker, plans: Sequence[tuple[Episode, ...]]
) -> Moves:
    """Put the sagas of `plans` in the place of those that their articles were in."""
    writer = _Writer(connection, linker)
    made = [writer.make(plan) for plan in plans]
    writer.delete_old()
    for stories, places in made:
        writer.insert(stories, places)
    return writer.moves


class _Place(NamedTuple):
    """What a story's id rests on, and what else is known an episode by (see tables.sql)."""

    anchor: str
    first: str | None = None
    standing: int = 0


class _Writer:
    """Makes all stories before it changes any, for they are made from what was there."""

    def __init__(self, connection: sqlite3.Connection, linker: Linker) -> None:
        self.moves = Moves()
        self._connection = connection
        self._linker = linker
        self._old_sagas: dict[str, tuple[Story, int]] = {}  # with the number of their episodes
        self._old_lineages: dict[str, Lineage] = {}  # by article
        self._kept: set[str] = set()  # episodes that stay as they are

    def make(self, plan: tuple[Episode, ...]) -> tuple[tuple[Story, ...], dict[str, _Place]]:
        """Return a saga with its episodes, and the places of all of them by id."""
        from onrecord.stories import make_episode, make_saga

        articles = [article for episode in plan for article in episode.articles]
        sketches = LazySketches(self._linker, articles)
        before = self._load_before(articles)
        known = self._load_episodes([each.id for each in plan if each.id is not None])
        self._kept.update(known)
        places: dict[str, _Place] = {}
        episodes: list[Story] = []
        for each in plan:
            if each.id is not None:
                episode, anchor = known[each.id]
            else:
                links = self._linker.load_lineage_links(each.articles)
                episode = make_episode(each.articles, sketches, links)
                anchor = self._find_anchor(each.articles, sketches)
            episodes.append(episode)
            places[episode.id] = _Place(anchor, each.first, each.standing)
        anchor = min(place.anchor for place in places.values())
        lineages = self._find_lineages(plan, sketches)
        name = self._find_name(articles, before) if len(plan) > 1 else None
        stories = make_saga(anchor.partition(" ")[2], episodes, sketches, lineages, name=name)
        places[stories[0].id] = _Place(anchor)
        self._note_moves(stories[0])
        return stories, places

    def delete_old(self) -> None:
        """Delete the sagas that others come for, and their episodes but for those that stay."""
        for saga in self._old_sagas:
            self._connection.execute("DELETE FROM stories WHERE id = ?", (saga,))
            episodes = self._connection.execute(
                "SELECT id FROM stories WHERE parent = ?", (saga,)
            ).fetchall()
            self._connection.executemany(
                "DELETE FROM stories WHERE id = ?",
                [(episode,) for (episode,) in episodes if episode not in self._kept],
            )

    def insert(self, stories: Sequence[Story], places: Mapping[str, _Place]) -> None:
        """Write a saga and its episodes, and where their articles belong."""
        saga, *episodes = stories
        for episode in episodes:
            if episode.id in self._kept:
                self._connection.execute(
                    "UPDATE stories SET parent = ?, record = ? WHERE id = ? AND parent <> ?",
                    (saga.id, encode_json(episode), episode.id, saga.id),
                )
            else:
                self._insert_story(episode, places[episode.id])
        self._insert_story(saga, places[saga.id])
        home = {article: episode.id for episode in episodes for article in episode.articles}
        lineage = {article: each.id for each in saga.lineages for article in each.articles}
        self._connection.executemany(
            "UPDATE articles SET episode = ?1, saga = ?2, lineage = ?3 WHERE id = ?4 AND"
            " (episode IS NOT ?1 OR saga IS NOT ?2 OR lineage IS NOT ?3)",
            [(home[article], saga.id, lineage.get(article), article) for article in saga.articles],
        )

    def _insert_story(self, story: Story, place: _Place) -> None:
        found = self._connection.execute(
            "SELECT statements, acts, figures, outlet FROM json_each(?)"
            " CROSS JOIN articles ON articles.id = json_each.value",
            (encode_json(story.articles),),
        )
        *counts, outlets = zip(*found, strict=True)
        self._connection.execute(
            "INSERT INTO stories (id, kind, name, parent, earliest, latest, articles, outlets,"
            " lineages, statements, acts, figures, anchor, first, standing, record)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                story.id,
                story.kind,
                story.name,
                story.parent,
                *to_days(story.earliest, story.latest),
                len(story.articles),
                count_outlets(outlets),
                len(story.lineages),
                *map(sum, counts),
                *place,
                encode_json(story),
            ),
        )

    # --- what was there -----------------------------------------------------------------------

    def _load_before(self, articles: Sequence[str]) -> list[str]:
        """Return the sagas that `articles` were in, whose records are then at hand."""
        before: dict[str, None] = {}
        for article, saga in self._connection.execute(
            "SELECT articles.id, saga FROM json_each(?)"
            " CROSS JOIN articles ON articles.id = json_each.value",
            (encode_json(articles),),
        ).fetchall():
            self.moves.sagas[article] = (saga, "")
            if saga is not None:
                before[saga] = None
        for saga in before.keys() - self._old_sagas.keys():
            [record] = self._connection.execute(
                "SELECT record FROM stories WHERE id = ?", (saga,)
            ).fetchone()
            [episodes] = self._connection.execute(
                "SELECT count(*) FROM stories WHERE parent = ?", (saga,)
            ).fetchone()
            story = _stories.decode(record)
            self._old_sagas[saga] = story, episodes
            for lineage in story.lineages:
                self._old_lineages.update(dict.fromkeys(lineage.articles, lineage))
        return list(before)

    def _load_episodes(self, ids: Sequence[str]) -> dict[str, tuple[Story, str]]:
        """Return episodes that are there, each with its anchor."""
        found = self._connection.execute(
            "SELECT stories.id, record, anchor FROM json_each(?)"
            " CROSS JOIN stories ON stories.id = json_each.value",
            (encode_json(ids),),
        )
        return {id_: (_stories.decode(record), anchor) for id_, record, anchor in found}

    def _find_anchor(self, articles: Sequence[str], sketches: Mapping[str, "Sketch"]) -> str:
        from onrecord.stories import find_anchor, find_first_day

        anchor = find_anchor(articles, sketches)
        return f"{find_first_day(sketches[anchor])} {anchor}"

    def _find_name(self, articles: Sequence[str], before: Sequence[str]) -> str | None:
        """Return the name that one of the sagas `before` got from the very same articles."""
        from onrecord.stories import sample_articles

        sample = sample_articles(articles)
        for id_ in before:
            saga, episodes = self._old_sagas[id_]
            if episodes > 1 and sample_articles(saga.articles) == sample:
                return saga.name
        return None

    # --- lineages -----------------------------------------------------------------------------

    def _find_lineages(
        self, plan: tuple[Episode, ...], sketches: Mapping[str, "Sketch"]
    ) -> list[Lineage]:
        """Return the lineages of a saga: found anew for its new episodes and for those that
        copies tie to these, as they were for the others."""
        from onrecord.stories import find_lineages

        home = {article: episode for episode in plan for article in episode.articles}
        waiting = [episode for episode in plan if episode.id is None]
        old = {
            lineage.id: lineage
            for article in home
            if (lineage := self._old_lineages.get(article)) is not None
        }
        for lineage in old.values():
            if not all(article in home for article in lineage.articles):  # some are elsewhere now
                waiting.extend(home[article] for article in lineage.articles if article in home)
        anew: dict[Episode, None] = {}
        while waiting:
            episode = waiting.pop()
            if episode in anew:
                continue
            anew[episode] = None
            for article in episode.articles:
                waiting.extend(home[other] for other in self._list_kin(article) if other in home)
        members = {article for episode in anew for article in episode.articles}
        links = self._linker.load_lineage_links(sorted(members))
        found = find_lineages([episode.articles for episode in anew], sketches, links)
        kept = [each for each in old.values() if members.isdisjoint(each.articles)]
        return sorted((*found, *kept), key=lambda lineage: (lineage.articles[0], lineage.id))

    def _list_kin(self, article: str) -> list[str]:
        """Return the articles of one lineage with `article`, as it was or by their links."""
        lineage = self._old_lineages.get(article)
        kin = list(lineage.articles) if lineage is not None else []
        kin += [
            other
            for (other,) in self._connection.execute(
                "SELECT b FROM links WHERE a = ?1 AND ties"
                " UNION ALL SELECT a FROM links WHERE b = ?1 AND ties",
                (article,),
            )
        ]
        return kin

    def _note_moves(self, saga: Story) -> None:
        moves = self.moves
        moves.drawn.append(saga)
        for article in saga.articles:
            moves.sagas[article] = (moves.sagas[article][0], saga.id)
        for lineage in saga.lineages:
            for article in lineage.articles:
                moves.lineages[article] = lineage
                before = self._old_lineages.get(article)
                if before is None or (before.id, before.agency) != (lineage.id, lineage.agency):
                    moves.recounted.add(article)
