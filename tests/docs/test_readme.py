import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli.main import cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TOUR = README.split("## A tour")[1].split("\n## ")[0]
COMMANDS = re.findall(r"^    onrecord (?!serve)(.+)$", TOUR, re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the ledger that `make demo` leaves."""
    folder = tmp_path_factory.mktemp("readme")
    pages = str(ROOT / "examples" / "strait" / "pages")
    done = CliRunner().invoke(cli, ["demo", "--ledger", str(folder / "demo"), pages])
    assert done.exit_code == 0, done.output
    return folder


def test_the_commands_of_the_tour_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert len(COMMANDS) == 9
    for command in COMMANDS:
        done = CliRunner().invoke(cli, shlex.split(command, comments=True), input="q\n")
        assert done.exit_code == 0, f"onrecord {command}: {done.output}"


def test_the_rows_of_the_tour_are_read_as_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    figures, show = [
        " ".join(CliRunner().invoke(cli, shlex.split(command)).output.split())
        for command in (
            'figures --ledger demo --about "Tarvian warships" --format md',
            "show f39e1b --ledger demo",
        )
    ]
    for value in ("> 40 warships", "an estimated 45 warships", "some 50 warships"):
        assert value in figures
    lines = re.findall(r"^[a-z][a-z ]*: +(\S.+?)(?: …)?$", TOUR, re.MULTILINE)
    assert len(lines) == 7
    for line in lines:
        assert line in show
