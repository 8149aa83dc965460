"""Read inputs into the ledger: what is not there yet, in small transactions."""

import logging
import sqlite3
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.ledger.batches import BATCH_SECONDS, Batches
from onrecord.ledger.collecting import collect_seldom
from onrecord.ledger.grouping import draw_stories, forget_saga
from onrecord.ledger.inputs import Kept
from onrecord.ledger.intake import Done, Due, Intake, Tally
from onrecord.ledger.linking import Linker
from onrecord.ledger.opening import savepoint
from onrecord.ledger.overlays import make_overlay
from onrecord.ledger.preparing import Preparation, Prepared
from onrecord.ledger.readers import Read
from onrecord.ledger.rows import AddReport, ProblemRow, Progress
from onrecord.ledger.sources import (
    clear_problem,
    first_origin,
    forget_owed,
    mark_done,
    record_problem,
)
from onrecord.ledger.standing import Standing
from onrecord.ledger.store import Given, delete_article, insert_reading, touch
from onrecord.records import Problem, Reading

if TYPE_CHECKING:
    from onrecord.pages import Limits, Unreadable

# Stories are drawn again when this many times the time of the last drawing has gone by, so that
# a long run spends at most a fifth of its time on stories that later pages change again.
DRAW_EVERY = 4.0

_log = logging.getLogger(__name__)


class Adder:
    """One run of adding: has pages read, stores the readings, and links them."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        read: Read,
        version: str | None,
        limits: "Limits | None",
        progress: Callable[[Progress], None] | None,
        standing: Standing,
    ) -> None:
        self._connection = connection
        self._read = read
        self._version = version
        self._standing = standing
        self._progress = progress
        self._tally = Tally()
        self._batches = Batches(connection)
        self._intake = Intake(
            connection,
            self._batches,
            self._tally,
            version=version,
            limits=limits,
            pins=standing.pins,
            pause=self._pause,
        )
        self._linker = Linker(connection)
        self._failed: set[str] = set()  # originals with a page that could not be read
        self._drawn = time.monotonic()
        self._drawing_seconds = 0.0

    @collect_seldom()
    def run(
        self, kept: "Iterable[Kept | Unreadable]", *, only: Collection[str] | None = None
    ) -> AddReport:
        """Read the pages of `kept` (of these, if given, `only` those ids) and link them."""
        started = time.monotonic()
        try:
            for read in self._read(self._intake.take(kept, only)):
                due = self._intake.queue.popleft()
                assert isinstance(due, Due)
                if isinstance(read, Prepared):
                    self._store(read.reading, due, read.preparation)
                else:
                    self._store(read, due, None)
            self._commit()
        except BaseException as error:
            self._batches.rescue(error)
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
            foreign=tally.foreign,
        )

    def _store(self, reading: Reading, due: Due, preparation: Preparation | None) -> None:
        self._batches.begin()
        problem = reading.problem
        if problem is None and (reading.article is None or reading.article.id != due.page):
            reason = f"{reading.origin}: was read as another page; report this"
            problem = Problem(kind="page", message=reason)
        if problem is None and due.page is not None:
            problem = self._insert(reading, due.page, due, preparation)
        if problem is not None:
            self._record(problem, reading.origin, due)
        elif due.original is not None:
            self._tally.read += 1
            self._tally.foreign += reading.article is not None and reading.article.is_foreign
            clear_problem(self._connection, due.original, due.part)
        self._intake.settle(due)
        self._tally.origin = reading.origin
        self._batches.count_article()
        self._pause()

    def _insert(
        self, reading: Reading, page: str, due: Due, preparation: Preparation | None
    ) -> Problem | None:
        """Write and link one reading, whole or not at all; return why not."""
        if self._intake.is_stored(page, due.given):  # it stands twice in the inputs
            return None
        try:
            with savepoint(self._connection):
                take_out(self._connection, self._linker, page)
                origin = first_origin(self._connection, page)
                overlay = make_overlay(reading, self._standing)
                if due.given.pinned:
                    reading, preparation = _name_pin(reading, due.given), None
                reading = replace(reading, origin=origin)
                insert_reading(self._connection, reading, due.given, overlay)
                linking = time.monotonic()
                self._linker.add(reading, overlay, preparation)
                linking = time.monotonic() - linking
                forget_owed(self._connection, page)
                touch(self._connection)
        except (sqlite3.Error, OSError):
            raise
        except Exception as error:  # as in the pipeline: a fault on one page stops no run
            self._linker.forget(page)
            _log.debug("%s: unexpected error", reading.origin, exc_info=True)
            reason = f"{type(error).__name__}: {error}"[:200]
            message = f"{reading.origin}: could not be stored ({reason}); report this"
            return Problem(kind="page", message=message)
        self._tally.linking_seconds += linking
        return None

    def _record(self, problem: Problem, origin: str, due: Due) -> None:
        row = ProblemRow(origin=origin, kind=problem.kind, message=problem.message)
        self._tally.problems.append(row)
        if due.original is not None:
            self._failed.add(due.original)
        if record_problem(
            self._connection, problem, original=due.original, inputs=due.inputs, part=due.part
        ):
            touch(self._connection)

    def _pause(self) -> None:
        """Note originals that are done, and end the transaction when it is time."""
        queue = self._intake.queue
        while queue and isinstance(done := queue[0], Done):
            queue.popleft()
            if done.original not in self._failed:
                self._batches.begin()
                mark_done(self._connection, done.original, self._version)
            self._failed.discard(done.original)
        if not self._batches.is_full():
            return
        self._commit()
        since = time.monotonic() - self._drawn
        if since >= max(BATCH_SECONDS, DRAW_EVERY * self._drawing_seconds):
            self._draw()

    def _commit(self) -> None:
        self._batches.commit()
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
        """Draw the stories that wait for it."""
        started = time.monotonic()
        draw_stories(self._connection, self._linker)
        self._drawn = time.monotonic()
        self._drawing_seconds = self._drawn - started
        self._tally.linking_seconds += self._drawing_seconds


def _name_pin(reading: Reading, given: Given) -> Reading:
    """Return `reading` with the date that a person stated named as that, and not as the page's."""
    article = reading.article
    assert article is not None
    words = {given.pinned, given.pinned.partition("/")[0]}
    witnesses = tuple(
        replace(each, kind="pinned") if each.kind == "given" and each.words in words else each
        for each in article.published.witnesses
    )
    published = replace(article.published, witnesses=witnesses)
    return replace(reading, article=replace(article, published=published))


def take_out(connection: sqlite3.Connection, linker: Linker, article: str) -> bool:
    """Take an article out with all that hangs on it; return whether it was there."""
    found = connection.execute("SELECT saga FROM articles WHERE id = ?", (article,)).fetchone()
    if found is None:
        return False
    [saga] = found
    if saga is not None:
        forget_saga(connection, saga)
    linker.remove(article)
    return delete_article(connection, article)
