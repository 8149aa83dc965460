"""Read headlines that are statements: "Baru: No troops at the border", "“We will stay”: Baru"."""

import re

from onrecord.records import Span, StatementKind
from onrecord.statements.cues import COLON
from onrecord.statements.drafts import Draft
from onrecord.statements.shapes import has_finite, is_name, is_noun
from onrecord.statements.tokens import Unit
from onrecord.text.wordclasses import is_communicator

LABELS = frozenset(
    "analysis opinion comment live watch video exclusive update updates review factbox timeline "
    "breaking explainer explained editorial interview transcript profile q&a photos gallery "
    "podcast listen read more note correction background context related topic tags".split()
)
_LONGEST_LABEL = 7  # tokens before the colon


def read_headline(text: str, unit: Unit) -> Draft | None:
    """Return the statement that a headline with a colon makes, if its first part can speak.

    The part before the colon must be short and made of names or of nouns for people, bodies or
    documents; labels ("Analysis:") and topics ("Border crisis: ...") are none.
    """
    tokens = unit.tokens
    colon = next(
        (at for at, token in enumerate(tokens[: _LONGEST_LABEL + 1]) if token.text == ":"), None
    )
    if colon is None or colon == 0 or colon + 2 >= len(tokens):
        return None
    if not _can_speak(unit, colon) or not _says_something(unit, colon + 1):
        return None
    last = len(tokens)
    while last > colon + 2 and tokens[last - 1].text in {".", ",", ";"}:
        last -= 1
    quotation = tokens[colon + 1].quotation
    kind: StatementKind = "indirect"
    content = unit.cover(colon + 1, last)
    if quotation is not None and colon + 2 == last:
        kind, content = "direct", quotation.inner
    elif re.search('[“”‘"]', text[content.start - 1 : content.end + 1]):
        kind = "mixed"
        if text[content.start - 1] in '“‘"':
            content = Span(content.start - 1, content.end)
        if text[content.end : content.end + 1] in set('”’"'):
            content = Span(content.start, content.end + 1)
    return Draft(
        kind=kind,
        content=(content,),
        unit=unit,
        cue=Span(tokens[colon].start, tokens[colon].end),
        source=unit.cover(0, colon),
        entry=COLON,
        frame="headline",
    )


def _can_speak(unit: Unit, colon: int) -> bool:
    words = unit.tokens[:colon]
    if any(word.lower in LABELS for word in words):
        return False
    if not all(
        is_noun(unit.tokens, at) or word.text in {"'", "’", "-"} for at, word in enumerate(words)
    ):
        return False
    head = words[-1]
    topic = head.lower.endswith(("’s", "'s")) or head.text[0].isdigit()
    named = all(is_name(word) for word in words)
    return not topic and (named or is_communicator(head.lower))


def _says_something(unit: Unit, start: int) -> bool:
    tokens = unit.tokens
    first = tokens[start].lower
    if first in {"what", "how", "why", "who", "when", "where", "a", "an"}:
        return False
    quoted = any(token.quoted or token.quotation is not None for token in tokens[start:])
    return quoted or has_finite(tokens, start, len(tokens)) or first == "no"
