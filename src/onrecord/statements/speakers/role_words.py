"""The words of the roles that an article gives people, beside their names."""

import re

from onrecord.records import Span
from onrecord.text.wordclasses import is_person_noun, is_verb_form

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OWNED_WORD = re.compile(rf"{WORD.pattern}(?:[’']s\b)?")
_FILLERS = frozenset("the a an this that his her its their of for and former then".split())
_APPOSED = re.compile(
    r"\b(?:the|its|his|her|their)\s+(?P<role>[^,.;:—–“”\"]{3,60}),\s(?P<title>[^,.;:—–“”\"]{0,40})$",
    re.IGNORECASE,
)
_TITLES = {"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general"}
_LAWYERS = frozenset("attorney counsel lawyer".split())
# With these words an attorney is an office: "attorney general", "special counsel".
_OFFICES = frozenset("general special district state county city us".split())
PLACES = re.compile(r"\b(?:for|of|in|at|from|who|which|with)\b", re.IGNORECASE)


def words_of(phrase: str) -> set[str]:
    """Return the words that tell a role, titles in full: "Sen. Berg" is a senator.

    An owner is a word of its own: "the mayor’s daughter" is no mayor.
    """
    words = {word.lower().replace("’", "'") for word in _OWNED_WORD.findall(phrase)} - _FILLERS
    words |= {_TITLES[word] for word in words if word in _TITLES}
    if words & _LAWYERS and words.isdisjoint(_OFFICES):
        words = (words - _LAWYERS) | {"lawyer"}
    if any(word.startswith("spokes") for word in words):
        words.add("spokes")
    if any(word.startswith("vice") or word == "deputy" for word in words):
        words -= {"president", "minister", "chief"}  # a vice-president is not "the president"
    return words


def title_words(before: str) -> set[str]:
    """Return the words of a title that stands right before a name: "Foreign Minister "."""
    words: list[str] = []
    for word in reversed(re.split(r"\s+", before.rstrip())):
        short = word.lower().rstrip(".") in {"sen", "rep", "gov", "gen"}
        if not word or (word[-1] in '.,;:!?”"’)' and not short):
            break
        if not (word[0].isupper() or is_person_noun(word.lower())):
            break
        words.append(word)
    found = words_of(" ".join(words))
    return found if any(is_person_noun(word) for word in found) else set()


def words_apposed(before: str) -> set[str]:
    """Return the words of "the mediator" before the title that stands right before a name.

    "The mediator, former general Odo Baru" is one person.
    """
    match = _APPOSED.search(before)
    if match is None or not all(
        word[0].isupper() or word in _FILLERS or is_person_noun(word)
        for word in match["title"].split()
    ):
        return set()
    found = words_of(PLACES.split(match["role"])[0])
    return found if any(is_person_noun(word) for word in found) else set()


def words_of_work(after: str) -> set[str]:
    """Return what somebody is who does what stands behind the name: "| has run | the zoo"."""
    work = _WORK.match(after)
    if work is None:
        return set()
    verb = {"ran": "run", "led": "lead"}.get(work["verb"], work["verb"])
    return next(set(roles.split()) for stem, roles in _WORKS.items() if verb.startswith(stem))


# What those are called who do so for a body, by the start of the verb.
_WORKS = {
    "run": "head chief director manager boss governor",
    "lead": "leader head chief director governor commander chairman chairwoman",
    "head": "head chief director governor chairman chairwoman",
    "chair": "chair chairman chairwoman chairperson head",
    "coach": "coach trainer manager",
    "train": "coach trainer",
    "manage": "manager director coach",
    "own": "owner",
    "edit": "editor",
    "found": "founder",
    "command": "commander chief",
    "captain": "captain skipper",
    "direct": "director",
    "conduct": "conductor",
}
_WORK = re.compile(
    r"(?:, who)? (?:(?:has|had) (?:\w+ly )?)?"
    r"(?P<verb>runs?|ran|leads?|led|head(?:s|ed)|chair(?:s|ed)|coach(?:es|ed)|train(?:s|ed)|"
    r"manage[sd]|own(?:s|ed)|edit(?:s|ed)|founded|command(?:s|ed)|captain(?:s|ed)|"
    r"direct(?:s|ed)|conduct(?:s|ed)) (?:the|a|an|its|his|her|[A-Z]|[a-z]+[’'])"
)


# "After a call with Mr Lund, the mayor of Oslo said": another clause begins behind the comma.
_IN_FRONT = re.compile(
    r"(?:^|[\n.!?”] ?)(?:In|On|At|During|After|Before|Following|Since|With|Ahead|[A-Z][a-z]+ing)\b"
    r"(?:[^,.!?;:\n]|(?<=\bM[rs])\.|(?<=\bMrs)\.|(?<=\bDr)\.)*$"
)
_SPEAKS = re.compile(r"\b(?:said|says|told|tells|added|adds|has|had)\b")
_CLAUSE = re.compile(r"\b(?:who|whose|whom|which|that|where)\b")
_ROLE_BEHIND = re.compile(r",\s+(?:the|an?|his|her|its|their) (?P<words>[^,.;:—–]+)")


def stands_in_front(text: str, name: Span) -> bool:
    """Return whether the name ends a phrase in front, and who stands behind its comma acts."""
    if _IN_FRONT.search(text[max(0, name.start - 100) : name.start]) is None:
        return False
    behind = _ROLE_BEHIND.match(text, name.end)
    words = () if behind is None else behind["words"].partition(" who ")[0].split()
    return any(map(is_verb_form, words))


def apposition_words(after: str) -> set[str]:
    """Return the words of "the foreign minister" in an apposition right behind a name.

    It is none where the role speaks itself: "It belonged to Lund, the prosecutor told the court".
    """
    behind = _ROLE_BEHIND.match(after)
    if behind is not None and _SPEAKS.search(_CLAUSE.split(behind["words"])[0]):
        return set()
    match = re.match(
        r",\s+(?:the|a|an|his|her|its|their)\s+([^,.;:—–]{3,60}?)(?:[,.;:—–]|\s(?:of|for|in|who|at)\b)",
        after,
    )
    if match is None:
        return set()
    found = words_of(match[1])
    return found if any(is_person_noun(word) for word in found) else set()
