"""What can be asked of an open ledger: each call is passed on to the file that answers it."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from onrecord.ledger import actors, queries, story_queries
from onrecord.ledger.dump import dump_tables
from onrecord.ledger.faults import explain_faults
from onrecord.ledger.filters import EVERYTHING, Filter
from onrecord.ledger.find import find_id
from onrecord.ledger.rows import (
    AccountRow,
    ActorPart,
    ActorRow,
    ActRow,
    ArticleRow,
    FigureRow,
    Found,
    LedgerCounts,
    ProblemRow,
    Row,
    RowPlace,
    SearchResult,
    StatementRow,
    StoryRow,
)
from onrecord.ledger.search import search
from onrecord.records import Comparison, Reading, Relation, RowKind, Story

if TYPE_CHECKING:
    from onrecord.ledger.decisions import Decision

T = TypeVar("T")


class Questions(ABC):
    """The questions that a ledger answers. See `onrecord.ledger` for what each call promises."""

    path: Path

    @abstractmethod
    def _reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Give a connection to ask."""

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

    def places(self, filter_: Filter = EVERYTHING) -> Iterator[RowPlace]:
        """Yield where the rows that `filter_` chooses belong, in the order of `rows`."""
        return self._draw(queries.list_places, filter_)

    def row(self, id_: str) -> Row:
        """Return one row."""
        with self._reading() as connection:
            return queries.load_row(connection, id_)

    def actor(self, name: str) -> ActorRow:
        """Return who is named so, in whatever other forms the articles name them."""
        with self._reading() as connection:
            return actors.find_actor(connection, name)

    def rows_of(
        self,
        actor: ActorRow,
        part: ActorPart,
        kind: RowKind,
        *,
        saga: str | None = None,
        limit: int = -1,
        offset: int = 0,
    ) -> Iterator[Row]:
        """Yield the rows of one kind in which `actor` has the part, by day, article and place."""
        return self._draw(actors.list_rows_of, actor, part, kind, saga, limit, offset)

    def articles(self, filter_: Filter = EVERYTHING) -> Iterator[ArticleRow]:
        """Yield the articles that `filter_` chooses, by published day."""
        return self._draw(queries.list_articles, filter_)

    def article(self, id_: str) -> Reading:
        """Return all that was read on one page."""
        with self._reading() as connection:
            return queries.load_reading(connection, id_)

    def stories(self, filter_: Filter = EVERYTHING) -> Iterator[StoryRow]:
        """Yield the stories that `filter_` chooses, largest first."""
        return self._draw(story_queries.list_stories, filter_)

    def story(self, id_: str) -> Story:
        """Return one story with its articles and lineages."""
        with self._reading() as connection:
            return story_queries.load_story(connection, id_)

    def accounts(self, story: str, kind: RowKind | None = None) -> Iterator[AccountRow]:
        """Yield the accounts of a story, most reported first."""
        return self._draw(story_queries.list_accounts, story, kind)

    def account(self, id_: str) -> AccountRow:
        """Return one account."""
        with self._reading() as connection:
            return story_queries.load_account(connection, id_)

    def comparisons(self, story: str) -> Iterator[Comparison]:
        """Yield the comparisons of a story, by account."""
        return self._draw(story_queries.list_comparisons, story)

    def account_comparisons(
        self, account: str, *, relation: Relation | None = None, limit: int | None = None
    ) -> Iterator[Comparison]:
        """Yield the comparisons of one account."""
        return self._draw(story_queries.list_account_comparisons, account, relation, limit)

    def contested(self, accounts: Iterable[str]) -> dict[str, tuple[Relation, ...]]:
        """Return which of `accounts` hold rows that differ or changed, and which of the two."""
        with self._reading() as connection:
            return story_queries.find_contested(connection, accounts)

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

    def _draw(self, query: Callable[..., Iterator[T]], *arguments: object) -> Iterator[T]:
        with self._reading() as connection:
            yield from query(connection, *arguments)
