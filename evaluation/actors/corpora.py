"""Read corpora with marked names as texts with spans of type person, body or place."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.records import Span

_CROSSNER = {
    "politician": "person", "person": "person", "politicalparty": "body", "organisation": "body",
    "country": "state", "location": "place",
}  # fmt: skip
_GUM = {"person": "person", "organization": "body", "place": "place"}
_RE3D = {"Person": "person", "Organisation": "body", "MilitaryPlatform": "other"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text with its gold names; `spans` pairs a type with where the name stands."""

    name: str
    text: str
    spans: tuple[tuple[str, Span], ...]


def read_crossner(path: Path) -> Iterator[Marked]:
    """Yield the sentences of a CrossNER file (a token and its BIO tag a line)."""
    for number, block in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
        rows = [line.split() for line in block.splitlines() if line.strip()]
        text = ""
        spans: list[tuple[str, Span]] = []
        for word, tag in ((row[0], row[-1]) for row in rows):
            if text and word not in {",", ".", ")", ";", ":", "'s", "?", "!"} and text[-1] != "(":
                text += " "
            start = len(text)
            text += word
            kind = _CROSSNER.get(tag[2:], "other") if tag != "O" else None
            if tag.startswith("B-") and kind:
                spans.append((kind, Span(start, len(text))))
            elif tag.startswith("I-") and kind and spans:
                spans[-1] = (spans[-1][0], Span(spans[-1][1].start, len(text)))
        if text:
            yield Marked(name=f"{path.stem}-{number}", text=text, spans=tuple(spans))


def read_gum(path: Path) -> Iterator[Marked]:
    """Yield the document of one GUM CoNLL-U file; its names are the entities with a proper head."""
    text, spans, names = "", [], []
    open_entities: list[tuple[str, int, int]] = []
    words: list[tuple[int, int, str]] = []
    space = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar"):
            space = "\n\n" if text else ""
            continue
        cells = line.split("\t")
        if len(cells) < 10 or not cells[0].isdigit():
            continue
        text += space
        start = len(text)
        text += cells[1]
        words.append((start, len(text), cells[4]))
        space = "" if "SpaceAfter=No" in cells[9] else " "
        entity = next((c[7:] for c in cells[9].split("|") if c.startswith("Entity=")), "")
        for part in _entity_parts(entity):
            if part.startswith("("):
                kind = part[1:].split("-")[1]
                open_entities.append((part[1:].split("-")[0], start, len(words) - 1))
                names.append(kind)
                if part.endswith(")"):
                    spans.append((kind, open_entities.pop()[1:], len(words)))
            elif open_entities:
                at = next(
                    (
                        k
                        for k in range(len(open_entities) - 1, -1, -1)
                        if open_entities[k][0] == part.rstrip(")")
                    ),
                    len(open_entities) - 1,
                )
                ident, begin, first = open_entities.pop(at)
                spans.append(("?" + ident, (begin, first), len(words)))
    kinds = _gum_kinds(path)
    found = []
    for kind, (_, first), last in spans:
        kind = kinds.get(kind[1:], "") if kind.startswith("?") else kind
        inside = words[first:last]
        proper = [word for word in inside if word[2] in {"NNP", "NNPS"}]
        if kind in _GUM and proper and len(proper) >= len(inside) - 2:
            found.append((_GUM[kind], Span(proper[0][0], proper[-1][1])))
    yield Marked(name=path.stem, text=text, spans=tuple(found))


def _gum_kinds(path: Path) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) >= 10:
            for cell in cells[9].split("|"):
                if cell.startswith("Entity="):
                    for part in _entity_parts(cell[7:]):
                        if part.startswith("("):
                            bits = part[1:].rstrip(")").split("-")
                            kinds[bits[0]] = bits[1]
    return kinds


def _entity_parts(entity: str) -> list[str]:
    """Return the brackets of one cell: "(1-person-new)" or "(1-place-giv" or "1)"."""
    parts, current = [], ""
    for letter in entity:
        if letter == "(" and current:
            parts.append(current)
            current = ""
        current += letter
        if letter == ")":
            parts.append(current)
            current = ""
    if current:
        parts.append(current)
    return parts


def read_re3d(folder: Path) -> Iterator[Marked]:
    """Yield the documents of one part of re3d."""
    entities: dict[str, list[tuple[str, Span]]] = {}
    for line in (folder / "entities.json").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        kind = _RE3D.get(row["type"])
        if kind in {"person", "body"} and row["value"][:1].isupper():
            found = entities.setdefault(row["documentId"], [])
            found.append((kind, Span(row["begin"], row["end"])))
    for line in (folder / "documents.json").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Marked(name=row["_id"], text=row["text"], spans=tuple(entities.get(row["_id"], ())))
