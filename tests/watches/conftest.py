"""A ledger whose pages can be put, changed and read anew, and its watches."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.ledger import plain_reader

from onrecord.ledger import Ledger
from onrecord.pages import Unreadable
from onrecord.records import Page, Reading
from onrecord.watches import Firing, Memory, Watch, add_watch, check

START = datetime(2031, 4, 1, tzinfo=UTC)
Change = Callable[[Reading], Reading]


class Desk:
    """A ledger with one watch after the other over it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.clock = ledger.clock

    def put(
        self,
        text: str,
        url: str | None = None,
        *,
        version: str = "1",
        change: Change = lambda reading: reading,
    ) -> None:
        """Add a page with this text, saved at `url`."""
        path = self.ledger.path.parent / "page.jsonl"
        path.write_text(json.dumps({"text": text, "url": url}) + "\n")

        def read(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
            for reading in plain_reader.read(pages):
                yield change(replace(reading, version=version))

        self.ledger.add([str(path)], read=read, version=version)

    def watch(self, name: str = "all", **fields: str) -> Watch:
        """Save a watch, and let it take note of what is there."""
        watch = add_watch(self.ledger.path, name, fields, clock=self.clock)
        self.fire(watch)
        return watch

    def fire(self, watch: Watch) -> Firing | None:
        """Check a watch; return what it told, if it did."""
        with Memory.open(self.ledger.path) as memory:
            if not check(self.ledger, watch, memory, clock=self.clock):
                return None
            return memory.list_firings(watch.id, limit=1)[0]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    moments: Any = (START + timedelta(minutes=n) for n in range(100_000))
    with Ledger(tmp_path / "ledger", create=True, clock=lambda: next(moments)) as ledger:
        yield Desk(ledger)
