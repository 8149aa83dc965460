"""Draw the stories and accounts of what linking has touched."""

import sqlite3
from collections.abc import Collection, Iterable

from onrecord.ledger.accounting import draw_accounts
from onrecord.ledger.collecting import collect_seldom
from onrecord.ledger.episode_means import replace_means
from onrecord.ledger.linking import Linker
from onrecord.ledger.opening import transaction
from onrecord.ledger.overlays import Overlay
from onrecord.ledger.store import delete_rows, insert_rows, touch
from onrecord.ledger.tie_store import load_packed_ties, unpack_ties
from onrecord.records import Reading


def count_stale(connection: sqlite3.Connection) -> int:
    """Return how many articles wait for their stories to be drawn."""
    [number] = connection.execute("SELECT count(*) FROM stale").fetchone()
    return int(number)


def draw_stories(connection: sqlite3.Connection, linker: Linker) -> None:
    """Draw the stories of all stale articles and the accounts of all stale rows.

    The result depends only on the articles there are, and on what people decided about them. All
    of it is one transaction: a run that is stopped leaves everything stale that was.
    """
    waiting = "SELECT 1 FROM stale UNION ALL SELECT 1 FROM stale_rows LIMIT 1"
    if connection.execute(waiting).fetchone() is not None:
        with transaction(connection):
            draw_waiting(connection, linker)
            touch(connection)


@collect_seldom()
def draw_waiting(connection: sqlite3.Connection, linker: Linker) -> None:
    """Do what `draw_stories` does, inside the caller's transaction."""
    from onrecord.ledger.neighbours import owe_undated
    from onrecord.ledger.placing import Placing
    from onrecord.ledger.story_writing import write_sagas

    articles = [a for (a,) in connection.execute("SELECT article FROM stale ORDER BY article")]
    rows = [row for (row,) in connection.execute("SELECT row FROM stale_rows ORDER BY row")]
    plans = Placing(connection, articles).place()
    owe_undated(connection, linker, plans)
    moves = write_sagas(connection, linker, plans)
    concerned = draw_accounts(connection, linker, rows, moves)
    _count_differences(connection, concerned.union(saga.id for saga in moves.drawn))
    connection.execute("DELETE FROM stale")
    connection.execute("DELETE FROM stale_rows")


def replace_rows(
    connection: sqlite3.Connection, linker: Linker, reading: Reading, overlay: Overlay
) -> None:
    """Write the rows of an article as `overlay` corrects them, in the place of those before.

    They are tied to nothing until `tie_replaced`.
    """
    assert reading.article is not None
    article = reading.article.id
    _forget_kin(connection, article)
    linker.tier.remove(article)
    delete_rows(connection, article)
    insert_rows(connection, reading, overlay)


def tie_replaced(connection: sqlite3.Connection, linker: Linker, articles: Collection[str]) -> None:
    """Tie the rows of `articles` that `replace_rows` wrote.

    The stories stay; the accounts that such rows were in, and may come into, are to be drawn again.
    """
    linker.tie_again(articles)
    sagas: set[str] = set()
    for article in articles:
        [saga] = connection.execute("SELECT saga FROM articles WHERE id = ?", (article,)).fetchone()
        if saga is not None:
            _count_rows(connection, article)
            sagas.add(saga)
    _count_differences(connection, sagas)


def _forget_kin(connection: sqlite3.Connection, article: str) -> None:
    """Part the groups that rows of `article` are in, or guests of, and take away their accounts."""
    firsts = connection.execute(
        "SELECT first FROM rows JOIN kin ON kin.row = rows.id WHERE article = ?1"
        " UNION SELECT first FROM rows JOIN guests ON guests.row = rows.id"
        " JOIN rows host ON host.account = guests.account JOIN kin ON kin.row = host.id"
        " WHERE rows.article = ?1",
        (article,),
    ).fetchall()
    for (first,) in firsts:
        rows = connection.execute(
            "SELECT kin.row, account FROM kin LEFT JOIN rows ON rows.id = kin.row WHERE first = ?",
            (first,),
        ).fetchall()
        connection.executemany(
            "INSERT OR IGNORE INTO stale_rows (row) VALUES (?)", [(row,) for row, _ in rows]
        )
        for account in {account for _, account in rows if account is not None}:
            connection.execute("UPDATE rows SET account = NULL WHERE account = ?", (account,))
            connection.execute("DELETE FROM accounts WHERE id = ?", (account,))
        connection.execute("DELETE FROM kin WHERE first = ?", (first,))


def _count_rows(connection: sqlite3.Connection, article: str) -> None:
    """Count the rows of the episode and the saga of `article` again."""
    for home in ("episode", "saga"):
        connection.execute(
            "UPDATE stories SET (statements, acts, figures) ="  # noqa: S608 (constants)
            f" (SELECT sum(statements), sum(acts), sum(figures) FROM articles"
            f" WHERE {home} = stories.id)"
            f" WHERE id = (SELECT {home} FROM articles WHERE id = ?)",
            (article,),
        )


def forget_saga(connection: sqlite3.Connection, saga: str) -> None:
    """Delete a saga with its episodes and accounts; its articles are then in no story, and so
    stale, and so are their rows."""
    articles = connection.execute("SELECT id FROM articles WHERE saga = ?", (saga,)).fetchall()
    packed = load_packed_ties(connection, [article for (article,) in articles])
    rows = {row for article, ties in packed.items() for row in unpack_ties(article, ties)}
    decided = connection.execute(
        "SELECT row FROM articles JOIN decided_ties ON decided_ties.article = articles.id"
        " WHERE saga = ?",
        (saga,),
    ).fetchall()
    tied = [(row,) for row in sorted(rows.union(row for (row,) in decided))]
    connection.executemany("INSERT OR IGNORE INTO stale_rows (row) VALUES (?)", tied)
    connection.executemany("DELETE FROM kin WHERE row = ?", tied)
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
    firsts = connection.execute("SELECT first FROM stories WHERE parent = ?", (saga,)).fetchall()
    replace_means(connection, [first for (first,) in firsts], {})
    connection.execute("DELETE FROM stories WHERE id = ? OR parent = ?", (saga, saga))


def _count_differences(connection: sqlite3.Connection, sagas: Iterable[str]) -> None:
    """Count the comparisons "differ" of sagas, and of their episodes those within one."""
    for saga in sagas:
        found = connection.execute(
            "SELECT a.episode, b.episode, count(*) FROM accounts"
            " JOIN comparisons ON comparisons.account = accounts.id AND relation = 'differ'"
            " JOIN articles a ON a.id = first JOIN articles b ON b.id = second"
            " WHERE accounts.story = ? GROUP BY a.episode, b.episode",
            (saga,),
        ).fetchall()
        counts = {saga: sum(count for _, _, count in found)}
        counts.update((one, count) for one, other, count in found if one == other)
        connection.execute(
            "UPDATE stories SET differences = 0"
            " WHERE (id = ?1 OR parent = ?1) AND differences <> 0",
            (saga,),
        )
        connection.executemany(
            "UPDATE stories SET differences = ? WHERE id = ?",
            [(count, id_) for id_, count in counts.items()],
        )
