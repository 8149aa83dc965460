"""Score the figures grammar on NewsQuant (Almasian et al., EMNLP 2023): value, value + change.

    python -m evaluation.figures.newsquant [--errors]

Quantities are matched one to one within a sentence. Value: equal ends within a relative 1e-5, a
range as a pair. Change: the set's own signs, = ~ > < up down. The anchor is CQE's published row,
value F1 92.0, value + change 88.1. The set may be measured on and not be redistributed; it is
looked for in ../shared/data/newsquant.
"""

import json
import re
import sys
from pathlib import Path
from typing import NamedTuple

from onrecord.dates import find_timexes
from onrecord.figures import find_figures
from onrecord.figures.bounds import sign_of
from onrecord.records import Article, Figure, Span
from onrecord.text import outline_text

DATA = Path("../shared/data/newsquant/even.jsonl")
_NUMBER = r"-?\d*\.?\d+(?:[eE][-+]?\d+)?"
_VALUE = re.compile(rf"(?P<low>{_NUMBER})(?:-(?P<high>{_NUMBER}))?")


class Quantity(NamedTuple):
    """A gold or found quantity: its two ends, equal for a single value, and its change sign."""

    low: float
    high: float
    change: str


def main() -> None:
    if not DATA.exists():
        sys.exit(f"{DATA} is not here; NewsQuant is measured on and not shipped")
    show = "--errors" in sys.argv
    gold_count = found_count = value_hits = change_hits = 0
    for line in DATA.read_text().splitlines():
        record = json.loads(line)
        gold = [read_gold(quantity) for quantity in record["quantities"]]
        found = find_quantities(record["text"])
        pairs = match_values(gold, found)
        gold_count += len(gold)
        found_count += len(found)
        value_hits += len(pairs)
        change_hits += sum(gold[i].change == found[j].change for i, j in pairs)
        if show and (len(pairs) < max(len(gold), len(found))):
            missed = [gold[i] for i in range(len(gold)) if i not in {a for a, _ in pairs}]
            extra = [found[j] for j in range(len(found)) if j not in {b for _, b in pairs}]
            print(
                record["text"],
                *(f"   - {q}" for q in missed),
                *(f"   + {q}" for q in extra),
                sep="\n",
            )
        if show:
            for i, j in pairs:
                if gold[i].change != found[j].change:
                    print(record["text"], f"   ~ {gold[i]} read as {found[j].change}", sep="\n")
    for name, hits in (("value", value_hits), ("value + change", change_hits)):
        precision, recall = hits / found_count, hits / gold_count
        f1 = 2 * precision * recall / (precision + recall)
        print(f"NewsQuant even half, {name}: P {precision:.1%} R {recall:.1%} F1 {f1:.1%}")


def read_gold(quantity: dict[str, str]) -> Quantity:
    ends = _VALUE.match(quantity["value"])
    assert ends is not None, quantity
    low = float(ends["low"])
    return Quantity(low, float(ends["high"]) if ends["high"] else low, quantity["change"])


def find_quantities(text: str) -> list[Quantity]:
    article = Article(id="newsquant", text=text, body=Span(0, len(text)))
    outline = outline_text(text)
    timexes = tuple(find_timexes(article, outline))
    figures = find_figures(article, outline, actors=(), statements=(), timexes=timexes)
    return [to_quantity(figure) for figure in figures]


def to_quantity(figure: Figure) -> Quantity:
    """Return a figure as the set has it: a bound that is printed comes before the change."""
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    assert low is not None
    assert high is not None
    sign = sign_of(figure.bound).replace(">=", ">").replace("<=", "<") if figure.bound else "="
    return Quantity(low, high, sign if sign != "=" else figure.change or "=")


def match_values(gold: list[Quantity], found: list[Quantity]) -> list[tuple[int, int]]:
    """Pair gold and found quantities of equal value, those of equal change first."""
    pairs: list[tuple[int, int]] = []
    for same_change in (True, False):
        for i, one in enumerate(gold):
            for j, other in enumerate(found):
                free = i not in {a for a, _ in pairs} and j not in {b for _, b in pairs}
                if free and _equal(one, other) and (one.change == other.change or not same_change):
                    pairs.append((i, j))
    return pairs


def _equal(a: Quantity, b: Quantity) -> bool:
    return _close(a.low, b.low) and _close(a.high, b.high)


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-5 * max(abs(a), abs(b), 1e-9)


if __name__ == "__main__":
    main()
