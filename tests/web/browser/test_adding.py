"""Pages dropped on the desk in a real browser, read by the engine's own processes.

Needs what the other tests here need (see headless.py); is skipped without it.
"""

import json
import subprocess
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import PAGES
from tests.web.browser.headless import Headless, serving

from onrecord.engine import read_all
from onrecord.ledger import Ledger
from onrecord.models import load_models
from onrecord.pages import Unreadable
from onrecord.pipeline import reading_version
from onrecord.records import Page, Reading

PATIENCE = 60.0  # seconds for which a page is kept back at most

SCRIPT = Path(__file__).with_name("adding.mjs")


class Held:
    """Reads with the engine, and keeps the first page back until somebody has seen it read.

    However slow the browser is, it sees a job that is reading; and if it does not within its
    patience, the job goes on without.
    """

    def __init__(self) -> None:
        self.seen = threading.Event()

    def read(self, pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        for reading in read_all(pages):
            self.seen.wait(PATIENCE)
            yield reading


@pytest.fixture
def held() -> Held:
    return Held()


@pytest.fixture
def desk(tmp_path: Path, held: Held) -> Iterator[str]:
    """The address of a server over an empty ledger."""
    Ledger(tmp_path / "ledger", create=True).close()
    version = reading_version(load_models())
    with serving(tmp_path / "ledger", read=held.read, version=version) as address:
        yield f"{address}/"


@pytest.mark.parametrize("way", ["drop", "form"])
def test_files_can_be_dropped_and_watched_while_they_are_read(
    headless: Headless, desk: str, held: Held, way: str, tmp_path: Path
) -> None:
    (tmp_path / "empty.html").write_text("")
    files = [PAGES / "harbour-post-1.html", PAGES / "compass-2.txt", tmp_path / "empty.html"]
    programs = [headless.node, SCRIPT, headless.modules, headless.chromium]
    command = [str(each) for each in (*programs, desk, way, *files)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as browser:
        assert browser.stdout is not None
        assert browser.stderr is not None
        last = ""
        for line in browser.stdout:
            last = line
            if line.strip() == "reading":
                held.seen.set()
        assert browser.wait() == 0, browser.stderr.read()
    seen: dict[str, Any] = json.loads(last)
    assert seen["errors"] == []
    assert seen["requests"] == []
    assert seen["address"].startswith("/add/")
    assert "reading" in seen["states"]
    assert seen["states"][-1] == "done"
    assert len(seen["pages"]) == 2
    assert seen["article"] == seen["pages"][0]
    [problem] = seen["problems"]
    assert problem == "empty.html: is empty; save the page again"
    assert seen.get("over", 1) == 1
