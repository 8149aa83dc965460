import errno
import json
import os
import sqlite3
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.ledger.faults import explain_faults


def test_originals_are_kept_as_they_came(
    ledger: Ledger, tmp_path: Path, reader: ModuleType
) -> None:
    data = reader.make_text(0).replace("\n", "\r\n").encode("utf-16")
    (tmp_path / "page.txt").write_bytes(data)
    ledger.add([str(tmp_path / "page.txt")], read=reader.read)
    name = sha256(data).hexdigest()
    original = ledger.path / "raw" / name[:2] / name
    assert original.read_bytes() == data
    assert json.loads(original.with_name(f"{name}.json").read_text()) == {
        "origins": [{"origin": str(tmp_path / "page.txt"), "added": "2031-01-01T00:00:00Z"}]
    }


def test_origins_are_noted_in_their_order(
    ledger: Ledger, tmp_path: Path, reader: ModuleType
) -> None:
    paths = [tmp_path / name for name in ("b.txt", "a.txt", "c.txt")]
    for path in paths:
        path.write_text(reader.make_text(0))
        ledger.add([str(path)], read=reader.read)
    ledger.add([str(paths[1])], read=reader.read)
    [description] = (ledger.path / "raw").glob("**/*.json")
    origins = json.loads(description.read_text())["origins"]
    assert [came["origin"] for came in origins] == [str(path) for path in paths]


def test_what_a_killed_run_left_is_swept_away(full: Ledger, reader: ModuleType) -> None:
    raw = full.path / "raw"
    left = [raw / ".unfinished-1", next(raw.glob("??")) / ".unfinished-x.json"]
    for path in left:
        path.write_text("half")
    full.add([], read=reader.read)
    assert not [path for path in left if path.exists()]
    assert not full.check()


def test_nothing_in_the_folder_names_its_place(full: Ledger, template: Path) -> None:
    full.close()
    for path in full.path.rglob("*"):
        if path.is_file():
            assert str(full.path).encode() not in path.read_bytes()


def test_a_missing_ledger_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger; make one with: onrecord add"):
        Ledger(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_of_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(LedgerError, match="is no ledger"):
        Ledger(tmp_path)
    with pytest.raises(LedgerError, match="holds other files"):
        Ledger(tmp_path, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LedgerError, match="is a file"):
        Ledger(tmp_path / "file", create=True)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "ledger.sqlite") as other:
        other.execute("CREATE TABLE mine (x)")
    other.close()
    with pytest.raises(LedgerError, match="is no ledger; name another folder"):
        Ledger(tmp_path, create=True)


@pytest.mark.parametrize(
    ("version", "advice"), [(99, "newer version of On Record"), (0, "older version of On Record")]
)
def test_tables_of_another_version_are_not_touched(full: Ledger, version: int, advice: str) -> None:
    full.close()
    with sqlite3.connect(full.path / "ledger.sqlite") as file:
        file.execute(f"PRAGMA user_version = {version}")
    file.close()
    with pytest.raises(LedgerError, match=advice):
        Ledger(full.path)


def test_a_file_that_was_never_filled_is_filled(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").touch()
    with Ledger(tmp_path, create=True) as ledger:
        assert ledger.counts().articles == 0


def test_a_closed_ledger_answers_no_more(full: Ledger) -> None:
    full.close()
    full.close()
    with pytest.raises(ValueError, match="closed"):
        full.counts()


def test_a_missing_or_changed_original_is_a_fault(full: Ledger) -> None:
    originals = [path for path in (full.path / "raw").glob("??/*") if not path.suffix]
    originals[0].unlink()
    originals[1].write_bytes(originals[1].read_bytes()[::-1])
    faults = full.check()
    assert len(faults) == 2
    assert all("put it back" in fault for fault in faults)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_can_be_read(full: Ledger, reader: ModuleType) -> None:
    full.close()
    for path in (full.path, full.path / "ledger.sqlite"):
        path.chmod(0o555)
    try:
        with Ledger(full.path) as ledger:
            assert ledger.counts().articles == 12
            with pytest.raises(LedgerError, match="cannot be written to"):
                ledger.remove(next(ledger.articles()).id, who="ana")
    finally:
        full.path.chmod(0o755)


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "no space left on the disk"),
        (OSError(errno.EROFS, "Read-only file system"), "cannot be written to"),
        (OSError(errno.EIO, "Input/output error", "raw/ab"), r"Input/output error \(raw/ab\)"),
    ],
)
def test_faults_of_the_disk_say_what_to_do(error: OSError, advice: str) -> None:
    with pytest.raises(LedgerError, match=f"^there: .*{advice}"), explain_faults(Path("there")):
        raise error


def test_faults_of_ours_stay_what_they_are(full: Ledger) -> None:
    connection = full._connection
    assert connection is not None
    with pytest.raises(sqlite3.OperationalError), explain_faults(full.path):
        connection.execute("SELECT nothing FROM nowhere")


def test_a_failing_copy_leaves_no_trace(
    ledger: Ledger, saved: Path, reader: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", fail)
        with pytest.raises(LedgerError, match="no space left on the disk"):
            ledger.add([str(saved)], read=reader.read)
    assert not [path for path in (ledger.path / "raw").rglob("*") if path.is_file()]
    assert ledger.add([str(saved)], read=reader.read).read == 12


def test_times_are_those_of_the_clock(
    tmp_path: Path, saved: Path, reader: ModuleType, clock: Callable[[], datetime]
) -> None:
    with Ledger(tmp_path / "ledger", create=True, clock=clock) as ledger:
        ledger.add([str(saved)], read=reader.read)
        added = [article.added for article in ledger.articles()]
        assert len(set(added)) == 12
