"""Recognise bylines: who wrote the article, as the page prints it."""

import re

_NAME = r"[^\W\d_a-z][\w.’'-]*"
_PARTICLE = r"(?:de|da|di|del|della|der|den|van|von|al|bin|ben|el|la|le|du|dos|ter)"
_ROLE = (
    r"(?:[Cc]orrespondents?|[Rr]eporters?|[Ee]ditors?|[Ww]riters?|[Ss]taff|[Ii]n|[Aa]nd|[Ff]or|"
    r"[Oo]f|[Tt]he|[Aa]t|[Ww]ith|[Bb]ureau|und|et|y|e|&)"
)
_NAMES = rf"{_NAME}(?:,? (?:{_NAME}|{_PARTICLE}|{_ROLE})){{0,11}}"
_BY_LINE = re.compile(
    r"(?:(?:Written |Story |Report(?:ed|ing)? |Posted |Published |Article )?(?:[Bb]y|BY)|"
    rf"Von|Par|Por|Di|Door|Av|Text|Author|Autor|Auteur|Autore)(?::\s*|\s+)(?P<names>{_NAMES})"
    r"(?:\s*[,|·•–-]\s.{0,80}|\s*\(.{0,60}\)|\s*@\w+)?"
)
_BARE_NAME = re.compile(rf"{_NAME}(?: (?:{_NAME}|{_PARTICLE})){{1,3}}")
_LONGEST = 160


def find_byline(line: str) -> str | None:
    """Return the names in a line like "By Mara Lind and Tom Ash", or `None`."""
    if len(line) > _LONGEST:
        return None
    match = _BY_LINE.fullmatch(line)
    return match["names"].strip(" ,") if match else None


def is_bare_name(line: str) -> bool:
    """Return whether `line` is nothing but two to four capitalised words, as a name alone is."""
    return len(line) <= 60 and _BARE_NAME.fullmatch(line) is not None
