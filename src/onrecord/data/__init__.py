"""The tables that the steps read by; README.md says where each comes from."""

from collections.abc import Iterator
from csv import DictReader
from importlib.resources import files


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table, in their order, each by the names of the columns."""
    text = (files(__name__) / name).read_text(encoding="utf-8")
    yield from DictReader(text.splitlines())
