"""Tell the formulas of news and law, which tell no act: "a press conference", "required by law"."""

import re

from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import ADVERBS, DETERMINERS, SUBJECT_PRONOUNS
from onrecord.text import forms_of

_HELD_FOR_PRESS = frozenset("conference conferences briefing briefings".split())
_PRESS = frozenset({"press", "news"})
_SILENCE = re.compile(
    r"(?:declin|refus|reluctan|unwilling)\w*\b[^.;:]{0,40}? to "
    r"(?:(?:confirm or )?comment|elaborate|be (?:named|identified|quoted))\b"
    r"|(?:ask|request|demand|insist|prefer)\w* (?:not to be (?:named|identified|quoted)|"
    r"to (?:remain|stay|be) (?:anonymous|unnamed|unidentified)|(?:for |on )?anonymity)\b"
)
# "a request by the Herald for comment", "calls seeking comment", "did not return calls"
_FOR_COMMENT = re.compile(
    r"(?:requests?|calls?|inquir(?:y|ies)|e-?mails?|messages?|questions)\b[^.;:]{0,40}?"
    r"(?:for|seeking|asking for) (?:a |further |additional )?(?:comments?|response)\b"
    r"|return(?:s|ed|ing)? (?:[\w’'-]+ ){0,2}?(?:calls?|messages?|e-?mails?)\b"
)
_SILENCE_REACH = 7  # items behind the trigger: "declined on Monday through an aide to comment"
_RECALL_REACH = 10  # items from "recalled" to "consultations"
_ASKED = ("request", "ask", "demand", "grant")
_REQUIRED = frozenset("required mandated permitted forbidden prohibited".split())
_LAWS = frozenset("law laws statute statutes regulation regulations rule rules treaty".split())
_SEEING = frozenset(forms_of("concede recognise recognize"))
# What is claimed is nobody, and who backs or examines it does nothing to anybody.
_CLAIMS = frozenset(
    "claim claims allegation allegations assertion assertions contention theory theories "
    "hypothesis conclusion conclusions finding findings".split()
)
_REPORTS = frozenset("report reports whether how why".split())
_OF_CLAIMS = dict.fromkeys(forms_of("support"), _CLAIMS) | dict.fromkeys(
    forms_of("investigate"), _CLAIMS | _REPORTS
)
_OBJECT_REACH = 3  # items: "investigating the latest | reports"
# What the law says of a kind of deed.
_PRESENT = frozenset({"is", "are"})
_AMOUNTING = frozenset("remain remains constitute constitutes amount amounts carry carries".split())
_BANNED = frozenset("banned forbidden prohibited outlawed".split())
_CRIMES = frozenset(
    "crime crimes illegal unlawful punishable offence offences offense offenses violation "
    "violations felony felonies fine fines sentence sentences penalty penalties prison".split()
)
_MASS = frozenset("torture murder arson aggression genocide censorship repression".split())
_OPENING = frozenset('that , “ ‘ " ;'.split())
_LAW_REACH = 7  # items
# What was made for something, and who has a right to it, has not done it.
_ABLE = frozenset("right rights capable designed built engineered equipped".split())
_RESERVING = frozenset("reserve reserves reserved reserving".split())


def is_formula(sentence: Sentence, index: int, last: int) -> bool:
    """Return whether the trigger at items `index` to `last` is part of a formula.

    So in "a press | conference |", "| declined | to comment", "| requested | anonymity", "is
    | required | by law", "evidence to | support | the claim", "| recognised | that", "a | request |
    for comment".
    """
    first, after = sentence.lower(index), sentence.lower(last)
    if first in _HELD_FOR_PRESS and sentence.lower(index - 1) in _PRESS:
        return True
    if first.startswith(_ASKED) and "anonymity" in {after, sentence.lower(last + 1)}:
        return True
    if first == "consultations" and _is_recalled_for(sentence, index):
        return True
    if first in _REQUIRED and after == "by":
        return sentence.lower(sentence.skip(last + 1, DETERMINERS)) in _LAWS
    if first in _SEEING and after in SUBJECT_PRONOUNS - {"it", "you"} | {"that"}:
        return True
    words = " ".join(sentence.lower(at) for at in range(index, last + _SILENCE_REACH))
    if is_silence(words) or _FOR_COMMENT.match(words) or _is_of_claims(sentence, first, last):
        return True
    if _is_law(sentence, index, last):
        return True
    return _only_can(sentence, index)


def _is_recalled_for(sentence: Sentence, index: int) -> bool:
    """Return whether an envoy is only called home for it: "recalled its envoy | for | "."""
    before = range(max(0, index - _RECALL_REACH), index)
    recalled = any(sentence.lower(at).startswith("recall") for at in before)
    return sentence.lower(index - 1) == "for" and recalled


def is_silence(words: str) -> bool:
    """Return whether lower-case words open with a refusal to speak to the press, or to be named.

    So "declined on monday to comment", "expressed reluctance to be named", "asked for anonymity".
    """
    return _SILENCE.match(words.removeprefix("expressed ")) is not None


def _is_law(sentence: Sentence, index: int, last: int) -> bool:
    """Return whether it is only told that such deeds are against the law, and nobody did one.

    So in "| Attacks | on nurses are a crime" and "Strikes are | banned | in Peru", but not in
    "Attacks by Kenya are a crime".
    """
    first = sentence.lower(index)
    if first in _BANNED and sentence.lower(index - 1) in _PRESENT:
        return sentence.lower(last) != "by" and _is_bare(sentence, 0)
    if (index > 0 and sentence.lower(index - 1) not in _OPENING) or not _is_bare(sentence, index):
        return False
    for at in range(last, last + _LAW_REACH):
        word = sentence.lower(at)
        if word in _PRESENT | _AMOUNTING:
            said = {sentence.lower(each) for each in range(at + 1, at + 5)}
            return bool(said & (_CRIMES | _BANNED))
        named = sentence.item(at)
        if named is None or named.kind == "mark" or (named.actor and named.text[:1].isupper()):
            return False
    return False


def _is_bare(sentence: Sentence, at: int) -> bool:
    """Return whether the word stands for a kind of deed: "attacks", "torture", no "the attack"."""
    word = sentence.lower(at)
    return word in _MASS or (word.endswith(("s", "ing")) and word not in DETERMINERS)


def _only_can(sentence: Sentence, verb: int) -> bool:
    """Return whether the verb tells what one may do, or is made for, and nobody does.

    So in "has the right to | ban |", "designed to | hit | Peru", "capable of | hitting | Peru". Who
    "reserves the right to" means to do it.
    """
    link = verb - 1
    while sentence.lower(link) in ADVERBS or sentence.lower(link).endswith("ly"):
        link -= 1
    of = sentence.lower(verb).endswith("ing") and sentence.lower(link) == "of"
    if sentence.is_actor(link - 1):  # "the right of Kenya to"
        of_whom = sentence.skip(link - 2, DETERMINERS, -1)
        link = of_whom if sentence.lower(of_whom) == "of" else link
    reserved = {sentence.lower(at) for at in range(link - 3, link - 1)} & _RESERVING
    made = sentence.lower(link - 1) in _ABLE and not reserved
    return made and (sentence.lower(verb - 1) == "to" or sentence.lower(link) == "to" or of)


def _is_of_claims(sentence: Sentence, verb: str, last: int) -> bool:
    """Return whether claims of nobody known are the object: "| investigated | the report"."""
    wanted = _OF_CLAIMS.get(verb, frozenset())
    for at in range(last, last + _OBJECT_REACH):
        if sentence.is_actor(at) or sentence.lower(at) in wanted:
            return sentence.lower(at) in wanted
    return False
