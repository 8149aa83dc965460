import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.ledger import Ledger

PAGES = 40
KILLS = 20
LONGEST = 0.25  # seconds; an undisturbed run takes about twice as long


@pytest.fixture
def serve(reader: ModuleType) -> Iterator["subprocess.Popen[str]"]:
    """A process that adds in processes of its own."""
    with subprocess.Popen(
        [sys.executable, str(reader.__file__), "--serve"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process


def test_a_killed_run_loses_nothing_and_goes_on(
    tmp_path: Path,
    reader: ModuleType,
    serve: "subprocess.Popen[str]",
    still: Callable[[], datetime],
) -> None:
    """The same command is killed again and again at random moments, then left to finish."""
    saved = tmp_path / "saved"
    reader.write_pages(saved, PAGES, stories=4)
    with Ledger(tmp_path / "whole", create=True, clock=still) as ledger:
        ledger.add([str(saved)], read=reader.read, version=reader.VERSION)
        expected = list(ledger.dump())

    pick = random.Random(20)
    killed = tmp_path / "killed-0"
    kept = kills = 0
    while kills < KILLS:
        acknowledged, code = run(serve, killed, saved, pick.uniform(0.0, LONGEST))
        with Ledger(killed, create=True) as ledger:
            articles = ledger.counts().articles
            assert articles >= max(kept, acknowledged)
            assert not [fault for fault in ledger.check() if "no story yet" not in fault]
        kept = articles
        kills += code == -signal.SIGKILL
        if code == 0:  # it has finished: begin again somewhere else
            kept = 0
            killed = tmp_path / f"killed-{kills}"
    assert run(serve, killed, saved, None) == (PAGES, 0)
    assert not list(killed.glob("raw/**/.unfinished*"))
    with Ledger(killed, clock=still) as ledger:
        assert list(ledger.dump()) == expected


def run(
    serve: "subprocess.Popen[str]", ledger: Path, saved: Path, seconds: float | None
) -> tuple[int, int]:
    """Add `saved`, and kill that after `seconds`; return the number of pages that it has
    acknowledged, and its exit code."""
    assert serve.stdin is not None
    assert serve.stdout is not None
    said = ledger.with_suffix(".said")
    said.write_text("")
    serve.stdin.write(json.dumps([str(said), str(ledger), str(saved)]) + "\n")
    serve.stdin.flush()
    child = int(serve.stdout.readline())
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)  # until it is waited for, nobody else gets its id
    serve.stdin.write("\n")
    serve.stdin.flush()
    code = int(serve.stdout.readline())
    lines = said.read_text().split()
    return int(lines[-1]) if lines else 0, code
