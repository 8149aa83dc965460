"""A ledger of the example pages, made once for the tests that only look at it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "examples" / "strait" / "pages"

Done = subprocess.CompletedProcess[str]


def run_command(*args: str | Path, cwd: Path, stdin: str | None = None) -> Done:
    command = [sys.executable, "-m", "onrecord.cli", *map(str, args)]
    return subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example's ledger in `onrecord`; not to be written to."""
    folder = tmp_path_factory.mktemp("example")
    done = run_command("add", PAGES, "--quiet", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def ask(example: Path) -> Callable[..., Done]:
    """Run a command over the example's ledger."""
    return lambda *args: run_command(*args, cwd=example)
