"""What people say of a row, in words: the fields of an answer, and of a decision."""

from collections.abc import Sequence
from typing import Any

from onrecord.ledger.answers import Answer, Days, Named, Value, list_set
from onrecord.ledger.decisions import Decision
from onrecord.ledger.rows import Row
from onrecord.records import Figure, RowKind, Span
from onrecord.views.days import UNKNOWN, show_days
from onrecord.views.words import show_value

LABELS = {
    "who": "who", "to": "to whom", "kind": "kind", "act": "act", "modality": "status",
    "polarity": "polarity", "when": "when", "value": "value", "unit": "unit",
    "counted": "what is counted",
}  # fmt: skip
_OWN_LABELS: dict[tuple[RowKind, str], str] = {
    ("statement", "who"): "speaker",
    ("figure", "who"): "given by",
    ("figure", "when"): "as of",
    ("act", "act"): "type",
}
_DONE = {
    "accept": "accepted", "correct": "corrected", "reject": "rejected", "undo": "undone",
    "same event": "said to report the same thing", "same person": "said to be one person",
    "not same event": "said not to report the same thing",
    "not same person": "said to be two persons", "pin": "dated", "remove": "removed",
    "restore": "restored",
}  # fmt: skip


def _label_field(name: str, kind: RowKind) -> str:
    """Return what a field of an answer is called for a row of `kind`."""
    return _OWN_LABELS.get((kind, name), LABELS[name])


def show_answer(answer: Answer, kind: RowKind) -> list[tuple[str, str]]:
    """Return the fields that are set, each with its label and its value in words."""
    return [
        (_label_field(name, kind), _show_field(name, value)) for name, value in list_set(answer)
    ]


def _show_field(name: str, value: Any) -> str:
    """Return the value of one field in words."""
    if name in ("who", "to"):
        return _show_named(value)
    if isinstance(value, Days):
        days = show_days(value)
        return "not stated" if days == UNKNOWN else days
    if isinstance(value, Value):
        return show_value(
            Figure(
                id="",
                span=Span(0, 0),
                words="",
                low=value.low,
                high=value.high,
                low_open=value.low_open,
                high_open=value.high_open,
                bound=value.bound,
            )
        )
    return str(value).replace("_", " ") if value else "not stated"


def _show_named(named: Sequence[Named]) -> str:
    """Return the names; "unknown" for nobody."""
    return ", ".join(one.name for one in named) or "unknown"


def show_review(row: Row) -> str:
    """Return what people have said of a row, and how it was read where that is something else."""
    if row.review is None:
        return "not reviewed"
    read = ", ".join(
        f"{label} read as {words}" for label, words in show_answer(row.read_as, row.kind)
    )
    return f"{row.review} in review{f': {read}' if read else ''}"


def show_done(decision: Decision) -> str:
    """Return what a decision did: "corrected"."""
    return _DONE.get(decision.kind, decision.kind)


def show_moment(decision: Decision) -> str:
    """Return when a decision was made, in UTC to the minute."""
    return f"{decision.when:%Y-%m-%d %H:%M} UTC"


def show_change(decision: Decision) -> list[tuple[str, str, str]]:
    """Return what a decision changed: label, before, after; either may be empty."""
    kind: RowKind = decision.row.kind if decision.row is not None else "statement"
    if decision.kind == "correct":
        before = dict(list_set(decision.before))
        return [
            (
                _label_field(name, kind),
                _show_field(name, before[name]) if name in before else "",
                _show_field(name, value),
            )
            for name, value in list_set(decision.after)
        ]
    if decision.kind == "pin":
        days = Days(earliest=decision.earliest, latest=decision.latest)
        return [("published", "", show_days(days))]
    if decision.person is not None and decision.person2 is not None:
        both = f"{decision.person.name} and {decision.person2.name}"
        return [("names", "", f"{both}, called {decision.name}" if decision.name else both)]
    return []
