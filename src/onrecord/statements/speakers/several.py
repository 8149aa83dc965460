"""Tell a source of several who speak from one who speaks: "Ida Berg (R-Ohio) and Ole Lund"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.coreference import Mention
from onrecord.records import Span
from onrecord.text.wordclasses import is_person_noun

# A title before a name: "Foreign Minister of Norland", "Rep.", "French President".
TITLE = r"(?:(?:[A-Z][\w’'-]*\.?|former|then|acting|of|for|the|its|his|her|their)\s+){0,6}"
# What tells a name's party or place: "(R-AZ)", ", D-Ohio,", "of Ohio", ", 52,".
TAIL = r"(?:\s*\([^()]{1,30}\)|,\s[RDI]-[A-Z][\w.]*|\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?|,\s\d+)*"
# "Ida Berg, a former mayor, and Ole Lund".
_APPOSED = r"(?:,\s(?:an?|the|his|her|its|their|former|chief)\s[^,;:]{3,60},)?"
# "and her Peruvian counterpart, Ole Lund".
_POST = r"(?:the|her|his|their|its)\s[^,;:]{3,60},\s+"
_AMP = r"&(?!\sCo\b)"  # "Berg Coal & Co"
_AND = re.compile(rf"{TAIL}{_APPOSED},?\s+(?:and|{_AMP})\s+(?:{_POST})?{TITLE}")
# "Ida Berg and trader Ole Lund", "Ida Berg, and the trader, Ole Lund".
_AND_ROLE = re.compile(rf"{TAIL},?\s+(?:and|{_AMP})\s+(?P<role>(?:[\w’'-]+\s){{0,4}}[\w’'-]+),?\s")
_PLAIN_AND = re.compile(rf"\s+(?:and|{_AMP})\s")
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
    re.compile(rf"(?:[Bb]oth\s+)?(?:[Tt]he\s+)?{TITLE}"),
    re.compile(rf"{TAIL},?\s+(?:(?:and|&)\s+)?{TITLE}"),
    re.compile(rf"{TAIL}{_ALL}"),
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
