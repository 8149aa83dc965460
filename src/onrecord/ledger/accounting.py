"""Draw the accounts of rows whose ties, sagas or lineages have changed, and compare their rows.

Rows are grouped by the ties between rows of one saga, again only as far as a change reaches; what
comes out is what agglomerating all rows at once would give.
"""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.ledger.codec import encode_json
from onrecord.ledger.linking import Linker
from onrecord.ledger.seating import load_guests, seat_guests
from onrecord.ledger.story_writing import Moves
from onrecord.ledger.tie_store import (
    RowTies,
    list_tied,
    list_tied_articles,
    load_packed_ties,
    unpack_ties,
)
from onrecord.ledger.tying import MILLION
from onrecord.records import Account, Comparison, Lineage, RowKind, RowRef, Story

if TYPE_CHECKING:
    from onrecord.compare import Near, Telling

Group = tuple[str, ...]
# Two rows of one decision that ties or parts them.
_DECIDED_PAIRS = (
    "decided_ties own JOIN decided_ties other"
    " ON other.decision = own.decision AND other.row <> own.row"
)
_accounts = msgspec.json.Decoder(Account)
_comparisons = msgspec.json.Decoder(Comparison)
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
        self._told: dict[str, dict[str, bool]] = {}
        self._ties: dict[str, RowTies] = {}  # by article: those within its saga
        [self._decided] = connection.execute("SELECT max(row) FROM decided_ties").fetchone()
        self._homes: dict[str, tuple[RowKind, str]] = {}  # kinds and articles by row
        self._before: dict[str, Group] = {}  # groups as they were, by row
        self._lineages: dict[str, dict[str, Lineage]] = {}  # by article, by saga
        self._concerned: set[str] = set()
        self._unmade: dict[str, Account] = {}  # accounts that were taken away, by row
        self._compared: dict[str, list[Comparison]] = {}  # ... and what they compared

    def draw(self, stale: Iterable[str]) -> set[str]:
        from onrecord.compare import ACCOUNT_BARS
        from onrecord.stories import regroup

        rows = list(dict.fromkeys((*stale, *self._list_torn())))
        strong, grouped = self.list_strong(rows), self._load_before(rows)
        changed = {row for row in rows if strong[row] or self.list_told(row) or row in grouped}
        groups = regroup(
            changed,
            list_group=self.list_before,
            near=self,
            find_home=self.find_home,
            list_told=self.list_told,
            **ACCOUNT_BARS,
        )
        before = {row: self.list_before(row) for group in groups for row in group}
        guests = seat_guests(self, groups, changed, strong, self._connection)
        sat = load_guests(self._connection, [group[0] for group in guests])
        new = [
            group
            for group, guest in guests.items()
            if before.get(group[0], group) != group or sat.get(group[0], ()) != guest
        ]
        self._unmake({row for group in new for row in group})
        for group in new:
            if len(group) > 1 or guests[group]:
                self._make(group, guests[group])
        drawn = {row for group in new for row in group}
        for first in self._list_recounted():
            group = self._list_kin(first)
            if drawn.isdisjoint(group):
                seated = load_guests(self._connection, group[:1]).get(group[0], ())
                self._unmake(group)
                self._make(group, seated)
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
        decided: list[tuple[str, str, str]] = []
        if self._decided is not None:
            decided = self._connection.execute(
                f"SELECT own.row, other.row, other.article FROM {_DECIDED_PAIRS}"
                " WHERE own.article = ?",
                (article,),
            ).fetchall()
        others = {each for *_, each in decided}.union(list_tied_articles(self._connection, article))
        for other in sorted(others):
            was, is_ = self._moves.sagas.get(other, (None, ""))
            if (was == old) != (is_ == new):
                rows.extend(sorted(list_tied(self._connection, article, other)))
                rows.extend(
                    row for one, two, each in decided if each == other for row in (one, two)
                )
        return rows

    # --- what rows are grouped by ---------------------------------------------------------------

    def list_strong(self, items: Collection[str]) -> dict[str, list[str]]:
        """Return the rows that each of `items` is tied to strongly enough, in one saga."""
        from onrecord.compare import ACCOUNT_BARS

        self._load_homes(items)
        least = ACCOUNT_BARS["threshold"] * MILLION
        return {
            row: [other for other, score in self._list_ties(row) if score >= least] for row in items
        }

    def list_inside(self, group: Group) -> dict[tuple[str, str], float]:
        """Return the scores of the ties between rows of `group`, which is of one saga."""
        inside = frozenset(group)
        return {
            (row, other): score / MILLION
            for row in group
            for other, score in self._list_ties(row)
            if row < other and other in inside
        }

    def list_near(self, row: str) -> "Iterator[Near]":
        """Yield the rows of its saga that a row is tied to."""
        from onrecord.compare import Near

        self._load_homes([row])
        ties = self._list_ties(row)
        self._load_homes([other for other, _ in ties])
        return (Near(other, self.find_home(other), score) for other, score in ties)

    def _list_ties(self, row: str) -> Sequence[tuple[str, int]]:
        """Return the ties of a row, whose home is known, with others of its saga."""
        home = self._homes.get(row)
        if home is None:  # the row is gone
            return ()
        _, article = home
        if article not in self._ties:
            packed = load_packed_ties(self._connection, article)
            self._load_sagas([article, *packed])
            saga = self._sagas[article]
            near = {other: each for other, each in packed.items() if self._sagas[other] == saga}
            self._ties[article] = unpack_ties(article, near)
        return self._ties[article].get(row, ())

    def _load_before(self, rows: Sequence[str]) -> set[str]:
        """Read the groups that `rows` were in; return those of them that were in any."""
        groups: dict[str, list[str]] = {}
        for row, other in self._connection.execute(
            "SELECT own.row, kin.row FROM json_each(?)"
            " CROSS JOIN kin own ON own.row = json_each.value"
            " CROSS JOIN kin ON kin.first = own.first ORDER BY own.row, kin.row",
            (encode_json(rows),),
        ):
            groups.setdefault(row, []).append(other)
        for row in rows:
            group = tuple(groups.get(row, (row,)))
            self._before.update(dict.fromkeys(group, group))
        return set(groups)

    def list_before(self, row: str) -> Group:
        """Return the rows that were grouped with `row` when this began."""
        if row not in self._before:
            self._load_before([row])
        return self._before[row]

    def _list_kin(self, row: str) -> Group:
        """Return the rows that are grouped with `row`, as the table has it."""
        found = self._connection.execute(
            "SELECT row FROM kin WHERE first = (SELECT first FROM kin WHERE row = ?) ORDER BY row",
            (row,),
        ).fetchall()
        return tuple(each for (each,) in found) or (row,)

    def list_told(self, row: str) -> Mapping[str, bool]:
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

    def find_kind(self, row: str) -> RowKind | None:
        """Return the kind of a row, `None` for one that is gone."""
        self._load_homes([row])
        found = self._homes.get(row)
        return None if found is None else found[0]

    def find_home(self, row: str) -> str:
        """Return the home of a row (see `onrecord.compare.find_home`)."""
        from onrecord.compare import find_home

        self._load_homes([row])
        kind, article = self._homes[row]
        return find_home(kind, RowRef(article, row))

    def _load_homes(self, rows: Iterable[str]) -> None:
        """Read the kinds and articles of `rows`."""
        missing = [row for row in rows if row not in self._homes]
        if missing:
            found = self._connection.execute(
                "SELECT rows.id, kind, article FROM json_each(?)"
                " CROSS JOIN rows ON rows.id = json_each.value",
                (encode_json(missing),),
            )
            self._homes.update((row, (kind, article)) for row, kind, article in found)

    def _find_saga(self, article: str) -> str:
        if article not in self._sagas:
            self._load_sagas([article])
        return self._sagas[article]

    def _load_sagas(self, articles: Iterable[str]) -> None:
        missing = [article for article in articles if article not in self._sagas]
        if missing:
            found = self._connection.execute(
                "SELECT articles.id, saga FROM json_each(?)"
                " CROSS JOIN articles ON articles.id = json_each.value",
                (encode_json(missing),),
            )
            self._sagas.update(found.fetchall())

    # --- writing ------------------------------------------------------------------------------

    def _unmake(self, rows: Iterable[str]) -> None:
        """Take the accounts and groups of `rows` away."""
        asked = encode_json(list(rows))
        self._connection.execute(
            "DELETE FROM kin WHERE row IN (SELECT value FROM json_each(?))", (asked,)
        )
        accounts = self._connection.execute(
            "SELECT DISTINCT accounts.id, story, accounts.record FROM json_each(?)"
            " CROSS JOIN rows ON rows.id = json_each.value"
            " CROSS JOIN accounts ON accounts.id = account",
            (asked,),
        ).fetchall()
        for account, story, record in accounts:
            self._concerned.add(story)
            for ref in (unmade := _accounts.decode(record)).rows:
                self._unmade[ref.row] = unmade
            self._compared[account] = [
                _comparisons.decode(each)
                for (each,) in self._connection.execute(
                    "SELECT record FROM comparisons WHERE account = ?", (account,)
                )
            ]
            self._connection.execute("UPDATE rows SET account = NULL WHERE account = ?", (account,))
            self._connection.execute("DELETE FROM accounts WHERE id = ?", (account,))

    def _make(self, group: Group, guests: Group) -> None:
        """Note the rows of a group, and write their account if they make one with `guests`."""
        from onrecord.compare import compare_members, gather, make_account

        self._connection.executemany(
            "INSERT INTO kin (row, first) VALUES (?, ?)", [(row, group[0]) for row in group]
        )
        rows = (*group, *guests)
        self._load_homes(rows)
        members = gather(rows, {row: self._load_telling(row) for row in rows})
        saga = self._find_saga(members[0].ref.article)
        lineages = self._load_lineages(saga, {telling.ref.article for telling in members})
        account = make_account(saga, members, lineages, guests)
        if account is not None:
            known = self._list_known(members)
            self._insert(account, list(compare_members(account, members, known)))
            self._concerned.add(saga)

    def _list_known(self, members: "Sequence[Telling[Any]]") -> dict[tuple[str, str], Comparison]:
        """Return the comparisons in accounts that were taken away that hold of `members` still.

        Two rows stand to each other as they did where the actors of their articles have the keys
        and sides that they had among the rows of that account.
        """
        from onrecord.compare import share_casts

        casts = {telling.ref.article: telling.setting.cast for telling in members}
        known: dict[tuple[str, str], Comparison] = {}
        unmade = {
            account.id: account
            for telling in members
            if (account := self._unmade.get(telling.ref.row)) is not None
        }
        for account in unmade.values():
            articles = list(dict.fromkeys(ref.article for ref in account.rows))
            told = (self._linker.tier.load_told(article) for article in articles)
            before = zip(articles, share_casts([each.setting.cast for each in told]), strict=True)
            same = {article for article, cast in before if casts.get(article) == cast}
            known.update(
                ((each.a.row, each.b.row), each)
                for each in self._compared[account.id]
                if each.a.article in same and each.b.article in same
            )
        return known

    def _load_telling(self, row: str) -> "Telling[Any]":
        _, article = self._homes[row]
        return self._linker.tier.load_telling(article, row)

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
            [(account.id, ref.row) for ref in account.rows if ref.row not in account.guests],
        )
        self._connection.executemany(
            "INSERT INTO guests (account, row) VALUES (?, ?)",
            [(account.id, row) for row in account.guests],
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
        """Return the first rows of the groups that have a row, or a guest, of an article with a
        new lineage."""
        firsts: dict[str, None] = {}
        for article in sorted(self._moves.recounted):
            for (first,) in self._connection.execute(
                "SELECT first FROM rows JOIN kin ON kin.row = rows.id WHERE article = ?1"
                " UNION SELECT first FROM rows JOIN guests ON guests.row = rows.id"
                " JOIN rows host ON host.account = guests.account JOIN kin ON kin.row = host.id"
                " WHERE rows.article = ?1",
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
