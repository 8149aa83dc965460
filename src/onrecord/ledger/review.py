"""Which rows to look at next: the doubtful ones that reach far, or a random sample."""

# ruff: noqa: S608 (statements are joined from constants; values are bound)

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from heapq import heappop, heappush
from math import sqrt

from onrecord.ledger.answers import list_set
from onrecord.ledger.conditions import Where, choose_rows, find_kind_column
from onrecord.ledger.decisions import read_line
from onrecord.ledger.filters import EVERYTHING, Filter
from onrecord.ledger.queries import load_row
from onrecord.ledger.rows import Row
from onrecord.records import RowKind

# How much a row's certainty counts; figures, which have none, count as likely.
DOUBT: dict[str | None, int] = {"unsure": 3, "likely": 2, None: 2, "clear": 1}
_PREFIX: dict[RowKind, str] = {"statement": "s", "act": "e", "figure": "f"}
_Z = 1.959964  # of a 95% interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A row to look at: `worth` is its doubt, 1 to 3, times `reach`, the reports it stands for."""

    row: str
    worth: int
    reach: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A random sample of rows, and how many of those judged so far are right as they were read.

    `rows` are in the order in which they are to be judged; only those before the first that
    nobody has judged count, so that leaving out hard ones does not flatter. `low` and `high` are
    the ends of the 95% interval of Wilson (1927), `None` where nothing is judged. `wrong` counts
    what was wrong: a field, or "rejected" for a row that should not be there.
    """

    kind: RowKind
    seed: str
    rows: tuple[Row, ...]
    population: int
    judged: int
    right: int
    beyond: int  # judged after the first that nobody has judged
    wrong: dict[str, int]
    by: tuple[str, ...]  # who judged them
    low: float | None
    high: float | None

    @property
    def next(self) -> Row | None:
        """The first row that nobody has judged."""
        return next((row for row in self.rows if row.review is None), None)


def list_due(connection: sqlite3.Connection, filter_: Filter = EVERYTHING) -> Iterator[Due]:
    """Yield the rows that nobody has judged, those with the most worth first.

    Nothing is looked up before it is asked for: of most queues only the beginning is.
    """
    alone = [certainty for certainty in DOUBT if _could_have(filter_, certainty)]
    for rank, due in _list_shared(connection, filter_):
        while alone and _rank(alone[0], 1) < rank:
            yield from _list_alone(connection, filter_, alone.pop(0))
        yield due
    for certainty in alone:
        yield from _list_alone(connection, filter_, certainty)


def _rank(certainty: str | None, reach: int) -> tuple[int, int]:
    """Return what orders rows: what has the most worth, then what is the most doubtful."""
    return -DOUBT[certainty] * reach, list(DOUBT).index(certainty)


def _could_have(filter_: Filter, certainty: str | None) -> bool:
    """Return whether rows of the kind that is asked for can have it: figures have none."""
    return filter_.kind is None or (filter_.kind.lower() == "figure") == (certainty is None)


def _list_shared(
    connection: sqlite3.Connection, filter_: Filter
) -> Iterator[tuple[tuple[int, int], Due]]:
    """Yield the rows of accounts by their ranks.

    Accounts come by their reach, and what none that follows can outrank is passed on.
    """
    chosen = _choose_open(filter_)
    # And here from looking each number up that a name or a word chooses, account by account.
    unsought = [f"+{c}" if c.startswith("rows.number IN") else c for c in chosen.clauses]
    where = Where(unsought, chosen.values)
    if filter_.kind is not None and find_kind_column(filter_.kind) == "kind":
        where.add("accounts.kind = ?", filter_.kind.lower())
    waiting: list[tuple[tuple[int, int], int, Due]] = []
    for number, (id_, certainty, reach) in enumerate(
        connection.execute(
            "SELECT rows.id, rows.certainty, accounts.reports"
            " FROM accounts CROSS JOIN rows INDEXED BY rows_by_account"
            f" ON rows.account = accounts.id {where.join()}"
            " ORDER BY accounts.reports DESC, accounts.id, rows.article, rows.start, rows.id",
            where.values,
        )
    ):
        if reach is None:  # a decision made meanwhile has taken the account apart
            continue
        while waiting and waiting[0][0] < _rank("unsure", reach):
            rank, _, due = heappop(waiting)
            yield rank, due
        due = Due(row=id_, worth=DOUBT[certainty] * reach, reach=reach)
        heappush(waiting, (_rank(certainty, reach), number, due))
    while waiting:
        rank, _, due = heappop(waiting)
        yield rank, due


def _list_alone(
    connection: sqlite3.Connection, filter_: Filter, certainty: str | None
) -> Iterator[Due]:
    where = _choose_open(filter_)
    where.add("rows.certainty IS ?", certainty)  # type: ignore[arg-type]
    where.add("rows.account IS NULL")
    for (id_,) in connection.execute(
        f"SELECT rows.id FROM rows {where.join()} ORDER BY rows.article, rows.start, rows.id",
        where.values,
    ):
        yield Due(row=id_, worth=DOUBT[certainty], reach=1)


def _choose_open(filter_: Filter) -> Where:
    where = choose_rows(replace(filter_, review="open", certainty=None, kind=None))
    if filter_.kind is not None:
        # The plus keeps SQLite from the index by kind: all rows of one would have to be sorted.
        where.add(f"+rows.{find_kind_column(filter_.kind)} = ?", filter_.kind.lower())
    return where


def draw_sample(connection: sqlite3.Connection, kind: RowKind, *, size: int, seed: str) -> Sample:
    """Return `size` rows of `kind`, drawn at random by `seed`, with what is judged of them.

    Ids are hashes, so that those after a random place are a random sample. A row that was
    rejected is still drawn: it counts as wrong.
    """
    start = _PREFIX[kind] + blake2b(seed.encode(), digest_size=8).hexdigest()
    ids = _list_ids(connection, kind, ">=", start, size)
    ids += _list_ids(connection, kind, "<", start, size - len(ids))
    rows = tuple(load_row(connection, id_) for id_ in ids)
    [population] = connection.execute(
        "SELECT (SELECT count(*) FROM rows WHERE kind = ?)"
        " + (SELECT count(*) FROM rejected WHERE kind = ?)",
        (kind, kind),
    ).fetchone()
    judged = next((i for i, row in enumerate(rows) if row.review is None), len(rows))
    wrong: Counter[str] = Counter()
    for row in rows[:judged]:
        wrong.update(_list_wrong(row))
    right = sum(not _list_wrong(row) for row in rows[:judged])
    low, high = wilson_interval(right, judged) if judged else (None, None)
    return Sample(
        kind=kind,
        seed=seed,
        rows=rows,
        population=population,
        judged=judged,
        right=right,
        beyond=sum(row.review is not None for row in rows[judged:]),
        wrong=dict(wrong.most_common()),
        by=tuple(sorted({name for id_ in ids[:judged] for name in _list_judges(connection, id_)})),
        low=low,
        high=high,
    )


def wilson_interval(right: int, of: int) -> tuple[float, float]:
    """Return the 95% score interval of a share (Wilson 1927); `of` is at least 1."""
    share, square = right / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def _list_wrong(row: Row) -> Sequence[str]:
    if row.review == "rejected":
        return ("rejected",)
    return [name for name, _ in list_set(row.read_as)]


def _list_judges(connection: sqlite3.Connection, id_: str) -> list[str]:
    found = connection.execute(
        "SELECT record FROM decisions JOIN decided ON decided.decision = decisions.id"
        " WHERE decided.row = ? AND state = 'holds' AND kind IN ('accept', 'correct', 'reject')",
        (id_,),
    )
    return [read_line(record).who for (record,) in found]


def _list_ids(
    connection: sqlite3.Connection, kind: RowKind, side: str, start: str, size: int
) -> list[str]:
    if size <= 0:
        return []
    first, last = _PREFIX[kind], _PREFIX[kind] + "~"
    found = connection.execute(
        f"SELECT id FROM (SELECT id FROM rows WHERE kind = ? AND id {side} ? AND id BETWEEN ? AND ?"
        f" UNION ALL SELECT id FROM rejected WHERE kind = ? AND id {side} ? AND id BETWEEN ? AND ?)"
        " ORDER BY id LIMIT ?",
        (kind, start, first, last, kind, start, first, last, size),
    )
    return [id_ for (id_,) in found]
