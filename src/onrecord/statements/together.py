"""Who "the two", "both" and "they" are: those who were last named together."""

import re
from collections.abc import Iterator, Sequence

from onrecord.coreference import Mention, MentionIndex
from onrecord.records import Actor, Span
from onrecord.statements.several import are_joined
from onrecord.statements.sources import UNKNOWN, Found
from onrecord.text.wordclasses import is_person_noun

_COUNTS = {"two": 2, "both": 2, "pair": 2, "couple": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}
# "The two", "both", "the pair", "the two men", "both women"; "both sides" may be more than two.
_TOGETHER = re.compile(
    r"(?:(?:the|these|those) )?(?P<count>two|both|pair|couple|duo|three|trio|four)"
    r"(?: (?:of them|(?P<noun>men|women|people|leaders|ministers|presidents|officers|lawmakers|"
    r"senators|brothers|sisters|players|athletes|journalists|activists|politicians|"
    r"countries|states|nations|governments)))?",
    re.IGNORECASE,
)
_OF_STATES = frozenset("countries states nations governments".split())
_BACK = 30  # mentions before it among which they are looked for
_REACH = 500  # characters from the last of their names
_PAIR = 2
_PARAGRAPHS = 1  # breaks between paragraphs in that


def find_together(text: str, source: Span, index: MentionIndex) -> Found:
    """Return who "the two" are, if those who are named together before it are but one such group.

    In "Berg and Lund met. The two said" it is both of them; behind "Berg and Lund met Holm and
    Mora" and behind "two men" without a name it is nobody known.
    """
    words = _TOGETHER.fullmatch(text[slice(*source)])
    if words is None:
        return UNKNOWN
    kinds = {"state"} if words["noun"] in _OF_STATES else {"person"}
    if words["noun"] is None:
        kinds |= {"state", "organisation"}
    groups = [
        group
        for group in _groups_before(text, source.start, index)
        if len(group) == _COUNTS[words["count"].lower()]
        and all(each.actor.kind in kinds for each in group)
    ]
    if not groups and words["count"].lower() in {"two", "both", "pair"}:
        return _find_met(text, source.start, index)
    if len({frozenset(each.actor.id for each in group) for group in groups}) != 1:
        return UNKNOWN
    told = text[groups[-1][-1].span.end : source.start].lower()
    again = re.search(
        rf"\btwo (?!of\b)|\b(?:a|another) (?:pair|couple|trio)\b|\b{words['count']} "
        r"(?:other|more)\b",
        told,
    )
    return UNKNOWN if again else _as_found(groups[-1])


def _find_met(text: str, position: int, index: MentionIndex) -> Found:
    """Return the two who met in the sentence right before `position`, if no third is named there.

    In "Berg met Lund in Oru. The two agreed" it is both of them.
    """
    first = max(0, position - _REACH)
    ends = [end.end() for end in _SENTENCE_END.finditer(text, first, position)]
    start = ends[-2] if len(ends) > 1 else first
    met = {
        each.actor.id: each
        for each in index.inside(Span(start, position))
        if each.actor.kind == "person"
    }
    sentence = text[start:position]
    others = _PLURAL_PARTY.search(sentence) or sentence.lower().find(" two ") >= 0
    if len(met) != _PAIR or others or not _MEETING.search(sentence):
        return UNKNOWN
    return _as_found(list(met.values()))


_MEETING = re.compile(
    r"\b(?:meets?|met|meeting|talks|talked|spoke (?:with|to|by)|phoned|telephoned|hosted|received|"
    r"welcomed|alongside|shook hands|sat down|dined|debated|counterpart)\b"
)


def find_they(text: str, source: Span, index: MentionIndex) -> Found:
    """Return those named together who open the sentence right before "they", and nobody since.

    In "Berg and Lund left the party. They said" it is Berg and Lund.
    """
    groups = list(_groups_before(text, source.start, index))
    if not groups:
        return UNKNOWN
    last = groups[-1]
    between = text[last[-1].span.end : source.start]
    since = index.inside(Span(last[-1].span.end, source.start))
    rivals = any(each.actor.kind in {"group", "person"} for each in since)
    one = _SENTENCE_END.findall(between)
    plural = _PLURAL_PARTY.search(between) is not None
    if rivals or plural or len(one) != 1 or not _opens(text, last[0].span.start):
        return UNKNOWN
    return _as_found(last)


_SENTENCE_END = re.compile(r"(?:[.!?][”\"]?\s+|\n+)(?=[A-Z“\"]|$)")
_PLURAL_PARTY = re.compile(
    r"\b(?:the|its|their|some|several|many|two|three|\d+) (?:\w+ )?\w+(?<!s)s\b"
)


def _opens(text: str, name: int) -> bool:
    """Return whether the name at character `name` opens its sentence, or its title does."""
    before = _SENTENCE_END.split(text[max(0, name - _SENTENCE) : name])[-1]
    return all(word[0].isupper() or is_person_noun(word.lower()) for word in before.split())


_SENTENCE = 300  # characters looked back over for its start


def _as_found(group: Sequence[Mention]) -> Found:
    several: tuple[Actor, ...] = tuple(each.actor for each in group)
    return Found(None, "pronoun", several)


def _groups_before(text: str, position: int, index: MentionIndex) -> Iterator[list[Mention]]:
    """Yield those named together not far before `position`, in reading order."""
    near = [
        each
        for each in reversed(index.before(position, _BACK))
        if position - each.span.end < _REACH
        and len(re.findall(r"\n+", text[each.span.end : position])) <= _PARAGRAPHS
    ]
    group: list[Mention] = []
    for mention in [*near, None]:
        joined = group and mention is not None and _goes_on(text, group, mention)
        if not joined:
            if len(group) > 1 and are_joined(text, *group[-2:]):
                yield group
            group = []
        if mention is not None:
            group.append(mention)


def _goes_on(text: str, group: Sequence[Mention], mention: Mention) -> bool:
    """Return whether those before are named together with one more: "Berg, | Lund", "and | Lund".

    Behind its "and" a list has no more commas.
    """
    if are_joined(text, group[-1], mention):
        return True
    ended = len(group) > 1 and are_joined(text, *group[-2:])
    return not ended and text[group[-1].span.end : mention.span.start] == ", "
