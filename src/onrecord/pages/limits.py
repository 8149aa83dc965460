"""How much of an input is read at most."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Caps that keep hostile or broken inputs from using up memory and time.

    All sizes are bytes after decompression. An input over a cap becomes a problem; what was
    read before it stays, and the rest of its container goes on.
    """

    max_page_bytes: int = 20 * MEGABYTE  # one page, as HTML or text
    max_record_bytes: int = 200 * MEGABYTE  # one record of a container: a JSON line, a WARC block
    # A gzip member may always grow to `max_record_bytes`, and beyond it only while it stays
    # under this many times its compressed size. Text shrinks 3 to 10 times, deflate 1,032 at most.
    max_expansion: int = 200


DEFAULT_LIMITS = Limits()


def show_size(size: int) -> str:
    """Return a size in bytes for people: "20 MB", "1.5 MB", "300 bytes"."""
    if size < MEGABYTE // 10:
        return f"{size:,} bytes"
    return f"{size / MEGABYTE:.1f}".removesuffix(".0") + " MB"
