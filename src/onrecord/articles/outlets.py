"""Find who published a page."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

_WORD = r"[A-Z][\w&’'.-]*"
_NAME = (
    rf"(?P<name>(?:(?:The|Der|Die|Das|Le|La|El|Il) )?{_WORD}"
    rf"(?: (?:{_WORD}|of|and|the|de|&)){{0,4}})"
)
_THE_NAME = rf"(?P<name>The {_WORD}(?: {_WORD}){{0,3}})"
_SELF_NAMING = (
    re.compile(rf"{_NAME} (?:has|have) (?:removed|closed|disabled) (?:its|the|our) comment"),
    re.compile(
        r"(?:notifications|news|alerts|updates|newsletters?|more|stories) from "
        rf"{_THE_NAME}\W*$"
    ),
    re.compile(
        r"(?:Copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:19|20)\d\d"
        rf"(?:\s*[-–]\s*(?:19|20)?\d\d)?,?\s*(?:by )?{_NAME}"
    ),
    re.compile(rf"^(?:Follow|Subscribe to|Support|Download|Join) {_THE_NAME}\b"),
    re.compile(rf"{_THE_NAME} is (?:on the ground|trusted by|supported by|funded by|reader-)"),
)
_COMPANY = re.compile(
    r",? (?:Inc|LLC|Ltd|Limited|GmbH|AG|S\.?A|Corp|Corporation|Co|PLC|plc|Pty|"
    r"B\.?V|All [Rr]ights|Rights)\b.*$"
)
_NOT_A_NAME = frozenset(("all", "all rights", "copyright", "rights", "the", "terms", "privacy"))
_GENERIC_HOSTS = re.compile(
    r"(?:^|\.)(?:blogspot|wordpress|medium|substack|tumblr|github|archive)\."
)


def find_outlet(
    given: str | None,
    site_names: Sequence[str],
    title: str | None,
    headline: str | None,
    furniture: Iterable[str],
    url: str | None,
) -> str | None:
    """Return the outlet's name, from the most to the least direct evidence; else its domain.

    What the container says; what the page says of itself to machines; the title's last part,
    where the headline is its first; furniture in which an outlet names itself; the address.
    """
    if given:
        return given
    for name in site_names:
        if 1 < len(name) <= 60 and "://" not in name:
            return name.strip()
    suffix = _title_suffix(title, headline) if title and headline else None
    return suffix or _self_named(furniture) or _domain(url)


def _title_suffix(title: str, headline: str) -> str | None:
    if not title.startswith(headline) or len(title) <= len(headline):
        return None
    rest = title[len(headline) :]
    match = re.fullmatch(r"\s*[|–—·•»-]\s*(?P<name>[^|–—·•»]{2,40})", rest)
    return match["name"].strip() if match else None


def _self_named(furniture: Iterable[str]) -> str | None:
    for line in furniture:
        if len(line) > 600:
            continue
        for pattern in _SELF_NAMING:
            match = pattern.search(line)
            if match is not None:
                name = _COMPANY.sub("", match["name"]).strip(" .,")
                if name.lower() not in _NOT_A_NAME and len(name) > 2:
                    return name
    return None


def _domain(url: str | None) -> str | None:
    if not url:
        return None
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    host = host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    return host if "." in host else None
