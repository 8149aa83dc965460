"""Someone: what they say on each matter over time, and every row in which they have a part."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import LedgerError
from onrecord.ledger import ActorForm, ActorPart, ActorRow, Filter, Ledger, StoryRow
from onrecord.records import RowKind
from onrecord.views.positions import Matter, find_positions
from onrecord.web.addresses import who_address
from onrecord.web.desk import Desk, look_up
from onrecord.web.questions import read_question
from onrecord.web.row_lists import PAGE, find_accounts_of, group_by_day, take_page

STATEMENTS = 300  # of one story, on which positions are looked for
STORIES = 12
FORMS = 40


@dataclass(frozen=True, slots=True)
class Part:
    """What someone does in a row, under the name that its list has in the address."""

    name: str
    shown: str
    part: ActorPart
    kind: RowKind


PARTS = (
    Part("said", "Said by", "who", "statement"),
    Part("said-to", "Said to", "to", "statement"),
    Part("did", "Done by", "who", "act"),
    Part("done-to", "Done to", "to", "act"),
    Part("figures", "Figures given", "who", "figure"),
    Part("relayed", "Passed on by", "relay", "statement"),
)


def find_part(request: Request) -> Part | None:
    """Return the part that `list` names in the address, if it names one."""
    return next((p for p in PARTS if p.name == request.query_params.get("list")), None)


def show_who(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show someone's positions in one story, or with `list` the rows of one part.

    A name that may mean several has no positions: what most is told of it is shown at once.
    """
    actor = look_up(ledger.actor, request.path_params["name"])
    named = next((n for n in (actor.name, *(f.name for f in actor.forms)) if who_address(n)), None)
    if named is None:
        raise HTTPException(404, "This name is too long to have a page; its rows can be searched.")
    question = read_question(request.query_params, fields=())
    parts = [(each, actor.parts.get((each.part, each.kind), 0)) for each in PARTS]
    part = find_part(request)
    if part is None and actor.several:
        part = next((each for each, number in parts if number), None)
    sagas = find_sagas(ledger, actor)
    values: dict[str, Any] = {"matters": (), "groups": (), "accounts": {}, "more": False}
    asked = request.query_params.get("story")
    saga = next((story for story in sagas if story.id == asked), None)
    if part is None:
        saga = saga or (sagas[0] if sagas else None)
        values["matters"] = find_matters(ledger, actor, saga)
    else:
        # One more than is shown tells whether there is another page.
        start = (question.page - 1) * PAGE
        found = ledger.rows_of(
            actor,
            part.part,
            part.kind,
            saga=saga.id if saga else None,
            limit=PAGE + 1,
            offset=start,
        )
        rows, more = take_page(found, 1)
        values |= {
            "groups": list(group_by_day(rows)),
            "accounts": find_accounts_of(ledger, rows),
            "more": more,
        }
    forms = _fold_forms(actor)
    return desk.show(
        "who.html",
        actor=actor,
        named=named,
        forms=forms[:FORMS],
        more_forms=len(forms[FORMS:]),
        titles=_list_titles(actor),
        parts=parts,
        part=part,
        saga=saga,
        sagas=sagas,
        page=question.page,
        same=None if actor.kind == "state" else next(ledger.names(actor.name, exactly=True), None),
        **values,
    )


def find_sagas(ledger: Ledger, actor: ActorRow) -> list[StoryRow]:
    """Return the stories in which the actor has most rows; an episode is not one of them."""
    found = []
    for id_ in list(actor.sagas)[:STORIES]:
        try:
            found.append(next(iter(ledger.stories(Filter(story=id_)))))
        except (StopIteration, LedgerError):  # drawn again since the actor was looked up
            continue
    return found


def find_matters(ledger: Ledger, actor: ActorRow, saga: StoryRow | None) -> Sequence[Matter]:
    """Return what the actor says on each matter of a story; nothing where several may be meant."""
    if saga is None or actor.several:
        return ()
    rows = list(ledger.rows_of(actor, "who", "statement", saga=saga.id, limit=STATEMENTS))
    names = {party.name for row in rows for party in (*row.who, *row.to)}
    return find_positions(rows, {*names, *(form.name for form in actor.forms)})


def _fold_forms(actor: ActorRow) -> list[ActorForm]:
    """Return the forms of the name, those as one whose office is only printed in other letters."""
    forms: dict[tuple[str, str, str | None], ActorForm] = {}
    for form in actor.forms:
        key = (form.name, form.title.casefold(), form.state)
        known = forms.get(key)
        forms[key] = form if known is None else replace(known, rows=known.rows + form.rows)
    return sorted(forms.values(), key=lambda form: -form.rows)


def _list_titles(actor: ActorRow) -> list[str]:
    """Return bodies and roles, the most frequent first, each once whatever its letters."""
    titles = {
        form.title.casefold(): form.title
        for form in reversed(actor.forms)
        if form.title not in ("", actor.name)
    }
    return list(reversed(titles.values()))
