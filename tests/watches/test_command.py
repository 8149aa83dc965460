import json
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import run_command

PAGE = """Ferry stops after strike

The ferry between Ostra and Lund stopped on Monday, the harbour master said.

“We had no crew,” Ines Falk, the harbour master, told reporters. More than 400 passengers waited.
"""
STORE = f"{sys.executable} -c \"import sys; open('told', 'a').write(sys.stdin.read())\""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a ledger of one page, and a watch over what Ines Falk says."""
    (tmp_path / "a.txt").write_text(PAGE)
    run_command("add", "a.txt", "--quiet", cwd=tmp_path)
    done = run_command(
        "watches", "add", "Falk", "--who", "falk", "--kind", "statement", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert "1 row known" in done.stderr
    return tmp_path


def add_page(folder: Path) -> None:
    (folder / "b.txt").write_text(PAGE.replace("We had no crew", "We have a crew again"))
    run_command("add", "b.txt", "--quiet", cwd=folder)


def test_check_reports_what_is_new_and_only_once(folder: Path) -> None:
    assert run_command("watches", "check", cwd=folder).stdout == ""
    add_page(folder)
    report = run_command("watches", "check", cwd=folder).stdout
    assert report.startswith("Falk: 1 new\n(who falk, kind statement)\n")
    assert "NEW  Ines Falk claim to reporters: “We have a crew again,”" in report
    id_ = report.rstrip().rpartition("[")[2].removesuffix("]")
    assert "We have a crew again" in run_command("show", id_, cwd=folder).stdout
    assert run_command("watches", "check", cwd=folder).stdout == ""
    assert "1 new" in run_command("watches", "list", cwd=folder).stdout


def test_reports_of_two_watches_stand_apart(folder: Path) -> None:
    run_command("watches", "add", "all", cwd=folder)
    add_page(folder)
    report = run_command("watches", "check", cwd=folder).stdout
    assert report.count("\n\nall: ") + report.count("\n\nFalk: ") == 1


def test_check_prints_json_lines(folder: Path) -> None:
    add_page(folder)
    done = run_command("watches", "check", "Falk", "--format", "jsonl", cwd=folder)
    [line] = [json.loads(line) for line in done.stdout.splitlines()]
    assert line["news"] == "new"
    assert line["row"]["content"]["who"] == "Ines Falk"


def test_command_gets_the_report_and_again_after_it_failed(folder: Path) -> None:
    add_page(folder)
    failing = f'{sys.executable} -c "raise SystemExit(3)"'
    done = run_command("watches", "check", "--run", failing, cwd=folder)
    assert done.returncode == 1
    assert "the command ended with 3; its report comes again" in done.stderr
    assert run_command("watches", "check", "--run", "/nowhere/tell", cwd=folder).returncode == 1
    for _ in range(2):
        assert run_command("watches", "check", "--run", STORE, cwd=folder).returncode == 0
    assert (folder / "told").read_text().count("We have a crew again") == 1


def test_feeds_are_written(folder: Path) -> None:
    add_page(folder)
    run_command("watches", "check", cwd=folder)
    assert "<feed xmlns" in run_command("watches", "feed", "Falk", cwd=folder).stdout
    done = run_command("watches", "feed", "Falk", "-f", "json", "-o", "x.json", cwd=folder)
    assert done.returncode == 0
    assert len(json.loads((folder / "x.json").read_text())["items"]) == 1


def test_removed_watch_is_gone(folder: Path) -> None:
    assert run_command("watches", "remove", "Falk", cwd=folder).returncode == 0
    done = run_command("watches", "list", cwd=folder)
    assert (done.stdout, "no watch yet" in done.stderr) == ("", True)
    assert "no watch yet" in run_command("watches", "check", cwd=folder).stderr
    done = run_command("watches", "check", "Falk", cwd=folder)
    assert done.returncode == 1
    assert "is no watch" in done.stderr
