from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.ledger import Ledger
from onrecord.ledger.preparing import Prepared, prepare
from onrecord.pages import Unreadable
from onrecord.records import Page, Reading

WORDS = "Lake Vanna answers\n\nAda Venn said guards had struck 104 sailors at Lake Vanna."


def test_it_makes_no_difference_who_prepares_a_page(
    tmp_path: Path, saved: Path, reader: ModuleType, still: Callable[[], datetime]
) -> None:
    def read_prepared(pages: Iterable[Page | Unreadable]) -> Iterator[Reading | Prepared]:
        for reading in reader.read(pages):
            preparation = prepare(reading) if reading.article else None
            yield Prepared(reading=reading, preparation=preparation)

    dumps = []
    for name, read in (("one", reader.read), ("other", read_prepared)):
        with Ledger(tmp_path / name, create=True, clock=still) as ledger:
            ledger.add([str(saved)], read=read)
            [first, *_] = ledger.articles()
            day = date(2031, 4, 2)
            ledger.pin(first.id, day, day, read=read, who="Ida")
            ledger.rebuild(read=read)
            dumps.append(list(ledger.dump()))
    assert dumps[0] == dumps[1]


def test_what_cannot_be_prepared_is_told_by_linking(
    ledger: Ledger, tmp_path: Path, reader: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(reading: Reading) -> None:
        raise ValueError("no sketch")

    (tmp_path / "page.txt").write_text(WORDS, encoding="utf-8")
    monkeypatch.setattr("onrecord.ledger.linking.prepare", fail)
    report = ledger.add([str(tmp_path / "page.txt")], read=reader.read)
    assert [each.kind for each in report.problems] == ["page"]
    assert "no sketch" in report.problems[0].message
