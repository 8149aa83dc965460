"""The review: what to look at next, a random sample, and what was decided."""

import re
from dataclasses import replace
from itertools import islice
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Ledger, Row
from onrecord.ledger.grammar import ROW_KINDS
from onrecord.ledger.review import Sample
from onrecord.records import RowKind
from onrecord.web.addresses import address
from onrecord.web.desk import Desk, look_up
from onrecord.web.judging import prepare_judging
from onrecord.web.questions import read_question, read_text
from onrecord.web.row_lists import take_page
from onrecord.web.row_page import find_context

NEXT = 8  # rows named after the one at hand
MOST_SKIPPED = 5_000
SIZES = (25, 50, 100, 200, 400)
_FIELDS = ("kind", "who", "outlet", "about", "since", "until")
_SEED = re.compile(r"[\w.-]{1,40}")


def show_queue(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show the row with the most worth that nobody has judged, with its forms."""
    question = read_question(request.query_params, fields=_FIELDS)
    filter_ = question.filter
    story = read_text(request.query_params, "story")
    if story:
        filter_ = replace(filter_, story=look_up(ledger.story, story).id)
    skip = _read_number(request.query_params.get("skip", ""), 0, MOST_SKIPPED)
    fields = {**question.fields, "story": story}
    due = list(islice(ledger.due(filter_), skip, skip + NEXT + 1))
    rows = [ledger.row(each.row) for each in due]
    return _show(
        desk,
        request,
        ledger,
        "review_queue.html",
        row=rows[0] if rows else None,
        then=address("/review", fields, skip=skip or None),
        due=list(zip(due, rows, strict=True)),
        fields=fields,
        question=question,
        skip=skip,
    )


def show_sample(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show the next row of a random sample, and how right those judged so far are."""
    sample = read_sample(request, ledger)
    fields = {"kind": sample.kind, "size": _read_size(request), "seed": sample.seed}
    return _show(
        desk,
        request,
        ledger,
        "review_sample.html",
        row=sample.next,
        then=address("/review/sample", fields),
        sample=sample,
        versions=ledger.versions(),
        fields=fields,
        sizes=SIZES,
    )


def read_sample(request: Request, ledger: Ledger) -> Sample:
    """Return the sample that the query draws."""
    params = request.query_params
    kind: RowKind = next((each for each in ROW_KINDS if each == params.get("kind")), "statement")
    seed = read_text(params, "seed") or "1"
    if not _SEED.fullmatch(seed):
        raise HTTPException(400, "A seed has letters, digits, points and dashes, 40 at most.")
    return ledger.sample(kind, size=_read_size(request), seed=seed)


def _read_size(request: Request) -> int:
    return _read_number(request.query_params.get("size", ""), 1, SIZES[-1], 100)


def show_history(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show what was decided, newest first; with `lost` what does not apply any more."""
    question = read_question(request.query_params, fields=())
    lost = "lost" in request.query_params
    found, more = take_page(ledger.decided(lost=lost), question.page, 50)
    rows: dict[str, Row] = {}
    for one in found:
        for id_ in filter(None, (one.row, one.other)):
            rows.setdefault(id_, ledger.row(id_))
    return _show(
        desk,
        request,
        ledger,
        "review_history.html",
        row=None,
        then=address("/review/history", {"lost": 1 if lost else None, "page": question.page}),
        decided=found,
        rows=rows,
        more=more,
        page=question.page,
        lost=lost,
    )


def show_rejected(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show the rows that were rejected, and are in no list any more."""
    question = read_question(request.query_params, fields=())
    rows, more = take_page(ledger.rejected(), question.page, 50)
    return _show(
        desk,
        request,
        ledger,
        "review_rejected.html",
        row=None,
        then="/review/rejected",
        rejected=rows,
        more=more,
        page=question.page,
    )


def _show(
    desk: Desk,
    request: Request,
    ledger: Ledger,
    template: str,
    *,
    row: Row | None,
    then: str,
    **values: Any,
) -> Response:
    context: Any = ()
    judging = None
    if row is not None:
        judging = prepare_judging(request, ledger, row, then=then)
        article = ledger.article(row.article).article
        assert article is not None
        context = find_context(article.text, row)
    return desk.show(
        template,
        row=row,
        context=context,
        judging=judging,
        judged=ledger.judged(),
        then=then,
        done=desk.find_done(request, ledger),
        reviewer=desk.reviewer(request),
        **values,
    )


def _read_number(text: str, least: int, most: int, default: int = 0) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        return default
    return min(max(int(text), least), most)
