import gzip
import json
import os
import random
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger, Progress
from onrecord.pages import Unreadable
from onrecord.records import Page, Reading

Clock = Callable[[], datetime]


def refuse(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
    for page in pages:
        raise AssertionError(f"{page.origin} was read again")
    yield from ()


def dump(path: Path, reader: ModuleType, inputs: list[str], clock: Clock) -> list[str]:
    with Ledger(path, create=True, clock=clock) as ledger:
        for one in inputs:
            ledger.add([one], read=reader.read)
        return list(ledger.dump())


def test_what_was_read_is_reported(ledger: Ledger, saved: Path, reader: ModuleType) -> None:
    report = ledger.add([str(saved)], read=reader.read)
    assert (report.read, report.known, report.removed, report.problems) == (12, 0, 0, ())
    assert 0 < report.linking_seconds < report.seconds


def test_a_path_is_added_as_its_name_is(ledger: Ledger, saved: Path, reader: ModuleType) -> None:
    assert ledger.add([saved], read=reader.read).read == 12
    assert ledger.add([str(saved)], read=refuse).known == 12


def test_one_name_in_the_place_of_a_list_is_refused(ledger: Ledger, saved: Path) -> None:
    with pytest.raises(TypeError, match="add takes a list of files"):
        ledger.add(str(saved))


def test_pages_are_read_on_this_machine_where_no_reader_is_given(
    ledger: Ledger, saved: Path, reader: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.ledger.preparing.read_prepared", reader.read)
    monkeypatch.setattr("onrecord.ledger.readers.load_version", lambda: reader.VERSION)
    assert ledger.add([saved]).read == 12
    assert ledger.add([saved], read=refuse, version=reader.VERSION).known == 12


def test_adding_twice_changes_nothing(ledger: Ledger, saved: Path, reader: ModuleType) -> None:
    ledger.add([str(saved)], read=reader.read, version=reader.VERSION)
    before = (ledger.revision(), list(ledger.dump()))
    report = ledger.add([str(saved)], read=refuse, version=reader.VERSION)
    assert (report.read, report.known) == (0, 12)
    assert (ledger.revision(), list(ledger.dump())) == before


def test_any_version_will_do_where_none_is_asked_for(full: Ledger, template: Path) -> None:
    assert full.add([str(template / "saved")], read=refuse).known == 12


def test_another_version_reads_pages_again(
    full: Ledger, template: Path, reader: ModuleType
) -> None:
    def read(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        return (reader.read_one(page, "plain+2") for page in pages)

    before = [row.id for row in full.rows()]
    report = full.add([str(template / "saved")], read=read, version="plain+2")
    assert report.read == 12
    assert {article.version for article in full.articles()} == {"plain+2"}
    assert [row.id for row in full.rows()] == before
    assert full.add([str(template / "saved")], read=refuse, version="plain+2").known == 12


def test_one_page_under_two_names_is_one_article(
    ledger: Ledger, saved: Path, reader: ModuleType
) -> None:
    shutil.copy(saved / "0000.txt", saved / "aaa.txt")
    shutil.copy(saved / "0000.txt", saved / "zzz.txt")
    report = ledger.add([str(saved)], read=reader.read)
    assert (report.read, report.known) == (12, 2)

    assert len(list(ledger.articles())) == 12


def test_the_first_origin_in_the_alphabet_is_shown(
    ledger: Ledger, saved: Path, reader: ModuleType
) -> None:
    ledger.add([str(saved / "0000.txt")], read=reader.read)
    shutil.copy(saved / "0000.txt", saved / "0000-a.txt")
    ledger.add([str(saved / "0000-a.txt")], read=refuse)
    [article] = ledger.articles()
    assert article.origin == str(saved / "0000-a.txt")
    assert ledger.article(article.id).origin == article.origin


def test_the_order_of_adding_does_not_matter(
    tmp_path: Path, reader: ModuleType, still: Clock
) -> None:
    reader.write_pages(tmp_path / "saved", 16, stories=4)
    paths = sorted(str(path) for path in (tmp_path / "saved").iterdir())
    shuffled = random.Random(7).sample(paths, len(paths))
    at_once = dump(tmp_path / "a", reader, [str(tmp_path / "saved")], still)
    one_by_one = dump(tmp_path / "b", reader, paths, still)
    in_disorder = dump(tmp_path / "c", reader, shuffled, still)
    assert at_once == one_by_one == in_disorder


def test_containers_give_their_pages(ledger: Ledger, tmp_path: Path, reader: ModuleType) -> None:
    lines = [json.dumps({"text": reader.make_text(index), "title": "x"}) for index in range(5)]
    path = tmp_path / "pages.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join([*lines, "{broken"]).encode()))
    report = ledger.add([str(path)], read=reader.read)
    assert report.read == 5
    assert [problem.origin for problem in report.problems] == [f"{path}#6"]
    assert {article.origin for article in ledger.articles()} == {f"{path}#{n}" for n in range(1, 6)}
    assert len({article.originals for article in ledger.articles()}) == 1


def test_problems_are_kept_and_shown(ledger: Ledger, tmp_path: Path, reader: ModuleType) -> None:
    (tmp_path / "bad.txt").write_text("UNREADABLE")
    (tmp_path / "empty.txt").write_text("")
    inputs = [str(tmp_path / name) for name in ("bad.txt", "empty.txt", "missing.txt")]
    report = ledger.add(inputs, read=reader.read)
    assert [problem.origin for problem in report.problems] == inputs
    assert [problem.origin for problem in ledger.problems()] == sorted(inputs)
    assert ledger.counts().problems == 3


def test_the_same_problem_again_changes_nothing(
    ledger: Ledger, tmp_path: Path, reader: ModuleType
) -> None:
    (tmp_path / "bad.txt").write_text("UNREADABLE")
    inputs = [str(tmp_path / name) for name in ("bad.txt", "missing.txt")]
    ledger.add(inputs, read=reader.read)
    before = ledger.revision()
    assert len(ledger.add(inputs, read=reader.read).problems) == 2
    assert ledger.revision() == before


def test_a_later_success_clears_the_problem(
    tmp_path: Path, reader: ModuleType, clock: Clock
) -> None:
    path = tmp_path / "page.txt"
    with Ledger(tmp_path / "ledger", create=True, clock=clock) as ledger:
        ledger.add([str(path)], read=reader.read)
        for content in ("", "UNREADABLE", reader.make_text(0)):
            assert len(list(ledger.problems())) == 1
            path.write_text(content)
            ledger.add([str(path)], read=reader.read)
        assert not list(ledger.problems())


def test_a_container_that_comes_whole_clears_its_problems(
    tmp_path: Path, reader: ModuleType, clock: Clock
) -> None:
    path = tmp_path / "pages.jsonl"
    good = json.dumps({"text": reader.make_text(1)})
    path.write_text(f"{good}\n{good[:50]}")
    with Ledger(tmp_path / "ledger", create=True, clock=clock) as ledger:
        assert len(ledger.add([str(path)], read=reader.read).problems) == 1
        path.write_text(good)
        ledger.add([str(path)], read=reader.read)
        assert not list(ledger.problems())


def test_a_page_that_failed_is_tried_again(
    ledger: Ledger, tmp_path: Path, reader: ModuleType
) -> None:
    path = tmp_path / "page.txt"
    path.write_text(reader.make_text(0))

    def fail(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        for page in pages:
            problem = Unreadable(page.origin, reader.Problem(kind="time limit", message="slow"))
            yield reader.read_one(problem)

    assert len(ledger.add([str(path)], read=fail).problems) == 1
    assert ledger.add([str(path)], read=reader.read).read == 1
    assert not list(ledger.problems())


def test_a_reading_that_cannot_be_stored_is_a_problem(
    ledger: Ledger, saved: Path, reader: ModuleType
) -> None:
    def read(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        for reading in reader.read(pages):
            bad = reading.origin.endswith("0003.txt")
            yield replace(reading, statements=(None,)) if bad else reading

    report = ledger.add([str(saved)], read=read)
    assert report.read == 11
    assert [Path(problem.origin).name for problem in report.problems] == ["0003.txt"]
    assert ledger.counts().articles == 11
    assert not ledger.check()


def test_progress_counts_what_is_kept(
    ledger: Ledger, saved: Path, reader: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.ledger.batches.BATCH_ARTICLES", 3)
    seen: list[tuple[int, int]] = []

    def note(progress: Progress) -> None:
        with Ledger(ledger.path) as other:
            seen.append((progress.read, other.counts().articles))

    ledger.add([str(saved)], read=reader.read, progress=note)
    assert len(seen) >= 4
    assert all(read == kept for read, kept in seen)


def test_an_interrupt_keeps_what_was_read(ledger: Ledger, saved: Path, reader: ModuleType) -> None:
    def read(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        for number, reading in enumerate(reader.read(pages)):
            if number == 5:
                raise KeyboardInterrupt
            yield reading

    with pytest.raises(KeyboardInterrupt):
        ledger.add([str(saved)], read=read)
    assert ledger.counts().articles == 5
    assert ledger.add([str(saved)], read=reader.read).read == 7


def test_a_full_disk_leaves_a_ledger_that_goes_on(
    tmp_path: Path, saved: Path, reader: ModuleType, still: Clock
) -> None:
    whole = tmp_path / "whole"
    expected = dump(whole, reader, [str(saved)], still)
    size = (whole / "ledger.sqlite").stat().st_size
    for share in (0.05, 0.7):
        path = tmp_path / f"full-{share}"
        with Ledger(path, create=True, clock=still):
            pass
        limit = int(size * share)
        done = subprocess.run(
            [sys.executable, str(reader.__file__), str(path), str(saved)],
            preexec_fn=lambda limit=limit: resource.setrlimit(  # type: ignore[misc]
                resource.RLIMIT_FSIZE, (limit, limit)
            ),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode, share
        assert "LedgerError" in done.stderr
        assert "no space left" in done.stderr
        with Ledger(path, clock=still) as ledger:
            assert not [fault for fault in ledger.check() if "no story yet" not in fault]
        assert dump(path, reader, [str(saved)], still) == expected


def test_a_second_writer_is_sent_away(ledger: Ledger, saved: Path, reader: ModuleType) -> None:
    def read(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        with (
            Ledger(ledger.path) as other,
            pytest.raises(LedgerError, match="another process is writing"),
        ):
            other.add([str(saved)], read=reader.read)
        return reader.read(pages)  # type: ignore[no-any-return]

    assert ledger.add([str(saved)], read=read).read == 12


def test_known_pages_take_no_memory(ledger: Ledger, tmp_path: Path, reader: ModuleType) -> None:
    line = json.dumps({"text": reader.make_text(0)}) + "\n"
    path = tmp_path / "again.jsonl"
    path.write_text(line * 500)
    report = ledger.add([str(path)], read=reader.read)
    assert (report.read, report.known) == (1, 499)


def test_the_ledgers_own_files_are_no_input(
    tmp_path: Path, saved: Path, reader: ModuleType, still: Clock
) -> None:
    with Ledger(saved / "onrecord", create=True, clock=still) as ledger:
        for known in (0, 12):
            report = ledger.add([str(saved)], read=reader.read)
            assert (report.known, report.problems) == (known, ())
        report = ledger.add([str(saved / "onrecord" / "raw")], read=reader.read)
        assert ["is part of the ledger" in problem.message for problem in report.problems] == [True]


def test_standard_input_is_kept_too(tmp_path: Path, reader: ModuleType, still: Clock) -> None:
    text = reader.make_text(0)
    done = subprocess.run(
        [sys.executable, str(reader.__file__), str(tmp_path / "ledger"), "-"],
        input=text.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    with Ledger(tmp_path / "ledger") as ledger:
        [article] = ledger.articles()
        assert article.origin == "-"
        [sha256] = article.originals
        assert (tmp_path / "ledger" / "raw" / sha256[:2] / sha256).read_bytes() == text.encode()
