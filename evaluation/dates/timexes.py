"""Score time expressions: TempEval-3, WikiWars, and the day intervals of Wikinews (GUM).

    python -m evaluation.dates.timexes [--data DIR] [--errors N]

Sets used, each skipped with a line when absent: TempEval-3 TBAQ (`te3/tbaq_train.jsonl`, measure
only), WikiWars train (`wikiwars/train.jsonl`, CC BY-SA), GUM Wikinews (`gum_dates`, CC BY).

Strict F1 counts equal spans, relaxed F1 overlapping ones (one to one); value F1 is the accuracy of
values on relaxed matches times relaxed F1 (evaluate_entities of tempeval3_toolkit). An interval is
exact when first and last day both equal the gold.
"""

import argparse
import json
import time
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.dates import find_timexes
from onrecord.records import Article, Published, Span, Timex
from onrecord.text import outline_text

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


@dataclass(frozen=True)
class Match:
    """A gold expression and the found one that overlaps it; either may be missing."""

    document: str
    gold: dict[str, Any] | None
    found: Timex | None


def read_documents(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def find_in_document(document: dict[str, Any]) -> list[Timex]:
    text = document["text"]
    day = date.fromisoformat(document["dct"][:10])
    article = Article(
        id=document["id"],
        text=text,
        body=Span(0, len(text)),
        published=Published(earliest=day, latest=day, certainty="exact"),
    )
    return list(find_timexes(article, outline_text(text)))


def match_timexes(document: dict[str, Any], found: Sequence[Timex], gold_key: str) -> list[Match]:
    """Pair gold and found expressions: equal spans first, then any overlap, in text order."""
    golds = sorted(document[gold_key], key=lambda gold: int(gold["start"]))
    left = {timex.span: timex for timex in found}
    pairs: dict[int, Timex] = {}
    for index, gold in enumerate(golds):
        timex = left.pop(Span(gold["start"], gold["end"]), None)
        if timex is not None:
            pairs[index] = timex
    for index, gold in enumerate(golds):
        if index in pairs:
            continue
        for span in sorted(left):
            if span.start < gold["end"] and gold["start"] < span.end:
                pairs[index] = left.pop(span)
                break
    name = document["id"]
    matches = [Match(name, gold, pairs.get(index)) for index, gold in enumerate(golds)]
    return matches + [Match(name, None, timex) for timex in left.values()]


def f1(right: int, found: int, gold: int) -> float:
    return 200 * right / (found + gold) if found + gold else 0.0


def score(matches: Sequence[Match], is_right: Callable[[Match], bool]) -> dict[str, float]:
    """Return strict, relaxed and value F1, and the share of right values among the matched."""
    gold = sum(match.gold is not None for match in matches)
    found = sum(match.found is not None for match in matches)
    both = [match for match in matches if match.gold is not None and match.found is not None]
    strict = sum(
        match.found is not None
        and match.gold is not None
        and match.found.span == (match.gold["start"], match.gold["end"])
        for match in both
    )
    right = sum(is_right(match) for match in both)
    return {
        "gold": gold,
        "found": found,
        "strict": f1(strict, found, gold),
        "relaxed": f1(len(both), found, gold),
        "precision": 100 * len(both) / max(1, found),
        "recall": 100 * len(both) / max(1, gold),
        "value": f1(right, found, gold),
        "right": 100 * right / max(1, len(both)),
    }


def has_gold_value(match: Match) -> bool:
    return (
        match.gold is not None
        and match.found is not None
        and match.found.value == match.gold["value"]
    )


def has_gold_days(match: Match) -> bool:
    if match.gold is None or match.found is None:
        return False
    return (match.found.earliest, match.found.latest) == gold_days(match.gold)


def gold_days(gold: dict[str, Any]) -> tuple[date | None, date | None]:
    if gold.get("when"):
        return first_day(gold["when"]), last_day(gold["when"])
    first, last = gold.get("from") or gold.get("notBefore"), gold.get("to") or gold.get("notAfter")
    return (first_day(first) if first else None), (last_day(last) if last else None)


def first_day(words: str) -> date:
    parts = [int(part) for part in words[:10].split("-")]
    return date(*(parts + [1, 1])[:3])


def last_day(words: str) -> date:
    parts = [int(part) for part in words[:10].split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
    return date(*parts)


def evaluate(
    name: str,
    documents: list[dict[str, Any]],
    gold_key: str,
    is_right: Callable[[Match], bool],
    errors: int,
) -> None:
    characters = sum(len(document["text"]) for document in documents)
    start = time.process_time()
    found = [find_in_document(document) for document in documents]
    seconds = time.process_time() - start
    matches = [
        match
        for document, timexes in zip(documents, found, strict=True)
        for match in match_timexes(document, timexes, gold_key)
    ]
    result = score(matches, is_right)
    numbers = "  ".join(
        f"{key} {value:.1f}" if isinstance(value, float) else f"{key} {value}"
        for key, value in result.items()
    )
    print(f"{name}: {numbers}  {characters / 1000 / max(seconds, 1e-9):.0f} KB per CPU second")
    texts = {document["id"]: document["text"] for document in documents}
    show_errors(matches, texts, is_right, errors)


def show_errors(
    matches: Sequence[Match], texts: dict[str, str], is_right: Callable[[Match], bool], count: int
) -> None:
    for match in matches:
        if count <= 0:
            return
        span = (match.gold["start"], match.gold["end"]) if match.gold else match.found.span  # type: ignore[union-attr]
        same_span = match.found is not None and match.found.span == span
        if match.gold and same_span and is_right(match):
            continue
        count -= 1
        text = texts[match.document]
        kind = (
            "missed"
            if match.found is None
            else "extra"
            if match.gold is None
            else "wrong"
            if not is_right(match)
            else "span"
        )
        context = (
            " ".join(text[max(0, span[0] - 40) : span[0]].split())
            + f" [{text[span[0] : span[1]]}] "
            + " ".join(text[span[1] : span[1] + 30].split())
        )
        gold = {
            key: value
            for key, value in (match.gold or {}).items()
            if key in ("value", "when", "from", "to", "notBefore", "notAfter") and value
        }
        found = match.found and (
            match.found.words,
            match.found.value,
            str(match.found.earliest),
            str(match.found.latest),
            match.found.anchor,
        )
        print(f"  {kind:6} {match.document:24} {context} gold {gold} found {found}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--errors", type=int, default=0, help="how many errors to print per set")
    parser.add_argument("--sets", default="tbaq,wikiwars,news,interviews")
    options = parser.parse_args()
    sets = options.sets.split(",")
    for name, path, gold_key, is_right, keep in (
        ("tbaq", "te3/tbaq_train.jsonl", "timexes", has_gold_value, lambda document: True),
        ("wikiwars", "wikiwars/train.jsonl", "timexes", has_gold_value, lambda document: True),
        (
            "news",
            "gum_dates/gum_news_dates.jsonl",
            "dates",
            has_gold_days,
            lambda document: document["genre"] == "news",
        ),
        (
            "interviews",
            "gum_dates/gum_news_dates.jsonl",
            "dates",
            has_gold_days,
            lambda document: document["genre"] != "news",
        ),
    ):
        if name not in sets:
            continue
        if not (options.data / path).exists():
            print(f"{name}: skipped, {path} is not there")
            continue
        documents = [document for document in read_documents(options.data / path) if keep(document)]
        evaluate(name, documents, gold_key, is_right, options.errors)


if __name__ == "__main__":
    main()
