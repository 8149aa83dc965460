"""What PolNeAR's attributions do, labelled by us: numbers and labels, none of its words.

    python -m training.reader.attributions write FOLDER   # lines to be labelled, 300 in a file
    python -m training.reader.attributions keep FOLDER    # from lines `NUMBER LABEL`

A label is a speech act and, where they hold, `negative` and a stance other than `said`; `-` where
the attribution is no statement, or nobody could tell.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from onrecord.records import SpeechAct, Stance

SPEECH_ACTS: tuple[str, ...] = get_args(SpeechAct)
STANCES: tuple[str, ...] = get_args(Stance)
LABELS = Path(__file__).with_name("attributions.jsonl")
DATA = Path("../shared/data")
LINES = 300
CUT = 420
"""Characters of a line; of a longer one the middle is left out."""

_MARKS = {"source": "<>", "cue": "«»", "content": "{}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    act: str
    negative: bool = False
    stance: str = "said"


def read_records(data: Path) -> list[dict[str, Any]]:
    lines = (data / "polnear" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def list_attributions(records: Sequence[dict[str, Any]]) -> Iterator[tuple[str, int, str]]:
    """Yield document, number and words of each attribution that has a cue and a content."""
    for record in records:
        for number, each in enumerate(record["attributions"]):
            if each["cue"] and each["content"]:
                yield record["id"], number, show(record["text"], each)


def show(text: str, attribution: Mapping[str, Any]) -> str:
    """Return the attribution on one line: "<They> «said» {it was late}", with some words around."""
    marks = [
        (at, side, _MARKS[label][side])
        for label in _MARKS
        for span in attribution[label]
        for side, at in enumerate(span)
    ]
    first, last = min(marks)[0], max(marks)[0]
    shown, at = "", max(0, first - 30)
    for place, _, mark in sorted(marks, key=lambda each: (each[0], -each[1])):
        shown += text[at:place] + mark
        at = place
    shown = re.sub(r"\s+", " ", shown + text[last : last + 20])
    if len(shown) <= CUT:
        return shown
    head = CUT * 3 // 4 if shown.find("«") < CUT * 3 // 4 else CUT // 4
    return f"{shown[:head]} … {shown[head - CUT :]}"


def read_label(line: str) -> Label | None:
    """Return a label, `None` for "-"; raise `ValueError` where it is none."""
    act, *rest = line.split()
    if act == "-" and not rest:
        return None
    stances = [word for word in rest if word in STANCES]
    unknown = [word for word in rest if word != "negative" and word not in STANCES]
    if act not in SPEECH_ACTS or unknown or len(stances) > 1:
        raise ValueError(f"{line!r}: a label is an act, 'negative' and a stance, or '-'")
    return Label(act=act, negative="negative" in rest, stance=stances[0] if stances else "said")


def read_labels(path: Path = LABELS) -> dict[str, dict[int, Label]]:
    """Return the labels by document and number; what nobody could tell is left out."""
    found: dict[str, dict[int, Label]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        labels = {int(number): read_label(text) for number, text in record["labels"].items()}
        found[record["document"]] = {n: label for n, label in labels.items() if label is not None}
    return found


def keep(
    attributions: Sequence[tuple[str, int, str]], labels: Mapping[int, str]
) -> Iterator[dict[str, Any]]:
    """Yield a record for each document that has labels; `ValueError` where one is no label."""
    found: dict[str, dict[str, str]] = {}
    for at, label in sorted(labels.items()):
        read_label(label)
        document, number, _ = attributions[at]
        found.setdefault(document, {})[str(number)] = label
    for document, numbers in found.items():
        yield {"document": document, "labels": numbers}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("write", "keep"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    attributions = list(list_attributions(read_records(options.data)))
    if options.what == "write":
        options.folder.mkdir(parents=True, exist_ok=True)
        for first in range(0, len(attributions), LINES):
            part = enumerate(attributions[first : first + LINES], start=first)
            lines = "".join(f"{number} {words}\n" for number, (*_, words) in part)
            (options.folder / f"{first:05}.txt").write_text(lines, encoding="utf-8")
        return
    labels: dict[int, str] = {}
    for path in sorted(options.folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            number, _, label = line.strip().partition(" ")
            labels[int(number)] = label
    try:
        records = list(keep(attributions, labels))
    except ValueError as error:
        sys.exit(str(error))
    lines = "".join(json.dumps(each, separators=(",", ":")) + "\n" for each in records)
    LABELS.write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main()
