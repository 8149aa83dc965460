"""The outline of a text: found once for an article, then handed to every step."""

from bisect import bisect_left
from dataclasses import dataclass

from onrecord.records import Span
from onrecord.text.quotations import Quotation, find_quotations
from onrecord.text.sentences import find_paragraphs, find_sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Paragraphs, sentences and quotations of one text, each in reading order.

    Sentences tile the paragraphs but for white space; a sentence never leaves its paragraph.
    """

    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]


def outline_text(text: str) -> Outline:
    """Return the outline of `text`, in time linear in its length."""
    paragraphs = tuple(find_paragraphs(text))
    quotations = tuple(
        quotation for span in paragraphs for quotation in find_quotations(text, span)
    )
    sentences = tuple(sentence for span in paragraphs for sentence in find_sentences(text, span))
    return Outline(paragraphs=paragraphs, sentences=sentences, quotations=quotations)


def span_at(spans: tuple[Span, ...], position: int) -> Span | None:
    """Return the one of the sorted, disjoint `spans` that holds `position`, if any does."""
    index = bisect_left(spans, (position + 1,)) - 1  # the last one that starts there or before
    if index >= 0 and position < spans[index].end:
        return spans[index]
    return None
