"""Read the files of short sentences; README.md says what their lines mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from onrecord.records import ActType, Modality, SpeechAct

HERE = Path(__file__).parent
FILES = ("speakers", "speech", "modality", "parties")
ANY = "*"
NOBODY = "-"
UNKNOWN = "unknown"

Half = Literal["development", "end"]
_HEAD = re.compile(r"=== (?P<id>[a-z]-(?P<number>\d{3})) (?P<question>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement that has to be there, or with `never` one that must not."""

    line: str
    who: str
    words: tuple[str, ...]
    act: str = ANY
    to: str | None = None
    via: str | None = None
    condition: str | None = None
    negative: bool | None = None
    never: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An act that has to be there, or with `never` one that must not."""

    line: str
    trigger: str
    actors: str
    recipients: str
    modality: str
    type: str = ANY
    negative: bool | None = None
    background: bool | None = None
    denied: str | None = None
    never: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A short text and what is expected of its rows."""

    id: str
    question: str
    half: Half
    text: str
    expected: tuple[Said | Done, ...]


def read_items(path: Path) -> Iterator[Item]:
    """Yield the items of a file; raise `ValueError` that names the item where one is malformed."""
    blocks = re.split(r"^(?==== )", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    seen: set[str] = set()
    for block in blocks[1:]:
        head, _, rest = block.partition("\n")
        text, found, lines = rest.partition("\n--\n")
        match = _HEAD.fullmatch(head)
        if match is None or not found or match["id"] in seen:
            raise ValueError(f"{path.name}: {head}: no id of its own, or no line of --")
        seen.add(match["id"])
        try:
            expected = tuple(parse_line(line, text) for line in lines.strip().splitlines())
        except ValueError as error:
            raise ValueError(f"{path.name}: {head}: {error}") from error
        half: Half = "development" if int(match["number"]) % 2 else "end"
        yield Item(match["id"], match["question"], half, text.strip(), expected)


def parse_line(line: str, text: str) -> Said | Done:
    """Return what a line expects; raise `ValueError` where it is none or `text` lacks its words."""
    kind, *parts = [part.strip() for part in line.split(" | ")]
    match kind, parts:
        case "say", [who, act, words, *rest]:
            _check(act, (*get_args(SpeechAct), ANY), line)
            fields = _read_fields(rest, ("to", "via", "if"), ("negative",), line)
            _check_words((*_pieces(words), *_pieces(fields.get("if", ""))), text, line)
            return Said(
                line=line, who=who, act=act, words=_pieces(words), to=fields.get("to"),
                via=fields.get("via"), condition=fields.get("if"),
                negative=True if "negative" in fields else None,
            )  # fmt: skip
        case "no say", [who, words]:
            _check_words(_pieces(words), text, line)
            return Said(line=line, who=who, words=_pieces(words), never=True)
        case "do", [type_, modality, actors, recipients, trigger, *rest]:
            _check(type_, (*get_args(ActType), ANY), line)
            _check(modality, (*get_args(Modality), ANY), line)
            fields = _read_fields(rest, ("denied",), ("not", "background"), line)
            _check_words((trigger,), text, line)
            return Done(
                line=line, type=type_, modality=modality, actors=actors, recipients=recipients,
                trigger=trigger, denied=fields.get("denied"), negative="not" in fields,
                background=True if "background" in fields else None,
            )  # fmt: skip
        case "no do", [modality, actors, recipients, trigger]:
            _check(modality, (*get_args(Modality), ANY), line)
            _check_words((trigger,), text, line)
            return Done(
                line=line, modality=modality, actors=actors, recipients=recipients,
                trigger=trigger, never=True,
            )  # fmt: skip
    raise ValueError(f"not a line: {line}")


def _read_fields(
    parts: list[str], named: tuple[str, ...], flags: tuple[str, ...], line: str
) -> dict[str, str]:
    fields = {}
    for part in parts:
        name, found, value = part.partition("=")
        if name not in (named if found else flags):
            raise ValueError(f"unknown {part} in: {line}")
        fields[name] = value
    return fields


def _check(value: str, choices: tuple[str, ...], line: str) -> None:
    if value not in choices:
        raise ValueError(f"unknown {value} in: {line}")


def _check_words(pieces: tuple[str, ...], text: str, line: str) -> None:
    for piece in pieces:
        if piece not in text:
            raise ValueError(f"the text has no {piece!r}: {line}")


def _pieces(words: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in words.split(" ... ") if piece.strip())
