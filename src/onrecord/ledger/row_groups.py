"""How the rows of a ledger stand to each other: what they are tied to, and were grouped with."""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.ledger.codec import encode_json
from onrecord.ledger.seating import Group
from onrecord.ledger.story_writing import Moves
from onrecord.ledger.tie_store import (
    MILLION,
    RowTies,
    Tied,
    list_tied,
    load_packed_ties,
    unpack_ties,
)
from onrecord.records import RowKind

if TYPE_CHECKING:
    from onrecord.compare import Near

# Two rows of one decision that ties or parts them.
_DECIDED_PAIRS = (
    "decided_ties own JOIN decided_ties other"
    " ON other.decision = own.decision AND other.row <> own.row"
)


class RowGroups:
    """Answers what grouping rows asks; asks the tables for what it needs, each thing once."""

    def __init__(self, connection: sqlite3.Connection, moves: Moves) -> None:
        from onrecord.compare import ACCOUNT_BARS, Near, find_home

        self._connection = connection
        self._moves = moves
        self._near = Near
        self._find_home = find_home
        self._strong = ACCOUNT_BARS["threshold"] * MILLION
        self._sagas = {article: saga for article, (_, saga) in moves.sagas.items()}
        self._told: dict[str, dict[str, bool]] = {}
        self._packed: dict[str, dict[str, bytes]] = {}  # all ties, by article
        self._ties: dict[str, RowTies] = {}  # by article: those within its saga
        [self._decided] = connection.execute("SELECT max(row) FROM decided_ties").fetchone()
        self._homes: dict[str, tuple[RowKind, str]] = {}  # kinds and articles by row
        self._before: dict[str, Group] = {}  # groups as they were, by row

    def list_torn(self) -> list[str]:
        """Return the rows that are tied to a row with which they were in one saga or are now,
        but not both."""
        by_move: dict[tuple[str, str], list[str]] = {}
        for article, (old, new) in self._moves.sagas.items():
            if old is not None:
                by_move.setdefault((old, new), []).append(article)
        torn: list[str] = []
        classes = sorted(by_move, key=lambda move: len(by_move[move]))
        for move in classes[:-1]:
            self._load_packed(by_move[move])
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
        packed = self._packed[article]
        for other in sorted({each for *_, each in decided}.union(packed)):
            was, is_ = self._moves.sagas.get(other, (None, ""))
            if (was == old) != (is_ == new):
                if other in packed:
                    rows.extend(sorted(list_tied(packed[other])))
                rows.extend(
                    row for one, two, each in decided if each == other for row in (one, two)
                )
        return rows

    def _load_packed(self, articles: Iterable[str]) -> None:
        missing = [article for article in articles if article not in self._packed]
        self._packed.update(load_packed_ties(self._connection, missing))

    def list_strong(self, items: Collection[str]) -> dict[str, list[str]]:
        """Return the rows that each of `items` is tied to strongly enough, in one saga."""
        self._load_homes(items)
        self._load_ties(self._homes[row][1] for row in items if row in self._homes)
        strong: dict[str, list[str]] = {}
        least, homes = self._strong, self._homes
        for row in items:
            ties = [tie for tie in self._list_ties(row) if tie[2] >= least]
            strong[row] = [other for other, _, _ in ties]
            for other, article, _ in ties:
                if other not in homes:  # rows that are tied are of one kind
                    homes[other] = homes[row][0], article
        return strong

    def list_inside(self, group: Group) -> dict[tuple[str, str], float]:
        """Return the scores of the ties between rows of `group`, which is of one saga."""
        inside = frozenset(group)
        return {
            (row, other): score / MILLION
            for row in group
            for other, _, score in self._list_ties(row)
            if row < other and other in inside
        }

    def list_near(self, row: str) -> "Iterator[Near]":
        """Yield the rows of its saga that a row is tied to."""
        kind = self.find_kind(row)
        if kind is None:
            return
        for other, article, score in self._list_ties(row):
            yield self._near(other, self._find_home(kind, other, article), score)

    def _list_ties(self, row: str) -> Sequence[Tied]:
        """Return the ties of a row, whose home is known, with others of its saga."""
        home = self._homes.get(row)
        if home is None:  # the row is gone
            return ()
        _, article = home
        self._load_ties([article])
        return self._ties[article].get(row, ())

    def _load_ties(self, articles: Iterable[str]) -> None:
        """Read the ties of the rows of `articles` with others of their sagas."""
        missing = [article for article in dict.fromkeys(articles) if article not in self._ties]
        if not missing:
            return
        self._load_packed(missing)
        self._load_sagas({*missing, *(other for each in missing for other in self._packed[each])})
        for article in missing:
            saga = self._sagas[article]
            packed = self._packed[article].items()
            near = {other: ties for other, ties in packed if self._sagas[other] == saga}
            self._ties[article] = unpack_ties(article, near)

    def load_before(self, rows: Sequence[str]) -> set[str]:
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
            self.load_before([row])
        return self._before[row]

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
                if self.find_saga(article) == self.find_saga(other_article):
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
        if row not in self._homes:
            self._load_homes([row])
        kind, article = self._homes[row]
        return self._find_home(kind, row, article)

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

    def find_article(self, row: str) -> str:
        """Return the article of a row."""
        self._load_homes([row])
        return self._homes[row][1]

    def find_saga(self, article: str) -> str:
        """Return the saga that an article is in now."""
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
