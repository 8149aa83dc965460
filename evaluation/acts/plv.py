"""Root and quad accuracy of the trigger table on PLOVER relations, the pair of actors given.

    python -m evaluation.acts.plv [PLV_train.tsv]

The file is for measuring alone: nothing is trained or tuned on its sentences. Of the triggers in
a sentence, the one nearest between the two actors counts; a sentence without any counts as wrong.
PLV folds CONCEDE and RETREAT into YIELD.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from onrecord.acts.drafts import draft_acts
from onrecord.acts.items import Marked, find_items
from onrecord.acts.lexicon import load_triggers
from onrecord.acts.sentences import make_sentence
from onrecord.records import Span

QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "YIELD": 2, "COOPERATE": 2, "AID": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4,
    "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def main(arguments: list[str]) -> None:
    path = Path(arguments[0] if arguments else "../shared/data/plv/PLV_train.tsv")
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    gold = [row["gold_root"] for row in rows]
    read = [read_root(row["sentence"], row["source"], row["target"]) for row in rows]
    found = sum(root is not None for root in read)
    print(f"sentences {len(rows)}, with a trigger {found / len(rows):.3f}")
    for name, table in (("root", {root: root for root in QUADS}), ("quad", QUADS)):
        pairs = [(table.get(a), table.get(b or "")) for a, b in zip(gold, read, strict=True)]
        right = sum(a == b for a, b in pairs)
        print(
            f"{name}: accuracy {right / len(rows):.3f}, where a trigger is found "
            f"{right / max(found, 1):.3f}, macro F1 {macro_f1(pairs):.3f}"
        )
    confusions = Counter((a, b) for a, b in zip(gold, read, strict=True) if a != b)
    print("most confused:", ", ".join(f"{a}>{b} {n}" for (a, b), n in confusions.most_common(12)))


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
        root = FOLDED.get(draft.trigger.type, draft.trigger.type)
        if best is None or joins > best[0]:
            best = joins, root
    return best[1] if best else None


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
    main(sys.argv[1:])
