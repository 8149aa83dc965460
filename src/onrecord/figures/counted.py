"""What a number counts: the noun phrase behind it, or the group before it."""

import re
from typing import NamedTuple

from onrecord.figures.fates import FATE
from onrecord.records import Span
from onrecord.text import Word, find_words

_STOP = frozenset(
    "a an the and or but nor of in on at to from by for with within without into onto over under "
    "near around along across after before since until during between among against as than that "
    "which who whom whose where when while if because so is are was were be been being has have "
    "had do does did will would could can may might must should shall said says told it its he she "
    "they his her their our your my this these those not no also still just only per each every "
    "about more less up down out off away back there here now then ago according came went left "
    "got stood made took gave lay sat led held lost won fell rose grew ran kept put set met began "
    "ended shot me us him them you we i plus versus yes both all include includes included "
    "including what how why".split()
)
_PLURALS = frozenset(
    "people men women children police troops personnel staff crew fish aircraft spacecraft cattle "
    "sheep deer youth folk infantry cavalry militia elderly feet teeth geese mice oxen "
    "servicemen servicewomen policemen fishermen firemen lawmen businessmen clergy".split()
)
# Plurals that qualify another one: "police officers", "arms dealers".
_BEFORE_PLURAL = frozenset(
    "police women men children youth sports arms weapons drugs troops crew staff infantry cavalry "
    "militia armed forces services".split()
)
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ous|[’']s)$")
_VERB = re.compile(r"\w{3,}ed|\w+ly|\w{4,}ing")
# Words in "ing" before a noun: "14 Ostran fishing boats".
_ATTRIBUTES = frozenset(
    "fishing shipping sailing training housing living working operating voting polling mining "
    "drilling landing remaining opposing warring ruling leading fighting shopping trading "
    "reporting spending banking manufacturing engineering lobbying nursing teaching".split()
)
# A verb behind its subject: "joined" in "200,000 islanders joined"; "armed" may lead a noun.
_PAST = re.compile(r"joined|remained|marched|gathered|voted|crossed|returned|arrived|fled|shot")
_POSSESSED = re.compile(
    r"\sof\s(?:(?:the|its|their|his|her|our|my|your|these|those)|(?:[\w.’'-]+\s){0,2}[\w-]+[’']s)"
    r"\s(?:own\s)?"
    r"(?:[\d,.]+\s|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred)\s)*"
    r"(?:[\w-]+['’]s?\s)?(?:[\d,.]+\s)?(?:(?:thousand|million|billion)\s)?",
    re.IGNORECASE,
)
_BARE_POSSESSED = re.compile(r"\sof\s(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten)\s")
_PRONOUN = re.compile(r"\sof\s(?P<who>us|them|you)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\sof\s(?:them|whom)\s(?=[A-Za-z])")
_AND = re.compile(r"\s(?:and|(?P<of>of))(?=\s)")
_APPOSED = re.compile(r"\b(?P<what>[a-z-]+),\s$")
_HOLDERS = frozenset(
    "doses rounds cases boxes bags crates pieces bottles packs sets pairs loads truckloads counts "
    "rolls sacks shipments batches copies volumes days nights minutes acts".split()
)
_CONTENT = re.compile(r"\sof\s(?P<what>[a-z-]{3,})")
_GROUP = re.compile(
    r"(?P<group>crew|committee|group|team|staff|party|panel|family|convoy|fleet|garrison|population|"
    r"audience|crowd|squad|jury|delegation|bench|force|battalion|flotilla)\sof\s$"
)
_INNER = re.compile(r"\s(?P<what>[a-z]{3,}),\s(?:perhaps|maybe|possibly)\s")
_NUMBER_OF = re.compile(
    r"\b(?:number|total|toll|count|figure|tally)\sof\s(?:the\s)?(?P<what>[A-Za-z-]+(?:\s[a-z-]+)?)"
    r"(?:[^.;:\d]|(?<=\b[A-Z])\.){0,80}$"
    # "the number of boats at 12 and | that of the men at | 47"
    r"|\bthat\sof\s(?:the\s)?(?P<that>[A-Za-z-]+(?:\s[a-z-]+)?)\sat\s$"
)
_ANYBODY = frozenset("people persons civilians residents".split())
_NUMBERED_REACH = 120  # characters before a number
_PUT_AT = re.compile(r"\bputs?\s(?:(?:the|its|their)\s)?(?P<what>[a-z-]{3,}(?:\s[a-z-]+)?)\sat\s$")

_RAISED_TO = re.compile(
    r"\b(?:rais|increas|lift|cut|reduc|boost|lower)\w*\s(?:its|the|their|his|her)\s"
    r"(?P<what>(?!number|figure|total|toll|count|tally)[a-z-]{3,}(?:\s(?!for\b|to\b|of\b|in\b|from\b|on\b|by\b|with\b)[a-z-]+)?)"
    r"(?:\s(?:for|of|in|from|on|by|with)\s[^.;:,\d]{1,50})?\sto\s$",
    re.IGNORECASE,
)


class Counted(NamedTuple):
    """The head noun that is counted, the phrase in the article's words, and where it ends."""

    head: str
    phrase: str
    end: int


def find_counted(text: str, end: int, limit: int) -> Counted | None:
    """Return the noun phrase that begins right after a number, up to its first plural noun.

    "150,000 Russian troops stationed" gives head "troops" and phrase "Russian troops". Without
    a plural among the next five words, the phrase is what stands before the next function word,
    three words at most, where none of them looks like a verb.
    """
    words = phrase_words(text, end, limit)
    if not words:
        return None
    joined = _join_kinds(text, words, limit)
    if joined is not None:
        return joined
    for index, word in enumerate(words):
        if is_plural(word.text):
            # "nine police officers": a plural before a plural
            last = index
            if word.text.lower() in _BEFORE_PLURAL and last + 1 < len(words):
                last += is_plural(words[last + 1].text)
            return _with_content(text, make_counted(text, words[: last + 1]), limit)
    if len(words) > 3 or _VERB.fullmatch(words[0].text.lower()):
        return None
    if len(words) > 1 and words[-1].text.endswith("ed"):
        words = words[:-1]  # "one device seized"
    return make_counted(text, words)


def _join_kinds(text: str, words: list[Word], limit: int) -> Counted | None:
    """Return what two words of kind, or a name in two parts, tell: "embassy and consular staff"."""
    link = _AND.match(text, words[-1].span.end, limit)
    if link is None or any(is_plural(each.text) and not _is_capital(each) for each in words):
        return None
    second = phrase_words(text, link.end(), limit)
    plural = next((at for at, each in enumerate(second) if is_plural(each.text)), 0)
    if plural == 0 or _is_capital(words[-1]) != _is_capital(second[0]):
        return None
    if link["of"] and not _is_capital(words[-1]):
        return None  # "86 Gulf of Kesh platforms"
    return make_counted(text, [*words, *second[: plural + 1]])


def _is_capital(word: Word) -> bool:
    return word.text[0].isupper()


def _with_content(text: str, counted: Counted, limit: int) -> Counted:
    """Return what is counted with what it holds: "doses" as "doses of vaccine"."""
    if counted.head not in _HOLDERS:
        return counted
    match = _CONTENT.match(text, counted.end, limit)
    if match is None or match["what"] in _STOP:
        return counted
    return counted._replace(phrase=counted.phrase + match[0], end=match.end())


def find_possessed(text: str, end: int, limit: int) -> Counted | None:
    """Return what a number takes a part of: "nine of our people", "six of us"."""
    pronoun = _PRONOUN.match(text, end, limit)
    if pronoun is not None:
        who = pronoun["who"].lower()
        return Counted("people", who, end) if who == "us" else None
    match = _POSSESSED.match(text, end, limit) or _BARE_POSSESSED.match(text, end, limit)
    if match is None:
        return None
    found = find_counted(text, match.end(), limit)
    return found._replace(end=end) if found is not None else None


def find_apposed(text: str, span: Span, limit: int) -> Counted | None:
    """Return what "of them" stands for: "120 of them islanders", "the drones, fifteen of them"."""
    pronoun = _PRONOUN.match(text, span.end)
    if pronoun is None or pronoun["who"].lower() != "them":
        return None
    kind = _OF_THEM.match(text, span.end)
    words = phrase_words(text, kind.end(), kind.end() + 40)[:1] if kind else []
    if words and is_plural(words[0].text):
        return make_counted(text, words)._replace(end=span.end)
    told = _APPOSED.search(text, max(limit, span.start - 32), span.start)
    if told is None or not is_plural(told["what"]):
        return None
    return Counted(told["what"], told["what"], span.end)


def find_inner(text: str, number: Span) -> Counted | None:
    """Return the noun inside a range: "two shots, perhaps three"."""
    match = _INNER.search(text, number.start, number.end)
    return Counted(match["what"], match["what"], number.end) if match else None


def find_group_before(text: str, start: int, limit: int) -> Counted | None:
    """Return the group whose size a number tells: "a crew of 13"; it ends before "of"."""
    match = _GROUP.search(text, max(limit, start - 32), start)
    if match is None:
        return None
    head = match["group"].lower()
    return Counted(head, head, match.end("group"))


def find_numbered(text: str, start: int, limit: int) -> str | None:
    """Return what a bare number is the number of: "the number of dead rose to 9" gives "dead"."""
    begin = max(limit, start - _NUMBERED_REACH)
    put = find_put(text, start, limit)
    if put is not None:
        return put
    told = _NUMBER_OF.search(text, begin, start)
    if told is None:
        return None
    what = told["what"] or told["that"]
    first, *rest = what.split()
    if first in _ANYBODY and rest and FATE.fullmatch(rest[0]):
        return rest[0]  # "the number of people killed"
    alone = not rest or rest[0] in _STOP or _VERB.fullmatch(rest[0]) is not None
    return first if FATE.fullmatch(first) or alone else what


def find_put(text: str, start: int, limit: int) -> str | None:
    """Return what somebody puts at a number, or raises to it: "the bank put inflation at 5%" gives
    "inflation", "Peru raised its aid for farmers to $9m" gives "aid"."""
    begin = max(limit, start - _NUMBERED_REACH)
    put = _PUT_AT.search(text, begin, start) or _RAISED_TO.search(text, begin, start)
    return put["what"] if put is not None else None


def phrase_words(text: str, end: int, limit: int) -> list[Word]:
    """Return the words of the noun phrase that begins at `end`, five at most."""
    words: list[Word] = []
    for word in find_words(text, Span(end, min(limit, end + 80))):
        plain = word.text.lower()
        if not word.text[0].isalpha() or plain in _STOP or len(words) == 5:
            break
        if words and (FATE.fullmatch(plain) or _PAST.fullmatch(word.text)):
            break
        led = word.text.islower() and plain.endswith("ing") and plain not in _ATTRIBUTES
        if words and led and not is_plural(word.text):
            break
        words.append(word)
    return words


def make_counted(text: str, words: list[Word]) -> Counted:
    """Return the phrase that `words` make; the last one is its head."""
    phrase = text[words[0].span.start : words[-1].span.end]
    return Counted(head=words[-1].text.lower(), phrase=phrase, end=words[-1].span.end)


def is_plural(word: str) -> bool:
    """Return whether a word looks like a plural noun: "ships", "Iraqis", but not "crisis"."""
    plain = word.lower()
    if plain in _PLURALS or (word[0].isupper() and plain.endswith("is") and len(plain) > 5):
        return True
    return plain.endswith("s") and len(plain) > 3 and _NOT_PLURAL.search(plain) is None
