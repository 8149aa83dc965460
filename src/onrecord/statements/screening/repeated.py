"""What is said again is said once: "repeated | his warning that ships would be sunk"."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import base_of, words_of
from onrecord.text.wordclasses import POSSESSIVES

_AGAIN = frozenset("repeat reiterate renew restate reaffirm".split())


def without_repeated(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with one for what somebody says again, by the noun that tells what it is.

    "Repeated her claim that" is one statement, "repeated Oslo’s claim that" are two. "Berg’s
    statement said that" is one, too, of the verb.
    """
    papers = {
        (draft.source.end, draft.cue.start)
        for draft in drafts
        if draft.source is not None and draft.cue is not None
    }
    drafts = [draft for draft in drafts if not _is_paper(draft, papers)]
    again = {
        draft.content[0].start: draft
        for draft in drafts
        if draft.cue is not None
        and any(base_of(word) in _AGAIN for word in words_of(text, draft.cue))
    }
    own = {
        draft.source.start: draft
        for draft in drafts
        if draft.source is not None
        and draft.source.start in again
        and text[slice(*draft.source)].lower() in POSSESSIVES
    }
    said_again = [again[start] for start in own]
    return [
        _by(again[draft.source.start], draft)
        if draft.source is not None and own.get(draft.source.start) is draft
        else draft
        for draft in drafts
        if draft not in said_again
    ]


def _is_paper(noun: Draft, papers: Collection[tuple[int, int]]) -> bool:
    """Return whether a cue is the paper by which another speaks: "Berg’s | statement | said".

    `papers` are where sources end and their cues start.
    """
    return noun.cue is not None and (noun.cue.end, noun.content[0].start) in papers


def _by(verb: Draft, noun: Draft) -> Draft:
    """Return what the noun tells as said by who repeats it, to whom he does."""
    return replace(noun, source=verb.source, hearer=noun.hearer or verb.hearer)
