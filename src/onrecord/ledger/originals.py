"""A page as it came in, read again from the file in `raw/` that holds it."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.ledger.raw import find_original, read_origins
from onrecord.records import Page

# A page is looked for from the start of its file; in a larger one that takes too long to wait for.
LARGEST = 64 * 1024 * 1024  # bytes


def load_page(ledger: Path, originals: Iterable[str], id_: str) -> Page:
    """Return the page `id_`, which one of `originals` holds; raise `LedgerError` if none does."""
    from onrecord.pages import Unreadable
    from onrecord.pages.limits import show_size
    from onrecord.pages.reading import read_file

    large = ""
    for sha256 in originals:
        original = find_original(ledger, sha256)
        if original is None:
            continue
        if original.bytes > LARGEST:
            large = (
                f"; it stands in a file of {show_size(original.bytes)}, raw/{sha256[:2]}/{sha256}"
            )
            continue
        origins = read_origins(original)
        origin = origins[0].origin if origins else f"raw/{sha256}"
        for page in read_file(str(original.path), origin=origin):
            if not isinstance(page, Unreadable) and page.id == id_:
                return page
    raise LedgerError(f"the page of article {id_!r} cannot be shown as it came in{large}")
