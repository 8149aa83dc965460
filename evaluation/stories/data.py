"""Read the news_stories set as readings: article text, headline, outlet, address and date alone."""

import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from evaluation.sets import need
from onrecord.records import Article, Published, Reading, Span


def read_articles(path: Path) -> Iterator[Reading]:
    """Yield a reading without rows for each line of a `*_articles.jsonl.gz` file, in file order."""
    yield from map(make_reading, read_rows(path))


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the lines of a `*_articles.jsonl.gz` file as they stand there."""
    with gzip.open(need(path), "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def make_reading(row: dict[str, str]) -> Reading:
    title = row["title"] or ""
    text = f"{title}\n\n{row['text']}" if title else row["text"]
    day = read_day(row["date"])
    published = Published(earliest=day, latest=day, certainty="exact" if day else "unknown")
    article = Article(
        id=row["id"],
        text=text,
        body=Span(len(text) - len(row["text"]), len(text)),
        headline=title or None,
        outlet=row["source"],
        url=row["url"],
        published=published,
    )
    return Reading(version="evaluation", origin=row["id"], article=article)


def read_day(words: str) -> date | None:
    """Return the date, or `None` where it is missing or a placeholder ("0001-01-01")."""
    try:
        day = date.fromisoformat(words)
    except (TypeError, ValueError):
        return None
    return day if day.year > 1990 else None


def read_gold(path: Path) -> dict[str, int]:
    """Return the story of each article; one listed in two stories keeps the first."""
    gold: dict[str, int] = {}
    for line in need(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for article in row["articles"]:
            gold.setdefault(article, row["story"])
    return gold
