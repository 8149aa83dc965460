"""Read headlines that are statements: "Baru: No troops at the border", "Dam may fail – police"."""

import re
from collections.abc import Sequence

from onrecord.records import Actor, Span, StatementKind
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cues import COLON, ORDERING
from onrecord.statements.grammar.shapes import has_finite, is_name, is_noun
from onrecord.statements.grammar.tokens import Unit
from onrecord.text.wordclasses import TITLES, is_communicator

LABELS = frozenset(
    "analysis opinion comment live watch video exclusive update updates review factbox timeline "
    "breaking explainer explained editorial interview transcript profile q&a photos gallery "
    "podcast listen read more note correction background context related topic tags letter letters "
    "column essay story stories slideshow map graphic chart quiz feature highlights".split()
)
_LONGEST_LABEL = 7  # tokens before the colon
_FEWEST = 5  # tokens behind the colon of a role that say something without a verb that we know
_LONGEST_TAG = 4  # tokens behind the dash
_MARK = re.compile(r"[“”‘\"]|(?<!\w)'(?=\w)")
_OURS = re.compile(r"[“‘\"']?(?:We|Our|I|My)\b")
_DASHES = frozenset("— – ― - --".split())


def read_headline(text: str, unit: Unit) -> Draft | None:
    """Return the statement that a headline with a colon or a dash makes, if its source can speak.

    The part before the colon, or behind the dash, must be short and made of names or of nouns for
    people, bodies or documents; labels ("Analysis:") and topics ("Border crisis: ...") are none.
    """
    return _read_colon(text, unit) or _read_dash(text, unit)


def speaks_alone(text: str, draft: Draft, actors: Sequence[Actor]) -> bool:
    """Return whether a headline is somebody's word although the reader found nothing in it.

    So it is with a role ("Police: ...") and with the surname of somebody named in full below, where
    "we" or "I" speak or another is told ("Oru to Norland: Pull back"), and behind marks and a dash.
    A full name before a colon is most often what the headline is about: "Ida Berg: Mayor dies at
    90".
    """
    if draft.frame != "headline" or draft.source is None:
        return False
    if draft.hearer is not None:
        ends = {mention.end for actor in actors for mention in actor.mentions}
        return {draft.source.end, draft.hearer.end} <= ends
    if _OURS.match(text, draft.content[0].start):
        return True
    if text[slice(*draft.cue or draft.source)] in _DASHES and draft.kind == "mixed":
        return not any(actor.sector == "MED" and draft.source in actor.mentions for actor in actors)
    *before, last = text[slice(*draft.source)].split()
    surnames = {
        actor.name.split()[-1] for actor in actors if actor.kind == "person" and " " in actor.name
    }
    titles = all(word.lower() in TITLES or is_communicator(word.lower()) for word in before)
    return (titles and last in surnames) or is_communicator(last.lower())


def _read_dash(text: str, unit: Unit) -> Draft | None:
    """Return the statement of "Dam could fail within days – engineers"."""
    tokens = unit.tokens
    last = len(tokens)
    dash = next((at for at in range(last - 1, 0, -1) if tokens[at].text in _DASHES), None)
    if dash is None or not 0 < last - dash - 1 <= _LONGEST_TAG:
        return None
    spaced = tokens[dash - 1].end < tokens[dash].start and tokens[dash].end < tokens[dash + 1].start
    tag = tokens[dash + 1 :]
    plain = all(is_noun(tokens, at) for at in range(dash + 1, last))
    speaks = is_communicator(tag[-1].lower) or (len(tag) == 1 and is_name(tag[0]))
    if not (spaced and plain and speaks) or any(word.lower in LABELS for word in tag):
        return None
    marked = any(token.quoted for token in tokens[:dash])
    if any(token.quotation is not None for token in tokens):
        return None
    if not marked and not has_finite(tokens, 0, dash):
        return None
    words = text[unit.span.start : tokens[dash].start]
    return Draft(
        kind="mixed" if marked else "indirect",
        content=(Span(unit.span.start, unit.span.start + len(words.rstrip())),),
        unit=unit,
        cue=Span(tokens[dash].start, tokens[dash].end),
        source=unit.cover(dash + 1, last),
        entry=COLON,
        frame="headline",
    )


def _read_colon(text: str, unit: Unit) -> Draft | None:
    """Return the statement of "Baru: No troops at the border"."""
    tokens = unit.tokens
    colon = next(
        (at for at, token in enumerate(tokens[: _LONGEST_LABEL + 1]) if token.text == ":"), None
    )
    if colon is None or colon == 0 or colon + 2 >= len(tokens):
        return None
    told = _find_told(unit, colon)
    if told is None and not (_can_speak(unit, colon) and _says_something(unit, colon + 1)):
        return None
    last = len(tokens)
    while last > colon + 2 and tokens[last - 1].text in {".", ",", ";"}:
        last -= 1
    quotation = tokens[colon + 1].quotation
    kind: StatementKind = "indirect"
    content = unit.cover(colon + 1, last)
    if quotation is not None and colon + 2 == last:
        kind, content = "direct", quotation.inner
    elif _MARK.search(text, content.start - 1, content.end + 1):
        kind = "mixed"
        if text[content.start - 1] in "“‘\"'":
            content = Span(content.start - 1, content.end)
        if text[content.end : content.end + 1] in set("”’\"'"):
            content = Span(content.start, content.end + 1)
    return Draft(
        kind=kind,
        content=(content,),
        unit=unit,
        cue=Span(tokens[colon].start, tokens[colon].end),
        source=unit.cover(0, colon if told is None else told - 1),
        hearer=None if told is None else unit.cover(told, colon),
        entry=COLON if told is None or has_finite(tokens, colon + 1, last) else ORDERING,
        frame="headline",
    )


def _find_told(unit: Unit, colon: int) -> int | None:
    """Return where who is told is named: "Oru to | Norland: Pull back your ships"."""
    words = unit.tokens[:colon]
    to = next((at for at, word in enumerate(words) if word.lower == "to"), 0)
    sides = (words[:to], words[to + 1 :])
    named = all(side and all(map(is_name, side)) for side in sides)
    return to + 1 if named else None


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
    role = is_communicator(tokens[start - 2].lower) and len(tokens) - start >= _FEWEST
    return quoted or has_finite(tokens, start, len(tokens)) or first == "no" or role
