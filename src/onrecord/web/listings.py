"""The lists of the pages as files: the same rows, all of them, as JSON or CSV."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from onrecord.ledger import DecisionRow, Filter, Ledger
from onrecord.ledger.review import Due
from onrecord.views.cells import (
    Cells,
    act_cells,
    article_cells,
    decision_cells,
    figure_cells,
    hit_cells,
    row_cells,
    statement_cells,
    story_cells,
)
from onrecord.views.formats import csv_lines
from onrecord.views.side_by_side import find_side_by_side, side_by_side_cells
from onrecord.web.desk import Desk, look_up
from onrecord.web.questions import FIELDS, Question, read_question, read_text
from onrecord.web.review_page import read_sample

MOST_FOUND = 500  # rows of a search by words
MOST_DUE = 5_000
Ask = Callable[[Ledger, Request, Filter], Iterable[Any]]
FORMS = {"json": "application/json", "csv": "text/csv; charset=utf-8"}


def _search(ledger: Ledger, request: Request, filter_: Filter) -> Iterable[Any]:
    words = read_text(request.query_params, "q")
    if not words:
        return ledger.rows(filter_)
    if filter_.kind in ("direct", "indirect", "mixed"):
        filter_ = replace(filter_, kind=None)
    found = ledger.search(words, replace(filter_, limit=MOST_FOUND))
    return (*found.rows, *found.articles)


def _found_cells(found: Any) -> Cells:
    return hit_cells(found) if hasattr(found, "hits") else row_cells(found)


def _due_cells(found: tuple[Due, Any]) -> Cells:
    due, row = found
    return {"worth": due.worth, "reach": due.reach, **row_cells(row)}


def _list_due(ledger: Ledger, request: Request, filter_: Filter) -> Iterable[Any]:
    return ((due, ledger.row(due.row)) for due in islice(ledger.due(filter_), MOST_DUE))


def _list_decided(ledger: Ledger, request: Request, filter_: Filter) -> Iterable[DecisionRow]:
    lost = "lost" in request.query_params
    return (
        replace(each, decision=replace(each.decision, words=""))
        for each in ledger.decided(lost=lost)
    )


_STORY: dict[str, tuple[Ask, Callable[[Any], Cells]]] = {
    "rows": (lambda ledger, _, filter_: ledger.rows(filter_), row_cells),
    "statements": (lambda ledger, _, filter_: ledger.statements(filter_), statement_cells),
    "acts": (lambda ledger, _, filter_: ledger.acts(filter_), act_cells),
    "figures": (lambda ledger, _, filter_: ledger.figures(filter_), figure_cells),
    "articles": (lambda ledger, _, filter_: ledger.articles(filter_), article_cells),
    "differences": (
        lambda ledger, _, filter_: find_side_by_side(ledger, filter_.story or ""),
        side_by_side_cells,
    ),
}
_LISTS: dict[str, tuple[Ask, Callable[[Any], Cells]]] = {
    "stories": (lambda ledger, _, __: ledger.stories(Filter(kind="saga")), story_cells),
    "search": (_search, _found_cells),
    "review": (_list_due, _due_cells),
    "sample": (lambda ledger, request, _: read_sample(request, ledger).rows, row_cells),
    "history": (_list_decided, decision_cells),
    "rejected": (lambda ledger, _, __: ledger.rejected(), row_cells),
}


def send_list(desk: Desk, request: Request, name: str) -> Response:
    """Return one of the lists of the desk as a file."""
    ask, to_cells = _LISTS[name]
    return _send(desk, request, ask, to_cells, Filter(), name)


def send_story(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Return one of the lists of a story as a file."""
    story = look_up(ledger.story, request.path_params["id"]).id
    tab = request.path_params.get("tab", "rows")
    if tab not in _STORY:
        raise HTTPException(404)
    return _send(desk, request, *_STORY[tab], Filter(story=story), f"{story}-{tab}")


def send_article(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Return the rows of an article as a file."""
    article = request.path_params["id"]
    look_up(ledger.article, article)
    return _send(desk, request, *_STORY["rows"], Filter(article=article), f"{article}-rows")


def _send(
    desk: Desk,
    request: Request,
    ask: Ask,
    to_cells: Callable[[Any], Cells],
    within: Filter,
    name: str,
) -> Response:
    form = request.path_params["form"]
    if form not in FORMS:
        raise HTTPException(404)
    question = read_question(request.query_params, fields=FIELDS)
    filter_ = _narrow(question, within)

    def stream() -> Iterator[bytes]:
        with desk.open() as ledger:  # the one of the request is closed before this is read
            items = ask(ledger, request, filter_)
            yield from csv_lines(map(to_cells, items)) if form == "csv" else _json_lines(items)

    headers = {"content-disposition": f'inline; filename="{name}.{form}"'}
    # What goes wrong before the first line is still told by the status.
    lines = stream()
    first = next(lines, b"")
    return StreamingResponse(chain((first,), lines), media_type=FORMS[form], headers=headers)


def _narrow(question: Question, within: Filter) -> Filter:
    set_ = {name: getattr(within, name) for name in ("story", "article") if getattr(within, name)}
    return replace(question.filter, **set_)


def _json_lines(items: Iterable[Any]) -> Iterator[bytes]:
    """Yield a JSON object as the API gives its lists, a line for each item."""
    yield b'{"items": ['
    for number, item in enumerate(items):
        yield (b",\n" if number else b"\n") + msgspec.json.encode(item)
    yield b'\n], "next": null}\n'
