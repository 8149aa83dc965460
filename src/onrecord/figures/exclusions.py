"""Numbers that are no quantities: dates, names of things, list marks, clock times, pronouns."""

import re

from onrecord.figures.numbers import Number

_CLOCK_AFTER = re.compile(
    r"(?:[:.]\d{2})?\s?(?:a\.?m\b|p\.?m\b|o['’]clock|hrs\b|GMT|UTC|CET|EST|EDT)", re.IGNORECASE
)
_YEAR_LIKE = re.compile(r"(?:1[5-9]|20)\d\d")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?\s$")
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b")
# A word that numbers a thing: what follows is its name.
_NUMBERED = re.compile(
    r"\b(?:No|Nos|number|article|section|chapter|resolution|clause|paragraph|page|pp?|phase|stage|"
    r"step|flight|highway|route|interstate|unit|room|gate|pier|platform|channel|protocol|rule|"
    r"title|part|volume|vol|issue|episode|season|round|group|grade|level|category|type|model|"
    r"version|mark|class|question|figure|table|top|bottom)"
    r"\.?[\s-]$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"[^.!?:“\"‘'\s]\s(?P<word>[a-z]?[A-Z][\w’'&.-]*)[\s\u00a0-]$")
# "Ode Baru, 65, said": the age of somebody, told in passing.
_AGE_BEFORE = re.compile(r"[A-Z][\w’'-]+,\s$")
_AGE_AFTER = re.compile(r"(?:,|\.\s|\.$|\s(?:and|who|from|of)\b)")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|from|until|till|before|after|during|early|late|mid|to|and|the|around|for)"
    r"[\s-]$|[,(–-]\s?$|^$",
    re.IGNORECASE,
)
_PRONOUN_BEFORE = re.compile(
    r"\b(?:no|any|every|some|each|the|this|that|which|another|good|bad|only|loved|young|little|"
    r"last|next|new|one|not|square|day)[\s-]$",
    re.IGNORECASE,
)
_PRONOUN_AFTER = re.compile(
    r"\s(?:of|another|day|by|who|that|which|can|could|should|must|might|would|has|had|is|was|'s|’s|"
    r"side|hand|thing|to|in|on|at|and|or|but|for|with|about)\b|[’'](?:s|d)\b|[-–]\w|\s*[.,;:!?)”\"’]",
    re.IGNORECASE,
)
_LIST_MARK = re.compile(r"[.)]\s")
_PHONE = re.compile(r"[+(]?\d[\d() -]{6,}\d")
_SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}(?![\w%])")


def is_no_quantity(text: str, number: Number, sentence_start: int) -> bool:
    """Return whether the digits or words of `number` mean something else than a quantity.

    It looks a few dozen characters to either side; dates and times that the article's timexes
    cover are left out before this is asked.
    """
    start, end = number.span
    words = text[start:end]
    before = text[max(sentence_start, start - 32) : start]
    after = text[end : end + 32]
    if number.form == "words":
        return words.lower() == "one" and _is_pronoun(before, after)
    if number.form != "digits" or number.magnitude:
        return False
    return bool(
        _CLOCK_AFTER.match(after) is not None
        or _MONTH_BEFORE.search(before) is not None
        or (number.low <= 31 and _MONTH_AFTER.match(after) is not None)
        or _is_year(words, before, after)
        or (number.low < 120 and _AGE_BEFORE.search(before) and _AGE_AFTER.match(after))
        or _is_numbered(before, after)
        or (start == sentence_start and _LIST_MARK.match(after) is not None)
        or _is_part_of_code(text, start, end)
    )


def _is_pronoun(before: str, after: str) -> bool:
    return _PRONOUN_BEFORE.search(before) is not None or _PRONOUN_AFTER.match(after) is not None


def _is_year(words: str, before: str, after: str) -> bool:
    """Tell a year from a bare four-digit count: "in 1900 ships sailed", "took 1900 ships"."""
    if _YEAR_LIKE.fullmatch(words) is None or before.rstrip().endswith(("$", "€", "£", "¥")):
        return False
    counts = re.match(
        r"\s(?:[a-z-]+\s)?[a-z]{2,}s\b|\s(?:people|troops|men|women|children|sq)\b", after
    )
    return counts is None or _YEAR_BEFORE.search(before) is not None


def _is_numbered(before: str, after: str) -> bool:
    if _NUMBERED.search(before):
        return True
    name = _NAME_BEFORE.search(before)
    # "Boeing 737 jets" keeps its number in the name; "Ukraine 2,000 shells" is rare in prose.
    return (
        name is not None
        and "," not in after[:1]
        and re.match(r"[\s\u00a0]?(?:%|per ?cent|million|billion)", after) is None
    )


def _is_part_of_code(text: str, start: int, end: int) -> bool:
    """Phone numbers, scores ("2-0"), and codes with slashes or further digit groups."""
    around = text[max(0, start - 3) : end + 16]
    if re.match(r"[-–/]\d+[-–/]\d", text[end : end + 12]) or re.search(
        r"\d[-–/]\d+[-–/]$", text[max(0, start - 8) : start]
    ):
        return True
    phone = _PHONE.search(around)
    if phone is not None and sum(c.isdigit() for c in phone[0]) >= 8 and phone[0].count("-") > 1:
        return True
    score = _SCORE.match(text, start)
    if score is None:
        return False
    first, second = re.split(r"[-–]", score[0])
    return int(first) >= int(second)
