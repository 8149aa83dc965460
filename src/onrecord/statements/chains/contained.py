"""Contents that hold, or leave, what another statement of the sentence says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import Span
from onrecord.spans import contains, overlaps
from onrecord.statements.drafts import Draft

_HEARER = re.compile(r"(?: (?!that\b)[\w’'-]+){0,3}\s*")  # "warned | the envoy | not to"
_QUOTED = re.compile(r"[“”\"]")
_LONGEST_GAP = 60  # characters
_GOES_ON = re.compile(r"[”\"]?,? (?:and|but|or|that|because|so)\b[^,.;:“”\"()—–]*")
_LEAD = ": “"  # what may stand between a content and the words that it leads up to


def _by_unit(drafts: Sequence[Draft]) -> dict[Span, list[Draft]]:
    """Return the drafts of each sentence."""
    together: dict[Span, list[Draft]] = {}
    for draft in drafts:
        together.setdefault(draft.unit.span, []).append(draft)
    return together


def take_in_told(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, a paraphrase that breaks off before what is told in it with all of that.

    In "Baru said Lund had left and warned him | not to follow" the last words are Lund's, and
    Baru tells of them.
    """
    together = _by_unit(drafts)
    for draft in drafts:
        near = together[draft.unit.span]
        inner = next((each for each in near if _breaks_off(text, draft, each)), None)
        if inner is None:
            yield draft
            continue
        *pieces, last = draft.content
        end = inner.content[-1].end
        end += text[end : end + 1] in {"”", '"', "’"} and inner.kind != "indirect"
        kind = "mixed" if inner.kind != "indirect" else draft.kind
        yield replace(draft, kind=kind, content=(*pieces, Span(last.start, end)))


def _breaks_off(text: str, draft: Draft, inner: Draft) -> bool:
    """Return whether the draft's content ends between the cue and the content of `inner`."""
    last, cue = draft.content[-1], inner.cue
    if draft.kind == "direct" or cue is None or inner is draft or not contains(last, cue):
        return False
    start, end = inner.content[0].start, inner.content[-1].end
    near = start <= last.end < end or 0 <= start - last.end <= len(_LEAD)
    hearer = inner.hearer  # "told | President | Lund to go"
    near = near or (hearer is not None and hearer.start <= last.end <= hearer.end < start)
    between = Span(cue.end, min(start, last.end))
    return inner.unit is draft.unit and near and _HEARER.fullmatch(text, *between) is not None


def leave_pieces(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts without later pieces that are the content of another one's cue.

    In "Ten were hurt, according to the mayor, who called on Berg to stop" nobody is hurt "to stop".
    """
    for draft in drafts:
        first, *rest = draft.content
        kept = [piece for piece in rest if not _is_of_another(draft, piece, drafts)]
        if len(kept) == len(rest):
            yield draft
            continue
        if not kept and _opens_another(first, drafts):
            continue  # "Citing a theory, | Baru repeatedly | accused Lund of"
        quotes = any(_QUOTED.search(text, *piece) for piece in (first, *kept))
        kind = draft.kind if quotes or draft.kind == "direct" else "indirect"
        yield replace(draft, kind=kind, content=(first, *kept))


def _opens_another(piece: Span, drafts: Sequence[Draft]) -> bool:
    """Return whether the piece is who says something else, before his verb."""
    return any(
        each.source is not None
        and each.cue is not None
        and each.source.start == piece.start
        and each.source.end <= piece.end <= each.cue.end
        for each in drafts
    )


def _is_of_another(draft: Draft, piece: Span, drafts: Sequence[Draft]) -> bool:
    """Return whether the piece is all that the cue right before it announces."""
    return any(
        each.cue is not None
        and each is not draft
        and each.content == (piece,)
        and draft.cue is not None
        and draft.cue.end <= each.cue.start < piece.start
        and not any(contains(other, each.cue) for other in draft.content)
        for each in drafts
    )


def rejoin_pieces(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, a paraphrase without the gaps in which nobody else is told of.

    "Baru said the plan was late | and the guild could not accept | half of it" has one piece.
    """
    for draft in drafts:
        pieces = [draft.content[0]]
        for piece in draft.content[1:]:
            gap = Span(pieces[-1].end, piece.start)
            if draft.kind != "direct" and _is_idle(text, gap, draft, drafts):
                pieces[-1] = Span(pieces[-1].start, piece.end)
            else:
                pieces.append(piece)
        yield draft if len(pieces) == len(draft.content) else replace(draft, content=tuple(pieces))


def _is_idle(text: str, gap: Span, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Return whether words that go on with "and" or "that" hold no cue, source or hearer."""
    if gap.end - gap.start > _LONGEST_GAP or _GOES_ON.fullmatch(text, *gap) is None:
        return False
    told = [draft.cue, draft.source, draft.hearer, *draft.relays]
    told += [span for each in drafts for span in (each.cue, each.source)]
    return not any(span is not None and overlaps(span, gap) for span in told)


def take_in_replies(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, a paraphrase that ends in a question with the answer behind it.

    In "Baru said the envoy had asked him to leave, | and he replied that he would |" Baru tells
    of both.
    """
    together = _by_unit(drafts)
    for draft in drafts:
        near = together[draft.unit.span]
        answer = next((each for each in near if _answers(text, draft, each, near)), None)
        if answer is None:
            yield draft
            continue
        *pieces, last = draft.content
        yield replace(draft, content=(*pieces, Span(last.start, answer.content[-1].end)))


def _answers(text: str, draft: Draft, answer: Draft, drafts: Sequence[Draft]) -> bool:
    """Return whether somebody replies behind the draft's content to what is asked in it."""
    source, cue, last = answer.source, answer.cue, draft.content[-1]
    if source is None or cue is None or draft.cue is None or answer.unit is not draft.unit:
        return False
    if not (draft.kind == answer.kind == "indirect" and source.start < cue.start):
        return False
    if not draft.cue.end < last.end < source.start or source.end > answer.content[0].start:
        return False
    if _REPLY.fullmatch(text, *cue) is None or _AND.fullmatch(text, last.end, source.start) is None:
        return False
    return any(
        each.cue is not None and contains(last, each.cue) and _ASKS.search(text, *each.cue)
        for each in drafts
        if each is not draft
    )


_REPLY = re.compile(r"(?:had )?(?:then |also )?(?:replied|answered|responded)")
_ASKS = re.compile(r"\bask(?:ed|s)?\b|\binquired\b")
_AND = re.compile(r",? (?:and|but|to which) (?:that )?")


def lend_raised(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, what somebody "was reported to have said" with that one as its source."""
    together = _by_unit(drafts)
    for draft in drafts:
        lent = None
        if draft.source is None and draft.cue is not None:
            near = together[draft.unit.span]
            lent = next((each.content[0] for each in near if _raises(text, each, draft)), None)
        yield draft if lent is None else replace(draft, source=lent)


def _raises(text: str, told: Draft, draft: Draft) -> bool:
    """Return whether `told` is that its first piece is to have done what `draft` says."""
    first, *rest = told.content
    if told.source is not None or told.cue is None or draft.cue is None or not rest:
        return False
    raised = rest[0].start <= draft.cue.start < rest[0].end and first.end < told.cue.start
    return raised and text.startswith("to have ", rest[0].start)


def lend_antecedents(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, those of "which" with the source of another that it stands for.

    In "said the mayor's office, | which | called on them to stop" it is the office.
    """
    for draft in drafts:
        source = draft.source
        if source is None or text[slice(*source)].lower() != "which":
            yield draft
            continue
        lent = next(
            (
                each.source
                for each in drafts
                if each.source is not None
                and each.unit is draft.unit
                and text[each.source.end : source.start].strip() in {"", ","}
                and each.source.end <= source.start
            ),
            None,
        )
        yield draft if lent is None else replace(draft, source=lent)
