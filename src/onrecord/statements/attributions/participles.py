"""Find whose a participle is: "Noting the cost, Baru left", "Baru left, accusing the mayor"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.spans import contains
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.phrases import apposition_end, noun_phrase_at
from onrecord.statements.grammar.shapes import Tokens, is_finite, is_name
from onrecord.statements.grammar.subjects import main_subject
from onrecord.text.wordclasses import SUBJECT_PRONOUNS, is_adverb, is_communicator

_PRONOUNS = SUBJECT_PRONOUNS - {"i", "we", "you", "who", "it"}
_OPENERS = frozenset("while when after before in by despite since upon without besides".split())
_AT_TIMES = (("at", "times"), ("at", "one", "point"), ("in", "part"), ("in", "turn"))
_CLAUSES = frozenset("while when after before".split())
_GOING_ON_TO_SAY = frozenset(
    "adding arguing asserting calling claiming declaring defending describing emphasising "
    "emphasizing insisting maintaining noting pledging promising reaffirming reiterating repeating "
    "saying stressing underlining vowing".split()
)


def lend_sources(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, those of a participle without a source with its clause's subject.

    Where the subject is nothing that can speak ("the wave began, accusing") it lends nothing.
    Of two clauses that "and" joins it is the second one's, if somebody speaks there.
    """
    for number, draft in enumerate(drafts):
        if draft.source is not None or draft.read is None or draft.cue is None or draft.quoted:
            yield draft
            continue
        tokens = draft.unit.tokens
        at = draft.unit.at(draft.cue.start)
        subject = None
        if at < len(tokens) and tokens[at].lower.endswith("ing") and not tokens[at].quoted:
            subject = _find_subject(draft, at)
        nearer = None if subject is None else _find_nearer(drafts[:number], draft, subject[1])
        if nearer is not None:
            yield replace(draft, source=nearer, shared=True)
        elif subject is None or not _can_speak(tokens, subject):
            yield draft
        else:
            yield replace(draft, source=draft.unit.cover(*subject), shared=True)


def _find_nearer(before: Sequence[Draft], draft: Draft, low: int) -> Span | None:
    """Return who speaks in the last clause that "and" opens: "Berg left and Lund said no, | "."""
    tokens = draft.unit.tokens
    for other in reversed(before):
        source, cue = other.source, other.cue
        if other.unit is not draft.unit or source is None or cue is None or other.shared:
            continue
        at = draft.unit.at(source.start)
        joined = low < at and tokens[at - 1].lower in {"and", "but", "while"}
        inside = any(
            each.unit is draft.unit and contains(piece, source)
            for each in before
            for piece in each.content
        )
        if joined and not inside and source.end < cue.start:
            return source
    return None


def _find_subject(draft: Draft, at: int) -> tuple[int, int] | None:
    """Return the subject of the clause that the participle at token `at` goes with."""
    tokens = draft.unit.tokens
    first = at - 1 if at == 2 and is_adverb(tokens[1].lower) else at
    if at == 0 or (first == 1 and tokens[0].lower in _OPENERS):
        return _subject_behind(draft)
    while at > 1 and is_adverb(tokens[at - 1].lower):  # "complained, even suggesting"
        at -= 1
    at = next((at - len(each) for each in _AT_TIMES if _stands_before(tokens, at, each)), at)
    before = tokens[at - 1]
    if before.text == "," or before.lower in _CLAUSES:
        return main_subject(tokens, at)
    if before.lower == "and":  # "left, hugging the crew and calling for peace"
        first = next((each for each in range(at - 2, 0, -1) if tokens[each].text == ","), 0)
        joined = first > 0 and tokens[first + 1].lower.endswith("ing")
        return main_subject(tokens, first) if joined else None
    return None


def _stands_before(tokens: Tokens, at: int, words: tuple[str, ...]) -> bool:
    return tuple(token.lower for token in tokens[max(0, at - len(words)) : at]) == words


def _subject_behind(draft: Draft) -> tuple[int, int] | None:
    """Return the subject behind the comma that ends an opening: "Saying so, | Baru | left"."""
    tokens = draft.unit.tokens
    end = max(piece.end for piece in draft.content)
    at = bisect_left([token.end for token in tokens], end)
    comma = next(
        (each for each in range(at - 1, min(at + 3, len(tokens))) if _parts(tokens, each)), 0
    )
    if not comma:
        return None
    start, high = comma + 1, len(tokens)
    last = noun_phrase_at(tokens, start, high)
    verb = apposition_end(tokens, last, high)
    while verb < high and (is_adverb(tokens[verb].lower) or tokens[verb].text == ","):
        verb += 1
    return (start, last) if start < last and verb < high and is_finite(tokens, verb) else None


def _parts(tokens: Tokens, at: int) -> bool:
    """Return whether a comma stands at `at`, or ends a quotation there."""
    quotation = tokens[at].quotation
    return tokens[at].text == "," or (quotation is not None and tokens[at].text[-2:-1] == ",")


def _can_speak(tokens: Tokens, subject: tuple[int, int]) -> bool:
    start, end = subject
    if end - start == 1 and tokens[start].lower in _PRONOUNS:
        return True
    return any(is_name(tokens[at]) or is_communicator(tokens[at].lower) for at in range(start, end))


def leave_next(text: str, draft: Draft) -> Draft:
    """Return the draft without a second participle: ", denying that it fired | and defending it".

    Behind "of" or "for" it is one of two charges: "accusing Oslo of firing and defending it".
    """
    first, tokens = draft.content[0], draft.unit.tokens
    if draft.read is None or draft.kind == "direct" or draft.cue is None or draft.quoted:
        return draft
    cue, low, high = (draft.unit.at(at) for at in (draft.cue.start, first.start, first.end))
    if not 0 < cue < low < high or tokens[cue - 1].text != ",":
        return draft
    if not tokens[cue].lower.endswith("ing"):
        return draft
    for at in range(low + 1, high - 1):
        if tokens[at].lower == "and" and tokens[at + 1].lower in _GOING_ON_TO_SAY:
            charged = any(
                tokens[each].lower in {"of", "for", "by"} and tokens[each + 1].lower.endswith("ing")
                for each in range(low, at)
            )
            end = len(text[: tokens[at].start].rstrip(" ,"))
            cut = first if charged else Span(first.start, end)
            return replace(draft, content=(cut, *draft.content[1:]))
    return draft
