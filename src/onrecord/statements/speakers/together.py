"""Who "the two", "both" and "they" are: those who were last named together."""

import re
from collections.abc import Iterator, Sequence

from onrecord.coreference import Mention, MentionIndex
from onrecord.records import Actor, Span
from onrecord.statements.speakers.several import are_joined
from onrecord.statements.speakers.sources import UNKNOWN, Found
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


_MET = re.compile(
    r" (?:(?:has|have|had|also|both|then) )*(?:met|(?:held|had) (?:\w+ )?talks|sat down|conferred|"
    r"negotiated)\b"
)
_WHOM = re.compile(r" (?:with )?(?:the |its |their |his |her )?(?:(?!in\b|at\b|on\b|to\b)[a-z]+ )?")
# "met | the singers", of whom nobody is known
_SOMEBODY = re.compile(
    r" (?:with )?(?:the|an?|its|their|his|her|some|several|two|three|\d+|"
    r"(?!(?:this|as|across|always|afterwards|besides|overseas)\b)[a-z]+s)\b"
)
_ACTS = re.compile(r" (?:\w+ly )?(?:is|are|was|were|has|have|had|\w+ed|\w+ing)\b")
# "the ministers | of | Kenya and Peru"
_OF_WHOM = re.compile(r" (?:from|of|for|representing) (?:both )?(?:the )?")
# "presidential advisers | from | Kenya and Peru", whom no actor stands for.
_ENVOYS = re.compile(
    r"(?:[\w’'-]+ )*?(?P<noun>[\w-]+s) (?:from|of|for|representing) (?:both )?(?:the )?",
    re.IGNORECASE,
)
# "Although there was no deal, | they", which names nobody else.
_LEADS_IN = re.compile(
    r"(?:(?:although|though|while|as|when|after|despite|since|in|on|at) "
    r"(?:there|it|no|nothing|little|the \w+(?<!s)|an?|\w+day|\w*ing)\b[^.!?\n]*, )?"
    r"(?:(?:but|and|still|then|later|afterwards?|however|meanwhile),? )*",
    re.IGNORECASE,
)


def find_who_met(text: str, they: Span, index: MentionIndex) -> Found:
    """Return who "they" are right behind a sentence that tells but of some who met.

    So it is in "Advisers from Kenya and Peru met in Oru. They promised to meet again", and in
    "Berg met the miners. Although no deal was struck, they promised it".
    """
    first = max(0, they.start - _REACH)
    ends = [end.end() for end in _SENTENCE_END.finditer(text, first, they.start)]
    start = ends[-1] if ends else first
    if not ends or _PLURAL_PARTY.search(text, start, they.start):
        return UNKNOWN
    if index.inside(Span(start, they.start)) or not _LEADS_IN.fullmatch(text, start, they.start):
        return UNKNOWN
    sentence = Span(ends[-2] if len(ends) > 1 else first, start)
    return _find_parties(text, sentence, index.inside(sentence))


def _find_parties(text: str, sentence: Span, mentions: Sequence[Mention]) -> Found:
    """Return the subject of the sentence, and whom it met, if that is one list or group each."""
    groups = list(_list_groups(text, mentions))
    if not groups or not _opens_sentence(text, sentence, groups[0]):
        return UNKNOWN
    subject, *rest = groups
    end = subject[-1].span.end
    if rest and _OF_WHOM.fullmatch(text, end, rest[0][0].span.start):
        whose = rest.pop(0)
        end = whose[-1].span.end
        subject = whose if len(whose) > 1 else subject  # "advisers from Kenya and Peru"
    met = _MET.match(text, end, sentence.end)
    if met is None:
        return UNKNOWN
    behind = [group for group in rest if _WHOM.fullmatch(text, met.end(), group[0].span.start)]
    others = [group for group in rest if group not in behind]
    if not behind and _SOMEBODY.match(text, met.end()):
        return UNKNOWN
    if any(_ACTS.match(text, group[-1].span.end) for group in others):
        return UNKNOWN
    return _as_they([*subject, *(each for group in behind for each in group)])


def _as_they(mentions: Sequence[Mention]) -> Found:
    """Return those who met as the speakers: one alone is no "they", unless it is a group."""
    several = tuple({each.actor.id: each.actor for each in mentions}.values())
    if len(several) > 1:
        return Found(None, "pronoun", several)
    return Found(several[0], "pronoun") if several[0].kind == "group" else UNKNOWN


def _list_groups(text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the mentions of a sentence list by list, one alone as a list of its own."""
    group: list[Mention] = []
    for mention in mentions:
        if group and not _goes_on(text, group, mention):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _opens_sentence(text: str, sentence: Span, group: Sequence[Mention]) -> bool:
    """Return whether a list is the subject that opens a sentence, behind an adverbial or envoys."""
    before = text[sentence.start : group[0].span.start].rpartition(", ")[2]
    envoys = _ENVOYS.fullmatch(before)
    if envoys is not None:
        return len(group) > 1 and is_person_noun(envoys["noun"].lower())
    return all(word[0].isupper() or is_person_noun(word.lower()) for word in before.split())


_SENTENCE_END = re.compile(r"(?:[.!?][”\"]?\s+|\n+)(?=[A-Z“\"]|$)")
_PLURAL_PARTY = re.compile(
    r"\b(?i:the|its|their|some|several|many|two|three|\d+) (?:\w+ )?\w+(?<!s)s\b"
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
