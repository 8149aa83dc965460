"""From originals to the pages that are to be read."""

import sqlite3
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from onrecord.ledger.batches import Batches
from onrecord.ledger.codec import LAST
from onrecord.ledger.inputs import Kept
from onrecord.ledger.neighbours import find_neighbours, state_neighbours
from onrecord.ledger.rows import ProblemRow
from onrecord.ledger.sources import (
    count_pages,
    forget_owed,
    is_done,
    is_removed,
    note_original,
    note_page,
)
from onrecord.ledger.store import UNGIVEN, Given, touch
from onrecord.records import Page

if TYPE_CHECKING:
    from onrecord.pages import Limits, Unreadable


@dataclass(frozen=True, slots=True)
class Due:
    """A page (or an input that gave none) whose reading comes next, in its turn."""

    original: str | None
    inputs: tuple[str, ...]  # the origins of the original, the one in use first
    part: str = ""  # what follows that in the page's origin
    page: str | None = None
    given: Given = UNGIVEN


@dataclass(frozen=True, slots=True)
class Done:
    """Stands behind the last page of an original."""

    original: str


@dataclass(slots=True)
class Tally:
    """What a run has done so far."""

    read: int = 0
    known: int = 0
    removed: int = 0
    problems: list[ProblemRow] = field(default_factory=list)
    foreign: int = 0  # of those read, pages in another language than English
    linking_seconds: float = 0.0
    origin: str = ""  # the last one dealt with


class Intake:
    """Takes pages from originals, notes where they stand, and passes over those that are known.

    `queue` holds what was handed out to be read and has not come back.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        batches: Batches,
        tally: Tally,
        *,
        version: str | None,
        limits: "Limits | None",
        pins: Mapping[str, str],
        pause: Callable[[], None],
    ) -> None:
        self.queue: deque[Due | Done] = deque()
        self._connection = connection
        self._batches = batches
        self._tally = tally
        self._version = version
        self._limits = limits
        self._pins = pins
        self._pause = pause  # called where a transaction may end
        self._pending: dict[str, str] = {}  # when pages in the queue were captured, by id

    def take(
        self, kept: "Iterable[Kept | Unreadable]", only: Collection[str] | None
    ) -> "Iterator[Page | Unreadable]":
        """Yield the pages of `kept` that are to be read; of these, if given, `only` those ids."""
        for one in kept:
            if not isinstance(one, Kept):
                self.queue.append(Due(original=None, inputs=(one.origin,)))
                yield one
                continue
            self._batches.begin()
            if note_original(self._connection, one.original, one.origins):
                touch(self._connection)
            if only is not None:
                yield from self._take_pages(one, only)
            elif is_done(self._connection, one.original.sha256, self._version):
                self._pass_over(one)
            else:
                yield from self._take_pages(one, None)
                self.queue.append(Done(original=one.original.sha256))
            self._pause()

    def settle(self, due: Due) -> None:
        """Note that `due` has come back."""
        if due.page is not None and self._pending.get(due.page) == due.given.captured:
            del self._pending[due.page]

    def is_stored(self, page: str, given: Given) -> bool:
        """Return whether the page is in the ledger as it would be read now."""
        found = self._connection.execute(
            "SELECT version, pinned, neighbours, captured FROM articles WHERE id = ?", (page,)
        ).fetchone()
        if found is None:
            return False
        version, pinned, neighbours, captured = found
        current = self._version is None or version == self._version
        same = (pinned, neighbours) == (given.pinned, given.neighbours)
        return bool(current and same and captured <= given.captured)

    def _pass_over(self, kept: Kept) -> None:
        """Count the pages of an original in which nothing is left to read."""
        known, removed = count_pages(self._connection, kept.original.sha256)
        self._tally.known += known
        self._tally.removed += removed
        self._tally.origin = kept.origins[0].origin

    def _take_pages(
        self, kept: Kept, only: Collection[str] | None
    ) -> "Iterator[Page | Unreadable]":
        from onrecord.pages import Limits, read_file

        origins = tuple(came.origin for came in kept.origins)
        limits = self._limits or Limits()
        for page in read_file(str(kept.original.path), origin=origins[0], limits=limits):
            part = page.origin.removeprefix(origins[0])
            due = Due(original=kept.original.sha256, inputs=origins, part=part)
            if isinstance(page, Page):
                yield from self._take_page(page, due, only)
                self._tally.origin = page.origin
                self._pause()
            elif only is None:
                self.queue.append(due)
                yield page

    def _take_page(self, page: Page, due: Due, only: Collection[str] | None) -> Iterator[Page]:
        """Yield the page if it is to be read."""
        assert due.original is not None
        self._batches.begin()
        note_page(self._connection, page.id, due.original, due.part)
        given = Given(
            pinned=self._pins.get(page.id, ""),
            neighbours=find_neighbours(self._connection, page.id),
            captured=page.captured.isoformat() if page.captured else LAST,
        )
        if only is not None and page.id not in only:
            return
        if is_removed(self._connection, page.id):
            self._tally.removed += 1
        elif self._is_known(page.id, given):
            self._tally.known += 1
            if only is not None:  # it was as it is to be already
                forget_owed(self._connection, page.id)
        else:
            self._pending[page.id] = given.captured
            self.queue.append(replace(due, page=page.id, given=given))
            yield state_neighbours(_state_date(page, given.pinned), given.neighbours)

    def _is_known(self, page: str, given: Given) -> bool:
        """Return whether the page is in the ledger, or about to be, as it would be read now."""
        pending = self._pending.get(page)
        if pending is not None:
            return pending <= given.captured
        return self.is_stored(page, given)


def _state_date(page: Page, pinned: str) -> Page:
    """Return `page` with the published date that a person has stated in place of its own hint.

    What a container says beside the page is what the solving of dates trusts most.
    """
    if not pinned:
        return page
    earliest, _, latest = pinned.partition("/")
    return replace(page, published=earliest if earliest == latest else pinned)
