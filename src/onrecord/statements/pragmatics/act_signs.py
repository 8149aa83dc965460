"""Signs in cue and content of what a statement does, for rules and for the reader's acts alike."""

import re

from onrecord.records import Actor, SpeechAct
from onrecord.statements.drafts import Draft

PRONOUN = r"(?:it|he|she|they|we|I)"
OPEN = r"^[\W_]*(?:that[\s“\"‘]+|yes,\s+)?"
NOT = r"(?:not|never|no longer|n[’']t)"
# "He'd needed" had, and would not.
_HAD = (
    r"[’']d(?!\s(?:\w+ed|been|gone|had|told|said|made|met|left|seen|come|sent|spent|lost|found|kept|"
    r"heard|thought|brought|bought|held|led|paid|sold|won|become|begun|got|taken|given|written|"
    r"spoken|known|never|already|just)\b)"
)
WILL = rf"(?:will|would|shall|[’']ll|{_HAD}|is going to|are going to|was going to|am going to)"
_IT_WILL = re.compile(rf"{OPEN}it\s?{WILL}\s", re.IGNORECASE)
# "I wouldn’t call it that", "he won’t hesitate to": judged or meant, and not refused.
WOULD_NOT_SAY = re.compile(
    rf"{OPEN}(?:{PRONOUN}\s(?:(?:will|would|shall)\s{NOT}|won[’']t|wouldn[’']t)\s(?:\w+ly\s)?"
    r"(?:minimi[sz]e|call|describe|say|put it|characteri[sz]e|be surprised|hesitate|rule|want|"
    r"expect|think|believe|mind|forget|underestimate|exaggerate|overstate|know|survive|live|last|"
    r"starve|lose|win|be able)\b|no ?one\b)",
    re.IGNORECASE,
)
_GOOD = re.compile(
    r"\b(?:right|good|great|brave|courag\w*|historic|welcome|success\w*|excellent|wise|"
    r"important|hero\w*|progress|generous|honou?r\w*|wonderful|brilliant|impressive|beautiful|"
    r"prettiest|finest|remarkable|martyrs?|patriots?|(?:soldier|lion)s? of|serious candidate)\b",
    re.IGNORECASE,
)
# "a historic mistake", "a great tragedy": blamed, however great.
BAD_NAME = re.compile(
    r"\b(?:mistakes?|errors?|blunders?|failures?|disasters?|catastrophes?|trage\w+|disgrac\w+|shame\w*|"
    r"lies|lie|fraud|hoax|crimes?|massacres?|outrag\w+|insults?|betrayals?|coup|farce|joke|mess|"
    r"nonsense|injustices?|atrocit\w+|scandals?|slaps?|setbacks?)\b",
    re.IGNORECASE,
)
# "We'll see", "I'll be honest": nothing is promised.
IDLE = re.compile(
    rf"(?:{OPEN}|.*[.,;] )(?:we|I|you|they)(?: will|[’']ll) (?:just |only |have to wait and )?"
    r"(?:see|know|find out|tell you|say (?:this|that|it)|"
    r"be (?:honest|blunt|brief|frank|clear|candid|straight|quick))\b",
    re.IGNORECASE,
)
BAD = re.compile(
    r"\b(?:retaliat\w*|consequences|reprisals?|punish\w*|response|respond\w*|sanctions?|measures|"
    r"price|costs?|strike back|hit back|destroy\w*|attack\w*|force|war|action)\b",
    re.IGNORECASE,
)
IF = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
# "I will readily admit that": said so, and promised nothing.
ADMITS = re.compile(
    rf"{OPEN}(?:I|we)(?:[’'](?:ll|d))?(?: (?:will|would|must|do|can|have to))?(?: \w+ly)? "
    r"(?:admit|acknowledge|concede|confess)\b",
    re.IGNORECASE,
)
# "I am sorry. We should have listened": an apology, and no condolence.
SORRY = re.compile(
    rf"{OPEN}(?:I|we)(?: am| are|[’'](?:m|re)) (?:\w+ly |so |very )?sorry"
    r"(?: for (?:what|my|our)\b|"
    r"[.,]? (?:that )?(?:I|we) (?:should have|failed|was wrong|were wrong)\b)|"
    rf"{OPEN}(?:(?:I|we) (?:stand corrected|(?:was|were) wrong\b)|"
    r"(?:.{0,160}[,.] (?:and )?(?:for that )?)?(?:I|we) (?:\w+ly |do )?apologi[sz]e "
    r"(?:to|for|\w+ly)\b)",
    re.IGNORECASE,
)
MUST = re.compile(
    r"\b(?:must|should immediately|we demand|we insist|"
    r"(?<!n[’']t )(?<!not )(?<!never )(?:ha(?:s|ve)|needs?) to)\b",
    re.IGNORECASE,
)
# What all of us have to do, or somebody may have to, nobody asks for.
WE_MUST = re.compile(
    r"\b(?:(?:I|we|you)(?: all| both| also| \w+ly)?|may|might|could) (?:ha(?:s|ve)|needs?) to\b",
    re.IGNORECASE,
)
CLAIMS = re.compile(
    r"^\W*(?:(?:the|any|all|such|those|these|his|her|its|their|as \w+)\s)?(?:[\w’'-]+\s){0,4}?"
    r"(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|suggestions?|criticism|"
    r"notion|idea|assertions?|statements?|remarks?)\b",
    re.IGNORECASE,
)
AS_SO = re.compile(r"^[\W_]*(?:this|that|it|them|these|those) as\b", re.IGNORECASE)
REJECTING: dict[str, SpeechAct] = {"reject": "deny", "dismiss": "dispute"}
REPEATING = frozenset("repeat reiterate echo".split())  # "repeated | her claim that ..."
SAYING = frozenset(
    "say tell add state declare announce reply respond answer insist stress note write tweet "
    "repeat reiterate continue explain : assert claim maintain signal indicate make promise "
    "vow".split()
)
CALLING = frozenset("call label dub brand".split())
# "advised the crews that they | would be let in"
_SO_IT_IS = re.compile(
    r"\b(?:will|would|is|are|was|were|has|have|had|can)\b(?!.*\b(?:should|must|ought|better)\b)",
    re.DOTALL,
)
_TO_DO = re.compile(r"\b(?:will|would|shall|should|must|need)\b")
_PEOPLE = re.compile(r"\b[a-z]+(?:[^s\W]s|men|people)$")  # "coastal governors"


def only_informs(draft: Draft, lemma: str, words: str) -> bool:
    """Return whether somebody is advised of what is so, and not to do something."""
    informs = lemma == "advise" and draft.frame == "that"
    return informs and _SO_IT_IS.search(words) is not None


def agrees_on(draft: Draft, lemma: str, words: str) -> bool:
    """Return whether somebody agrees on what is so: "agreed that it was late", not "to leave"."""
    if lemma != "agree" or draft.frame != "that":
        return False
    return _SO_IT_IS.search(words) is not None and _TO_DO.search(words) is None


def is_good(words: str) -> bool:
    """Return whether somebody or something is called good: "a brave decision"."""
    return _GOOD.search(words) is not None and BAD_NAME.search(words) is None


def is_of_another(words: str, speaker: Actor | None) -> bool:
    """Return whether "it will" tells what something else will do: Berg is no "it"."""
    person = speaker is not None and (
        speaker.kind == "person"
        or (speaker.kind == "group" and _PEOPLE.search(speaker.name) is not None)
    )
    return person and _IT_WILL.match(words) is not None


def names(words: str, speaker: Actor | None) -> bool:
    """Return whether the content opens with the speaker's name and says what they would do."""
    if speaker is None:
        return False
    last = re.escape(speaker.name.split()[-1])
    return re.match(rf"{OPEN}(?:[\w.’'-]+\s){{0,3}}{last}\s{WILL}\b", words) is not None
