"""Where a command's data goes: standard output or a file; talk goes to standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import OnRecordError


@contextmanager
def open_output(path: Path | None) -> Iterator[BinaryIO]:
    """Give the stream to write bytes to: the file at `path`, or standard output.

    A file is written beside its place and moved there at the end, so that an error leaves an
    older one whole. Raises `OnRecordError` where it cannot be written.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    unfinished = path.with_name(path.name + ".part")
    try:
        with unfinished.open("wb") as stream:
            yield stream
        unfinished.replace(path)
    except OSError as error:
        raise OnRecordError(
            f"{path}: cannot be written ({error.strerror}); choose another place with -o"
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
