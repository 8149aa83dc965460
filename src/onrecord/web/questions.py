"""What an address asks for: its query as a filter, checked and bounded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException

from onrecord.errors import FilterError
from onrecord.ledger import Filter
from onrecord.ledger.grammar import (
    CHOICES,
    check_days,
    read_condition,
)

LONGEST = 200  # characters of one field
LAST_PAGE = 10_000

FIELDS = (
    "who", "to", "outlet", "about", "since", "until", "added", "act", "kind", "modality",
    "certainty", "state", "lineages", "review",
)  # fmt: skip


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
        try:
            value = read_condition(name, text)
        except FilterError as error:
            notes.append(f"{error}. It was left out.")
            continue
        kept[name], values[name] = str(value) if name in CHOICES else text, value
    try:
        check_days(replace(Filter(), **values))  # type: ignore[arg-type]
    except FilterError as error:
        notes.append(f"{error}. Both were left out.")
        for name in ("since", "until"):
            del kept[name], values[name]
    filter_ = replace(Filter(), **values)  # type: ignore[arg-type]
    return Question(filter=filter_, fields=kept, page=_read_page(params), notes=tuple(notes))


def read_text(params: QueryParams, name: str) -> str:
    """Return a field on one line, without white space around it; raise a 400 if it is too long."""
    text = params.get(name, "")
    if len(text) > LONGEST:
        raise HTTPException(400, f"“{name}” is longer than {LONGEST} characters.")
    return " ".join(text.replace("\0", " ").split())


def _read_page(params: QueryParams) -> int:
    text = params.get("page", "1")
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        return 1
    return min(max(1, int(text)), LAST_PAGE)
