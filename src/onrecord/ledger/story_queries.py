"""Questions about stories, accounts and comparisons: every function reads, and none writes."""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from onrecord.ledger.codec import from_day
from onrecord.ledger.conditions import Where, choose_rows, choose_stories, page_of
from onrecord.ledger.filters import Filter
from onrecord.ledger.queries import explain_missing
from onrecord.ledger.rows import AccountRow, StoryRow
from onrecord.records import Account, Comparison, Relation, RowKind, RowRef, Story

_STORY_COLUMNS = (
    "id, kind, name, parent, earliest, latest, articles, outlets, lineages, statements, acts,"
    " figures, differences"
)

_CONTESTED: tuple[Relation, ...] = ("differ", "changed")

_accounts = msgspec.json.Decoder(Account)
_comparisons = msgspec.json.Decoder(Comparison)
_stories = msgspec.json.Decoder(Story)


# How many articles a story's saga has.
_SAGA_SIZE = (
    "(SELECT saga.articles FROM stories AS saga"
    " WHERE saga.id = coalesce(stories.parent, stories.id))"
)


def list_stories(connection: sqlite3.Connection, filter_: Filter) -> Iterator[StoryRow]:
    """Yield the stories that `filter_` chooses, the largest saga first; its episodes by day."""
    where = choose_stories(filter_)
    order = "articles DESC, id"
    if filter_.story is not None:
        order = "parent IS NOT NULL, earliest, id"
    elif filter_.kind is None:
        order = f"{_SAGA_SIZE} DESC, coalesce(parent, id), parent IS NOT NULL, earliest, id"
    page, values = page_of(filter_)
    for columns in connection.execute(
        f"SELECT {_STORY_COLUMNS} FROM stories {where.join()} ORDER BY {order} {page}",
        (*where.values, *values),
    ):
        yield _make_story_row(columns)


def load_story(connection: sqlite3.Connection, id_: str) -> Story:
    """Return the story `id_`; raise `LedgerError` where there is none."""
    found = connection.execute("SELECT record FROM stories WHERE id = ?", (id_,)).fetchone()
    if found is None:
        raise explain_missing("story", id_)
    return _stories.decode(found[0])


def list_accounts(
    connection: sqlite3.Connection, story: str, kind: RowKind | None
) -> Iterator[AccountRow]:
    """Yield the accounts of the saga `story`, or those of its saga in which an episode has rows."""
    record = load_story(connection, story)
    articles = set(record.articles) if record.parent is not None else None
    saga = record.parent or record.id
    relations: dict[str, dict[str, int]] = defaultdict(dict)
    for id_, relation, number in connection.execute(
        "SELECT account, relation, count(*) FROM comparisons"
        " WHERE account IN (SELECT id FROM accounts WHERE story = ?) GROUP BY account, relation",
        (saga,),
    ):
        relations[id_][relation] = number
    for (data,) in connection.execute(
        "SELECT record FROM accounts WHERE story = ? ORDER BY reports DESC, id", (saga,)
    ):
        account = _accounts.decode(data)
        if kind not in (None, account.kind):
            continue
        if articles is None or any(row.article in articles for row in account.rows):
            yield _make_account_row(account, saga, relations[account.id])


def list_most_told(
    connection: sqlite3.Connection, story: str, kind: RowKind, limit: int
) -> list[str]:
    """Return the ids of the accounts of one kind in a story, those told by most lineages first."""
    record = load_story(connection, story)
    where = Where()
    where.add("accounts.story = ?", record.parent or record.id)
    where.add("accounts.kind = ?", kind)
    if record.parent is not None:
        # A saga has its accounts to itself; those of an episode run through others.
        rows = choose_rows(Filter(story=story))
        where.add(
            f"EXISTS (SELECT 1 FROM rows {rows.join()} AND rows.account = accounts.id)",
            *rows.values,
        )
    found = connection.execute(
        f"SELECT id FROM accounts {where.join()} ORDER BY lineages DESC, reports DESC, id LIMIT ?",
        (*where.values, limit),
    )
    return [id_ for (id_,) in found]


def load_account(connection: sqlite3.Connection, id_: str) -> AccountRow:
    """Return the account `id_`; raise `LedgerError` where there is none."""
    found = connection.execute("SELECT record, story FROM accounts WHERE id = ?", (id_,)).fetchone()
    if found is None:
        raise explain_missing("account", id_)
    data, story = found
    relations = connection.execute(
        "SELECT relation, count(*) FROM comparisons WHERE account = ? GROUP BY relation", (id_,)
    )
    return _make_account_row(_accounts.decode(data), story, dict(relations.fetchall()))


def list_hosts(connection: sqlite3.Connection, row: str) -> Iterator[AccountRow]:
    """Yield the accounts that list a row although its own is another, by id."""
    hosts = connection.execute(
        "SELECT account FROM guests WHERE row = ? ORDER BY account", (row,)
    ).fetchall()
    for (account,) in hosts:
        yield load_account(connection, account)


def list_comparisons(connection: sqlite3.Connection, story: str) -> Iterator[Comparison]:
    """Yield the comparisons of the saga `story`, by account; of an episode, those within it."""
    record = load_story(connection, story)
    articles = set(record.articles) if record.parent is not None else None
    for (data,) in connection.execute(
        "SELECT comparisons.record FROM accounts JOIN comparisons ON account = accounts.id"
        " WHERE story = ? ORDER BY account, comparisons.record",
        (record.parent or record.id,),
    ):
        comparison = _comparisons.decode(data)
        if articles is None or {comparison.a.article, comparison.b.article} <= articles:
            yield comparison


def list_related(
    connection: sqlite3.Connection, story: str, relation: Relation
) -> Iterator[Comparison]:
    """Yield the comparisons of one relation in a story, those of the most reported accounts first.

    They are looked up as they are asked for: of a large story only the first are wanted.
    """
    record = load_story(connection, story)
    articles = set(record.articles) if record.parent is not None else None
    # CROSS JOIN keeps the accounts in the order of their index.
    for first, second, data in connection.execute(
        "SELECT first, second, comparisons.record FROM accounts CROSS JOIN comparisons"
        " ON comparisons.account = accounts.id WHERE story = ? AND relation = ?"
        " ORDER BY accounts.reports DESC, accounts.id, comparisons.number",
        (record.parent or record.id, relation),
    ):
        if articles is None or {first, second} <= articles:
            yield _comparisons.decode(data)


def list_account_comparisons(
    connection: sqlite3.Connection,
    account: str,
    relation: Relation | None = None,
    article: str | None = None,
    limit: int | None = None,
) -> Iterator[Comparison]:
    """Yield the comparisons of the rows of `account`, all or those of one relation or article.

    Those of an account are written at once and in order, so that their numbers keep it.
    """
    where = Where()
    where.add("account = ?", account)
    if relation is not None:
        where.add("relation = ?", relation)
    if article is not None:
        where.add("(first = ? OR second = ?)", article, article)
    for (data,) in connection.execute(
        f"SELECT record FROM comparisons {where.join()} ORDER BY number LIMIT ?",
        (*where.values, -1 if limit is None else limit),
    ):
        yield _comparisons.decode(data)


def list_account_pairs(
    connection: sqlite3.Connection, account: str, relation: Relation, limit: int
) -> Iterator[tuple[RowRef, RowRef, str]]:
    """Yield the two rows of the first `limit` comparisons of one relation, and the reason."""
    for first, row, second, other, reason in connection.execute(
        "SELECT json_extract(record, '$.a[0]'), json_extract(record, '$.a[1]'),"
        " json_extract(record, '$.b[0]'), json_extract(record, '$.b[1]'),"
        " json_extract(record, '$.reason') FROM comparisons"
        " WHERE account = ? AND relation = ? ORDER BY number LIMIT ?",
        (account, relation, limit),
    ):
        yield RowRef(first, row), RowRef(second, other), reason


def find_contested(
    connection: sqlite3.Connection, accounts: Iterable[str]
) -> dict[str, tuple[Relation, ...]]:
    """Return the relations "differ" and "changed" that each of `accounts` has, if it has any."""
    found: dict[str, tuple[Relation, ...]] = {}
    for account in accounts:
        relations = tuple(
            relation
            for relation in _CONTESTED
            if connection.execute(
                "SELECT 1 FROM comparisons WHERE account = ? AND relation = ? LIMIT 1",
                (account, relation),
            ).fetchone()
        )
        if relations:
            found[account] = relations
    return found


def _make_story_row(columns: Sequence[Any]) -> StoryRow:
    id_, kind, name, parent, earliest, latest, *numbers = columns
    articles, outlets, lineages, statements, acts, figures, differences = numbers
    return StoryRow(
        id=id_,
        kind=kind,
        name=name,
        parent=parent,
        earliest=from_day(earliest),
        latest=from_day(latest),
        articles=articles,
        outlets=outlets,
        lineages=lineages,
        statements=statements,
        acts=acts,
        figures=figures,
        differences=differences,
    )


def _make_account_row(account: Account, story: str, relations: dict[str, int]) -> AccountRow:
    return AccountRow(
        id=account.id,
        kind=account.kind,
        story=story,
        title=account.title,
        rows=account.rows,
        counts=account.counts,
        relations=relations,
        guests=account.guests,
    )
