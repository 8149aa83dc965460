"""Whom a threat, demand, offer or refusal is meant for where its own words name them.

"Norland would strike back if Kesh sailed" is meant for Kesh, "called for Kesh to pull back", too.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.coreference import Mention, MentionIndex
from onrecord.records import Actor, Span, SpeechAct
from onrecord.spans import contains
from onrecord.statements.drafts import Draft
from onrecord.statements.speakers.sides import are_of_one_state, is_self

_INSISTING = frozenset("demand insist require".split())
_OPEN = r"[\W_]*(?:that )?"
_TITLES = (
    r"(?:president|premier|prime|foreign|defen[cs]e|interior|minister|chancellor|secretary|general|"
    r"king|mr|mrs|ms|dr|senators?|sens?|governor|gov|reps?)\b\.?"
)
# What may stand before a name: "the", "Peruvian President".
_NAME = rf"(?:the )?(?:(?-i:[A-Z][\w-]+ )(?={_TITLES}))?(?:{_TITLES} )*"
# "asked | for the army to step in", "demanded | guarantees that Kesh will never join"
_BEFORE = {
    "for": re.compile(rf"{_OPEN}for {_NAME}", re.IGNORECASE),
    "from": re.compile(
        rf"{_OPEN}(?:for )?(?:(?:an?|the|some|any|more|full|further|immediate|written|clear|public|"
        r"legal|binding|security|military|financial|prompt) )*"
        r"(?:answers?|apolog(?:y|ies)|guarantees?|assurances?|explanations?|concessions?|help|aid|"
        r"support|responses?|repl(?:y|ies)|compensation|reparations|commitments?|pledges?|promises?|"
        r"action|assistance|arms|weapons|cooperation|clarity|clarification) "
        rf"(?:from|of|that) {_NAME}",
        re.IGNORECASE,
    ),
    "that": re.compile(rf"{_OPEN}{_NAME}", re.IGNORECASE),
}
# "for Kesh | to act", not "to join the league", "to lose its seat" or "to be thrown out".
_TO_DO = re.compile(
    r"(?: \w+ly)? to (?!(?:the|an?|lose|suffer|face|receive|get|have|win|fail|die|join|become|"
    r"remain|stay|benefit|qualify|"
    r"be (?:\w+ly )?(?:\w+ed|\w+en|held|put|shot|sent|brought|cut|sold|made))\b)\w"
)
_WILL = re.compile(r" (?:will|would|shall)\b")
# "insisted that Kesh | pay": no ending and no auxiliary.
_BASE_VERB = re.compile(
    r"(?: \w+ly)?(?: not| never)? (?!(?:be|never|not|is|was|has|had|does|did|will|would|can|"
    r"could|may|might|and|or|in|of|for|on|at|to|with|as|by|from)\b)(?!\w+(?:[^s]s|ed|ing)\b)[a-z]+\b"
)
# "called for | Lund’s | resignation", which is his to hand in.
_OWN_DEED = re.compile(
    r"[’']s? (?:\w+ ){0,2}?(?:withdrawal|retreat|resignation|departure|apology|answer|reply|"
    r"response|support|help|cooperation|surrender|compliance|consent|disarmament|explanation)\b"
)
_HARM = re.compile(
    r"\b(?:sanctions?|tariffs?|duties|embargo|measures|action|retaliation|strikes?|attacks?|"
    r"reprisals?|blockade|force|war|ban|penalties|lawsuit|consequences|response) "
    rf"(?:against|on) {_NAME}$",
    re.IGNORECASE,
)
_TO_HARM = re.compile(
    rf"(?:^{_OPEN}to|\b(?:will|would|shall)) (?:\w+ly )?(?:attack|strike|bomb|invade|shell|sue|"
    r"punish|sanction|destroy|hit|retaliate against|strike back at|respond to|cut off|blockade) "
    rf"{_NAME}$",
    re.IGNORECASE,
)
# "any attack on Kesh | would be answered"
_IS_ANSWERED = re.compile(r"(?: (?!that\b|which\b)\w+){0,3} (?:will|would|shall)\b")
_SUFFERS = re.compile(
    r" (?:(?:will|would|shall) )?(?:also |soon )?(?:faces?|pays?|suffers?|regrets?|"
    r"be (?:met|answered|punished|hit|struck|destroyed))\b"
)
_IF = re.compile(rf"(?:if|unless|until|should|as long as) {_NAME}", re.IGNORECASE)
# "if Kesh | is not invited": to whom something is done did not do it.
_PASSIVE = re.compile(
    r"(?:[’']s\b|,|[^,;.]{0,30}?\b(?:is|are|was|were|be|been|being|wasn[’']t|isn[’']t)"
    r"(?: \w+ly| not| never)? (?:\w+ed|\w+en|cut|hit|put|shut|sold|told|made|left|shot|found|"
    r"struck|held)\b)"
)
_TO_HELP = re.compile(
    rf"{_OPEN}to (?:\w+ly )?(?:help|assist|aid|support|meet(?: with)?|talk (?:to|with)|speak to|"
    r"negotiate with|work with|cooperate with|hold talks with|give|lend|pay|supply|provide|arm|"
    rf"host) {_NAME}|"
    rf"{_OPEN}(?:[\w-]+ ){{0,2}}?(?:talks|negotiations|dialogue|meeting|summit|truce) with "
    rf"{_NAME}",
    re.IGNORECASE,
)
# "rejected | Kesh’s | latest offer", "accepted an invitation from | Kesh"
_ANSWERED = (
    r"(?:demands?|requests?|offers?|appeals?|calls?|proposals?|ultimatum|invitations?|pleas?|"
    r"petition|apology)\b"
)
_OF_OWNER = re.compile(rf"(?:[’']s?)? (?:(?!(?:of|for|to|and)\b)[\w-]+ ){{0,3}}?{_ANSWERED}")
_OFFER_FROM = re.compile(
    rf"{_OPEN}(?:[\w-]+ ){{0,3}}?{_ANSWERED} (?:from|by|of) {_NAME}", re.IGNORECASE
)
_AGAINST = re.compile(rf"{_OPEN}(?:against )?{_NAME}", re.IGNORECASE)


def find_aim(
    text: str,
    draft: Draft,
    act: SpeechAct,
    condition: Span | None,
    index: MentionIndex,
    speaker: Actor | None,
) -> str | None:
    """Return the id of whom the content names as who should do, would suffer, or would get it."""
    piece = draft.content[0]
    mentions = index.inside(piece)
    lemma = "" if draft.entry is None else draft.entry.lemma.removesuffix("s")
    match act:
        case "demand" | "appeal":
            found = _asked(text, piece, mentions, insisted=lemma in _INSISTING)
        case "threaten":
            found = _threatened(text, piece, mentions, condition, speaker)
        case "offer":
            found = _opened(text, piece, mentions, _TO_HELP)
        case "refuse" | "accept":
            found = _answered(text, piece, mentions)
        case "warn_against":
            found = (
                each
                for each in _opened(text, piece, mentions, _AGAINST)
                if text.startswith(("’s ", "'s "), each.span.end)
            )
        case _:
            return None
    for mention in found:
        if not _is_own(mention.actor, speaker):
            return mention.actor.id
    return None


def _opened(
    text: str, piece: Span, mentions: Sequence[Mention], before: re.Pattern[str]
) -> Iterator[Mention]:
    """Yield the first mention, if only words as in `before` open the content."""
    for mention in mentions[:1]:
        if before.fullmatch(text, piece.start, mention.span.start):
            yield mention


def _answered(text: str, piece: Span, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield whose offer or demand opens the content: "| Kesh’s | last offer"."""
    for mention in mentions[:1]:
        owner = _BEFORE["that"].fullmatch(text, piece.start, mention.span.start)
        if (owner and _OF_OWNER.match(text, mention.span.end)) or _OFFER_FROM.fullmatch(
            text, piece.start, mention.span.start
        ):
            yield mention


def _asked(
    text: str, piece: Span, mentions: Sequence[Mention], *, insisted: bool
) -> Iterator[Mention]:
    """Yield who is to do what is asked: "for | Kesh | to leave", "guarantees that | Kesh | will".

    Where somebody `insisted`, also "that | Kesh | pay".
    """
    cued = text.endswith(" for ", 0, piece.start)
    for mention in mentions[:1]:
        end = mention.span.end
        before = {
            name
            for name, words in _BEFORE.items()
            if words.fullmatch(text, piece.start, mention.span.start)
        }
        promised = text.endswith("that ", piece.start, mention.span.start)
        asked = "for" in before or ("that" in before and cued)
        if (
            (asked and _TO_DO.match(text, end))
            or ("from" in before and (_WILL.match(text, end) or not promised))
            or ("that" in before and insisted and _BASE_VERB.match(text, end))
            or ({"that", "for"} & before and _OWN_DEED.match(text, end))
        ):
            yield mention


def _threatened(
    text: str,
    piece: Span,
    mentions: Sequence[Mention],
    condition: Span | None,
    speaker: Actor | None,
) -> Iterator[Mention]:
    """Yield who would suffer it, "sanctions on | Kesh", and who may yet avoid it, "if | Kesh"."""
    for mention in mentions:
        if condition is not None and contains(condition, mention.span):
            if not _may_avoid(text, condition, mention, speaker):
                continue
            yield mention
        if text.startswith(("’s", "'s"), mention.span.end):
            continue
        before = text[piece.start : mention.span.start]
        body = mention.actor.kind in {"state", "organisation"}
        if (
            (_HARM.search(before) and not _IS_ANSWERED.match(text, mention.span.end))
            or (body and _TO_HARM.search(before))
            or (_BEFORE["that"].fullmatch(before) and _SUFFERS.match(text, mention.span.end))
        ):
            yield mention


def _may_avoid(text: str, condition: Span, mention: Mention, speaker: Actor | None) -> bool:
    """Return whether one who is named in a condition would bring it about, and so the harm.

    A person would, if of another state: who "will resign if Lund stays" does not threaten Lund.
    """
    actor, end = mention.actor, mention.span.end
    if speaker is None or not _IF.fullmatch(text, condition.start, mention.span.start):
        return False
    if _PASSIVE.match(text, end, condition.end):
        return False
    if actor.kind != "person":
        return True
    return are_of_one_state(actor, speaker) is False


def _is_own(actor: Actor, speaker: Actor | None) -> bool:
    """Return whether somebody is the speaker, or the body or state that the speaker is of."""
    if speaker is None:
        return False
    return is_self(actor, speaker) or (actor.kind == "state" and actor.state == speaker.state)
