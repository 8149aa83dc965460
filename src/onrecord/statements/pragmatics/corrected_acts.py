"""What the trained reader says that a statement does, as its words plainly show it."""

import re

from onrecord.records import Actor, SpeechAct
from onrecord.statements.drafts import Draft
from onrecord.statements.pragmatics.act_signs import (
    ADMITS,
    AS_SO,
    BAD,
    BAD_NAME,
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
    WOULD_NOT_SAY,
    agrees_on,
    is_good,
    is_of_another,
    names,
    only_informs,
)
from onrecord.statements.pragmatics.borne_out import is_borne_out
from onrecord.statements.pragmatics.falsehood import is_called_false
from onrecord.statements.pragmatics.polarity import NEGATION
from onrecord.statements.pragmatics.standing import is_bargain, is_innocence, stand
from onrecord.statements.pragmatics.ultimatums import is_ultimatum

_RESPONSE = re.compile(
    r"\b(?:response|retaliat\w*|consequences|reprisals?|counter-?measures)\b", re.IGNORECASE
)
# "a response to any use of arms": what has not been done yet, and so a condition.
_TO_ANY = re.compile(r"\b(?:to|against|for) (?:any|anyone|those who|whoever)\b", re.IGNORECASE)
# Harm that is held off: who "would not attack" promises, who "would not release them" refuses.
_WITHHELD_HARM = re.compile(
    rf"{OPEN}(?:{PRONOUN}|(?:the )?[\w’'-]+) (?:will|would|shall) {NOT} (?:\w+ly |ever |again )?"
    r"(?:be (?:arrest|detain|jail|prosecut|punish|deport|attack|expel|execut|kill)ed|arrest|detain|"
    r"jail|prosecute|punish|deport|attack|invade|bomb|shoot|fire on|kill|expel|execute|strike|"
    r"target|sanction|evict|raid|defy|violate|break|ignore|abandon|betray)\b",
    re.IGNORECASE,
)
# "will no longer be jailed", not "will not hesitate to strike".
_NO_LONGER = re.compile(
    r"\b(?:will|would|shall) (?:no longer|not|never) (?!(?:hesitate|rest|tolerate|forgive|forget|"
    r"allow|accept|stand|stop|let|permit|go unpunished|back down|be able|survive|live|see|get|"
    r"exist|have|last|be (?:safe|allowed|tolerated|forgiven|spared|able))\b)",
    re.IGNORECASE,
)
# Words of what is still to come, without which nothing is promised by saying so.
_TO_COME = re.compile(
    r"\b(?:will|would|shall|won[’']t|going to|to|promis\w*|pledg\w*|vow\w*|commit\w*|plan\w*|"
    r"inten\w+|aim\w*|ready|determined|never|until|must|should|continu\w*)\b|[’'](?:ll|d)\b",
    re.IGNORECASE,
)
_RESPONSIBILITY = re.compile(r"(?:full |sole )?(?:responsibility|credit)\b", re.IGNORECASE)
# "the ultimatum", "Oslo's demand to leave": what is rejected, and is no charge.
_WANTED = re.compile(
    r"^\W*(?:(?:the|any|all|such|an?|his|her|its|their|[\w’'-]+[’']s?)\s)?(?:[\w’'-]+\s){0,2}?"
    r"(?:ultimatums?|demands?|requests?|offers?|proposals?|calls?|appeals?|bids?|terms|conditions|"
    r"invitations?|deals?|plans?)\b",
    re.IGNORECASE,
)
_INFORMING = frozenset("indicate note report explain disclose reveal show find estimate".split())
_WARNING = frozenset("warn caution".split())
_OWN_SIDE = re.compile(
    r"\b(?:it|he|she|they|we|I|us|me|our|my|his|her|its|their|or else)\b|\b[’']ll\b", re.IGNORECASE
)
_WILL_BE_DONE = re.compile(r"\b(?:will|would|shall) (?:\w+ )?be \w+", re.IGNORECASE)
_PLAIN_SAYING = SAYING - {"promise", "vow", "announce", "make", ":"}
# "We have a firm commitment to Norland": nobody is praised.
_COMMITTED = re.compile(
    r"\bha(?:ve|s) (?:an?|the) (?:[\w-]+,? ){0,3}commitment to\b|"
    r"\bcommitment\b[^.]{0,140}? (?:is|remains)\b"
)
# "they were ready for any outcome": nothing is offered but talks and the like.
_READY_FOR = re.compile(
    rf"{OPEN}(?:[\w’'-]+ ){{1,4}}?(?:is|are|was|were|am|[’'](?:m|s|re)|stands?|stood) "
    r"(?:\w+ly |also |now )?(?:ready|prepared|braced) for "
    r"(?!(?:[\w’'-]+ ){0,3}?(?:talks?|dialogue|negotiations?|discussions?|meetings?|compromises?|"
    r"peace|deals?|cooperation|concessions|exchanges?|summits?|inquir\w+|investigations?|probes?|"
    r"swaps?|truces?|ceasefires?)\b)",
    re.IGNORECASE,
)
# "of the threat posed by Kenyan missiles": of a danger that is others' to bring.
_FROM_OTHERS = re.compile(
    r"[\W_]*(?:(?:of|about|to|on) )?(?:the |an? |any )?(?:[\w’'-]+ ){0,3}?"
    r"(?:threats?|dangers?|risks?|menace) (?:(?:that )?(?:is |was |are )?(?:posed|presented) )?"
    r"(?:by|from) (?!(?:it|him|her|them|us|me|its|his|their|our|my)\b)",
    re.IGNORECASE,
)
# "that Norland would accept an inquiry if": what has a condition is not refused.
_WOULD_ACCEPT = re.compile(
    rf"{OPEN}(?:[\w’'-]+ ){{1,4}}?(?:would|will|could) (?:\w+ly )?(?:accept|agree to) "
    r"(?!(?:no|nothing|neither|only)\b)",
    re.IGNORECASE,
)
# "It could cut its aid" offers nothing.
_TAKES_AWAY = re.compile(
    r"[^,.;“”\"]{0,60}?\b(?:could|would|may|might|will) (?:also |then |\w+ly )?"
    r"(?:(?:cut|slash|withhold|freeze|suspend)(?: off)? (?:[\w.’'-]+ ){0,3}?(?:aid|funding|funds|"
    r"assistance|ties|relations|supplies|loans?|payments|visas)\b"
    r"|(?:impose|downgrade|expel|revoke|blacklist|sever|punish|penali[sz]e) (?!no\b))",
    re.IGNORECASE,
)


def correct_act(act: SpeechAct, draft: Draft, words: str, speaker: Actor | None) -> SpeechAct:
    """Return the trained reader's act, or what the words plainly make of it.

    Who warns of a response if something is done threatens, since nobody else responds. What is
    held off is no threat ("they will no longer be jailed") and no refusal ("they would not
    attack"), and by a plain verb of saying nothing is promised that is not still to come, or that
    something other than the speaker will do.
    """
    lemma = "" if draft.entry is None else draft.entry.lemma
    if lemma in SAYING and (SORRY.search(words) or ADMITS.match(words)):
        return "confirm"
    if not is_borne_out(act, draft, words) or only_informs(draft, lemma, words):
        return "claim"
    if act == "deny" and is_innocence(words):
        return "claim"
    if act == "accept" and agrees_on(draft, lemma, words):
        return "claim"
    if act in {"claim", "criticise"} and lemma in _PLAIN_SAYING:
        act = stand(words) or act
    if lemma in SAYING and is_ultimatum(words):
        return "threaten"
    if act == "threaten" and lemma in _WARNING and not _harms_by_own_side(words, speaker):
        return "warn_of"
    if act == "threaten" and lemma in _INFORMING and not IF.search(words):
        return "claim"
    if act == "offer" and _TAKES_AWAY.match(words):
        return "threaten"
    if act == "offer" and lemma in SAYING and _READY_FOR.match(words):
        return "claim"
    if act == "threaten" and _FROM_OTHERS.match(words):
        return "warn_of"
    if lemma == "cite" or (act == "praise" and lemma in SAYING and _COMMITTED.search(words)):
        return "claim"
    if lemma in REPEATING and act in {"deny", "dispute"} and CLAIMS.search(words):
        return "claim"
    if lemma == "claim" and _RESPONSIBILITY.match(words):
        return "confirm"
    if lemma in CALLING and act in {"praise", "claim"} and BAD_NAME.search(words):
        return is_called_false(words) or "criticise"
    if lemma in CALLING and act == "claim":
        return is_called_false(words) or act
    if act in {"criticise", "accuse"} and lemma in CALLING and is_good(words):
        return act if NEGATION.search(words) else "praise"
    if act == "refuse" and lemma in SAYING and _WOULD_ACCEPT.match(words):
        return "accept"
    if act == "refuse" and lemma in SAYING and WOULD_NOT_SAY.match(words):
        return "claim"
    if act == "demand" and lemma in SAYING and not MUST.search(WE_MUST.sub("", words)):
        return "claim" if WE_MUST.search(words) else act
    if act in {"warn_of", "commit"} and _answers_with_harm(words):
        return "threaten"
    if act == "refuse" and lemma in REJECTING and AS_SO.match(words):
        return "dispute"
    if act == "deny" and lemma == "reject" and _WANTED.match(words):
        return "refuse"
    if act == "refuse" and lemma in REJECTING and CLAIMS.search(words):
        return REJECTING[lemma]
    if act == "commit":
        idle = lemma in _PLAIN_SAYING and (
            _TO_COME.search(words) is None or is_of_another(words, speaker)
        )
        if idle or IDLE.match(words):
            return "claim"
        return "offer" if lemma in _PLAIN_SAYING and is_bargain(words) else act
    if act in {"refuse", "threaten"} and lemma in SAYING and _WITHHELD_HARM.match(words):
        return "commit"
    harmless = not BAD.search(words) and not IF.search(words)
    return "claim" if act == "threaten" and harmless and _NO_LONGER.search(words) else act


def _harms_by_own_side(words: str, speaker: Actor | None) -> bool:
    """Return whether a warning may be of harm by the speaker: "they will be shot", "we strike".

    "Hospitals will run out of oxygen" is what others bring.
    """
    if _OWN_SIDE.search(words) or BAD.search(words) or _WILL_BE_DONE.search(words):
        return True
    return names(words, speaker)


def _answers_with_harm(words: str) -> bool:
    """Return whether something will be answered with harm: "a firm response if they cross"."""
    answer = _RESPONSE.search(words[:120])
    if answer is None:
        return False
    return IF.search(words) is not None or _TO_ANY.search(words, answer.end()) is not None
