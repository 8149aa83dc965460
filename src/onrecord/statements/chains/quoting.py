"""Whose words a quotation is that another passes on: "the paper quotes | a nurse | as saying"."""

import re

from onrecord.records import Span
from onrecord.text.wordclasses import is_communicator, is_person_noun

# "The paper quotes | Ida Berg, a teacher, | as saying: “...”"
_QUOTED_AS = re.compile(
    r"(?:ha[sd] )?(?:quot|cit)(?:es?|ed|ing) (?P<who>[^“”\"\n]{3,120}?),? "
    r"as (?:saying|telling|writing)\b"
)
# "posted a quote from | Ida Berg |: “...”"
_QUOTE_FROM = re.compile(
    r"\b(?:quotes?|lines?|words|passages?|verses?|quotations?) (?:from|by|of) "
    r"(?P<who>(?:the )?[A-Z][^“”\"\n:,]{1,60}?)(?:,[^:“”\"\n]{0,80})?[:,]?\s*[“\"‘']?$"
)
# "quoted | the poet Ida Berg |: “...”"
_QUOTES = re.compile(
    r"quot(?:es?|ed|ing) (?P<who>(?!(?:from|in|as|by)\b)[^“”\"\n:,]{2,60}?)"
    r"(?:,[^:“”\"\n]{0,80})?[:,]\s*[“\"‘']?$"
)
# "read out a letter from | the poet, Ida Berg |: “...”"
_READ_FROM = re.compile(
    r"(?:read|reads|reading)\b(?: out| aloud)? (?:an?|the|another|one) (?:[\w-]+ ){0,2}?"
    r"(?:letter|message|note|statement|poem|email|e-mail|text|tribute|testimony|telegram|apology) "
    r"(?:from|by|written by) (?P<who>[^“”\"\n:]{3,80}?)[:,]?\s*[“\"‘']?$"
)


def find_quoted(text: str, cue: Span, quotation: Span, end: int) -> Span | None:
    """Return whose words a quotation is that another passes on.

    Behind a quotation it is told before `end`: "“Go,” the paper quoted | a nurse | as saying".
    """
    if quotation.start < cue.start:
        behind = _QUOTED_AS.match(text, cue.start, end)
        return None if behind is None else Span(*behind.span("who"))
    lead = Span(cue.start, quotation.start)
    found = (
        _QUOTED_AS.match(text, *lead) or _QUOTE_FROM.search(text, *lead) or _read_from(text, lead)
    )
    if found is None:
        found = _QUOTES.match(text, *lead)
        if found is None or not _can_be_quoted(found["who"]):
            return None
    return Span(*found.span("who"))


def _read_from(text: str, lead: Span) -> re.Match[str] | None:
    """Return the match of who wrote what is read out: "read a note by | the poet |: “...”"."""
    found = _READ_FROM.match(text, *lead)
    if found is None:
        return None
    named = found["who"].partition(",")[0].split()[-1]
    return found if named[:1].isupper() or is_person_noun(named.lower()) else None


def _can_be_quoted(words: str) -> bool:
    """Return whether the words are a name, a role or a paper: "the poet Ida Berg", "her father"."""
    last = words.split()[-1]
    return last[:1].isupper() or is_communicator(last.lower())
