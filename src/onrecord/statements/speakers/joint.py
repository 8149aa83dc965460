"""Who speak together: the members of a source of several, each of them known."""

import re
from collections.abc import Iterator, Sequence

from onrecord.coreference import Mention
from onrecord.records import Actor, Span
from onrecord.statements.speakers.several import TAIL, TITLE
from onrecord.text.wordclasses import is_person_noun

_JOINT = re.compile(r",?\s+(?:and|&)\s+|,\s+|\s(?P<dash>[–—])\s")
# "Prime Minister", "her lawyer", "the city’s mayor", and not "a spokesman for".
_IS = re.compile(rf"{TITLE}|(?!.*\b(?:of|for|with|by|to|from|in|at|on)\b).*")
_THE = re.compile(r"(?:the\s)?", re.IGNORECASE)
_TAILS = re.compile(rf"{TAIL}(?: (?:both|all|each|jointly))?\W*")
# "the United States trade representative", "mayor of Oru"
_ROLE = re.compile(r"(?:the\s)?(?P<words>(?:(?!of\b|for\b|in\b)[\w’'-]+\s?){1,5})", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:an?|his|her|its|their|former|who|which|both|each|all|jointly|\d+)\b|[RDI]-[A-Z]|$"
)


def list_several(
    text: str, source: Span, mentions: Sequence[Mention], heads: Sequence[Mention]
) -> tuple[Actor, ...]:
    """Return the several who speak, in the order of the words, or nobody unless each is known.

    The arguments are those of `are_several`. Of "he and Ida Berg", or "Ida Berg and her aides",
    one is not known; "Ida Berg, a mayor, and Ole Lund" are two.
    """
    found: dict[str, Actor] = {}
    for part in _split(text, source):
        inside = [
            each
            for each in mentions
            if part.start <= each.span.start < part.end
            and not text.startswith(("’s", "'s"), each.span.end)
        ]
        named = [each for each in inside if each in heads or _is_part(text, part, each)]
        told = _describes(text, part, inside) if found else _introduces(text, part, mentions)
        if not named and not told:
            return ()
        if named and _hides_a_name(text, part, named[0]):
            return ()
        people = [mention for mention in named if mention.actor.kind == "person"]
        found |= {mention.actor.id: mention.actor for mention in (people or named)[-1:]}
    return tuple(found.values()) if len(found) > 1 else ()


def _split(text: str, source: Span) -> Iterator[Span]:
    """Yield what stands between commas and "and", up to a dash."""
    start = source.start
    for joint in _JOINT.finditer(text, *source):
        yield Span(start, joint.start())
        start = joint.end()
        if joint["dash"]:
            return
    yield Span(start, source.end)


def _is_part(text: str, part: Span, mention: Mention) -> bool:
    """Return whether the part is the name, with "the" or what somebody is before it."""
    before = _IS if mention.actor.kind == "person" else _THE
    alone = _TAILS.fullmatch(text, mention.span.end, part.end) is not None
    return alone and before.fullmatch(text, part.start, mention.span.start) is not None


def _introduces(text: str, part: Span, mentions: Sequence[Mention]) -> bool:
    """Return whether a part is the role of who alone is named between the next commas.

    So it is in "the mayor, Ida Berg, and the trader, Ole Lund, said", not in "the mayor, Ida Berg
    and Ole Lund said".
    """
    names = (each.span for each in mentions if each.span.start == part.end + len(", "))
    closed = any(text.startswith(",", span.end) for span in names)
    return closed and text[part.end] == "," and _describes(text, part, ())


def _hides_a_name(text: str, part: Span, mention: Mention) -> bool:
    """Return whether more of a body's name stands before it: "Government | Reform Committee"."""
    before = text[part.start : mention.span.start].removeprefix("Both ").removeprefix("The ")
    return mention.actor.kind == "organisation" and re.search("[A-Z]", before) is not None


def _describes(text: str, part: Span, mentions: Sequence[Mention]) -> bool:
    """Return whether a part only tells who was named before it: "a mayor", "R-Ohio", "52"."""
    if any(_TAILS.fullmatch(text, each.span.end, part.end) for each in mentions):
        return False  # somebody else: "the widow of Ole Lund"
    role = _ROLE.match(text, *part)
    named = role is not None and any(map(is_person_noun, role["words"].lower().split()))
    return named or _ASIDE.match(text, *part) is not None
