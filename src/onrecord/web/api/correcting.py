"""The operation that changes something: a decision."""

from starlette.exceptions import HTTPException
from starlette.requests import Request

from onrecord.ledger import DecisionRow, Ledger
from onrecord.web.api.shapes import ActorRef, NewDecision, bare
from onrecord.web.desk import Desk
from onrecord.web.posting import take_turn


def make_decision(desk: Desk, request: Request, ledger: Ledger, new: NewDecision) -> DecisionRow:
    """Make a decision about rows, names or an article; each can be undone."""
    who = new.who if new.who is not None else desk.reviewer(request)
    id_ = take_turn(lambda: _decide(desk, ledger, new, who))
    return bare(ledger.decision(id_))


def _decide(desk: Desk, ledger: Ledger, new: NewDecision, who: str) -> str:
    why = new.why
    if new.do in ("accept", "correct", "reject"):
        return ledger.judge(_need(new.row, "row"), new.do, new.answer, who=who, why=why)
    if new.do in ("same event", "not same event"):
        row, other = _need(new.row, "row"), _need(new.other, "other")
        return ledger.tie_rows(row, other, same=new.do == "same event", who=who, why=why)
    if new.do in ("same person", "not same person"):
        person, person2 = new.person, new.person2
        if person is None or person2 is None:
            raise HTTPException(422, f"“{new.do}” needs “person” and “person2”.")
        same = new.do == "same person"
        return ledger.tie_people(
            _pair(person), _pair(person2), same=same, name=new.name, who=who, why=why
        )
    if new.do == "undo":
        decision = _need(new.decision, "decision")
        return ledger.undo(decision, who=who, why=why, read=desk.read)
    article = _need(new.article, "article")
    if new.do == "remove":
        return ledger.remove(article, read=desk.read, who=who, why=why)
    if new.do == "restore":
        return ledger.restore(article, read=desk.read, who=who, why=why)
    if new.earliest is None:
        raise HTTPException(422, "“pin” needs “earliest”, and “latest” where it is another day.")
    latest = new.latest or new.earliest
    return ledger.pin(article, new.earliest, latest, read=desk.read, who=who, why=why)


def _need(value: str | None, name: str) -> str:
    if not value:
        raise HTTPException(422, f"This decision needs “{name}”.")
    return value


def _pair(person: ActorRef) -> tuple[str, str]:
    return person.article, person.actor
