"""Part an article's words into its own narrative and the words it hands on from others.

Two reports that quote one speech share many words and yet were written apart. So copies are
looked for in the narrative alone; shared quotations and issued text are a sign of one occasion.
"""

import re
from dataclasses import dataclass

from onrecord.records import Span
from onrecord.stories.terms import find_terms
from onrecord.text import Outline

_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I’m|I've|I’ve|we|our|ours|us|my|me|We|Our|My)\b")
_SPEAKER_LABEL = re.compile(r"(?:[A-Z][A-Z.'’ -]{2,40}|Q|A)(?:, [^:\n]{2,40})?: ?\S")
_POST = re.compile(
    r"^[—–-]? ?[^\n]{0,40}\(@\w{1,30}\)|^RT @|^@\w{1,30}\b|pic\.twitter\.com/|^https?://\S+$"
)
# "— Name (@handle) May 3, 2023" under a post, or after it.
_SIGNATURE = re.compile(r"[—–-] ?[^\n]{1,40}\(@\w{1,30}\)[^.\n]{0,40}$")
_ANNOUNCED = re.compile(
    r"(?:\b(?:statement|transcript|tweet|tweeted|post|posted|letter|remarks|memo|excerpt|text|"
    r"wrote|writes|said|says|read|reads|follows|below)\b[^.\n]{0,80})?:$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """The terms of an article by whose words they are.

    `narrative` is one run in reading order, paragraph by paragraph, where `places` says these
    stand; `handed_on` has one run for each quotation and each issued paragraph.
    """

    places: tuple[Span, ...]
    narrative: tuple[tuple[str, ...], ...]
    handed_on: tuple[tuple[str, ...], ...]


def part_voices(text: str, outline: Outline) -> Voices:
    """Return the narrative and the handed-on words of `text`."""
    issued = _find_issued(text, outline.paragraphs)
    quoted = [quotation.span for quotation in outline.quotations if quotation.depth == 0]
    places: list[Span] = []
    narrative: list[tuple[str, ...]] = []
    handed_on = [tuple(find_terms(text[span.start : span.end])) for span in sorted(issued)]
    index = 0
    for paragraph in outline.paragraphs:
        own: list[str] = []
        start = paragraph.start
        while index < len(quoted) and quoted[index].start < paragraph.end:
            span = quoted[index]
            index += 1
            if paragraph in issued:
                continue
            own.extend(find_terms(text[start : span.start]))
            handed_on.append(tuple(find_terms(text[span.start : span.end])))
            start = span.end
        if paragraph not in issued:
            own.extend(find_terms(text[start : paragraph.end]))
            places.append(paragraph)
            narrative.append(tuple(own))
    return Voices(places=tuple(places), narrative=tuple(narrative), handed_on=tuple(handed_on))


def _find_issued(text: str, paragraphs: tuple[Span, ...]) -> frozenset[Span]:
    """Return the paragraphs that are a statement, a post or a transcript set without marks.

    A post or a labelled speaker shows by its form, a post also by the signature under it. A
    paragraph in the first person is issued where a colon announces it or an issued one stands
    before it; not in an article that speaks in the first person throughout, such as a column.
    """
    words = [text[span.start : span.end] for span in paragraphs]
    personal = [_speaks_of_itself(paragraph) for paragraph in words]
    column = 2 * sum(personal) > len(words)
    issued: set[Span] = set()
    open_block = False
    before: Span | None = None
    for span, paragraph, own in zip(paragraphs, words, personal, strict=True):
        signed = _SIGNATURE.search(paragraph)
        if signed and signed.start() == 0 and before is not None:
            issued.add(before)
        before = span
        by_form = bool(signed or _POST.search(paragraph) or _SPEAKER_LABEL.match(paragraph))
        if by_form or (own and open_block and not column):
            issued.add(span)
            open_block = True
        else:
            open_block = paragraph.endswith(":") and bool(_ANNOUNCED.search(paragraph[-120:]))
    return frozenset(issued)


def _speaks_of_itself(paragraph: str) -> bool:
    if paragraph[:1] in "\"“‘'«„":
        return False  # a quotation, which is taken out as such
    return len(_FIRST_PERSON.findall(paragraph)) * 25 >= paragraph.count(" ") + 1
