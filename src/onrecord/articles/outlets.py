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
        rf"(?:\s*[-–]\s*(?:19|20)?\d\d)?[,.]?\s*(?:by )?{_NAME}"
    ),
    re.compile(rf"(?:Copyright|©|\(c\))\s*{_NAME},? (?:19|20)\d\d\b"),
    re.compile(rf"^(?:Copyright|©|\(c\))\s*{_NAME}[.,]"),
    re.compile(rf"^(?:Follow|Subscribe to|Support|Download|Join) {_THE_NAME}\b"),
    re.compile(rf"{_THE_NAME} is (?:on the ground|trusted by|supported by|funded by|reader-)"),
)
_COMPANY = re.compile(
    r",? (?:Inc|LLC|Ltd|Limited|GmbH|AG|S\.?A|Corp|Corporation|Co|PLC|plc|Pty|"
    r"B\.?V|All [Rr]ights|Rights)\b.*$|\. .*$"
)
_NAME_LINE = re.compile(rf"(?:The )?{_WORD}(?: (?:{_WORD}|of|and|the|de|&)){{0,4}}")
_MASTHEAD_LINES, _FOOT_LINES = 3, 5
_LONGEST = 600
_LABELS = frozenset(
    (
        "print", "print view", "printer friendly", "printable version", "live", "video", "watch",
        "exclusive", "breaking", "breaking news", "update", "updated", "opinion", "analysis",
        "comment", "interview", "explainer", "fact check", "editorial", "obituary", "review",
    )
)  # fmt: skip
_NOT_A_NAME = frozenset(("all", "all rights", "copyright", "rights", "the", "terms", "privacy"))


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
    affix = _title_affix(title, headline) if title and headline else None
    if affix:
        return affix
    lines = [line for line in furniture if len(line) <= _LONGEST]
    own = _self_named(lines)
    masthead = _find_masthead(lines, own)
    return masthead or own or _domain(url)


def _title_affix(title: str, headline: str) -> str | None:
    """Return the name before or after the headline in a title; of several parts, the outermost."""
    at = title.find(headline)
    if at < 0 or len(title) <= len(headline):
        return None
    after = re.search(r"\s[|–—·•»-]\s*(?P<name>[^|–—·•»]{2,40})$", title[at + len(headline) :])
    before = re.match(r"(?P<name>[^|–—·•»:]{2,40})(?:\s[|–—·•»-]|\s?:)\s", title[:at])
    match = after or before
    name = match["name"].strip() if match else ""
    # A title may be cut, and open with what kind of page it is.
    return None if name.endswith(("…", "...")) or name.lower() in _LABELS else name or None


def _find_masthead(lines: Sequence[str], own: str | None) -> str | None:
    """Return the name that opens a page, where a line at its foot says it again.

    The foot's print counts, where the masthead is in capitals; a company's "X Media" is X where the
    masthead says so.
    """
    for index, line in enumerate(lines[:_MASTHEAD_LINES]):
        name = re.split(r" {2,}|\t| [|–—·] ", line.strip())[0]
        if not _NAME_LINE.fullmatch(name) or not 4 <= len(name) <= 40:
            continue
        again = re.compile(rf"(?:\b{re.escape(name)}\b)", re.IGNORECASE)
        if own is not None and (match := again.match(own)):
            return match[0]
        foot = lines[max(index + 1, len(lines) - _FOOT_LINES) :]
        prints = [match[0] for said in foot if (match := again.search(said))]
        if own is None and prints and len(lines) > _MASTHEAD_LINES:
            return prints[-1]
    return None


def _self_named(furniture: Iterable[str]) -> str | None:
    for line in furniture:
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
