"""Pages being added while the ledger stays readable: one job after the other, in a thread.

The reading happens in the engine's worker processes; the thread waits for them and writes. Jobs
are forgotten when the server ends; what they have added is kept.
"""

import logging
import secrets
import shutil
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Literal

from onrecord.errors import OnRecordError
from onrecord.ledger import Brought, Ledger, LedgerBusyError, ProblemRow, Progress
from onrecord.ledger.preparing import Prepared
from onrecord.ledger.readers import Read, choose_reader
from onrecord.records import Page, Reading
from onrecord.watches import check_all

if TYPE_CHECKING:
    from onrecord.pages import Unreadable

State = Literal["waiting", "reading", "tying", "done", "stopped"]
SHOWN = 200  # pages and problems of a job that are remembered one by one
REMEMBERED = 50  # jobs
WAITING = 20  # jobs that may wait at once
_BUSY_SECONDS = 600.0  # how long another process may write before a job gives up
_PAUSE = 0.5

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """A page that came out of the reader in a job, with what was found on it."""

    origin: str
    article: str | None
    headline: str | None
    statements: int
    acts: int
    figures: int


@dataclass(frozen=True, slots=True)
class WatchNews:
    """A watch that has news because of a job."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """How far a job is: replaced by another as it goes on, never changed.

    `pages` and `problems` hold the last ones. Counts of pages that are kept follow behind what is
    read: they count what is written.
    """

    id: str
    files: tuple[str, ...]
    state: State = "waiting"
    taken: int = 0  # pages that came out of the reader
    read: int = 0  # of these, kept
    known: int = 0
    removed: int = 0
    problem_count: int = 0
    pages: tuple[PageRead, ...] = ()
    problems: tuple[ProblemRow, ...] = ()
    news: tuple[WatchNews, ...] = ()
    note: str = ""
    seconds: float = 0.0

    @property
    def over(self) -> bool:
        """Whether nothing will change any more."""
        return self.state in ("done", "stopped")


@dataclass(frozen=True, slots=True)
class _Order:
    """What a job is to do; `folder` is deleted when it is done."""

    id: str
    inputs: tuple[Brought, ...]
    folder: Path


class Jobs:
    """The jobs of one server over one ledger."""

    def __init__(self, ledger: Path, *, read: Read | None = None, version: str | None = None):
        self._ledger = ledger
        self._reader = None if read is None else (read, version)
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._queue: SimpleQueue[_Order] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def begin(self, inputs: Sequence[Brought], folder: Path) -> Job:
        """Have `inputs` added, and `folder`, in which they lie, deleted behind them."""
        job = Job(id=secrets.token_hex(8), files=tuple(each.origin for each in inputs))
        with self._lock:
            self._jobs[job.id] = job
            for old in list(self._jobs)[:-REMEMBERED]:
                if self._jobs[old].over:
                    del self._jobs[old]
            self._queue.put(_Order(job.id, tuple(inputs), folder))
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="adding", daemon=True)
                self._thread.start()
        return job

    def find(self, id_: str) -> Job | None:
        """Return a job as it stands."""
        return self._jobs.get(id_)

    def list(self) -> list[Job]:
        """Return the jobs that are remembered, the latest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def is_full(self) -> bool:
        """Return whether too many jobs wait already."""
        return sum(not job.over for job in self.list()) >= WAITING

    def _work(self) -> None:
        while True:
            order = self._queue.get()
            try:
                self._add(order)
            except OnRecordError as error:
                self._change(order.id, state="stopped", note=str(error))
            except Exception as error:  # the jobs behind this one have to have their turn
                _log.exception("job %s", order.id)
                note = f"On Record made a mistake ({type(error).__name__}). What was read is kept."
                self._change(order.id, state="stopped", note=note)
            finally:
                shutil.rmtree(order.folder, ignore_errors=True)

    def _add(self, order: _Order) -> None:
        if self._reader is None:
            self._reader = choose_reader(None, None)
        read, version = self._reader
        started = time.monotonic()
        while True:
            try:
                with Ledger(self._ledger) as ledger:
                    report = ledger.add(
                        order.inputs,
                        read=lambda pages: self._follow(order.id, read, pages),
                        version=version,
                        progress=lambda progress: self._note(order.id, progress),
                    )
                    news = _check_watches(ledger)
                break
            except LedgerBusyError as error:
                if time.monotonic() - started > _BUSY_SECONDS:
                    raise
                self._change(order.id, note=str(error))
                time.sleep(_PAUSE)
        self._change(
            order.id,
            state="done",
            read=report.read,
            known=report.known,
            removed=report.removed,
            problem_count=len(report.problems),
            problems=report.problems[:SHOWN],
            news=news,
            note="",
            seconds=time.monotonic() - started,
        )

    def _follow(
        self, id_: str, read: Read, pages: "Iterable[Page | Unreadable]"
    ) -> Iterator[Reading | Prepared]:
        """Pass on what `read` yields, and note each page."""
        self._change(id_, state="reading", note="")
        last: deque[PageRead] = deque(maxlen=SHOWN)
        problems: list[ProblemRow] = []
        for taken, each in enumerate(read(pages), 1):
            reading = each.reading if isinstance(each, Prepared) else each
            if reading.problem is None:
                last.append(_sum_up(reading))
            elif len(problems) < SHOWN:
                kind, message = reading.problem.kind, reading.problem.message
                problems.append(ProblemRow(origin=reading.origin, kind=kind, message=message))
            self._change(id_, taken=taken, pages=tuple(last), problems=tuple(problems))
            yield each
        self._change(id_, state="tying")

    def _note(self, id_: str, progress: Progress) -> None:
        self._change(id_, read=progress.read, known=progress.known, problem_count=progress.problems)

    def _change(self, id_: str, **values: object) -> None:
        with self._lock:
            self._jobs[id_] = replace(self._jobs[id_], **values)  # type: ignore[arg-type]


def _sum_up(reading: Reading) -> PageRead:
    article = reading.article
    return PageRead(
        origin=reading.origin,
        article=article.id if article else None,
        headline=article.headline if article else None,
        statements=sum(statement.stance == "said" for statement in reading.statements),
        acts=len(reading.acts),
        figures=len(reading.figures),
    )


def _check_watches(ledger: Ledger) -> tuple[WatchNews, ...]:
    """Let the watches take note of what a job has added; a fault of theirs is none of the job."""
    try:
        return tuple(WatchNews(watch.id, watch.name) for watch in check_all(ledger))
    except OnRecordError as error:
        _log.warning("%s", error)
        return ()
