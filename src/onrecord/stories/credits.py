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
_OUTLET = (
    rf"(?P<name>(?i:{_LONG})|(?:{_SHORT})\b"
    r"|(?:[A-Z][\w'’&.-]+ ){0,3}(?:Times|Post|Journal|Guardian|Telegraph|Herald|Tribune|Gazette|"
    r"News|Today|BBC|CNN|NBC|CBS|ABC|NPR|Politico|Axios|TV|Radio)\b)"
)
_CREDIT = re.compile(
    rf"\b(?:told|via|[Aa]ccording to|reported by|as reported in|confirmed to|interview with"
    rf"|obtained by)(?: the)? {_OUTLET}"
    rf"|{_OUTLET.replace('name', 'name2')}(?: news agency)?,? (?:first )?(?:has |had )?"
    r"(?:reported|reports|quoted|quotes|cited)\b"
)
_CAPTION_CREDIT = re.compile(r"\([^()\n]{0,120}\)[ \t]*$", re.MULTILINE)


def name_agency(words: str) -> str:
    """Return an agency's short name for any of its names; other names in lower case, "the" off."""
    name = re.sub(r"^the\s+", "", words.strip().lower())
    return _CANONICAL.get(name, name)


def list_credits(article: Article) -> tuple[str, ...]:
    """Return the agencies and outlets that the report rests on, in alphabetical order.

    One that is credited within the first LEAD characters of the body, or twice. A single credit
    further down covers a detail, not the report.
    """
    found = Counter[str]()
    for start, name in _find_credits(article):
        found[name] += 2 if start < LEAD else 1
    return tuple(sorted(name for name, count in found.items() if count >= 2))


def _find_credits(article: Article) -> Iterator[tuple[int, str]]:
    """Yield where in the body someone is credited, and who; credits of pictures are none."""
    body = article.text[article.body.start : article.body.end][:TEXT_LIMIT]
    body = _CAPTION_CREDIT.sub(lambda match: " " * len(match[0]), body)
    for match in _CREDIT.finditer(body):
        yield match.start(), name_agency(match["name"] or match["name2"])
