"""Write the groups of rows that were drawn anew, and their accounts, where they are not as before.

Most accounts that are drawn again gain one row: what of an account is as it was is not written.
"""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from onrecord.ledger.codec import encode_json
from onrecord.ledger.latest import Latest
from onrecord.ledger.linking import Linker
from onrecord.ledger.row_groups import RowGroups
from onrecord.ledger.seating import Group
from onrecord.ledger.story_writing import Moves
from onrecord.records import Account, Comparison, Lineage, Story

if TYPE_CHECKING:
    from onrecord.compare import Setting, Telling

# Sets of articles of which it is remembered who is the same in them: bounds the memory.
KEPT_SHARED = 100

_accounts = msgspec.json.Decoder(Account)
_comparisons = msgspec.json.Decoder(Comparison)
_stories = msgspec.json.Decoder(Story)


class _Old(NamedTuple):
    """An account as it was, with its record and those of what it compared, in their order."""

    account: Account
    story: str
    record: str
    compared: list[str]


class AccountWriter:
    """Puts groups of rows in the place of those that their rows were in."""

    def __init__(
        self, connection: sqlite3.Connection, linker: Linker, rows: RowGroups, moves: Moves
    ) -> None:
        self.concerned: set[str] = set()  # the sagas of accounts that are not as they were
        self._connection = connection
        self._linker = linker
        self._rows = rows
        self._moves = moves
        self._lineages: dict[str, dict[str, Lineage]] = {}  # by article, by saga
        self._shared: Latest[list[Setting]] = Latest(KEPT_SHARED)  # by the articles that share keys

    def write(self, groups: Mapping[Group, Group]) -> None:
        """Write `groups`, each given with its guests: all that rows of theirs were in before.

        A row without a group is given as one of its own.
        """
        shown = {group: guests for group, guests in groups.items() if len(group) > 1 or guests}
        rows = [row for group in groups for row in group]
        self._write_kin(rows, {row: group[0] for group in shown for row in group})
        homes, old = self._load_old(rows)
        of_row = {ref.row: each for each in old.values() for ref in each.account.rows}
        made = [self._make(group, guests, of_row) for group, guests in shown.items()]
        new = {account.id: account for account, _ in filter(None, made)}
        self.concerned.update(each.story for each in old.values())
        self.concerned.update(account.story for account in new.values())
        own = {
            ref.row: account.id
            for account in new.values()
            for ref in account.rows
            if ref.row not in account.guests
        }
        self._connection.executemany(
            "UPDATE rows SET account = ? WHERE id = ?",
            [(own.get(row), row) for row, home in homes.items() if own.get(row) != home],
        )
        self._connection.executemany(
            "DELETE FROM accounts WHERE id = ?", [(id_,) for id_ in old.keys() - new.keys()]
        )
        for account, comparisons in filter(None, made):
            self._write_account(account, comparisons, old.get(account.id))

    def _write_kin(self, rows: Collection[str], firsts: Mapping[str, str]) -> None:
        """Note the first of the group that each of `rows` is in, if it is in any."""
        asked = encode_json(list(rows))
        before: dict[str, str] = dict(
            self._connection.execute(
                "SELECT row, first FROM json_each(?) CROSS JOIN kin ON row = json_each.value",
                (asked,),
            ).fetchall()
        )
        self._connection.executemany(
            "DELETE FROM kin WHERE row = ?", [(row,) for row in before.keys() - firsts.keys()]
        )
        self._connection.executemany(
            "INSERT OR REPLACE INTO kin (row, first) VALUES (?, ?)",
            [(row, first) for row, first in firsts.items() if before.get(row) != first],
        )

    def _load_old(self, rows: Collection[str]) -> tuple[dict[str, str | None], dict[str, _Old]]:
        """Return the ids of the accounts that `rows` were in, by row, and these by their ids."""
        found = self._connection.execute(
            "SELECT rows.id, account FROM json_each(?)"
            " CROSS JOIN rows ON rows.id = json_each.value",
            (encode_json(list(rows)),),
        )
        homes: dict[str, str | None] = dict(found.fetchall())
        old: dict[str, _Old] = {}
        for id_, story, record in self._connection.execute(
            "SELECT accounts.id, story, record FROM json_each(?)"
            " CROSS JOIN accounts ON accounts.id = json_each.value",
            (encode_json(sorted({id_ for id_ in homes.values() if id_ is not None})),),
        ):
            found = self._connection.execute(
                "SELECT record FROM comparisons WHERE account = ? ORDER BY number", (id_,)
            )
            compared = [each for (each,) in found]
            old[id_] = _Old(_accounts.decode(record), story, record, compared)
        return homes, old

    def _make(
        self, group: Group, guests: Group, old: Mapping[str, _Old]
    ) -> tuple[Account, list[Comparison]] | None:
        """Return the account of a group and what it compares; `None` where they make none."""
        from onrecord.compare import RECALLED, compare_members, gather, make_account

        rows = (*group, *guests)
        members = gather(rows, {row: self._tell(row) for row in rows}, self._share)
        saga = self._rows.find_saga(members[0].ref.article)
        lineages = self._load_lineages(saga, {telling.ref.article for telling in members})
        account = make_account(saga, members, lineages, guests)
        if account is None:
            return None
        known = self._list_known(members, old) if account.kind in RECALLED else {}
        return account, list(compare_members(account, members, known))

    def _list_known(
        self, members: "Sequence[Telling[Any]]", old: Mapping[str, _Old]
    ) -> dict[tuple[str, str], Comparison]:
        """Return the comparisons in `old` accounts that hold of `members` still.

        Two rows stand to each other as they did where the actors of their articles have the keys
        and sides that they had among the rows of that account.
        """
        casts = {telling.ref.article: telling.setting.cast for telling in members}
        known: dict[tuple[str, str], Comparison] = {}
        before = {
            each.account.id: each
            for telling in members
            if (each := old.get(telling.ref.row)) is not None
        }
        for each in before.values():
            articles = dict.fromkeys(ref.article for ref in each.account.rows)
            told = [self._linker.tier.load_told(article).setting for article in articles]
            shared = zip(articles, self._share(told), strict=True)
            same = {article for article, one in shared if casts.get(article) == one.cast}
            known.update(
                ((one.a.row, one.b.row), one)
                for one in map(_comparisons.decode, each.compared)
                if one.a.article in same and one.b.article in same
            )
        return known

    def _share(self, settings: "Sequence[Setting]") -> "list[Setting]":
        from onrecord.compare import share_settings

        articles = " ".join(setting.article.id for setting in settings)
        shared = self._shared.get(articles)
        if shared is None:
            shared = share_settings(settings)
            self._shared.keep(articles, shared)
        return shared

    def _tell(self, row: str) -> "Telling[Any]":
        return self._linker.tier.load_telling(self._rows.find_article(row), row)

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

    def _write_account(
        self, account: Account, comparisons: Sequence[Comparison], old: _Old | None
    ) -> None:
        record = encode_json(replace(account, story=""))
        if old is None or record != old.record or account.story != old.story:
            self._connection.execute(
                "INSERT INTO accounts (id, story, kind, reports, record) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET story = excluded.story,"
                " reports = excluded.reports, record = excluded.record",
                (account.id, account.story, account.kind, account.counts.reports, record),
            )
        before = () if old is None else old.account.guests
        if account.guests != before:
            self._connection.execute("DELETE FROM guests WHERE account = ?", (account.id,))
            self._connection.executemany(
                "INSERT INTO guests (account, row) VALUES (?, ?)",
                [(account.id, row) for row in account.guests],
            )
        records = {encode_json(each): each for each in comparisons}
        if old is not None:
            if list(records) == old.compared:
                return
            self._connection.execute("DELETE FROM comparisons WHERE account = ?", (account.id,))
        self._connection.executemany(
            "INSERT INTO comparisons (account, relation, first, second, record)"
            " VALUES (?, ?, ?, ?, ?)",
            [
                (each.account, each.relation, each.a.article, each.b.article, data)
                for data, each in records.items()
            ],
        )
