"""Statements marked by us in texts of others, kept as places: the texts are not ours to keep.

    python -m training.reader.standoff write SET FOLDER [DOCUMENT ...]   # passages to be marked
    python -m training.reader.standoff check SET FOLDER                  # a line for each fault
    python -m training.reader.standoff keep SET FOLDER                   # places, to standoff/

Marks are those of `own/README.md`. A passage is some paragraphs of a document, its heading
`=== DOCUMENT:START-END page`. White space is one space in it and brackets are round.
"""

import argparse
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.text import outline_text
from training.acts.standoff import DATA, FILES, hash_text, read_texts, show
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
"""Characters of a passage, at most, unless one paragraph is longer."""

_ID = re.compile(r"(\S+):(\d+)-(\d+)")
_PARAGRAPHS = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A document in which every statement of `[start, end)` is marked; spans are the text's."""

    id: str
    sha256: str  # of the text
    start: int
    end: int
    statements: tuple[Marked, ...]


def cut_passages(text: str) -> Iterator[tuple[int, int]]:
    """Yield paragraphs together, `SIZE` characters long at most."""
    start = end = 0
    for paragraph in outline_text(text).paragraphs:
        if end > start and paragraph.end - start > SIZE:
            yield start, end
            end = start
        if end <= start:
            start = paragraph.start
        end = paragraph.end
    if end > start:
        yield start, end


def show_paragraphs(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """Return a passage, paragraphs parted, and the place of each of its characters in the text."""
    shown, places = "", []
    for paragraph in outline_text(text).paragraphs:
        if start <= paragraph.start < end:
            words, found = show(text, paragraph.start, paragraph.end)
            if shown:
                shown += _PARAGRAPHS
                places += [paragraph.start] * len(_PARAGRAPHS)
            shown += words
            places += found[: len(words)]
    return shown, places


def write_passages(document: str, text: str) -> str:
    """Return the passages of a document as a file to be marked has them."""
    return "\n\n".join(
        f"=== {document}:{a}-{b} page\n{show_paragraphs(text, a, b)[0]}"
        for a, b in cut_passages(text)
    )


def place_statements(template: Template, texts: Mapping[str, str]) -> tuple[str, int, int, Any]:
    """Return document, start, end and the statements of a passage at their places in the text.

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
        at = next(
            (i for i, (a, b) in enumerate(pairs) if a != b), min(len(shown), len(passage.text))
        )
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

    return place[1], start, end, [move(each) for each in passage.statements.values()]


def check_file(path: Path, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield the faults of a file of marked passages."""
    seen: set[str] = set()
    for template in read_templates(path):
        if template.id in seen:
            yield f"{template.id}: twice"
        seen.add(template.id)
        try:
            place_statements(template, texts)
        except PassageError as error:
            yield str(error)
            continue
        passage = fill(template, Names(), random.Random(0))
        for fault in check(template, passage):
            if "no statement, and not tagged" not in fault:
                yield f"{template.id}: {fault}"


def collect(paths: Iterable[Path], texts: Mapping[str, str]) -> Iterator[MarkedText]:
    """Yield the documents of files of marked passages, as far as they are marked without a gap."""
    parts: dict[str, dict[int, tuple[int, list[Marked]]]] = defaultdict(dict)
    for path in paths:
        for template in read_templates(path):
            document, start, end, found = place_statements(template, texts)
            parts[document][start] = end, found
    for document, marked in sorted(parts.items()):
        text = texts[document]
        reached, statements = None, list[Marked]()
        first = next(cut_passages(text))[0]
        for start, end in cut_passages(text):
            if start not in marked:
                break
            reached = end
            statements += marked[start][1]
        if reached is not None:
            yield MarkedText(
                id=document,
                sha256=hash_text(text),
                start=first,
                end=reached,
                statements=tuple(statements),
            )


def keep(documents: Iterable[MarkedText]) -> str:
    """Return the lines of a file of places, one document each."""
    return "".join(json.dumps(_describe(each), separators=(",", ":")) + "\n" for each in documents)


def _describe(document: MarkedText) -> dict[str, Any]:
    return {
        "document": document.id,
        "sha256": document.sha256,
        "start": document.start,
        "end": document.end,
        "statements": [_describe_statement(each) for each in document.statements],
    }


def _describe_statement(marked: Marked) -> dict[str, Any]:
    plain = Marked(spans={})
    found: dict[str, Any] = {
        name: value
        for name in ("act", "stance", "negative")
        if (value := getattr(marked, name)) != getattr(plain, name)
    }
    return found | marked.spans


def read_documents(path: Path, texts: Mapping[str, str]) -> Iterator[MarkedText]:
    """Yield the documents of a file of places; raise `PassageError` where a text is another one."""
    for line in path.read_text(encoding="utf-8").splitlines():
        each = json.loads(line)
        name, sha256 = each["document"], each["sha256"]
        if name not in texts or hash_text(texts[name]) != sha256:
            raise PassageError(f"{path.name}: {name}: not the text that was marked")
        yield MarkedText(
            id=name,
            sha256=sha256,
            start=each["start"],
            end=each["end"],
            statements=tuple(_read_statement(found) for found in each["statements"]),
        )


def _read_statement(found: dict[str, Any]) -> Marked:
    fields = {k: v for k, v in found.items() if k not in LABELS}
    return Marked(
        spans={k: [(a, b) for a, b in v] for k, v in found.items() if k in LABELS}, **fields
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("write", "check", "keep"))
    parser.add_argument("set", choices=FILES)
    parser.add_argument("folder", type=Path, help="of passages: one file a document, or any .txt")
    parser.add_argument("documents", nargs="*", help="ids to write; all without")
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    texts = read_texts(options.set, options.data)
    if options.what == "write":
        options.folder.mkdir(parents=True, exist_ok=True)
        for document in options.documents or texts:
            path = options.folder / f"{document}.txt"
            path.write_text(write_passages(document, texts[document]) + "\n", encoding="utf-8")
        return
    paths = sorted(options.folder.glob("*.txt"))
    faults = [fault for path in paths for fault in check_file(path, texts)]
    for fault in faults:
        print(fault)
    if options.what == "keep" and not faults:
        HERE.mkdir(exist_ok=True)
        out = HERE / f"{options.set}.jsonl"
        out.write_text(keep(collect(paths, texts)), encoding="utf-8")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
