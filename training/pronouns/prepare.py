"""Read GAP's development part and our own passages: python -m training.pronouns.prepare

Writes `work/examples.pkl`: of each passage, as it is and once more with other names, the mean
states of the pronoun and of the names before the last layer of the int8 encoder, as the resolver
will see them. Some minutes on one core; the names are drawn with the seed 2022.
"""

import argparse
import csv
import pickle
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from evaluation.statements.gap import DEFAULT_DATA, Snippet, read_snippets, two_names
from numpy.typing import NDArray

from onrecord.coreference.candidates import Sentences, find_features, load_fitness
from onrecord.models import Reader
from onrecord.models.load import find_reader
from onrecord.models.pronouns import ReadPronouns, View
from onrecord.records import Span
from onrecord.text import outline_text
from training.pronouns.marked import read_own
from training.reader.passages import OWN

WORK = Path(__file__).with_name("work")
SEED = 2022
FEATURES = tuple(sorted(load_fitness().weights))
COLUMNS = {name: number for number, name in enumerate(FEATURES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A pronoun, the names of two people, and which of them is meant, -1 where neither is."""

    text: str
    pronoun: Span
    people: tuple[tuple[Span, ...], ...]
    right: int
    kind: str  # "gap", "own", or "renamed" and "own renamed"
    snippet: int | None  # the number of GAP's


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One pronoun as the network takes it; `features` has a row of places for each person."""

    view: View
    features: NDArray[np.float32]
    right: int
    kind: str
    snippet: int | None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    options = parser.parse_args()
    passages = list(read_passages(options.data / "gap-development.tsv"))
    reader = find_reader()
    examples = [each for passage in passages if (each := make_example(passage, reader)) is not None]
    WORK.mkdir(exist_ok=True)
    (WORK / "examples.pkl").write_bytes(pickle.dumps(examples))
    print(f"{len(examples)} examples of {len(passages)} passages")


def read_passages(path: Path) -> Iterator[Passage]:
    """Yield the snippets of a part of GAP and our own, each followed by itself with other names."""
    rng = random.Random(SEED)
    names = _Names()
    gap = [
        (_as_passage(each, "gap", number), "") for number, each in enumerate(read_snippets(path))
    ]
    own = [(_as_passage(each, "own", None), "own ") for each in read_own()]
    for passage, kind in (*gap, *own):
        yield passage
        renamed = names.rename(passage, rng)
        if renamed is not None:
            yield replace(renamed, kind=f"{kind}renamed")


def _as_passage(snippet: Snippet, kind: str, number: int | None) -> Passage:
    return Passage(
        text=snippet.text,
        pronoun=snippet.pronoun,
        people=tuple(actor.mentions for actor in two_names(snippet)),
        right=snippet.gold.index(True) if any(snippet.gold) else -1,
        kind=kind,
        snippet=number,
    )


class _Names:
    """Our own names, to put in the place of others."""

    def __init__(self) -> None:
        with (OWN / "names.csv").open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        self._surnames = [row["name"] for row in rows if row["kind"] == "surname"]
        self._given = {
            gender: [
                row["name"] for row in rows if (row["kind"], row["gender"]) == ("given", gender)
            ]
            for gender in "mf"
        }

    def rename(self, passage: Passage, rng: random.Random) -> Passage | None:
        """Return a passage with other names for its people; None where names overlap."""
        word = passage.text[slice(*passage.pronoun)].lower()
        given = self._given["f" if word in {"she", "her", "hers"} else "m"]
        edits: list[tuple[Span, str]] = []
        for spans in passage.people:
            forms = [passage.text[slice(*span)] for span in spans]
            last = max(forms, key=lambda words: len(words.split())).split()[-1]
            first_name, surname = rng.choice(given), rng.choice(self._surnames)
            for span, form in zip(spans, forms, strict=True):
                short = surname if form == last else first_name
                edits.append((span, f"{first_name} {surname}" if " " in form else short))
        edits.sort()
        places = sorted([*(span for span, _ in edits), passage.pronoun])
        if any(after.start < before.end for before, after in pairwise(places)):
            return None
        text, move = _replace_spans(passage.text, edits)
        people = tuple(tuple(map(move, spans)) for spans in passage.people)
        pronoun = move(passage.pronoun)
        return replace(passage, text=text, pronoun=pronoun, people=people)


def _replace_spans(
    text: str, edits: Sequence[tuple[Span, str]]
) -> tuple[str, Callable[[Span], Span]]:
    """Return a text with other words at the spans, and what moves spans into it."""
    made, at = "", 0
    moved: dict[Span, Span] = {}
    for span, words in edits:
        made += text[at : span.start]
        moved[span] = Span(len(made), len(made) + len(words))
        made, at = made + words, span.end

    def move(span: Span) -> Span:
        if span in moved:
            return moved[span]
        by = sum(len(words) - (old.end - old.start) for old, words in edits if old < span)
        return Span(span.start + by, span.end + by)

    return made + text[at:], move


def make_example(passage: Passage, reader: Reader) -> Example | None:
    """Return a passage as the network takes it; None where who is meant is named too far away."""
    windows = [
        (window, reader.encode_inner(window))
        for window in reader.cut(passage.text, outline_text(passage.text))
    ]
    view = ReadPronouns(reader.pronouns, windows).view(passage.pronoun, passage.people)
    if view is None or (passage.right >= 0 and passage.right not in view.people):
        return None
    sentences = Sentences(passage.text)
    features = np.zeros((len(passage.people), len(FEATURES)), dtype=np.float32)
    for number, names in enumerate(passage.people):
        rivals = sorted(
            span for other, spans in enumerate(passage.people) if other != number for span in spans
        )
        for name, value in find_features(sentences, passage.pronoun, sorted(names), rivals):
            if name in COLUMNS:
                features[number, COLUMNS[name]] = value
    return Example(
        view=view,
        features=features,
        right=passage.right,
        kind=passage.kind,
        snippet=passage.snippet,
    )


if __name__ == "__main__":
    main()
