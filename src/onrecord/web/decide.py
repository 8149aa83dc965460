"""Decisions from forms: what the fields say, done to the ledger, and back to the page."""

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.ledger import Answer, Days, Ledger, Row, Value
from onrecord.ledger.answers import make_value
from onrecord.ledger.rows import RowVerdict
from onrecord.web.desk import REVIEWER, Desk, look_up
from onrecord.web.judging import CHOICES, find_named, prepare_judging
from onrecord.web.posting import take_turn

VERDICTS: tuple[RowVerdict, ...] = get_args(RowVerdict)
_YEAR = 365 * 24 * 3600


def decide(desk: Desk, request: Request, ledger: Ledger, form: Mapping[str, str]) -> Response:
    """Do what a form says, and go back to where it stood."""
    done = take_turn(lambda: _decide(desk, request, ledger, form))
    return _go_back(form.get("then", ""), done=done)


def sign(desk: Desk, request: Request, ledger: Ledger, form: Mapping[str, str]) -> Response:
    """Remember, in this browser, in whose name decisions are made."""
    name = " ".join(form.get("who", "").split())
    if not 0 < len(name) <= 80:
        raise HTTPException(422, "A name has 1 to 80 characters.")
    response = _go_back(form.get("then", ""))
    value = urlencode({"": name})[1:]  # cookies hold no spaces and no accents
    response.set_cookie(REVIEWER, value, max_age=_YEAR, httponly=True, samesite="strict", path="/")
    return response


def _go_back(then: str, **params: str) -> RedirectResponse:
    """Return the way back to a page of ours; any other address leads to the review."""
    if not then.startswith("/") or then.startswith(("//", "/\\")) or not then.isprintable():
        then = "/review"
    if params:
        then, _, mark = then.partition("#")
        then += ("&" if "?" in then else "?") + urlencode(params) + (f"#{mark}" if mark else "")
    return RedirectResponse(then, status_code=303)


def _decide(desk: Desk, request: Request, ledger: Ledger, form: Mapping[str, str]) -> str:
    what, why = form.get("do", ""), form.get("why", "")
    who = desk.reviewer(request)
    if what == "undo":
        return ledger.undo(form.get("decision", ""), who=who, why=why, read=desk.read)
    if what in ("same person", "not same person"):
        return ledger.tie_people(
            (form.get("article", ""), form.get("actor", "")),
            (form.get("article2", ""), form.get("actor2", "")),
            same=what == "same person",
            name=form.get("name") or None,
            who=who,
            why=why,
        )
    if what == "pin":
        earliest, latest = (_read_day(form.get(name, "")) for name in ("earliest", "latest"))
        if earliest is None:
            raise HTTPException(422, "State the day on which the page was published.")
        return ledger.pin(
            form.get("article", ""), earliest, latest or earliest, read=desk.read, who=who, why=why
        )
    row = look_up(ledger.row, form.get("row", ""))
    if what in ("same event", "not same event"):
        other = _find_row(ledger, form.get("other", ""))
        return ledger.tie_rows(row.id, other, same=what == "same event", who=who, why=why)
    if what not in VERDICTS:
        raise HTTPException(400, f"“{what}” is no decision.")
    history = prepare_judging(request, ledger, row)
    if "seen" in form and form["seen"] != history.seen:
        raise HTTPException(
            409, "Somebody has decided about this row in the meantime: look at it again."
        )
    answer = _read_answer_form(ledger, row, form) if what == "correct" else Answer()
    verdict: RowVerdict = what
    return ledger.judge(row.id, verdict, answer, who=who, why=why)


def _read_answer_form(ledger: Ledger, row: Row, form: Mapping[str, str]) -> Answer:
    """Return what the fields of a form state; a field that is not there says nothing."""
    said: dict[str, Any] = {}
    kind = form.get("named_kind", "person")
    if kind not in CHOICES["named_kind"]:
        raise HTTPException(400, f"“{kind}” is no kind of actor.")
    for name in ("who", "to"):
        if name in form:
            said[name] = find_named(ledger, row, form[name], kind)  # type: ignore[arg-type]
    for name in ("kind", "modality", "polarity"):
        if form.get(name):
            if form[name] not in CHOICES[name]:
                raise HTTPException(400, f"“{form[name]}” is no {name}.")
            said[name] = form[name]
    if form.get("act"):
        said["act"] = form["act"]
    for name in ("unit", "counted"):
        if name in form:
            said[name] = form[name] or None
    if "earliest" in form or "latest" in form:
        said["when"] = Days(
            earliest=_read_day(form.get("earliest", "")), latest=_read_day(form.get("latest", ""))
        )
    if "bound" in form:
        said["value"] = _read_value(form)
    return Answer(**said)


def _read_value(form: Mapping[str, str]) -> Value:
    if form["bound"] not in CHOICES["bound"]:
        raise HTTPException(400, f"“{form['bound']}” is no bound.")
    first = _read_number(form.get("low", ""))
    if first is None:
        raise HTTPException(422, "A figure needs a number.")
    return make_value(form["bound"], first, _read_number(form.get("high", "")))


def _read_number(text: str) -> float | None:
    if not text:
        return None
    try:
        return float(text.replace(",", "").replace("\u00a0", "").replace(" ", ""))
    except ValueError as error:
        raise HTTPException(422, f"“{text}” is no number; 13000 and 2.5 are.") from error


def _read_day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise HTTPException(422, f"“{text}” is no day; 2031-04-01 is one.") from error


def _find_row(ledger: Ledger, text: str) -> str:
    """Return the id of the row that a field names: by its id, its start, or its address."""
    id_ = text.rpartition("/row/")[2].partition("?")[0].partition("#")[0]
    found = look_up(ledger.find, id_)
    return found.id
