"""Statements marked by us in whole texts, kept as places: most of the texts are not ours to keep.

    python -m training.reader.standoff write SET FOLDER [DOCUMENT ...]   # passages to be marked
    python -m training.reader.standoff check SET FOLDER                  # a line for each fault
    python -m training.reader.standoff keep SET FOLDER                   # places, to standoff/

Marks are those of `own/README.md`. A passage is some paragraphs of a document, its heading
`=== DOCUMENT:START-END page`; `-` below it says that nothing was to be added. White space is one
space in it and brackets are round. PolNeAR's passages come with its own attributions marked, and
of those only what we added is kept, with their number.
"""

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from onrecord.text import outline_text
from training.acts.standoff import DATA, NO_ACT, hash_text, parse_options, read_texts, show
from training.reader.attributions import Label, read_labels, read_records
from training.reader.passages import (
    LABELS,
    Marked,
    Names,
    PassageError,
    Template,
    check,
    fill,
    read_templates,
)

HERE = Path(__file__).parent / "standoff"
SIZE = 900
"""Characters of a passage, at most, unless one paragraph or statement is longer."""
GIVEN = {"S": "source", "C": "cue", "K": "content"}
"""Labels of what PolNeAR marks, and its names for them."""

NOWHERE = -1
"""The place of what parts two paragraphs."""

_ID = re.compile(r"(\S+):(\d+)-(\d+)")
_PARAGRAPHS = "\n\n"

Given = Mapping[str, Sequence[Mapping[str, Any]]]
"""PolNeAR's attributions by document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A document in which every statement is marked; spans are those of its text."""

    id: str
    sha256: str  # of the text
    statements: tuple[Marked, ...]


def cut_passages(text: str, given: Sequence[Mapping[str, Any]] = ()) -> Iterator[tuple[int, int]]:
    """Yield paragraphs together, `SIZE` characters long at most; none parts a given statement."""
    places = [_place(each) for each in given if each["content"]]
    start = end = None
    for paragraph in outline_text(text).paragraphs:
        if start is not None and end is not None:
            parted = any(first < end < last for first, last in places)
            if not parted and paragraph.end - start > SIZE:
                yield start, end
                start = None
        start = paragraph.start if start is None else start
        end = paragraph.end
    if start is not None and end is not None:
        yield start, end


def _place(attribution: Mapping[str, Any]) -> tuple[int, int]:
    spans = [span for name in GIVEN.values() for span in attribution[name]]
    return min(start for start, _ in spans), max(end for _, end in spans)


def show_paragraphs(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """Return a passage, paragraphs parted, and the place of each of its characters in the text.

    What parts them is `NOWHERE`.
    """
    shown, places = "", list[int]()
    for paragraph in outline_text(text).paragraphs:
        if start <= paragraph.start < end:
            words, found = show(text, paragraph.start, paragraph.end)
            if shown:
                shown += _PARAGRAPHS
                places += [NOWHERE] * len(_PARAGRAPHS)
            shown += words
            places += found[: len(words)]
    return shown, places


def write_passages(
    document: str,
    text: str,
    given: Sequence[Mapping[str, Any]] = (),
    labels: Mapping[int, Label] | None = None,
) -> Iterator[str]:
    """Yield the passages of a document as they are to be marked, what is `given` marked in them."""
    for start, end in cut_passages(text, given):
        shown, places = show_paragraphs(text, start, end)
        marks: list[tuple[str, tuple[int, int]]] = []
        lines: list[str] = []
        for number, each in enumerate(given):
            own = _mark(each, places, len(lines) + 1) if each["content"] else []
            if own and not _cross([span for _, span in [*marks, *own]]):
                marks += own
                lines.append(f"@{len(lines) + 1} {_show_label((labels or {}).get(number))}")
        yield "\n".join([f"=== {document}:{start}-{end} page", _put(shown, marks), *lines])


def _mark(
    attribution: Mapping[str, Any], places: Sequence[int], number: int
) -> list[tuple[str, tuple[int, int]]]:
    """Return the marks of an attribution where it stands in a passage; of a source the first."""
    marks = []
    for label, name in GIVEN.items():
        for span in attribution[name][: None if label == "K" else 1]:
            inside = [at for at, place in enumerate(places) if span[0] <= place < span[1]]
            if inside:
                marks.append((f"{label}{number}", (inside[0], inside[-1] + 1)))
    return marks if any(mark.startswith("K") for mark, _ in marks) else []


def _cross(spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether two spans are one, or share only a part."""
    return any(
        (a, b) == (c, d) or a < c < b < d or c < a < d < b
        for at, (a, b) in enumerate(spans)
        for c, d in spans[:at]
    )


def _put(shown: str, marks: Sequence[tuple[str, tuple[int, int]]]) -> str:
    """Return the words with their marks in them."""
    edges = sorted(
        [(start, 1, -end, f"[{mark} ") for mark, (start, end) in marks]
        + [(end, 0, -start, "]") for _, (start, end) in marks]
    )
    cuts = [0, *(at for at, *_ in edges), len(shown)]
    parts = [shown[a:b] for a, b in pairwise(cuts)]
    return parts[0] + "".join(
        mark + part for (*_, mark), part in zip(edges, parts[1:], strict=True)
    )


def _show_label(label: Label | None) -> str:
    if label is None:
        return "claim"
    stance = [label.stance] if label.stance != "said" else []
    return " ".join([label.act, *(["negative"] if label.negative else []), *stance])


def read_passages(path: Path, texts: Mapping[str, str], given: Given) -> Iterator[Template]:
    """Yield the passages of a file; one with nothing added as it was given."""
    for template in read_templates(path.read_text(encoding="utf-8")):
        if template.source != NO_ACT:
            yield template
            continue
        document = template.id.rpartition(":")[0]
        labels = _load_labels().get(document)
        for passage in write_passages(document, texts[document], given.get(document, ()), labels):
            if passage.startswith(f"=== {template.id} "):
                yield from read_templates(passage)


@cache
def _load_labels() -> dict[str, dict[int, Label]]:
    """Return what PolNeAR's attributions do, read once."""
    return read_labels()


def place_statements(template: Template, texts: Mapping[str, str]) -> tuple[str, int, list[Marked]]:
    """Return document, start and the statements of a passage at their places in the text.

    Raise `PassageError` where the form is broken or the words are others.
    """
    place = _ID.fullmatch(template.id)
    if not place or place[1] not in texts:
        raise PassageError(f"{template.id}: no such document")
    start, end = int(place[2]), int(place[3])
    shown, places = show_paragraphs(texts[place[1]], start, end)
    passage = fill(template, Names(), random.Random(0))
    if passage.text.lower() != shown.lower():
        pairs = zip(shown.lower(), passage.text.lower(), strict=False)
        at = next((i for i, (a, b) in enumerate(pairs) if a != b), len(passage.text))
        at = max(at, 20)
        raise PassageError(
            f"{template.id}: {passage.text[at - 20 : at + 20]!r} are not the document's words, "
            f"which are {shown[at - 20 : at + 20]!r}"
        )

    def move(marked: Marked) -> Marked:
        spans = {
            label: [(places[a], places[b - 1] + 1) for a, b in found]
            for label, found in marked.spans.items()
        }
        return replace(marked, spans=spans)

    return place[1], start, [move(each) for each in passage.statements.values()]


def check_file(path: Path, texts: Mapping[str, str], given: Given) -> Iterator[str]:
    """Yield the faults of a file of marked passages."""
    seen: set[str] = set()
    for template in read_passages(path, texts, given):
        if template.id in seen:
            yield f"{template.id}: twice"
        seen.add(template.id)
        try:
            place_statements(template, texts)
        except PassageError as error:
            yield str(error)
            continue
        for fault in check(template, fill(template, Names(), random.Random(0))):
            yield f"{template.id}: {fault}"


def collect(paths: Iterable[Path], texts: Mapping[str, str], given: Given) -> Iterator[MarkedText]:
    """Yield the documents of files of marked passages, those whose passages are all there."""
    parts: dict[str, dict[int, list[Marked]]] = defaultdict(dict)
    for path in paths:
        for template in read_passages(path, texts, given):
            document, start, found = place_statements(template, texts)
            parts[document][start] = found
    for document, marked in sorted(parts.items()):
        text = texts[document]
        starts = [start for start, _ in cut_passages(text, given.get(document, ()))]
        if all(start in marked for start in starts):
            statements = (each for start in starts for each in marked[start])
            yield MarkedText(id=document, sha256=hash_text(text), statements=tuple(statements))


def keep(documents: Iterable[MarkedText], given: Given) -> str:
    """Return the lines of a file of places, one document each."""
    return "".join(
        json.dumps(
            {
                "document": each.id,
                "sha256": each.sha256,
                "statements": [
                    _describe(marked, given.get(each.id, ())) for marked in each.statements
                ],
            },
            separators=(",", ":"),
        )
        + "\n"
        for each in documents
    )


def _describe(marked: Marked, given: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    plain = Marked(spans={})
    found: dict[str, Any] = {
        name: value
        for name in ("act", "stance", "negative")
        if (value := getattr(marked, name)) != getattr(plain, name)
    }
    number = next((n for n, each in enumerate(given) if _is_given(marked, each)), None)
    if number is None:
        return found | marked.spans
    return {"attribution": number, **found} | {
        label: spans for label, spans in marked.spans.items() if label not in GIVEN
    }


def _is_given(marked: Marked, attribution: Mapping[str, Any]) -> bool:
    """Return whether a statement is PolNeAR's attribution: both begin where the other does."""
    starts = [
        (marked.spans.get(label, ()), attribution[name])
        for label, name in GIVEN.items()
        if label != "S"
    ]
    return all(
        bool(own) == bool(theirs) and (not own or own[0][0] == theirs[0][0])
        for own, theirs in starts
    )


def read_documents(path: Path, texts: Mapping[str, str], given: Given) -> Iterator[MarkedText]:
    """Yield the documents of a file of places; raise `PassageError` where a text is another one."""
    for line in path.read_text(encoding="utf-8").splitlines():
        each = json.loads(line)
        name, sha256 = each["document"], each["sha256"]
        if name not in texts or hash_text(texts[name]) != sha256:
            raise PassageError(f"{path.name}: {name}: not the text that was marked")
        statements = (_read(found, given.get(name, ())) for found in each["statements"])
        yield MarkedText(id=name, sha256=sha256, statements=tuple(statements))


def _read(found: dict[str, Any], given: Sequence[Mapping[str, Any]]) -> Marked:
    spans = {k: [(a, b) for a, b in v] for k, v in found.items() if k in LABELS}
    fields = {k: v for k, v in found.items() if k in {"act", "stance", "negative"}}
    if "attribution" in found:
        attribution = given[found["attribution"]]
        spans |= {
            label: [(a, b) for a, b in attribution[name]]
            for label, name in GIVEN.items()
            if attribution[name]
        }
    return Marked(spans=spans, **fields)


def read_given(name: str, data: Path = DATA) -> Given:
    """Return the attributions that a set comes with: only PolNeAR has some."""
    if name != "polnear":
        return {}
    return {record["id"]: record["attributions"] for record in read_records(data)}


def main() -> None:
    options = parse_options(__doc__)
    texts, given = read_texts(options.set, options.data), read_given(options.set, options.data)
    if options.what == "write":
        options.folder.mkdir(parents=True, exist_ok=True)
        for document in options.documents or texts:
            path = options.folder / f"{document}.txt"
            known, labels = given.get(document, ()), _load_labels().get(document)
            passages = write_passages(document, texts[document], known, labels)
            path.write_text("\n\n".join(passages) + "\n", encoding="utf-8")
        return
    paths = sorted(options.folder.glob("*.txt"))
    faults = [fault for path in paths for fault in check_file(path, texts, given)]
    for fault in faults:
        print(fault)
    if options.what == "keep" and not faults:
        HERE.mkdir(exist_ok=True)
        out = HERE / f"{options.set}.jsonl"
        out.write_text(keep(collect(paths, texts, given), given), encoding="utf-8")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
