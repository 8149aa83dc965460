"""Counts of those who are cited: "two officials said" tells who speaks, not how many there are."""

import re

from onrecord.records import Span

_SOURCES = (
    "officials?|diplomats?|sources?|witnesses|witness|people|persons?|aides?|analysts?|experts?|"
    "officers?|advisers?|insiders?|ministers?|lawmakers?|residents?|traders?|executives?|editors?|"
    "reporters?|journalists?|negotiators?|envoys?|commanders?|captains?|spokesmen|spokeswomen|"
    "lawyers?|doctors?|eyewitnesses|neighbou?rs|researchers?|economists?|correspondents?"
)
_SAYS = (
    "said|says|say|told|tell|confirmed|confirm|added|adds|warned|acknowledged|denied|described|"
    "recalled|insisted|claimed|reported|spoke|suggested|noted|argued|think|believe|agreed|familiar"
)
# Behind these, others speak: "two officers died after residents said".
_NO_SUBJECT = "after|when|while|because|but|where|died|killed|drowned|fled|until|before"
_SAID_AFTER = re.compile(
    rf"(?:\s(?:familiar|briefed|close|with|in|at|from|of|on|to|the|who|involved|present|matter|"
    rf"talks?|discussions?|plans?|(?!(?:{_NO_SUBJECT})\s)[\w’'-]+)){{0,8}}?,?(?:\s(?:who|speaking|one)\s[^.;:“”]{{3,60}},)?"
    rf"\s(?:also\s|later\s)?(?:{_SAYS})\b"
)
_FAMILIAR = re.compile(r"\s(?:familiar with|briefed on|close to the|with knowledge of)\b")
# "It burned, said two officials", but "the ministry said two officials were killed".
_SAID_BEFORE = re.compile(
    r"(?:[,”\"’']\s(?:said|says)"
    r"|\b(?:told|according to|citing|cited|quoting|quoted|confirmed by))\s"
    r"(?:by\s|at least\s)?$"
)
_HEAD = re.compile(rf"(?:{_SOURCES})$", re.IGNORECASE)


def counts_sources(text: str, span: Span, sentence: Span) -> bool:
    """Return whether the people counted at `span` are there as the source of what is told."""
    if _HEAD.search(text[span.start : span.end]) is None:
        return False
    if _FAMILIAR.match(text, span.end, sentence.end):
        return True
    before = text[max(sentence.start, span.start - 24) : span.start]
    if _SAID_BEFORE.search(before):
        return True
    return _SAID_AFTER.match(text, span.end, min(sentence.end, span.end + 120)) is not None
