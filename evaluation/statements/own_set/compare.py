"""Compare two readings of the test set: python -m evaluation.statements.own_set.compare

Statements are linked one to one, best first, by the overlap of their contents, at least half
(as in PolNeAR's scores). Labels are compared on linked statements. Spans (source, addressee,
relay, condition, and the mention that names the speaker) are the same when they share a character
or are both absent; two mentions of one name count as one speaker.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.statements.own_set.compile import DEFAULT_TEXTS, HERE
from evaluation.statements.scores import Attribution, Tally, link, shares
from evaluation.statements.wikinews import read_document

Label = dict[str, Any]

SPANS = ("source", "addressee", "relay", "condition")
WORDS = ("act", "polarity", "stance", "kind")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", nargs="?", type=Path, default=HERE / "first.jsonl")
    parser.add_argument("second", nargs="?", type=Path, default=HERE / "second.jsonl")
    parser.add_argument("--texts", type=Path, default=DEFAULT_TEXTS, help="GUM's folder dep")
    options = parser.parse_args(arguments)
    tally = Tally()
    for first, second in zip(read_labels(options.first), read_labels(options.second), strict=True):
        text = read_document(options.texts, first["document"])
        compare_document(tally, text, first["statements"], second["statements"])
    for name in dict.fromkeys(name for name, _ in tally.counts):
        rate = tally.rate(name)
        if name.startswith("same"):
            print(f"{name:34} {rate.recall:6.1%}  ({rate.right} of {rate.gold})")
        else:
            print(f"{name:34} {rate}")


def read_labels(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def compare_document(tally: Tally, text: str, first: list[Label], second: list[Label]) -> None:
    """Add the counts of one document, the second reading against the first."""
    links = link_labels(first, second)
    groups = {
        "statements": (range(len(first)), range(len(second))),
        "words said (stance said in both)": (
            [i for i, each in enumerate(first) if each["stance"] == "said"],
            [j for j, each in enumerate(second) if each["stance"] == "said"],
        ),
        "not turns of an interview": (
            [i for i, each in enumerate(first) if not is_turn(each)],
            [j for j, each in enumerate(second) if not is_turn(each)],
        ),
    }
    for name, (left, right) in groups.items():
        good = sum(j in right and i in left for j, i in links.items())
        tally.add(name, good, len(right), len(left))
    for j, i in links.items():
        a, b = first[i], second[j]
        for field in SPANS:
            same = same_span(a[field], b[field])
            tally.add(f"same {field}", int(same), 1, 1)
            if field != "source" and (a[field] or b[field]):
                tally.add(f"same {field} where either has one", int(same), 1, 1)
        tally.add("same speaker", int(same_speaker(text, a["speaker"], b["speaker"])), 1, 1)
        inner = links.get(b["within"]) == a["within"] if b["within"] is not None else None
        same = inner if inner is not None else a["within"] is None
        tally.add("same within", int(bool(same)), 1, 1)
        if a["within"] is not None or b["within"] is not None:
            tally.add("same within where either has one", int(bool(same)), 1, 1)
        for field in WORDS:
            tally.add(f"same {field}", int(a[field] == b[field]), 1, 1)
        if not is_turn(a):
            tally.add("same act outside turns", int(a["act"] == b["act"]), 1, 1)


def link_labels(first: Sequence[Label], second: Sequence[Label]) -> dict[int, int]:
    """Return for each linked statement of `second` the one of `first`."""
    links = link([as_spans(each) for each in first], [as_spans(each) for each in second])
    return {j: i for j, (i, _) in links.items()}


def as_spans(each: Label) -> Attribution:
    return Attribution((), (), tuple((start, end) for start, end in each["content"]), each["kind"])


def is_turn(each: Label) -> bool:
    """A turn of an interview has no cue, and its label ("Nick Bos: ") as its source."""
    if each["kind"] != "direct" or each["cue"] is not None or each["source"] is None:
        return False
    return bool(each["content"][0][0] - each["source"][1] == len(": "))


def same_span(a: list[int] | None, b: list[int] | None) -> bool:
    if a is None or b is None:
        return a == b
    return shares(((a[0], a[1]),), ((b[0], b[1]),))


def same_speaker(text: str, a: list[int] | None, b: list[int] | None) -> bool:
    """Whether two mentions overlap, or end in the same word ("Mark Rathbun", "Rathbun")."""
    if same_span(a, b) or a is None or b is None:
        return same_span(a, b)
    return last_word(text, a) == last_word(text, b)


def last_word(text: str, place: list[int]) -> str:
    return text[place[0] : place[1]].casefold().rstrip(" ,.").split()[-1].removesuffix("'s")


if __name__ == "__main__":
    main()
