"""Sort the lines of one page: headline, standfirst, byline, stamps, body, furniture."""

import itertools
from collections.abc import Sequence

from onrecord.articles.agencies import mark_credits
from onrecord.articles.appeals import mark_appeals
from onrecord.articles.bylines import find_bylines
from onrecord.articles.drafts import Draft, Line
from onrecord.articles.furniture import (
    describe_furniture,
    mark_capitals,
    mark_links,
    mark_pointed_at,
    name_by_wording,
)
from onrecord.articles.headlines import (
    find_headline,
    find_standfirst,
    mark_head,
    repeats_headline,
)
from onrecord.articles.own_stamps import sort_stamps
from onrecord.articles.person_boxes import take_out_boxes
from onrecord.articles.stamps import find_stamps
from onrecord.models.line_measures import Floats
from onrecord.records import Removed

_BODY = 0.45  # probability from which a block of an HTML page counts as body
_BETWEEN = 0.15  # ... for a line between two lines of the body
_ABOVE_HEADLINE = 0.2  # share of the body above the headline that is taken for furniture
_LABEL_REACH, _LABEL_WORDS = 2, 3  # a section's name stands so near the headline, so short
_REPEATED_FROM = 40  # characters of a line that no story prints twice
LONGEST_LINE = 60_000  # characters; no paragraph of a story is longer


def sort_lines(
    lines: Sequence[Line],
    probabilities: Floats,
    hints: Sequence[str],
    *,
    body_from: float = _BODY,
) -> Draft:
    """Return the parts of the page; a line that is in none of them is kept as removed.

    The classifier's `probabilities`, shape `(n_lines,)`, decide, except where a line's markup or
    wording names the kind of furniture it is. A line counts as body from a probability of
    `body_from` on.
    """
    lines, boxes = take_out_boxes(lines)
    texts = [line.text for line in lines]
    stamps = [find_stamps(text) for text in texts]
    reasons = [_name_reason(line, stamp) for line, stamp in zip(lines, stamps, strict=True)]
    in_body = [
        reason is None and probability >= body_from
        for reason, probability in zip(reasons, probabilities, strict=True)
    ]
    mark_appeals(texts, reasons, in_body)
    mark_pointed_at(texts, reasons, in_body)
    _mark_repetitions(texts, reasons, in_body)
    body_start = in_body.index(True) if True in in_body else len(lines)
    headline = find_headline(lines, body_start, hints)
    if headline is not None:
        _mark_headline(lines, headline, reasons, in_body)
        mark_head(lines, headline, in_body)
    body_start = in_body.index(True) if True in in_body else len(lines)
    mark_links(lines, reasons, in_body, body_start + 1)
    mark_capitals(texts, reasons, in_body, body_start + 1)
    standfirst = None if headline is None else find_standfirst(texts, headline, body_start)
    mark_credits(texts, reasons, in_body)
    _fill_gaps(texts, probabilities, reasons, in_body)
    byline = find_bylines(texts, stamps, in_body, reasons, headline)
    found_stamps = sort_stamps(texts, stamps, reasons, in_body, headline, standfirst)
    kept = {headline, standfirst}
    return Draft(
        headline=None if headline is None else texts[headline],
        standfirst=None if standfirst is None else texts[standfirst],
        byline=byline,
        paragraphs=tuple(text for text, body in zip(texts, in_body, strict=True) if body),
        stamps=found_stamps.own,
        other_stamps=found_stamps.others,
        removed=(
            *(
                Removed(words=text, reason=reasons[index] or describe_furniture(text))
                for index, text in enumerate(texts)
                if not in_body[index] and index not in kept
            ),
            *boxes,
        ),
    )


def _name_reason(line: Line, stamp: str | None) -> str | None:
    """Return the kind of furniture that a line's markup or wording gives away, if any does."""
    reason = line.reason or name_by_wording(line.text)
    if reason is None and stamp is not None:
        reason = "date stamp"
    if reason is None and len(line.text) > LONGEST_LINE:
        reason = "furniture"
    return reason


def _mark_repetitions(texts: list[str], reasons: list[str | None], in_body: list[bool]) -> None:
    """Take the second and later print of a long line out of the body."""
    seen: set[str] = set()
    for index, text in enumerate(texts):
        if not in_body[index] or len(text) < _REPEATED_FROM:
            continue
        if text in seen:
            in_body[index] = False
            reasons[index] = "repetition"
        seen.add(text)


def _mark_headline(
    lines: Sequence[Line], headline: int, reasons: list[str | None], in_body: list[bool]
) -> None:
    """Take the headline, its repetitions and the section's name above it out of the body."""
    texts = [line.text for line in lines]
    for index, text in enumerate(texts):
        if repeats_headline(text, texts[headline]):
            in_body[index] = False
            reasons[index] = "repeated headline"
    above = sum(len(text) for text, body in zip(texts[:headline], in_body, strict=False) if body)
    for index in range(max(0, headline - _LABEL_REACH), headline):
        short = len(texts[index].split()) <= _LABEL_WORDS
        if reasons[index] is None and short and lines[index].tag != "li":
            reasons[index] = "section label"
    if above <= _ABOVE_HEADLINE * sum(map(len, itertools.compress(texts, in_body))):
        in_body[:headline] = [False] * headline


def _fill_gaps(
    texts: list[str], probabilities: Floats, reasons: list[str | None], in_body: list[bool]
) -> None:
    """Take a doubtful line into the body where the lines on both sides of it are body."""
    for index in range(1, len(texts) - 1):
        if in_body[index] or reasons[index] is not None:
            continue
        beside = in_body[index - 1] and in_body[index + 1]
        if beside and probabilities[index] >= _BETWEEN:
            in_body[index] = True
