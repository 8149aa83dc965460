"""The reading view: an article's clean text with its rows marked, and all that is known of it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Filter, Ledger, Row
from onrecord.ledger.grammar import ROW_KINDS
from onrecord.ledger.rows import FoundKind
from onrecord.records import Article, Published, RowKind, Span, Witness
from onrecord.web.desk import Desk, find_whole, look_up, show_json
from onrecord.web.history import find_history
from onrecord.web.passages import Piece, cut, find_paragraphs
from onrecord.web.row_lists import find_accounts_of
from onrecord.web.siblings import find_siblings

ARTICLE: tuple[FoundKind, ...] = ("article",)
PART = 40_000  # characters of text on one page
REMOVED = 100  # pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph cut at its rows; `part` is "headline", "standfirst" or "body"."""

    part: str
    pieces: tuple[Piece[Row], ...]
    rows: tuple[Row, ...]  # that begin in it; `begins` of its pieces are theirs alone


def show_article(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show an article; `show` names the kinds of row to mark, `row` one to point out."""
    whole = find_whole(ledger, request, ARTICLE)
    if whole is not None:
        return whole
    reading = look_up(ledger.article, request.path_params["id"])
    article = reading.article
    assert article is not None
    shown = _read_kinds(request.query_params.get("show"))
    rows = list(ledger.rows(Filter(article=article.id)))
    marked = [row for row in rows if row.kind in shown]
    parts = _split(article.text)
    part = _choose_part(parts, request.query_params.get("part", ""), request, rows)
    paragraphs = list(_read_paragraphs(article, marked, parts[part]))
    visible = [row for paragraph in paragraphs for row in paragraph.rows]
    [listed] = ledger.articles(Filter(article=article.id))
    siblings, basis = find_siblings(ledger, listed)
    return desk.show(
        "article.html",
        article=article,
        listed=listed,
        reading=reading,
        paragraphs=paragraphs,
        totals={kind: sum(row.kind == kind for row in rows) for kind in ROW_KINDS},
        shown=shown,
        part=part,
        parts=len(parts),
        focus=request.query_params.get("row"),
        accounts=find_accounts_of(ledger, visible),
        siblings=siblings,
        basis=basis,
        fits=_fits(article.published),
        removed=_group_removed(article),
        most_removed=REMOVED,
        done=desk.find_done(request, ledger),
        judging=None,
        history=list(find_history(ledger, article.id)),
        story=next(iter(ledger.stories(Filter(story=listed.saga))), None) if listed.saga else None,
    )


def show_article_json(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Return the article's whole reading as JSON, in the contract of `onrecord read`."""
    return show_json(look_up(ledger.article, request.path_params["id"]))


def _read_kinds(text: str | None) -> tuple[RowKind, ...]:
    """Return the kinds of row that `text` lists, all of them without a list."""
    if text is None:
        return ("statement", "act", "figure")
    wanted = text.split(",")
    kinds: tuple[RowKind, ...] = ("statement", "act", "figure")
    return tuple(kind for kind in kinds if kind in wanted)


def _fits(published: Published) -> list[str]:
    """Return in a word how each witness stands to the date that was chosen."""
    return [_fit(witness, published) for witness in published.witnesses]


def _fit(witness: Witness, published: Published) -> str:
    if witness.earliest is None and witness.latest is None:
        return "names no day"
    if (witness.earliest, witness.latest) == (published.earliest, published.latest):
        return "chosen"
    first, last = witness.earliest or date.min, witness.latest or date.max
    if first <= (published.latest or date.max) and (published.earliest or date.min) <= last:
        return "fits"
    return "does not fit"


def _group_removed(article: Article) -> list[tuple[str, list[str]]]:
    """Return the first pieces that were removed, by reason in the order of the page."""
    by_reason: dict[str, list[str]] = {}
    for piece in article.removed[:REMOVED]:
        by_reason.setdefault(piece.reason, []).append(piece.words)
    return list(by_reason.items())


def _split(text: str) -> list[Span]:
    """Return the text in parts of at most about PART characters, cut between paragraphs."""
    parts: list[Span] = []
    start = 0
    while len(text) - start > PART:
        end = text.rfind("\n\n", start + PART // 2, start + PART)
        end = start + PART if end < 0 else end
        parts.append(Span(start, end))
        start = end
    return [*parts, Span(start, len(text))]


def _choose_part(parts: Sequence[Span], text: str, request: Request, rows: list[Row]) -> int:
    """Return the part that is asked for, or the one in which the row to point out stands."""
    if text.isascii() and text.isdigit() and len(text) < 5 and int(text) < len(parts):
        return int(text)
    wanted = request.query_params.get("row")
    place = next((row.spans[0].start for row in rows if row.id == wanted and row.spans), 0)
    return next((i for i, part in enumerate(parts) if part.start <= place < part.end), 0)


def _read_paragraphs(article: Article, rows: Sequence[Row], part: Span) -> Iterator[Paragraph]:
    text = article.text
    marks = [(span, row) for row in rows for span in row.spans]
    marks.sort(key=lambda each: each[0])
    seen: set[str] = set()
    first = 0
    for paragraph in find_paragraphs(text[: part.end]):
        if paragraph.end <= part.start:
            continue
        # Marks are sorted by their start; those that end before this paragraph are done with.
        while first < len(marks) and marks[first][0].end <= paragraph.start:
            first += 1
        last = bisect_left(marks, paragraph.end, key=lambda mark: mark[0].start)
        inside = marks[first:last]
        pieces: list[Piece[Row]] = []
        begun: list[Row] = []
        for piece in cut(text, paragraph, inside):
            new = tuple(row for row in piece.begins if row.id not in seen)
            seen.update(row.id for row in new)
            begun += new
            pieces.append(replace(piece, begins=new))
        yield Paragraph(
            part=_name_part(article, paragraph), pieces=tuple(pieces), rows=tuple(begun)
        )


def _name_part(article: Article, paragraph: Span) -> str:
    words = article.text[paragraph.start : paragraph.end].strip()
    if paragraph.start < article.body.start:
        if article.headline and words == article.headline.strip():
            return "headline"
        return "standfirst"
    return "body"
