"""What may be asked for, by name: the one grammar of the command line, of addresses and of Python.

Each name is a field of `Filter`; values are text as a person types it, or already what the field
holds. `--since 2022-01`, `?since=2022-01` and `where(since="2022-01")` mean the same.
"""

import calendar
import dataclasses
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import get_args

from onrecord.errors import FilterError
from onrecord.ledger.filters import Filter
from onrecord.records import ActType, Modality, RowCertainty, RowKind, SpeechAct, StatementKind

SPEECH_ACTS: tuple[str, ...] = get_args(SpeechAct)
ACT_TYPES: tuple[str, ...] = get_args(ActType)
ROW_KINDS: tuple[RowKind, ...] = get_args(RowKind)
STATEMENT_KINDS: tuple[str, ...] = get_args(StatementKind)
CHOICES: Mapping[str, tuple[str, ...]] = {
    "act": (*SPEECH_ACTS, *ACT_TYPES),
    "kind": (*ROW_KINDS, *STATEMENT_KINDS, "episode", "saga"),
    "modality": get_args(Modality),
    "certainty": get_args(RowCertainty),
    "review": ("open", "accepted", "corrected"),
}
NAMES = tuple(field.name for field in dataclasses.fields(Filter))
_LEAST = {"lineages": 1, "limit": 0, "offset": 0}
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_CODE = re.compile(r"[A-Za-z]{3}")


def read_filter(conditions: Mapping[str, object], *, base: Filter | None = None) -> Filter:
    """Return `base` narrowed by `conditions`; what is `None` or empty does not count.

    Raises `FilterError` where there is no condition of a name, or a value means nothing, or days
    exclude each other.
    """
    values = {
        name: read_condition(name, value)
        for name, value in conditions.items()
        if value is not None and value != ""
    }
    filter_ = dataclasses.replace(base or Filter(), **values)  # type: ignore[arg-type]
    check_days(filter_)
    return filter_


def check_days(filter_: Filter) -> None:
    """Raise `FilterError` where no day can lie between `since` and `until`."""
    since, until = filter_.since, filter_.until
    if since is not None and until is not None and since > until:
        raise FilterError(f"since {since} is after until {until}, so that no day fits both")


def read_condition(name: str, value: object) -> object:
    """Return what `value` means as the condition `name`; raise `FilterError` if nothing."""
    if name not in NAMES:
        raise FilterError(f"there is no condition {name!r}; there are {_list(NAMES)}")
    if name in ("since", "until"):
        return _read_day(name, value)
    if name == "added":
        return _read_moment(value)
    if name in _LEAST:
        return _read_number(name, value)
    if not isinstance(value, str):
        raise FilterError(f"{name} is {value!r}, but has to be text")
    text = " ".join(value.replace("\0", " ").split())
    if name in CHOICES:
        return _choose(name, text)
    if name == "state" and not _CODE.fullmatch(text):
        raise FilterError(f"“{text}” is no state; give its ISO code of three letters, such as NOR")
    return text


def _read_day(name: str, value: object) -> date:
    """Return a day; of a year or month the first for `since`, and the last for `until`."""
    if isinstance(value, date):
        return date(value.year, value.month, value.day)  # a moment is taken for its day
    found = _DAY.fullmatch(str(value).strip())
    try:
        if found is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        if name == "since":
            return date(year, month or 1, day or 1)
        month = month or 12
        return date(year, month, day or calendar.monthrange(year, month)[1])
    except ValueError:
        raise FilterError(
            f"“{value}” is no day; write 2024-03-05, or 2024-03 or 2024 for all of it"
        ) from None


def _read_moment(value: object) -> datetime:
    """Return a moment in UTC, in which it is where nothing says otherwise; a day is its start."""
    text = str(value).strip()
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise FilterError(
            f"“{value}” is no moment; write 2024-03-05, or 2024-03-05T14:30:00Z"
        ) from None


def _read_number(name: str, value: object) -> int:
    text = str(value).strip()
    if text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= _LEAST[name]:
        return int(text)
    raise FilterError(f"“{value}” is no number for {name}; give one from {_LEAST[name]} on")


def _choose(name: str, text: str) -> str:
    if text in CHOICES[name]:
        return text  # "THREATEN" is a type of act, "threaten" a speech act
    plain = text.replace(" ", "_").casefold()
    for choice in CHOICES[name]:
        if choice.casefold() == plain:
            return choice
    raise FilterError(f"“{text}” is no {name}; there are {_list(CHOICES[name])}")


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)
