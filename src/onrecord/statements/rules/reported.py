"""Find whose a verb of speech inside a reported clause is: its own subject's, not the speaker's."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.shapes import Tokens, is_finite
from onrecord.statements.grammar.subjects import subject_before
from onrecord.text.wordclasses import SUBJECT_PRONOUNS, is_adverb

_JOINING = frozenset("and but or then".split())
_RELATIVE = re.compile(r"\b(?P<who>who|which|that|whom) $")


def find_reported(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, the verbs of reported clauses with the subjects of those.

    In "Berg said Lund had met the envoys and had promised them a deal" Lund promised it, and in
    "Berg praised Lund, who she said had promised it", too.
    """
    mended = list(drafts)
    before: dict[int, list[Draft]] = {}  # by where the cue ends
    for draft in drafts:
        if draft.cue is not None:
            before.setdefault(draft.cue.end, []).append(draft)
    for number, draft in enumerate(drafts):
        if draft.cue is None or draft.quoted:
            continue
        relative = _find_relative(text, before.get(draft.cue.start - 1, ()), draft)
        if relative is not None:
            mended[number] = replace(draft, source=relative, shared=False)
            continue
        outer = _find_outer(drafts, draft)
        subject = None if outer is None else _find_subject(drafts[outer], draft)
        if outer is None or subject is None:
            continue
        mended[number] = replace(draft, source=draft.unit.cover(*subject), shared=False)
        *pieces, last = mended[outer].content
        whole = Span(last.start, max(last.end, draft.whole.end))
        mended[outer] = replace(mended[outer], content=(*pieces, whole))
    return mended


def _find_relative(text: str, before: Sequence[Draft], draft: Draft) -> Span | None:
    """Return the "who" before "she said", where the draft’s verb stands right behind it.

    `before` are the drafts whose cue ends there.
    """
    for other in before:
        source, cue = other.source, other.cue
        if source is None or cue is None or draft.source not in {source, None}:
            continue
        if source.end + 1 != cue.start:
            continue
        relative = _RELATIVE.search(text, max(0, source.start - 10), source.start)
        if relative is not None:
            return Span(*relative.span("who"))
    return None


def _find_outer(drafts: Sequence[Draft], draft: Draft) -> int | None:
    """Return the number of the draft in whose clause an "and" before the cue goes on."""
    tokens, cue = draft.unit.tokens, draft.cue
    at = 0 if cue is None else draft.unit.at(cue.start)
    while at > 0 and is_adverb(tokens[at - 1].lower):
        at -= 1
    if at == 0 or tokens[at - 1].lower not in _JOINING:
        return None
    for number, outer in enumerate(drafts):
        if outer is draft or outer.unit is not draft.unit or outer.kind == "direct":
            continue
        source, told = outer.source, outer.content[0].start
        if source is None or outer.cue is None or not source.end < outer.cue.start < told:
            continue
        if draft.source in {source, None} and told < tokens[at - 1].start and not _is_past(outer):
            return number
    return None


def _is_past(draft: Draft) -> bool:
    """Return whether a cue opens with "had"."""
    words = () if draft.cue is None else draft.unit.inside(draft.cue)
    return bool(words) and words[0].lower == "had"


def _find_subject(outer: Draft, inner: Draft) -> tuple[int, int] | None:
    """Return the subject of "had" in the outer content, if the inner cue goes on with that.

    "Had asked" does, and so does a participle with "them" behind it where the subject is but one,
    or "him" where they are several.
    """
    tokens, unit = outer.unit.tokens, outer.unit
    first = unit.at(outer.content[0].start)
    cue = 0 if inner.cue is None else unit.at(inner.cue.start)
    verb = next((at for at in range(first, cue) if is_finite(tokens, at)), None)
    if verb is None or tokens[verb].lower != "had" or tokens[verb].quoted:
        return None
    subject = subject_before(tokens, verb, first)
    if subject is None or (subject[1] - subject[0] == 1 and tokens[subject[0]].lower == "that"):
        return None
    return subject if _is_past(inner) or _differs(tokens, subject, inner) else None


def _differs(tokens: Tokens, subject: tuple[int, int], inner: Draft) -> bool:
    """Return whether the pronoun told cannot be the subject: "the envoy … promised | them"."""
    hearer = inner.hearer
    told = next((token.lower for token in inner.unit.inside(hearer)), None) if hearer else None
    words = [token.lower for token in tokens[slice(*subject)]]
    several = words == ["they"] or "and" in words or words[-1].endswith(("s", "men", "people"))
    one = not several and (words[-1] in SUBJECT_PRONOUNS or words[0] in {"the", "a", "an"})
    named = not several and tokens[subject[1] - 1].text.istitle()
    return (told == "them" and (one or named)) or (told in {"him", "her"} and several)
