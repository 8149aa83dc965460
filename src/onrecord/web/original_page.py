"""The page as it came in: all of its text in order, with what became of each line, as text alone.

Nothing of the page runs and nothing of it is loaded; its source is sent as plain text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.articles.printed import list_printed
from onrecord.errors import LedgerError, PageError
from onrecord.ledger import Filter, Ledger
from onrecord.records import Article, Page
from onrecord.web.desk import Desk, look_up
from onrecord.web.questions import read_question

PART = 40_000  # characters of text on one page, about
LONGEST = 4_000  # characters of one line


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A line of the page; `reason` says why it is not in the article, `kept` that it is."""

    text: str
    kept: bool
    reason: str | None


def show_original(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show the page's text as it came, and which lines the article has."""
    article = look_up(ledger.article, request.path_params["id"]).article
    assert article is not None
    lines, fault = [], ""
    try:
        lines = list(sort_printed(list_printed(ledger.page(article.id)), article))
    except (LedgerError, PageError) as error:
        fault = str(error)
    parts = list(split_lines(lines))
    part = min(read_question(request.query_params, fields=()).page, max(1, len(parts)))
    [listed] = ledger.articles(Filter(article=article.id))
    return desk.show(
        "original.html",
        article=article,
        listed=listed,
        lines=parts[part - 1] if parts else [],
        kept=sum(line.kept for line in lines),
        out=sum(line.reason is not None for line in lines),
        total=len(lines),
        part=part,
        more=part < len(parts),
        longest=LONGEST,
        fault=fault,
    )


def send_source(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Return the page's source as it came in, decoded, as plain text to be saved."""
    try:
        page: Page = ledger.page(request.path_params["id"])
    except LedgerError as error:
        raise HTTPException(404, str(error)) from error
    return Response(
        page.content.encode("utf-8", "replace"),
        media_type="text/plain; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{page.id}.txt"'},
    )


def sort_printed(lines: Iterable[str], article: Article) -> Iterator[Printed]:
    """Yield the lines of the page with what became of each, as far as their words tell."""
    kept = set(_fold_all(article.text.splitlines()))
    reasons = dict(zip(_fold_all(r.words for r in article.removed), article.removed, strict=True))
    for text in lines:
        folded = _fold(text)
        removed = reasons.get(folded)
        yield Printed(
            text=text,
            kept=folded in kept,
            reason=removed.reason if removed and folded not in kept else None,
        )


def split_lines(lines: Iterable[Printed]) -> Iterator[list[Printed]]:
    """Yield the lines in parts that fit a page."""
    part: list[Printed] = []
    size = 0
    for line in lines:
        length = min(len(line.text), LONGEST)
        if part and size + length > PART:
            yield part
            part, size = [], 0
        part.append(line)
        size += length
    if part:
        yield part


def _fold_all(texts: Iterable[str]) -> Sequence[str]:
    return [_fold(text) for text in texts]


def _fold(text: str) -> str:
    return " ".join(text.split())
