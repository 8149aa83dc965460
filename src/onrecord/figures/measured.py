"""What a measure is of: "six hours of talks", "a 40-minute search", "the fine was $5 million"."""

import re
from collections.abc import Sequence

from onrecord.figures.counted import is_plural, make_counted, phrase_words
from onrecord.records import Span
from onrecord.spans import contains
from onrecord.text import Word, find_words

_DETERMINERS = r"(?:the|its|their|his|her|all|our|a|an|this|these|those|that|some|such)"
# What money is given and time is spent in; "in March" and "in Lima" are other matters.
_HELD_IN = (
    "aid|assistance|damages?|loans?|grants?|cash|fines?|taxes|revenues?|sales|exports?|imports?|"
    "debts?|losses|profits?|funding|support|investments?|compensation|savings|support|subsidies|"
    "military|humanitarian|financial|emergency|economic|development|prison|jail|detention|custody|"
    "office|power|exile|hospital|captivity|solitary"
)
_OF_AFTER = re.compile(
    rf"\s(?:(?:worth )?of|in(?=\s(?:{_HELD_IN})\b))\s(?!which|whom|total|all\b)"
    rf"(?:{_DETERMINERS}\s)?(?:own\s)?(?:[\w’'-]+[’']s\s)?",
    re.IGNORECASE,
)
# "a fine of 250,000 crowns", "waves of up to six metres"
_OF_BEFORE = re.compile(
    r"(?P<words>(?:[\w’'-]+\s){1,3})of\s(?:only\s|just\s|another\s|the\s)?(?:[A-Z]{0,3}[$€£¥])?$"
)
_COMPOUND_BEFORE = re.compile(
    rf"\b(?:{_DETERMINERS}|another|every|[\w]+[’']s?)\s(?:(?!(?:is|are|was|were|has|had|\w+ed|rose|fell|cost|took)\s)[a-z-]+\s)?(?:[A-Z]{{0,3}}[$€£¥])?$",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?P<what>met|meet|meeting|talked|spoke|fought|waited|queued|debated|negotiated)\b"
    r"[^.;:!?“”\"]{0,50}$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[.;:!?“”\"()]|,?\s(?:and|but|while|whereas|because|although|though|where|when|who|that|if|as"
    r"|so)\s|[–—]|,\s",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:is|are|was|were|be|been|has|have|had|will|would|could|can|may|might|must|should|shall|did"
    r"|does|do|last|lasts|take|takes|took|taken|cost|costs|rise|rises|rose|risen|fall|falls|fell"
    r"|fallen|grow|grows|grew|stand|stands|stood|hit|hits|run|runs|ran|hold|holds|held|lie|lies|lay"
    r"|make|makes|made|sell|sells|sold|lose|loses|lost|win|wins|won|reach|reaches|go|goes|went|come"
    r"|comes|came|remain|remains|average|averages|total|totals|exceed|exceeds|sink|sank|slid|cut"
    r"|cuts|put|puts|put|begin|begins|began|keep|keeps|kept|end|ends|spend|spends|spent|carry"
    r"|carries|produce|produces|stretch|stretches|measure|measures|weigh|weighs|drop|drops|climb"
    r"|climbs|jump|jumps|slow|slows|hovers|covers|cover|left|blew|flew|shrank|need|needs|account"
    r"|accounts|saw|said|drew|led|met|gave|got|found|brought|told|wrote|drove|won|sat|spread|struck|swept"
    r"|shook|broke|chose|knew|threw|now|also|only|still|just|then|already|not|never|\w{3,}ed|\w{3,}ly)",
    re.IGNORECASE,
)
_PREPOSITION = frozenset(
    "in on at from by with near off after before since during over under inside outside between "
    "across along through which who whose whom".split()
)
_LINK = frozenset("of for to".split())
_PRONOUNS = frozenset(
    "it he she they we i you this that these those there who which what one none some all both "
    "others most many few each another nobody here".split()
)
# What stands before "of" and is no noun: "spoke of 40 minutes", "out of 20 kilometres".
_NO_WHOLE = frozenset(
    "out spoke speaks speaking consists consisted made composed because full short instead ahead "
    "figure total number sum amount minimum maximum average majority level rate kind sort talks "
    "talked think thought dreamed accused told heard inside outside capable".split()
)
_BY_OBJECT = re.compile(
    r"\b(?:cut|rais|reduc|increas|lower|boost|slash|trimm?|lift|extend|improv|expand|shorten|rais"
    r"|prolong|hik)(?:e|es|ed|ing|s|ting|med)?\s"
    rf"(?:{_DETERMINERS}\s)?(?P<what>[a-z-]+(?:\s[a-z-]+){{0,3}}?)\sby\s(?:[A-Z]{{0,3}}[$€£¥])?$"
)
_APPOSED = re.compile(rf"\b(?:{_DETERMINERS})\s(?P<what>(?:[\w-]+\s)?[\w-]+),\s$", re.IGNORECASE)
_AGED = re.compile(r"(?P<what>[\w’'-]+)\s(?:aged|over the age of|under the age of)\s(?:of\s)?$")
_LEADING = re.compile(
    rf"(?:(?:and|but|while|then|so|yet|still|meanwhile|only|if|as|when|because|that)\s)*"
    rf"(?:{_DETERMINERS}\s)?",
    re.IGNORECASE,
)
_TRAILING_TIME = re.compile(
    r"\s(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today)$"
)
_DIGIT = re.compile(r"\d")
_DETERMINED = re.compile(rf"\b(?:{_DETERMINERS})\s")
_BEING = frozenset("is are was were has have had".split())
# Verbs whose subject is what the figure measures; who "pledged $5 million" is not.
_MEASURING = re.compile(
    r"is|are|was|were|be|been|last(?:s|ed)?|takes?|took|taken|costs?|rises?|rose|risen|falls?|fell"
    r"|fallen|grows?|grew|grown|stands?|stood|hits?|runs?|ran|holds?|held|lies?|lay|came|comes?"
    r"|went|goes|go|reach(?:es|ed)?|remain(?:s|ed)?|averag(?:es?|ed)|total(?:s|led)?|exceed(?:s|ed)?"
    r"|sank|slid|dropp?(?:s|ed)?|climb(?:s|ed)?|jump(?:s|ed)?|slow(?:s|ed)?|slipp?(?:s|ed)?"
    r"|gain(?:s|ed)?|lost|lose[sd]?|shrank|shrunk|narrow(?:s|ed)|widen(?:s|ed)|hover(?:s|ed)?"
    r"|weigh(?:s|ed)?|measure[sd]?|stretch(?:es|ed)?|cover(?:s|ed)?|carries|carried|sells?|sold"
    r"|ends?|ended|flew|blew|moved?|passe[sd]|amount(?:s|ed)?|declined?|increased?|decreased?"
    r"|halved|doubled|tripled|surged|soared|plunged|tumbled|fetch(?:es|ed)?|delayed|extended"
    r"|closed|raised|cut|reduced|lowered|accounts?|need(?:s|ed)?|produces?|burn(?:s|ed|t)?|may|must",
    re.IGNORECASE,
)
_SUBJECT_WORDS = 8
_ADVERBIALS = 3  # phrases that may stand before a subject


def find_measured(
    text: str, figure: Span, sentence: Span, *, joined: bool, named: Sequence[Span] = ()
) -> str | None:
    """Return what the measure at `figure` is of, in the article's words, or `None`.

    In this order: what follows "of" or "in"; what stands before "of"; the noun that the measure
    qualifies (`joined` by a hyphen, or behind an article); the meeting or wait that lasts so
    long; the subject of the clause.
    """
    after = _find_after(text, figure.end, sentence.end)
    if after is not None:
        return after
    before = text[max(sentence.start, figure.start - 90) : figure.start]
    group = _OF_BEFORE.search(before)
    if group is not None:
        whole = _read_before_of(group["words"])
        if whole is not None:
            return whole
    if joined or _COMPOUND_BEFORE.search(before[-40:]):
        qualified = _find_qualified(text, figure.end, sentence.end)
        if qualified is not None:
            return qualified
    for pattern in (_BY_OBJECT, _AGED):
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


def _find_after(text: str, end: int, limit: int) -> str | None:
    match = _OF_AFTER.match(text, end, limit)
    if match is None:
        return None
    return _noun_phrase(text, match.end(), limit)


def _noun_phrase(text: str, start: int, limit: int) -> str | None:
    words = phrase_words(text, start, limit)[:4]
    for index, word in enumerate(words):
        if index and _VERB.fullmatch(word.text):
            words = words[:index]
            break
        if is_plural(word.text):
            words = words[: index + 1]
            break
    return make_counted(text, words).phrase if words else None


def _read_before_of(words: str) -> str | None:
    """Return the noun before "of", with its modifiers: "a heavy fine " gives "heavy fine"."""
    parts = words.split()
    while len(parts) > 1 and (
        parts[0].lower() in _PREPOSITION
        or re.fullmatch(_DETERMINERS, parts[0], re.IGNORECASE)
        or _VERB.fullmatch(parts[0])
        or parts[0].lower() in _LINK
    ):
        parts = parts[1:]
    last = parts[-1].lower()
    if last in _PREPOSITION or last in _PRONOUNS or last in _NO_WHOLE:
        return None
    for index in range(len(parts) - 1, -1, -1):
        if parts[index].lower() in _PREPOSITION or parts[index].lower() in _LINK | {"the", "a"}:
            parts = parts[index + 1 :]
            break
    return " ".join(parts[-2:] if len(parts) > 1 and not _VERB.fullmatch(parts[-2]) else parts[-1:])


def _find_qualified(text: str, end: int, limit: int) -> str | None:
    """Return the noun that a measure before it qualifies: "31-kilometre strait"."""
    words = phrase_words(text, end, limit)
    if not words or words[0].span.start > end + 1 or _VERB.fullmatch(words[0].text):
        return None
    if re.fullmatch(
        r"higher|lower|more|less|long|wide|high|deep|tall|away|old|fewer", words[0].text
    ):
        return None
    return _noun_phrase(text, end, limit)


def find_subject(text: str, start: int, limit: int, named: Sequence[Span] = ()) -> str | None:
    """Return the subject of the clause that leads up to `start`: the noun phrase before its verb.

    "The price of wheat has risen by " gives "price of wheat". The verb must be one that measures
    its subject. A pronoun is no such subject, and neither is one of the actors' names, `named`.
    """
    clause = _clause_before(text, max(limit, start - 160), start)
    for _ in range(_ADVERBIALS):
        if clause is None:
            return None
        opening = _LEADING.match(text, clause.start, clause.end)
        begin = opening.end() if opening else clause.start
        words = list(find_words(text, Span(begin, clause.end)))
        if not words or words[0].text.lower() not in _PREPOSITION:
            return _read_subject(text, words, named)
        # "In March the queue was": the subject follows the adverbial
        following = _DETERMINED.search(text, words[min(1, len(words) - 1)].span.end, clause.end)
        clause = Span(following.start(), clause.end) if following else None
    return None


def _read_subject(text: str, words: list[Word], named: Sequence[Span]) -> str | None:
    kept: list[Word] = []
    for word in words:
        plain = word.text.lower()
        if plain in _PREPOSITION or (_VERB.fullmatch(plain) and (kept or plain in _BEING)):
            break
        kept.append(word)
    rest = words[len(kept) :]
    while kept and kept[-1].text.lower() in _LINK | {"the", "a", "an"}:
        kept.pop()
    if not kept or len(kept) > _SUBJECT_WORDS or kept[0].text.lower() in _PRONOUNS:
        return None
    if not any(_MEASURING.fullmatch(word.text) for word in rest):
        return None
    span = Span(kept[0].span.start, kept[-1].span.end)
    if any(contains(name, span) for name in named):
        return None
    phrase = text[span.start : span.end]
    return None if _DIGIT.search(phrase) else _TRAILING_TIME.sub("", phrase)


def _clause_before(text: str, begin: int, start: int) -> Span | None:
    """Return the clause that ends at `start`: of two words at least, the nearest one."""
    cuts = [match.end() for match in _CLAUSE.finditer(text, begin, start)]
    for cut in reversed([begin, *cuts]):
        if len(text[cut:start].split()) > 1:
            return Span(cut, start)
    return None
