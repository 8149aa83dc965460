"""What a person types to correct a row, as an answer."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, get_args

import click

from onrecord.ledger import Answer, Days, Named, Value
from onrecord.ledger.answers import FIELDS, make_value
from onrecord.records import ActorKind, RowKind

_VALUE = re.compile(
    r"(?:(?P<bound>more than|at least|less than|at most|about|>=|<=|>|<|~)\s*)?"
    r"(?P<low>-?\d[\d,]*(?:\.\d+)?)(?:\s*(?:-|–|to)\s*(?P<high>\d[\d,]*(?:\.\d+)?))?"
)
_SIGNS = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most", "~": "about"}
_NOBODY = ("", "unknown", "nobody", "none")


def read_answer(settings: Sequence[str], kind: RowKind) -> Answer:
    """Return what settings such as "who=Ida Berg" or "value=more than 300" state of a row.

    Raises `click.UsageError` for one that is none.
    """
    said: dict[str, Any] = {}
    for setting in settings:
        name, sign, text = setting.partition("=")
        name, text = name.strip(), text.strip()
        if not sign or name not in FIELDS[kind]:
            fields = ", ".join(FIELDS[kind])
            raise click.UsageError(f"{setting!r}: say FIELD=VALUE; a {kind} has {fields}")
        said[name] = _read_field(name, text)
    return Answer(**said)


def _read_field(name: str, text: str) -> Any:
    if name in ("who", "to"):
        names = (" ".join(each.split()) for each in text.split(";"))
        return tuple(_read_name(each) for each in names if each.lower() not in _NOBODY)
    if name == "when":
        return read_days(text)
    if name == "value":
        return _read_value(text)
    if name in ("unit", "counted"):
        return text or None
    return text


def _read_name(text: str) -> Named:
    """Return whom a name means; "the Cabinet (organisation)" says of what kind it is."""
    kinds: tuple[ActorKind, ...] = get_args(ActorKind)
    for kind in kinds:
        if text.endswith(f"({kind})"):
            return Named(name=text.removesuffix(f"({kind})").strip(), kind=kind)
    return Named(name=text)


def read_days(text: str) -> Days:
    """Return the day or the interval that `text` states; `click.UsageError` for none."""
    if text.lower() in _NOBODY:
        return Days()
    first, _, last = text.partition("/")
    try:
        earliest = date.fromisoformat(first) if first else None
        latest = date.fromisoformat(last) if last else None
    except ValueError as error:
        raise click.UsageError(
            f"{text!r} is no day: 2031-04-01 is one, 2031-04-01/2031-04-03 an interval"
        ) from error
    return Days(earliest=earliest, latest=latest if "/" in text else earliest)


def _read_value(text: str) -> Value:
    match = _VALUE.fullmatch(text.lower())
    if match is None:
        raise click.UsageError(
            f"{text!r} is no value: 300, more than 300, at most 300, about 300 and 200-300 are"
        )
    bound = match["bound"] or ("between" if match["high"] else "exactly")
    high = float(match["high"].replace(",", "")) if match["high"] else None
    return make_value(_SIGNS.get(bound, bound), float(match["low"].replace(",", "")), high)
