"""Decisions in a browser: with keys and mouse, without script, and how the pages stand up to axe.

Skipped where Chromium, node, playwright-core or axe-core is missing. `ONRECORD_CHROMIUM` names the
browser and `ONRECORD_NODE_MODULES` the folder of the modules, where they are not found without.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.ledger import Filter, Ledger, Row

Browser = Any  # of conftest.py, which cannot be imported
Run = Callable[..., Any]
SCRIPT = Path(__file__).with_name("deciding.mjs")
CHROMIUM = os.environ.get("ONRECORD_CHROMIUM") or shutil.which("chromium")
NODE = shutil.which("node")
MODULES = Path(os.environ.get("ONRECORD_NODE_MODULES", "node_modules")).absolute()

pytestmark = pytest.mark.skipif(
    not (
        CHROMIUM and NODE and all((MODULES / m).is_dir() for m in ("playwright-core", "axe-core"))
    ),
    reason="Chromium, node, playwright-core or axe-core is not there",
)


@pytest.fixture
def served(desk: Browser) -> Iterator[str]:
    """The address at which a process of its own serves the ledger of `desk`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "onrecord.cli", "serve", "--ledger", str(desk.ledger)]
    with subprocess.Popen([*command, "--port", str(port)], stderr=subprocess.DEVNULL) as process:
        try:
            _wait(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the desk did not come up")


@pytest.fixture
def run(served: str) -> Run:
    def flow(flow_name: str, /, **options: Any) -> Any:
        assert NODE
        assert CHROMIUM
        done = subprocess.run(
            [NODE, str(SCRIPT), str(MODULES), CHROMIUM, served, flow_name, json.dumps(options)],
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return flow


@pytest.fixture
def row(desk: Browser) -> Row:
    with Ledger(desk.ledger) as ledger:
        return next(ledger.statements(Filter(who="tolling")))


def test_a_speaker_is_corrected_and_survives_a_rebuild(desk: Browser, run: Run, row: Row) -> None:
    seen = run("correct", row=row.id, name="Joss Harrow", list=f"/story/{row.saga}/statements")
    assert seen["focused"] == "who"
    assert "Joss Harrow" in seen["title"]
    assert "Corrected by" in seen["judging"]
    assert "speaker read as Mara Tolling" in seen["judging"]
    assert "corrected" in seen["list"]
    with Ledger(desk.ledger) as ledger:
        ledger.rebuild(read=type(desk).read)
    again = run("see", row=row.id)
    assert "Joss Harrow" in again["title"]
    assert "speaker read as Mara Tolling" in again["judging"]
    undone = run("undo", row=row.id)
    assert "Mara Tolling" in undone["title"]
    assert "Nobody has judged this row" in undone["judging"]


def test_two_names_are_merged_and_that_undone(run: Run, row: Row) -> None:
    seen = run("merge", row=row.id, words="harrow", name="Joss Harrow")
    assert "Mara Tolling" in seen["before"]
    assert "Mara Tolling" in seen["sides"]
    assert "Joss Harrow" in seen["sides"]
    assert "Joss Harrow" in seen["merged"]
    assert seen["after"] == seen["before"]


def test_the_queue_is_worked_with_single_keys_that_can_be_switched_off(
    desk: Browser, run: Run
) -> None:
    with Ledger(desk.ledger) as ledger:
        first, second, *_ = (each.row for each in ledger.due())
    seen = run("keys")
    assert seen["rows"] == [first, second, first, second, first]  # as read; n, p, a, u
    assert seen["off"] == first
    assert "Nobody has judged" in seen["state"]


def test_decisions_need_no_script(run: Run, row: Row) -> None:
    seen = run("plain", row=row.id)
    assert "Accepted by" in seen["judged"]
    assert "Nobody has judged this row" in seen["undone"]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(desk: Browser, run: Run, row: Row, scheme: str, width: int) -> None:
    with Ledger(desk.ledger) as ledger:
        figure = next(ledger.figures())
        ledger.judge(row.id, "accept", who="ana")
        ledger.judge(figure.id, "reject", who="bea", why="a slip")
    person = f"/people?article={row.article}&actor={row.who[0].id}"
    with Ledger(desk.ledger) as ledger:
        other = next(ledger.names("harrow"))
    paths = [
        "/review", "/review?kind=figure", "/review/sample", "/review/history",
        "/review/history?lost=1", "/review/rejected", f"/row/{row.id}", f"/row/{figure.id}",
        "/people?q=harrow", person, f"{person}&article2={other.article}&actor2={other.actor}",
    ]  # fmt: skip
    assert run("look", paths=paths, scheme=scheme, width=width)["found"] == []
