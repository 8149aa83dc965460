"""A reader that needs no models, pages to read, and a clock that only counts."""

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.ledger import Ledger

STILL = datetime(2031, 1, 1, tzinfo=UTC)
SCRIPT = Path(__file__).with_name("plain_reader.py")


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("plain_reader", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def reader() -> ModuleType:
    """The module `plain_reader`, which subprocesses run as a script."""
    return load_script()


@pytest.fixture
def clock() -> Callable[[], datetime]:
    moments = iter(range(10_000))
    return lambda: STILL + timedelta(seconds=next(moments))


@pytest.fixture
def still() -> Callable[[], datetime]:
    return lambda: STILL


@pytest.fixture
def saved(tmp_path: Path, reader: ModuleType) -> Path:
    """A folder of twelve pages of three stories."""
    folder = tmp_path / "saved"
    reader.write_pages(folder, 12)
    return folder


@pytest.fixture
def ledger(tmp_path: Path, still: Callable[[], datetime]) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger(tmp_path / "ledger", create=True, clock=still) as opened:
        yield opened


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, reader: ModuleType) -> Path:
    """The folder of a ledger of twelve pages, which no test may touch."""
    folder = tmp_path_factory.mktemp("template")
    reader.write_pages(folder / "saved", 12)
    with Ledger(folder / "ledger", create=True, clock=lambda: STILL) as opened:
        opened.add([str(folder / "saved")], read=reader.read)
    return folder


@pytest.fixture(scope="session")
def standing(template: Path) -> Iterator[Ledger]:
    """A ledger of twelve pages that tests share, and only ask."""
    with Ledger(template / "ledger") as opened:
        yield opened


@pytest.fixture
def full(tmp_path: Path, template: Path) -> Iterator[Ledger]:
    """A ledger of twelve pages, copied from elsewhere."""
    shutil.copytree(template / "ledger", tmp_path / "full")
    with Ledger(tmp_path / "full", clock=lambda: STILL) as opened:
        yield opened
