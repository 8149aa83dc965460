"""Open what is to be read, and nothing that could block or have effects."""

import errno
import io
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_FLAGS |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
_REASONS = {
    errno.ENOENT: "there is no such file; check the path",
    errno.EACCES: "may not be read; check its permissions",
    errno.EPERM: "may not be read; check its permissions",
    errno.ELOOP: "is a link that leads back to itself; give the file itself",
    errno.ENAMETOOLONG: "is too long for a path; check it",
    errno.ENOTDIR: "leads through a file as if it were a directory; check the path",
    errno.EMFILE: "cannot be opened, for too many files are open; close some",
}


def open_file(path: str, *, origin: str) -> io.FileIO:
    """Return the open file; raise `InputError` where it is missing, closed to us, or no file.

    Pipes, sockets and devices are refused without being opened. The file is asked again once
    it is open, for another one may have taken its place.
    """
    try:
        _check_kind(Path(path).stat().st_mode, origin)
        descriptor = os.open(path, _FLAGS)
        file = io.FileIO(descriptor)  # closes it, come what may
        try:
            _check_kind(os.fstat(descriptor).st_mode, origin)
        except BaseException:
            file.close()
            raise
    except (OSError, ValueError) as error:
        raise InputError(explain_os_error(error), origin=origin) from error
    return file


def open_standard_input(*, origin: str) -> BinaryIO:
    """Return standard input as bytes; raise `InputError` where there is none."""
    if sys.stdin is None or sys.stdin.closed:
        raise InputError("standard input is closed; pipe something into it", origin=origin)
    return sys.stdin.buffer


def explain_os_error(error: OSError | ValueError) -> str:
    """Return why a file could not be opened or read."""
    if isinstance(error, OSError) and error.errno is not None:
        plain = f"could not be read ({error.strerror}); check the file and its disk"
        return _REASONS.get(error.errno, plain)
    return "is no path; give the name of a file or directory"


def _check_kind(mode: int, origin: str) -> None:
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise InputError(
            "is a directory, and a file is needed; add its pages with: onrecord add", origin=origin
        )
    for test, name in (
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    ):
        if test(mode):
            raise InputError(f'is {name} and no file; use "-" for standard input', origin=origin)
    raise InputError("is no regular file; give a file", origin=origin)
