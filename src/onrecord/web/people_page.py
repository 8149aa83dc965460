"""Who is named; and whether two names are one person: choose the other one, look at both sides,
and decide."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Filter, Ledger, Row
from onrecord.ledger.anchors import PersonAnchor
from onrecord.ledger.name_queries import NameRow
from onrecord.web.desk import Desk, look_up
from onrecord.web.questions import read_text

SHOWN = 3  # rows of each side
LISTED = 100  # names


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: how the article names them, what they are called, and some of their rows."""

    article: str
    actor: str
    anchor: PersonAnchor
    name: str
    found: NameRow | None
    rows: tuple[Row, ...]


def show_people(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show whom an actor may be the same as, or both sides of the choice that was made.

    Without an actor, show who is named, those of most rows first.
    """
    params = request.query_params
    words = read_text(params, "q")
    if not params.get("article"):
        names = tuple(ledger.names(words, limit=LISTED + 1))
        return desk.show("names.html", words=words, found=names[:LISTED], more=len(names) > LISTED)
    side = _find_side(ledger, read_text(params, "article"), read_text(params, "actor"))
    words = words or side.name.split()[-1]
    other = None
    if params.get("article2"):
        other = _find_side(ledger, read_text(params, "article2"), read_text(params, "actor2"))
    return desk.show(
        "people.html",
        side=side,
        other=other,
        words=words,
        found=[
            each
            for each in ledger.names(words)
            if each.name != side.name and each.kind == side.anchor.kind
        ],
        then=read_text(params, "then") or "/review/history",
        reviewer=desk.reviewer(request),
    )


def _find_side(ledger: Ledger, article: str, actor: str) -> Side:
    anchor = look_up(lambda id_: ledger.person(id_, actor), article)
    reading = ledger.article(article)
    name = next((each.name for each in reading.actors if each.id == actor), anchor.name)
    rows = _list_told(row for row in ledger.rows(Filter(who=name)) if _names(row, name))
    return Side(
        article=article,
        actor=actor,
        anchor=anchor,
        name=name,
        found=next(iter(ledger.names(name, exactly=True)), None),
        rows=tuple(islice(rows, SHOWN)),
    )


def _list_told(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield `rows`, of each sentence one: papers that print an agency have the same."""
    seen: set[str] = set()
    for row in rows:
        if row.sentence not in seen:
            seen.add(row.sentence)
            yield row


def _names(row: Row, name: str) -> bool:
    return any(party.name == name for party in row.who)
