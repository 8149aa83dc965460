"""Tie a denial to what it denies in the same sentence: "..., although Kenya denies this"."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.acts.discourse.answering import note_accuser
from onrecord.acts.draft import Draft
from onrecord.acts.grammar.groups import is_finite
from onrecord.acts.grammar.lists import title_start
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import PLAIN_DETERMINERS

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
        if denial.group is None or not is_finite(denial.group) or denial.trigger.type != "REJECT":
            continue
        earlier = [draft for draft in drafts if draft.span.end <= denial.span.start]
        charged = _denies_charge(sentence, denial, earlier)
        if charged:
            _note_accused(denial, earlier)
        if not charged and denial.trigger.speech_act != "deny":
            continue
        if not denial.actors or denial.pronoun or denial.meant.polarity == "negative":
            continue
        if not charged and not _points_back(sentence, denial):
            continue
        done = [draft for draft in before if set(draft.actors) & set(denial.actors)]
        for draft in earlier or done:
            if charged and draft.trigger.type == "ACCUSE":
                continue  # the charge itself was made
            draft.denied_by += [a for a in denial.actors if a not in draft.denied_by]
            if charged and draft.meant.real:
                draft.meant = replace(draft.meant, modality="hypothetical")
        note_accuser(denial, earlier or before)


def _denies_charge(sentence: Sentence, denial: Draft, earlier: Sequence[Draft]) -> bool:
    """Return whether a charge told before is denied: ", a charge it | denies |", ", which it".

    With "which" alone it is one where somebody is accused.
    """
    if denial.group is None or denial.passive:
        return False
    subject = denial.group.first - 1
    at = subject - 1
    if sentence.is_actor(subject):
        at = sentence.skip(title_start(sentence, subject) - 1, PLAIN_DETERMINERS, -1)
    which = sentence.lower(at) == "which" and sentence.lower(at - 1) == ","
    if which:
        return any(draft.trigger.type == "ACCUSE" for draft in earlier)
    at -= sentence.lower(at) in {"that", "which"}
    noun = sentence.lower(at).removesuffix("s") in _ACCUSED
    opens = sentence.lower(at - 1) in {"a", "an"} or sentence.lower(at).endswith("s")
    comma = sentence.lower(at - 1 - (sentence.lower(at - 1) in PLAIN_DETERMINERS))
    return noun and opens and comma in {",", "—", "–"}


def _note_accused(denial: Draft, earlier: Sequence[Draft]) -> None:
    """Let "it" that denies a charge be the accused: "Kenya accused Peru of it, a charge | it |".

    Without a verb of accusing it is who has done what is told last: "said Peru had moved them".
    """
    if denial.pronoun is None or denial.pronoun.lower not in {"it", "they"}:
        return
    accusing = [each for each in earlier if each.trigger.type == "ACCUSE" and each.recipients]
    accused = accusing[-1].recipients if accusing else earlier[-1].actors if earlier else ()
    if accused:
        denial.actors, denial.pronoun, denial.recipients = accused, None, ()
        note_accuser(denial, earlier)


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
