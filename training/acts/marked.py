"""Read our own marked acts: marks to spans, variables to names.

    python -m training.acts.marked [FILE ...]    # check them: a line for each fault, and counts

The form is described in `own/README.md`. Variables, names and their filling are those of
`training.reader.passages`.
"""

import argparse
import csv
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast, get_args

from onrecord.records import ActType, Modality, Polarity
from training.reader import passages
from training.reader.passages import Names, PassageError

OWN = Path(__file__).parent / "own"

TYPES: tuple[str, ...] = get_args(ActType)
MODALITIES: tuple[str, ...] = get_args(Modality)
LABELS = ("T", "A", "R", "P", "IF")
"""Trigger, actor, recipient, place, condition."""

# "[A1 ", "[R1A2 ", "[A12 ": one piece of text may have several roles in several acts.
MARK = re.compile(r"\[((?:(?:IF|[TARP])[1-9]+)+)(?:\s+|(?=\[|\]))|\]")
_ROLE = re.compile(r"(IF|[TARP])([1-9]+)")
# While names are filled in, each mark is one character that no text has.
FIRST_HELD = 0xE000
_HELD = re.compile(r"[\ue000-\uf8ff]")
_ARTICLE = re.compile(r"\b([Aa])(?= [\ue000-\uf8ff]*(?:[AEIO]|Uz))")
_SENTENCE = re.compile(
    r"((?:^|\n\n|[.?!][”\"]? )[“\"‘'(]*[\ue000-\uf8ff]*[“\"‘']?[\ue000-\uf8ff]*)(the )"
)
_NOT_NAMES = frozenset({"Male", "Victoria", "Central African"})
"""Names that are words or other names too, and are not looked for in what we wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedAct:
    """One act of a passage: spans `(start, end)` of the text by label, and its line."""

    type: ActType
    modality: Modality = "happened"
    polarity: Polarity = "positive"
    background: bool = False
    denied: bool = False
    content: int | None = None  # the number of the act that this one tells of
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTemplate:
    """One passage as it is written, with its variables not yet filled."""

    id: str
    source: str
    acts: dict[int, MarkedAct]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActPassage:
    """One passage with names in it; `acts` by number."""

    id: str
    text: str
    acts: dict[int, MarkedAct]


def read_templates(path: Path) -> Iterator[ActTemplate]:
    """Yield the passages of a file; raise `PassageError` at the first that has not the form.

    The id is the file's name and the number of the passage's first line.
    """
    body: list[str] = []
    described: list[str] = []
    first = 0
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], start=1):
        if line.startswith("#"):
            continue
        if line.strip():
            first = first or number
            (described if line.startswith("@") else body).append(line.strip())
        elif first:
            yield _read_template(f"{path.stem}:{first}", " ".join(body), described)
            body, described, first = [], [], 0


def _read_template(name: str, source: str, described: list[str]) -> ActTemplate:
    lines = [part.strip() for line in described for part in line.split("@") if part.strip()]
    acts: dict[int, MarkedAct] = {}
    for line in lines:
        number, act = read_line(name, line)
        if number in acts:
            raise PassageError(f"{name}: two lines for act {number}")
        acts[number] = act
    if not source:
        raise PassageError(f"{name}: no text")
    return ActTemplate(id=name, source=source, acts=acts)


def read_line(name: str, line: str) -> tuple[int, MarkedAct]:
    words = line.split()
    if len(words) < 2 or not words[0].isdigit() or words[1] not in TYPES:
        raise PassageError(f"{name}: {line!r}: a line is @number TYPE ...")
    modality, content = "happened", None
    for word in words[2:]:
        if word in MODALITIES:
            modality = word
        elif word[0] == ">" and word[1:].isdigit():
            content = int(word[1:])
        elif word not in {"negative", "background", "denied"}:
            raise PassageError(f"{name}: {line!r}: unknown word {word!r}")
    return int(words[0]), MarkedAct(
        type=cast(ActType, words[1]),
        modality=cast(Modality, modality),
        polarity="negative" if "negative" in words else "positive",
        background="background" in words,
        denied="denied" in words,
        content=content,
    )


def fill(template: ActTemplate, names: Names, rng: random.Random) -> ActPassage:
    """Return a passage with names drawn by `rng`; raise `PassageError` where marks are broken."""
    marks: list[str] = []

    def hold(match: re.Match[str]) -> str:
        marks.append(match[1] or "]")
        return chr(FIRST_HELD + len(marks) - 1)

    plain = passages.Template(
        id=template.id, tags=(), source=MARK.sub(hold, template.source), lines={}
    )
    filled = _SENTENCE.sub(
        lambda match: match[1] + match[2].capitalize(), passages.fill(plain, names, rng).text
    )
    filled = _ARTICLE.sub(r"\1n", filled)
    first = re.match(r"[\ue000-\uf8ff“\"‘'(]*", filled)
    if first:
        filled = (
            filled[: first.end()] + filled[first.end() :][:1].upper() + filled[first.end() + 1 :]
        )
    return place_marks(template.id, filled, marks, template.acts)


def place_marks(
    name: str, held: str, marks: list[str], described: Mapping[int, MarkedAct]
) -> ActPassage:
    """Return the passage whose held marks give the described acts their spans."""
    text, spans = _take_out(name, held, marks)
    if unknown := sorted(set(spans) - set(described)):
        raise PassageError(f"{name}: act {unknown[0]} has no @ line")
    acts = {
        number: replace(act, spans={label: sorted(found) for label, found in spans[number].items()})
        for number, act in described.items()
    }
    return ActPassage(id=name, text=text, acts=acts)


def _take_out(
    name: str, held: str, marks: list[str]
) -> tuple[str, dict[int, dict[str, list[tuple[int, int]]]]]:
    """Return the text without the held marks, and the spans of each act."""
    spans: dict[int, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    open_marks: list[tuple[str, int]] = []
    text, position = "", 0
    for match in _HELD.finditer(held):
        text += held[position : match.start()]
        position = match.end()
        mark = marks[ord(match[0]) - FIRST_HELD]
        if mark != "]":
            open_marks.append((mark, len(text)))
            continue
        if not open_marks:
            raise PassageError(f"{name}: ] without [")
        mark, start = open_marks.pop()
        end = len(text.rstrip())
        start += len(text[start:]) - len(text[start:].lstrip())
        if end <= start:
            raise PassageError(f"{name}: [{mark} is empty")
        for label, numbers in _ROLE.findall(mark):
            for number in numbers:
                spans[int(number)][label].append((start, end))
    if open_marks:
        raise PassageError(f"{name}: [{open_marks[-1][0]} is not closed")
    return text + held[position:], spans


def read_acts(path: Path, *, fills: int, held_out: bool = False) -> Iterator[ActPassage]:
    """Yield the passages of a file, each with `fills` draws of names, always the same."""
    names = Names(held_out=held_out)
    for template in read_templates(path):
        for number in range(fills):
            yield fill(template, names, random.Random(f"{template.source} {number}"))


def check(passage: ActPassage) -> Iterator[str]:
    """Yield what is wrong with a passage beside its form."""
    for number, act in passage.acts.items():
        if "T" not in act.spans:
            yield f"act {number} has no trigger"
        if act.content is not None and (act.content not in passage.acts or act.content == number):
            yield f"act {number} leads to no act"
        if (
            act.modality == "conditional"
            and "IF" not in act.spans
            and not _in_condition(act, passage)
        ):
            yield f"act {number} is conditional, and no condition is marked"
        if any(
            _is_apart(passage.text, span, act)
            for label in ("A", "R", "IF")
            for span in act.spans.get(label, ())
        ):
            yield f"act {number} has a role in another sentence"
        if act.denied and not any(
            other.content == number and other.type == "REJECT" for other in passage.acts.values()
        ):
            yield f"act {number} is denied by nobody"
    if re.search(r"[{}\[\]@\ue000-\uf8ff]|\b(?:IF|[TARP])\d", passage.text):
        yield "a mark is left in the text"


def _is_apart(text: str, span: tuple[int, int], act: MarkedAct) -> bool:
    """Return whether a sentence ends between a role and the trigger nearest to it."""
    between = [
        text[min(end, span[1]) : max(start, span[0])] for start, end in act.spans.get("T", ())
    ]
    return bool(between) and bool(re.search(r"[.?!]”?\"? [“\"]?[A-Z]", min(between, key=len)))


def _in_condition(act: MarkedAct, passage: ActPassage) -> bool:
    """Return whether the trigger stands in the condition of another act."""
    return any(
        a <= start and end <= b
        for other in passage.acts.values()
        for a, b in other.spans.get("IF", ())
        for start, end in act.spans.get("T", ())
    )


def read_country_words(path: Path = passages.OWN / "names.csv") -> re.Pattern[str]:
    """Return a pattern for the names, adjectives and capitals of all countries."""
    words: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "country":
                words |= {row["name"].removeprefix("the "), row["adjective"], row["capital"]}
    found = sorted(filter(None, words - _NOT_NAMES), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, found))})s?\b")


def read_skeleton(source: str) -> str:
    """Return the words of a passage without marks and names: two passages should not share it."""
    return " ".join(re.sub(r"\{[^}]*\}|[\W\d]+", " ", MARK.sub("", source)).lower().split())


def _check_file(
    path: Path, countries: re.Pattern[str], skeletons: Counter[str], counts: dict[str, Counter[str]]
) -> Iterator[str]:
    """Yield the faults of one file, counting what it holds."""
    names = Names(held_out=path.name.startswith("held-out"))
    for template in read_templates(path):
        skeletons[read_skeleton(template.source)] += 1
        if written := countries.search(template.source):
            yield f"{template.id}: {written[0]} is written out"
        try:
            passage = fill(template, names, random.Random(template.source))
        except PassageError as error:
            yield str(error)
            continue
        yield from (f"{template.id}: {fault}" for fault in check(passage))
        counts["file"][path.name] += 1
        sentences = len(
            re.findall(r"[.?!][”\"’']?(?=\s|$)", re.sub(r"\b(Mr|Ms)\.", "", passage.text))
        )
        counts["size"]["sentences"] += max(sentences, 1)
        counts["size"]["passages of several sentences and acts"] += (
            sentences > 1 and len(passage.acts) > 1
        )
        counts["size"]["without an act"] += not passage.acts
        counts["size"]["acts"] += len(passage.acts)
        for act in passage.acts.values():
            counts["type"][act.type] += 1
            counts["modality"][act.modality] += 1
            counts["field"][act.polarity] += 1
            counts["field"]["background"] += act.background
            counts["field"]["denied"] += act.denied
            counts["field"]["nested"] += act.content is not None
            counts["role"].update(act.spans.keys())


def main() -> None:
    """Check the files and print counts by file, type, modality and role."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    files = parser.parse_args().files or passages.own_files(OWN)
    countries = read_country_words()
    skeletons: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    faults: list[str] = []
    for path in files:
        try:
            faults += _check_file(path, countries, skeletons, counts)
        except PassageError as error:
            faults.append(str(error))
    faults += [f"{count} times: {text}" for text, count in skeletons.items() if count > 1]
    for fault in faults:
        print(fault)
    for kind, counter in counts.items():
        print(f"{kind}:", ", ".join(f"{name} {count}" for name, count in counter.most_common()))
    print(f"{len(skeletons)} passages, {len(faults)} faults")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
