"""The lists of the pages as files: the same rows, all of them, as JSON or CSV."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import chain, islice
from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from onrecord.ledger import DecisionRow, Filter, Ledger
from onrecord.ledger.review import Due
from onrecord.views.blank import ACT, ARTICLE, DECISION, FIGURE, HIT, ROW, STATEMENT, STORY
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
from onrecord.views.side_by_side import NO_SIDES, side_by_side_cells
from onrecord.web.desk import Desk, look_up
from onrecord.web.page_files import (
    NO_NAME,
    NO_WATCH,
    NOTHING_GIVEN,
    Held,
    actor_cells,
    blank_of_actor,
    count_held,
    given_cells,
    list_differences,
    list_facts,
    list_of_actor,
    list_people,
    list_saved,
    one_row,
    watch_cells,
)
from onrecord.web.questions import FIELDS, Question, read_question, read_text
from onrecord.web.review_page import read_sample
from onrecord.web.search_page import read_by

MOST_FOUND = 500  # rows of a search by words
MOST_DUE = 5_000
Ask = Callable[[Ledger, Request, Filter], Iterable[Any]]
FILES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}


def _search(ledger: Ledger, request: Request, filter_: Filter) -> Iterable[Any]:
    words = read_text(request.query_params, "q")
    if not words:
        return ledger.rows(filter_)
    if filter_.kind in ("direct", "indirect", "mixed"):
        filter_ = replace(filter_, kind=None)
    by = read_by(request.query_params)
    found = ledger.search(words, replace(filter_, limit=MOST_FOUND), by=by)
    return (*found.rows, *found.articles)


def _columns_found(request: Request) -> Cells:
    return _found_cells(HIT if read_text(request.query_params, "q") else ROW)


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


@dataclass(frozen=True, slots=True)
class _List:
    """What a list asks the ledger, the cells of what it gives, and which there are: those of a row
    that says nothing."""

    ask: Ask
    to_cells: Callable[[Any], Cells]
    blank: Callable[[Request], Cells]


def _list(ask: Ask, to_cells: Callable[[Any], Cells], blank: Any) -> _List:
    return _List(ask, to_cells, lambda _: to_cells(blank))


_STORY: dict[str, _List] = {
    "rows": _list(lambda ledger, _, filter_: ledger.rows(filter_), row_cells, ROW),
    "statements": _list(
        lambda ledger, _, filter_: ledger.statements(filter_), statement_cells, STATEMENT
    ),
    "acts": _list(lambda ledger, _, filter_: ledger.acts(filter_), act_cells, ACT),
    "figures": _list(lambda ledger, _, filter_: ledger.figures(filter_), figure_cells, FIGURE),
    "articles": _list(lambda ledger, _, filter_: ledger.articles(filter_), article_cells, ARTICLE),
    "differences": _list(list_differences, side_by_side_cells, NO_SIDES),
    "compare": _list(list_facts, given_cells, NOTHING_GIVEN),
}
_LISTS: dict[str, _List] = {
    "stories": _list(lambda ledger, _, __: ledger.stories(Filter(kind="saga")), story_cells, STORY),
    "search": _List(_search, _found_cells, _columns_found),
    "review": _list(_list_due, _due_cells, (Due(row="", worth=0, reach=0), ROW)),
    "sample": _list(lambda ledger, request, _: read_sample(request, ledger).rows, row_cells, ROW),
    "history": _list(_list_decided, decision_cells, DECISION),
    "rejected": _list(lambda ledger, _, __: ledger.rejected(), row_cells, ROW),
    "people": _list(list_people, asdict, NO_NAME),
    "watches": _list(list_saved, watch_cells, NO_WATCH),
    "about": _list(count_held, asdict, Held(what="", number=0)),
}
_ROW = _list(one_row, row_cells, ROW)
_WHO = _List(list_of_actor, actor_cells, lambda request: actor_cells(blank_of_actor(request)))


def send_list(desk: Desk, request: Request, name: str) -> Response:
    """Return one of the lists of the desk as a file."""
    return _send(desk, request, _LISTS[name], Filter(), name)


def send_story(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Return one of the lists of a story as a file."""
    story = look_up(ledger.story, request.path_params["id"]).id
    tab = request.path_params.get("tab", "rows")
    if tab not in _STORY:
        raise HTTPException(404)
    return _send(desk, request, _STORY[tab], Filter(story=story), f"{story}-{tab}")


def send_article(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Return the rows of an article as a file."""
    article = request.path_params["id"]
    look_up(ledger.article, article)
    return _send(desk, request, _STORY["rows"], Filter(article=article), f"{article}-rows")


def send_row(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Return one row as a file."""
    row = look_up(ledger.row, request.path_params["id"]).id
    return _send(desk, request, _ROW, Filter(), row)


def send_who(form: str, desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Return someone's positions, or with `list` their rows, as a file."""
    look_up(ledger.actor, request.path_params["name"])
    request.path_params["form"] = form
    return _send(desk, request, _WHO, Filter(), "who")


def _send(desk: Desk, request: Request, list_: _List, within: Filter, name: str) -> Response:
    form = request.path_params["form"]
    if form not in FILES:
        raise HTTPException(404)
    question = read_question(request.query_params, fields=FIELDS)
    filter_ = _narrow(question, within)

    def stream() -> Iterator[bytes]:
        with desk.open() as ledger:  # the one of the request is closed before this is read
            items = list_.ask(ledger, request, filter_)
            if form == "csv":
                yield from csv_lines(map(list_.to_cells, items), list(list_.blank(request)))
            else:
                yield from _json_lines(items)

    headers = {"content-disposition": f'inline; filename="{name}.{form}"'}
    # What goes wrong before the first line is still told by the status.
    lines = stream()
    first = next(lines, b"")
    return StreamingResponse(chain((first,), lines), media_type=FILES[form], headers=headers)


def _narrow(question: Question, within: Filter) -> Filter:
    set_ = {name: getattr(within, name) for name in ("story", "article") if getattr(within, name)}
    return replace(question.filter, **set_)


def _json_lines(items: Iterable[Any]) -> Iterator[bytes]:
    """Yield a JSON object as the API gives its lists, a line for each item."""
    yield b'{"items": ['
    for number, item in enumerate(items):
        yield (b",\n" if number else b"\n") + msgspec.json.encode(item)
    yield b'\n], "next": null}\n'
