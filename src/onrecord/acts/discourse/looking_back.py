"""Acts of a passage that looks back, and of what answers another: "In 2021 Kenya expelled two
envoys. Peru expelled four in return"."""

from collections.abc import Iterator, Sequence

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import AUXILIARIES, is_past
from onrecord.acts.rows.dating import REACH, find_timex, is_told_by_noun
from onrecord.acts.rows.speech import Layers
from onrecord.days import STORY_DAYS, is_day
from onrecord.records import Published, Timex

_OPENING = 3  # items before the date that opens a sentence: "Back in | 2021 |"
_ANSWERING = frozenset("return response retaliation reply".split())
_LEADING = frozenset("back in on during at early late around the".split())
_WAS = frozenset({"was", "were"})
_LONGEST_GAP = 1  # characters between two sentences of one paragraph


def note_looking_back(
    sentences: Sequence[Sentence],
    drafts: Sequence[tuple[Sentence, Draft]],
    layers: Layers,
    published: Published,
) -> None:
    """Mark what is told in the past without a date in a passage that an old date opens, and give
    what was done "in return" the date of the act right before it.

    The passage ends with its paragraph, or with a sentence that has a date of its own.
    """
    passages = frozenset(_find_passages(sentences, published))
    before: tuple[Sentence, Draft] | None = None
    for sentence, draft in drafts:
        if layers.at(draft.span) is not None or not draft.meant.real:
            continue
        if _answers(sentence, draft) and before is not None and _follows(sentence, before[0]):
            if draft.retold is None and _find_own(sentence, draft) is None:
                draft.retold = _find_own(*before) or before[1].retold
        elif sentence.span.start in passages and _is_simple_past(sentence, draft):
            draft.lies_back = _find_own(sentence, draft) is None
        before = sentence, draft


def _find_passages(sentences: Sequence[Sentence], published: Published) -> Iterator[int]:
    """Yield where each sentence of a passage starts that an old date opens.

    What was "then" done, or "a year later", goes on from the old dates of the sentence before.
    """
    back = old = False
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        dates = [item.timex for item in sentence.items if item.timex and is_day(item.timex)]
        if before is not None and not _follows(sentence, before):
            back = old = False
        if dates:
            first = _opening_date(sentence)
            counted = old and any(each.anchor == "previous" for each in dates)
            old = all(_is_old(each, published) for each in dates)
            back = old and (first in dates or counted)
        elif old and _goes_on(sentence):
            back = True
        if back:
            yield sentence.span.start


def _opening_date(sentence: Sentence) -> Timex | None:
    """Return the date that opens the sentence: "(Back) in | 2021 |"."""
    for item in sentence.items[:_OPENING]:
        if item.timex is not None:
            return item.timex
        if item.lower not in _LEADING:
            return None
    return None


def _goes_on(sentence: Sentence) -> bool:
    """Return whether "then" opens the sentence or stands before its first verb."""
    for at, item in enumerate(sentence.items):
        if item.lower == "then":
            return at == 0 or is_past(sentence.lower(at + 1))
        if item.kind == "mark" or is_past(item.lower) or item.lower in AUXILIARIES:
            return False
    return False


def _is_old(timex: Timex, published: Published) -> bool:
    if timex.latest is None or published.earliest is None:
        return False
    return timex.latest < published.earliest - STORY_DAYS


def _follows(sentence: Sentence, before: Sentence) -> bool:
    """Return whether a sentence is the same one, or stands behind another in its paragraph."""
    return sentence.span.start - before.span.end <= _LONGEST_GAP


def _answers(sentence: Sentence, draft: Draft) -> bool:
    """Return whether the act answers what was told before: "expelled four in return"."""
    for at in range(draft.at, min(draft.at + REACH, len(sentence.items) - 1)):
        if sentence.lower(at) == "in" and sentence.lower(at + 1) in _ANSWERING:
            return sentence.lower(at + 2) not in {"to", "for"}
        if sentence.items[at].text in {";", ":"}:
            return False
    return False


def _find_own(sentence: Sentence, draft: Draft) -> Timex | None:
    noun = is_told_by_noun(sentence, draft)
    return find_timex(sentence, draft.at, lambda _: True, noun=noun)


def _is_simple_past(sentence: Sentence, draft: Draft) -> bool:
    group = draft.group
    if group is None:
        return is_past(sentence.lower(draft.at)) and sentence.lower(draft.at - 1) not in AUXILIARIES
    if group.kind not in {"past", "participle"}:
        return False
    return group.auxiliaries <= _WAS and (group.kind == "past" or bool(group.auxiliaries))
