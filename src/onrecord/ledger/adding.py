"""Read inputs into the ledger: what is not there yet, in small transactions."""

import contextlib
import logging
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from onrecord.ledger.codec import LAST
from onrecord.ledger.grouping import count_stale, draw_stories, forget_saga
from onrecord.ledger.inputs import Kept
from onrecord.ledger.linking import Linker
from onrecord.ledger.opening import savepoint
from onrecord.ledger.rows import AddReport, ProblemRow, Progress
from onrecord.ledger.sources import (
    clear_problem,
    count_pages,
    first_origin,
    is_done,
    is_removed,
    mark_done,
    note_original,
    note_page,
    record_problem,
)
from onrecord.ledger.store import UNGIVEN, Given, delete_article, insert_reading, touch
from onrecord.records import Page, Problem, Reading

if TYPE_CHECKING:
    from onrecord.pages import Limits, Unreadable

Read = Callable[[Iterable["Page | Unreadable"]], Iterator[Reading]]

# A transaction ends after so many articles or seconds, whichever is first: what it holds is
# acknowledged by then, and no more than that is read again after a crash.
BATCH_ARTICLES = 64
BATCH_SECONDS = 1.0
# Stories are drawn again when this many times the time of the last drawing has gone by, so that
# a long run spends at most a fifth of its time on stories that later pages change again.
DRAW_EVERY = 4.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Due:
    """A page (or an input that gave none) whose reading comes next, in its turn."""

    original: str | None
    inputs: tuple[str, ...]  # the origins of the original, the one in use first
    part: str = ""  # what follows that in the page's origin
    page: str | None = None
    given: Given = UNGIVEN


@dataclass(frozen=True, slots=True)
class _Done:
    """Stands behind the last page of an original."""

    original: str


@dataclass(slots=True)
class _Tally:
    read: int = 0
    known: int = 0
    removed: int = 0
    problems: list[ProblemRow] = field(default_factory=list)
    linking_seconds: float = 0.0
    origin: str = ""


class Adder:
    """One run of adding: takes pages from originals, has them read, and stores the readings."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        read: Read,
        version: str | None,
        limits: "Limits | None",
        progress: Callable[[Progress], None] | None,
        pins: Mapping[str, str],
    ) -> None:
        self._connection = connection
        self._read = read
        self._version = version
        self._limits = limits
        self._progress = progress
        self._pins = pins
        self._linker = Linker(connection)
        self._tally = _Tally()
        self._queue: deque[_Due | _Done] = deque()
        self._pending: dict[str, str] = {}  # by page id, when it was captured
        self._failed: set[str] = set()  # originals
        self._batch = 0  # articles in the open transaction
        self._began = 0.0  # monotonic time at which it began
        self._drawn = time.monotonic()
        self._drawing_seconds = 0.0

    def run(
        self, kept: "Iterable[Kept | Unreadable]", *, only: Collection[str] | None = None
    ) -> AddReport:
        """Read the pages of `kept` (of these, if given, `only` those ids) and link them."""
        started = time.monotonic()
        try:
            readings = self._read(self._take(kept, only))
            for reading in readings:
                self._store(reading)
            self._commit()
        except BaseException as error:
            self._rescue(error)
            raise
        self._draw()
        tally = self._tally
        return AddReport(
            read=tally.read,
            known=tally.known,
            removed=tally.removed,
            problems=tuple(tally.problems),
            seconds=time.monotonic() - started,
            linking_seconds=tally.linking_seconds,
        )

    # --- from originals to pages ---------------------------------------------------------------

    def _take(
        self, kept: "Iterable[Kept | Unreadable]", only: Collection[str] | None
    ) -> "Iterator[Page | Unreadable]":
        """Yield the pages that are to be read; what is known is noted and passed over."""
        for one in kept:
            if not isinstance(one, Kept):
                self._queue.append(_Due(original=None, inputs=(one.origin,)))
                yield one
                continue
            self._begin()
            if note_original(self._connection, one.original, one.origins):
                touch(self._connection)
            if only is None and self._pass_over(one):
                continue
            yield from self._take_pages(one, only)
            if only is None:
                self._queue.append(_Done(original=one.original.sha256))
            self._settle()

    def _pass_over(self, kept: Kept) -> bool:
        """Return whether nothing in an original is left to read; count its pages then."""
        if not is_done(self._connection, kept.original.sha256, self._version):
            return False
        known, removed = count_pages(self._connection, kept.original.sha256)
        self._tally.known += known
        self._tally.removed += removed
        self._tally.origin = kept.origins[0].origin
        self._settle()
        return True

    def _take_pages(
        self, kept: Kept, only: Collection[str] | None
    ) -> "Iterator[Page | Unreadable]":
        from onrecord.pages import Limits, read_file

        original = kept.original.sha256
        origins = tuple(came.origin for came in kept.origins)
        limits = self._limits or Limits()
        for page in read_file(str(kept.original.path), origin=origins[0], limits=limits):
            part = page.origin.removeprefix(origins[0])
            if not isinstance(page, Page):
                if only is None:
                    self._queue.append(_Due(original=original, inputs=origins, part=part))
                    yield page
                continue
            self._begin()
            note_page(self._connection, page.id, original, part)
            given = Given(
                pinned=self._pins.get(page.id, ""),
                captured=page.captured.isoformat() if page.captured else LAST,
            )
            if only is not None and page.id not in only:
                continue
            if is_removed(self._connection, page.id):
                self._tally.removed += 1
            elif self._is_known(page.id, given):
                self._tally.known += 1
            else:
                self._pending[page.id] = given.captured
                self._queue.append(
                    _Due(original=original, inputs=origins, part=part, page=page.id, given=given)
                )
                yield _state_date(page, given.pinned)
            self._tally.origin = page.origin
            self._settle()

    def _is_known(self, page: str, given: Given) -> bool:
        """Return whether the page is in the ledger, or about to be, as it would be read now."""
        pending = self._pending.get(page)
        if pending is not None:
            return pending <= given.captured
        return self._is_stored(page, given)

    def _is_stored(self, page: str, given: Given) -> bool:
        found = self._connection.execute(
            "SELECT version, pinned, captured FROM articles WHERE id = ?", (page,)
        ).fetchone()
        if found is None:
            return False
        version, pinned, captured = found
        current = self._version is None or version == self._version
        return bool(current and pinned == given.pinned and captured <= given.captured)

    # --- from readings to rows -----------------------------------------------------------------

    def _store(self, reading: Reading) -> None:
        """Store a reading and whatever comes next in the queue."""
        due = self._queue.popleft()
        assert isinstance(due, _Due)
        self._begin()
        problem = reading.problem
        if problem is None and (reading.article is None or reading.article.id != due.page):
            reason = f"{reading.origin}: was read as another page; report this"
            problem = Problem(kind="page", message=reason)
        if problem is None:
            problem = self._insert(reading, due)
        if problem is None:
            assert due.original is not None
            self._tally.read += 1
            clear_problem(self._connection, due.original, due.part)
        else:
            row = ProblemRow(origin=reading.origin, kind=problem.kind, message=problem.message)
            self._tally.problems.append(row)
            record_problem(
                self._connection,
                problem,
                original=due.original,
                inputs=due.inputs,
                part=due.part,
            )
            if due.original is not None:
                self._failed.add(due.original)
        if due.page is not None and self._pending.get(due.page) == due.given.captured:
            del self._pending[due.page]
        touch(self._connection)
        self._tally.origin = reading.origin
        self._batch += 1
        self._settle()

    def _insert(self, reading: Reading, due: _Due) -> Problem | None:
        """Write and link one reading, whole or not at all; return why not."""
        assert due.page is not None
        if self._is_stored(due.page, due.given):  # it stands twice in the inputs
            return None
        linking = 0.0
        try:
            with savepoint(self._connection):
                take_out(self._connection, self._linker, due.page)
                origin = first_origin(self._connection, due.page)
                insert_reading(self._connection, replace(reading, origin=origin), due.given)
                linking = time.monotonic()
                self._linker.add(reading)
                self._connection.execute("DELETE FROM owed WHERE article = ?", (due.page,))
                linking = time.monotonic() - linking
        except (sqlite3.Error, OSError):
            raise
        except Exception as error:  # as in the pipeline: a fault on one page stops no run
            self._linker.forget(due.page)
            _log.debug("%s: unexpected error", reading.origin, exc_info=True)
            reason = f"{type(error).__name__}: {error}"[:200]
            message = f"{reading.origin}: could not be stored ({reason}); report this"
            return Problem(kind="page", message=message)
        self._tally.linking_seconds += linking
        return None

    # --- transactions --------------------------------------------------------------------------

    def _begin(self) -> None:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")
            self._began = time.monotonic()
            self._batch = 0

    def _settle(self) -> None:
        """Note originals that are done, and end the transaction when it is time."""
        while self._queue and isinstance(done := self._queue[0], _Done):
            self._queue.popleft()
            if done.original in self._failed:
                self._failed.discard(done.original)
                continue
            self._begin()
            mark_done(self._connection, done.original, self._version)
        old = time.monotonic() - self._began >= BATCH_SECONDS
        if self._connection.in_transaction and (old or self._batch >= BATCH_ARTICLES):
            self._commit()
            since = time.monotonic() - self._drawn
            if since >= max(BATCH_SECONDS, DRAW_EVERY * self._drawing_seconds):
                self._draw()

    def _commit(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")
        if self._progress is not None:
            tally = self._tally
            self._progress(
                Progress(
                    read=tally.read,
                    known=tally.known,
                    problems=len(tally.problems),
                    origin=tally.origin,
                )
            )

    def _draw(self) -> None:
        """Draw the stories that wait for it, in a transaction of their own."""
        started = time.monotonic()
        if count_stale(self._connection):
            draw_stories(self._connection, self._linker)
        self._drawn = time.monotonic()
        self._drawing_seconds = self._drawn - started
        self._tally.linking_seconds += self._drawing_seconds

    def _rescue(self, error: BaseException) -> None:
        """Keep what is whole when a run ends early: readings are written whole or not at all."""
        if not self._connection.in_transaction:
            return
        if not isinstance(error, sqlite3.Error):
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("COMMIT")
                return
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


def _state_date(page: Page, pinned: str) -> Page:
    """Return `page` with the published date that a person has stated in place of its own hint.

    What a container says beside the page is what the solving of dates trusts most.
    """
    return replace(page, published=pinned.partition("/")[0]) if pinned else page


def take_out(connection: sqlite3.Connection, linker: Linker, article: str) -> bool:
    """Take an article out with all that hangs on it; return whether it was there."""
    found = connection.execute("SELECT saga FROM articles WHERE id = ?", (article,)).fetchone()
    if found is None:
        return False
    [saga] = found
    linker.remove(article)
    if saga is not None:
        forget_saga(connection, saga)
    return delete_article(connection, article)
