"""Draw the accounts of rows whose ties, sagas or lineages have changed, and compare their rows.

Rows are grouped by the ties between rows of one saga, again only as far as a change reaches; what
comes out is what agglomerating all rows at once would give.
"""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.ledger.codec import encode_json
from onrecord.ledger.linking import Linker
from onrecord.ledger.story_writing import Moves
from onrecord.ledger.tying import MILLION
from onrecord.records import Account, Comparison, Lineage, RowRef, Story

if TYPE_CHECKING:
    from onrecord.compare import Telling

Group = tuple[str, ...]
# Two rows of one decision that ties or parts them.
_DECIDED_PAIRS = (
    "decided_ties own JOIN decided_ties other"
    " ON other.decision = own.decision AND other.row <> own.row"
)
_accounts = msgspec.json.Decoder(Account)
_stories = msgspec.json.Decoder(Story)


def draw_accounts(
    connection: sqlite3.Connection, linker: Linker, stale: Iterable[str], moves: Moves
) -> set[str]:
    """Draw the accounts of `stale` rows and of what `moves` changes; return the sagas concerned."""
    return _Drawer(connection, linker, moves).draw(stale)


class _Drawer:
    def __init__(self, connection: sqlite3.Connection, linker: Linker, moves: Moves) -> None:
        self._connection = connection
        self._linker = linker
        self._moves = moves
        self._sagas = {article: saga for article, (_, saga) in moves.sagas.items()}
        self._strong: dict[str, list[str]] = {}
        self._told: dict[str, dict[str, bool]] = {}
        [self._decided] = connection.execute("SELECT max(row) FROM decided_ties").fetchone()
        self._homes: dict[str, str] = {}  # articles by row
        self._lineages: dict[str, dict[str, Lineage]] = {}  # by article, by saga
        self._concerned: set[str] = set()

    def draw(self, stale: Iterable[str]) -> set[str]:
        from onrecord.compare import ACCOUNT_BARS
        from onrecord.stories import regroup

        rows = list(dict.fromkeys((*stale, *self._list_torn())))
        self._load_strong(rows)
        changed = {
            row
            for row in rows
            if self._list_strong(row) or self._list_told(row) or self._is_kin(row)
        }
        groups = regroup(
            changed,
            list_group=self._list_kin,
            list_near=self._list_near,
            find_home=self._find_home,
            list_told=self._list_told,
            list_strong=self._list_strong,
            **ACCOUNT_BARS,
        )
        before = {row: self._list_kin(row) for group in groups for row in group}
        new = [group for group in groups if before[group[0]] != group]
        self._unmake({row for group in new for row in group})
        for group in new:
            if len(group) > 1:
                self._make(group)
        drawn = {row for group in new for row in group}
        for first in self._list_recounted():
            group = self._list_kin(first)
            if drawn.isdisjoint(group):
                self._unmake(group)
                self._make(group)
        self._move_accounts()
        return self._concerned

    def _list_torn(self) -> list[str]:
        """Return the rows that are tied to a row with which they were in one saga or are now,
        but not both."""
        by_move: dict[tuple[str, str], list[str]] = {}
        for article, (old, new) in self._moves.sagas.items():
            if old is not None:
                by_move.setdefault((old, new), []).append(article)
        torn: list[str] = []
        classes = sorted(by_move, key=lambda move: len(by_move[move]))
        for move in classes[:-1]:
            for article in by_move[move]:
                torn.extend(self._list_torn_rows(article, move))
        return torn

    def _list_torn_rows(self, article: str, move: tuple[str, str]) -> list[str]:
        old, new = move
        rows: list[str] = []
        others = self._connection.execute(
            "SELECT other_article FROM ties WHERE article = ?1 UNION SELECT other.article"
            f" FROM {_DECIDED_PAIRS} WHERE own.article = ?1",
            (article,),
        ).fetchall()
        for (other,) in others:
            was, is_ = self._moves.sagas.get(other, (None, ""))
            if (was == old) != (is_ == new):
                rows.extend(
                    row
                    for pair in self._connection.execute(
                        "SELECT row, other FROM ties WHERE article = ?1 AND other_article = ?2"
                        f" UNION SELECT own.row, other.row FROM {_DECIDED_PAIRS}"
                        " WHERE own.article = ?1 AND other.article = ?2",
                        (article, other),
                    )
                    for row in pair
                )
        return rows

    def _is_kin(self, row: str) -> bool:
        found = self._connection.execute("SELECT 1 FROM kin WHERE row = ?", (row,))
        return found.fetchone() is not None

    def _list_kin(self, row: str) -> Group:
        """Return the rows that were grouped with `row`, as the table has it."""
        found = self._connection.execute(
            "SELECT row FROM kin WHERE first = (SELECT first FROM kin WHERE row = ?) ORDER BY row",
            (row,),
        ).fetchall()
        return tuple(each for (each,) in found) or (row,)

    def _list_near(self, row: str) -> Mapping[str, float]:
        """Return the scores of the rows that `row` is tied to, in one saga."""
        near: dict[str, float] = {}
        for article, other, other_article, score in self._connection.execute(
            "SELECT article, other, other_article, score FROM ties WHERE row = ?", (row,)
        ).fetchall():
            self._homes[row] = article
            if self._find_saga(article) == self._find_saga(other_article):
                near[other] = score / MILLION
        return near

    def _list_strong(self, row: str) -> Sequence[str]:
        """Return the rows that `row` is tied to strongly enough for one account, in one saga."""
        if row not in self._strong:
            self._load_strong([row])
        return self._strong[row]

    def _load_strong(self, rows: Sequence[str]) -> None:
        """Read what `_list_strong` returns for `rows`: three ties of four are weaker."""
        from onrecord.compare import ACCOUNT_BARS

        self._strong.update((row, []) for row in rows)
        found = self._connection.execute(
            "SELECT row, article, other, other_article FROM json_each(?1)"
            " CROSS JOIN ties ON row = json_each.value AND score >= ?2",
            (encode_json(rows), ACCOUNT_BARS["threshold"] * MILLION),
        )
        for row, article, other, other_article in found.fetchall():
            if self._find_saga(article) == self._find_saga(other_article):
                self._strong[row].append(other)

    def _list_told(self, row: str) -> Mapping[str, bool]:
        """Return the rows that people told to be of one account with `row`, or not, in one saga.

        Of rows that are rejected, or no longer read, nothing is told.
        """
        if self._decided is None:  # nobody has decided any
            return {}
        if row not in self._told:
            told: dict[str, bool] = {}
            for article, other, other_article, same in self._connection.execute(
                "SELECT own.article, other.row, other.article, other.same"
                f" FROM {_DECIDED_PAIRS}"
                " JOIN rows one ON one.id = own.row JOIN rows two ON two.id = other.row"
                " WHERE own.row = ?",
                (row,),
            ).fetchall():
                if self._find_saga(article) == self._find_saga(other_article):
                    told[other] = bool(same) and told.get(other, True)
            self._told[row] = told
        return self._told[row]

    def _find_home(self, row: str) -> str:
        """Return the home of a row (see `onrecord.compare.find_home`)."""
        from onrecord.compare import find_home

        kind, article = self._connection.execute(
            "SELECT kind, article FROM rows WHERE id = ?", (row,)
        ).fetchone()
        return find_home(kind, RowRef(article, row))

    def _find_saga(self, article: str) -> str:
        if article not in self._sagas:
            [saga] = self._connection.execute(
                "SELECT saga FROM articles WHERE id = ?", (article,)
            ).fetchone()
            self._sagas[article] = saga
        return self._sagas[article]

    # --- writing ------------------------------------------------------------------------------

    def _unmake(self, rows: Iterable[str]) -> None:
        """Take the accounts and groups of `rows` away."""
        accounts: set[str] = set()
        for row in rows:
            found = self._connection.execute(
                "SELECT account FROM rows WHERE id = ?", (row,)
            ).fetchone()
            if found is not None and found[0] is not None:
                accounts.add(found[0])
            self._connection.execute("DELETE FROM kin WHERE row = ?", (row,))
        for account in accounts:
            [story] = self._connection.execute(
                "SELECT story FROM accounts WHERE id = ?", (account,)
            ).fetchone()
            self._concerned.add(story)
            self._connection.execute("UPDATE rows SET account = NULL WHERE account = ?", (account,))
            self._connection.execute("DELETE FROM accounts WHERE id = ?", (account,))

    def _make(self, group: Group) -> None:
        """Note the rows of a group, and write their account if they make one."""
        from onrecord.compare import compare_members, gather, make_account

        self._connection.executemany(
            "INSERT INTO kin (row, first) VALUES (?, ?)", [(row, group[0]) for row in group]
        )
        members = gather(group, {row: self._load_telling(row) for row in group})
        saga = self._find_saga(self._homes[group[0]])
        lineages = self._load_lineages(saga, {telling.ref.article for telling in members})
        account = make_account(saga, members, lineages)
        if account is not None:
            self._insert(account, list(compare_members(account, members)))
            self._concerned.add(saga)

    def _load_telling(self, row: str) -> "Telling[Any]":
        if row not in self._homes:
            [article] = self._connection.execute(
                "SELECT article FROM rows WHERE id = ?", (row,)
            ).fetchone()
            self._homes[row] = article
        return self._linker.tier.load_told(self._homes[row]).by_row[row]

    def _load_lineages(self, saga: str, articles: set[str]) -> list[Lineage]:
        """Return the lineages of `articles`, each once."""
        known = self._moves.lineages
        if not known.keys() >= articles:
            known = self._lineages.get(saga, {})
            if not known:
                [record] = self._connection.execute(
                    "SELECT record FROM stories WHERE id = ?", (saga,)
                ).fetchone()
                for lineage in _stories.decode(record).lineages:
                    known.update(dict.fromkeys(lineage.articles, lineage))
                self._lineages[saga] = known
        return list({known[article].id: known[article] for article in sorted(articles)}.values())

    def _insert(self, account: Account, comparisons: Sequence[Comparison]) -> None:
        self._connection.execute(
            "INSERT INTO accounts (id, story, kind, reports, record) VALUES (?, ?, ?, ?, ?)",
            (
                account.id,
                account.story,
                account.kind,
                account.counts.reports,
                encode_json(replace(account, story="")),
            ),
        )
        self._connection.executemany(
            "UPDATE rows SET account = ? WHERE id = ?",
            [(account.id, ref.row) for ref in account.rows],
        )
        self._connection.executemany(
            "INSERT INTO comparisons (account, relation, first, second, record)"
            " VALUES (?, ?, ?, ?, ?)",
            [
                (each.account, each.relation, each.a.article, each.b.article, encode_json(each))
                for each in comparisons
            ],
        )

    def _list_recounted(self) -> list[str]:
        """Return the first rows of the groups that have a row of an article with a new lineage."""
        firsts: dict[str, None] = {}
        for article in sorted(self._moves.recounted):
            for (first,) in self._connection.execute(
                "SELECT DISTINCT first FROM rows JOIN kin ON kin.row = rows.id WHERE article = ?",
                (article,),
            ).fetchall():
                firsts[first] = None
        return list(firsts)

    def _move_accounts(self) -> None:
        """Give the accounts of sagas that are others now, but came along whole, their new saga."""
        moved = {old for old, new in self._moves.sagas.values() if old is not None and old != new}
        for old in moved:
            self._concerned.discard(old)
            for id_, record in self._connection.execute(
                "SELECT id, record FROM accounts WHERE story = ?", (old,)
            ).fetchall():
                saga = self._find_saga(_accounts.decode(record).rows[0].article)
                if saga != old:
                    self._concerned.add(saga)
                    self._connection.execute(
                        "UPDATE accounts SET story = ? WHERE id = ?", (saga, id_)
                    )
