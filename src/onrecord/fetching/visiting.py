"""One visit: the sources are asked what is new, the pages that are due are fetched and added."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from onrecord.errors import InputError
from onrecord.fetching.entries import is_address, is_feed, list_entries, read_source_file
from onrecord.fetching.fetcher import Fetched, Fetcher, LaterError, RefusedError, unpack
from onrecord.fetching.memory import MOST_TRIES, Memory, Source
from onrecord.fetching.records import make_record
from onrecord.ids import hash_id
from onrecord.ledger import AddReport, Brought, Ledger
from onrecord.ledger.faults import explain_faults
from onrecord.ledger.locking import hold_lock
from onrecord.ledger.readers import Read
from onrecord.pages.names import show_name
from onrecord.pages.unreadable import explain

WAITING = "fetched"  # the folder of what is fetched and not yet added
LOCK = ".fetching"
_PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml", "text/plain", ""))

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitReport:
    """What a visit did; what could not be fetched is among the problems of `added`."""

    sources: int
    unchanged: int  # sources that had nothing new to say
    told: int  # pages that sources told of for the first time
    fetched: int
    due: int  # pages that are left for the next visit
    added: AddReport


def visit(
    ledger: Ledger,
    sources: Iterable[str] = (),
    *,
    fetcher: Fetcher,
    read: Read,
    version: str | None = None,
    limit: int = 200,
    say: Say = lambda line: None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> VisitReport:
    """Ask all sources for what is new, fetch at most `limit` of the pages due, add what came.

    `sources` are addresses of feeds and pages, which are remembered beside those of earlier
    visits, and files: lists of such addresses, or saved feeds, whose pages are fetched.

    A source that fails is a problem row in the ledger until it answers again, and stops no other.
    What is fetched is on the disk before the next page is asked for: a visit that is stopped at
    any moment fetches nothing twice. The ledger is not locked while pages are fetched. Raises
    `LedgerBusyError` where another visit to the same ledger goes on.
    """
    path = ledger.path
    with explain_faults(path), hold_lock(path, LOCK), Memory.open(path) as memory:
        run = _Visit(path, memory, fetcher, say, now)
        run.sweep()
        run.take_sources(sources)
        run.ask_sources()
        run.fetch_pages(limit)
        waiting = memory.list_waiting()
        failures = memory.list_failures()
        problems = [explain(origin, reason) for origin, reason in failures]
        inputs = [Brought(path=path / WAITING / file, origin=origin) for file, origin in waiting]
        if run.well:
            ledger.drop_problems(run.well)
        added = ledger.add([*problems, *inputs], read=read, version=version)
        memory.forget_waiting([file for file, _ in waiting], [origin for origin, _ in failures])
        run.sweep()
        return VisitReport(
            sources=run.sources,
            unchanged=run.unchanged,
            told=run.told,
            fetched=run.fetched,
            due=memory.count_due(),
            added=added,
        )


class _Visit:
    """A visit up to where everything lies in the folder of what waits to be added."""

    def __init__(
        self,
        ledger: Path,
        memory: Memory,
        fetcher: Fetcher,
        say: Say,
        now: Callable[[], datetime],
    ) -> None:
        self._folder = ledger / WAITING
        self._memory = memory
        self._fetcher = fetcher
        self._say = say
        self._now = now
        self.sources = self.unchanged = self.told = self.fetched = 0
        self.well: list[str] = []  # the names of sources that answered

    def sweep(self) -> None:
        """Delete the files that nothing waits for, and the folder if it is empty."""
        if not self._folder.is_dir():
            return
        waiting = {file for file, _ in self._memory.list_waiting()}
        for path in self._folder.iterdir():
            if path.name not in waiting:
                path.unlink()
        if not waiting:
            self._folder.rmdir()

    def take_sources(self, sources: Iterable[str]) -> None:
        """Remember addresses and those that files list; note the pages of saved feeds."""
        for typed in sources:
            if is_address(typed):
                self._memory.keep_sources([typed])
                continue
            try:
                found = read_source_file(typed)
            except InputError as error:
                self._fail(typed, error)
            else:
                self.well.append(show_name(typed))
                self._memory.keep_sources(found.sources)
                self.told += self._memory.note_pages(found.pages, show_name(typed))

    def ask_sources(self) -> None:
        """Ask each source what is new."""
        for source in self._memory.list_sources():
            self.sources += 1
            self._say(f"Asking {show_name(source.url)}")
            try:
                asked, pages = self._ask(source)
            except InputError as error:
                self._fail(source.url, error)
                asked, pages = replace(source, problem=error.reason), []
            else:
                self.well.append(show_name(source.url))
            self.told += self._memory.note_visit(replace(asked, visited=self._now()), pages)

    def fetch_pages(self, limit: int) -> None:
        """Fetch what is due; of several hosts the one that was left in peace longest is next."""
        due = self._memory.list_due(limit)
        while due:
            url = min(due, key=self._fetcher.wait_for)
            due.remove(url)
            if self._fetcher.is_resting(url):
                continue
            self._say(f"Fetching {show_name(url)} ({len(due)} more)")
            try:
                fetched = self._fetcher.fetch(url)
                self._check_type(fetched, url)
            except InputError as error:
                self._fail(url, error)
            else:
                self._keep(fetched, url)

    def _ask(self, source: Source) -> tuple[Source, list[str]]:
        """Return `source` as it is now, and the pages it tells of. A page is kept itself."""
        validators = {"If-None-Match": source.etag, "If-Modified-Since": source.modified}
        fetched = self._fetcher.fetch(
            source.url, {name: value for name, value in validators.items() if value}
        )
        if fetched.status == 304:
            self.unchanged += 1
            return replace(source, problem=None), []
        origin = show_name(source.url)
        limit = self._fetcher.limits.max_bytes
        body = unpack(fetched.fields, fetched.body, limit, origin=origin)
        digest = sha256(body).hexdigest()
        asked = replace(
            source,
            etag=fetched.field("etag"),
            modified=fetched.field("last-modified"),
            digest=digest,
            problem=None,
        )
        if digest == source.digest:
            self.unchanged += 1
            return asked, []
        if is_feed(body):
            return asked, list(list_entries(body, base=fetched.url))
        self._check_type(fetched, source.url)
        self._keep(fetched, source.url)
        return asked, []

    def _check_type(self, fetched: Fetched, url: str) -> None:
        """Raise `RefusedError` for what is no page."""
        kind = (fetched.field("content-type") or "").partition(";")[0].strip().lower()
        if kind not in _PAGE_TYPES:
            raise RefusedError(
                f"is {show_name(kind)}; only HTML and text pages are read", origin=show_name(url)
            )
        limit = self._fetcher.limits.max_bytes
        if not unpack(fetched.fields, fetched.body, limit, origin=show_name(url)).strip():
            raise InputError("answers with an empty page; try again later", origin=show_name(url))

    def _keep(self, fetched: Fetched, url: str) -> None:
        """Put a page where it waits to be added; it is on the disk when this returns."""
        self._folder.mkdir(exist_ok=True)
        # A page that changes before it is added waits in both versions.
        name = f"{hash_id('w', url, sha256(fetched.body).hexdigest())}.warc"
        unfinished = self._folder / f"{name}.part"
        with unfinished.open("wb") as stream:
            stream.write(make_record(fetched))
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(self._folder / name)
        self._memory.note_waiting(name, url)
        self.fetched += 1

    def _fail(self, url: str, error: InputError) -> None:
        tries = 1
        if isinstance(error, RefusedError):
            tries = MOST_TRIES
        elif isinstance(error, LaterError):
            tries = 0
        self._memory.note_failure(url, show_name(url), error.reason, tries=tries)
