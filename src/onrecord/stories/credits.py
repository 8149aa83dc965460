"""Agencies and other outlets that an article credits with its report."""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.records import Article

LEAD = 500
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
_CANONICAL = {name.lower(): name for name in _AGENCIES} | {
    alias: name for name, aliases in _AGENCIES.items() for alias in aliases
}
_SHORT = "|".join(sorted(_AGENCIES))
_LONG = "|".join(
    re.escape(alias) for aliases in _AGENCIES.values() for alias in sorted(aliases, reverse=True)
)
# A name that says that it is an outlet; the agencies besides.
_SAYS_OUTLET = (
    rf"(?i:{_LONG})|(?:{_SHORT})\b"
    r"|(?:[A-Z][\w'’&.-]+ ){0,3}(?:Times|Post|Journal|Guardian|Telegraph|Herald|Tribune|Gazette|"
    r"News|Today|BBC|CNN|NBC|CBS|ABC|NPR|Politico|Axios|TV|Radio)\b"
)
_NAME = r"[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,3}"
_MEDIUM = r"(?:(?:news )?agency|newspaper|daily|weekly|broadcaster|channel|website|trade letter)"
_CREDIT = re.compile(
    rf"\b(?:told|via|[Aa]ccording to|reported by|as reported in|interview with|obtained by"
    rf"|reporting by)(?: the)?(?: {_MEDIUM})? (?P<after>{_SAYS_OUTLET}|{_NAME})"
    rf"|(?P<before>{_SAYS_OUTLET}|{_NAME})(?: news agency)?,? (?:first )?(?:has |had )?"
    r"(?:reported|reports|quoted|quotes|cited)\b"
    rf"|\b{_MEDIUM} (?P<medium>{_SAYS_OUTLET}|{_NAME})"
    r"|\b(?:[Mm]aterial|[Rr]eporting|[Cc]ontributions?|[Ff]iles) (?:from|by)(?: the)? "
    rf"(?P<line>{_SAYS_OUTLET}|{_NAME})"
)
# One of these stands in every credit; a line without any need not be looked through.
_TRIGGER = re.compile(
    r"told|via |ccording to|report|interview with|obtained by|quote|cited|aterial|eporting"
    r"|ontribution|iles |agency|newspaper|daily|weekly|broadcaster|channel|website|trade letter"
)
_LINE = re.compile(r"[^\n]+")
_OUTLET = re.compile(_SAYS_OUTLET)
_CAPTION_CREDIT = re.compile(r"\([^()\n]{0,120}\)[ \t]*$", re.MULTILINE)


def name_agency(words: str) -> str:
    """Return an agency's short name for any of its names, other names as they are."""
    return _CANONICAL.get(fold_outlet(words), words.strip())


def fold_outlet(words: str) -> str:
    """Return a name by which outlets are compared: small letters, "the" and "www." off."""
    name = " ".join(words.lower().split()).removeprefix("the ").removeprefix("www.")
    return _CANONICAL.get(name, name).lower()


def says_outlet(words: str) -> bool:
    """Return whether a name says by itself that it is an agency or an outlet."""
    return _OUTLET.fullmatch(words) is not None


def is_agency(words: str) -> bool:
    """Return whether a name is a known agency's."""
    return " ".join(words.lower().split()).removeprefix("the ") in _CANONICAL


def list_credits(article: Article) -> tuple[str, ...]:
    """Return whom the report may rest on, in alphabetical order.

    Agencies and outlets that are credited within the first LEAD characters of the body, twice,
    or in a credit line ("with material from"): a single "told Reuters" further down covers a
    detail, not the report. Other capitalised names
    in the same place ("Arden reported") are among them, since an outlet's name need not say that
    it is one; `says_outlet` tells them apart, and so do the outlets at hand.
    """
    found: Counter[str] = Counter()
    for name, weight in _find_credits(article):
        found[name] += weight
    return tuple(sorted(name for name, count in found.items() if count >= 2))


def _find_credits(article: Article) -> Iterator[tuple[str, int]]:
    """Yield who is credited, and as how many credits it counts; those of pictures are none."""
    body = article.text[article.body.start : article.body.end][:TEXT_LIMIT]
    body = _CAPTION_CREDIT.sub(lambda match: " " * len(match[0]), body)
    lines = (line.span() for line in _LINE.finditer(body))
    triggered = (line for line in lines if _TRIGGER.search(body, *line))
    for match in (match for line in triggered for match in _CREDIT.finditer(body, *line)):
        name = match["after"] or match["before"] or match["medium"] or match["line"]
        strong = match["line"] is not None or match.start() < LEAD
        yield name_agency(name.removesuffix("’s").removesuffix("'s")), 1 + strong
