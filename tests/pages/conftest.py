from collections.abc import Callable

import pytest

from onrecord.pages import Limits, Unreadable, read_bytes
from onrecord.records import Page

ReadOne = Callable[..., Page]
Refuse = Callable[..., str]


@pytest.fixture
def read_one() -> ReadOne:
    """Read bytes that hold one page; give the page."""

    def read(data: bytes, *, limits: Limits | None = None) -> Page:
        [page] = read_bytes(data, origin="page", limits=limits or Limits())
        assert isinstance(page, Page), page
        return page

    return read


@pytest.fixture
def refuse() -> Refuse:
    """Read bytes that cannot be read; give the message."""

    def read(data: bytes, *, limits: Limits | None = None) -> str:
        [unreadable] = read_bytes(data, origin="page", limits=limits or Limits())
        assert isinstance(unreadable, Unreadable), unreadable
        assert unreadable.problem.kind == "input"
        return unreadable.problem.message

    return read
