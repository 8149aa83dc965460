"""Read our own passages: marks to spans, variables to names.

    python -m training.reader.passages [FILE ...]    # check them: a line for each fault

The form is described in `own/README.md`.
"""

import argparse
import csv
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

OWN = Path(__file__).parent / "own"

ACTS = (
    "claim", "confirm", "deny", "dispute", "warn_of", "warn_against", "threaten", "demand",
    "appeal", "offer", "commit", "accept", "refuse", "accuse", "criticise", "praise",
)  # fmt: skip
STANCES = ("said", "attitude", "plan", "perception", "decision")
TAGS = frozenset(
    "nested relay addressee interview condition denial according headline run-on interrupted "
    "not-a-statement stance pronoun role act plain page".split()
)
LABELS = ("S", "C", "K", "A", "R", "RC", "IF")

_TOKEN = re.compile(r"\[(RC|IF|[SCKAR])(\d+)(?:\s+|(?=\[|\]))|\]|\{(\w+)(?:\.(\w+))?\}")
_VARIABLE = re.compile(r"([pcmto])(\d)")
_FORMS = {
    "p": {"", "last", "first", "he", "him", "his", "He", "His", "Mr"},
    "c": {"", "adj", "cap"},
    "m": {""},
    "t": {""},
    "o": {""},
}


class PassageError(ValueError):
    """A passage is not of the form that `own/README.md` describes."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One statement of a passage: spans `(start, end)` of the text by label, and its line."""

    spans: dict[str, list[tuple[int, int]]]
    act: str = "claim"
    stance: str = "said"
    negative: bool = False
    by: str | None = None  # the variable of the speaker
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """One passage as it is written, with its variables not yet filled."""

    id: str
    tags: tuple[str, ...]
    source: str
    lines: dict[int, Marked]


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage with names in it. `names` is what each variable became in full."""

    id: str
    tags: tuple[str, ...]
    text: str
    statements: dict[int, Marked]
    names: dict[str, str] = field(default_factory=dict)


def read_templates(words: str) -> Iterator[Template]:
    """Yield the passages of a file's words; raise `PassageError` at the first without the form."""
    heading: str | None = None
    lines: list[str] = []
    for line in [*words.splitlines(), "==="]:
        if line.startswith("==="):
            if heading is not None:
                yield _read_template(heading, lines)
            heading, lines = line, []
        else:
            lines.append(line)


def _read_template(heading: str, lines: list[str]) -> Template:
    parts = heading.split()
    if len(parts) < 3:
        raise PassageError(f"{heading}: a heading is === id tag ...")
    name, tags = parts[1], tuple(parts[2:])
    if unknown := set(tags) - TAGS:
        raise PassageError(f"{name}: unknown tags {sorted(unknown)}")
    body = [line for line in lines if not line.startswith("@")]
    paragraphs = re.split(r"\n\s*\n", "\n".join(body).strip())
    source = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    described = [_read_line(name, line) for line in lines if line.startswith("@")]
    if len({number for number, _ in described}) != len(described):
        raise PassageError(f"{name}: two lines for one statement")
    return Template(id=name, tags=tags, source=source, lines=dict(described))


def _read_line(name: str, line: str) -> tuple[int, Marked]:
    words = line[1:].split()
    act, stance, negative, by, answers = "claim", "said", False, None, None
    if not words or not words[0].isdigit():
        raise PassageError(f"{name}: {line}: no number")
    rest = iter(words[1:])
    for at, word in enumerate(rest):
        if at == 0 and word in ACTS:
            act = word
        elif word in STANCES:
            stance = word
        elif word == "negative":
            negative = True
        elif word == "by":
            by = next(rest, None)
        elif word == "answers":
            answers = int(next(rest, "0"))
        elif word not in {"f", "m"}:
            raise PassageError(f"{name}: {line}: unknown word {word!r}")
    marked = Marked(spans={}, act=act, stance=stance, negative=negative, by=by, answers=answers)
    return int(words[0]), marked


class Names:
    """Names by variable, drawn from `names.csv`: columns kind, name, adjective, capital, gender.

    `part` 0 to 3 of each kind's rows is for training, 4 for measuring, so that no held-out
    passage has a name that the reader has seen.
    """

    def __init__(self, path: Path = OWN / "names.csv", *, held_out: bool = False) -> None:
        self.rows: dict[str, list[dict[str, str]]] = defaultdict(list)
        counts: Counter[str] = Counter()
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                counts[row["kind"]] += 1
                if (counts[row["kind"]] % 5 == 4) == held_out:
                    self.rows[row["kind"]].append(row)

    def draw(self, variable: str, rng: random.Random) -> dict[str, str]:
        """Return the forms of one variable."""
        kind = variable[0]
        if kind == "p":
            given = rng.choice(self.rows["given"])
            fitting = [row for row in self.rows["surname"] if row["area"] == given["area"]]
            last = rng.choice(fitting or self.rows["surname"])["name"]
            she = given["gender"] == "f"
            return {
                "": f"{given['name']} {last}", "last": last, "first": given["name"],
                "he": "she" if she else "he", "him": "her" if she else "him",
                "his": "her" if she else "his", "He": "She" if she else "He",
                "His": "Her" if she else "His", "Mr": "Ms" if she else "Mr",
            }  # fmt: skip
        kinds = {"c": "country", "m": "outlet", "t": "place", "o": "organisation"}
        row = rng.choice(self.rows[kinds[kind]])
        return {"": row["name"], "adj": row["adjective"], "cap": row["capital"]}


def fill(template: Template, names: Names, rng: random.Random) -> Passage:
    """Return a passage with names drawn by `rng`; raise `PassageError` where marks are broken."""
    drawn: dict[str, dict[str, str]] = {}
    spans: dict[int, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    open_marks: list[tuple[str, int, int]] = []
    text = ""
    position = 0
    for match in _TOKEN.finditer(template.source):
        text += template.source[position : match.start()]
        position = match.end()
        if match[1]:
            open_marks.append((match[1], int(match[2]), len(text)))
        elif match[3]:
            text += _form(template, match[3], match[4] or "", drawn, names, rng)
        else:
            if not open_marks:
                raise PassageError(f"{template.id}: ] without [")
            label, number, start = open_marks.pop()
            end = len(text.rstrip())
            start += len(text[start:]) - len(text[start:].lstrip())
            if end <= start:
                raise PassageError(f"{template.id}: [{label}{number}] is empty")
            spans[number][label].append((start, end))
    text += template.source[position:]
    if open_marks:
        raise PassageError(f"{template.id}: {open_marks[-1][:2]} is not closed")
    text = _capitalised(text)
    statements = {}
    for number, found in spans.items():
        if number not in template.lines:
            raise PassageError(f"{template.id}: statement {number} has no @ line")
        line = template.lines[number]
        statements[number] = Marked(
            spans={label: sorted(pieces) for label, pieces in found.items()},
            act=line.act, stance=line.stance, negative=line.negative, by=line.by,
            answers=line.answers,
        )  # fmt: skip
    full = {variable: forms[""] for variable, forms in drawn.items()}
    return Passage(template.id, template.tags, text, statements, full)


def _form(
    template: Template, variable: str, form: str, drawn: dict[str, dict[str, str]],
    names: Names, rng: random.Random,
) -> str:  # fmt: skip
    if not _VARIABLE.fullmatch(variable) or form not in _FORMS[variable[0]]:
        raise PassageError(f"{template.id}: unknown variable {{{variable}.{form}}}")
    if variable not in drawn:
        taken = {forms[""] for forms in drawn.values()}
        for _ in range(20):
            forms = names.draw(variable, rng)
            if forms[""] not in taken:
                break
        drawn[variable] = forms
    return drawn[variable][form]


def _capitalised(text: str) -> str:
    """Return the text with the first letter of each paragraph as a capital ("the Union ...")."""
    return re.sub(r"(^|\n\n)([“\"‘'(]*)([a-z])", lambda m: m[1] + m[2] + m[3].upper(), text)


def read_passages(path: Path, *, fills: int, held_out: bool = False) -> Iterator[Passage]:
    """Yield the passages of a file, each with `fills` draws of names, always the same."""
    names = Names(held_out=held_out)
    for template in read_templates(path.read_text(encoding="utf-8")):
        for number in range(fills):
            yield fill(template, names, random.Random(f"{template.id} {number}"))


Piece = tuple[int, int]


def read_relays(marked: Marked) -> Iterator[tuple[Piece, Piece, list[Piece]]]:
    """Yield cue, source and content of each relay of a statement.

    What a relay passes on is the whole statement, who said it included.
    """
    said = [span for label in "SCAK" for span in marked.spans.get(label, [])]
    pairs = zip(marked.spans.get("RC", []), marked.spans.get("R", []), strict=False)
    for cue, source in pairs:
        yield cue, source, _without(said, [cue, source])


def _without(spans: list[Piece], holes: list[Piece]) -> list[Piece]:
    """Return what stands between the first and last character of `spans`, without `holes`."""
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    pieces = []
    for a, b in sorted(holes):
        if start <= a < end:
            if a > start:
                pieces.append((start, a))
            start = max(start, b)
    if end > start:
        pieces.append((start, end))
    return pieces


def check(template: Template, passage: Passage) -> Iterator[str]:
    """Yield what is wrong with a passage beside its form."""
    if set(template.lines) - set(passage.statements):
        yield "a line for a statement without marks"
    if not passage.statements and not {"not-a-statement", "page"} & set(passage.tags):
        yield "no statement, and not tagged not-a-statement"
    for number, statement in passage.statements.items():
        spans = statement.spans
        if "K" not in spans:
            yield f"statement {number} has no content"
        for label in ("S", "C", "A"):
            if len(spans.get(label, ())) > 1:
                yield f"statement {number} has {label} twice"
        if statement.by is not None and statement.by not in passage.names:
            yield f"statement {number} is by {statement.by}, who is not in the text"
        if statement.answers is not None and statement.answers not in passage.statements:
            yield f"statement {number} answers none"
        for start, end in spans.get("IF", ()):
            if not any(a <= start and end <= b for a, b in spans.get("K", ())):
                yield f"condition of {number} is outside its content"
    stray = r"[{}\[\]]" if "page" in passage.tags else r"[{}\[\]]|\b[SCKAR]\d"
    if re.search(stray, passage.text):
        yield "a mark is left in the text"


def own_files(folder: Path) -> list[Path]:
    """Return the files of passages, without the further readings of held-out ones."""
    return sorted([*folder.glob("train-*.txt"), *folder.glob("held-out*.txt")])


def main() -> None:
    """Check the files and print counts of passages, tags, acts and cues."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    files = parser.parse_args().files or own_files(OWN)
    ids: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    acts: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    skeletons: Counter[str] = Counter()
    faults = 0
    for path in files:
        names = Names(held_out=path.name.startswith("held-out"))
        try:
            for template in read_templates(path.read_text(encoding="utf-8")):
                ids[template.id] += 1
                tags.update(template.tags)
                skeletons[re.sub(r"\{[^}]*\}|\W+", " ", template.source)[:60].lower()] += 1
                try:
                    passage = fill(template, names, random.Random(template.id))
                except PassageError as error:
                    print(f"{path.name}: {error}")
                    faults += 1
                    continue
                for fault in check(template, passage):
                    print(f"{path.name}: {template.id}: {fault}")
                    faults += 1
                for statement in passage.statements.values():
                    acts[statement.act] += 1
                    for start, end in statement.spans.get("C", ()):
                        cues[passage.text[start:end].lower()] += 1
        except PassageError as error:
            print(f"{path.name}: {error}")
            faults += 1
    for counter in (ids, skeletons):
        for text, count in counter.items():
            if count > 1:
                print(f"{count} times: {text}")
                faults += 1
    print(f"{len(ids)} passages, {acts.total()} statements, {len(cues)} cues, {faults} faults")
    print("tags:", dict(tags.most_common()))
    print("acts:", dict(acts.most_common()))
    print("cues:", dict(cues.most_common(30)))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
