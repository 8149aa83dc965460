"""Tell what is decided or written from what is said: "introduced a bill", "the court ordered"."""

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import takewhile

from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import ANNOUNCING, words_of
from onrecord.statements.screening.bare_contents import is_bare
from onrecord.text.wordclasses import DETERMINERS, PREPOSITIONS, RELATIVES

_WRITING = frozenset("write writes wrote written writing draft drafts drafted drafting".split())
_WORKS = frozenset("bill law legislation book novel song letter memo speech amendment".split())
_REFERRING = frozenset("refer refers referred referring".split())
_AS = re.compile(r"\bas\b")
_TOLD_NOUNS = frozenset(
    "claim report allegation accusation assertion account version suggestion notion idea rumour "
    "rumor finding figure estimate statement remark view argument charge".split()
)
# What somebody thinks is said by whoever passes it on: "shared the union's concerns about the dam".
_HELD_NOUNS = frozenset(
    "concern worry worries fear view misgiving grievance anger outrage frustration condolence "
    "assessment reservation disappointment".split()
)
# Of decisions, those that come as a sentence: "found that he had lied", not "decided that".
_FINDING = frozenset(
    "rule rules ruled ruling found finding determined concluded ordered decreed agreed states "
    "stated stating stipulates stipulated specifies specified".split()
)
_ORDERING = frozenset("ordered orders instructed instructs commanded directed".split())
_SAID = frozenset("said says added adds wrote writes".split())


def as_decision(text: str, draft: Draft) -> Draft:
    """Return the draft as a decision where something is done, not said: "introduced a bill"."""
    read, cue = draft.read, draft.cue
    if read is None or cue is None or read.stance != "said" or not is_bare(draft):
        return draft
    words = words_of(text, cue)
    if _WRITING & set(words) and _is_work(text, draft):
        return replace(draft, read=replace(read, stance="decision"))
    if any(word in ANNOUNCING for word in words):
        return draft
    if _REFERRING & set(words) and any(_AS.search(text, *piece) for piece in draft.content):
        return draft  # "referred to Oru | as a ruin"
    if read.act in {"dispute", "deny"} and _has_head(draft, _TOLD_NOUNS):
        return draft
    if _has_head(draft, _HELD_NOUNS):
        return draft
    return replace(draft, read=replace(read, stance="decision"))


def _has_head(draft: Draft, nouns: Collection[str]) -> bool:
    """Return whether the content is one of `nouns`: "challenged | Oslo's claim that"."""
    inside = (token.lower for piece in draft.content for token in draft.unit.inside(piece))
    head = takewhile(lambda word: word not in RELATIVES | PREPOSITIONS, inside)
    return any(word in nouns or word.removesuffix("s") in nouns for word in head)


def _is_work(text: str, draft: Draft) -> bool:
    """Return whether what is written is a work, and not its words: "is writing a bill to"."""
    first = draft.content[0]
    words = [word for word in words_of(text, first)[:4] if word not in DETERMINERS]
    return any(word in _WORKS for word in words[:3])


def as_said(text: str, draft: Draft) -> Draft:
    """Return the draft as said where a decision is put in words: "ruled that the ban may stay".

    So it is behind "said", "the court said the ban was void", and with an order to somebody: "the
    court ordered Norland to pay".
    """
    read, cue = draft.read, draft.cue
    if read is None or cue is None or draft.source is None or read.stance != "decision":
        return draft
    words = set(words_of(text, cue))
    plain = bool(words & _SAID) and not is_bare(draft)
    plain |= draft.frame == "to" and bool(words & _ORDERING) and read.addressee is not None
    if not plain and (draft.frame != "that" or not _FINDING & words):
        return draft
    return replace(draft, read=replace(read, stance="said"))
