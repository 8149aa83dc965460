"""Tell a source of several who speak from one who speaks: "Ida Berg (R-Ohio) and Ole Lund"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.coreference import Mention
from onrecord.records import Actor, Span
from onrecord.text.wordclasses import is_person_noun

# A title before a name: "Foreign Minister of Norland", "Rep.", "French President".
_TITLE = r"(?:(?:[A-Z][\w’'-]*\.?|former|then|acting|of|for|the|its|his|her|their)\s+){0,6}"
# What tells a name's party or place: "(R-AZ)", ", D-Ohio,", "of Ohio", ", 52,".
_TAIL = r"(?:\s*\([^()]{1,30}\)|,\s[RDI]-[A-Z][\w.]*|\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?|,\s\d+)*"
# "Ida Berg, a former mayor, and Ole Lund".
_APPOSED = r"(?:,\s(?:an?|the|his|her|its|their|former|chief)\s[^,;:]{3,60},)?"
# "and her Peruvian counterpart, Ole Lund".
_POST = r"(?:the|her|his|their|its)\s[^,;:]{3,60},\s+"
_AND = re.compile(rf"{_TAIL}{_APPOSED},?\s+(?:and|&)\s+(?:{_POST})?{_TITLE}")
# "Ida Berg and trader Ole Lund", "Ida Berg, and the trader, Ole Lund".
_AND_ROLE = re.compile(rf"{_TAIL},?\s+(?:and|&)\s+(?P<role>(?:[\w’'-]+\s){{0,4}}[\w’'-]+),?\s")
_PLAIN_AND = re.compile(r"\s+(?:and|&)\s")
# "Republicans, some Democrats and the president" are three, "Kenya, host and mediator" is one.
_SEVERAL = re.compile(
    r"(?!(?:his|her|its|their)\b|.*\b(?:of|for|in|at|from|who|which|that)\b)[^,]{2,40}, "
    r"(?!(?:an?|the|his|her|its|their)\b)(?:[\w’'-]+ ){0,3}"
    r"(?:[A-Z][\w’'-]*|[\w-]+s) and (?:the )?[\w’' -]{2,40}"
)

# "he and Ida Berg", "both Peru and Chad", "Ida Berg and I", "Ida Berg and many of her aides"; but
# "a spokesman for Ida Berg and her party" is one.
_PAIR = re.compile(
    r"(?:both )?(?:he|she|I|we|they|you|it) and .+|both [^,]+ and [^,]+|"
    r"(?!.*\b(?:of|for|in|at|from|to|with|who|which|that)\b.* and )[^,]{2,60} and "
    r"(?:I|he|she|(?:(?:many|some|several|two|three|four)(?: of)?|other|his|her|their) [^,]*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _ListForm:
    """What may stand before, between and behind the members of a list."""

    start: re.Pattern[str]
    joint: re.Pattern[str]
    end: re.Pattern[str]


_ALL = r"\W*(?:all|both|each|jointly)?\W*"
_PLAIN = _ListForm(
    re.compile(r"(?:(?:the|both)\s+)?", re.IGNORECASE),
    re.compile(r",?\s+(?:and\s+)?(?:the\s+)?"),
    re.compile(_ALL),
)
_TITLED = _ListForm(
    re.compile(rf"(?:[Bb]oth\s+)?(?:[Tt]he\s+)?{_TITLE}"),
    re.compile(rf"{_TAIL},?\s+(?:(?:and|&)\s+)?{_TITLE}"),
    re.compile(rf"{_TAIL}{_ALL}"),
)


def are_several(
    text: str, source: Span, mentions: Sequence[Mention], heads: Sequence[Mention]
) -> bool:
    """Return whether a source is more than one who speaks.

    `heads` are those of its `mentions` that do not only describe another one.
    """
    if _SEVERAL.fullmatch(text, *source) or _PAIR.fullmatch(text[slice(*source)].rstrip(" ,")):
        return True
    people = [mention for mention in mentions if mention.actor.kind == "person"]
    return (
        any(_are_joined(text, *pair) for pair in pairwise(heads))
        or any(_are_people_joined(text, *pair) for pair in pairwise(people) if pair[0] in heads)
        or _is_list(text, source, mentions, _PLAIN)
        or _is_list(text, source, people, _TITLED)
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
        found |= {mention.actor.id: mention.actor for mention in named[-1:]}
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
    before = text[part.start : mention.span.start].removeprefix("The ")
    return mention.actor.kind == "organisation" and re.search("[A-Z]", before) is not None


def _describes(text: str, part: Span, mentions: Sequence[Mention]) -> bool:
    """Return whether a part only tells who was named before it: "a mayor", "R-Ohio", "52"."""
    if any(_TAILS.fullmatch(text, each.span.end, part.end) for each in mentions):
        return False  # somebody else: "the widow of Ole Lund"
    role = _ROLE.match(text, *part)
    named = role is not None and any(map(is_person_noun, role["words"].lower().split()))
    return named or _ASIDE.match(text, *part) is not None


_JOINT = re.compile(r",?\s+(?:and|&)\s+|,\s+|\s(?P<dash>[–—])\s")
# "Prime Minister", "her lawyer", "the city’s mayor", and not "a spokesman for".
_IS = re.compile(rf"{_TITLE}|(?!.*\b(?:of|for|with|by|to|from|in|at|on)\b).*")
_THE = re.compile(r"(?:the\s)?", re.IGNORECASE)
_TAILS = re.compile(rf"{_TAIL}(?: (?:both|all|each|jointly))?\W*")
# "the United States trade representative", "mayor of Oru"
_ROLE = re.compile(r"(?:the\s)?(?P<words>(?:(?!of\b|for\b|in\b)[\w’'-]+\s?){1,5})", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:an?|his|her|its|their|former|who|which|both|each|all|jointly|\d+)\b|[RDI]-[A-Z]|$"
)


def are_joined(text: str, a: Mention, b: Mention) -> bool:
    """Return whether two who follow each other in the text are named together.

    So are "Kenya and Peru", "mayor Ida Berg and the trader Ole Lund", and "Ida Berg and her
    brother, Ole Lund".
    """
    people = a.actor.kind == b.actor.kind == "person"
    return _are_joined(text, a, b) or (people and _are_people_joined(text, a, b))


def _are_joined(text: str, a: Mention, b: Mention) -> bool:
    between = text[a.span.end : b.span.start]
    return a.actor.id != b.actor.id and _PLAIN_AND.match(between) is not None


def _are_people_joined(text: str, a: Mention, b: Mention) -> bool:
    """Return whether two names are joined over a party, a place, a title or a role between them."""
    between = text[a.span.end : b.span.start]
    role = None if text.startswith(("’s", "'s"), b.span.end) else _AND_ROLE.fullmatch(between)
    joined = _AND.fullmatch(between) is not None or (role is not None and _is_role(role["role"]))
    return a.actor.id != b.actor.id and joined


def _is_role(words: str) -> bool:
    """Return whether the words before a name are a person's role: "the trader", "club captain"."""
    return is_person_noun(words.split()[-1].lower())


def _is_list(text: str, source: Span, mentions: Sequence[Mention], form: _ListForm) -> bool:
    """Return whether the source is a list of actors: "Kenya, Peru, and the Harbour Board all"."""
    if len(mentions) < 2:
        return False
    first, last = mentions[0].span, mentions[-1].span
    if not form.start.fullmatch(text, source.start, first.start):
        return False
    if not form.end.fullmatch(text, last.end, source.end):
        return False
    joints = [text[a.span.end : b.span.start] for a, b in pairwise(mentions)]
    joined = all(form.joint.fullmatch(joint) for joint in joints)
    return joined and re.search(r"\band\b", joints[-1]) is not None
