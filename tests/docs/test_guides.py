"""The commands that the README's tour and the guide show are run on the example pages."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOUR = (ROOT / "README.md").read_text(encoding="utf-8").split("## A tour")[1].split("\n## ")[0]
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")


def run(command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord.cli", *shlex.split(command, comments=True)],
        input="q\n",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"onrecord {command}: {done.stderr}"
    return " ".join(done.stdout.split())


def run_all(text: str) -> int:
    commands = re.findall(r"^    onrecord (?!serve)(.+)$", text, re.MULTILINE)
    for command in commands:
        run(command)
    return len(commands)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example, and the ledger that `make demo` leaves."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "examples").symlink_to(ROOT / "examples")
    run(f"demo --ledger {folder / 'demo'} {ROOT / 'examples/strait/pages'}")
    return folder


def test_the_commands_of_the_tour_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert run_all(TOUR) == 9


def test_the_rows_of_the_tour_are_read_as_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    figures = run('figures --ledger demo --about "Tarvian warships" --format md')
    for value in ("> 40 warships", "an estimated 45 warships", "some 50 warships"):
        assert value in figures
    show = run("show f39e1b --ledger demo")
    lines = re.findall(r"^[a-z][a-z ]*: +(\S.+?)(?: …)?$", TOUR, re.MULTILINE)
    assert len(lines) == 7
    for line in lines:
        assert line in show


def test_the_commands_of_the_guide_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert run_all(GUIDE) == 22
