"""An undated article gets the days that others of its episode leave for it."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from onrecord.ledger import Ledger
from onrecord.pages import Unreadable
from onrecord.pipeline import read_or_explain
from onrecord.records import Findings, Page, Reading

# The rules alone, without the trained reader.
RULES: Any = SimpleNamespace(
    reader=SimpleNamespace(read=lambda text, outline: Findings()), version="rules"
)
TOLD = (
    "Ferry pilots in Port Orr walked out over night pay\n\n"
    "Ferry pilots in Port Orr walked out on {day} over night pay, leaving nine vessels at the"
    " quay, harbour master Ada Venn said.\n\n"
    "Venn said the pilots had turned down an offer of four extra rest days. “Nobody sails until"
    " the rota is torn up,” she told reporters at the quay.\n\n"
    "The walkout stopped cargo for the island of Tessel, where shops were short of flour. {end}\n"
)


def read(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
    for page in pages:
        assert isinstance(page, Page)
        yield read_or_explain(page, RULES)


def write(folder: Path, outlet: str, text: str, day: str | None = None) -> str:
    path = folder / f"{outlet}.jsonl"
    path.write_text(json.dumps({"text": text, "date": day, "outlet": outlet}))
    return str(path)


def write_pages(folder: Path) -> tuple[str, str]:
    """Write a report of Wednesday 6 March 2024 and the same without a date; return their paths."""
    dated = TOLD.format(day="Wednesday", end="Talks go on in the town hall.")
    undated = TOLD.format(day="Wednesday", end="A mediator is on the way.")
    return write(folder, "Gull", dated, "2024-03-06"), write(folder, "Heron", undated)


def days_of(ledger: Ledger, outlet: str) -> tuple[date | None, date | None]:
    [found] = [row for row in ledger.articles() if row.outlet == outlet]
    published = found.published
    return published.earliest, published.latest


def test_an_undated_article_is_dated_by_another(ledger: Ledger, tmp_path: Path) -> None:
    gull, heron = write_pages(tmp_path)
    ledger.add([heron], read=read)
    assert days_of(ledger, "Heron") == (None, None)
    ledger.add([gull], read=read)
    assert days_of(ledger, "Heron") == (date(2024, 3, 6), date(2024, 3, 12))
    [heron_id] = [row.id for row in ledger.articles() if row.outlet == "Heron"]
    article = ledger.article(heron_id).article
    assert article is not None
    [witness] = [each for each in article.published.witnesses if each.kind == "story"]
    assert witness.words == "Wednesday"
    # Its rows are placed by that date.
    timexes = [t for t in ledger.article(heron_id).timexes if t.words == "Wednesday"]
    assert [(t.earliest, t.latest) for t in timexes] == [(date(2024, 3, 6), date(2024, 3, 6))]


def test_the_order_does_not_matter(ledger: Ledger, tmp_path: Path) -> None:
    gull, heron = write_pages(tmp_path)
    ledger.add([gull, heron], read=read)
    together = list(ledger.dump())
    for number, order in enumerate(([gull, heron], [heron, gull])):
        with Ledger(tmp_path / f"ledger {number}", create=True, clock=ledger.clock) as other:
            for path in order:
                other.add([path], read=read)
            assert list(other.dump()) == together
            other.rebuild(read=read)
            assert list(other.dump()) == together


def test_what_dates_it_can_go_or_change(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add(write_pages(tmp_path), read=read)
    [gull] = [row.id for row in ledger.articles() if row.outlet == "Gull"]
    week_later = date(2024, 3, 13)
    pinned = ledger.pin(gull, week_later, week_later, read=read, who="ana")
    assert days_of(ledger, "Heron") == (week_later, date(2024, 3, 19))
    ledger.undo(pinned, read=read, who="ana")
    assert days_of(ledger, "Heron") == (date(2024, 3, 6), date(2024, 3, 12))
    ledger.remove(gull, read=read, who="ana")
    assert days_of(ledger, "Heron") == (None, None)


def test_removed_without_reading_it_waits_for_the_next_add(ledger: Ledger, tmp_path: Path) -> None:
    pages = write_pages(tmp_path)
    ledger.add(pages, read=read)
    [gull] = [row.id for row in ledger.articles() if row.outlet == "Gull"]
    ledger.remove(gull, who="ana")
    ledger.add(pages, read=read)
    assert days_of(ledger, "Heron") == (None, None)
