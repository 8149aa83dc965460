"""Turn what goes wrong in files and in SQLite into errors that say what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import LedgerError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_FULL_ADVICE = "there is no space left on the disk; what was added is kept: free some and go on"
_READ_ONLY_ADVICE = "the folder cannot be written to; change its permissions, or copy it elsewhere"
_LOCKED_ADVICE = "another process is writing to it; wait until it has finished"
_DAMAGED_ADVICE = "is damaged; make it again from the originals with: onrecord rebuild --ledger"


@contextmanager
def explain_faults(path: Path) -> Iterator[None]:
    """Raise faults of the file system and of SQLite as `LedgerError`s about the ledger `path`."""
    try:
        yield
    except sqlite3.Error as error:
        reason = _explain_sqlite(error, path)
        if reason is None:
            raise  # a fault of ours
        raise LedgerError(f"{path}: {reason}") from error
    except UnicodeEncodeError as error:  # half a surrogate pair, as in a damaged file name
        raise LedgerError(f"{error.object!r} is no text; check what was typed") from error
    except OSError as error:
        raise LedgerError(f"{path}: {_explain_system(error)}") from error


def _explain_sqlite(error: sqlite3.Error, path: Path) -> str | None:
    # The name holds the extended code ("SQLITE_IOERR_WRITE"); errors of the module have none.
    name = getattr(error, "sqlite_errorname", "")
    if name in ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE"):
        return _FULL_ADVICE
    if name.startswith("SQLITE_READONLY"):
        return _READ_ONLY_ADVICE
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return _LOCKED_ADVICE
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")):
        return f"ledger.sqlite {_DAMAGED_ADVICE} {path}"
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return f"ledger.sqlite cannot be used ({error}); check the disk and the folder"
    return None


def _explain_system(error: OSError) -> str:
    if error.errno in _FULL:
        return _FULL_ADVICE
    if error.errno in _READ_ONLY:
        return _READ_ONLY_ADVICE
    return f"{error.strerror or error} ({error.filename or 'a file of the ledger'})"
