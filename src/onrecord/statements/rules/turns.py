"""Read transcripts: paragraphs that open with who speaks and a colon, "BARU: We will stay."""

import re
from collections.abc import Sequence

from onrecord.records import Span
from onrecord.spans import trim
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.tokens import Unit
from onrecord.statements.rules.apart import find_signature
from onrecord.statements.rules.headlines import LABELS

_NAME = r"(?:[A-Z][\w.’'-]*|de|van|von|al|bin|la|le)"
_LABEL = re.compile(
    rf"[\"“]?(?P<label>[QA](?=\.\s)|{_NAME}(?: {_NAME}){{0,4}}(?: \([^()\n]{{1,40}}\))?(?=\s?:))"
    r"(?:\.|\s?:)\s?(?=\S)"
)
_FULL_NAME = re.compile(r"\b(?=[A-Z][\w’'-]+ (?P<last>[A-Z][\w’'-]+))")
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sir|Sen|Rep|Gen|Judge|Minister)\b", re.IGNORECASE)
_FEWEST = 4  # labelled paragraphs that make a transcript
ASKING = frozenset("Q QUESTION REPORTER INTERVIEWER".split())
ANSWERING = frozenset("A ANSWER".split())
_ANONYMOUS = ASKING | ANSWERING


def find_turns(text: str, paragraphs: Sequence[Span]) -> dict[int, tuple[Span, Span]]:
    """Return the label and the words of each turn by the number of its paragraph.

    Of an article with fewer than four labelled paragraphs, or none whose label returns, only a
    question and the answer right below it are turns. "More: ..." is none, and neither is a signed
    post: "Berg: We will stay. — The Herald (@herald)".
    """
    turns: dict[int, tuple[Span, Span]] = {}
    for number, paragraph in enumerate(paragraphs):
        match = _LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + 120))
        if match is None or match["label"].lower() in LABELS:
            continue
        if find_signature(text, paragraph) is None:
            words = trim(text, Span(match.end(), paragraph.end), ' \t\u00a0"“”')
            if words.start < words.end:
                turns[number] = (Span(*match.span("label")), words)
    labels = [text[label.start : label.end] for label, _ in turns.values()]
    if len(turns) < _FEWEST or len(set(labels)) == len(labels):
        return _keep_exchanges(text, turns)
    return turns


def _keep_exchanges(text: str, turns: dict[int, tuple[Span, Span]]) -> dict[int, tuple[Span, Span]]:
    """Return the turns that ask, and those right below them that answer: "Q: Why? / A: It is shut."

    Who answers by name has a title or is named in full before: "Tickets: Sold out." answers nobody.
    """
    named = {
        match["last"].upper(): match.start() for match in reversed([*_FULL_NAME.finditer(text)])
    }
    kept: dict[int, tuple[Span, Span]] = {}
    for number, (label, words) in turns.items():
        answer = turns.get(number + 1)
        if answer is None or not _asks(text, words) or _asks(text, answer[1]):
            continue
        asking, answering = text[slice(*label)], text[slice(*answer[0])]
        last = answering.split()[-1].upper()
        known = named.get(last, len(text)) < label.start or _TITLED.match(answering) is not None
        by_name = asking != answering and known
        if by_name or (asking.upper() in ASKING and answering.upper() in ANSWERING):
            kept |= {number: turns[number], number + 1: answer}
    return kept


def _asks(text: str, words: Span) -> bool:
    """Return whether the words of a turn end in a question mark."""
    return text[slice(*words)].rstrip(' \t\u00a0"“”)').endswith("?")


def draft_turn(text: str, unit: Unit, label: Span | None, words: Span) -> Draft:
    """Return the statement of one turn; "Q" and "A" name nobody, and so are no source."""
    if label is not None and text[label.start : label.end].upper() in _ANONYMOUS:
        label = None
    return Draft(kind="direct", content=(words,), unit=unit, source=label, frame="turn")
