"""From what a user names to originals in `raw/`."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from onrecord.errors import InputError
from onrecord.ledger.raw import Came, Original, keep_original, list_originals, read_origins

if TYPE_CHECKING:
    from onrecord.pages import Unreadable

# What can be added: what a user types, a file that came from elsewhere, what could not be had.
Input: TypeAlias = "str | Path | Brought | Unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A file that lies at `path` for the ledger to copy, and the name or address it came under."""

    path: Path
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An original whose pages are to be looked at, with the origins that are to be noted."""

    original: Original
    origins: tuple[Came, ...]  # at least one


def keep_inputs(
    ledger: Path, inputs: Iterable[Input], *, clock: Callable[[], datetime]
) -> "Iterator[Kept | Unreadable]":
    """Copy each file that `inputs` name into `raw/`, one at a time, and yield it.

    Inputs are those of `onrecord.pages.read_inputs`, in their order, and files that were
    `Brought`. What cannot be opened or read is an `Unreadable`; `OSError` is raised for the
    ledger's own disk alone. The ledger's own files, as in `onrecord add .`, are passed over.
    """
    from onrecord.pages import STANDARD_INPUT, Unreadable
    from onrecord.pages.names import show_name
    from onrecord.pages.places import find_files
    from onrecord.pages.unreadable import explain

    own = os.path.realpath(ledger)
    for typed in inputs:
        if isinstance(typed, Unreadable):
            yield typed
            continue
        if isinstance(typed, Brought):
            yield _keep(ledger, str(typed.path), clock, origin=typed.origin)
            continue
        typed = str(typed)
        if typed == STANDARD_INPUT:
            yield _keep(ledger, typed, clock)
            continue
        for path in find_files(typed):
            if isinstance(path, Unreadable):
                yield path
            elif not _is_inside(path, own):
                yield _keep(ledger, path, clock)
            elif _is_inside(typed, own):
                yield explain(show_name(typed), "is part of the ledger itself; give other files")
                break


def list_kept(ledger: Path) -> Iterator[Kept]:
    """Yield all originals with all their origins, by digest."""
    for original in list_originals(ledger):
        origins = read_origins(original)
        if not origins:  # its description was lost
            came = datetime.fromtimestamp(original.path.stat().st_mtime).astimezone()
            origins = (Came(origin=f"raw/{original.sha256}", added=came),)
        yield Kept(original=original, origins=origins)


def _keep(
    ledger: Path, path: str, clock: Callable[[], datetime], *, origin: str | None = None
) -> "Kept | Unreadable":
    from onrecord.pages import STANDARD_INPUT
    from onrecord.pages.names import show_name
    from onrecord.pages.opening import open_file, open_standard_input
    from onrecord.pages.unreadable import explain

    origin = show_name(path if origin is None else origin)
    now = clock()
    try:
        if path == STANDARD_INPUT:
            original = keep_original(ledger, open_standard_input(origin=origin), origin, now=now)
        else:
            with open_file(path, origin=origin) as file:
                original = keep_original(ledger, file, origin, now=now)
    except InputError as error:
        return explain(origin, error.reason)
    return Kept(original=original, origins=(Came(origin=origin, added=now),))


def _is_inside(path: str, folder: str) -> bool:
    try:
        real = os.path.realpath(path)
    except (OSError, ValueError):
        return False
    return real == folder or real.startswith(folder + os.sep)
