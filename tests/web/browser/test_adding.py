"""Pages dropped on the desk in a real browser, read by the engine's own processes.

Needs node, Chromium, and a folder with playwright-core that BROWSER_MODULES names (or that
`npm root --global` does); is skipped without them.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import PAGES

SCRIPT = Path(__file__).with_name("adding.mjs")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NODE = shutil.which("node")


def find_modules() -> Path | None:
    """Return the folder with playwright-core, if there is one."""
    named = os.environ.get("BROWSER_MODULES")
    npm = shutil.which("npm")
    if named is None and npm is not None:
        done = subprocess.run(
            [npm, "root", "--global"], capture_output=True, text=True, check=False
        )
        named = done.stdout.strip()
    folder = Path(named or "nowhere")
    return folder if (folder / "playwright-core").is_dir() else None


MODULES = find_modules()
pytestmark = pytest.mark.skipif(
    not (NODE and CHROMIUM and MODULES), reason="needs node, Chromium and playwright-core"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[str]:
    """The address of a server over an empty ledger."""
    from onrecord.ledger import Ledger

    Ledger.open(tmp_path / "ledger", create=True).close()
    command = [sys.executable, "-m", "onrecord.cli", "serve", "--port", "0"]
    server = subprocess.Popen(
        [*command, "--ledger", tmp_path / "ledger"], stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stderr is not None
        found = re.search(r"http://\S+", server.stderr.readline())
        assert found is not None
        yield found[0]
    finally:
        server.terminate()
        server.communicate(timeout=30)


@pytest.mark.parametrize("way", ["drop", "form"])
def test_files_can_be_dropped_and_watched_while_they_are_read(
    desk: str, way: str, tmp_path: Path
) -> None:
    (tmp_path / "empty.html").write_text("")
    files = [PAGES / "harbour-post-1.html", PAGES / "compass-2.txt", tmp_path / "empty.html"]
    done = subprocess.run(
        [str(NODE), SCRIPT, str(MODULES), str(CHROMIUM), desk, way, *files],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
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
