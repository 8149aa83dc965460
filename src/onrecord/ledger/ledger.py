"""The ledger as the rest of On Record sees it: open, changed, closed."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from onrecord.ledger.deciders import Decisions
from onrecord.ledger.faults import explain_faults
from onrecord.ledger.opening import DATABASE, open_folder, transaction
from onrecord.ledger.questions import Questions
from onrecord.ledger.readers import Read, choose_reader
from onrecord.ledger.rows import AddReport, Progress

if TYPE_CHECKING:
    from onrecord.ledger.inputs import Input
    from onrecord.pages import Limits

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


class Ledger(Decisions, Questions):
    """One ledger folder, open; `clock` gives the times that are written down.

    See `onrecord.ledger` for what each call promises.
    """

    def __init__(self, path: str | Path, *, create: bool = False, clock: Clock = utc_now) -> None:
        self.path = Path(path)
        self.clock = clock
        self._connection: sqlite3.Connection | None = open_folder(self.path, create=create)
        self._file = _identify(self.path)

    def close(self) -> None:
        """Close the ledger; closing it again does nothing."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    # --- change -----------------------------------------------------------------------------

    def add(
        self,
        inputs: "Iterable[Input]",
        *,
        read: Read | None = None,
        version: str | None = None,
        limits: "Limits | None" = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> AddReport:
        """Read what `inputs` name into the ledger; what is there already stays as it is."""
        from onrecord.ledger.adding import Adder
        from onrecord.ledger.deciding import apply_decisions, settle
        from onrecord.ledger.decisions import read_decisions
        from onrecord.ledger.inputs import keep_inputs
        from onrecord.ledger.raw import sweep
        from onrecord.ledger.standing import weigh_decisions

        if isinstance(inputs, str | Path):
            raise TypeError("add takes a list of files")
        read, version = choose_reader(read, version)
        with self._writing() as connection:
            sweep(self.path)
            apply_decisions(connection, self.path)
            settle(connection, self.path, read=read)
            adder = Adder(
                connection,
                read=read,
                version=version,
                limits=limits,
                progress=progress,
                standing=weigh_decisions(read_decisions(self.path)),
            )
            report = adder.run(keep_inputs(self.path, inputs, clock=self.clock))
            settle(connection, self.path, read=read)  # what the new stories date
            return report

    def drop_problems(self, origins: Iterable[str]) -> None:
        """Drop the problems of inputs that are in no original, for they are well again."""
        from onrecord.ledger.sources import drop_problems
        from onrecord.ledger.store import touch

        with self._writing() as connection, transaction(connection):
            if drop_problems(connection, origins):
                touch(connection)

    def rebuild(
        self,
        *,
        read: Read | None = None,
        version: str | None = None,
        limits: "Limits | None" = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> AddReport:
        """Make `ledger.sqlite` again from the originals and the decisions."""
        from onrecord.ledger.rebuild import rebuild_ledger

        self.close()
        report = rebuild_ledger(
            self.path, read=read, version=version, limits=limits, progress=progress
        )
        self._reopen()
        return report

    # --- within -----------------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with explain_faults(self.path):
            if self._connection is not None and _identify(self.path) != self._file:
                self._reopen()  # it was made again by another process
            if self._connection is None:
                raise ValueError("the ledger is closed")
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        from onrecord.ledger.locking import hold_lock

        with explain_faults(self.path), hold_lock(self.path), self._reading() as connection:
            yield connection

    def _reopen(self) -> None:
        self.close()
        self._connection = open_folder(self.path, create=False)
        self._file = _identify(self.path)


def _identify(path: Path) -> tuple[int, int]:
    """Return what tells the present `ledger.sqlite` from one that took its place."""
    with explain_faults(path):
        status = (path / DATABASE).stat()
    return status.st_dev, status.st_ino
