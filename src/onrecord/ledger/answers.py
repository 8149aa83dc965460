"""What people may say about a row: the answers to who, to whom, what, when and how much."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from msgspec import UNSET, UnsetType

from onrecord.records import ActorKind, Modality, Polarity, RowKind, Span, StatementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Someone, as the article names them: by the place of a mention, or by name alone."""

    name: str
    kind: ActorKind = "person"
    mention: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """An interval of days, open where an end is `None`."""

    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The interval of a figure, as `onrecord.records.Figure` has it."""

    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    bound: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The fields of a row that people can correct; those about which nothing is said are unset.

    `who` is the speaker, those who act, or who gives the figure; `to` whom it is said or done.
    An empty `who` says that it is unknown, or that the words do not say. `act` is a speech act
    or a PLOVER type; `when` is the row's own time, of a figure as of when.
    """

    who: tuple[Named, ...] | UnsetType = UNSET
    to: tuple[Named, ...] | UnsetType = UNSET
    kind: StatementKind | UnsetType = UNSET
    act: str | UnsetType = UNSET
    modality: Modality | UnsetType = UNSET
    polarity: Polarity | UnsetType = UNSET
    when: Days | UnsetType = UNSET
    value: Value | UnsetType = UNSET
    unit: str | UnsetType | None = UNSET
    counted: str | UnsetType | None = UNSET


NOTHING = Answer()
BOUNDS = ("exactly", "about", "more than", "at least", "less than", "at most", "between")
# The fields that each kind of row has.
FIELDS: dict[RowKind, tuple[str, ...]] = {
    "statement": ("who", "to", "kind", "act", "polarity", "when"),
    "act": ("who", "to", "act", "modality", "polarity", "when"),
    "figure": ("who", "value", "unit", "counted", "when"),
}


def list_set(answer: Answer) -> Iterator[tuple[str, Any]]:
    """Yield the fields that are set, with their values, in the order of the record."""
    for field in fields(answer):
        value = getattr(answer, field.name)
        if value is not UNSET:
            yield field.name, value


def merge_answers(first: Answer, then: Answer) -> Answer:
    """Return `first` with what `then` says in the place of what it says itself."""
    return Answer(**{**dict(list_set(first)), **dict(list_set(then))})


def pick_fields(answer: Answer, names: frozenset[str]) -> Answer:
    """Return what `answer` says about the fields `names`."""
    return Answer(**{name: value for name, value in list_set(answer) if name in names})


def name_bound(value: Value) -> str:
    """Return the one of BOUNDS that says how `value` is bounded."""
    if value.low is not None and value.high is not None:
        if value.low != value.high:
            return "between"
        return "about" if value.bound else "exactly"
    if value.low is not None:
        return "more than" if value.low_open else "at least"
    return "less than" if value.high_open else "at most"


def make_value(bound: str, first: float, second: float | None) -> Value:
    """Return the value that one of BOUNDS and a number, or two, make.

    Its `bound` is set only for "about", which nothing else tells: it holds words of the page.
    """
    match bound:
        case "between":
            return Value(low=first, high=first if second is None else second)
        case "more than":
            return Value(low=first, low_open=True)
        case "at least":
            return Value(low=first)
        case "less than":
            return Value(high=first, high_open=True)
        case "at most":
            return Value(high=first)
        case "about":
            return Value(low=first, high=first, bound=bound)
    return Value(low=first, high=first)
