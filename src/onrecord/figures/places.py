"""Where the counted things are: a place phrase near the figure, in its clause."""

import re
from collections.abc import Sequence

from onrecord.records import Actor, Span
from onrecord.spans import overlaps
from onrecord.text.wordclasses import PLATFORMS

_NAME = (
    r"(?P<name>[A-Z][\w’'-]+(?:\s(?!On\b|In\b|At\b)[A-Z][\w’'-]+){0,2}"
    r"(?:(?<=Strait)|(?<=Gulf)|(?<=Bay)|(?<=Sea)|(?<=Cape)|(?<=Port)|(?<=Isle)|(?<=Horn))\b"
    r"\sof\s(?:the\s)?[A-Z][\w’'-]+"
    r"|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})"
)
_MODIFIERS = (
    r"(?:(?:north|south|east|west)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?|central|upper|lower"
    r"|(?:parts|city|town|province|region|state|island|port|village|villages|coast|border|borders"
    r"|shores|outskirts|suburbs|centre|center|capital|streets|waters)\s(?:of|with|off|in|around|along)"
    r"|parts of|the|a|neighbou?ring|nearby|rural|occupied|mainland)"
)
_STAYING = (
    r"in|near|around|along|across|outside|off|at|inside|throughout|over|on|through|below|above"
)
_PLACE = re.compile(
    rf"\b(?:(?i:{_STAYING})|(?P<moving>to|into))\s(?:and around\s)?"
    rf"(?:{_MODIFIERS}\s){{0,3}}{_NAME}"
)
# After these words the place belongs to something else than the figure.
_BREAK = re.compile(
    r"[.;:!?“”\"(]|,\s(?!and\s)|\b(?:said|says|told|according|which|who|whose|announced|reported"
    r"|warned|estimated)\b"
)
_SAID = re.compile(r"\b(?:said|says|told|according|announced|reported|estimated)\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_CALENDAR = frozenset(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Easter Christmas Ramadan".split()
)
# "officials in Ostrel": the place of those who speak.
_INSTITUTION = re.compile(
    r"\b(?:ministr(?:y|ies)|officials?|embass(?:y|ies)|office|researchers?|managers?|mayor"
    r"|governor|analysts?|traders?|courts?|government|authorities|spokes\w+|diplomats?)\s$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?:ian|ean|ish|ese|nch)$|(?<=the\s)\w+(?:an|ch|i|sh)$")
_WITHIN = re.compile(
    r"\s(?:province|state|region|city|town|island|district|capital|port|village|county) of "
    r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
)
_TITLE = re.compile(
    r"\b(?:Leader|Minister|President|Secretary|Committee|Council|Ministry|Party|Congress|Court|Mr|Mrs"
    r"|Ms|Dr|General|Senator|Judge|Commission|Agency|Department)\b"
)
_SHORE = re.compile(
    r"\s(?:\w+\s)?(?:border|coast|capital|shores?|waters|frontier|north|south|east|west)\b"
)
_REACH = 100


def find_place(
    text: str, span: Span, sentence: Span, actors: Sequence[tuple[Span, Actor]], *, counts: bool
) -> str | None:
    """Return the place named right behind the figure, or else before it in its clause.

    "40 ships off Cape Ister", "in Port Silvan around 3,000 people". `counts` says that things
    are counted, which may be sent to a place; money and shares are not there. A name that is
    somebody's, one of the `actors` with their mentions, is no place.
    """
    after = _PLACE.search(text, span.end, min(sentence.end, span.end + _REACH))
    near = after is not None and _BREAK.search(text, span.end, after.start()) is None
    if after is not None and near and (counts or not after["moving"]):
        place = _read(text, after, actors)
        if place is not None:
            return place
    before = None
    begin = max(sentence.start, span.start - _REACH)
    for match in _PLACE.finditer(text, begin, span.start):
        if not match["moving"]:
            before = match
    if before is None:
        return None
    gap = text[before.end() : span.start]
    if re.search(r"[.;:!?“”\"]", gap) or _SAID.search(gap):
        return None
    return _read(text, before, actors)


def _read(text: str, match: re.Match[str], actors: Sequence[tuple[Span, Actor]]) -> str | None:
    name = match["name"]
    if name.split()[0] in _CALENDAR | PLATFORMS or len(name) < 3 or _TITLE.search(name):
        return None
    if _INSTITUTION.search(text, max(0, match.start() - 24), match.start()):
        return None
    span = Span(match.start("name"), match.end("name"))
    behind = text[span.end : span.end + 60]
    if _ADJECTIVE.search(match[0]) and re.match(r"\s[a-z]{3,}", behind):
        within = _WITHIN.match(behind)  # "the Mongolian province of Khovd"
        return within["name"] if within else None
    owned = _POSSESSIVE.search(name) is not None
    if owned and _SHORE.match(behind) is None:
        return None  # "in Ostra's budget"
    for mention, actor in actors:
        if overlaps(mention, span) and actor.kind != "state":
            return None
    return _POSSESSIVE.sub("", name) if owned else name
