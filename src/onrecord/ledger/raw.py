"""The originals: files as they came in, named by their SHA-256, with where they came from.

    raw/ab/ab12...          the bytes
    raw/ab/ab12....json     {"origins": [{"origin": "saved/a.html", "added": "2026-..."}]}

Files appear under their names whole or not at all: they are written elsewhere, flushed to the
disk and then renamed. The description is written before the bytes, so that an original always
has one.
"""

import contextlib
import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

import msgspec

from onrecord.errors import InputError
from onrecord.ledger.opening import RAW

CHUNK = 1 << 20
UNFINISHED = ".unfinished-"
_NAME = re.compile(r"[0-9a-f]{64}")


class Stream(Protocol):
    """An input that is open for reading bytes, as files and standard input are."""

    def read(self, size: int, /) -> bytes | None: ...  # noqa: D102 (as in `io`)
    def seekable(self) -> bool: ...  # noqa: D102
    def seek(self, position: int, /) -> int: ...  # noqa: D102
    def tell(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One origin under which an original came in, and when it first did."""

    origin: str
    added: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What stands beside an original: its origins in the order in which they came."""

    origins: tuple[Came, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file in `raw/`."""

    sha256: str
    path: Path
    bytes: int


_decoder = msgspec.json.Decoder(Description)


def keep_original(ledger: Path, stream: Stream, origin: str, *, now: datetime) -> Original:
    """Copy `stream` into `raw/`, unless its bytes are there, and note that it came as `origin`.

    Reads from the stream's present position to its end. Raises `InputError` where the stream
    fails, and `OSError` where the ledger's disk does; nothing of the copy stays then.
    """
    raw = ledger / RAW
    # Most often what is added again is known: it is not copied to find that out.
    if stream.seekable():
        start = stream.tell()
        sha256 = _digest(stream, origin)
        if (known := find_original(ledger, sha256)) is not None:
            if _note_origin(known, origin, now):
                flush_folder(known.path.parent)
            return known
        stream.seek(start)
    unfinished = raw / f"{UNFINISHED}{os.getpid()}"
    try:
        sha256, size = _copy(stream, unfinished, origin)
        original = Original(sha256=sha256, path=_place(ledger, sha256), bytes=size)
        _make_folder(original.path.parent)
        _note_origin(original, origin, now)
        unfinished.replace(original.path)
        flush_folder(original.path.parent)
    finally:
        unfinished.unlink(missing_ok=True)
    return original


def find_original(ledger: Path, sha256: str) -> Original | None:
    """Return the original with the digest `sha256`, if it is there."""
    path = _place(ledger, sha256)
    try:
        return Original(sha256=sha256, path=path, bytes=path.stat().st_size)
    except FileNotFoundError:
        return None


def list_originals(ledger: Path) -> Iterator[Original]:
    """Yield all originals by their digest."""
    raw = ledger / RAW
    for folder in sorted(raw.iterdir()) if raw.is_dir() else ():
        if not folder.is_dir():
            continue
        for path in sorted(folder.iterdir()):
            if _NAME.fullmatch(path.name):
                yield Original(sha256=path.name, path=path, bytes=path.stat().st_size)


def read_origins(original: Original) -> tuple[Came, ...]:
    """Return the origins of `original` in their order; none where its description is damaged."""
    try:
        return _decoder.decode(_describe(original).read_bytes()).origins
    except (FileNotFoundError, msgspec.DecodeError):
        return ()


def sweep(ledger: Path) -> None:
    """Delete what a killed run left unfinished. Only the holder of the ledger's lock may call."""
    raw = ledger / RAW
    raw.mkdir(exist_ok=True)
    for path in raw.glob(f"**/{UNFINISHED}*"):
        path.unlink(missing_ok=True)


def _place(ledger: Path, sha256: str) -> Path:
    return ledger / RAW / sha256[:2] / sha256


def _describe(original: Original) -> Path:
    return original.path.with_name(original.sha256 + ".json")


def _note_origin(original: Original, origin: str, now: datetime) -> bool:
    """Write that `original` came as `origin`; return whether that is news."""
    origins = read_origins(original)
    if any(came.origin == origin for came in origins):
        return False
    description = Description(origins=(*origins, Came(origin=origin, added=now)))
    data = msgspec.json.format(msgspec.json.encode(description), indent=1) + b"\n"
    path = _describe(original)
    unfinished = path.with_name(UNFINISHED + path.name)
    try:
        with unfinished.open("wb") as stream:
            stream.write(data)
            _flush(stream)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return True


def _digest(stream: Stream, origin: str) -> str:
    digest = hashlib.sha256()
    for chunk in _read_chunks(stream, origin):
        digest.update(chunk)
    return digest.hexdigest()


def _copy(stream: Stream, path: Path, origin: str) -> tuple[str, int]:
    """Copy `stream` to `path`; return the SHA-256 and number of the bytes."""
    digest = hashlib.sha256()
    size = 0
    with path.open("wb") as copy:
        for chunk in _read_chunks(stream, origin):
            digest.update(chunk)
            copy.write(chunk)
            size += len(chunk)
        _flush(copy)
    return digest.hexdigest(), size


def _read_chunks(stream: Stream, origin: str) -> Iterator[bytes]:
    """Yield the bytes of an input; its faults are told from those of the ledger's own disk."""
    while True:
        try:
            chunk = stream.read(CHUNK)
        except OSError as error:
            reason = f"cannot be read ({error.strerror}); check the disk it is on"
            raise InputError(reason, origin=origin) from error
        if not chunk:
            return
        yield chunk


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir()
        flush_folder(folder.parent)


def _flush(stream: BinaryIO) -> None:
    stream.flush()
    os.fsync(stream.fileno())


def flush_folder(folder: Path) -> None:
    """Make renames in `folder` outlive a power failure, where the system lets one."""
    with contextlib.suppress(PermissionError):  # Windows opens no folders, and needs no flush
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
