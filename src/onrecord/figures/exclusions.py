"""Numbers that are no quantities: dates, names of things, list marks, clock times, pronouns."""

import re

from onrecord.figures.bounds import find_bound_before
from onrecord.figures.numbers import Number
from onrecord.figures.units import find_unit_after
from onrecord.records import Span

_CLOCK_AFTER = re.compile(
    r"(?:[:.]\d{2})?\s?(?:a\.?m\b|p\.?m\b|o['’]clock|hrs\b|GMT|UTC|CET|EST|EDT)", re.IGNORECASE
)
_YEAR_LIKE = re.compile(r"(?:1[5-9]|2[01])\d\d|1[0-4]\d\d")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?\s$")
_DAY_OR_MONTH = re.compile(rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_MONTH}")
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b")
# A word that numbers a thing: what follows is its name.
_NUMBERED = re.compile(
    r"\b(?:No|Nos|number|article|section|chapter|resolution|clause|paragraph|page|pp?|phase|stage|"
    r"step|flight|highway|route|interstate|unit|room|gate|pier|platform|channel|protocol|rule|"
    r"title|part|volume|vol|issue|episode|season|round|group|grade|level|category|type|model|"
    r"version|mark|class|question|figure|table|game|apollo|formula|day|bus|line|tier|"
    r"world war|act|scene|lane|track|terminal|block|zone|sector|exit|junction)"
    r"\.?[\s-]$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"[^.!?:“\"‘'\s]\s(?P<word>[a-z]?[A-Z][\w’'&.-]*)[\s\u00a0-]$")
# "macOS 14", "iPad 9": such a capital is a brand's, wherever the word stands.
_BRAND_BEFORE = re.compile(r"(?<!\w)[a-z]{1,3}[A-Z]\w+[\s\u00a0-]$")
_FUNCTION_WORD = re.compile(
    r"(?:[A-Z][a-z]*[’']s?|With|In|At|On|By|For|From|Of|The|And|Or|But|To|About|Over|Under|Some|"
    r"Nearly|Almost|Only|Just|Another|All|Than|Least|Around|These|Those|Its|Their|His|Her|We|They)"
)
_AIRCRAFT = re.compile(r"7[0-8]7")
_AIRCRAFT_AFTER = re.compile(r"s\b|\s(?:Max|MAX|Dreamliner|jets?|aircraft|airliner)|-\d")
_CODE_AFTER = re.compile(r"\s(?:zip|postal|area) code", re.IGNORECASE)
_STREET = re.compile(
    r"\s(?:[A-Z]\s)?(?:[\w’'-]+\s){0,3}?(?:Road|Rd|Street|St|Avenue|Ave|Way|Lane|Drive|Boulevard|"
    r"Blvd|Square|Center|Centre|Plaza|Place|Court|Terrace|Crescent|Ranch Road|Close)\b|"
    r"\s(?:Rue|rue|Ave|Avenue|Via|Calle|Avenida|Boulevard|Rua|Jalan)\s[A-Zd]"
)
# "Ode Baru, 65, said": the age of somebody, told in passing.
_AGE_BEFORE = re.compile(r"[A-Z][\w’'-]+,\s$")
_AGE_AFTER = re.compile(r"(?:,|\.\s|\.$|\s(?:and|who|from|of)\b)")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|from|until|till|before|after|during|early|late|mid|to|and|the|around|for"
    r"|year)[\s-]$|[,(–-]\s?$|^$",
    re.IGNORECASE,
)
_YEAR_PLAIN = re.compile(r"\b(?:in|since|year|until|from|by|before|after|of)\s$", re.IGNORECASE)
_COUNTS_AFTER = re.compile(
    r"\s(?:[a-z-]+\s)?[a-z]{2,}s\b|\s(?:people|troops|men|women|children|sq)\b"
)
_PRONOUN_BEFORE = re.compile(
    r"\b(?:no|any|every|some|each|the|this|that|which|another|good|bad|only|loved|young|little|"
    r"last|next|new|one|not|square|day|formula|same|on)[\s-]$",
    re.IGNORECASE,
)
_PRONOUN_AFTER = re.compile(
    r"\s(?:of|another|day|by|who|that|which|last|final|can|cannot|need|needs|do|does|never|wonders|could|should|must|might|would|has|had|is|was|were|are|will|may|'s|’s|"
    r"side|thing|to|in|on|at|and|or|but|for|with|about)\b|[’'](?:s|d)\b|[-–]\w|\s*[.,;:!?)”\"’]",
    re.IGNORECASE,
)
# The count of a gallery: "Hide Caption 3 of 10 Photos:", "Image 1 of 13".
_PICTURES = r"(?:Photos?|Images?|Pictures?|Slides?)"
_GALLERY_AFTER = re.compile(rf"\s(?:(?:of|/)\s\d+\s)?{_PICTURES}(?::|\s*$|\s[A-Z])")
_GALLERY_BEFORE = re.compile(rf"\b{_PICTURES}\s(?:\d+\s?(?:of|/)\s?)?$")
# "zero-emission power", "zero tolerance": the kind of a thing.
_NONE_OF_IT = re.compile(r"-[a-z]|\s(?:tolerance|emissions?|carbon|gravity|hour|day|waste)\b")
# "a two-state solution", "a five-point plan": the kind of a thing.
_COMPOUND = re.compile(
    r"-(?:points?(?=\s(?:\w+\s)?(?:plan|proposal|agenda|strategy|program|programme|checklist|list)\b)"
    r"|(?:states?|way|party|sided|pronged|track|step|tier|stage|star|horse|front|pillar|factor)\b)"
)
_SPELLED_SHORT = 10
# "his 2018 challengers", "her 2016 loss": the year of a thing that somebody has.
_RECENT = re.compile(r"(?:19[5-9]|20[0-4])\d")
_OF_YEAR_AFTER = re.compile(
    r"\s(?:presidential\s|general\s|midterm\s)?(?:campaign|elections?|race|convention|census|season"
    r"|budget|midterms|primar(?:y|ies)|recession|crisis|Olympics|Games)\b"
)
_OWNED = re.compile(
    r"(?:\b(?:his|her|its|their|our|my|whose)|[’']s)\s(?:[a-z-]+\s)?$", re.IGNORECASE
)
# "the 1033 program", ".50 caliber": what a thing is called by.
_CALLED_AFTER = re.compile(r"\s(?:program|programme|visa|form)\b|[\s-]calib(?:er|re)\b")
# "will do a 180", "60 Minutes" the programme
_TURN = re.compile(r"(?:180|360)")
_TURN_BEFORE = re.compile(r"\ba\s$")
_TURN_AFTER = re.compile(r"\s(?:on|in|from|turn|and|with|when)\b|[.,;:!?”\"]|$")
_PROGRAMME_AFTER = re.compile(r"\s(?:Minutes|Hours|Days|Seconds|Questions)\b")
_MOST_POINTS = 20
_POINTS_REACH = 1500  # characters on either side
_LIST_MARK = re.compile(r"[.)]\s")
_PHONE = re.compile(r"[+(]?\d[\d() -]{6,}\d")
_PHONE_BEFORE = re.compile(
    r"\b(?:call|phone|telephone|tel|dial|hotline|text|whatsapp|ring)\b[^.]{0,20}$", re.IGNORECASE
)
_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})(?![\w%])")
_VOTE_BEFORE = re.compile(r"\bvotes?\b[^.;:]{0,40}$|\bvoted (?:by |of )?$")
_SCORE_BEFORE = re.compile(r"(?<![\d.,/-])(\d{1,3})[-–]$")
# "The two sides": who is meant, and not how many.
_DEFINITE = re.compile(r"\b(?:the|these|those|both)\s$", re.IGNORECASE)
_PARTIES = re.compile(
    r"\s(?:[a-z]+\s)?(?:sides|countries|nations|states|governments|leaders|ministers|presidents|"
    r"men|women|parties|powers|allies|neighbou?rs|rivals|capitals|navies|armies|delegations|"
    r"diplomats|officials|teams|brothers|sisters)\b"
)
_RANKED = re.compile(r"\b(?:top|bottom)\s$", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s(?!in\b|of\b|on\b|at\b|during\b|with\b|and\b|to\b)[a-z-]{3,}")
_OR_SO = re.compile(r"\ban?\s\w+\sor\s$", re.IGNORECASE)  # "a day or two"
_TIMES_AFTER = re.compile(r"\stimes\s(?:its|their|his|her|the|that|this)\b")
# "within an hour", "a week of mourning": the article is a number there.
_ARTICLE_BEFORE = re.compile(
    r"\b(?:for|after|lasts?|lasted|takes?|took|taken|another|only|just|quite|spent|spend|spends"
    r"|waited|every)\s$|[“‘\"]$",
    re.IGNORECASE,
)
_ARTICLE_AFTER = re.compile(
    r"\s(?:(?:minute|hour|day|night|week|fortnight|month|year|decade|century)\sof\s[a-z]{3,}"
    r"|\w+(?:\smile)?\sand a half)",
    re.IGNORECASE,
)
_IN = re.compile(r"\bin\s$", re.IGNORECASE)
# So many "in a week"; but "ask again in a week" is a date.
_COUNTED_IN = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|second"
    r"|third|fourth|fifth|twice)\b)[^.;:]*\bin\s$",
    re.IGNORECASE,
)
_FIRST_IN = re.compile(
    r"\b(?:first|only|once|twice|most|least|worst|best|\w{3,}est|times)\b[^.;]*\b(?:in|for)\s"
    r"(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_ARTICLE_UNLESS = re.compile(
    r"\s\w+(?:\s(?:ago|or|later|earlier|before|when|that|which|like|older|younger|time)\b|-)"
)


def is_no_quantity(text: str, number: Number, sentence: Span) -> bool:
    """Return whether the digits or words of `number` mean something else than a quantity.

    It looks a few dozen characters to either side; dates and times that the article's timexes
    cover are left out before this is asked.
    """
    start, end = number.span
    before = text[max(sentence.start, start - 32) : start]
    after = text[end : min(sentence.end, end + 40)]
    match number.form:
        case "article":
            return not _is_counting_article(text, start, before, after, sentence.start)
        case "words" if number.magnitude:
            return False
        case "words":
            return _names_with_word(text, number, sentence, before, after)
        case "digits" if not number.magnitude:
            return _names_with_digits(text, number, sentence, before, after)
        case _:
            return False


def _is_counting_article(text: str, start: int, before: str, after: str, limit: int) -> bool:
    """Return whether "a week" is a quantity; "the first in a century" is not one."""
    if _ARTICLE_UNLESS.match(after) or _FIRST_IN.search(text, max(limit, start - 60), start):
        return False
    if _ARTICLE_AFTER.match(after):
        return True
    if _IN.search(before):
        return _COUNTED_IN.search(text, max(limit, start - 80), start) is not None
    return (
        find_bound_before(text, start, limit) is not None
        or _ARTICLE_BEFORE.search(before) is not None
    )


def _names_with_word(text: str, number: Number, sentence: Span, before: str, after: str) -> bool:
    word = text[number.span.start : number.span.end]
    if word.lower() == "zero" and _NONE_OF_IT.match(after):
        return True
    if _COMPOUND.match(after) and number.high <= _SPELLED_SHORT:
        return find_unit_after(text, number.span.end, sentence.end) is None
    named = word[0].isupper() and _is_name(text, number, sentence)
    if word.lower() == "one" and not named and _NUMBERED.search(before) is None:
        return _PRONOUN_BEFORE.search(before) is not None or _PRONOUN_AFTER.match(after) is not None
    if _NUMBERED.search(before) or _TIMES_AFTER.match(after) or _OR_SO.search(before):
        return True
    if named:
        return True
    if _RANKED.search(before):
        return _NOUN_AFTER.match(after) is None
    if _DEFINITE.search(before) is None:
        return False
    if word.lower() == "two":  # but "the two hours of talks"
        return find_unit_after(after, 0, len(after)) is None
    return word.lower() in ("three", "four", "five") and _PARTIES.match(after) is not None


def _is_name(text: str, number: Number, sentence: Span) -> bool:
    """Return whether a capital makes a number part of a name: "the Group of Seven".

    It does not where a sentence or quotation starts, nor behind the dash of a dateline, nor in a
    headline that has capitals anyway.
    """
    told = text[sentence.start : number.span.start]
    before = told.rstrip()
    if not before or not (before[-1].isalnum() or told[-1] == "-"):
        return False
    return _is_in_prose(text, number, sentence)


def _is_in_prose(text: str, number: Number, sentence: Span) -> bool:
    """Return whether most words around a number have no capital, as they have in a headline."""
    before = text[sentence.start : number.span.start].rstrip()
    words = f"{before} {text[number.span.end : sentence.end]}"[:200].split()[1:]
    letters = [word[0] for word in words if word[0].isalpha()]
    return 2 * sum(letter.islower() for letter in letters) >= len(letters)


def _names_with_digits(text: str, number: Number, sentence: Span, before: str, after: str) -> bool:
    start, end = number.span
    words = text[start:end]
    measured = find_unit_after(text, end, sentence.end) is not None
    return bool(
        _CLOCK_AFTER.match(after)
        or (_MONTH_BEFORE.search(before) and (number.low <= 31 or _YEAR_LIKE.fullmatch(words)))
        or (number.low <= 31 and _MONTH_AFTER.match(after))
        or (not measured and _is_year(words, before, after))
        or (
            number.low < 120
            and not measured
            and _AGE_BEFORE.search(before)
            and _AGE_AFTER.match(after)
        )
        or (not measured and _is_numbered(words, before, after))
        or (start == sentence.start and _LIST_MARK.match(after))
        or _is_point(text, number)
        or _GALLERY_AFTER.match(after)
        or _GALLERY_BEFORE.search(before)
        or (_TURN.fullmatch(words) and _TURN_BEFORE.search(before) and _TURN_AFTER.match(after))
        or (_PROGRAMME_AFTER.match(after) and _is_in_prose(text, number, sentence))
        or _is_part_of_code(text, start, end)
    )


def _is_point(text: str, number: Number) -> bool:
    """Return whether a bracketed number is one of several points: "(1) tax cuts, (2) loans"."""
    start, end = number.span
    if number.high > _MOST_POINTS or text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return False
    around = text[max(0, start - _POINTS_REACH) : end + _POINTS_REACH]
    return any(f"({number.high + step:.0f})" in around for step in (-1, 1))


def _is_year(words: str, before: str, after: str) -> bool:
    """Tell a year from a bare four-digit count: "in 1900 ships sailed", "took 1900 ships"."""
    first, *others = re.split(r"\D+", words)
    if not all(_YEAR_LIKE.fullmatch(year) for year in (first, *others)) or before.rstrip().endswith(
        ("$", "€", "£", "¥")
    ):
        return False
    counts = _COUNTS_AFTER.match(after) is not None
    if _RECENT.fullmatch(first) and (_OWNED.search(before) or _OF_YEAR_AFTER.match(after)):
        return True
    if others:
        return not counts or _YEAR_BEFORE.search(before) is not None or "between" in before.lower()
    if first < "1500":
        return not counts and _YEAR_PLAIN.search(before) is not None
    return not counts or _YEAR_BEFORE.search(before) is not None


def _is_numbered(words: str, before: str, after: str) -> bool:
    if _NUMBERED.search(before) or _STREET.match(after) or _CODE_AFTER.match(after):
        return True
    if _CALLED_AFTER.match(after):
        return True
    if _AIRCRAFT.fullmatch(words) and _AIRCRAFT_AFTER.match(after):
        return True
    if _BRAND_BEFORE.search(before):
        return True
    name = _NAME_BEFORE.search(before)
    # "Boeing 737 jets" keeps its number in the name; "Ukraine 2,000 shells" is rare in prose.
    return (
        name is not None
        and _FUNCTION_WORD.fullmatch(name["word"]) is None
        and _DAY_OR_MONTH.fullmatch(name["word"]) is None  # "by Monday 640 had left"
        and "," not in words
        and re.match(r"[\s\u00a0]?(?:million|billion)", after) is None
    )


def _is_part_of_code(text: str, start: int, end: int) -> bool:
    """Phone numbers, scores ("2-0"), "9/11", and codes with slashes or further digit groups."""
    if re.match(r"/\d{1,2}(?![\d.,/]\d)(?! ?[a-z]{1,5}Hg)", text[end : end + 12]):
        return True
    if re.match(r"[-–/]\d+[-–/]\d", text[end : end + 12]) or re.search(
        r"\d[-–/]\d+[-–/]$", text[max(0, start - 8) : start]
    ):
        return True
    around = text[max(0, start - 12) : end + 16]
    phone = _PHONE.search(around)
    if phone is not None and sum(c.isdigit() for c in phone[0]) >= 8:
        dialled = _PHONE_BEFORE.search(text[max(0, start - 32) : start]) is not None
        if phone[0].count("-") > 1 or dialled:
            return True
    return _is_score(text, start)


def _is_score(text: str, start: int) -> bool:
    """Return whether the number at `start` is one side of "3-1": a range would rise."""
    score = _SCORE.match(text, start)
    if score is not None:
        voted = _VOTE_BEFORE.search(text[max(0, start - 40) : start]) is not None
        return voted or int(score[1]) >= int(score[2])
    other = _SCORE_BEFORE.search(text[max(0, start - 5) : start])
    here = re.match(r"\d{1,3}(?![\w%])", text[start : start + 4])
    return other is not None and here is not None and int(other[1]) >= int(here[0])
