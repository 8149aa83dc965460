"""The operations that read."""

from collections.abc import Iterable
from itertools import islice
from typing import Any, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request

from onrecord import __version__
from onrecord.asking import ask
from onrecord.ledger import Filter, Ledger, Row
from onrecord.ledger.paging import RowPlace
from onrecord.records import Relation, RowKind
from onrecord.views.side_by_side import RELATIONS
from onrecord.web.api.shapes import Answered, Hit, Listed, Status, bare
from onrecord.web.api.tokens import make_token, read_token
from onrecord.web.desk import Desk, look_up
from onrecord.web.questions import FIELDS, read_question, read_text
from onrecord.web.search_page import read_by

DEFAULT, MOST = 100, 500  # items of a page
IDS = ("story", "article", "account")
BY = ("words", "meaning", "both")
T = TypeVar("T")


def get_status(desk: Desk, request: Request, ledger: Ledger) -> Status:
    """Say what the ledger holds."""
    counts = ledger.counts()
    return Status(
        version=__version__,
        revision=ledger.revision(),
        articles=counts.articles,
        statements=counts.statements,
        acts=counts.acts,
        figures=counts.figures,
        stories=counts.sagas,
        accounts=counts.accounts,
        review=ledger.judged(),
    )


def list_stories(desk: Desk, request: Request, ledger: Ledger) -> Listed:
    """List the stories, largest first."""
    kind = request.query_params.get("kind") or None
    if kind not in (None, "saga", "episode"):
        raise HTTPException(400, f"“{kind}” is no kind of story: saga or episode.")
    return _page(request, ledger.stories(Filter(kind=kind, story=_id(request, "story"))))


def get_story(desk: Desk, request: Request, ledger: Ledger) -> Any:
    """Give one story, with its articles and lineages."""
    return look_up(ledger.story, request.path_params["id"])


def list_story_accounts(desk: Desk, request: Request, ledger: Ledger) -> Listed:
    """List what several rows of a story report, most reported first."""
    look_up(ledger.story, request.path_params["id"])
    return _page(request, ledger.accounts(request.path_params["id"], _kind(request)))


def list_story_relations(desk: Desk, request: Request, ledger: Ledger) -> Listed:
    """List how the rows of a story's accounts stand to each other."""
    look_up(ledger.story, request.path_params["id"])
    found = ledger.comparisons(request.path_params["id"])
    return _page(request, (each for each in found if _relates(request, each.relation)))


def list_articles(desk: Desk, request: Request, ledger: Ledger) -> Listed:
    """List the articles, by the day they were published."""
    return _page(request, ledger.articles(_filter(request)))


def get_article(desk: Desk, request: Request, ledger: Ledger) -> Any:
    """Give all that was read on one page, with what people corrected, or `as_read`."""
    as_read = request.query_params.get("as_read") in ("1", "true")
    return look_up(lambda id_: ledger.article(id_, as_read=as_read), request.path_params["id"])


def list_rows(desk: Desk, request: Request, ledger: Ledger) -> Listed:
    """List statements, acts and figures as one timeline."""
    return _rows(request, ledger, None)


def list_statements(desk: Desk, request: Request, ledger: Ledger) -> Listed:
    """List who said what, to whom, and when."""
    return _rows(request, ledger, "statement")


def list_acts(desk: Desk, request: Request, ledger: Ledger) -> Listed:
    """List who did what to whom."""
    return _rows(request, ledger, "act")


def list_figures(desk: Desk, request: Request, ledger: Ledger) -> Listed:
    """List the reported numbers with their bounds."""
    return _rows(request, ledger, "figure")


def get_row(desk: Desk, request: Request, ledger: Ledger) -> Row:
    """Give one row, also one that was rejected."""
    return look_up(ledger.row, request.path_params["id"])


def list_row_decisions(desk: Desk, request: Request, ledger: Ledger) -> Listed:
    """List what was decided about a row and about those it names, newest first."""
    look_up(ledger.row, request.path_params["id"])
    return _page(request, map(bare, ledger.history(request.path_params["id"])))


def get_account(desk: Desk, request: Request, ledger: Ledger) -> Any:
    """Give one account: what several rows report."""
    return look_up(ledger.account, request.path_params["id"])


def list_account_relations(desk: Desk, request: Request, ledger: Ledger) -> Listed:
    """List how the rows of an account stand to each other."""
    look_up(ledger.account, request.path_params["id"])
    found = ledger.account_comparisons(request.path_params["id"])
    return _page(request, (each for each in found if _relates(request, each.relation)))


def search(desk: Desk, request: Request, ledger: Ledger) -> Listed:
    """Search rows, then articles, by words and by meaning, or by one of them."""
    words = read_text(request.query_params, "q")
    if not words:
        raise HTTPException(400, "“q” holds no words to search for.")
    limit, offset = _limit(request), _offset(request)
    filter_ = _filter(request, limit=limit, offset=offset)
    if filter_.kind in ("direct", "indirect", "mixed"):
        raise HTTPException(400, "“kind” of a search is statement, act or figure.")
    if request.query_params.get("by", "both") not in BY:
        raise HTTPException(400, "“by” is words, meaning or both.")
    found = ledger.search(words, filter_, by=read_by(request.query_params))
    items = [
        Hit(
            found="row",
            id=hit.row.id,
            article=hit.row.article,
            words=hit.row.sentence,
            hits=hit.hits,
            by=hit.by,
            row=hit.row,
        )
        for hit in found.rows
    ]
    items += [
        Hit(
            found="article",
            id=hit.article.id,
            article=hit.article.id,
            words=hit.snippet,
            hits=hit.hits,
            by=hit.by,
        )
        for hit in found.articles
    ]
    return Listed(items=tuple(items), next=make_token(offset + limit) if found.more else None)


def ask_question(desk: Desk, request: Request, ledger: Ledger) -> Answered:
    """Answer a question with rows and the sentence that says so, or with none."""
    question = read_text(request.query_params, "q")
    if not question:
        raise HTTPException(400, "“q” holds no question.")
    answer = ask(ledger, question, _filter(request))
    return Answered(
        question=answer.question, short=answer.short, line=answer.line, rows=answer.rows
    )


def list_queue(desk: Desk, request: Request, ledger: Ledger) -> Listed:
    """List the rows that nobody has judged, the doubtful ones that reach far first."""
    return _page(request, ledger.due(_filter(request)))


def get_sample(desk: Desk, request: Request, ledger: Ledger) -> Any:
    """Draw a random sample of rows, and say how many of those judged so far are right."""
    kind = _kind(request)
    if kind is None:
        raise HTTPException(400, "“kind” is statement, act or figure.")
    seed = read_text(request.query_params, "seed") or "1"
    return ledger.sample(kind, size=_limit(request), seed=seed)


def list_decisions(desk: Desk, request: Request, ledger: Ledger) -> Listed:
    """List what people decided, newest first; with `lost` what does not apply any more."""
    lost = request.query_params.get("lost") in ("1", "true")
    return _page(request, map(bare, ledger.decided(lost=lost)))


def get_decision(desk: Desk, request: Request, ledger: Ledger) -> Any:
    """Give one decision, with whether it holds and the rows it found."""
    return bare(look_up(ledger.decision, request.path_params["id"]))


def _rows(request: Request, ledger: Ledger, kind: RowKind | None) -> Listed:
    token = request.query_params.get("page")
    after = read_token(token, RowPlace) if token else None
    rows, last = ledger.rows_from(_filter(request), kind, after, _limit(request))
    return Listed(items=tuple(rows), next=make_token(last) if last else None)


def _page(request: Request, items: Iterable[T]) -> Listed:
    limit, offset = _limit(request), _offset(request)
    found = tuple(islice(items, offset, offset + limit + 1))
    more = len(found) > limit
    return Listed(items=found[:limit], next=make_token(offset + limit) if more else None)


def _filter(request: Request, *, limit: int | None = None, offset: int = 0) -> Filter:
    """Return the filter that the query states; a value that means nothing is a 400."""
    question = read_question(request.query_params, fields=(*FIELDS, "state", *IDS))
    if question.notes:
        faults = (note.replace(" It was left out.", "") for note in question.notes)
        raise HTTPException(400, " ".join(faults).replace(" Both were left out.", ""))
    values = {"limit": limit, "offset": offset}
    return Filter(**{**_set(question.filter), **values})  # type: ignore[arg-type]


def _set(filter_: Filter) -> dict[str, object]:
    return {name: getattr(filter_, name) for name in filter_.__slots__}


def _limit(request: Request) -> int:
    text = request.query_params.get("limit", str(DEFAULT))
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6] or "0") <= MOST):
        raise HTTPException(400, f"“limit” is a number from 1 to {MOST}.")
    return int(text)


def _offset(request: Request) -> int:
    token = request.query_params.get("page")
    offset = read_token(token, int) if token else 0
    if offset < 0:
        raise HTTPException(400, "“page” is no token of this API.")
    return offset


def _kind(request: Request) -> RowKind | None:
    text = request.query_params.get("kind") or None
    kinds: tuple[RowKind, ...] = ("statement", "act", "figure")
    if text is not None and text not in kinds:
        raise HTTPException(400, f"“{text}” is no kind of row: statement, act or figure.")
    return next((kind for kind in kinds if kind == text), None)


def _relates(request: Request, relation: Relation) -> bool:
    wanted = request.query_params.get("relation")
    if wanted and wanted not in RELATIONS:
        raise HTTPException(400, f"“{wanted}” is no relation: {', '.join(RELATIONS)}.")
    return not wanted or wanted == relation


def _id(request: Request, name: str) -> str | None:
    return read_text(request.query_params, name) or None
