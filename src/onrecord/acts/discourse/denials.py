"""Tie a denial to what it denies in the same sentence: "..., although Kenya denies this"."""

from collections.abc import Sequence

from onrecord.acts.discourse.answering import note_accuser
from onrecord.acts.draft import Draft
from onrecord.acts.grammar.groups import is_finite
from onrecord.acts.grammar.sentences import Sentence

_WHAT = frozenset(
    "this that it them these accusation accusations allegation allegations claim claims charge "
    "charges report reports suggestion which".split()
)
_ACCUSED = frozenset("accusation allegation claim charge suggestion report".split())


def note_denials(sentence: Sentence, drafts: Sequence[Draft], before: Sequence[Draft]) -> None:
    """Add who denies the other acts of the sentence, where a denial points back to them.

    `before` are the drafts of the sentence before: there may stand what the denier is said to have
    done, and who says so.
    """
    for denial in drafts:
        if denial.trigger.speech_act != "deny" or not denial.actors or denial.pronoun:
            continue
        if denial.meant.polarity == "negative" or not _points_back(sentence, denial):
            continue
        if denial.group is None or not is_finite(denial.group):
            continue
        earlier = [draft for draft in drafts if draft.span.end <= denial.span.start]
        done = [draft for draft in before if set(draft.actors) & set(denial.actors)]
        for draft in earlier or done:
            draft.denied_by += [a for a in denial.actors if a not in draft.denied_by]
        note_accuser(denial, earlier or before)


def _points_back(sentence: Sentence, denial: Draft) -> bool:
    """Return whether the denial is of "this", or of "an accusation that" stands before it."""
    if sentence.lower(denial.last) in _WHAT:
        follows = sentence.lower(denial.last + 1)
        return sentence.lower(denial.last) != "that" or not follows.isalpha()
    if sentence.lower(denial.last) in {"the", "those", "such"}:
        return sentence.lower(denial.last + 1) in _WHAT
    start = denial.group.first if denial.group else denial.at
    window = [sentence.lower(k) for k in range(max(0, start - 8), start)]
    return (
        any(word in _ACCUSED for word in window)
        and ("that" in window or "which" in window)
        and _ends_clause(sentence, denial.last)
    )


def _ends_clause(sentence: Sentence, index: int) -> bool:
    item = sentence.item(index)
    return item is None or item.kind == "mark"
