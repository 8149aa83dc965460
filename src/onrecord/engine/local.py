"""Read pages on this machine's cores, each page within a time limit."""

import logging
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord import __version__
from onrecord.pages import Unreadable
from onrecord.records import Page, Problem, ProblemKind, Reading

if TYPE_CHECKING:
    from onrecord.engine.worker import ReadPage

PAGE_SECONDS = 20.0
READY = b"ready"  # what a worker sends once its models are loaded
# Pages read ahead of the next one due, for each worker: enough to keep all of them at work
# beside one slow page, few enough to hold memory flat.
_AHEAD = 8
# The limit is one of computing, so that a busy machine loses no page; a page that waits for
# something, which none should, is ended after so many times as long.
_MOST_WAITING = 10
_LEAST_WAITING = 0.05  # seconds between two looks at a page that is nearly due
# A fresh worker loads the models before its first page; that is not the page's time.
_START_SECONDS = 60.0

_log = logging.getLogger(__name__)
_encoder = msgspec.msgpack.Encoder()


def default_jobs() -> int:
    """Return the number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_all(
    pages: Iterable[Page | Unreadable],
    *,
    jobs: int | None = None,
    page_seconds: float = PAGE_SECONDS,
    read: "ReadPage | None" = None,
    answer: type[Any] = Reading,
) -> Iterator[Any]:
    """Yield one reading for each of `pages`, in their order.

    What cannot be read comes out as a reading with a problem: pages that the input edge could
    not open, pages that took more than `page_seconds` of computing, pages on which a worker died.
    Workers are `jobs` processes (default: the cores); `jobs=0` reads in this process, where no
    time limit can be kept. Memory is bounded for any number of pages.

    `read` is what is done to a page, `pipeline.read_or_explain` unless another is given; it has
    to be a function that a process can import by its name. `answer` is what it gives, if that is
    another record; what cannot be read comes out as a reading all the same.
    """
    if jobs == 0:
        yield from _read_here(pages, read)
        return
    pool = _Pool(jobs or default_jobs(), page_seconds, read, answer)
    try:
        yield from pool.read(iter(pages))
    finally:
        pool.close()


def _read_here(pages: Iterable[Page | Unreadable], read: "ReadPage | None") -> Iterator[Any]:
    from onrecord.models import load_models
    from onrecord.pipeline import read_or_explain

    models = load_models()
    read = read or read_or_explain
    for page in pages:
        yield _explain(page) if isinstance(page, Unreadable) else read(page, models)


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    task: int | None = None  # the number of the page it reads
    seconds: float = 0.0  # that it may compute on this page
    began: float = 0.0
    computed: float = 0.0  # by the process before this page, in seconds
    deadline: float = 0.0  # when to look at it again
    ready: bool = False

    def begin(self, seconds: float) -> None:
        self.seconds = seconds
        self.began, self.computed = time.monotonic(), _count_seconds(self.process)
        self.deadline = self.began + seconds

    def has_left(self) -> float:
        """Return how many seconds it has left for its page."""
        if time.monotonic() - self.began >= _MOST_WAITING * self.seconds:
            return 0.0
        return max(0.0, self.seconds - (_count_seconds(self.process) - self.computed))


class _Pool:
    """Worker processes, one page at a time each, with their deadlines."""

    def __init__(
        self, jobs: int, page_seconds: float, read: "ReadPage | None", answer: type[Any]
    ) -> None:
        self._context = _process_context()
        self._jobs = jobs
        self._page_seconds = page_seconds
        self._read = read
        self._decoder = msgspec.msgpack.Decoder(answer)
        self._workers: list[_Worker] = []
        self._origins: dict[int, str] = {}
        self._done: dict[int, Any] = {}

    def read(self, pages: Iterator[Page | Unreadable]) -> Iterator[Any]:
        waiting: deque[tuple[int, Page]] = deque()
        taken = due = 0
        more = True
        while more or due < taken:
            while more and taken - due < self._jobs * _AHEAD:
                page = next(pages, None)
                if page is None:
                    more = False
                elif isinstance(page, Unreadable):
                    self._done[taken] = _explain(page)
                    taken += 1
                else:
                    waiting.append((taken, page))
                    taken += 1
                    if self._send(waiting):
                        break  # look for answers before taking the next page
            self._send(waiting)
            while due in self._done:
                yield self._done.pop(due)
                due += 1
            self._collect(block=due < taken and (not more or taken - due >= self._jobs * _AHEAD))

    def close(self) -> None:
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.process.join(timeout=0.2)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()

    def _send(self, waiting: deque[tuple[int, Page]]) -> bool:
        """Give waiting pages to idle workers, starting some if need be; tell whether any was."""
        sent = False
        while waiting:
            worker = self._idle_worker()
            if worker is None:
                break
            task, page = waiting.popleft()
            self._origins[task] = page.origin
            worker.task = task
            worker.begin(self._page_seconds if worker.ready else _START_SECONDS)
            sent = True
            try:
                worker.connection.send_bytes(_encoder.encode(page))
            except OSError:
                self._replace(worker, "page", "the reading process stopped before this page")
        return sent

    def _idle_worker(self) -> _Worker | None:
        for worker in self._workers:
            if worker.task is None:
                return worker
        if len(self._workers) < self._jobs:
            return self._start()
        return None

    def _start(self) -> _Worker:
        from onrecord.engine.worker import serve

        ours, theirs = self._context.Pipe()
        process = self._context.Process(  # type: ignore[attr-defined]
            target=serve, args=(theirs, self._read, _log.getEffectiveLevel()), daemon=True
        )
        process.start()
        theirs.close()
        worker = _Worker(process=process, connection=ours)
        self._workers.append(worker)
        return worker

    def _collect(self, *, block: bool) -> None:
        """Take in what the workers have finished; with `block`, wait until there is something."""
        busy = [worker for worker in self._workers if worker.task is not None]
        if not busy:
            return
        first = min(worker.deadline for worker in busy)
        timeout = max(0.0, first - time.monotonic()) if block else 0.0
        ready = wait([worker.connection for worker in busy], timeout)
        for worker in busy:
            if worker.connection in ready:
                self._receive(worker)
            elif time.monotonic() < worker.deadline:
                continue
            elif left := worker.has_left():
                worker.deadline = time.monotonic() + max(left, _LEAST_WAITING)
            else:
                reason = (
                    f"took more than {self._page_seconds:g} s to read; "
                    "raise --page-seconds or leave the page out"
                )
                self._replace(worker, "time limit", reason)

    def _receive(self, worker: _Worker) -> None:
        try:
            answer = worker.connection.recv_bytes()
        except (EOFError, OSError):
            self._replace(worker, "page", "the reading process stopped on this page")
            return
        if answer == READY:
            worker.ready = True
            worker.begin(self._page_seconds)
            return
        assert worker.task is not None
        self._done[worker.task] = self._decoder.decode(answer)
        del self._origins[worker.task]
        worker.task = None

    def _replace(self, worker: _Worker, kind: ProblemKind, reason: str) -> None:
        """End `worker`, and let its page come out as a problem."""
        assert worker.task is not None
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.connection.close()
        origin = self._origins.pop(worker.task)
        _log.warning("%s: %s", origin, reason)
        problem = Problem(kind=kind, message=f"{origin}: {reason}")
        self._done[worker.task] = Reading(version=__version__, origin=origin, problem=problem)


def _count_seconds(process: BaseProcess) -> float:
    """Return the seconds that `process` has computed; where the system does not tell, the time."""
    try:
        fields = Path(f"/proc/{process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError, AttributeError):
        return time.monotonic()


def _process_context() -> BaseContext:
    """Return how workers start: forked from a clean server process where the system can.

    The server imports the steps and loads the models once, for all workers to share; one that
    replaces a killed one starts in milliseconds. Forking this process itself would copy its
    threads and open files.
    """
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["onrecord.articles.html_pages", "onrecord.engine.loaded"])
        return context
    return multiprocessing.get_context("spawn")


def _explain(page: Unreadable) -> Reading:
    return Reading(version=__version__, origin=page.origin, problem=page.problem)
