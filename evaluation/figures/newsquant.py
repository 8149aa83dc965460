"""Score the figures grammar on NewsQuant (Almasian et al., EMNLP 2023): value, value + change.

    python -m evaluation.figures.newsquant [--errors]

Quantities are matched one to one within a sentence. Value: equal ends within a relative 1e-5, a
range as a pair. Change: the set's own signs, = ~ > < up down. The anchor is CQE's published row,
value F1 92.0, value + change 88.1. The set may be measured on and not be redistributed; it is
looked for in ../shared/data/newsquant.

The set takes the two levels of a change ("rose from 4 to 5") for one range; here they are two
figures. So the scores are given twice, as the figures stand and with such levels joined.
"""

import json
import re
import sys
from pathlib import Path
from typing import NamedTuple

from evaluation.sets import need
from onrecord.dates import find_timexes
from onrecord.figures import find_figures
from onrecord.figures.bounds import sign_of
from onrecord.records import Article, Figure, Span
from onrecord.text import outline_text

DATA = Path("../shared/data/newsquant/even.jsonl")
_NUMBER = r"-?\d*\.?\d+(?:[eE][-+]?\d+)?"
_VALUE = re.compile(rf"(?P<low>{_NUMBER})(?:-(?P<high>{_NUMBER}))?")

_FROM = re.compile(r"\bfrom\s(?:about\s)?$", re.IGNORECASE)
_TO = re.compile(r"(?:[^.;,]|\.(?=\d|[A-Z]\.|\s[a-z])){0,60}\bto\s")


class Quantity(NamedTuple):
    """A gold or found quantity: its two ends, equal for a single value, and its change sign."""

    low: float
    high: float
    change: str


class Tally:
    """Counts over the sentences: quantities of gold and found ones, and what is right."""

    def __init__(self) -> None:
        self.gold = self.found = self.values = self.changes = 0

    def count(self, gold: list[Quantity], found: list[Quantity]) -> list[tuple[int, int]]:
        """Count one sentence and return its pairs."""
        pairs = match_values(gold, found)
        self.gold += len(gold)
        self.found += len(found)
        self.values += len(pairs)
        self.changes += sum(gold[i].change == found[j].change for i, j in pairs)
        return pairs

    def show(self, name: str) -> None:
        for measure, hits in (("value", self.values), ("value + change", self.changes)):
            precision, recall = hits / self.found, hits / self.gold
            f1 = 2 * precision * recall / (precision + recall)
            print(f"{name}, {measure}: P {precision:.1%} R {recall:.1%} F1 {f1:.1%}")


def main() -> None:
    need(DATA)
    plain, joined = Tally(), Tally()
    for line in DATA.read_text().splitlines():
        record = json.loads(line)
        gold = [read_gold(quantity) for quantity in record["quantities"]]
        figures = find_all(record["text"])
        found = [to_quantity(figure) for figure in figures]
        pairs = plain.count(gold, found)
        joined.count(gold, join_levels(record["text"], figures))
        if "--errors" in sys.argv:
            show_errors(record["text"], gold, found, pairs)
    plain.show("NewsQuant even half")
    joined.show("the two levels of a change joined to one range, as the set has them")


def show_errors(
    text: str, gold: list[Quantity], found: list[Quantity], pairs: list[tuple[int, int]]
) -> None:
    missed = [gold[i] for i in range(len(gold)) if i not in {a for a, _ in pairs}]
    extra = [found[j] for j in range(len(found)) if j not in {b for _, b in pairs}]
    wrong = [(gold[i], found[j]) for i, j in pairs if gold[i].change != found[j].change]
    if missed or extra or wrong:
        print(text)
        for mark, quantities in (("-", missed), ("+", extra)):
            for quantity in quantities:
                print(f"   {mark} {quantity}")
        for wanted, given in wrong:
            print(f"   ~ {wanted} read as {given.change}")


def read_gold(quantity: dict[str, str]) -> Quantity:
    ends = _VALUE.match(quantity["value"])
    assert ends is not None, quantity
    low = float(ends["low"])
    return Quantity(low, float(ends["high"]) if ends["high"] else low, quantity["change"])


def find_all(text: str) -> list[Figure]:
    article = Article(id="newsquant", text=text, body=Span(0, len(text)))
    outline = outline_text(text)
    timexes = tuple(find_timexes(article, outline))
    return list(find_figures(article, outline, actors=(), statements=(), timexes=timexes))


def join_levels(text: str, figures: list[Figure]) -> list[Quantity]:
    """Return the quantities with "from X to Y" as one, which are two figures here."""
    quantities: list[Quantity] = []
    held: Figure | None = None
    for figure in figures:
        quantity = to_quantity(figure)
        if held is not None and _TO.fullmatch(text, held.span.end, figure.span.start):
            quantity = Quantity(quantities.pop().low, quantity.high, "=")
        quantities.append(quantity)
        held = figure if _FROM.search(text, 0, figure.span.start) else None
    return quantities


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
