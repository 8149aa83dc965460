"""Find who speaks before a phrase put in: "Berg, in a call with the mayor, Ida Lund, said"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.shapes import Tokens, has_finite, is_finite, is_name
from onrecord.statements.grammar.subjects import skip_adverbials_back, subject_before
from onrecord.text.wordclasses import (
    AUXILIARIES,
    DAY_WORDS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    is_communicator,
)

_OPENS_CLAUSE = frozenset("that but and while as when because although though if or".split())
_FRONT_CLAUSES = frozenset("while as when after before although though because".split())
_NEAR_START = 2  # tokens: "While | the mayor"
_STOPS = frozenset({";", ":"})
_TELLING_WHICH = frozenset("of from for".split())  # "Berg, of the Guild"
_COMMAS = 3  # before the phrase, before the name in it, and behind
_LONGEST_NAME = 5  # tokens
_MOST = 40  # tokens before the verb


def reach_subjects(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, those whose source is named in a phrase between commas with its subject.

    In "Berg, speaking after talks with the mayor, Ida Lund, said" Berg says it, as in "Berg,
    flanked by his wife, Rita, said"; in "Berg’s envoy, Ida Lund, said" no phrase is put in.
    Of "Berg left and Lund said" only Lund is the source.
    """
    for draft in drafts:
        source, cue, unit = draft.source, draft.cue, draft.unit
        if source is None or cue is None or source.start >= cue.start or draft.shared:
            yield draft
            continue
        low, high = unit.at(source.start), unit.at(source.end)
        joint = _find_joint(unit.tokens, low, high)
        if joint is not None and draft.read is not None:
            yield replace(draft, source=unit.cover(joint, high))
            continue
        subject = _find_subject(unit.tokens, unit.at(cue.start))
        subject = _behind_clause(unit.tokens, low, unit.at(cue.start)) or subject
        around = subject is not None and unit.tokens[subject[0]].start <= source.start
        inside = subject is not None and unit.tokens[subject[0]].start > source.start
        if subject is None or not (around or inside):
            yield draft
            continue
        whole = unit.cover(*subject)
        clause = None if draft.clause is None else Span(whole.start, draft.clause.end)
        yield replace(draft, source=whole, clause=clause)


def lend_names(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, those whose source is but an apposition with the name before it.

    Of "Berg, Lund’s old aide, threatened him and warned" a second verb may be read as the aide's.
    """
    sources = {(draft.unit.span, draft.source) for draft in drafts if draft.source is not None}
    by_end: dict[tuple[Span, int], list[Span]] = {}
    for unit, source in sources:
        by_end.setdefault((unit, source.end), []).append(source)
    for draft in drafts:
        own = draft.source
        whole = own
        if own is not None:
            whole = min(by_end[draft.unit.span, own.end], key=lambda each: each.start)
        apposed = own is not None and whole != own and text.endswith(", ", 0, own.start)
        yield replace(draft, source=whole, shared=True) if apposed else draft


def _find_joint(tokens: Tokens, low: int, high: int) -> int | None:
    """Return where behind an "and" the cue's own subject starts, if a clause stands before."""
    if any(token.lower in RELATIVES for token in tokens[low:high]):
        return None
    joint = next((at for at in range(high - 1, low, -1) if tokens[at].lower == "and"), None)
    if joint is None or joint + 1 >= high or not is_name(tokens[joint + 1]):
        return None
    verbs = [
        at for at in range(low + 1, joint) if is_finite(tokens, at) and is_name(tokens[at - 1])
    ]
    return joint + 1 if verbs else None


def _behind_clause(tokens: Tokens, low: int, cue: int) -> tuple[int, int] | None:
    """Return the subject behind a clause in front, with whose subject a source is read to begin.

    "While | the mayor, Ida Berg, left Oru, her deputy, Ole Lund, | urged them to stay".
    """
    if tokens[0].lower not in _FRONT_CLAUSES or low > _NEAR_START:
        return None
    if any(token.lower in RELATIVES for token in tokens[low:cue]):
        return None
    verb = next((at for at in range(low + 1, cue) if is_finite(tokens, at)), cue)
    start = next((at + 1 for at in range(verb, cue) if tokens[at].text == ","), cue)
    return subject_before(tokens, cue, start) if start < cue else None


def _find_subject(tokens: Tokens, cue: int) -> tuple[int, int] | None:
    """Return the subject before a phrase with an apposed name that ends right before the cue."""
    end = skip_adverbials_back(tokens, cue, 0)
    while end > 0 and tokens[end - 1].lower in AUXILIARIES:
        end -= 1
    commas = [at for at in range(max(0, end - _MOST), end) if tokens[at].text == ","]
    if len(commas) < _COMMAS or commas[-1] != end - 1:
        return None
    opening, before, behind = commas[-_COMMAS:]
    name = range(before + 1, behind)
    if not name or len(name) > _LONGEST_NAME or not all(is_name(tokens[at]) for at in name):
        return None
    if not _is_phrase(tokens, opening + 1, before):
        return None
    subject = subject_before(tokens, opening, 0)
    return subject if subject and _can_speak(tokens, *subject) else None


def _is_phrase(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether it opens with a preposition or participle: "speaking after talks with Lund".

    Somebody is named behind a preposition in it.
    """
    first = tokens[start].lower
    participle = first.endswith(("ing", "ed")) and not is_communicator(first)
    if any(token.quotation is not None or token.text in _STOPS for token in tokens[start:end]):
        return False
    if not (participle or first in PREPOSITIONS - _TELLING_WHICH) or has_finite(
        tokens, start + 1, end
    ):
        return False
    links = [at for at in range(start, end) if tokens[at].lower in PREPOSITIONS]
    return bool(links) and links[-1] < end - 1


def _can_speak(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a noun phrase that opens its clause is somebody: "Trade Minister Berg"."""
    if start > 0 and tokens[start - 1].is_word and tokens[start - 1].lower not in _OPENS_CLAUSE:
        return False
    words = tokens[start:end]
    if len(words) == 1 and words[0].lower in SUBJECT_PRONOUNS:
        return True
    return any(
        (is_name(word) and word.lower not in DAY_WORDS) or is_communicator(word.lower)
        for word in words
        if word.lower not in DETERMINERS
    )
