"""Check the table of senses by the texts that we marked: which entries mislead.

    python -m training.reader.senses [--drop]

An entry misleads that stands in the marked texts eight times or more, and of whose senses one is
marked there less than one time in eight. With `--drop` the table is written without them. Nothing
that is measured on is looked at.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.models.senses import SENSES, Phrase, list_forms, read_senses
from onrecord.records import Span
from training.reader.prepare import (
    Text,
    own_act_files,
    own_files,
    read_marked,
    read_own,
    read_own_acts,
)
from training.reader.train import DATA, MARKED, read_marks

TABLE = DATA / "reader-senses.csv"
FEWEST = 8
LEAST = 1 / 8


class Met(NamedTuple):
    """How often a phrase stands in the marked texts, and how often one of its senses does there."""

    times: Counter[Phrase]
    right: Counter[Phrase]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--drop", action="store_true", help="write the table without them")
    options = parser.parse_args()
    with TABLE.open(encoding="utf-8", newline="") as file:
        entries = list(csv.DictReader(file))
    met = meet(list(read_texts(options.data)))
    kept = []
    for entry in entries:
        forms = set(list_forms(entry["words"], entry["pos"], entry["past"]))
        times = sum(met.times[form] for form in forms)
        right = sum(met.right[form] for form in forms)
        if times >= FEWEST and right < LEAST * times:
            print(f"{entry['words']}, {entry['pos']}, {entry['tells']}: {right} of {times}")
        else:
            kept.append(entry)
    print(f"{len(entries) - len(kept)} of {len(entries)} entries mislead")
    if options.drop:
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, entries[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(kept)


def read_texts(data: Path) -> Iterator[Text]:
    """Yield all texts that we marked but PolNeAR's, in most of which only a part is known."""
    yield from read_own(own_files(), fills=1)
    yield from read_own_acts(own_act_files(), fills=1)
    for name in MARKED:
        yield from read_marked(*read_marks(name, data))


def meet(texts: Sequence[Text]) -> Met:
    """Return how often each phrase of the table is met, and tells what is marked."""
    senses, met = read_senses(TABLE), Met(Counter(), Counter())
    for text in texts:
        marked = list(list_marks(text))
        for phrase, places, row in senses.match(text.text, Span(0, len(text.text))):
            told = {SENSES[at] for at in row.nonzero()[0]}
            acts, statements = (
                text.acts is not None and any(name.isupper() for name in told),
                text.statements is not None and any(name.islower() for name in told),
            )
            if not acts and not statements:
                continue  # what it tells is not marked here
            met.times[phrase] += 1
            met.right[phrase] += any(
                name in told and any(start < b and a < end for a, b in places)
                for start, end, name in marked
            )
    return met


def list_marks(text: Text) -> Iterator[tuple[int, int, str]]:
    """Yield where an act is told, and what statements do by cue or content."""
    for act in text.acts or ():
        yield from ((start, end, act.type) for start, end in act.spans["T"])
    for statement in text.statements or ():
        if statement.act is not None:
            for start, end in (*statement.cue, *statement.content):
                yield start, end, statement.act


if __name__ == "__main__":
    main()
