"""Threats whose condition is their subject: "such a move would trigger a firm response"."""

import re
from typing import NamedTuple

from onrecord.coreference import MentionIndex
from onrecord.records import Actor, Sector, Span, SpeechAct
from onrecord.statements.speakers.sides import are_of_one_state, is_self

_DEED = (
    r"(?:moves?|steps?|acts?|actions?|decisions?|attempts?|attacks?|strikes?|assaults?|raids?|"
    r"invasions?|incursions?|intrusions?|aggressions?|escalations?|provocations?|interference|"
    r"intervention|violations?|breach(?:es)?|annexations?|recognition|seizures?|blockades?|"
    r"deployments?|expulsions?|crossings?|tests?|launch(?:es)?|bombings?|shelling|sanctions|tariffs?|"
    r"embargo(?:es)?|arrests?|executions?|offensives?|use|enactment|delivery|deliveries)"
)
# "any attack on our ships", "recognising the rebels": what somebody may do.
_SUBJECT = (
    r"(?P<deed>(?!\w+thing\b)(?:"
    r"(?:(?:any|such|an?|another|the|every|each|further|new|more)(?: an?)? )?"
    rf"(?:[\w’'-]+ ){{0,3}}?{_DEED}|"
    r"(?:any |further )?[\w’'-]+ing)\b(?: [\w’'-]+){0,9}?)"
)
_ANSWER = (
    r"(?:responses?|reactions?|answer|retaliation|reprisals?|consequences|counter-?measures|"
    r"sanctions|force)"
)
_PROVOKES = re.compile(
    rf"[\W_]*(?:that )?{_SUBJECT} (?:will|would|shall) (?:\w+ly |only |also )?[“\"‘]?"
    r"(?:necessitate|trigger|provoke|draw|prompt|invite|elicit|bring|evoke|warrant|require|demand|"
    r"receive|meet(?: with)?|result in|lead to|be (?:met|answered|followed) (?:with|by)) [“\"‘]?"
    rf"(?:(?!no\b)[\w’'-]+,? ){{0,6}}?{_ANSWER}\b[”\"’]?"
    r"(?P<agent> (?:from|by|on the part of) [“\"‘]?(?:the )?)?",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"(?:us|our|ours|(?:(?:our|its|his|her|their) )?"
    r"(?:government|country|forces|army|military|navy|side|armed forces))\b",
    re.IGNORECASE,
)
_POWERS: frozenset[Sector] = frozenset({"GOV", "MIL"})


class Provocation(NamedTuple):
    """What would be answered with harm, and whether the speaker's own side would do so.

    `own` is None where the words leave that open.
    """

    deed: Span
    own: bool | None


def find_provocation(
    text: str, piece: Span, index: MentionIndex, speaker: Actor | None
) -> Provocation | None:
    """Return what would be answered with harm, in a content that opens with it.

    An official of Norland threatens by "| such a move | would trigger a firm response from
    Norland", and so by one from nobody named; others who say so only foresee it.
    """
    found = _PROVOKES.match(text, *piece)
    if found is None or speaker is None:
        return None
    deed, behind = Span(*found.span("deed")), Span(found.end(), piece.end)
    if any(mention.span == deed for mention in index.inside(piece)):
        return None  # "Norland Steel Recognition would draw a response"
    if found["agent"] is None:
        official = speaker.kind == "state" or speaker.sector in _POWERS
        return Provocation(deed, own=official or None)
    if _OURS.match(text, *behind):
        return Provocation(deed, own=True)
    for mention in index.inside(behind)[:1]:
        if mention.span.start - behind.start <= 1:
            return Provocation(deed, own=_is_own(mention.actor, speaker))
    return Provocation(deed, own=None)


def _is_own(actor: Actor, speaker: Actor) -> bool | None:
    """Return whether somebody is the speaker, the body that he is of, or of the same state."""
    return is_self(actor, speaker) or are_of_one_state(actor, speaker)


def foresee(act: SpeechAct, provoked: Provocation | None) -> SpeechAct:
    """Return a threat where the speaker's own side would answer, a warning where another would."""
    if provoked is None or act not in {"claim", "warn_of", "commit", "threaten"}:
        return act
    if provoked.own:
        return "threaten"
    return "warn_of" if act == "threaten" and provoked.own is False else act
