"""Where a command's data goes: standard output or a file; talk goes to standard error."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar

import click

from onrecord.errors import OnRecordError

T = TypeVar("T")


def choose_by_suffix(path: Path | None, formats: Mapping[str, T]) -> T | None:
    """Return the format that the suffix of `path` names, `None` without file or suffix.

    Raises `click.UsageError` for a suffix of something else, such as ".pdf".
    """
    if path is None or not path.suffix:
        return None
    suffix = path.suffix.lower()
    if suffix not in formats:
        raise click.UsageError(
            f"{path.name}: no {suffix} can be written; name it {', '.join(formats)},"
            " or say the format with --format"
        )
    return formats[suffix]


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
