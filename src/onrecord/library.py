"""On Record as a library: load it once, give it pages or texts, get rows with their words.

    reader = onrecord.load()
    page = reader.read("Mira Lund said on 4 March 2031: “The strait stays open.”")
    page.statements[0].who[0].name                  # "Mira Lund"

Rows are those of the ledger (`onrecord.ledger.StatementRow`, `ActRow`, `FigureRow`); what hangs on
other articles, such as story, account and counts, is empty in them.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from onrecord.errors import PageError
from onrecord.ledger.describe import describe_reading
from onrecord.ledger.rows import ActRow, FigureRow, Row, StatementRow
from onrecord.models import Models, load_models
from onrecord.pages import Limits, Unreadable, read_bytes, read_inputs
from onrecord.pages.making import Hints, make_page
from onrecord.pages.markup import sniff_markup
from onrecord.pages.unreadable import explain
from onrecord.records import Article, Page, PageKind, Problem, Reading

R = TypeVar("R", bound=Row)
_SNIFFED = 65_536  # characters
_GIVEN = "given text"  # the origin of what comes from memory
# Lines, the tag of a page, the end of a sentence, or more characters than a name may have.
_NO_NAME = re.compile(r"\n|^\s*<|\s.*[.!?][\"”’)]*\s*$|[^/\\]{256}")


def load() -> "PageReader":
    """Return a reader with the shipped models; raise `ModelError` where a file does not fit."""
    return PageReader(load_models())


class PageReader:
    """Reads pages in this process, one after the other; it may be kept and used again."""

    def __init__(self, models: Models) -> None:
        self._models = models

    def read(
        self,
        source: str | bytes | Path,
        *,
        kind: PageKind | None = None,
        url: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
        published: str | date | None = None,
    ) -> "ReadPage":
        """Return what one page or text reports; raise `PageError` where it cannot be read.

        A string is the content: HTML if it looks like it, otherwise a text that is taken
        unchanged, so that offsets count in it; `kind` says otherwise ("text" is a page saved as
        text, whose lines are sorted). A path and bytes are a file of one page, of any form that
        `onrecord read` takes, and tell the rest themselves.
        """
        if not isinstance(source, str):
            return self._read_file(source)
        chosen = kind or _guess_kind(source)
        printed = published.isoformat() if isinstance(published, date) else published
        hints = Hints(url=url, title=title, outlet=outlet, published=printed)
        return self._read_page(
            make_page(source, chosen, origin=_GIVEN, limits=Limits(), hints=hints)
        )

    def read_many(
        self,
        sources: Iterable[str | Path | Page],
        *,
        jobs: int | None = 0,
        page_seconds: float = 20.0,
    ) -> Iterator["ReadPage"]:
        """Return what each page of `sources` reports, one at a time and in their order.

        Sources are what `onrecord read` takes (files, directories, patterns: containers give all
        their pages), or records; a string is the name of a file here, and one that can only be a
        text is a problem that says so. A page that cannot be read has a `problem` and no rows.
        `jobs` worker processes read (`None`: as many as there are cores), each page within
        `page_seconds`; with 0 this process does, without a limit of time.
        """
        if isinstance(sources, str | bytes | Path):
            raise TypeError("read_many takes a list of files; read takes one file or text")
        return self._read_many(_list_pages(sources), jobs, page_seconds)

    def _read_many(
        self, pages: Iterator[Page | Unreadable], jobs: int | None, page_seconds: float
    ) -> Iterator["ReadPage"]:
        if jobs == 0:
            from onrecord.pipeline import read_or_explain

            for page in pages:
                if isinstance(page, Unreadable):
                    yield ReadPage(_explain(page))
                else:
                    yield ReadPage(read_or_explain(page, self._models))
            return
        from onrecord.engine import read_all

        yield from map(ReadPage, read_all(pages, jobs=jobs, page_seconds=page_seconds))

    def _read_file(self, source: bytes | Path) -> "ReadPage":
        if isinstance(source, bytes):
            pages = list(read_bytes(source, origin=_GIVEN))
        else:
            pages = list(read_inputs([str(source)]))
        if len(pages) != 1:
            raise PageError(
                f"holds {len(pages)} pages; give it to read_many",
                origin=_GIVEN if isinstance(source, bytes) else str(source),
            )
        return self._read_page(pages[0])

    def _read_page(self, page: Page | Unreadable) -> "ReadPage":
        from onrecord.pipeline import read_page

        if isinstance(page, Unreadable):
            reason = page.problem.message.removeprefix(f"{page.origin}: ")
            raise PageError(reason, origin=page.origin)
        return ReadPage(read_page(page, self._models))


@dataclass(frozen=True)
class ReadPage:
    """One page as it was read: its article and rows, with names and words for ids and spans."""

    reading: Reading

    @property
    def article(self) -> Article | None:
        """The story on the page; `None` where it could not be read."""
        return self.reading.article

    @property
    def problem(self) -> Problem | None:
        """Why the page could not be read; `None` where it was."""
        return self.reading.problem

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows: statements, then acts, then figures, each in reading order."""
        return tuple(describe_reading(self.reading))

    @property
    def statements(self) -> tuple[StatementRow, ...]:
        """Who said what."""
        return self._pick(StatementRow)

    @property
    def acts(self) -> tuple[ActRow, ...]:
        """Who did what to whom."""
        return self._pick(ActRow)

    @property
    def figures(self) -> tuple[FigureRow, ...]:
        """The reported numbers."""
        return self._pick(FigureRow)

    def to_json(self) -> str:
        """Return the reading as `onrecord read` prints it (docs/json-contract.md)."""
        return msgspec.json.encode(self.reading).decode()

    def _pick(self, class_: type[R]) -> tuple[R, ...]:
        return tuple(row for row in self.rows if isinstance(row, class_))


def _guess_kind(content: str) -> PageKind:
    head = content[:_SNIFFED].encode("utf-8", "replace")
    return "html" if sniff_markup(head) == "html" else "exact"


def _list_pages(sources: Iterable[str | Path | Page]) -> Iterator[Page | Unreadable]:
    for source in sources:
        if isinstance(source, Page):
            yield source
        elif isinstance(source, str) and _is_text(source):
            yield explain(_GIVEN, "is a text where a file is meant; give texts to read")
        else:
            yield from read_inputs([str(source)])


def _is_text(source: str) -> bool:
    """Return whether it is the content of a page, and not the name of a file.

    `os` takes a name that is too long for one that does not exist; `Path` raises.
    """
    return _NO_NAME.search(source) is not None and not os.path.exists(source)  # noqa: PTH110


def _explain(page: Unreadable) -> Reading:
    from onrecord import __version__

    return Reading(version=__version__, origin=page.origin, problem=page.problem)
