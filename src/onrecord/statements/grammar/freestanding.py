"""Tell direct speech from words in quotation marks that are built into a sentence."""

import re

from onrecord.records import Span
from onrecord.statements.grammar.lexicon import QUOTING_FORMS
from onrecord.text import Quotation
from onrecord.text.wordclasses import is_possessive

WORD = re.compile(r"\w+(?:['’-]\w+)*")
_ENDS_SPEECH = frozenset(".,!?…—–-")
_LAST_WORD = re.compile(r"(\w+)\W*$")
_SMALLWORDS = frozenset("a an and at by for from in of on or the to with".split())


def is_freestanding(text: str, quotation: Quotation, sentence: Span) -> bool:
    """Return whether the quotation is a piece of direct speech by its surroundings and its shape.

    Direct speech opens a sentence or follows a colon, a comma or the cue itself, and has the
    shape of speech: a capital at its start, its own stop or comma at its end, or some length.
    Scare quotes, titles and names have not.
    """
    inner = quotation.inner
    if inner.start >= inner.end:
        return False
    head = text[inner.start : min(inner.end, inner.start + 400)]
    words = WORD.findall(head)
    if not words:
        return False
    if not quotation.closed:
        return len(words) > 2
    before = text[max(sentence.start, quotation.span.start - 80) : quotation.span.start].rstrip()
    before = before.removesuffix(text[quotation.span.start]).rstrip()  # the first of '' or ``
    after = text[quotation.span.end : min(sentence.end, quotation.span.end + 40)]
    ended = text[inner.end - 1] in _ENDS_SPEECH or text[inner.end : inner.end + 1] in _ENDS_SPEECH
    capital = head.lstrip("…. ")[:1].isupper() or head[:1] in "…["
    if not before:
        return ended or _goes_on_with_cue(after) or not after.strip(" .,")
    mark = before[-1]
    if is_possessive(before.lower()) and is_title(words):
        return False  # "told CBS’ “Face the City.”"
    if mark in '”"’»':
        return capital and (ended or _goes_on_with_cue(after))
    if mark in ".!?…)]—–":
        return (ended or _goes_on_with_cue(after)) and (capital or len(words) > 2)
    if mark == ":":
        return capital or len(words) > 2
    if mark in ",;":
        return (
            _follows_cue(before)
            or _leads_up(before)
            or (capital and len(words) > 3 and not before.endswith("that,"))
        )
    if _follows_cue(before):
        return capital and ended and len(words) > 2 and not is_title(words)
    return False


def _follows_cue(before: str) -> bool:
    match = _LAST_WORD.search(before)
    return match is not None and match[1].lower() in QUOTING_FORMS and match[1].islower()


def _leads_up(before: str) -> bool:
    """Return whether a cue with a hearer leads up to the comma: "told the council on Monday,"."""
    words = [word.lower() for word in WORD.findall(before)[-9:]]
    cues = [at for at, word in enumerate(words) if word in QUOTING_FORMS]
    return bool(cues) and "that" not in words[cues[-1] :]


def _goes_on_with_cue(after: str) -> bool:
    following = WORD.findall(after)[:4]
    return any(word.lower() in QUOTING_FORMS for word in following)


def is_title(words: list[str]) -> bool:
    """Return whether every word but the small ones has a capital, as in the name of a book."""
    long = [word for word in words if word.lower() not in _SMALLWORDS]
    return len(words) < 12 and all(word[0].isupper() or word[0].isdigit() for word in long)
