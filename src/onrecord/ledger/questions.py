"""What can be asked of an open ledger: each call is passed on to the file that answers it."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from onrecord.ledger import actors, queries, story_queries
from onrecord.ledger.dump import dump_tables
from onrecord.ledger.faults import explain_faults
from onrecord.ledger.filters import EVERYTHING, Filter
from onrecord.ledger.fusing import By
from onrecord.ledger.rows import (
    AccountRow,
    ActorPart,
    ActorRow,
    ActRow,
    ArticleRow,
    FigureRow,
    Found,
    LedgerCounts,
    PageVersion,
    ProblemRow,
    Row,
    RowTime,
    SearchResult,
    StatementRow,
    StoryRow,
)
from onrecord.ledger.search import gather_rows, search
from onrecord.ledger.selection import Selection
from onrecord.ledger.short_ids import find_id
from onrecord.records import Comparison, Page, Reading, Relation, RowKind, RowRef, Story

if TYPE_CHECKING:
    from onrecord.ledger.anchors import PersonAnchor
    from onrecord.ledger.decisions import Decision
    from onrecord.ledger.history import DecisionRow
    from onrecord.ledger.name_queries import NameRow
    from onrecord.ledger.paging import RowPlace
    from onrecord.ledger.review import Due, Sample

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

    @property
    def statements(self) -> Selection[StatementRow]:
        """The statements, by day, article and place in the text."""
        return Selection("statements", self._ask_statements)

    @property
    def acts(self) -> Selection[ActRow]:
        """The acts, by day, article and place in the text."""
        return Selection("acts", self._ask_acts)

    @property
    def figures(self) -> Selection[FigureRow]:
        """The figures, by day, article and place in the text."""
        return Selection("figures", self._ask_figures)

    def rows_from(
        self, filter_: Filter, kind: RowKind | None, after: "RowPlace | None", limit: int
    ) -> "tuple[list[Row], RowPlace | None]":
        """Return up to `limit` rows after a place, and the place of the last if others follow."""
        from onrecord.ledger.paging import list_rows_from

        with self._reading() as connection:
            return list_rows_from(connection, filter_, kind, after, limit)

    def places(self, filter_: Filter = EVERYTHING) -> Iterator[RowTime]:
        """Yield where the rows that `filter_` chooses belong, in the order of `rows`."""
        return self._draw(queries.list_places, filter_)

    def accounts_with(self, filter_: Filter) -> set[str]:
        """Return the ids of the accounts in which `filter_` chooses a row."""
        with self._reading() as connection:
            return queries.find_accounts(connection, filter_)

    def account_rows(
        self, accounts: Sequence[str], filter_: Filter = EVERYTHING, *, each: int
    ) -> Iterator[Row]:
        """Yield the first `each` rows of every one of `accounts` that `filter_` chooses."""
        return self._draw(queries.list_account_rows, accounts, filter_, each)

    def row(self, id_: str) -> Row:
        """Return one row."""
        with self._reading() as connection:
            return queries.load_row(connection, id_)

    def rows_by_id(self, ids: Sequence[str]) -> list[Row]:
        """Return rows in the order of their ids."""
        with self._reading() as connection:
            return queries.load_rows(connection, ids)

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

    @property
    def articles(self) -> Selection[ArticleRow]:
        """The articles, by published day."""
        return Selection("articles", partial(self._draw, queries.list_articles))

    def count_by_saga(self, filter_: Filter = EVERYTHING) -> dict[str, int]:
        """Return how many of the articles that `filter_` chooses each saga has, most first."""
        with self._reading() as connection:
            return queries.count_by_saga(connection, filter_)

    def page_versions(self) -> Iterator[PageVersion]:
        """Yield all articles as versions of the pages at their addresses, by id."""
        return self._draw(queries.list_page_versions)

    def article(self, id_: str, *, as_read: bool = False) -> Reading:
        """Return all that was read on one page, with what people corrected, or `as_read`."""
        with self._reading() as connection:
            return queries.load_reading(connection, id_, as_read=as_read)

    def page(self, article: str) -> Page:
        """Return the page of one article as it came in, from the original that holds it."""
        from onrecord.ledger.originals import load_page

        with self._reading() as connection:
            [listed] = queries.load_article_rows(connection, [article])
        with explain_faults(self.path):
            return load_page(self.path, listed.originals, article)

    @property
    def stories(self) -> Selection[StoryRow]:
        """The stories, largest first."""
        return Selection("stories", partial(self._draw, story_queries.list_stories))

    def story(self, id_: str) -> Story:
        """Return one story with its articles and lineages."""
        with self._reading() as connection:
            return story_queries.load_story(connection, id_)

    def accounts(self, story: str, kind: RowKind | None = None) -> Iterator[AccountRow]:
        """Yield the accounts of a story, most reported first."""
        return self._draw(story_queries.list_accounts, story, kind)

    def most_told(self, story: str, kind: RowKind, *, limit: int) -> list[str]:
        """Return the ids of the accounts of one kind that most lineages of a story tell."""
        with self._reading() as connection:
            return story_queries.list_most_told(connection, story, kind, limit)

    def related(self, story: str, relation: Relation) -> Iterator[Comparison]:
        """Yield a story's comparisons of one relation, the most reported accounts first."""
        return self._draw(story_queries.list_related, story, relation)

    def account(self, id_: str) -> AccountRow:
        """Return one account."""
        with self._reading() as connection:
            return story_queries.load_account(connection, id_)

    def hosts(self, row: str) -> Iterator[AccountRow]:
        """Yield the accounts that list a row although its own is another."""
        return self._draw(story_queries.list_hosts, row)

    def comparisons(self, story: str) -> Iterator[Comparison]:
        """Yield the comparisons of a story, by account."""
        return self._draw(story_queries.list_comparisons, story)

    def account_comparisons(
        self,
        account: str,
        *,
        relation: Relation | None = None,
        article: str | None = None,
        limit: int | None = None,
    ) -> Iterator[Comparison]:
        """Yield the comparisons of one account, of one relation, or with one article's rows."""
        return self._draw(story_queries.list_account_comparisons, account, relation, article, limit)

    def account_pairs(
        self, account: str, relation: Relation, *, limit: int
    ) -> Iterator[tuple[RowRef, RowRef, str]]:
        """Yield each pair of rows of one account, and the reason."""
        return self._draw(story_queries.list_account_pairs, account, relation, limit)

    def contested(self, accounts: Iterable[str]) -> dict[str, tuple[Relation, ...]]:
        """Return which of `accounts` hold rows that differ or changed, and which of the two."""
        with self._reading() as connection:
            return story_queries.find_contested(connection, accounts)

    def search(self, words: str, filter_: Filter = EVERYTHING, *, by: By = "both") -> SearchResult:
        """Return the rows, then the articles, that hold `words` or are about them, best first."""
        with self._reading() as connection:
            return search(connection, words, filter_, by)

    def gather(
        self, question: str, *, names: Sequence[str], words: Sequence[str], filter_: Filter
    ) -> list[Row]:
        """Return rows that may answer a question: they hold all `names` (or their starts) and any
        of `words`, or are about what is asked. A word that ends in "*" has any ending."""
        with self._reading() as connection:
            return gather_rows(connection, question, names=names, words=words, filter_=filter_)

    def find(self, prefix: str) -> Found:
        """Return what an abbreviated id stands for."""
        with self._reading() as connection:
            return find_id(connection, prefix)

    def names(self, words: str, *, exactly: bool = False, limit: int = 30) -> "Iterator[NameRow]":
        """Yield the names that hold words that start as `words` do (or are them, `exactly`; without
        any, all names), the most frequent first."""
        from onrecord.ledger.name_queries import list_names

        with self._reading() as connection:
            yield from list_names(connection, words, exactly=exactly, limit=limit)

    def person(self, article: str, actor: str) -> "PersonAnchor":
        """Return what a decision about an actor of an article would be tied to."""
        from onrecord.ledger.judging import anchor_person

        with self._reading() as connection:
            return anchor_person(connection, article, actor)

    def rejected(self, article: str | None = None) -> Iterator[Row]:
        """Yield the rows that people rejected, by article and place in its text."""
        return self._draw(queries.list_rejected, article)

    def due(self, filter_: Filter = EVERYTHING) -> "Iterator[Due]":
        """Yield the rows that nobody has judged, the doubtful ones that reach far first."""
        from onrecord.ledger.review import list_due

        return self._draw(list_due, filter_)

    def sample(self, kind: RowKind, *, size: int, seed: str) -> "Sample":
        """Return rows drawn at random by `seed`, and how many of those judged are right."""
        from onrecord.ledger.review import draw_sample

        with self._reading() as connection:
            return draw_sample(connection, kind, size=size, seed=seed)

    def judged(self) -> dict[str, int]:
        """Return how many rows are open, accepted, corrected and rejected."""
        from onrecord.ledger.history import count_judged

        with self._reading() as connection:
            return count_judged(connection)

    def decided(
        self, *, lost: bool = False, limit: int = -1, offset: int = 0
    ) -> "Iterator[DecisionRow]":
        """Yield what people decided, newest first; with `lost` what does not apply any more."""
        from onrecord.ledger.history import list_decisions

        with self._reading() as connection:
            yield from list_decisions(connection, lost=lost, limit=limit, offset=offset)

    def decision(self, id_: str) -> "DecisionRow":
        """Return one decision, with whether it holds."""
        from onrecord.ledger.history import load_decision

        with self._reading() as connection:
            return load_decision(connection, id_)

    def history(self, row: str) -> "Iterator[DecisionRow]":
        """Yield what was decided about a row and about those it names, newest first."""
        from onrecord.ledger.history import list_row_history

        return self._draw(list_row_history, row)

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

    def versions(self) -> list[str]:
        """Return the versions of rules and models that have read the articles."""
        with self._reading() as connection:
            return queries.list_versions(connection)

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

    def _ask_statements(self, filter_: Filter) -> Iterator[StatementRow]:
        for row in self._draw(queries.list_rows, filter_, "statement"):
            assert isinstance(row, StatementRow)
            yield row

    def _ask_acts(self, filter_: Filter) -> Iterator[ActRow]:
        for row in self._draw(queries.list_rows, filter_, "act"):
            assert isinstance(row, ActRow)
            yield row

    def _ask_figures(self, filter_: Filter) -> Iterator[FigureRow]:
        for row in self._draw(queries.list_rows, filter_, "figure"):
            assert isinstance(row, FigureRow)
            yield row

    def _draw(self, query: Callable[..., Iterator[T]], *arguments: object) -> Iterator[T]:
        with self._reading() as connection:
            yield from query(connection, *arguments)
