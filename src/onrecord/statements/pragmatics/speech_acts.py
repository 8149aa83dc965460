"""What a statement does: one of the sixteen speech acts, from its cue and its content."""

import re

from onrecord.records import Actor, SpeechAct
from onrecord.statements.drafts import Draft
from onrecord.statements.pragmatics.act_signs import (
    ADMITS,
    AS_SO,
    BAD,
    CALLING,
    CLAIMS,
    IDLE,
    IF,
    MUST,
    NOT,
    OPEN,
    PRONOUN,
    REJECTING,
    REPEATING,
    SAYING,
    SORRY,
    WE_MUST,
    WILL,
    WOULD_NOT_SAY,
    agrees_on,
    is_good,
    is_of_another,
    names,
    only_informs,
)
from onrecord.statements.pragmatics.falsehood import call_false
from onrecord.statements.pragmatics.standing import is_bargain, stand
from onrecord.statements.pragmatics.ultimatums import is_ultimatum

_SELF_WILL = re.compile(
    rf"{OPEN}{PRONOUN}\s?{WILL}\s"
    r"(?!be\b|have\b|like\b|(?:\w+ly )?(?:guess|think|imagine|suggest|argue|hope|love|prefer|note|"
    r"say that|add that|urge|appeal (?:to|for)|call (?:up)?on|"
    r"ask (?!why|how|what|whether|if|about))\b)",
    re.IGNORECASE,
)
_IT_WILL_NOT_BE = re.compile(rf"{OPEN}it\s(?:will|would)\s{NOT}\s(?:be|have)\b", re.IGNORECASE)
_SELF_WILL_NOT = re.compile(
    rf"{OPEN}{PRONOUN}\s(?:(?:will|would|shall)\s{NOT}|won[’']t|wouldn[’']t|cannot accept|"
    r"can[’']t accept|refuses?|rejects?)\b",
    re.IGNORECASE,
)
# The speaker's side as subject: "his government would", and what nobody of it would do.
_SIDE_WILL = re.compile(
    rf"{OPEN}(?:his|her|its|their|our|my) (?:own )?"
    r"(?:government|country|party|organi[sz]ation|office|ministry|army|troops|forces|side|alliance|"
    rf"company|group) {WILL}\s(?P<not>{NOT}\b)?",
    re.IGNORECASE,
)
_NOBODY_WILL = re.compile(
    r"^[\W_]*(?:that\s+)?no (?!one\b)(?:[\w’'-]+\s){1,7}?(?:will|would|shall)\b", re.IGNORECASE
)
_NEVER_SO = re.compile(
    r"^[\W_]*(?:that\s+)?(?:no (?:[\w’'-]+\s){1,4}?(?:\w+ed|was|were|had|has|have)\b|"
    r"there (?:is|are|was|were) no (?:such|secret|hidden)\b|"
    r"(?:[\w’'-]+\s){1,4}?(?:ha(?:s|ve|d) done|did) nothing (?:wrong|illegal|unlawful|improper)\b)",
    re.IGNORECASE,
)
_SELF_READY = re.compile(
    rf"{OPEN}(?:[\w’'-]+ ){{1,3}}stands? (?:\w+ly )?ready\sto\b|"
    rf"{OPEN}{PRONOUN}\s?(?:is|are|was|were|am|[’'](?:s|re|m))\s(?:\w+\s)?"
    r"(?:ready|willing|prepared|open|offering|happy)\sto\b",
    re.IGNORECASE,
)
_THREAT = re.compile(
    r"(?:\b(?:will|would|shall)|[’']ll) (?:\w+ ){0,6}"
    r"(?:retaliat\w*|consequences|reprisals?|punish\w*|strike back|hit back|sunk|boarded|seized|"
    r"turned back|expelled|destroy\w*|an answer)\b",
    re.IGNORECASE,
)
_YES = re.compile(
    rf"{OPEN}(?:yes\b|that(?:[’']s| is) (?:correct|right|true)\b|correct\b)", re.IGNORECASE
)
# "He ought to consider his position"
_OUGHT = re.compile(
    rf"{OPEN}(?!I\b|we\b)(?:[\w’'-]+ ){{1,4}}?(?:ought to|should) (?:now |at once )?"
    r"(?:resign|step down|quit|apologi[sz]e|consider (?:his|her|their|your) position)\b",
    re.IGNORECASE,
)
_OWN = re.compile(rf"{OPEN}(?:I|he|she|we)\b", re.IGNORECASE)
_APPEAL = re.compile(
    r"\b(?:we|I) (?:urge|appeal|call on|call upon|ask|beg|implore|invite)\b|"
    r"\b(?:we|I)(?:[’']d)? (?:(?:would|must|want to|like to|have to|also|again|\w+ly) )+"
    r"(?:urge|appeal|call on|call upon|beg|implore|ask (?:[\w’'-]+ ){1,4}?(?:not )?to)\b|"
    r"^\W*please\b|^\W*let us\b",
    re.IGNORECASE,
)
_OFFER = re.compile(r"\b(?:we|I) (?:offer|propose|are offering|are proposing)\b", re.IGNORECASE)
_DENY = re.compile(
    r"\b(?:we|I) (?:deny|have never|never|"
    r"(?:did not|didn[’']t)(?! (?:only|just|merely|simply)\b))\b",
    re.IGNORECASE,
)
_OWN_CALL = re.compile(r"(?:my|our|his|her|its|their) (?:\w+ )?(?:call|appeal|plea)s? (?:for|to)\b")


def find_act(draft: Draft, words: str, speaker: Actor | None) -> SpeechAct:
    """Return the speech act of a draft whose content reads `words`.

    The cue's own act stands, but for cues that only say that something was said, for "warn" (who
    would do the bad thing decides), and for what is rejected (an accusation, or a demand).
    """
    entry = draft.entry
    lemma = ":" if entry is None else entry.lemma
    act: SpeechAct = "claim" if entry is None else entry.act
    if lemma == "ask" and draft.frame == "to":
        return "appeal"
    if only_informs(draft, lemma, words) or agrees_on(draft, lemma, words):
        return "claim"
    if lemma == "press" and re.match(r"\W*(?:on|about|over)\b", words):
        return "claim"
    if lemma == "tell" and draft.frame == "to":
        return "demand"
    if lemma in {"warn", "caution"} and act == "warn_of":
        return _warning(draft, words, speaker)
    if draft.frame == "called" and lemma in CALLING:
        return "praise" if is_good(words) else "criticise"
    if lemma in REJECTING and (CLAIMS.search(words) or AS_SO.match(words)):
        return "dispute" if AS_SO.match(words) else REJECTING[lemma]
    if lemma in REPEATING and _OWN_CALL.match(words):
        return "appeal"
    if act == "claim" and lemma in SAYING:
        return _said(words, direct=draft.kind != "indirect", speaker=speaker)
    return act


def _warning(draft: Draft, words: str, speaker: Actor | None) -> SpeechAct:
    """Return which of the three warnings it is: who does the bad thing in it?"""
    if draft.frame == "against" or re.match(r"^\W*(?:against|not to)\b", words):
        return "warn_against"
    if draft.frame == "to":
        return "demand"
    if _SELF_WILL.search(words) or names(words, speaker):
        return "threaten"
    conditional = re.search(r"\b(?:if|unless|should)\b", words) is not None
    if BAD.search(words[:120]) and (conditional or draft.hearer is not None):
        return "threaten"
    return "warn_of"


def _said(words: str, *, direct: bool, speaker: Actor | None) -> SpeechAct:
    if is_ultimatum(words):
        return "threaten"
    if _YES.search(words) or SORRY.search(words) or ADMITS.match(words):
        return "confirm"
    if (false := call_false(words)) is not None:
        return false
    if (stood := stand(words)) is not None:
        return stood
    if _NEVER_SO.match(words):
        return "deny"
    side = _SIDE_WILL.match(words)
    if side is not None:
        return "refuse" if side["not"] else "commit"
    if _NOBODY_WILL.match(words):
        return "refuse"
    if (
        _SELF_WILL_NOT.search(words)
        and not _IT_WILL_NOT_BE.match(words)
        and not WOULD_NOT_SAY.match(words)
    ):
        return "refuse"
    if _SELF_READY.search(words):
        harm = BAD.search(words[:120]) is not None and IF.search(words) is not None
        return "threaten" if harm else "offer"
    conditional = re.search(r"\b(?:if|unless|that fail\w*|who fail\w*)\b", words, re.IGNORECASE)
    if conditional and _THREAT.search(words):
        return "threaten"
    own = (
        _SELF_WILL.search(words)
        and not _IT_WILL_NOT_BE.match(words)
        and not WOULD_NOT_SAY.match(words)
        and not IDLE.match(words)
        and not is_of_another(words, speaker)
    )
    if own or names(words, speaker):
        return "offer" if is_bargain(words) else "commit"
    if direct and _APPEAL.search(words):
        return "appeal"
    if direct and _OFFER.search(words):
        return "offer"
    if direct and _DENY.match(words):
        return "deny"
    must = MUST.search(WE_MUST.sub("", words[:120])) is not None and not _OWN.search(words)
    if must or _OUGHT.match(words):
        return "demand"
    return "claim"
