"""Agencies and other outlets that an article credits with its report."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.records import Article

LEAD = 500
TOLD_LEAD = 300  # ... for "told Reuters", which covers what one person says
TEXT_LIMIT = 100_000  # characters that are searched

_AGENCIES = {
    "AP": ("associated press",),
    "AFP": ("agence france-presse", "agence france presse"),
    "Reuters": ("thomson reuters",),
    "PA": ("press association", "pa media"),
    "dpa": ("deutsche presse-agentur", "dpa international"),
    "EFE": ("agencia efe",),
    "ANSA": (),
    "Xinhua": ("xinhua news agency",),
    "TASS": ("itar-tass", "tass news agency"),
    "Interfax": ("interfax-ukraine",),
    "RIA": ("ria novosti", "ria news agency", "sputnik"),
    "Kyodo": ("kyodo news",),
    "Yonhap": ("yonhap news agency",),
    "UPI": ("united press international",),
    "Bloomberg": ("bloomberg news",),
    "Anadolu": ("anadolu agency",),
    "IRNA": (),
    "SANA": (),
    "KCNA": ("korean central news agency",),
    "PTI": ("press trust of india",),
}
_OUTLETS = {
    "BBC": ("british broadcasting corporation",),
    "NPR": ("national public radio",),
    "New York Times": ("nyt",),
    "Wall Street Journal": ("wsj",),
    "Washington Post": ("wapo",),
}
_CANONICAL = {name.lower(): name for name in _AGENCIES} | {
    alias: name
    for names in (_AGENCIES, _OUTLETS)
    for name, aliases in names.items()
    for alias in aliases
}
_KNOWN_AGENCIES = {name.lower() for name in _AGENCIES} | {
    alias for aliases in _AGENCIES.values() for alias in aliases
}
_SHORT = "|".join(sorted(_AGENCIES))
_LONG = "|".join(
    re.escape(alias) for aliases in _AGENCIES.values() for alias in sorted(aliases, reverse=True)
)
# A name that says that it is an outlet; the agencies besides.
_SAYS_OUTLET = (
    rf"(?i:{_LONG})|(?:{_SHORT})\b"
    r"|(?:[A-Z][\w'’&.-]+ ){0,3}(?:Times|Post|Journal|Guardian|Telegraph|Herald|Tribune|Gazette|"
    r"Sentinel|Chronicle|Globe|Courier|Examiner|Observer|Inquirer|Mirror|Dispatch|"
    r"News|Today|BBC|CNN|NBC|CBS|ABC|NPR|MSNBC|Politico|Axios|BuzzFeed|Newsweek|TV|Radio)\b"
)
_NAME = r"[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,3}"
_MEDIUM = r"(?:(?:news )?agency|newspaper|daily|weekly|broadcaster|channel|website|trade letter)"
_CREDIT = re.compile(
    rf"\b(?:told|via|[Aa]ccording to|reported by|as reported in|interview (?:with|on)|obtained by"
    rf"|reporting by)(?: the| an?)?(?: {_MEDIUM})? (?P<after>{_SAYS_OUTLET}|{_NAME})"
    rf"|(?P<before>{_SAYS_OUTLET}|{_NAME})(?: news agency)?,? (?:first )?(?:has |had )?"
    r"(?:(?:reported|reports|quoted|quotes|cited|writes|wrote|has the (?:scoop|story|details))\b"
    r"|(?:report|story|investigation) (?:reveal|show|sa(?:y|id)|claim|found|published))"
    # Of words that are not kept for outlets, an outlet must be the object, and say that it is one.
    r"|\b(?:(?:tells|telling|sp(?:oke|eaking) (?:to|with)|(?:comments?|remarks|statement) to"
    r"|reports|reviewed by)(?: the| an?)?|[Mm]ore (?:details )?from(?: the)?) "
    rf"(?P<outlet>{_SAYS_OUTLET})"
    rf"|\b{_MEDIUM} (?P<medium>{_SAYS_OUTLET}|{_NAME})"
    r"|\b(?:[Mm]aterial|[Rr]eporting|[Cc]ontributions?|[Ff]iles) (?:from|by)(?: the)? "
    rf"(?P<line>{_SAYS_OUTLET}|{_NAME})"
)
# What somebody told an outlet is a line of a report.
_TOLD = ("tell", "told", "spoke", "speaking", "comment", "remarks", "statement")
# One of these stands in every credit; a line without any need not be looked through.
_TRIGGER = re.compile(
    r"tell|told|sp(?:oke|eaking) |(?:omments?|emarks|tatement) to|reviewed by|ore (?:details )?from"
    r"|via |ccording to|report|interview |obtained by|quote|cited|writes|wrote|has the "
    r"|story |investigation |aterial|eporting|ontribution|iles |agency|newspaper|daily|weekly"
    r"|broadcaster|channel|website|trade letter"
)
_LINE = re.compile(r"[^\n]+")
# Agencies that lent a hand to a report of the outlet's own.
_HELPED = re.compile(
    rf"\b[Cc]ontribut(?:ing|ors?): (?:[^\n]{{0,80}}, )?(?:[Tt]he )?(?P<list>{_SAYS_OUTLET})"
    rf"|(?P<end>{_SAYS_OUTLET}) contributed to this (?:report|story|article)"
)
_OUTLET = re.compile(_SAYS_OUTLET)
_ANY_OUTLET = re.compile(r"times|post|journal|telegraph|herald|tribune|news|today|globe|star|sun")
_CAPTION_CREDIT = re.compile(r"\([^()\n]{0,120}\)[ \t]*$", re.MULTILINE)


def name_agency(words: str) -> str:
    """Return an agency's short name for any of its names, other names as they are."""
    return _CANONICAL.get(fold_outlet(words), words.strip())


def fold_outlet(words: str) -> str:
    """Return a name by which outlets are compared: small letters, "the" and "www." off."""
    name = " ".join(words.lower().split()).removeprefix("the ").removeprefix("www.")
    return _CANONICAL.get(name, name).lower()


def count_outlets(outlets: Iterable[str | None]) -> int:
    """Return how many outlets these are at least, of one article each; `None` is not known.

    An outlet that is not known may be one of those that are, so that it adds none to them.
    Somebody has published an article that names nobody: without any that is known, it is one.
    """
    named = [None if outlet is None else fold_outlet(outlet) for outlet in outlets]
    return len(set(named) - {None}) or min(1, len(named))


def says_outlet(words: str) -> bool:
    """Return whether a name says by itself that it is an agency or an outlet."""
    return _OUTLET.fullmatch(words) is not None


def is_agency(words: str) -> bool:
    """Return whether a name is a known agency's."""
    return " ".join(words.lower().split()).removeprefix("the ") in _KNOWN_AGENCIES


class Credit(NamedTuple):
    """Somebody who is credited, by the name of `name_agency`, and as how many credits it counts:
    0 for what somebody told them further down."""

    name: str
    weight: int


def find_credits(article: Article) -> tuple[Credit, ...]:
    """Return who is credited in the body of an article; those of pictures are none."""
    body = _CAPTION_CREDIT.sub(lambda match: " " * len(match[0]), _cut_body(article))
    lines = (line.span() for line in _LINE.finditer(body))
    triggered = (line for line in lines if _TRIGGER.search(body, *line))
    found = []
    for match in (match for line in triggered for match in _CREDIT.finditer(body, *line)):
        name = next(name for name in match.groupdict().values() if name is not None)
        told = match[0].startswith(_TOLD)
        strong = match["line"] is not None or match.start() < (TOLD_LEAD if told else LEAD)
        name = name.removesuffix("’s").removesuffix("'s").removeprefix("The ")
        found.append(Credit(name_agency(name), 2 if strong else int(not told)))
    return tuple(found)


def list_credits(found: Iterable[Credit]) -> tuple[str, ...]:
    """Return whom a report may rest on, in alphabetical order, by what `find_credits` found.

    Agencies and outlets that are credited within the first LEAD characters of the body, twice,
    or in a credit line ("with material from"): a single "Reuters reported" further down covers a
    detail, not the report. What people "told Reuters" covers no more however often they did, but
    where the report begins with it. Other capitalised names
    in the same place ("Arden reported") are among them, since an outlet's name need not say that
    it is one; `says_outlet` tells them apart, and so do the outlets at hand.
    """
    counts: Counter[str] = Counter()
    for credit in found:
        counts[credit.name] += credit.weight
    return tuple(sorted(name for name, count in counts.items() if count >= 2))


def list_helpers(article: Article, found: Iterable[Credit]) -> tuple[str, ...]:
    """Return the agencies that are credited at all, or contributed, in alphabetical order.

    What they gave may be the report or a line of it: how much the two share has to tell.
    """
    names = {credit.name for credit in found}
    for line in _LINE.findall(_cut_body(article)):
        if "ontribut" in line:  # else there is nothing to find, and looking for it takes long
            names.update(match["list"] or match["end"] for match in _HELPED.finditer(line))
    return tuple(sorted({name_agency(name) for name in names if is_agency(name)}))


def _cut_body(article: Article) -> str:
    return article.text[article.body.start : article.body.end][:TEXT_LIMIT]


def is_named(name: str, outlet: str) -> bool:
    """Return whether a name that is credited is that outlet's: "Fox News", "Fox News Online".

    A name of one word that many outlets have ("the Times") must be all of it. An agency may be
    called by its first letters: "PLNA" is the Pan-Lakes News Agency.
    """
    words, whole = fold_outlet(name).split(), fold_outlet(outlet).split()
    if words == whole or _abbreviates(outlet, name) or _abbreviates(name, outlet):
        return True
    if len(words) == 1 and _ANY_OUTLET.fullmatch(words[0]):
        return False
    rest = iter(whole)
    return words[:1] == whole[:1] and all(word in rest for word in words)


def _abbreviates(short: str, name: str) -> bool:
    """Return whether `short` are the first letters of an agency's name, in capitals."""
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isupper() and word != "The"]
    agency = words[-1:] == ["Agency"] or "Press" in words
    return agency and len(words) > 2 and short == "".join(word[0] for word in words)
