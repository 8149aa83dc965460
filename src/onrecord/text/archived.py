"""Addresses of web archives: which page they hold a copy of, and when the copy was made."""

import re
from datetime import datetime
from typing import NamedTuple

# The Wayback Machine, pywb and others put the time and the address behind each other, with two
# letters between that say how it is shown; archive.today prints the time in another way.
_COPY = re.compile(
    r"https?://[^/\s]{1,200}/(?:[\w-]{1,40}/){0,4}"
    r"(?P<time>(?:19|20)\d{12}|(?:19|20)\d\d\.\d\d\.\d\d-\d{6})(?:[a-z]{2}_)?"
    r"/(?P<address>https?:/{1,2}\S+)"
)
# Some servers make one slash of two; crawlers once wrote the port.
_ODDITIES = re.compile(r"^(https?):/{1,2}([^/:]+)(?::80(?=/))?")


class ArchivedCopy(NamedTuple):
    """What a web archive's address says."""

    url: str
    made: datetime


def read_archived(url: str) -> ArchivedCopy | None:
    """Return what `url` says where it is that of an archive's copy of a page, else `None`."""
    match = _COPY.fullmatch(url.strip())
    if match is None:
        return None
    digits = re.sub("[.-]", "", match["time"])
    try:
        made = datetime.strptime(f"{digits}+0000", "%Y%m%d%H%M%S%z")
    except ValueError:
        return None
    return ArchivedCopy(_ODDITIES.sub(r"\1://\2", match["address"]), made)
