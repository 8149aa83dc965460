"""One writer at a time: a lock that ends with the process that holds it, however it ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import LedgerError

LOCK = ".lock"

if sys.platform == "win32":
    import msvcrt

    def _try_lock(stream: BinaryIO) -> None:
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(stream: BinaryIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LedgerBusyError(LedgerError):
    """Another process is writing to the ledger; it can be read, and written to a little later."""


@contextmanager
def hold_lock(path: Path, name: str = LOCK) -> Iterator[None]:
    """Hold the right to write to the ledger `path`; raise `LedgerBusyError` where another does.

    What does not write to the ledger's own tables holds a lock of another `name`.
    """
    with (path / name).open("ab") as stream:
        try:
            _try_lock(stream)
        except (BlockingIOError, PermissionError) as error:
            raise LedgerBusyError(
                f"{path}: another process is writing to it; wait until it has finished"
            ) from error
        yield
