"""What is said again is said once: "repeated | his warning that ships would be sunk"."""

from collections.abc import Sequence

from onrecord.statements.cue_words import base_of, words_of
from onrecord.statements.drafts import Draft
from onrecord.text.wordclasses import POSSESSIVES

_AGAIN = frozenset("repeat reiterate renew restate reaffirm".split())


def without_repeated(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without the noun of who repeats it, whose words the verb has already.

    "Repeated her claim that" is one statement, "repeated Oslo’s claim that" are two.
    """
    again = {
        draft.content[0].start
        for draft in drafts
        if draft.cue is not None
        and any(base_of(word) in _AGAIN for word in words_of(text, draft.cue))
    }
    return [
        draft
        for draft in drafts
        if draft.source is None
        or draft.source.start not in again
        or text[slice(*draft.source)].lower() not in POSSESSIVES
    ]
