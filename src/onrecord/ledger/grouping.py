"""Draw the stories and accounts of what linking has touched."""

import sqlite3
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from onrecord.ledger.codec import encode_json, to_days
from onrecord.ledger.linking import KEPT_SKETCHES, Linker
from onrecord.ledger.opening import transaction
from onrecord.ledger.queries import load_reading
from onrecord.ledger.store import touch
from onrecord.ledger.story_queries import load_story
from onrecord.records import Account, Comparison, Reading, Story

if TYPE_CHECKING:
    from onrecord.compare import RowTie
    from onrecord.stories import Sketch


COMMIT_SECONDS = 0.5


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


def count_stale(connection: sqlite3.Connection) -> int:
    """Return how many articles wait for their stories to be drawn."""
    [number] = connection.execute("SELECT count(*) FROM stale").fetchone()
    return int(number)


def draw_stories(connection: sqlite3.Connection, linker: Linker) -> None:
    """Draw the stories of all stale articles and of everything they are linked with.

    The result depends only on the articles there are. Commits between components, so that a run
    that is stopped has not drawn for nothing; what it left is stale still.
    """
    waiting = _list_stale(connection)
    while waiting:
        with transaction(connection):
            until = time.monotonic() + COMMIT_SECONDS
            while waiting and time.monotonic() < until:
                _draw_component(connection, linker, waiting)
            touch(connection)
        waiting = waiting or _list_stale(connection)


def _list_stale(connection: sqlite3.Connection) -> deque[str]:
    return deque(a for (a,) in connection.execute("SELECT article FROM stale ORDER BY article"))


def _draw_component(connection: sqlite3.Connection, linker: Linker, waiting: deque[str]) -> None:
    """Draw the stories of all that is linked with the next one of `waiting`."""
    from onrecord.stories import complete_links, group_stories

    article = waiting.popleft()
    if connection.execute("SELECT 1 FROM stale WHERE article = ?", (article,)).fetchone() is None:
        return  # it was drawn with one before it
    component = linker.load_component(article)
    sketches: Mapping[str, Sketch] = LazySketches(linker, component)
    if len(component) <= KEPT_SKETCHES:
        sketches = {each: sketches[each] for each in component}
    links = complete_links(sketches, linker.load_links(component))
    stories = group_stories(sketches, links)
    _replace_stories(connection, component, stories)
    connection.executemany("DELETE FROM stale WHERE article = ?", [(each,) for each in component])


def forget_saga(connection: sqlite3.Connection, saga: str) -> None:
    """Delete a saga with its episodes and accounts; its articles are then in no story, and so
    stale."""
    connection.execute(
        "INSERT OR IGNORE INTO stale (article) SELECT id FROM articles WHERE saga = ?", (saga,)
    )
    connection.execute(
        "UPDATE rows SET account = NULL WHERE account IN (SELECT id FROM accounts WHERE story = ?)",
        (saga,),
    )
    connection.execute("DELETE FROM accounts WHERE story = ?", (saga,))
    connection.execute(
        "UPDATE articles SET episode = NULL, saga = NULL, lineage = NULL WHERE saga = ?", (saga,)
    )
    connection.execute("DELETE FROM stories WHERE id = ? OR parent = ?", (saga, saga))


def redraw_saga(connection: sqlite3.Connection, saga: str) -> None:
    """Draw the accounts of a saga again whose articles are the same and whose rows are not.

    Where one of its articles waits for its story to be drawn, so does all of it.
    """
    story = load_story(connection, saga)
    parts = connection.execute("SELECT id FROM stories WHERE parent = ?", (saga,)).fetchall()
    episodes = sorted((load_story(connection, id_) for (id_,) in parts), key=lambda story: story.id)
    waiting = connection.execute(
        "SELECT 1 FROM stale JOIN articles ON articles.id = stale.article WHERE saga = ?", (saga,)
    ).fetchone()
    forget_saga(connection, saga)
    if waiting is not None:
        return
    _insert_saga(connection, story, episodes, _digest_basis(connection, story, episodes))
    connection.executemany(
        "DELETE FROM stale WHERE article = ?", [(article,) for article in story.articles]
    )


def _replace_stories(
    connection: sqlite3.Connection, component: Sequence[str], stories: Sequence[Story]
) -> None:
    """Put `stories` in the place of those that the articles of `component` were in.

    A saga that comes out as it was, from articles read as they were, is left alone.
    """
    old: dict[str, str] = {}
    for article in component:
        old.update(
            connection.execute(
                "SELECT stories.id, stories.basis FROM articles"
                " JOIN stories ON stories.id = articles.saga WHERE articles.id = ?",
                (article,),
            )
        )
    sagas = [story for story in stories if story.kind == "saga"]
    by_id = sorted(stories, key=lambda story: story.id)
    episodes = {saga.id: [story for story in by_id if story.parent == saga.id] for saga in sagas}
    bases = {saga.id: _digest_basis(connection, saga, episodes[saga.id]) for saga in sagas}
    for id_, basis in old.items():
        if bases.get(id_) != basis:
            forget_saga(connection, id_)
    for saga in sagas:
        if old.get(saga.id) != bases[saga.id]:
            _insert_saga(connection, saga, episodes[saga.id], bases[saga.id])


def _digest_basis(connection: sqlite3.Connection, saga: Story, episodes: Sequence[Story]) -> str:
    """Return a digest of all that the accounts of `saga` follow from."""
    digest = blake2b(encode_json((saga, episodes)).encode(), digest_size=16)
    for article in saga.articles:
        made_from = connection.execute(
            "SELECT version, pinned, captured, coalesce(effect, '') FROM articles"
            " LEFT JOIN overlays ON overlays.article = articles.id WHERE articles.id = ?",
            (article,),
        ).fetchone()
        digest.update(encode_json(made_from).encode())
    return digest.hexdigest()


def _insert_saga(
    connection: sqlite3.Connection, saga: Story, episodes: Sequence[Story], basis: str
) -> None:
    from onrecord.compare import compare_account, find_accounts

    for story in (saga, *episodes):
        _insert_story(connection, story, basis if story is saga else "")
    lineages = {article: lineage.id for lineage in saga.lineages for article in lineage.articles}
    for episode in episodes:
        connection.executemany(
            "UPDATE articles SET episode = ?, saga = ?, lineage = ? WHERE id = ?",
            [(episode.id, saga.id, lineages.get(article), article) for article in episode.articles],
        )
    readings = tuple(load_reading(connection, article) for article in saga.articles)
    comparisons: list[Comparison] = []
    ties = _load_ties(connection, saga)
    for account in find_accounts(saga, episodes, readings, ties):
        found = list(compare_account(account, _pick_readings(account, readings)))
        _insert_account(connection, account, found)
        comparisons += found
    for story in (saga, *episodes):
        _count_differences(connection, story, comparisons)


def _load_ties(connection: sqlite3.Connection, saga: Story) -> "tuple[RowTie, ...]":
    """Return what people told to be of one account, or of two, by row ids."""
    from onrecord.compare import RowTie

    rows: dict[tuple[str, bool], list[str]] = {}
    for article in saga.articles:
        for decision, row, same in connection.execute(
            "SELECT decision, row, same FROM ties WHERE article = ?", (article,)
        ):
            rows.setdefault((decision, bool(same)), []).append(row)
    return tuple(
        RowTie(min(pair), max(pair), same)
        for (_, same), pair in sorted(rows.items())
        if len(pair) == 2
    )


def _pick_readings(account: Account, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    articles = {row.article for row in account.rows}
    return tuple(
        reading for reading in readings if reading.article and reading.article.id in articles
    )


def _insert_story(connection: sqlite3.Connection, story: Story, basis: str) -> None:
    totals = [0, 0, 0]
    outlets: set[str] = set()
    for article in story.articles:
        statements, acts, figures, outlet = connection.execute(
            "SELECT statements, acts, figures, outlet FROM articles WHERE id = ?", (article,)
        ).fetchone()
        totals = [sum(pair) for pair in zip(totals, (statements, acts, figures), strict=True)]
        if outlet is not None:
            outlets.add(outlet.casefold())
    connection.execute(
        "INSERT INTO stories (id, kind, name, parent, earliest, latest, articles, outlets,"
        " lineages, statements, acts, figures, basis, record)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            story.id,
            story.kind,
            story.name,
            story.parent,
            *to_days(story.earliest, story.latest),
            len(story.articles),
            len(outlets),
            len(story.lineages),
            *totals,
            basis,
            encode_json(story),
        ),
    )


def _insert_account(
    connection: sqlite3.Connection, account: Account, comparisons: Sequence[Comparison]
) -> None:
    connection.execute(
        "INSERT INTO accounts (id, story, kind, reports, record) VALUES (?, ?, ?, ?, ?)",
        (account.id, account.story, account.kind, account.counts.reports, encode_json(account)),
    )
    connection.executemany(
        "UPDATE rows SET account = ? WHERE id = ?", [(account.id, ref.row) for ref in account.rows]
    )
    connection.executemany(
        "INSERT INTO comparisons (story, account, relation, record) VALUES (?, ?, ?, ?)",
        [
            (account.story, account.id, comparison.relation, encode_json(comparison))
            for comparison in comparisons
        ],
    )


def _count_differences(
    connection: sqlite3.Connection, story: Story, comparisons: Sequence[Comparison]
) -> None:
    articles = set(story.articles)
    differences = sum(
        comparison.relation == "differ"
        and comparison.a.article in articles
        and comparison.b.article in articles
        for comparison in comparisons
    )
    connection.execute("UPDATE stories SET differences = ? WHERE id = ?", (differences, story.id))
