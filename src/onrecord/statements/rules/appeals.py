"""Read appeals that a noun tells of: "an appeal by the senate to Berg to recognise the rebels"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.records import SpeechAct
from onrecord.spans import overlaps
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.lexicon import Cue
from onrecord.statements.grammar.shapes import Tokens, is_finite
from onrecord.statements.grammar.tokens import Unit
from onrecord.statements.rules.building import cover_marks, is_plain
from onrecord.text.wordclasses import DETERMINERS, RELATIVES, SUBJECT_PRONOUNS, TITLES

_APPEALS: dict[str, SpeechAct] = {
    "appeal": "appeal", "appeals": "appeal", "petition": "appeal", "petitions": "appeal",
    "request": "appeal", "requests": "appeal", "plea": "appeal", "pleas": "appeal",
    "demand": "demand", "demands": "demand",
}  # fmt: skip
_BY = frozenset({"by", "from"})
_TOWARDS = frozenset({"to", "for", "on"})
_LONGEST_NAME = 8  # tokens
_LONGEST_ASIDE = 14  # tokens: ", the lower house of the Kenyan parliament,"


class _Parts(NamedTuple):
    """Tokens of who appeals and, if that is told, to whom, and where the content starts."""

    who: tuple[int, int]
    whom: tuple[int, int] | None
    content: int


def add_appeals(text: str, units: Sequence[Unit], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, and the appeals that a noun tells of and none of them has for its cue.

    One that has is told to whom it goes. A cue that the reader has cut down to an article gives
    way to such a noun; before any other, "a | belief that", it announces nothing.
    """
    kept = [draft for draft in drafts if not _is_article(text, draft)]
    added: list[Draft] = []
    for found in (each for unit in units for each in _read_appeals(text, unit)):
        same = [number for number, each in enumerate(kept) if _has_cue(each, found)]
        for number in same:
            kept[number] = replace(kept[number], hearer=kept[number].hearer or found.hearer)
        added += [] if same else [found]
    return [*kept, *added]


def _has_cue(draft: Draft, other: Draft) -> bool:
    """Return whether the cues of two drafts share characters."""
    return draft.cue is not None and other.cue is not None and overlaps(draft.cue, other.cue)


def _is_article(text: str, draft: Draft) -> bool:
    """Return whether the whole cue is "a", "an" or "the"."""
    cue = draft.cue
    return cue is not None and text[slice(*cue)].lower() in {"a", "an", "the"}


def _read_appeals(text: str, unit: Unit) -> Iterator[Draft]:
    """Yield the appeals of one sentence whose speaker is named behind "by" or "from"."""
    tokens = unit.tokens
    for at in range(len(tokens) - 4):
        act = _APPEALS.get(tokens[at].lower)
        if act is None or tokens[at].quoted or tokens[at + 1].lower not in _BY:
            continue
        parts = _find_parts(tokens, at + 2)
        end = 0 if parts is None else _find_end(tokens, parts.content)
        if parts is None or not is_plain(tokens, at, end):
            continue
        quoted = any(token.quoted for token in tokens[parts.content : end])
        yield Draft(
            kind="mixed" if quoted else "indirect",
            content=(cover_marks(text, unit, parts.content, end),),
            unit=unit,
            cue=unit.cover(at, at + 1),
            source=unit.cover(*parts.who),
            hearer=None if parts.whom is None else unit.cover(*parts.whom),
            entry=Cue(tokens[at].lower, (), act, frozenset({"to"})),
            frame="noun",
        )


def _find_parts(tokens: Tokens, start: int) -> _Parts | None:
    """Return the parts of "the Duma, its lower house, to the president to act" behind "by".

    Who should act may also stand behind "for", and to whom it goes be left open.
    """
    who = _name_at(tokens, start)
    if who is None:
        return None
    at = who[1]
    if at < len(tokens) and tokens[at].text == ",":
        near = range(at + 2, min(len(tokens), at + _LONGEST_ASIDE))
        comma = next((each for each in near if tokens[each].text == ","), None)
        at = len(tokens) if comma is None else comma + 1
    if at + 2 >= len(tokens) or tokens[at].lower not in _TOWARDS:
        return None
    whom = _name_at(tokens, at + 1)
    if whom is None:
        return _Parts(who, None, at) if _opens_infinitive(tokens, at) else None
    start = whom[1]
    if start + 1 >= len(tokens) or not (
        _opens_infinitive(tokens, start) or tokens[start].lower == "for"
    ):
        return None
    return _Parts(who, whom, start)


def _name_at(tokens: Tokens, start: int) -> tuple[int, int] | None:
    """Return the tokens of the name that starts here, behind an article or titles."""
    first = start
    while first < len(tokens) and not tokens[first].opens_mention:
        if tokens[first].lower not in TITLES | DETERMINERS:
            return None
        first += 1
    for last in range(first, min(len(tokens), first + _LONGEST_NAME)):
        if tokens[last].closes_mention:
            return (start, last + 1)
    return None


def _opens_infinitive(tokens: Tokens, at: int) -> bool:
    """Return whether "to" and a verb stand here: "to recognise", not "to the court"."""
    if at + 1 >= len(tokens) or tokens[at].lower != "to":
        return False
    word = tokens[at + 1]
    return word.text.islower() and word.lower not in DETERMINERS and word.lower.isalpha()


def _find_end(tokens: Tokens, start: int) -> int:
    """Return where the infinitive ends: before the verb of its sentence, or a comma."""
    for at in range(start + 2, len(tokens)):
        if tokens[at].text in {",", ";", ":", "."}:
            return at
        before = tokens[at - 1].lower
        if is_finite(tokens, at) and before not in RELATIVES | SUBJECT_PRONOUNS:
            return at
    return len(tokens)
