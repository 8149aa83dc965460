"""Find the news agency that a report comes from, and the dateline it carries.

An agency is named in the byline, in the dateline ("ARDEN (AP) –"), in a credit line, or again and
again in the text ("Reuters reported", "via Reuters").
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from onrecord.data import read_table
from onrecord.records import Dateline, Span
from onrecord.text import list_tokens

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}}\.? {_MONTH})(?:,? \d{{4}})?"
_WORD = r"[A-ZÀ-ÞА-Я][\w.’'-]*"
_CAPITALS = r"[A-ZÀ-ÞА-Я][A-ZÀ-ÞА-Я.’'-]+"
_PLACE = (
    rf"{_WORD}(?:[ /-](?:{_WORD}|de|del|la|al|of|the|am|an|der))*(?:, {_WORD}(?: {_WORD}){{0,2}})?"
)
_LOUD_PLACE = rf"{_CAPITALS}(?:[ /-]{_CAPITALS}){{0,4}}(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){{0,2}})?"
_DASH = r"[—–―-]{1,2}"
_NAMED = r"(?P<agency>[\w./ -]{2,40}?)"
_WITH_AGENCY = re.compile(
    rf"\W{{0,2}}(?P<place>{_PLACE}),? *(?:[,(] *{_DAY} *\)?,? *)?"
    rf"[(\[]{_NAMED}[)\]](?: *[,(]? *{_DAY}\)?)? *(?:{_DASH}|:|\.)? *"
)
_AGENCY_AFTER_DAY = re.compile(
    rf"\W{{0,2}}(?P<place>{_PLACE}),? *\(? *{_DAY} *\)?,? *[(\[]?{_NAMED}[)\]]? *{_DASH} *"
)
_PLACE_ONLY = re.compile(rf"(?P<place>{_LOUD_PLACE})(?:,? *\(?{_DAY}\)?)? *(?:{_DASH}|:) +")
_AGENCY_ONLY = re.compile(rf"[(\[](?P<agency>[A-Z][\w ./-]{{1,40}})[)\]] *{_DASH}? *")
_CLOSING_CREDIT = re.compile(
    r"\W*(?P<words>[^()]{2,60}?)\W*|.{0,400}[(\[–—-] *(?P<last>[^()\[\]–—]{2,40})[)\]]?\W*"
)
_CREDIT_LINE = re.compile(
    r"\W{0,3}(?:(?:(?:with|additional|some) )?(?:material|reporting|files?|input|information|"
    r"contributions?|agency reports?) (?:from|by)|source|agency|via)\s?:? (?:the )?"
    r"(?P<given>[A-Z][\w.& -]{1,40}?)\W{0,2}|\W{0,3}(?P<alone>[\w.& -]{2,40}?)\W{0,2}",
    re.IGNORECASE,
)
_CAPITAL_NAME = re.compile(r"[A-Z]{2,6}")
_NO_AGENCY = frozenset(
    "END ENDS TOP MORE FAQ RSS PDF TAGS ADS NEWS SPORT LIVE MENU HOME BLOG".split()
)
_BYLINE_PARTS = re.compile(r"\s*(?:,|/|\||;| and | with | for | via | in | - | – )\s*")
_CREDIT_REACH = 3  # lines after the last one of the body
_DATELINE_REACH = 160  # characters of the first paragraph in which a dateline may stand
_REPEATED = 3  # times that "Reuters reported" makes an article rest on the agency


@cache
def _known_agencies() -> dict[str, str]:
    """Return the agency's usual short name for every known form of its name."""
    forms: dict[str, str] = {}
    for row in read_table("agencies.csv"):
        for form in (row["name"], *row["aliases"].split("|")):
            forms[form] = row["name"]
            forms[form.upper()] = row["name"]
    return forms


def name_agency(words: str) -> str | None:
    """Return the short name of the agency that `words` are the name of, if it is a known one."""
    bare = words.strip(" .,;:()[]–—-/|\u00a0")
    return _known_agencies().get(bare)


def find_dateline(text: str, paragraph: Span) -> tuple[Dateline | None, str | None]:
    """Return the dateline at the start of `paragraph`, and the agency that it names.

    "PLACE (NAME) –" is evidence of an agency even where the name is not a known one. A place alone
    needs capitals and a dash: "ARDEN — The council met".
    """
    head = text[paragraph.start : min(paragraph.end, paragraph.start + _DATELINE_REACH)]
    for pattern in (_WITH_AGENCY, _AGENCY_AFTER_DAY):
        match = pattern.match(head)
        if match is not None and _is_agency(match["agency"], match[0], match["place"]):
            return _make_dateline(match, paragraph.start), _short_name(match["agency"])
    match = _PLACE_ONLY.match(head)
    if match is not None and len(match["place"].split()) <= 5:
        return _make_dateline(match, paragraph.start), None
    match = _AGENCY_ONLY.match(head)
    if match is not None and name_agency(match["agency"]) is not None:
        return None, _short_name(match["agency"])
    return None, None


def read_credit(line: str, *, marked: bool = False) -> str | None:
    """Return the agency that a credit line names ("With material from AP", "(AP)"), or `None`.

    An agency that is not a known one needs a name in capitals, and words that say what it gave,
    unless the line is `marked` as a credit for other reasons.
    """
    match = _CREDIT_LINE.fullmatch(line) if len(line) <= 80 else None
    if match is None:
        return None
    words = (match["given"] or match["alone"]).strip()
    if known := name_agency(words):
        return known
    loud = _CAPITAL_NAME.fullmatch(words) is not None and words not in _NO_AGENCY
    return words if loud and (marked or match["given"] is not None) else None


def mark_credits(texts: Sequence[str], reasons: list[str | None], in_body: list[bool]) -> None:
    """Take the credit line of an agency at the end of the body, or right below it, out of it.

    A name alone that is no known agency's needs a picture credit that says it too.
    """
    last = max((index for index, body in enumerate(in_body) if body), default=None)
    if last is None:
        return
    for index in range(last, min(last + _CREDIT_REACH, len(texts))):
        named = read_credit(texts[index], marked=True) if reasons[index] is None else None
        if named and (read_credit(texts[index]) or _credits_picture(texts, named)):
            in_body[index] = False
            reasons[index] = "agency credit"
            return


def _credits_picture(texts: Sequence[str], name: str) -> bool:
    return any(line.endswith((f"/{name})", f"/ {name})", f"({name})")) for line in texts)


def find_agency(
    byline: str | None, credit_lines: Iterable[str], paragraphs: Iterable[str]
) -> str | None:
    """Return the agency named in the byline, in a credit line, or relied on through the text."""
    if byline is not None and (named := _named_in(byline)):
        return named
    for line in credit_lines:
        if named := read_credit(line):
            return named
        match = _CLOSING_CREDIT.fullmatch(line[-460:])
        if match is not None and (named := name_agency(match["words"] or match["last"] or "")):
            return named
    return _relied_on(paragraphs)


def _named_in(byline: str) -> str | None:
    for part in (byline, *_BYLINE_PARTS.split(byline)):
        if named := name_agency(part):
            return named
    return None


@cache
def _reliance() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(_known_agencies(), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<first>{forms})(?: news agency)? (?:reported|reports|said|quoted|writes|citing)\b"
        r"|\b(?:via|[Aa]ccording to|told|[Rr]eported by|[Ww]ith|[Bb]y) (?:the )?"
        rf"(?P<then>{forms})\b"
    )


@cache
def _forms_by_first_word() -> dict[str, list[str]]:
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for form in _known_agencies():
        forms[next(word for word in list_tokens(form) if word != "the")].append(form)
    return dict(forms)


def _names_agency(paragraph: str) -> bool:
    """Return whether a known form of an agency's name is in `paragraph`; to ask that is cheap."""
    forms = _forms_by_first_word()
    found = forms.keys() & list_tokens(paragraph)
    return any(form in paragraph for first in found for form in forms[first])


def _relied_on(paragraphs: Iterable[str]) -> str | None:
    counts: Counter[str] = Counter()
    for paragraph in filter(_names_agency, paragraphs):
        for match in _reliance().finditer(paragraph):
            counts[_known_agencies()[match["first"] or match["then"]]] += 1
    if not counts:
        return None
    name, count = counts.most_common(1)[0]
    return name if count >= _REPEATED else None


def _is_agency(name: str, whole: str, place: str) -> bool:
    """Tell an agency in a dateline from another bracket: a known name, or capitals and a dash."""
    if name_agency(name) is not None:
        return len(place.split()) <= 8
    loud = place.isupper() or place.split(",")[0].isupper()
    return loud and re.search(rf"{_DASH} *$", whole) is not None and name[:1].isupper()


def _short_name(words: str) -> str:
    return name_agency(words) or words.strip()


def _make_dateline(match: re.Match[str], offset: int) -> Dateline:
    end = match.start() + len(match[0].rstrip())
    return Dateline(
        place=match["place"].strip(" ,"), span=Span(offset + match.start(), offset + end)
    )
