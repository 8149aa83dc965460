"""What is said again is said once: "repeated | his warning that ships would be sunk"."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import base_of, words_of
from onrecord.text.wordclasses import POSSESSIVES

_AGAIN = frozenset("repeat reiterate renew restate reaffirm".split())


def without_repeated(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with one for what somebody says again, by the noun that tells what it is.

    "Repeated her claim that" is one statement, "repeated Oslo’s claim that" are two. "Berg’s
    statement said that" is one, too, of the verb, and "reacted by calling it" of the participle.
    """
    papers = {
        (draft.source.end, draft.cue.start)
        for draft in drafts
        if draft.source is not None and draft.cue is not None
    }
    participles = {
        draft.cue.start: draft
        for draft in drafts
        if draft.cue is not None and _opens_with_participle(text, draft.cue)
    }
    drafts = [
        draft
        for draft in drafts
        if not _is_paper(draft, papers) and not _only_leads_to(draft, participles)
    ]
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


def _opens_with_participle(text: str, cue: Span) -> bool:
    """Return whether a cue opens with a participle: "| calling | it a lie"."""
    return any(word.endswith("ing") for word in words_of(text, cue)[:1])


def _only_leads_to(draft: Draft, participles: Mapping[int, Draft]) -> bool:
    """Return whether no verb of saying leads to a participle that tells what its source says.

    In "Berg | gave an update | saying that it rained" she says no more than that.
    """
    inner = participles.get(draft.content[0].start)
    if inner is None or draft.source is None or draft.entry is not None or draft.kind == "direct":
        return False
    same = inner.source is None or inner.source == draft.source or inner.shared
    return same and len(draft.content) == 1 and inner.content[-1].end == draft.content[0].end


def _by(verb: Draft, noun: Draft) -> Draft:
    """Return what the noun tells as said by who repeats it, to whom he does."""
    return replace(noun, source=verb.source, hearer=noun.hearer or verb.hearer)
