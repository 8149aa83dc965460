"""Noun phrases that were cut: read on to the noun that they lead up to."""

import re

from onrecord.records import Span
from onrecord.text.wordclasses import (
    AUXILIARIES,
    BODY_NOUNS,
    DETERMINERS,
    PREPOSITIONS,
    PRESENT_VERBS,
    RELATIVES,
    is_adverb,
    is_person_noun,
)

_WORD = re.compile(r" ?-?([\w’']+)")
_LONGEST = 3  # words from the cut to the noun
_OPEN = DETERMINERS | {"of"}  # no phrase ends in one of these
_CLOSED = DETERMINERS | PREPOSITIONS | AUXILIARIES | RELATIVES | PRESENT_VERBS | {"and", "or"}
_DOCUMENTS = frozenset("source sources".split())
_GROUPS = frozenset("crew troops families couple".split())


def complete_phrase(text: str, span: Span) -> Span:
    """Return `span` up to the person or body that it leads up to: "the | crew", "a senior | aide".

    Only a phrase that cannot end where it does is read on; without such a noun it stays as it is.
    """
    last = text[span.start : span.end].rpartition(" ")[2].lower()
    if last not in _OPEN:
        return span
    at = span.end
    for _ in range(_LONGEST):
        word = _WORD.match(text, at)
        if word is None:
            break
        lower = word[1].lower()
        if lower in _CLOSED or is_adverb(lower):
            break
        at = word.end()
        if is_person_noun(lower) or lower in BODY_NOUNS or lower in _GROUPS:
            return span if lower in _DOCUMENTS else Span(span.start, at)
    return span
