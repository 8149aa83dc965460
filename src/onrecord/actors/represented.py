"""People without a name by whom or what they stand for: "a lawyer for the group"."""

import re
from collections.abc import Collection

from onrecord.actors.book import Book, Draft
from onrecord.actors.lexicon import load_lexicon
from onrecord.actors.parties import Parties
from onrecord.actors.views import View, role_at
from onrecord.records import Span

ONE = frozenset("a an another one".split())
# Of whom a body has one: "the head of the port".
_CHIEFS = frozenset(
    "head chief director boss chairman chairwoman chair manager owner principal editor "
    "commander".split()
)
# Who speaks for a body that is named is that body.
_SPOKES = frozenset("spokesman spokeswoman spokesperson".split())
# Who stands for somebody in court acts for him, and is another.
_ADVOCATES = frozenset("lawyer attorney solicitor barrister".split())
_MOST_MODIFIERS = 3
# What he or she stands for, up to the end of the phrase: no name or clause may follow.
_TAIL = re.compile(r" (?P<link>for|of|at|from) (?:the|an?|its|his|her|their|[A-Z])[^,;:()“”\"]*")
_CLAUSE = re.compile(r"\b(?:who|whom|whose|which|that|and|or)\b")
_TIME = re.compile(r" (?:late|early)$")  # "a lawyer for Ida Berg late | on Monday"
_OVER = 3  # names inside are looked for up to so many characters beyond the phrase


def note_represented(
    text: str, view: View, noun: int, book: Book, parties: Parties, named: Collection[str]
) -> bool:
    """Note the person that token `noun` and the words behind tell of, and return whether.

    The name holds those words: "doctor at the Lisk hospital". So does the mention, unless others
    are mentioned in them, whom no lawyer stands for. `named` are the offices that people with a
    name hold in the article.
    """
    word = view.words[noun]
    role = role_at(view, noun, load_lexicon())
    if role is None or role[0].kind != "person" or view.tokens[noun].possessive:
        return False
    first = _find_first(view, noun)
    if first is None or (view.lower(first - 1) == "the" and (word not in _CHIEFS or word in named)):
        return False
    head = view.span_of(first, noun + 1)
    party = None if is_apposed(view, first, book) else parties.around(head)
    tail = _TAIL.fullmatch(text, head.end, party.end) if party is not None else None
    if party is None or tail is None or _CLAUSE.search(tail[0]):
        return False
    inside = any(
        head.end < span.end <= party.end + _OVER and span.start >= head.end
        for key, draft in book.drafts.items()
        if key[0] != "office"  # "a spokesman for Peru's prime minister", whom nobody names
        for span in draft.mentions
    )
    if inside and (word in _SPOKES or (tail["link"] == "for" and word not in _ADVOCATES)):
        return False
    states = [
        known.entry.state
        for at, known in view.known.items()
        if head.end < view.tokens[at].start < party.end
    ]
    end = head.end + len(_TIME.sub("", tail[0]))
    name = " ".join(text[head.start : end].rstrip("'’").split())
    state = states[0] if states else None
    draft = Draft(name=name, kind="group", state=state, sector=role[0].sector)
    alone = inside and word not in _ADVOCATES
    book.note(("unnamed", name.lower(), ""), draft, head if alone else Span(head.start, end))
    return True


def is_apposed(view: View, first: int, book: Book) -> bool:
    """Return whether the phrase tells of the person named before it: "Ida Berg, a Lima nurse"."""
    if first < 3 or view.lower(first - 2) != ",":
        return False
    end = view.tokens[first - 3].end
    people = (draft for key, draft in book.drafts.items() if key[0] == "person")
    return any(span.end == end for draft in people for span in draft.mentions)


def _find_first(view: View, noun: int) -> int | None:
    """Return where the noun and the adjectives before it start, behind "a" or "the"."""
    first = noun
    while first and noun - first < _MOST_MODIFIERS and _modifies(view, first - 1):
        first -= 1
    return first if view.lower(first - 1) in ONE | {"the"} else None


def _modifies(view: View, at: int) -> bool:
    token = view.tokens[at]
    plain = token.text.islower() and token.text.replace("-", "").isalpha()
    return plain and token.lower not in ONE | {"the"}
