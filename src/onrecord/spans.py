"""Arithmetic of spans `[start, end)`."""

from collections.abc import Iterable

from onrecord.records import Span


def overlaps(a: Span, b: Span) -> bool:
    """Return whether the spans share a character."""
    return a.start < b.end and b.start < a.end


def contains(outer: Span, inner: Span) -> bool:
    """Return whether every character of `inner` stands in `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def cover(spans: Iterable[Span]) -> Span:
    """Return the shortest span that contains all `spans`; `ValueError` where there is none."""
    spans = tuple(spans)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def trim(text: str, span: Span, characters: str | None = None) -> Span:
    """Return `span` without the white space (or `characters`) at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(characters))
    return Span(start, max(start, span.start + len(words.rstrip(characters))))
