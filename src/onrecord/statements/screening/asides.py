"""Participles that only tell of the subject: "the Keshi proposals, | echoed | in a letter, are"."""

from dataclasses import replace

from onrecord.records import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import words_of
from onrecord.statements.grammar.lexicon import NOMINAL_CUES
from onrecord.statements.screening.bare_contents import is_bare

_TELLING = NOMINAL_CUES.keys() | frozenset(
    "proposal proposals offer offers appeal appeals call calls request requests".split()
)


def is_aside(text: str, draft: Draft) -> bool:
    """Return whether the cue is such a participle, and the content goes on behind it.

    By whom it is said may stand there: "a demand, repeated by Kenya, that".
    """
    cue, first = draft.cue, draft.content[0]
    if cue is None or len(draft.content) < 2 or not text[slice(*cue)].endswith("ed"):
        return False
    opened = first.end <= cue.start and text[first.end : cue.start].strip() == ","
    goes_on = draft.content[1].start > cue.end and not is_bare(draft)
    single = len(words_of(text, cue)) == 1 and not text.startswith(" by ", cue.end)
    return opened and single and goes_on


def with_noun(text: str, draft: Draft) -> Draft:
    """Return a draft with such a cue as told by the noun before it: "the Keshi | proposals |"."""
    if not is_aside(text, draft):
        return draft
    first, *rest = draft.content
    owner, _, noun = text[slice(*first)].rpartition(" ")
    if noun.lower() not in _TELLING or not owner:
        return draft
    end = first.start + len(owner)
    named = Span(end + 1, first.end)
    return replace(draft, source=Span(first.start, end), cue=named, content=tuple(rest))
