"""What a question asks for: who, what somebody said, how many, when, whether, or about what."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.asking.terms import Term, find_terms
from onrecord.records import SpeechAct

Form = Literal["who", "what", "number", "length", "when", "whether", "about"]

_SAY: tuple[SpeechAct, ...] = ()  # any of them
_SPEECH: Mapping[str, tuple[SpeechAct, ...]] = {
    "say|says|said|tell|tells|told|state|stated|think|thinks|call|calls|called": _SAY,
    "claim|claims|claimed|announce|announces|announced|report|reports|reported": ("claim",),
    "confirm|confirms|confirmed": ("confirm",),
    "deny|denies|denied": ("deny",),
    "dispute|disputes|disputed": ("dispute", "deny"),
    "warn|warns|warned": ("warn_of", "warn_against", "threaten"),
    "threaten|threatens|threatened": ("threaten",),
    "demand|demands|demanded|want|wants|wanted": ("demand", "appeal"),
    "ask|asks|asked|urge|urges|urged|appeal|appeals|appealed": ("appeal", "demand"),
    "offer|offers|offered|propose|proposes|proposed": ("offer",),
    "promise|promises|promised|pledge|pledges|pledged|vow|vows|vowed": ("commit",),
    "accept|accepts|accepted|agree|agrees|agreed": ("accept",),
    "refuse|refuses|refused|reject|rejects|rejected": ("refuse",),
    "accuse|accuses|accused|blame|blames|blamed": ("accuse",),
    "criticise|criticises|criticised|criticize|criticized|condemn|condemned": ("criticise",),
    "praise|praises|praised|welcome|welcomes|welcomed|thank|thanked": ("praise",),
}
SPEECH_VERBS: Mapping[str, tuple[SpeechAct, ...]] = {
    verb: acts for verbs, acts in _SPEECH.items() for verb in verbs.split("|")
}
_VERBS = "|".join(sorted(SPEECH_VERBS, key=len, reverse=True))
_WHAT = re.compile(
    rf"what\s+(?:did|does|do|has|have|had)\s+(?P<who>.+?)\s+(?P<verb>{_VERBS})\b(?P<rest>.*)",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"who\s+(?:(?P<be>is|was|are|were|(?:has|have|had)\s+been)\s+|(?:has|had|have)\s+)?"
    r"(?:the\s+)?(?P<first>first\s+(?:to\s+)?)?"
    r"(?P<verb>[\w’'-]+)\b(?P<rest>.*)",
    re.IGNORECASE,
)
# "Whom did Ida Berg | meet | in Oru?": to whom it was done.
_WHOM = re.compile(
    r"(?i:whom?\s+(?:did|does|do|has|have|had))\s+(?P<who>(?:[\w’'.-]+\s+)*?[A-Z][\w’'.-]*)\s+"
    r"(?P<verb>[a-z][\w’'-]+)\b(?P<rest>.*)"
)
_PARTICIPLE = re.compile(
    r"\w{2,}(?:ed|en)|shot|hit|hurt|held|sent|put|freed|met|told|sued|cut|struck|caught|brought"
)
_BY = re.compile(r"\bby\s+(?P<agent>[^,;]+?)(?=\s+(?:in|on|at|for|over|after|during|because)\b|$)")
_LENGTH = re.compile(r"how\s+long\b(?P<rest>.*)", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:how\s+(?:many|much)|what\s+(?:is|was)\s+the\s+number\s+of)\b(?P<rest>.*)", re.IGNORECASE
)
_WHEN = re.compile(r"(?:when|what\s+day|what\s+date)\b(?P<rest>.*)", re.IGNORECASE)
_WHETHER = re.compile(
    r"(?:did|does|do|has|have|had|is|are|was|were|will|would|can|could)\b(?P<rest>.*)",
    re.IGNORECASE,
)
# Where what is counted ends: "How many sailors | died on the Petrel?"
_END_OF_NOUN = re.compile(
    r"\b(?:did|does|do|is|are|was|were|will|would|has|have|had|died|killed|pass|passed|sank|marched"
    r"|in|on|at|near|by|from|of)\b",
    re.IGNORECASE,
)
# A role in front of a name, "Foreign Minister Mira Lund"; by itself, "the foreign minister" or "the
# Defence Ministry", it is who is meant.
_ROLES = (
    r"president|minister|premier|chancellor|admiral|secretary|envoy|ambassador|spokesman"
    r"|spokeswoman|mayor|governor"
)
_ROLE = re.compile(
    rf"(?:the\s+)?(?:(?:prime|foreign|defence|defense|interior|finance|vice|deputy)\s+)?"
    rf"(?:{_ROLES})\s+(?!(?:{_ROLES}|of|for|in|and|to)\b)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no|never|nobody|nothing|none)\b|n[’']t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question taken apart.

    `who` is the speaker whose words are asked for; `acts` the speech acts that are meant, without
    any all of them; `verb` the word that a "who" asks for the subject of; `counted` what a number
    is asked of. `terms` are the words that tell what it is about, names among them. `negated` says
    that what is asked for is a "not": "Who said that it would not come?"; `first` that who did it
    before all others is asked for; `passive` that a "who" is one to whom it was done, by those
    whom `agents` name.
    """

    words: str
    form: Form
    terms: tuple[Term, ...]
    who: str | None = None
    verb: str | None = None
    acts: tuple[SpeechAct, ...] = ()
    counted: tuple[Term, ...] = ()
    negated: bool = False
    first: bool = False
    passive: bool = False
    agents: tuple[Term, ...] = ()


def read_question(words: str) -> Question:
    """Return what `words` ask for; what has no known form asks what there is about its words."""
    plain = " ".join(words.split()).strip(" ?!.")
    if match := _WHAT.fullmatch(plain):
        return Question(
            words=words,
            form="what",
            terms=_terms(match["rest"]),
            who=_name(match["who"]),
            verb=match["verb"].lower(),
            acts=SPEECH_VERBS[match["verb"].lower()],
        )
    if match := _WHOM.fullmatch(plain):
        verb = match["verb"].lower()
        return Question(
            words=words,
            form="who",
            terms=_terms(f"{match['who']} {match['rest']}"),
            verb=verb,
            acts=SPEECH_VERBS.get(verb, ()),
            negated=_NOT.search(match["rest"]) is not None,
            passive=True,
            agents=_terms(_name(match["who"])),
        )
    if match := _WHO.fullmatch(plain):
        verb = match["verb"].lower()
        agent = _BY.search(match["rest"])
        return Question(
            words=words,
            form="who",
            terms=_terms(match["rest"]),
            verb=verb,
            acts=SPEECH_VERBS.get(verb, ()),
            negated=_NOT.search(match["rest"]) is not None,
            first=match["first"] is not None,
            passive=match["be"] is not None and _PARTICIPLE.fullmatch(verb) is not None,
            agents=() if agent is None else _terms(agent["agent"]),
        )
    if match := _LENGTH.fullmatch(plain):
        return Question(words=words, form="length", terms=_terms(match["rest"]))
    if match := _NUMBER.fullmatch(plain):
        end = _END_OF_NOUN.search(match["rest"])
        counted = match["rest"][: end.start()] if end else match["rest"]
        return Question(
            words=words, form="number", terms=_terms(match["rest"]), counted=_terms(counted)
        )
    if match := _WHEN.fullmatch(plain):
        return Question(words=words, form="when", terms=_terms(match["rest"]))
    if match := _WHETHER.fullmatch(plain):
        return Question(words=words, form="whether", terms=_terms(match["rest"]))
    return Question(words=words, form="about", terms=_terms(plain, first=True))


def _name(words: str) -> str:
    """Return a name without the role in front of it."""
    role = _ROLE.match(words)
    return words[role.end() :] if role else words


def _terms(words: str, *, first: bool = False) -> tuple[Term, ...]:
    """Return the terms of `words`; the `first` word of a sentence has its capital for that."""
    found = find_terms(words)
    return tuple(
        Term(term.stem, term.rarity, False, term.start) if first and not term.start else term
        for term in found
    )
