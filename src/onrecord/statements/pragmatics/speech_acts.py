"""What a statement does: one of the sixteen speech acts, from its cue and its content."""

import re

from onrecord.records import Actor, SpeechAct
from onrecord.statements.drafts import Draft
from onrecord.statements.pragmatics.borne_out import is_borne_out
from onrecord.statements.pragmatics.falsehood import call_false, is_called_false
from onrecord.statements.pragmatics.polarity import NEGATION
from onrecord.statements.pragmatics.standing import is_bargain, is_innocence, stand
from onrecord.statements.pragmatics.ultimatums import is_ultimatum

_PRONOUN = r"(?:it|he|she|they|we|I)"
_OPEN = r"^[\W_]*(?:that[\s“\"‘]+|yes,\s+)?"
_NOT = r"(?:not|never|no longer|n[’']t)"
# "He'd needed" had, and would not.
_HAD = (
    r"[’']d(?!\s(?:\w+ed|been|gone|had|told|said|made|met|left|seen|come|sent|spent|lost|found|kept|"
    r"heard|thought|brought|bought|held|led|paid|sold|won|become|begun|got|taken|given|written|"
    r"spoken|known|never|already|just)\b)"
)
_WILL = rf"(?:will|would|shall|[’']ll|{_HAD}|is going to|are going to|was going to|am going to)"
_SELF_WILL = re.compile(
    rf"{_OPEN}{_PRONOUN}\s?{_WILL}\s"
    r"(?!be\b|have\b|like\b|(?:\w+ly )?(?:guess|think|imagine|suggest|argue|hope|love|prefer|note|"
    r"say that|add that|urge|appeal (?:to|for)|call (?:up)?on|"
    r"ask (?!why|how|what|whether|if|about))\b)",
    re.IGNORECASE,
)
_IT_WILL_NOT_BE = re.compile(rf"{_OPEN}it\s(?:will|would)\s{_NOT}\s(?:be|have)\b", re.IGNORECASE)
_IT_WILL = re.compile(rf"{_OPEN}it\s?{_WILL}\s", re.IGNORECASE)
_SELF_WILL_NOT = re.compile(
    rf"{_OPEN}{_PRONOUN}\s(?:(?:will|would|shall)\s{_NOT}|won[’']t|wouldn[’']t|cannot accept|"
    r"can[’']t accept|refuses?|rejects?)\b",
    re.IGNORECASE,
)
# "I wouldn’t call it that", "he won’t hesitate to": judged or meant, and not refused.
_WOULD_NOT_SAY = re.compile(
    rf"{_OPEN}(?:{_PRONOUN}\s(?:(?:will|would|shall)\s{_NOT}|won[’']t|wouldn[’']t)\s(?:\w+ly\s)?"
    r"(?:minimi[sz]e|call|describe|say|put it|characteri[sz]e|be surprised|hesitate|rule|want|"
    r"expect|think|believe|mind|forget|underestimate|exaggerate|overstate|know|survive|live|last|"
    r"starve|lose|win|be able)\b|no ?one\b)",
    re.IGNORECASE,
)
# The speaker's side as subject: "his government would", and what nobody of it would do.
_SIDE_WILL = re.compile(
    rf"{_OPEN}(?:his|her|its|their|our|my) (?:own )?"
    r"(?:government|country|party|organi[sz]ation|office|ministry|army|troops|forces|side|alliance|"
    rf"company|group) {_WILL}\s(?P<not>{_NOT}\b)?",
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
_GOOD = re.compile(
    r"\b(?:right|good|great|brave|courag\w*|historic|welcome|success\w*|excellent|wise|"
    r"important|hero\w*|progress|generous|honou?r\w*|wonderful|brilliant|impressive|beautiful|"
    r"prettiest|finest|remarkable|martyrs?|patriots?|(?:soldier|lion)s? of|serious candidate)\b",
    re.IGNORECASE,
)
# "a historic mistake", "a great tragedy": blamed, however great.
_BAD_NAME = re.compile(
    r"\b(?:mistakes?|errors?|blunders?|failures?|disasters?|catastrophes?|trage\w+|disgrac\w+|shame\w*|"
    r"lies|lie|fraud|hoax|crimes?|massacres?|outrag\w+|insults?|betrayals?|coup|farce|joke|mess|"
    r"nonsense|injustices?|atrocit\w+|scandals?|slaps?|setbacks?)\b",
    re.IGNORECASE,
)
# "We'll see", "I'll be honest": nothing is promised.
_IDLE = re.compile(
    rf"(?:{_OPEN}|.*[.,;] )(?:we|I|you|they)(?: will|[’']ll) (?:just |only |have to wait and )?"
    r"(?:see|know|find out|tell you|say (?:this|that|it)|"
    r"be (?:honest|blunt|brief|frank|clear|candid|straight|quick))\b",
    re.IGNORECASE,
)
_SELF_READY = re.compile(
    rf"{_OPEN}(?:[\w’'-]+ ){{1,3}}stands? (?:\w+ly )?ready\sto\b|"
    rf"{_OPEN}{_PRONOUN}\s?(?:is|are|was|were|am|[’'](?:s|re|m))\s(?:\w+\s)?"
    r"(?:ready|willing|prepared|open|offering|happy)\sto\b",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"\b(?:retaliat\w*|consequences|reprisals?|punish\w*|response|respond\w*|sanctions?|measures|"
    r"price|costs?|strike back|hit back|destroy\w*|attack\w*|force|war|action)\b",
    re.IGNORECASE,
)
_RESPONSE = re.compile(
    r"\b(?:response|retaliat\w*|consequences|reprisals?|counter-?measures)\b", re.IGNORECASE
)
_IF = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
# "a response to any use of arms": what has not been done yet, and so a condition.
_TO_ANY = re.compile(r"\b(?:to|against|for) (?:any|anyone|those who|whoever)\b", re.IGNORECASE)
# Harm that is held off: who "would not attack" promises, who "would not release them" refuses.
_WITHHELD_HARM = re.compile(
    rf"{_OPEN}(?:{_PRONOUN}|(?:the )?[\w’'-]+) (?:will|would|shall) {_NOT} (?:\w+ly |ever |again )?"
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
_THREAT = re.compile(
    r"(?:\b(?:will|would|shall)|[’']ll) (?:\w+ ){0,6}"
    r"(?:retaliat\w*|consequences|reprisals?|punish\w*|strike back|hit back|sunk|boarded|seized|"
    r"turned back|expelled|destroy\w*|an answer)\b",
    re.IGNORECASE,
)
_YES = re.compile(
    rf"{_OPEN}(?:yes\b|that(?:[’']s| is) (?:correct|right|true)\b|correct\b)", re.IGNORECASE
)
# "I will readily admit that": said so, and promised nothing.
_ADMITS = re.compile(
    rf"{_OPEN}(?:I|we)(?:[’'](?:ll|d))?(?: (?:will|would|must|do|can|have to))?(?: \w+ly)? "
    r"(?:admit|acknowledge|concede|confess)\b",
    re.IGNORECASE,
)
# "I am sorry. We should have listened": an apology, and no condolence.
_SORRY = re.compile(
    rf"{_OPEN}(?:I|we)(?: am| are|[’'](?:m|re)) (?:\w+ly |so |very )?sorry"
    r"(?: for (?:what|my|our)\b|"
    r"[.,]? (?:that )?(?:I|we) (?:should have|failed|was wrong|were wrong)\b)|"
    rf"{_OPEN}(?:(?:I|we) (?:stand corrected|(?:was|were) wrong\b)|"
    r"(?:.{0,160}[,.] (?:and )?(?:for that )?)?(?:I|we) (?:\w+ly |do )?apologi[sz]e "
    r"(?:to|for|\w+ly)\b)",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:must|should immediately|we demand|we insist|"
    r"(?<!n[’']t )(?<!not )(?<!never )(?:ha(?:s|ve)|needs?) to)\b",
    re.IGNORECASE,
)
# "He ought to consider his position"
_OUGHT = re.compile(
    rf"{_OPEN}(?!I\b|we\b)(?:[\w’'-]+ ){{1,4}}?(?:ought to|should) (?:now |at once )?"
    r"(?:resign|step down|quit|apologi[sz]e|consider (?:his|her|their|your) position)\b",
    re.IGNORECASE,
)
_OWN = re.compile(rf"{_OPEN}(?:I|he|she|we)\b", re.IGNORECASE)
# What all of us have to do, or somebody may have to, nobody asks for.
_WE_MUST = re.compile(
    r"\b(?:(?:I|we|you)(?: all| both| also| \w+ly)?|may|might|could) (?:ha(?:s|ve)|needs?) to\b",
    re.IGNORECASE,
)
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
_CLAIMS = re.compile(
    r"^\W*(?:(?:the|any|all|such|those|these|his|her|its|their|as \w+)\s)?(?:[\w’'-]+\s){0,4}?"
    r"(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|suggestions?|criticism|"
    r"notion|idea|assertions?|statements?|remarks?)\b",
    re.IGNORECASE,
)
# "the ultimatum", "Oslo's demand to leave": what is rejected, and is no charge.
_WANTED = re.compile(
    r"^\W*(?:(?:the|any|all|such|an?|his|her|its|their|[\w’'-]+[’']s?)\s)?(?:[\w’'-]+\s){0,2}?"
    r"(?:ultimatums?|demands?|requests?|offers?|proposals?|calls?|appeals?|bids?|terms|conditions|"
    r"invitations?|deals?|plans?)\b",
    re.IGNORECASE,
)
_AS_SO = re.compile(r"^[\W_]*(?:this|that|it|them|these|those) as\b", re.IGNORECASE)
_REJECTING: dict[str, SpeechAct] = {"reject": "deny", "dismiss": "dispute"}
_REPEATING = frozenset("repeat reiterate echo".split())  # "repeated | her claim that ..."
_OWN_CALL = re.compile(r"(?:my|our|his|her|its|their) (?:\w+ )?(?:call|appeal|plea)s? (?:for|to)\b")
_SAYING = frozenset(
    "say tell add state declare announce reply respond answer insist stress note write tweet "
    "repeat reiterate continue explain : assert claim maintain signal indicate make promise "
    "vow".split()
)

_INFORMING = frozenset("indicate note report explain disclose reveal show find estimate".split())
_WARNING = frozenset("warn caution".split())
_OWN_SIDE = re.compile(
    r"\b(?:it|he|she|they|we|I|us|me|our|my|his|her|its|their|or else)\b|\b[’']ll\b", re.IGNORECASE
)
_WILL_BE_DONE = re.compile(r"\b(?:will|would|shall) (?:\w+ )?be \w+", re.IGNORECASE)
_CALLING = frozenset("call label dub brand".split())
_PLAIN_SAYING = _SAYING - {"promise", "vow", "announce", "make", ":"}


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
    if _only_informs(draft, lemma, words) or _agrees_on(draft, lemma, words):
        return "claim"
    if lemma == "press" and re.match(r"\W*(?:on|about|over)\b", words):
        return "claim"
    if lemma == "tell" and draft.frame == "to":
        return "demand"
    if lemma in {"warn", "caution"} and act == "warn_of":
        return _warning(draft, words, speaker)
    if draft.frame == "called" and lemma in _CALLING:
        return "praise" if _is_good(words) else "criticise"
    if lemma in _REJECTING and (_CLAIMS.search(words) or _AS_SO.match(words)):
        return "dispute" if _AS_SO.match(words) else _REJECTING[lemma]
    if lemma in _REPEATING and _OWN_CALL.match(words):
        return "appeal"
    if act == "claim" and lemma in _SAYING:
        return _said(words, direct=draft.kind != "indirect", speaker=speaker)
    return act


# "advised the crews that they | would be let in"
_SO_IT_IS = re.compile(
    r"\b(?:will|would|is|are|was|were|has|have|had|can)\b(?!.*\b(?:should|must|ought|better)\b)",
    re.DOTALL,
)


def _only_informs(draft: Draft, lemma: str, words: str) -> bool:
    """Return whether somebody is advised of what is so, and not to do something."""
    informs = lemma == "advise" and draft.frame == "that"
    return informs and _SO_IT_IS.search(words) is not None


def _agrees_on(draft: Draft, lemma: str, words: str) -> bool:
    """Return whether somebody agrees on what is so: "agreed that it was late", not "to leave"."""
    if lemma != "agree" or draft.frame != "that":
        return False
    return _SO_IT_IS.search(words) is not None and _TO_DO.search(words) is None


_TO_DO = re.compile(r"\b(?:will|would|shall|should|must|need)\b")


def _is_good(words: str) -> bool:
    return _GOOD.search(words) is not None and _BAD_NAME.search(words) is None


def _warning(draft: Draft, words: str, speaker: Actor | None) -> SpeechAct:
    """Return which of the three warnings it is: who does the bad thing in it?"""
    if draft.frame == "against" or re.match(r"^\W*(?:against|not to)\b", words):
        return "warn_against"
    if draft.frame == "to":
        return "demand"
    if _SELF_WILL.search(words) or _names(words, speaker):
        return "threaten"
    conditional = re.search(r"\b(?:if|unless|should)\b", words) is not None
    if _BAD.search(words[:120]) and (conditional or draft.hearer is not None):
        return "threaten"
    return "warn_of"


# "We have a firm commitment to Norland": nobody is praised.
_COMMITTED = re.compile(
    r"\bha(?:ve|s) (?:an?|the) (?:[\w-]+,? ){0,3}commitment to\b|"
    r"\bcommitment\b[^.]{0,140}? (?:is|remains)\b"
)


# "they were ready for any outcome": nothing is offered but talks and the like.
_READY_FOR = re.compile(
    rf"{_OPEN}(?:[\w’'-]+ ){{1,4}}?(?:is|are|was|were|am|[’'](?:m|s|re)|stands?|stood) "
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
    rf"{_OPEN}(?:[\w’'-]+ ){{1,4}}?(?:would|will|could) (?:\w+ly )?(?:accept|agree to) "
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
    if lemma in _SAYING and (_SORRY.search(words) or _ADMITS.match(words)):
        return "confirm"
    if not is_borne_out(act, draft, words) or _only_informs(draft, lemma, words):
        return "claim"
    if act == "deny" and is_innocence(words):
        return "claim"
    if act == "accept" and _agrees_on(draft, lemma, words):
        return "claim"
    if act in {"claim", "criticise"} and lemma in _PLAIN_SAYING:
        act = stand(words) or act
    if lemma in _SAYING and is_ultimatum(words):
        return "threaten"
    if act == "threaten" and lemma in _WARNING and not _harms_by_own_side(words, speaker):
        return "warn_of"
    if act == "threaten" and lemma in _INFORMING and not _IF.search(words):
        return "claim"
    if act == "offer" and _TAKES_AWAY.match(words):
        return "threaten"
    if act == "offer" and lemma in _SAYING and _READY_FOR.match(words):
        return "claim"
    if act == "threaten" and _FROM_OTHERS.match(words):
        return "warn_of"
    if lemma == "cite" or (act == "praise" and lemma in _SAYING and _COMMITTED.search(words)):
        return "claim"
    if lemma in _REPEATING and act in {"deny", "dispute"} and _CLAIMS.search(words):
        return "claim"
    if lemma == "claim" and _RESPONSIBILITY.match(words):
        return "confirm"
    if lemma in _CALLING and act in {"praise", "claim"} and _BAD_NAME.search(words):
        return is_called_false(words) or "criticise"
    if lemma in _CALLING and act == "claim":
        return is_called_false(words) or act
    if act in {"criticise", "accuse"} and lemma in _CALLING and _is_good(words):
        return act if NEGATION.search(words) else "praise"
    if act == "refuse" and lemma in _SAYING and _WOULD_ACCEPT.match(words):
        return "accept"
    if act == "refuse" and lemma in _SAYING and _WOULD_NOT_SAY.match(words):
        return "claim"
    if act == "demand" and lemma in _SAYING and not _MUST.search(_WE_MUST.sub("", words)):
        return "claim" if _WE_MUST.search(words) else act
    if act in {"warn_of", "commit"} and _answers_with_harm(words):
        return "threaten"
    if act == "refuse" and lemma in _REJECTING and _AS_SO.match(words):
        return "dispute"
    if act == "deny" and lemma == "reject" and _WANTED.match(words):
        return "refuse"
    if act == "refuse" and lemma in _REJECTING and _CLAIMS.search(words):
        return _REJECTING[lemma]
    if act == "commit":
        idle = lemma in _PLAIN_SAYING and (
            _TO_COME.search(words) is None or _is_of_another(words, speaker)
        )
        if idle or _IDLE.match(words):
            return "claim"
        return "offer" if lemma in _PLAIN_SAYING and is_bargain(words) else act
    if act in {"refuse", "threaten"} and lemma in _SAYING and _WITHHELD_HARM.match(words):
        return "commit"
    harmless = not _BAD.search(words) and not _IF.search(words)
    return "claim" if act == "threaten" and harmless and _NO_LONGER.search(words) else act


def _harms_by_own_side(words: str, speaker: Actor | None) -> bool:
    """Return whether a warning may be of harm by the speaker: "they will be shot", "we strike".

    "Hospitals will run out of oxygen" is what others bring.
    """
    if _OWN_SIDE.search(words) or _BAD.search(words) or _WILL_BE_DONE.search(words):
        return True
    return _names(words, speaker)


def _answers_with_harm(words: str) -> bool:
    """Return whether something will be answered with harm: "a firm response if they cross"."""
    answer = _RESPONSE.search(words[:120])
    if answer is None:
        return False
    return _IF.search(words) is not None or _TO_ANY.search(words, answer.end()) is not None


def _is_of_another(words: str, speaker: Actor | None) -> bool:
    """Return whether "it will" tells what something else will do: Berg is no "it"."""
    person = speaker is not None and (
        speaker.kind == "person"
        or (speaker.kind == "group" and _PEOPLE.search(speaker.name) is not None)
    )
    return person and _IT_WILL.match(words) is not None


_PEOPLE = re.compile(r"\b[a-z]+(?:[^s\W]s|men|people)$")  # "coastal governors"


def _names(words: str, speaker: Actor | None) -> bool:
    """Return whether the content opens with the speaker's name and says what they would do."""
    if speaker is None:
        return False
    last = re.escape(speaker.name.split()[-1])
    return re.match(rf"{_OPEN}(?:[\w.’'-]+\s){{0,3}}{last}\s{_WILL}\b", words) is not None


def _said(words: str, *, direct: bool, speaker: Actor | None) -> SpeechAct:
    if is_ultimatum(words):
        return "threaten"
    if _YES.search(words) or _SORRY.search(words) or _ADMITS.match(words):
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
        and not _WOULD_NOT_SAY.match(words)
    ):
        return "refuse"
    if _SELF_READY.search(words):
        harm = _BAD.search(words[:120]) is not None and _IF.search(words) is not None
        return "threaten" if harm else "offer"
    conditional = re.search(r"\b(?:if|unless|that fail\w*|who fail\w*)\b", words, re.IGNORECASE)
    if conditional and _THREAT.search(words):
        return "threaten"
    own = (
        _SELF_WILL.search(words)
        and not _IT_WILL_NOT_BE.match(words)
        and not _WOULD_NOT_SAY.match(words)
        and not _IDLE.match(words)
        and not _is_of_another(words, speaker)
    )
    if own or _names(words, speaker):
        return "offer" if is_bargain(words) else "commit"
    if direct and _APPEAL.search(words):
        return "appeal"
    if direct and _OFFER.search(words):
        return "offer"
    if direct and _DENY.match(words):
        return "deny"
    must = _MUST.search(_WE_MUST.sub("", words[:120])) is not None and not _OWN.search(words)
    if must or _OUGHT.match(words):
        return "demand"
    return "claim"
