"""What of a row counts as its content: what a reader of it would call the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from onrecord.ledger import ActRow, FigureRow, Ledger, Row, StatementRow
from onrecord.ledger.filters import Filter
from onrecord.ledger.rows import PageVersion
from onrecord.records import RowKind
from onrecord.stories.pages import name_page
from onrecord.views.days import show_days
from onrecord.views.words import (
    show_act,
    show_chain,
    show_figure_subject,
    show_parties,
    show_publisher,
    show_value,
    show_words,
)

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A row as a watch sees it.

    `page` names the page in all its versions. `content` is in words, as pages show it: who, does,
    to, words, and what limits them. What is not in it (ids, how sure, counts, stories, the
    version of rules and models) may change without the row being another.
    """

    row: str
    kind: RowKind
    page: str
    article: str
    words: str
    sentence: str
    content: Mapping[str, str]
    publisher: str
    published: str
    headline: str | None
    url: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Look:
    """The rows that are there, in their order, and the latest version of each page by its name."""

    rows: tuple[Seen, ...]
    pages: Mapping[str, str]


def look(ledger: Ledger, filter_: Filter) -> Look:
    """Return the rows that `filter_` chooses of the latest version of each page."""
    pages = _find_latest(ledger)
    names = {article: page for page, article in pages.items()}
    rows = (_see(row, names[row.article]) for row in ledger.rows(filter_) if row.article in names)
    return Look(tuple(rows), pages)


def list_words(text: str) -> list[str]:
    """Return the words of `text` in small letters, without marks and white space."""
    return [match[0].casefold() for match in _WORD.finditer(text)]


def _find_latest(ledger: Ledger) -> dict[str, str]:
    """Return the article that is the latest version of each page, by the page's name."""
    versions = sorted(ledger.page_versions(), key=_age)
    return {page: version.article for page, version in _name_pages(versions)}


def _name_pages(versions: Iterable[PageVersion]) -> Iterator[tuple[str, PageVersion]]:
    """Yield each version, the oldest first, behind the name of its page.

    A page without an address is named by its first version. What was saved under the same path is
    a later one if it has the headline, or most of the text: in one file there may be many pages.
    """
    by_path: dict[str, list[tuple[str, PageVersion]]] = defaultdict(list)
    for version in versions:
        page = name_page(version.url) if version.url else None
        if page is None:
            before = by_path[version.origin]
            names = (name for name, other in reversed(before) if _are_of_one(other, version))
            page = next(names, version.article)
            before.append((page, version))
        yield page, version


def _are_of_one(a: PageVersion, b: PageVersion) -> bool:
    """Return whether two texts under one path are of one page."""
    if a.headline is not None and a.headline == b.headline:
        return True
    return a.lineage is not None and a.lineage == b.lineage


def _age(version: PageVersion) -> tuple[datetime, str]:
    moment = version.captured or version.added or datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC), version.article


def _see(row: Row, page: str) -> Seen:
    content = {name: value for name, value in _tell(row) if value}
    return Seen(
        row=row.id,
        kind=row.kind,
        page=page,
        article=row.article,
        words=" … ".join(row.words),
        sentence=row.sentence,
        content=content,
        publisher=show_publisher(row.outlet, row.agency),
        published=show_days(row.published),
        headline=row.headline,
        url=row.url,
        origin=row.origin,
    )


def _tell(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the parts of a row's content with their names, as far as the row has them."""
    if isinstance(row, FigureRow):
        yield "value", show_value(row.record)
        yield "of", show_figure_subject(row)
        yield "given by", show_parties(row.who)
    else:
        source = row.source or "" if isinstance(row, StatementRow) else ""
        yield "who", show_parties(row.who) or source
        yield "does", show_act(row)
        yield "to", show_parties(row.to)
    if isinstance(row, StatementRow):
        yield "kind", row.record.kind
        yield "relayed by", show_chain(row)
    if isinstance(row, ActRow):
        yield "what", row.content or ""
        yield "asserted by", row.asserted_by.name if row.asserted_by else ""
    yield "words", show_words(row)
    yield "if", row.condition or ""
    yield "hedged", row.hedge or ""
    yield "denied by", show_parties(row.denied_by)
    yield "when", show_days(row.when)
