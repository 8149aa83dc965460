"""Tell from a sentence whether a date in it lies ahead or behind."""

import re

from onrecord.dates.meaning import Direction
from onrecord.records import Span

_MODALS = "will|won['’]t|shall|would|could|may|might|can|must|should|['’]ll"
_PLANS = (
    "set|scheduled|slated|expected|expects?|planned|plans?|planning|hopes?|hoping|intends?|"
    "intended|aims?|ready|likely|wants?|wanted|vow(?:s|ed)|agreed|agrees|decided|decides|about|"
    "going|able|supposed|promised|promises|pledged|pledges"
)
# A verb form swallows the participle after it, so that "to be paid" is not read as "paid".
_AHEAD = re.compile(
    rf"\b(?:{_MODALS})(?:\s+(?:not|also|then|likely|probably|be|have|never)){{0,3}}\s+\w+"
    rf"|(?<!had been )\b(?:{_PLANS})\s+(?:to|for)(?:\s+be)?\s+(?!(?:in|on|by|last)\b)\w+"
    r"|\b(?:set|scheduled|slated|due|planned|arranged|billed)\s+for\s+$"
    r"|\b(?:is|are|was|were)\s+to\s+(?:be\s+)?\w+"
    r"|\b(?:to|not|is|are)\s+be(?:ing)?\s+\w+"
    r"|(?<!had been )\bdue\s+(?:on|in|by|back|out|to\s+(?:be|begin|start|open|meet|take|arrive|"
    r"expire|end|return|speak|leave|visit|hold|go)\b)"
    r"|\b(?:planned|planning|plans|scheduled)\s+(?:an?|the|for)\s+\w+"
    r"|\b(?:called|calling)\s+(?:(?:an?|the)\s+(?:\w+\s+)?(?:elections?|votes?|strikes?|meetings?|"
    r"referendums?|summits?|sessions?|protests?)\b|for\s+$)"
    r"|\b(?:an?|the|this|his|her|its|their)\s+(?:scheduled|planned|expected|anticipated|looming)\s+$"
    r"|\b(?:upcoming|forthcoming|payable|effective|tentatively|no later than|as soon as|"
    r"as early as)\b"
)
_BEHIND = re.compile(
    r"\b(?:said|says|told|was|were|had|did|has|have|since|ago|[a-z]{3,}ed|came|went|took|made|"
    r"began|met|held|killed|won|lost|left|gave|found|fell|rose|ran|saw|sent|shot|spoke|struck|"
    r"sold|set(?!\s+(?:to|for)\b)|bought|brought|became|broke|built|grew|knew|led|paid|put|sat|"
    r"stood|wrote|got|hit|cut)\b"
)
# Behind the date, its day is that of the promise: "On Monday, Kenya pledged to send tents".
_PROMISED = re.compile(r"\b(?:vowed|agreed|decided|promised|pledged|refused|declined)\b")
_BEFORE = re.compile(r"\b(?:by|before)\s+(?:the\s+)?$")
_DEADLINE = re.compile(r"\b(?:by|until|till|starting|beginning|effective)\s+(?:the\s+)?$")
# What somebody is told, or offers, to do: "told Kenya to leave", "demanded that Kenya leave".
_ASKING = (
    "told|tells?|telling|ask(?:s|ed|ing)?|urg(?:es?|ed|ing)|order(?:s|ed|ing)?|beg(?:s|ged)?|"
    "call(?:s|ed|ing)?|press(?:es|ed|ing)?|demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|"
    "request(?:s|ed|ing)?|requir(?:es?|ed|ing)|instruct(?:s|ed|ing)?|appeal(?:s|ed|ing)?|"
    "warn(?:s|ed|ing)?|invit(?:es?|ed|ing)|advis(?:es?|ed|ing)|threaten(?:s|ed|ing)?|"
    "offer(?:s|ed|ing)?|propos(?:es?|ed|ing|als?)|agree[sd]?|ultimatum|deadline"
)
_ASKED = re.compile(
    rf"\b(?:{_ASKING})\b[^.;:]*?\b(?:that|to\s+(?!(?:the|an?|its|his|her|their)\b)[a-z]+)\b"
    r"|\b(?:propos(?:es?|ed|ing)|suggest(?:s|ed|ing)?)\s+(?:[a-z]+ing|an?|new|fresh|more|talks)\b"
    r"|\b(?:if|unless)\b"
)
# "would sign only after he had spoken with Berg on | Thursday |": that day will come.
_AWAITED = re.compile(
    r"(?:\b(?:will|would|shall)|[’']ll)\s+(?!have\b)[^.;:]{1,60}?\b(?:after|once|until)\s"
    r"[^.;:,]{1,30}?\b(?:has|have|had)\s[^.;:]*$"
)
_POSSESSIVE = re.compile(r"['’]s?\b")
# How far from the date a verb still speaks of it.
_REACH = 70


def find_direction(text: str, span: Span, sentence: Span) -> Direction | None:
    """Return where the date at `span` lies by the tense of its sentence; `None` without a sign.

    A deadline ("until", "by" without a past verb) lies ahead, as does that of what somebody is
    told to do ("told Kenya to leave by May"); "told Kenya to leave in May" leaves it open. Else the
    nearest verb before the date decides, and without one the first verb after it.
    """
    if _POSSESSIVE.match(text, span.end):
        return None
    before = text[max(sentence.start, span.start - _REACH) : span.start]
    if _AWAITED.search(text, max(sentence.start, span.start - 2 * _REACH), span.start):
        return "future"
    ahead, behind = _last_end(_AHEAD, before), _last_end(_BEHIND, before)
    deadline = _DEADLINE.search(before)
    if deadline is not None and (ahead >= 0 or behind < 0 or not deadline[0].startswith("by")):
        return "future"
    if _last_end(_ASKED, before) > max(ahead, behind):
        return "future" if _BEFORE.search(before) else None
    if ahead < 0 and behind < 0:
        after = text[span.end : min(sentence.end, span.end + _REACH)]
        first_ahead, first_behind = _AHEAD.search(after), _BEHIND.search(after)
        promised = _PROMISED.search(after)
        if promised and first_ahead and promised.start() <= first_ahead.start():
            return "past"
        if first_ahead is None:
            return None if first_behind is None else "past"
        if first_behind is None or first_ahead.start() <= first_behind.start():
            return "future"
        return "past"
    return "future" if ahead >= behind else "past"


_AT_A_TIME = re.compile(
    r"\b(?:since|in|on|during|from|of)(?:\s+(?:the|early|late|mid|mid-|end|year))*\s+$"
)
_FORWARD = re.compile(
    rf"\b(?:{_MODALS}|due|ending|expect\w*|forecast\w*|predict\w*|project(?:s|ed|ing|ions?)|plan\w*|"
    r"target\w*|goals?|next|future|outlook|scheduled|estimate\w*|"
    r"proposed|if|confident|hope\w*|promis\w*|pledge\w*|aims?|aimed)\b",
    re.IGNORECASE,
)


def is_told_as_past(text: str, span: Span, sentence: Span) -> bool:
    """Return whether the sentence surely tells of the date at `span` as past.

    Stricter than `find_direction`: a preposition of time stands before the date, a past verb
    before that (or "since"), and no word that looks forward.
    """
    before = text[max(sentence.start, span.start - 100) : span.start]
    preposition = _AT_A_TIME.search(before)
    if preposition is None:
        return False
    if preposition[0].startswith("since"):
        return True
    return (
        not _FORWARD.search(before)
        and _BEHIND.search(before) is not None
        and _AHEAD.search(before) is None
    )


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    end = -1
    for match in pattern.finditer(text):
        end = match.end()
    return end
