"""Recognise bylines: who wrote the article, as the page prints it."""

import re
from collections.abc import Sequence

from onrecord.articles.agencies import name_agency

_NAME = r"[^\W\d_a-z][\w.’'-]*"
_PARTICLE = r"(?:de|da|di|del|della|der|den|van|von|al|bin|ben|el|la|le|du|dos|ter)"
_ROLE = (
    r"(?:[Cc]orrespondents?|[Rr]eporters?|[Ee]ditors?|[Ww]riters?|[Ss]taff|[Ii]n|[Aa]nd|[Ff]or|"
    r"[Oo]f|[Tt]he|[Aa]t|[Ww]ith|[Bb]ureau|und|et|y|e|&)"
)
_NAMES = rf"{_NAME}(?:,? (?:{_NAME}|{_PARTICLE}|{_ROLE})){{0,11}}"
_BY_LINE = re.compile(
    r"(?:(?:Written |Story |Report(?:ed|ing)? |Posted |Published |Article )?(?:[Bb]y|BY)|"
    rf"Von|Par|Por|Di|Door|Av|Text|Author|Autor|Auteur|Autore|Byline|BYLINE)(?::\s*|\s+)(?P<names>{_NAMES})"
    r"(?:\s*[,|·•–-]\s.{0,80}|\s*\(.{0,60}\)|\s*@\w+)?"
)
_STARTS = ("Written", "Story", "Report", "Posted", "Published", "Article", "By", "by", "BY", "Von",
           "Par", "Por", "Di", "Door", "Av", "Text", "Aut")  # fmt: skip
_BARE_NAME = re.compile(rf"{_NAME}(?: (?:{_NAME}|{_PARTICLE})){{1,3}}")
# A fourth word is a town or an outlet: "Mara Lind and Tom Ash | Port Arden |".
_SHORT_NAME = rf"{_NAME}(?: (?:{_NAME}|{_PARTICLE})){{1,2}}"
_TWO_NAMES = re.compile(rf"{_SHORT_NAME} and {_SHORT_NAME}")
_STAFF = re.compile(
    r"(?:(?:from|by) )?(?:our|a|staff|special|foreign) (?:(?:own|special|staff|foreign|\w{3,20}) )?"
    r"(?:correspondents?|reporters?|staff|bureau|writers?)(?: (?:in|at) [A-Z][\w ’'-]{1,40})?",
    re.IGNORECASE,
)
_TOWN_OPENING = re.compile(
    r"(?:Cape|Port|New|San|Santa|Saint|St\.?|Fort|Mount|North|South|East|West|Los|Las|El|Tel|Abu|"
    r"Addis|Buenos|Kuala|Hong|Rio|Upper|Lower|Lake|Bad) "
)
_TITLE_WORD = re.compile(
    r"\b(?:correspondents?|reporters?|editors?|writers?|staff|bureau|chief)\b", re.IGNORECASE
)
_SITE_WORD = re.compile(
    r"\b(?:news|stor(?:y|ies)|share|home|world|politics|videos?|live|photos?|images?|read|more|"
    r"latest|breaking|top|now|articles?|sections?|sport|opinion|analysis|comments?|menu|search|"
    r"sign|log|subscribe|print|copy|listen|watch|follow|front|page|business|culture)\b",
    re.IGNORECASE,
)
_HEAD = 6  # lines under a headline among which a name alone is a byline
_LONGEST = 160
_GLUED_BY = re.compile(r"^By(?=[A-Z])")
_NAME_JOINT = re.compile(r"\s*(?:,? and |, |& )\s*")


def find_byline(line: str) -> str | None:
    """Return the names in a line like "By Mara Lind and Tom Ash", or `None`."""
    if len(line) > _LONGEST or not line.startswith(_STARTS):
        return None
    match = _BY_LINE.fullmatch(line)
    return _drop_place(match["names"].strip(" ,")) if match else None


def _drop_place(names: str) -> str:
    """Return `names` without the town or the office after the last comma ("Mara Lind, Arden").

    A last part of two words is taken for a second author, unless it opens as towns' names do; an
    agency's name stays.
    """
    head, comma, tail = names.rpartition(", ")
    if not comma or name_agency(tail) is not None or re.search(r"\b(?:and|und|et|y)\b|&", tail):
        return names
    is_place = " " not in tail or _TOWN_OPENING.match(tail) or _TITLE_WORD.search(tail)
    return head if is_place else names


def is_bare_name(line: str) -> bool:
    """Return whether `line` is nothing but two to four capitalised words, as a name alone is."""
    return len(line) <= 60 and _BARE_NAME.fullmatch(line) is not None


def are_two_names(line: str) -> bool:
    """Return whether `line` is two persons' names: "Mara Lind and Tom Ash"."""
    return len(line) <= 60 and _SITE_WORD.search(line) is None and bool(_TWO_NAMES.fullmatch(line))


def is_name_line(line: str) -> bool:
    """Return whether `line` is a name alone, two ("Mara Lind and Tom Ash") or "Our own
    correspondent", and no site's label."""
    if _STAFF.fullmatch(line) or are_two_names(line):
        return True
    plain = _SITE_WORD.search(line) is None and _TOWN_OPENING.match(line) is None
    return plain and not line.isupper() and is_bare_name(line)


def find_bylines(
    texts: Sequence[str],
    stamps: Sequence[str | None],
    in_body: Sequence[bool],
    reasons: list[str | None],
    headline: int | None,
) -> str | None:
    """Return the names in the first byline outside the body, and give such lines their reason.

    A name alone is one beside a stamp, or under the headline right above the story.
    """
    found: str | None = None
    for index, text in enumerate(texts):
        if in_body[index] or index == headline or reasons[index] not in (None, "date stamp"):
            continue
        names = find_byline(text)
        if names is None and (
            (is_bare_name(text) and _is_beside_stamp(stamps, index))
            or (headline is not None and 0 < index - headline <= _HEAD and is_name_line(text))
        ):
            names = text
        if names is not None:
            reasons[index] = "byline"
            found = found or names
    return found


def _is_beside_stamp(stamps: Sequence[str | None], index: int) -> bool:
    return any(0 <= at < len(stamps) and stamps[at] is not None for at in (index - 1, index + 1))


def join_authors(authors: Sequence[str], outlet: str | None) -> str | None:
    """Return a page's authors as one line ("Mara Lind and Tom Ash"), without the outlet."""
    site = (outlet or "").casefold().removeprefix("the ")
    names = [name for name in authors if name.casefold().removeprefix("the ") != site]
    if len(names) < 2:
        return names[0] if names else None
    return f"{', '.join(names[:-1])} and {names[-1]}"


def choose_byline(
    printed: str | None, named: str | None, authors: Sequence[str], outlet: str | None
) -> str | None:
    """Return who wrote the article: as the page prints it, or as its markup names the `authors`.

    Markup that names persons is surer than a printed line that names none of them ("View Archive")
    or runs on into an office ("Mara LindStaff Writer"). Of names alone, one of them among the
    authors, the printed ones stay. `named` is what the input says.
    """
    told = join_authors(authors, outlet)
    if printed is not None:
        # A line that opens with a comma has lost its name: ", The Kesh Journal".
        printed = _GLUED_BY.sub("", printed) if printed[0].isalnum() else None
    if printed is None or told is None or not all(map(is_name_line, authors)):
        return printed or named or told
    names = _NAME_JOINT.split(printed)
    runs_on = any(
        name != author and name.startswith(author) for name in names for author in authors
    )
    known = any(author in printed for author in authors)
    return printed if known and not runs_on and all(map(is_name_line, names)) else told
