"""What a measure is of: "six hours of talks", "a 40-minute search", "the fine was $5 million"."""

import re
from collections.abc import Sequence

from onrecord.figures.counted import is_plural, make_counted, phrase_words
from onrecord.figures.subjects import (
    DETERMINERS,
    LINKS,
    PREPOSITIONS,
    PRONOUNS,
    VERB,
    find_subject,
)
from onrecord.records import Span

# What money is given and time is spent in; "in March" and "in Lima" are other matters.
_HELD_IN = (
    "aid|assistance|damages?|loans?|grants?|cash|fines?|taxes|revenues?|sales|exports?|imports?|"
    "debts?|losses|profits?|funding|support|investments?|compensation|savings|support|subsidies|"
    "military|humanitarian|financial|emergency|economic|development|prison|jail|detention|custody|"
    "office|power|exile|hospital|captivity|solitary"
)
_OF_AFTER = re.compile(
    rf"\s(?:(?:worth )?of|in(?=\s(?:{_HELD_IN})\b))\s(?!which|whom|total|all\b)"
    rf"(?:{DETERMINERS}\s)?(?:own\s)?(?:[\w’'-]+[’']s\s)?",
    re.IGNORECASE,
)
# "a fine of 250,000 crowns", "waves of up to six metres"
_OF_BEFORE = re.compile(
    r"(?P<words>(?:[\w’'-]+\s){1,3})of\s(?:only\s|just\s|another\s|the\s)?(?:[A-Z]{0,3}[$€£¥])?$"
)
_COMPOUND_BEFORE = re.compile(
    rf"\b(?:{DETERMINERS}|another|every|[\w]+[’']s?)\s(?:(?!(?:is|are|was|were|has|had|\w+ed|rose|fell|cost|took)\s)[a-z-]+\s)?(?:[A-Z]{{0,3}}[$€£¥])?$",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?P<what>met|meet|meeting|talked|spoke|fought|waited|queued|debated|negotiated)\b"
    r"[^.;:!?“”\"]{0,50}$",
    re.IGNORECASE,
)
# What stands before "of" and is no noun: "spoke of 40 minutes", "out of 20 kilometres".
_NO_WHOLE = frozenset(
    "out spoke speaks speaking consists consisted made composed because full short instead ahead "
    "figure total number sum amount minimum maximum average majority level rate kind sort talks "
    "talked think thought dreamed accused told heard inside outside capable half third quarter "
    "high low".split()
)
_BY_OBJECT = re.compile(
    r"\b(?:cut|rais|reduc|increas|lower|boost|slash|trimm?|lift|extend|improv|expand|shorten|rais"
    r"|prolong|hik)(?:e|es|ed|ing|s|ting|med)?\s"
    rf"(?:{DETERMINERS}\s)?(?P<what>[a-z-]+(?:\s[a-z-]+){{0,3}}?)"
    r"(?:\s(?:to|from|in|for)\s[A-Z]\w+)?\s(?:by|to|from)\s(?:[A-Z]{0,3}[$€£¥])?$"
)
_OFFSET_AFTER = re.compile(r"\s(?:after|before|later|earlier|prior to|out from)\b")
_WORTH = re.compile(
    r"\b(?P<what>(?!(?:is|are|was|were|be|been|not)\s)[a-z-]{2,})\sworth\s$", re.IGNORECASE
)
# What stands between two measures of one thing: "0.4 percent higher at $1,983".
_LEVEL_BETWEEN = re.compile(r"\s(?:(?:higher|lower|up|down)\s)?(?:at|to)\s")
_COMPARED_BETWEEN = re.compile(r"(?:\sof\s[a-z]+)?,\s(?:or\s|up\s|down\s|some\s|about\s)?")
_COMPARED_AFTER = re.compile(r"\s(?:more|less|fewer|higher|lower|up|down)\b")
# "36 jets from Sweden for $5.4 billion": the money is the price of what is counted.
_PRICE_BETWEEN = re.compile(r"[^.;:,]{0,40}\sfor\s")
_APPOSED = re.compile(rf"\b(?:{DETERMINERS})\s(?P<what>(?:[\w-]+\s)?[\w-]+),\s$", re.IGNORECASE)
_AGED = re.compile(r"(?P<what>[\w’'-]+)\s(?:aged|over the age of|under the age of)\s(?:of\s)?$")


def find_measured(
    text: str, figure: Span, sentence: Span, *, joined: bool, named: Sequence[Span] = ()
) -> str | None:
    """Return what the measure at `figure` is of, in the article's words, or `None`.

    In this order: what follows "of" or "in"; what stands before "of"; the noun that the measure
    qualifies (`joined` by a hyphen, or behind an article); the meeting or wait that lasts so
    long; the subject of the clause.
    """
    if _OFFSET_AFTER.match(text, figure.end, sentence.end):
        return None  # "three weeks after the vote" is the length of nothing
    after = _find_after(text, figure.end, sentence.end)
    if after is not None:
        return after
    before = text[max(sentence.start, figure.start - 90) : figure.start]
    whole = find_whole(before)
    if whole is not None:
        return whole
    if joined or _COMPOUND_BEFORE.search(before[-40:]):
        qualified = _find_qualified(text, figure.end, sentence.end)
        if qualified is not None:
            return qualified
    changed = find_changed(before)
    if changed is not None:
        return changed
    for pattern in (_AGED, _WORTH):
        told = pattern.search(before)
        if told is not None:
            return told["what"]
    apposed = _APPOSED.search(before)
    if apposed is not None and text[figure.end : figure.end + 1] == ",":
        return apposed["what"]
    meeting = _MEETING.search(before[-60:])
    if meeting is not None:
        return meeting["what"].lower()
    return find_subject(text, figure.start, sentence.start, named)


def is_of_the_same(text: str, before: Span, figure: Span, *, price: bool) -> bool:
    """Return whether the measure at `figure` is of what the quantity at `before` is of.

    A level behind a change, or a change behind a level, in one breath; or the `price` of what is
    counted.
    """
    if price and _PRICE_BETWEEN.fullmatch(text, before.end, figure.start):
        return True
    if _LEVEL_BETWEEN.fullmatch(text, before.end, figure.start):
        return True
    return (
        _COMPARED_BETWEEN.fullmatch(text, before.end, figure.start) is not None
        and _COMPARED_AFTER.match(text, figure.end) is not None
    )


def _find_after(text: str, end: int, limit: int) -> str | None:
    match = _OF_AFTER.match(text, end, limit)
    if match is None:
        return None
    return _noun_phrase(text, match.end(), limit)


def _noun_phrase(text: str, start: int, limit: int) -> str | None:
    words = phrase_words(text, start, limit)[:4]
    for index, word in enumerate(words):
        if index and VERB.fullmatch(word.text):
            words = words[:index]
            break
        if is_plural(word.text):
            words = words[: index + 1]
            break
    return make_counted(text, words).phrase if words else None


def find_changed(before: str) -> str | None:
    """Return what is raised or cut by an amount: "reduced jobs by " gives "jobs"."""
    told = _BY_OBJECT.search(before)
    if told is None or VERB.fullmatch(told["what"].split()[0]):
        return None  # "a rate hike plunged to"
    return told["what"]


def find_whole(before: str) -> str | None:
    """Return the noun before an "of" that `before` ends in: "a magnitude of " gives "magnitude"."""
    group = _OF_BEFORE.search(before)
    return _read_before_of(group["words"]) if group is not None else None


def _read_before_of(words: str) -> str | None:
    """Return the noun before "of", with its modifiers: "a heavy fine " gives "heavy fine"."""
    parts = words.split()
    while len(parts) > 1 and (
        parts[0].lower() in PREPOSITIONS
        or re.fullmatch(DETERMINERS, parts[0], re.IGNORECASE)
        or VERB.fullmatch(parts[0])
        or parts[0].lower() in LINKS
    ):
        parts = parts[1:]
    last = parts[-1].lower()
    if last in PREPOSITIONS or last in PRONOUNS or last in _NO_WHOLE:
        return None
    for index in range(len(parts) - 1, -1, -1):
        if parts[index].lower() in PREPOSITIONS or parts[index].lower() in LINKS | {"the", "a"}:
            parts = parts[index + 1 :]
            break
    return " ".join(parts[-2:] if len(parts) > 1 and not VERB.fullmatch(parts[-2]) else parts[-1:])


def _find_qualified(text: str, end: int, limit: int) -> str | None:
    """Return the noun that a measure before it qualifies: "31-kilometre strait"."""
    words = phrase_words(text, end, limit)
    if not words or words[0].span.start > end + 1 or VERB.fullmatch(words[0].text):
        return None
    if re.fullmatch(
        r"higher|lower|more|less|long|wide|high|deep|tall|away|old|fewer", words[0].text
    ):
        return None
    return _noun_phrase(text, end, limit)
