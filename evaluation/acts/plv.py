"""Root, quad and binary macro F1 on PLOVER relations, the pair of actors given.

    python -m evaluation.acts.plv [--rules] [PLV_train.tsv]

The file is for measuring alone: nothing is trained on its sentences. PLV has no class for a
sentence without an event and folds CONCEDE and RETREAT into YIELD. Every trigger of a sentence
votes for its type, collapsed by its modality as in docs/exports.md, the more the surer the reader
is of it, and that the given source and target are its actor and recipient; the root that the table
of triggers gives has a vote as well.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import numpy as np

from evaluation.sets import need
from onrecord.acts.draft import Draft
from onrecord.acts.drafting.drafts import draft_acts
from onrecord.acts.grammar.items import Marked, find_items
from onrecord.acts.grammar.sentences import make_sentence
from onrecord.acts.lexicon import load_triggers
from onrecord.models import Reader, load_models
from onrecord.models.reader import Encoded
from onrecord.models.scoring import Run, Scores, forbid_specials, shares_of
from onrecord.models.tagging import best_labels, find_runs
from onrecord.models.windows import WINDOW
from onrecord.records import ActType, Modality, Span
from onrecord.text import outline_text

QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "YIELD": 2, "COOPERATE": 2, "AID": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4,
    "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


SIDES = {1: 1, 2: 1, 3: -1, 4: -1}
COLLAPSED = {
    "demanded": "REQUEST",
    "threatened": "THREATEN",
}
# PLV counts what is to be yielded as agreed to, where PLOVER 1.3 has it as conceded.
WILLING = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
REAL = {"happened": 1.0, "ongoing": 1.0, "conditional": 0.3, "hypothetical": 0.3}
# What else counts less than what happened, and the least, by the macro F1 of both halves of the
# training part, which agree (nothing else is learnt from it).
OPEN = 0.7
PLANNED = 0.6  # ... where PLV has a plan to yield or help as agreed to
TABLE = 0.3  # the share of all votes that the table's root is worth beside the reader's
LEAST = 0.03  # of a role's share, so that a trigger without the pair still has a small vote


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", default="../shared/data/plv/PLV_train.tsv", type=Path)
    parser.add_argument("--rules", action="store_true", help="the table of triggers alone")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args(arguments)
    with need(options.path).open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    gold = [row["gold_root"] for row in rows]
    reader = load_models().reader
    read = [
        read_root(row["sentence"], row["source"], row["target"])
        if options.rules
        else vote(reader, row["sentence"], row["source"], row["target"])
        for row in rows
    ]
    print(f"sentences {len(rows)}, with a root {sum(map(bool, read)) / len(rows):.3f}")
    tables: tuple[tuple[str, dict[str, object]], ...] = (
        ("binary", {root: SIDES[quad] for root, quad in QUADS.items()}),
        ("quad", dict(QUADS)),
        ("root", {root: root for root in QUADS}),
    )
    for name, table in tables:
        pairs = [(table.get(a), table.get(b or "")) for a, b in zip(gold, read, strict=True)]
        right = sum(a == b for a, b in pairs)
        print(f"{name}: accuracy {right / len(rows):.3f}, macro F1 {macro_f1(pairs):.3f}")
    confusions = Counter((a, b) for a, b in zip(gold, read, strict=True) if a != b)
    print("most confused:", ", ".join(f"{a}>{b} {n}" for (a, b), n in confusions.most_common(12)))
    if options.errors:
        for row, root in zip(rows, read, strict=True):
            if row["gold_root"] != root:
                print(
                    row["gold_root"],
                    root,
                    "|",
                    row["source"],
                    "|",
                    row["target"],
                    "|",
                    row["sentence"],
                )


def vote(reader: Reader, text: str, source: str, target: str) -> str | None:
    """Return the root that the reader's triggers in the sentence vote for."""
    votes: dict[str, float] = defaultdict(float)
    for window in reader.cut(text, outline_text(text)):
        encoded = reader.encode(window)
        runs = list(candidates(encoded))
        answers = reader.ask_triggers(encoded, runs, reach=WINDOW)
        types, modalities, polarities, _, denied = answers.kinds
        forbid_specials(window, answers.roles)  # each sees the whole window
        shares = shares_of(answers.roles)
        triggers = shares_of(encoded.triggers[0])
        for number, (start, end) in enumerate(runs):
            actor = _share_of(encoded, text, source, shares[number][:, 1:3].sum(-1))
            other = _share_of(encoded, text, target, shares[number][:, 1:5].sum(-1))
            weight = float(triggers[start:end, 1:].sum(-1).mean())
            weight *= (LEAST + actor) * (LEAST + other)
            for root, share in collapse(
                shares_of(types[number]),
                shares_of(modalities[number]),
                negative=float(shares_of(polarities[number])[1]),
                denied=float(shares_of(denied[number])[1]),
            ):
                votes[root] += weight * share
    table = read_root(text, source, target)
    if votes and table is not None:
        votes[table] += TABLE * sum(votes.values())
    return max(votes, key=lambda root: votes[root]) if votes else None


def candidates(encoded: Encoded) -> Iterator[Run]:
    """Yield the triggers found, and the three likeliest wordpieces beside them."""
    found = [(start, end) for _, _, start, end in find_runs(best_labels(encoded.triggers))]
    yield from found
    inside = {at for start, end in found for at in range(start, end)}
    shares = shares_of(encoded.triggers[0])[:, 1]
    for at in np.argsort(-shares, kind="stable")[:3].tolist():
        if at not in inside:
            yield (at, at + 1)


def collapse(
    types: Scores, modalities: Scores, *, negative: float, denied: float
) -> Iterator[tuple[str, float]]:
    """Yield PLV's roots with their shares, by the table of docs/exports.md."""
    for type_, share in zip(get_args(ActType), types.tolist(), strict=True):
        root = FOLDED.get(type_, type_)
        for modality, part in zip(get_args(Modality), modalities.tolist(), strict=True):
            meant = COLLAPSED.get(modality, root)
            counted = REAL.get(modality, OPEN)
            if modality in {"planned", "offered"} and root in WILLING:
                counted *= 1.0 if root == "AGREE" else PLANNED
                meant = "AGREE"
            if meant in QUADS:
                yield meant, share * part * counted * (1 - OPEN * max(negative, denied))
            if root in WILLING:  # what one does not, or will not, do
                yield "REJECT", share * part * negative


def _share_of(encoded: Encoded, text: str, name: str, shares: Scores) -> float:
    """Return the largest share of a role among the wordpieces of a name."""
    at = text.find(name)
    inside = [
        number
        for number, span in enumerate(encoded.window.spans)
        if span.end > span.start and span.start < at + len(name) and span.end > at
    ]
    return float(shares[inside].max()) if at >= 0 and inside else 0.0


def read_root(text: str, source: str, target: str) -> str | None:
    """Return the root of the trigger that best joins `source` to `target`, if there is one."""
    marks = []
    for name in (source, target):
        at = text.find(name)
        if at >= 0:
            marks.append(Marked(Span(at, at + len(name)), name, None))
    marks.sort(key=lambda mark: mark.span)
    span = Span(0, len(text))
    items = tuple(find_items(text, span, marks))
    sentence = make_sentence(span, items, headline=False)
    best: tuple[int, str] | None = None
    for draft in draft_acts(sentence, load_triggers()):
        if draft.trigger.type in {"UNSPECIFIED", "STATE"}:
            continue
        joins = (source in draft.actors) + (target in draft.recipients)
        root = collapse_draft(draft)
        if best is None or joins > best[0]:
            best = joins, root
    return best[1] if best else None


def collapse_draft(draft: Draft) -> str:
    """Return PLV's root of an act that the table tells, meant as its verbs say."""
    root = FOLDED.get(draft.trigger.type, draft.trigger.type)
    modality = draft.meant.modality
    if root in WILLING and modality in {"planned", "offered"}:
        return "REJECT" if draft.meant.polarity == "negative" else "AGREE"
    return COLLAPSED.get(modality, root)


def macro_f1(pairs: Sequence[tuple[object, object]]) -> float:
    """Return the mean F1 over the gold classes."""
    right: Counter[object] = Counter()
    counts: defaultdict[str, Counter[object]] = defaultdict(Counter)
    for gold, read in pairs:
        counts["gold"][gold] += 1
        counts["read"][read] += 1
        right[gold] += gold == read
    scores = [2 * right[k] / (counts["gold"][k] + counts["read"][k]) for k in counts["gold"]]
    return sum(scores) / len(scores)


if __name__ == "__main__":
    main()
