"""The subject of the clause that leads up to a number: "the price of wheat has risen by 12"."""

import re
from collections.abc import Sequence

from onrecord.records import Span
from onrecord.spans import contains
from onrecord.text import Word, find_words

DETERMINERS = r"(?:the|its|their|his|her|all|our|a|an|this|these|those|that|some|such)"
_CLAUSE = re.compile(
    r"[.;:!?“”\"()]|,?\s(?:and|but|while|whereas|because|although|though|where|when|who|that|if|as"
    r"|so)\s|[–—]|\s-\s|,\s|\b(?:said|says|say|announced|warned|reported|claim(?:s|ed)?)\s(?=\w+\s\w)",
    re.IGNORECASE,
)
VERB = re.compile(
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
PREPOSITIONS = frozenset(
    "in on at from by with near off after before since during over under inside outside between "
    "across along through which who whose whom".split()
)
LINKS = frozenset("of for to".split())
PRONOUNS = frozenset(
    "it he she they we i you this that these those there who which what one none some all both "
    "others most many few each another nobody here how why up down".split()
)
_LEADING = re.compile(
    rf"\s*(?:(?:and|but|while|then|so|yet|still|meanwhile|only|if|as|when|because|that)\s)*"
    rf"(?:{DETERMINERS}\s)?",
    re.IGNORECASE,
)
_TRAILING_TIME = re.compile(
    r"\s(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today)$"
)
_DIGIT = re.compile(r"\d")
_DETERMINED = re.compile(rf"\b(?:{DETERMINERS})\s", re.IGNORECASE)
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
        if not words or words[0].text.lower() not in PREPOSITIONS:
            determined = _DETERMINED.search(text[clause.start : begin]) is not None
            return _read_subject(text, words, named, determined=determined)
        # "In March the queue was": the subject follows the adverbial
        following = _DETERMINED.search(text, words[min(1, len(words) - 1)].span.end, clause.end)
        clause = Span(following.start(), clause.end) if following else None
    return None


def _read_subject(
    text: str, words: list[Word], named: Sequence[Span], *, determined: bool
) -> str | None:
    """Return the subject that `words` begin with; "the cost" (`determined`) is no verb."""
    kept: list[Word] = []
    for word in words:
        plain = word.text.lower()
        if plain in PREPOSITIONS or (VERB.fullmatch(plain) and (kept or plain in _BEING)):
            break
        kept.append(word)
    if kept and not determined and VERB.fullmatch(kept[0].text):
        return None
    rest = words[len(kept) :]
    while kept and kept[-1].text.lower() in LINKS | {"the", "a", "an"}:
        kept.pop()
    if not kept or len(kept) > _SUBJECT_WORDS or not kept[0].text[0].isalnum():
        return None
    if {kept[0].text.lower(), kept[-1].text.lower()} & PRONOUNS:  # "according to the police it"
        return None
    if not any(_MEASURING.fullmatch(word.text) for word in rest):
        return None
    span = Span(kept[0].span.start, kept[-1].span.end)
    if any(contains(name, span) for name in named):
        return None
    phrase = text[span.start : span.end]
    return None if _DIGIT.search(phrase) else _TRAILING_TIME.sub("", phrase)


def _clause_before(text: str, begin: int, start: int) -> Span | None:
    """Return the clause that ends at `start`: of two words at least, the nearest one.

    An "and" before which there is no verb joins two parts of one subject.
    """
    cuts = [begin]
    for match in _CLAUSE.finditer(text, begin, start):
        joins = match[0].strip().lower() == "and" and not _has_verb(text[cuts[-1] : match.start()])
        if not joins:
            cuts.append(match.end())
    for cut in reversed(cuts):
        if len(text[cut:start].split()) > 1:
            return Span(cut, start)
    return None


def _has_verb(words: str) -> bool:
    return any(map(VERB.fullmatch, words.split()))
