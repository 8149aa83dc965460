"""One sentence ready for the clause grammar, with its asides and clauses of condition."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.acts.grammar.asides import Aside, find_asides
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    CLAUSE_SUBJECTS,
    DETERMINERS,
    PREPOSITIONS,
    SAYINGS,
    is_past,
)
from onrecord.acts.lexicon import load_triggers
from onrecord.records import Span

_ASKING = frozenset(
    "ask asks asked asking know knows knew see sees say says said wonder wonders wondered "
    "determine decide doubt unclear question questions tell whether sure as what".split()
)
_WEIGHED = frozenset("not any anything ever possible necessary".split())
_FIXED = (
    ("provided", "that"),
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("on", "condition", "that"),
    ("in", "case"),
    ("in", "the", "event"),
    ("assuming",),
)
_FIXED_STARTS = frozenset(words[0] for words in _FIXED)
_INVERTED = frozenset("should were had".split())
_SUBJECT_STARTS = frozenset(
    "he she it they we i you the a an this that these those its his her their our any no there "
    "nobody someone somebody both all".split()
)
_OPENING = frozenset("“ \" ‘ ' :".split())
_LONGEST_IMPERATIVE = 10  # items
_LONGEST = 60  # items in a clause of condition
_LONGEST_ASIDE = 12  # items of what is told aside of its subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Items `first` up to but not including `last` that state a condition."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The items of one sentence, with its conditions and asides.

    `headline` tells that it stands before the body.
    """

    span: Span
    items: Sequence[Item]
    conditions: tuple[Condition, ...]
    asides: tuple[Aside, ...]
    question: bool
    headline: bool

    def lower(self, index: int) -> str:
        """Return the item at `index` in small letters; "" for an actor or outside the sentence."""
        return self.items[index].lower if 0 <= index < len(self.items) else ""

    def item(self, index: int) -> Item | None:
        """Return the item at `index`, or `None` outside the sentence."""
        return self.items[index] if 0 <= index < len(self.items) else None

    def is_actor(self, index: int) -> bool:
        """Return whether the item at `index` is an actor."""
        return 0 <= index < len(self.items) and self.items[index].kind == "actor"

    def skip(self, index: int, words: Collection[str], step: int = 1) -> int:
        """Return where the first item stands from `index` on (`step` -1: back) not in `words`."""
        while self.lower(index) in words:
            index += step
        return index

    def span_of(self, first: int, last: int) -> Span:
        """Return the characters of items `first` up to but not including `last`."""
        return Span(self.items[first].start, self.items[last - 1].end)

    def inside(self, span: Span) -> list[Item]:
        """Return the items that start in a span of the text."""
        return [item for item in self.items if span.start <= item.start < span.end]


def make_sentence(span: Span, items: Sequence[Item], *, headline: bool) -> Sentence:
    """Return the sentence of `items`, with its asides and clauses of condition found."""
    marks = [item.text for item in items[-3:] if item.kind == "mark"]
    return Sentence(
        span=span,
        items=items,
        conditions=tuple(_conditions(items)),
        asides=tuple(find_asides(items)),
        question="?" in marks,
        headline=headline,
    )


def _conditions(items: Sequence[Item]) -> list[Condition]:
    found: list[Condition] = []
    index = 0
    while index < len(items):
        last = _imperative_end(items, index)
        if last is None and _opens_condition(items, index):
            last = _condition_end(items, index)
        if last is None:
            index += 1
            continue
        found.append(Condition(first=index, last=last))
        index = last
    return found


def _imperative_end(items: Sequence[Item], index: int) -> int | None:
    """Return where an imperative ends that is a condition: "| attack us | and we hit back"."""
    before = items[index - 1].text if index else "“"
    forms = load_triggers().get(items[index].lower, ())
    noun = index + 1 < len(items) and items[index + 1].lower in PREPOSITIONS  # "Attack on Peru"
    if before not in _OPENING or noun or not any(form.kind == "base" for form in forms):
        return None
    for at in range(index + 1, min(len(items) - 2, index + _LONGEST_IMPERATIVE)):
        if items[at].lower == "and":
            told = items[at + 1].lower in CLAUSE_SUBJECTS | {"i", "you"}
            return at if told and items[at + 2].lower not in {"want", "demand", "ask"} else None
        if items[at].kind == "mark" or items[at].lower in AUXILIARIES:
            return None
    return None


def _opens_condition(items: Sequence[Item], index: int) -> bool:
    """Return whether "if", "unless", "as long as" or an inverted "should Kenya" stands here."""
    word = items[index].lower
    before = items[index - 1].lower if index else ""
    if word in {"if", "unless"}:
        return not _is_aside(items, index) and not (word == "if" and before in _ASKING)
    if word in {"had", "were"} and _is_unreal(items, index):
        return True
    if word in _INVERTED and index + 1 < len(items):
        after = items[index + 1]
        opens = index == 0 or before in {",", "“", '"', "forward", "and", "—"}
        subject = after.kind == "actor" or after.lower in {"he", "she", "they", "it", "the"}
        return (opens or word == "should") and subject and not _has_subject(items, index)
    return word in _FIXED_STARTS and any(
        tuple(item.lower for item in items[index : index + len(words)]) == words for words in _FIXED
    )


def _is_unreal(items: Sequence[Item], index: int) -> bool:
    """Return whether "had it not been" stands here."""
    behind = [item.lower for item in items[index + 1 : index + 3]]
    return len(behind) == 2 and behind[0] in CLAUSE_SUBJECTS and behind[1] == "not"


def _is_aside(items: Sequence[Item], index: int) -> bool:
    """Return whether "if" only weighs a word: "thousands, if not millions, of", "few, if any"."""
    if index + 2 < len(items) and items[index + 2].text == ",":
        return items[index + 1].lower in {"no", "yes", "so", "not"}  # "If not, they left"
    inserted = index > 0 and items[index - 1].text == ","
    weighs = index + 1 < len(items) and items[index + 1].lower in _WEIGHED
    ends = any(item.kind == "mark" for item in items[index + 2 : index + 5])
    return inserted and weighs and ends


def _has_subject(items: Sequence[Item], index: int) -> bool:
    return index > 0 and items[index - 1].kind == "actor"


def _condition_end(items: Sequence[Item], first: int) -> int:
    """Return where the clause ends: at a comma, a closing mark, or a mark that parts clauses."""
    behind_aside = first
    for index in range(first + 1, min(len(items), first + _LONGEST)):
        text = items[index].text
        if items[index].kind == "mark" and (text in ';:—–.!?”"' or (text == ",")):
            if text == "," and (closing := _aside_end(items, first, index)) is not None:
                behind_aside = closing
            elif text == "," and _goes_on(items, first, index):
                continue
            if index > behind_aside or behind_aside == first:
                return index
    return min(len(items), first + _LONGEST)


def _aside_end(items: Sequence[Item], first: int, comma: int) -> int | None:
    """Return the comma that closes an aside told of the subject: "unless Lund, known as Ole | , |".

    The verb of the clause stands right behind it.
    """
    if any(_is_finite(item) for item in items[first + 1 : comma]):
        return None
    for at in range(comma + 2, min(len(items) - 1, comma + _LONGEST_ASIDE)):
        if items[at].text == ",":
            return at if _is_finite(items[at + 1]) else None
    return None


def _is_finite(item: Item) -> bool:
    """Return whether a verb stands here that can be the clause's: "was", "fell", "attacks"."""
    present = any(form.kind == "s" for form in load_triggers().get(item.lower, ()))
    return item.lower in AUXILIARIES or is_past(item.lower) or present


_INSERTED = frozenset({("of", "course"), ("for", "example"), ("for", "instance"), ("that", "is")})


def _goes_on(items: Sequence[Item], first: int, comma: int) -> bool:
    """Return whether the comma is one inside the clause, which has no subject or verb yet."""
    start = first + 1
    if items[start].text == ",":  # "If, as expected, Kenya leaves"
        start = next((k for k in range(start + 1, comma) if items[k].text == ","), comma)
    after = items[comma + 1] if comma + 1 < len(items) else None
    if tuple(item.lower for item in items[start:comma]) in _INSERTED:
        return True  # "unless of course, Kenya leaves"
    if comma - start < 2:
        # "If elected, Lund said, he would": who speaks is no part of it.
        named = after is not None and after.kind == "actor" and comma + 2 < len(items)
        return not (named and is_past(items[start].lower) and items[comma + 2].lower in SAYINGS)
    opens = after is not None and (after.kind == "actor" or after.lower in _SUBJECT_STARTS)
    return not opens and not any(
        item.kind == "actor"
        or item.lower in _SUBJECT_STARTS
        or item.text.istitle()
        or _is_verb(items, at)
        for at, item in enumerate(items[start:comma], start)
    )


def _is_verb(items: Sequence[Item], at: int) -> bool:
    """Return whether a past form here is a verb: "unless wages | rose |", no "| unpaid | wages"."""
    after = items[at + 1]
    noun = after.kind == "word" and after.lower not in DETERMINERS | PREPOSITIONS
    return is_past(items[at].lower) and not noun
