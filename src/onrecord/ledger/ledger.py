"""The ledger as the rest of On Record sees it: one class that passes each call on."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from onrecord.ledger import queries
from onrecord.ledger.dump import dump_tables
from onrecord.ledger.faults import explain_faults
from onrecord.ledger.filters import EVERYTHING, Filter
from onrecord.ledger.find import find_id
from onrecord.ledger.opening import DATABASE, open_folder
from onrecord.ledger.rows import (
    AccountRow,
    ActRow,
    AddReport,
    ArticleRow,
    FigureRow,
    Found,
    LedgerCounts,
    ProblemRow,
    Progress,
    Row,
    SearchResult,
    StatementRow,
    StoryRow,
)
from onrecord.ledger.search import search
from onrecord.records import Comparison, Page, Reading, RowKind, Story

if TYPE_CHECKING:
    from onrecord.ledger.decisions import Decision
    from onrecord.pages import Limits, Unreadable

Read = Callable[[Iterable["Page | Unreadable"]], Iterator[Reading]]
Clock = Callable[[], datetime]
T = TypeVar("T")


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


class Ledger:
    """One ledger folder, open. See `onrecord.ledger` for what each call promises."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self._connection: sqlite3.Connection | None = connection
        self._file = _identify(path)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, clock: Clock = utc_now) -> Self:
        """Open the ledger in the folder `path`; `clock` gives the times that are written down."""
        path = Path(path)
        return cls(path, open_folder(path, create=create), clock=clock)

    def close(self) -> None:
        """Close the ledger; closing it again does nothing."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    # --- change -----------------------------------------------------------------------------

    def add(
        self,
        inputs: Iterable[str],
        *,
        read: Read,
        version: str | None = None,
        limits: "Limits | None" = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> AddReport:
        """Read what `inputs` name into the ledger; what is there already stays as it is."""
        from onrecord.ledger.adding import Adder
        from onrecord.ledger.deciding import apply_decisions, load_pins, settle
        from onrecord.ledger.inputs import keep_inputs
        from onrecord.ledger.raw import sweep

        with self._writing() as connection:
            sweep(self.path)
            apply_decisions(connection, self.path)
            settle(connection, self.path, read=read)
            adder = Adder(
                connection,
                read=read,
                version=version,
                limits=limits,
                progress=progress,
                pins=load_pins(self.path),
            )
            return adder.run(keep_inputs(self.path, inputs, clock=self.clock))

    def remove(self, article: str, *, who: str, why: str = "") -> None:
        """Take `article` and its rows out, for good: adding its page again does not add it."""
        from onrecord.ledger.deciding import remove_article

        with self._writing() as connection:
            remove_article(connection, self.path, article, who=who, why=why, clock=self.clock)

    def restore(self, article: str, *, read: Read, who: str, why: str = "") -> None:
        """Read the page of a removed article again and put it back."""
        from onrecord.ledger.deciding import restore_article

        with self._writing() as connection:
            restore_article(
                connection, self.path, article, read=read, who=who, why=why, clock=self.clock
            )

    def pin(
        self,
        article: str,
        earliest: date,
        latest: date,
        *,
        read: Read,
        who: str,
        why: str = "",
    ) -> None:
        """State the day on which `article` was published, and read its page again with it.

        Both ends are that day; wider intervals raise `LedgerError`.
        """
        from onrecord.ledger.deciding import pin_article

        with self._writing() as connection:
            pin_article(
                connection,
                self.path,
                article,
                earliest,
                latest,
                read=read,
                who=who,
                why=why,
                clock=self.clock,
            )

    def rebuild(
        self,
        *,
        read: Read,
        version: str | None = None,
        limits: "Limits | None" = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> AddReport:
        """Make `ledger.sqlite` again from the originals and the decisions."""
        from onrecord.ledger.rebuild import rebuild_ledger

        self.close()
        report = rebuild_ledger(
            self.path, read=read, version=version, limits=limits, progress=progress
        )
        self._reopen()
        return report

    # --- ask --------------------------------------------------------------------------------

    def rows(self, filter_: Filter = EVERYTHING) -> Iterator[Row]:
        """Yield statements, acts and figures as one timeline."""
        return self._draw(queries.list_rows, filter_, None)

    def statements(self, filter_: Filter = EVERYTHING) -> Iterator[StatementRow]:
        """Yield the statements that `filter_` chooses, by day, article and place in its text."""
        for row in self._draw(queries.list_rows, filter_, "statement"):
            assert isinstance(row, StatementRow)
            yield row

    def acts(self, filter_: Filter = EVERYTHING) -> Iterator[ActRow]:
        """Yield the acts that `filter_` chooses, by day, article and place in its text."""
        for row in self._draw(queries.list_rows, filter_, "act"):
            assert isinstance(row, ActRow)
            yield row

    def figures(self, filter_: Filter = EVERYTHING) -> Iterator[FigureRow]:
        """Yield the figures that `filter_` chooses, by day, article and place in its text."""
        for row in self._draw(queries.list_rows, filter_, "figure"):
            assert isinstance(row, FigureRow)
            yield row

    def row(self, id_: str) -> Row:
        """Return one row."""
        with self._reading() as connection:
            return queries.load_row(connection, id_)

    def articles(self, filter_: Filter = EVERYTHING) -> Iterator[ArticleRow]:
        """Yield the articles that `filter_` chooses, by published day."""
        return self._draw(queries.list_articles, filter_)

    def article(self, id_: str) -> Reading:
        """Return all that was read on one page."""
        with self._reading() as connection:
            return queries.load_reading(connection, id_)

    def stories(self, filter_: Filter = EVERYTHING) -> Iterator[StoryRow]:
        """Yield the stories that `filter_` chooses, largest first."""
        return self._draw(queries.list_stories, filter_)

    def story(self, id_: str) -> Story:
        """Return one story with its articles and lineages."""
        with self._reading() as connection:
            return queries.load_story(connection, id_)

    def accounts(self, story: str, kind: RowKind | None = None) -> Iterator[AccountRow]:
        """Yield the accounts of a story, most reported first."""
        return self._draw(queries.list_accounts, story, kind)

    def account(self, id_: str) -> AccountRow:
        """Return one account."""
        with self._reading() as connection:
            return queries.load_account(connection, id_)

    def comparisons(self, story: str) -> Iterator[Comparison]:
        """Yield the comparisons of a story, by account."""
        return self._draw(queries.list_comparisons, story)

    def account_comparisons(self, account: str) -> Iterator[Comparison]:
        """Yield the comparisons of one account."""
        return self._draw(queries.list_account_comparisons, account)

    def search(self, words: str, filter_: Filter = EVERYTHING) -> SearchResult:
        """Return the rows, then the articles, that hold all of `words`, best first."""
        with self._reading() as connection:
            return search(connection, words, filter_)

    def find(self, prefix: str) -> Found:
        """Return what an abbreviated id stands for."""
        with self._reading() as connection:
            return find_id(connection, prefix)

    def problems(self) -> Iterator[ProblemRow]:
        """Yield what could not be read, by origin."""
        return self._draw(queries.list_problems)

    def decisions(self) -> "tuple[Decision, ...]":
        """Return what people decided, oldest first, with the kinds that this version ignores."""
        from onrecord.ledger.decisions import read_decisions

        with explain_faults(self.path):
            return read_decisions(self.path)

    def counts(self) -> LedgerCounts:
        """Return how much there is of everything."""
        with self._reading() as connection:
            return queries.count_all(connection)

    def revision(self) -> str:
        """Return a word that changes whenever the content does."""
        with self._reading() as connection:
            return queries.load_revision(connection)

    def check(self) -> list[str]:
        """Return what is wrong with the ledger, a sentence for each fault; none where all is well.

        Looks at every page of the file and reads every original to compare it with its name.
        """
        from onrecord.ledger.checking import find_faults

        with self._reading() as connection:
            return list(find_faults(connection, self.path))

    def dump(self) -> Iterator[str]:
        """Yield every row of every table as a line of JSON, in a canonical order."""
        return self._draw(dump_tables)

    # --- within -----------------------------------------------------------------------------

    def _draw(self, query: Callable[..., Iterator[T]], *arguments: object) -> Iterator[T]:
        with self._reading() as connection:
            yield from query(connection, *arguments)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with explain_faults(self.path):
            if self._connection is not None and _identify(self.path) != self._file:
                self._reopen()  # it was made again by another process
            if self._connection is None:
                raise ValueError("the ledger is closed")
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        from onrecord.ledger.locking import hold_lock

        with explain_faults(self.path), hold_lock(self.path), self._reading() as connection:
            yield connection

    def _reopen(self) -> None:
        self.close()
        self._connection = open_folder(self.path, create=False)
        self._file = _identify(self.path)


def _identify(path: Path) -> tuple[int, int]:
    """Return what tells the present `ledger.sqlite` from one that took its place."""
    with explain_faults(path):
        status = (path / DATABASE).stat()
    return status.st_dev, status.st_ino
