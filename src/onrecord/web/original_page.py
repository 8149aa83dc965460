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
from onrecord.web.row_lists import take_page

PART = 300  # lines on one page
LONGEST = 20_000  # characters of one line


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
    page, fault = None, ""
    try:
        page = ledger.page(article.id)
        lines = list(sort_printed(list_printed(page), article))
    except (LedgerError, PageError) as error:
        lines, fault = [], str(error)
    part = read_question(request.query_params, fields=()).page
    shown, more = take_page(lines, part, PART)
    [listed] = ledger.articles(Filter(article=article.id))
    return desk.show(
        "original.html",
        article=article,
        listed=listed,
        page=page,
        lines=shown,
        kept=sum(line.kept for line in lines),
        out=sum(line.reason is not None for line in lines),
        total=len(lines),
        part=part,
        more=more,
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


def _fold_all(texts: Iterable[str]) -> Sequence[str]:
    return [_fold(text) for text in texts]


def _fold(text: str) -> str:
    return " ".join(text.split())
