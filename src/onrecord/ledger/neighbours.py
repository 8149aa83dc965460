"""Date undated articles by others of their episode.

What others say of a date is found when episodes are drawn, and depends only on what the pages
themselves tell; an article of which they say something new is owed, and read again with that as
a witness.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from onrecord.ledger.linking import Linker
from onrecord.ledger.placing import Episode
from onrecord.records import Page, Witness


def owe_undated(
    connection: sqlite3.Connection, linker: Linker, plans: Iterable[Sequence[Episode]]
) -> None:
    """Note the articles of new episodes in `plans` of which others now say another date."""
    for plan in plans:
        for episode in plan:
            if episode.id is None:
                _owe_in_episode(connection, linker, episode.articles)


def find_neighbours(connection: sqlite3.Connection, article: str) -> str:
    """Return what others say of the date of `article`: what it is owed for, else has been read
    with."""
    found = connection.execute(
        "SELECT neighbours FROM owed WHERE article = ?1 AND neighbours IS NOT NULL"
        " UNION ALL SELECT neighbours FROM articles WHERE id = ?1",
        (article,),
    ).fetchone()
    return "" if found is None else str(found[0])


def state_neighbours(page: Page, neighbours: str) -> Page:
    """Return `page` with what others say of its date as a witness."""
    if not neighbours:
        return page
    words, _, days = neighbours.rpartition("\t")
    earliest, _, latest = days.partition("/")
    witness = Witness(
        kind="story",
        words=words,
        earliest=date.fromisoformat(earliest),
        latest=date.fromisoformat(latest),
    )
    return replace(page, witnesses=(*page.witnesses, witness))


def _owe_in_episode(
    connection: sqlite3.Connection, linker: Linker, articles: Sequence[str]
) -> None:
    from onrecord.stories import is_dated, narrow_days

    undated = [each for each in articles if not is_dated(linker.load_sketch(each))]
    for article in undated:
        own = linker.load_sketch(article).told_days
        others = (
            day
            for other in articles
            if own and other != article
            for day in linker.load_sketch(other).told_days
        )
        found = narrow_days(own, others)
        neighbours = "" if found is None else f"{found.words}\t{found.earliest}/{found.latest}"
        if neighbours != find_neighbours(connection, article):
            connection.execute(
                "INSERT INTO owed (article, neighbours) VALUES (?1, ?2)"
                " ON CONFLICT (article) DO UPDATE SET neighbours = ?2",
                (article, neighbours),
            )
