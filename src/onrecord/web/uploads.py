"""Files that a form sends (RFC 7578), from the body of a request to files on the disk.

The body goes to the disk as it comes, and is cut there: neither a large file nor many files have
to fit into memory.
"""

import re
from collections.abc import AsyncIterator, Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path

from onrecord.errors import OnRecordError
from onrecord.ledger import Brought
from onrecord.pages.places import find_parts

LARGEST = 1 << 30  # bytes of all files of one form
MOST = 2_000  # files of one form
FIELD = "pages"
_LONGEST_HEAD = 16 * 1024  # bytes of the header of one file
_CHUNK = 1 << 20
_BOUNDARY = re.compile(r'\bboundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))', re.IGNORECASE)
_NAME = re.compile(rb'\bname="([^"\r\n]*)"', re.IGNORECASE)
_FILE_NAME = re.compile(rb'\bfilename="([^"\r\n]*)"', re.IGNORECASE)
# What browsers escape in the name of a file.
_ESCAPED = {"%22": '"', "%0D": "\r", "%0A": "\n", "%0d": "\r", "%0a": "\n"}


class UploadError(OnRecordError):
    """A form cannot be taken; `status` is the one to answer with."""

    def __init__(self, reason: str, *, status: int = 400) -> None:
        super().__init__(reason)
        self.status = status


def find_boundary(content_type: str) -> bytes:
    """Return what stands between the parts of a form; raise `UploadError` for another body."""
    match = _BOUNDARY.search(content_type)
    if not content_type.lower().startswith("multipart/form-data") or match is None:
        raise UploadError("This is no form with files; send it from the page “Add pages”.")
    return (match[1] or match[2]).encode("latin-1", "replace")


async def save_body(
    chunks: AsyncIterator[bytes], path: Path, *, announced: str | None, largest: int = LARGEST
) -> None:
    """Write a body to `path`; raise `UploadError` where it is larger than `largest` bytes.

    `announced` is its Content-Length, if it has one.
    """
    if announced is not None and announced.isdigit() and int(announced) > largest:
        raise _too_large(largest)
    size = 0
    with path.open("wb") as stream:
        async for chunk in chunks:
            size += len(chunk)
            if size > largest:
                raise _too_large(largest)
            stream.write(chunk)


def split_form(body: Path, boundary: bytes, folder: Path) -> list[Brought]:
    """Write the files of the form in `body` into `folder`; return them in their order.

    Their own names are not used for that. The parts of saved pages, in the folders beside them,
    are left out. Raises `UploadError` where the form is damaged.
    """
    if not body.stat().st_size:
        raise UploadError("The form is empty; choose files and send it again.")
    files: list[Brought] = []
    with body.open("rb") as stream, mmap(stream.fileno(), 0, access=ACCESS_READ) as data:
        for head, start, end in _find_parts(data, boundary):
            name = _read_name(head)
            if name is None:
                continue
            if len(files) == MOST:
                raise UploadError(f"These are more than {MOST:,} files; send fewer.", status=413)
            path = folder / f"{len(files):06}"
            with path.open("wb") as copy:
                for at in range(start, end, _CHUNK):
                    copy.write(data[at : min(end, at + _CHUNK)])
            files.append(Brought(path=path, origin=name))
    parts = find_parts(file.origin for file in files)
    return [file for file in files if file.origin not in parts]


def _find_parts(data: mmap, boundary: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the header of each part, and where its content starts and ends."""
    mark = b"--" + boundary
    at = 0
    if data[: len(mark)] != mark:
        raise UploadError("The form is damaged at its start; send it again.")
    while True:
        at += len(mark)
        if data[at : at + 2] == b"--":
            return
        head_end = data.find(b"\r\n\r\n", at, at + _LONGEST_HEAD)
        end = data.find(b"\r\n" + mark, head_end + 4) if head_end >= 0 else -1
        if end < 0:
            raise UploadError("The form ends early; send it again.")
        yield data[at:head_end], head_end + 4, end
        at = end + 2


def _read_name(head: bytes) -> str | None:
    """Return the name of the file under a header, `None` where no file was chosen."""
    field, name = _NAME.search(head), _FILE_NAME.search(head)
    if field is None or name is None or field[1] != FIELD.encode() or not name[1]:
        return None
    text = name[1].decode("utf-8", "replace")
    return re.sub("%22|%0[DdAa]", lambda match: _ESCAPED[match[0]], text)


def _too_large(largest: int) -> UploadError:
    return UploadError(
        f"These files are larger than {largest >> 20:,} MB together. Send fewer at a time, or add "
        "them from a terminal with: onrecord add",
        status=413,
    )
