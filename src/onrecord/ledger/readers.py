"""Who reads the pages of a ledger, and in which version of rules and models."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.records import Page, Reading

if TYPE_CHECKING:
    from onrecord.ledger.preparing import Prepared
    from onrecord.pages import Unreadable

# From pages to what is read on each, in their order.
Read = Callable[[Iterable["Page | Unreadable"]], "Iterator[Reading | Prepared]"]


def choose_reader(read: Read | None, version: str | None) -> tuple[Read, str | None]:
    """Return `read` with its `version`; without one, this machine's cores and their version."""
    if read is not None:
        return read, version
    from onrecord.ledger.preparing import read_prepared

    return read_prepared, version or load_version()


def load_version() -> str:
    """Return the version of the rules and models that would read a page now."""
    from onrecord.models import load_models
    from onrecord.pipeline import reading_version

    return reading_version(load_models())
