"""Acts marked by us in whole texts, kept as places: most of the texts are not ours to keep.

    python -m training.acts.standoff write SET FOLDER [DOCUMENT ...]   # passages to be marked
    python -m training.acts.standoff check SET FOLDER                  # a line for each fault
    python -m training.acts.standoff keep SET FOLDER                   # their places, to standoff/

Marks are those of `own/README.md`. A passage is some sentences of one paragraph: a line with its
document and place, the words on one line (or `-` where they tell no act), `@` lines. White space is
one space in it and brackets are round.
"""

import argparse
import csv
import gzip
import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.records import Span
from onrecord.spans import contains
from onrecord.text import outline_text
from training.acts.marked import (
    FIRST_HELD,
    LABELS,
    MARK,
    ActPassage,
    MarkedAct,
    check,
    place_marks,
    read_line,
)
from training.reader.passages import PassageError

HERE = Path(__file__).parent / "standoff"
DATA = Path("../shared/data")
FILES = {
    "polnear": ("polnear/train.jsonl", "id"),
    "re3d": ("re3d/*/documents.json", "_id"),
    "wikiwars": ("wikiwars/train.jsonl", "id"),
    "pages": ("line_boilerplate/*.jsonl.gz", "id"),
    "unscon": ("unscon/conflict_annotations_sentences.csv", "filename"),
}
"""Texts of others that may be trained on: their files in the folder of data, a document a line."""
OWN = "articles"
"""The set of articles that we wrote ourselves, each a file of `OWN_TEXTS`."""
OWN_TEXTS = Path(__file__).parents[1] / OWN
NO_ACT = "-"
SIZE = 320
"""Characters of a passage, at most, unless one sentence is longer."""

_PLACE = re.compile(r"# (\S+) (\d+)-(\d+)$")
_ROUND = str.maketrans("[]{}", "()()")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPart:
    """The part `[start, end)` of a document's text in which every act is marked.

    The spans of its acts are those of the document's text.
    """

    start: int
    end: int
    acts: dict[int, MarkedAct]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedDocument:
    id: str
    sha256: str  # of the text
    parts: tuple[MarkedPart, ...]

    @property
    def acts(self) -> tuple[MarkedAct, ...]:
        """The acts of all parts, in their order."""
        return tuple(act for part in self.parts for act in part.acts.values())


def read_texts(name: str, data: Path = DATA) -> dict[str, str]:
    """Return the texts of a set by their ids; raise `OSError` where it is not there."""
    if name == OWN:
        return {path.stem: path.read_text("utf-8").strip() for path in OWN_TEXTS.glob("*.txt")}
    paths = sorted(data.glob(FILES[name][0]))
    if not paths:
        raise FileNotFoundError(f"{data / FILES[name][0]}: not there")
    records = (record for path in paths for record in _read_records(path))
    return {record[FILES[name][1]]: _text_of(record) for record in records if _is_read(record)}


def _read_records(path: Path) -> Iterator[dict[str, Any]]:
    if path.suffix == ".csv":
        yield from _read_speeches(path)
        return
    packed = path.suffix == ".gz"
    with gzip.open(path, "rt") if packed else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _read_speeches(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the speeches of a file of sentences, which are kept in parts: one paragraph each."""
    parts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            sentence = " ".join(row["sentence_text"].split())
            parts[row["filename"]][row["file_id"]].append(sentence)
    for name, found in parts.items():
        paragraphs = (" ".join(sentences) for _, sentences in sorted(found.items()))
        yield {"filename": name, "text": "\n\n".join(paragraphs)}


def _is_read(record: Mapping[str, Any]) -> bool:
    """Return whether a record is one text; pages stand there once more as another program reads."""
    return bool(record.get("how", "html_text") == "html_text")


def _text_of(record: Mapping[str, Any]) -> str:
    """Return a record's text: of a page its title and body lines, a line said twice once."""
    if "lines" not in record:
        return str(record["text"])
    body = (line for line, label, role in record["lines"] if label == 1 or role == "title")
    return "\n\n".join(dict.fromkeys(body))


def cut_passages(text: str) -> Iterator[tuple[int, int]]:
    """Yield sentences of one paragraph together, `SIZE` characters long at most."""
    outline = outline_text(text)
    for paragraph in outline.paragraphs:
        start = end = paragraph.start
        for sentence in outline.sentences:
            if not (paragraph.start <= sentence.start < paragraph.end):
                continue
            if end > start and sentence.end - start > SIZE:
                yield start, end
                start = sentence.start
            end = sentence.end
        if end > start:
            yield start, end


def show(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """Return a passage on one line, and the place of each of its characters in the text."""
    shown, places = "", []
    for at in range(start, end):
        mark = text[at].translate(_ROUND)
        if mark.isspace() or mark == "\u200b":
            if shown.endswith(" ") or not shown:
                continue
            mark = " "
        shown += mark
        places.append(at)
    return shown.rstrip(), places


def write_passages(document: str, text: str) -> str:
    """Return the passages of a document as a file to be marked has them."""
    return "\n\n".join(
        f"# {document} {a}-{b}\n{show(text, a, b)[0]}" for a, b in cut_passages(text)
    )


def read_marked(path: Path) -> Iterator[tuple[str, int, int, ActPassage]]:
    """Yield the passages of a file; raise `PassageError` at the first that has not the form."""
    for number, block in enumerate(re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip())):
        first, *rest = block.strip().splitlines()
        place = _PLACE.match(first.strip())
        name = f"{path.name}: passage {number + 1} ({first.strip()})"
        if not place or not rest:
            raise PassageError(f"{name}: a passage is '# DOCUMENT START-END', words, @ lines")
        described = " ".join(rest[1:])
        lines = [part.strip() for part in described.split("@") if part.strip()]
        described_acts = dict(read_line(name, line) for line in lines)
        if len(described_acts) < len(lines):
            raise PassageError(f"{name}: two lines for one act")
        marks: list[str] = []

        def hold(match: re.Match[str], marks: list[str] = marks) -> str:
            marks.append(match[1] or "]")
            return chr(FIRST_HELD + len(marks) - 1)

        held = MARK.sub(hold, rest[0].strip())
        passage = place_marks(name, held, marks, described_acts)
        yield place[1], int(place[2]), int(place[3]), passage


def place_acts(text: str, start: int, end: int, passage: ActPassage) -> MarkedPart:
    """Return the acts of a passage at their places in the text of its document.

    Raise `PassageError` where the words are others.
    """
    shown, places = show(text, start, end)
    if passage.text != shown and passage.text != NO_ACT:
        at = next(
            (i for i, (a, b) in enumerate(zip(shown, passage.text, strict=False)) if a != b),
            min(len(shown), len(passage.text)),
        )
        raise PassageError(
            f"{passage.id}: {passage.text[at - 20 : at + 20]!r} are not the document's words, "
            f"which are {shown[at - 20 : at + 20]!r}"
        )

    def move(act: MarkedAct) -> dict[str, list[tuple[int, int]]]:
        return {
            label: [(places[a], places[b - 1] + 1) for a, b in found]
            for label, found in act.spans.items()
        }

    acts = {number: replace(act, spans=move(act)) for number, act in passage.acts.items()}
    return MarkedPart(start=start, end=end, acts=acts)


def check_file(path: Path, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield the faults of a file of marked passages."""
    seen: set[tuple[str, int]] = set()
    for document, start, end, passage in read_marked(path):
        if (document, start) in seen:
            yield f"{passage.id}: twice"
        seen.add((document, start))
        if document not in texts:
            yield f"{passage.id}: no such document"
            continue
        try:
            place_acts(texts[document], start, end, passage)
        except PassageError as error:
            yield str(error)
        # A dot ends no sentence here after "Mr." and "U.S.": the outline knows, the check does not.
        faults = (fault for fault in check(passage) if "another sentence" not in fault)
        yield from (f"{passage.id}: {fault}" for fault in (*faults, *find_strays(passage)))


def find_strays(passage: ActPassage) -> Iterator[str]:
    """Yield the roles that stand in no sentence of their trigger."""
    sentences = outline_text(passage.text).sentences
    for number, act in passage.acts.items():
        home = [s for s in sentences if any(contains(s, Span(*span)) for span in act.spans["T"])]
        for label in ("A", "R", "IF"):
            for start, end in act.spans.get(label, ()):
                if home and not any(contains(s, Span(start, end)) for s in home):
                    role = passage.text[start:end]
                    yield f"act {number}: {role!r} is in another sentence"


def keep(documents: Iterable[MarkedDocument]) -> str:
    """Return the lines of a file of places, one document each."""
    return "".join(json.dumps(_describe(each), separators=(",", ":")) + "\n" for each in documents)


def _describe(document: MarkedDocument) -> dict[str, Any]:
    return {
        "document": document.id,
        "sha256": document.sha256,
        "parts": [
            {
                "start": part.start,
                "end": part.end,
                "acts": [{"number": n, **_describe_act(act)} for n, act in part.acts.items()],
            }
            for part in document.parts
        ],
    }


def _describe_act(act: MarkedAct) -> dict[str, Any]:
    plain = MarkedAct(type=act.type)
    found = {"type": act.type}
    for name in ("modality", "polarity", "background", "denied", "content"):
        if (value := getattr(act, name)) != getattr(plain, name):
            found[name] = value
    return found | act.spans


def collect(paths: Iterable[Path], texts: Mapping[str, str]) -> Iterator[MarkedDocument]:
    """Yield the documents of files of marked passages, in order of their ids."""
    parts: dict[str, list[MarkedPart]] = defaultdict(list)
    for path in paths:
        for document, start, end, passage in read_marked(path):
            parts[document].append(place_acts(texts[document], start, end, passage))
    for document, found in sorted(parts.items()):
        yield MarkedDocument(
            id=document,
            sha256=hash_text(texts[document]),
            parts=tuple(sorted(found, key=lambda part: part.start)),
        )


def read_documents(path: Path, texts: Mapping[str, str]) -> Iterator[MarkedDocument]:
    """Yield the documents of a file of places; raise `PassageError` where a text is another one."""
    for line in path.read_text(encoding="utf-8").splitlines():
        each = json.loads(line)
        name, sha256 = each["document"], each["sha256"]
        if name not in texts or hash_text(texts[name]) != sha256:
            raise PassageError(f"{path.name}: {name}: not the text that was marked")
        parts = tuple(
            MarkedPart(
                start=part["start"],
                end=part["end"],
                acts={act["number"]: _read_act(act) for act in part["acts"]},
            )
            for part in each["parts"]
        )
        yield MarkedDocument(id=name, sha256=sha256, parts=parts)


def _read_act(found: dict[str, Any]) -> MarkedAct:
    fields = {k: v for k, v in found.items() if k not in LABELS and k != "number"}
    spans = {k: [(a, b) for a, b in v] for k, v in found.items() if k in LABELS}
    return MarkedAct(**fields, spans=spans)


def hash_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def parse_options(description: str | None) -> argparse.Namespace:
    """Return what to do with which set and folder of passages."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("write", "check", "keep"))
    parser.add_argument("set", choices=(*FILES, OWN))
    parser.add_argument("folder", type=Path, help="of passages: one file a document, or any .txt")
    parser.add_argument("documents", nargs="*", help="ids to write; all without")
    parser.add_argument("--data", type=Path, default=DATA)
    return parser.parse_args()


def main() -> None:
    options = parse_options(__doc__)
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
        (HERE / f"{options.set}.jsonl").write_text(keep(collect(paths, texts)), encoding="utf-8")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
