"""What a page needs to let a row be judged: its fields, its history, and who may be meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from starlette.requests import Request

from onrecord.ledger import DecisionRow, Filter, Ledger, Row
from onrecord.ledger.answering import find_mention, find_record, read_answer
from onrecord.ledger.answers import BOUNDS, Answer, Named, Value, name_bound
from onrecord.ledger.grammar import ACT_TYPES, SPEECH_ACTS
from onrecord.records import ActorKind, Modality, Polarity, Reading, StatementKind

OTHERS = 12  # rows of the account that can be parted from here
KINDS_OF_ACTOR: tuple[ActorKind, ...] = get_args(ActorKind)
CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(StatementKind),
    "modality": get_args(Modality),
    "polarity": get_args(Polarity),
    "bound": BOUNDS,
    "named_kind": KINDS_OF_ACTOR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """A row with all that its forms show: what it says now, and what may stand in each field."""

    row: Row
    shown: Answer
    names: tuple[str, ...]  # of those whom the article names
    acts: tuple[str, ...]
    bound: str
    history: tuple[DecisionRow, ...]
    others: tuple[Row, ...]  # other reports of it
    then: str  # the address to come back to

    @property
    def seen(self) -> str:
        """The latest decision about the row, so that one made meanwhile is noticed."""
        return self.history[0].decision.id if self.history else ""

    @property
    def last(self) -> DecisionRow | None:
        """The latest decision about the row itself that holds."""
        kinds = ("accept", "correct", "reject")
        return next(
            (
                each
                for each in self.history
                if each.state == "holds" and each.decision.kind in kinds
            ),
            None,
        )


def prepare_judging(request: Request, ledger: Ledger, row: Row, *, then: str = "") -> Judging:
    """Return what the forms of `row` need; after a decision they come back to `then`."""
    reading = _load_judged(ledger, row)
    shown = read_answer(find_record(reading, row.id), reading)
    others = ledger.rows(Filter(account=row.account, limit=OTHERS + 1)) if row.account else ()
    return Judging(
        row=row,
        shown=shown,
        names=tuple(dict.fromkeys(actor.name for actor in reading.actors)),
        acts=SPEECH_ACTS if row.kind == "statement" else ACT_TYPES,
        bound=name_bound(shown.value) if isinstance(shown.value, Value) else "",
        history=tuple(ledger.history(row.id)),
        others=tuple(other for other in others if other.id != row.id),
        then=then or f"/row/{row.id}",
    )


def _load_judged(ledger: Ledger, row: Row) -> Reading:
    """Return the reading in which `row` stands with what people said, even if it was rejected."""
    reading = ledger.article(row.article)
    if row.review != "rejected":
        return reading
    return ledger.article(row.article, as_read=True)


def find_named(ledger: Ledger, row: Row, text: str, kind: ActorKind) -> tuple[Named, ...]:
    """Return those whom `text` lists, parted by semicolons; `kind` is of those new to the article.

    Those whom the article names are meant by it: by the place of a mention.
    """
    corrected = _load_judged(ledger, row)
    as_read = ledger.article(row.article, as_read=True)
    own = {actor.id: actor for actor in as_read.actors}
    ids = {actor.name.casefold(): actor.id for actor in reversed(corrected.actors)}
    ids.update({actor.name.casefold(): actor.id for actor in reversed(as_read.actors)})
    named = []
    for name in filter(None, (" ".join(each.split()) for each in text.split(";"))):
        actor = own.get(ids.get(name.casefold(), ""))
        if actor is None:
            named.append(Named(name=name, kind=kind))
        else:
            mention = find_mention(as_read, actor)
            named.append(Named(name=actor.name, kind=actor.kind, mention=mention))
    return tuple(named)
