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


def find_days(document: dict[str, Any]) -> list[Timex]:
    """Return the found dates and times with a calendar value: what the Wikinews gold marks."""
    return [
        timex
        for timex in find_in_document(document)
        if timex.type in ("DATE", "TIME") and not timex.value.endswith("_REF")
    ]


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
    first = gold.get("when") or gold.get("from") or gold.get("notBefore")
    last = gold.get("when") or gold.get("to") or gold.get("notAfter")
    return (first_day(first) if first else None), (last_day(last) if last else None)


def has_days(gold: dict[str, Any]) -> bool:
    """Return whether a Wikinews gold date has a year: "--10" is October of any year."""
    said = (gold.get(key) for key in ("when", "from", "to", "notBefore", "notAfter"))
    return all(words[:4].isdigit() for words in said if words)


def first_day(words: str) -> date:
    parts = [int(part) for part in words[:10].split("-")]
    return date(*[*parts, 1, 1][:3])


def last_day(words: str) -> date:
    parts = [int(part) for part in words[:10].split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
    return date(*parts)


@dataclass(frozen=True)
class GoldSet:
    """One set: its file, which documents of it, the gold's key, and how a match is judged."""

    path: str
    gold_key: str
    find: Callable[[dict[str, Any]], list[Timex]]
    is_right: Callable[[Match], bool]
    genre: str | None = None


SETS = {
    "tbaq": GoldSet("te3/tbaq_train.jsonl", "timexes", find_in_document, has_gold_value),
    "wikiwars": GoldSet("wikiwars/train.jsonl", "timexes", find_in_document, has_gold_value),
    "news": GoldSet("gum_dates/gum_news_dates.jsonl", "dates", find_days, has_gold_days, "news"),
    "interviews": GoldSet(
        "gum_dates/gum_news_dates.jsonl", "dates", find_days, has_gold_days, "interview"
    ),
}


def read_set(gold_set: GoldSet, data: Path) -> list[dict[str, Any]]:
    documents = [
        document
        for document in read_documents(data / gold_set.path)
        if gold_set.genre in (None, document.get("genre"))
    ]
    for document in documents:
        document[gold_set.gold_key] = [
            gold for gold in document[gold_set.gold_key] if has_days(gold)
        ]
    return documents


def evaluate(name: str, gold_set: GoldSet, data: Path, errors: int) -> None:
    documents = read_set(gold_set, data)
    characters = sum(len(document["text"]) for document in documents)
    start = time.process_time()
    found = [gold_set.find(document) for document in documents]
    seconds = time.process_time() - start
    matches = [
        match
        for document, timexes in zip(documents, found, strict=True)
        for match in match_timexes(document, timexes, gold_set.gold_key)
    ]
    result = score(matches, gold_set.is_right)
    numbers = "  ".join(
        f"{key} {value:.1f}" if isinstance(value, float) else f"{key} {value}"
        for key, value in result.items()
    )
    print(f"{name}: {numbers}  {characters / 1000 / max(seconds, 1e-9):.0f} KB per CPU second")
    texts = {document["id"]: document["text"] for document in documents}
    wrong = [match for match in matches if not is_perfect(match, gold_set.is_right)]
    for match in wrong[:errors]:
        print("  " + describe_error(match, texts[match.document], gold_set.is_right))


def is_perfect(match: Match, is_right: Callable[[Match], bool]) -> bool:
    if match.gold is None or match.found is None:
        return False
    return match.found.span == (match.gold["start"], match.gold["end"]) and is_right(match)


def describe_error(match: Match, text: str, is_right: Callable[[Match], bool]) -> str:
    if match.gold is None:
        assert match.found is not None
        kind, (start, end) = "extra", match.found.span
    else:
        start, end = match.gold["start"], match.gold["end"]
        kind = "missed" if match.found is None else "span" if is_right(match) else "wrong"
    context = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"
    skipped = ("start", "end", "text", "tid", "type")
    gold = {key: value for key, value in (match.gold or {}).items() if value and key not in skipped}
    found = match.found and (match.found.words, match.found.value, match.found.anchor)
    return f"{kind:6} {match.document} {' '.join(context.split())} gold {gold} found {found}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--errors", type=int, default=0, help="how many errors to print per set")
    parser.add_argument("--sets", nargs="*", default=list(SETS), choices=list(SETS))
    options = parser.parse_args()
    for name in options.sets:
        if (options.data / SETS[name].path).exists():
            evaluate(name, SETS[name], options.data, options.errors)
        else:
            print(f"{name}: skipped, {options.data / SETS[name].path} is not there")


if __name__ == "__main__":
    main()
