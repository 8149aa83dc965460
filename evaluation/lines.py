"""Labels as they are kept: JSON Lines, one record a line."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

Record = TypeVar("Record")


def read_lines(path: Path, kind: type[Record]) -> Iterator[Record]:
    """Yield the records of a file, each of which is of one `kind`."""
    decoder = msgspec.json.Decoder(kind)
    yield from map(decoder.decode, path.read_bytes().splitlines())
