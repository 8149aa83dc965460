"""What an address asks for: its query as a filter, checked and bounded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from onrecord.ledger import Filter
from onrecord.records import ActType, Modality, RowCertainty, RowKind, SpeechAct

LONGEST = 200  # characters of one field
LAST_PAGE = 10_000

SPEECH_ACTS: tuple[str, ...] = get_args(SpeechAct)
ACT_TYPES: tuple[str, ...] = get_args(ActType)
KINDS: tuple[str, ...] = get_args(RowKind)
CHOICES: Mapping[str, tuple[str, ...]] = {
    "act": (*SPEECH_ACTS, *ACT_TYPES),
    "kind": (*KINDS, "direct", "indirect", "mixed"),
    "modality": get_args(Modality),
    "certainty": get_args(RowCertainty),
    "review": ("open", "accepted", "corrected"),
}
_WORDS = ("who", "to", "outlet", "about")
_DAYS = ("since", "until")
FIELDS = (*_WORDS, *_DAYS, *CHOICES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A filter, the page of its list, the fields as a form shows them, and what was left out."""

    filter: Filter
    fields: Mapping[str, str]
    page: int
    notes: tuple[str, ...]

    @property
    def narrows(self) -> bool:
        """Whether any field is set."""
        return bool(self.fields)


def read_question(params: QueryParams, *, fields: Sequence[str] = FIELDS) -> Question:
    """Return what the query asks for; a value that means nothing is left out, with a note.

    Raises a 400 where a value is longer than any honest one.
    """
    given = {name: read_text(params, name) for name in fields}
    kept: dict[str, str] = {}
    values: dict[str, object] = {}
    notes = []
    for name, text in given.items():
        if not text:
            continue
        value = _read_value(name, text)
        if value is None:
            notes.append(f"“{text}” is no {_NOUNS.get(name, name)}, and was left out.")
            continue
        kept[name], values[name] = text, value
    filter_ = replace(Filter(), **values)  # type: ignore[arg-type]
    return Question(filter=filter_, fields=kept, page=_read_page(params), notes=tuple(notes))


def read_text(params: QueryParams, name: str) -> str:
    """Return a field on one line, without white space around it; raise a 400 if it is too long."""
    text = params.get(name, "")
    if len(text) > LONGEST:
        raise HTTPException(400, f"“{name}” is longer than {LONGEST} characters.")
    return " ".join(text.replace("\0", " ").split())


_NOUNS = {"since": "day (2024-03-05 is one)", "until": "day (2024-03-05 is one)"}


def _read_value(name: str, text: str) -> object | None:
    if name in _DAYS:
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    if name in CHOICES:
        return text if text in CHOICES[name] else None
    return text


def _read_page(params: QueryParams) -> int:
    text = params.get("page", "1")
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        return 1
    return min(max(1, int(text)), LAST_PAGE)
