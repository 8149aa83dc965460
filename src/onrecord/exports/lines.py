"""Records as JSON Lines."""

from collections.abc import Iterable
from pathlib import Path

import msgspec


def write_lines(path: Path, records: Iterable[object]) -> tuple[Path, int]:
    """Write one JSON object a line, and return the file with how many there are."""
    encoder = msgspec.json.Encoder()
    count = 0
    with path.open("wb") as stream:
        for record in records:
            stream.write(encoder.encode(record) + b"\n")
            count += 1
    return path, count
