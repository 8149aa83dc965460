import json
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger, rebuild_ledger
from onrecord.pages import Unreadable
from onrecord.records import Page, Reading


def test_the_same_rows_are_made_again(full: Ledger, tmp_path: Path, reader: ModuleType) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("UNREADABLE")
    lines = [json.dumps({"text": reader.make_text(index)}) for index in (50, 51, 3)]
    (tmp_path / "more.jsonl").write_text("\n".join([*lines, "{", lines[0]]))
    shutil.copy(bad, tmp_path / "another.txt")
    inputs = [str(path) for path in (bad, tmp_path / "more.jsonl", tmp_path / "missing.txt")]
    full.add([*inputs, str(tmp_path / "another.txt")], read=reader.read)
    first, second, third, *_ = full.articles()
    full.remove(first.id, who="ana")
    full.remove(second.id, who="ana")
    full.restore(second.id, read=reader.read, who="ana")
    full.pin(third.id, date(2031, 9, 9), date(2031, 9, 9), read=reader.read, who="ana")
    before, revision = list(full.dump()), full.revision()
    full.rebuild(read=reader.read)
    assert list(full.dump()) == before
    assert full.revision() != revision
    assert not full.check()


def test_a_ledger_without_its_tables_is_made_again(full: Ledger, reader: ModuleType) -> None:
    before = list(full.dump())
    full.close()
    for path in full.path.glob("ledger.sqlite*"):
        path.unlink()
    with pytest.raises(LedgerError, match="make it again with: onrecord rebuild"):
        Ledger(full.path, create=True)
    report = rebuild_ledger(full.path, read=reader.read)
    assert report.read == 12
    with Ledger(full.path) as again:
        assert list(again.dump()) == before


def test_damaged_tables_are_made_again(full: Ledger, reader: ModuleType) -> None:
    before = list(full.dump())
    full.close()
    (full.path / "ledger.sqlite").write_bytes(b"not a database" * 1000)
    with pytest.raises(LedgerError, match="is damaged"):
        Ledger(full.path)
    rebuild_ledger(full.path, read=reader.read)
    with Ledger(full.path) as again:
        assert list(again.dump()) == before


def test_a_rebuild_that_is_stopped_leaves_the_old_tables(full: Ledger, reader: ModuleType) -> None:
    def stop(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        yield from list(reader.read(pages))[:3]
        raise KeyboardInterrupt

    before = list(full.dump())
    with pytest.raises(KeyboardInterrupt):
        rebuild_ledger(full.path, read=stop)
    assert list(full.dump()) == before
    full.rebuild(read=reader.read)
    assert list(full.dump()) == before
    assert not list(full.path.glob("*.new*"))


def test_whoever_has_the_ledger_open_sees_the_new_tables(full: Ledger, reader: ModuleType) -> None:
    with Ledger(full.path) as other:
        assert other.counts().articles == 12
        full.remove(next(full.articles()).id, who="ana")
        full.rebuild(read=reader.read)
        assert other.counts().articles == 11


def test_the_folder_can_be_moved(full: Ledger, tmp_path: Path, reader: ModuleType) -> None:
    before = list(full.dump())
    full.close()
    shutil.move(full.path, tmp_path / "elsewhere" / "moved")
    with Ledger(tmp_path / "elsewhere" / "moved") as moved:
        assert list(moved.dump()) == before
        moved.rebuild(read=reader.read)
        assert list(moved.dump()) == before


def test_problems_of_inputs_that_were_replaced_do_not_come_back(
    tmp_path: Path, reader: ModuleType, clock: Callable[[], datetime]
) -> None:
    path = tmp_path / "page.txt"
    with Ledger(tmp_path / "ledger", create=True, clock=clock) as ledger:
        for content in ("UNREADABLE", reader.make_text(0)):
            path.write_text(content)
            ledger.add([str(path)], read=reader.read)
        before = list(ledger.dump())
        ledger.rebuild(read=reader.read)
        assert list(ledger.dump()) == before
        assert not list(ledger.problems())


def test_an_original_without_its_description_is_still_read(
    full: Ledger, reader: ModuleType
) -> None:
    [article, *_] = full.articles()
    [sha256] = article.originals
    (full.path / "raw" / sha256[:2] / f"{sha256}.json").unlink()
    full.rebuild(read=reader.read)
    assert full.article(article.id).origin == f"raw/{sha256}"


def test_no_folder_but_a_ledgers_is_rebuilt(tmp_path: Path, reader: ModuleType) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(LedgerError, match="is no ledger"):
        rebuild_ledger(tmp_path, read=reader.read)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_log_beside_the_old_tables_is_not_taken_into_the_new(
    full: Ledger, reader: ModuleType
) -> None:
    holder = sqlite3.connect(full.path / "ledger.sqlite")
    holder.execute("BEGIN")
    holder.execute("SELECT count(*) FROM rows").fetchone()  # keeps the log from being emptied
    full.remove(next(full.articles()).id, who="ana")
    assert (full.path / "ledger.sqlite-wal").stat().st_size
    before = list(full.dump())
    full.rebuild(read=reader.read)
    assert list(full.dump()) == before
    assert not full.check()
    holder.close()
