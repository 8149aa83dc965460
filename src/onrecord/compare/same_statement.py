"""Which statements of several articles are one statement."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from onrecord.compare.days import count_apart, fill_days
from onrecord.compare.tellings import Telling, once
from onrecord.compare.wording import (
    LEAST_WORDS,
    TELLING,
    Verbatim,
    Wording,
    align_content,
    align_verbatim,
    read_verbatim,
    split_words,
    weigh_content,
)
from onrecord.records import Span, Statement
from onrecord.stories.terms import fold_word, read_rarity
from onrecord.text import find_quotations

SAME_DAYS = 4  # a speaker's like words further apart are said again, not told again
REPEATED_WORDS = 8  # ... unless so many words in a row are the same
POSTING_LIMIT = 60  # statements that share a term; a term of more is no lead
QUOTATIONS = 4  # of a statement whose words are aligned
SCORES = {"identical": 1.0, "cut": 0.95, "altered": 0.85}


@once
def content_text(telling: Telling[Statement]) -> str:
    """Return a statement's content; an ellipsis stands between its pieces."""
    text = telling.setting.article.text
    return " … ".join(text[piece.start : piece.end] for piece in telling.row.content)


def verbatim_texts(telling: Telling[Statement]) -> list[str]:
    """Return what a statement prints as the speaker's very words."""
    if telling.row.kind == "direct":
        return [content_text(telling)]
    if telling.row.kind == "indirect":
        return []
    text = content_text(telling)
    return [
        text[quotation.inner.start : quotation.inner.end]
        for quotation in find_quotations(text, Span(0, len(text)))
        if quotation.depth == 0
    ]


@once
def _read_verbatims(telling: Telling[Statement]) -> list[Verbatim]:
    return [read_verbatim(text) for text in verbatim_texts(telling)[:QUOTATIONS]]


@once
def _weigh_content(telling: Telling[Statement]) -> dict[str, float]:
    return weigh_content(content_text(telling))


def align_statements(a: Telling[Statement], b: Telling[Statement]) -> Wording | None:
    """Return how the words of two statements stand to each other, the closest kind first."""
    wordings = [
        wording
        for first in _read_verbatims(a)
        for second in _read_verbatims(b)
        if (wording := align_verbatim(first, second)) is not None
    ]
    content = align_content(_weigh_content(a), _weigh_content(b))
    if wordings:
        best = max(wordings, key=lambda wording: (SCORES[wording.kind], wording.share))
        if best.words >= LEAST_WORDS or content is not None:
            return best
    return content


def score_statements(a: Telling[Statement], b: Telling[Statement]) -> float:
    """Return how sure it is that the two report one statement, 0 to 1.

    One speaker, within SAME_DAYS; long verbatim words in common also further apart, and also
    where the articles name different speakers, so that a wrong attribution shows.
    """
    wording = align_statements(a, b)
    if wording is None:
        return 0.0
    speakers = {a.setting.key(a.row.speaker), b.setting.key(b.row.speaker)}
    sides = {_side(a), _side(b)}
    verbatim = wording.kind != "paraphrase"
    long = verbatim and wording.words * wording.share >= REPEATED_WORDS
    apart = count_apart(
        fill_days(a.row.when, a.setting.article), fill_days(b.row.when, b.setting.article)
    )
    if apart is not None and apart > SAME_DAYS and not long:
        return 0.0
    if len(speakers) > 1 and not (long or (len(sides) == 1 and None not in sides)):
        return 0.0
    if None in speakers and not long:
        return 0.0
    return SCORES.get(wording.kind, 0.5 + 0.3 * wording.share)


@once
def _find_leads(telling: Telling[Statement]) -> frozenset[str]:
    """Return the terms by which a statement is looked up."""
    terms = {fold_word(word) for word in split_words(content_text(telling))}
    return frozenset(term for term in terms if read_rarity(term) >= TELLING)


def list_statement_pairs(
    tellings: Sequence[Telling[Statement]],
) -> Iterator[tuple[Telling[Statement], Telling[Statement]]]:
    """Yield the pairs of different articles that share two telling terms, in a fixed order.

    Terms of more than POSTING_LIMIT statements lead nowhere: so the pairs stay linear in the
    number of statements.
    """
    postings: dict[str, list[int]] = {}
    for index, telling in enumerate(tellings):
        for term in _find_leads(telling):
            postings.setdefault(term, []).append(index)
    shared: dict[tuple[int, int], int] = {}
    for found in postings.values():
        if 2 <= len(found) <= POSTING_LIMIT:
            for one, other in combinations(_part_articles(tellings, found), 2):
                for a, b in product(one, other):
                    pair = (a, b) if a < b else (b, a)
                    shared[pair] = shared.get(pair, 0) + 1
    for (first, second), count in sorted(shared.items()):
        if count >= 2:
            yield tellings[first], tellings[second]


def _part_articles(tellings: Sequence[Telling[Statement]], found: Sequence[int]) -> list[list[int]]:
    """Return the places `found` in `tellings`, article by article."""
    parts: dict[str, list[int]] = {}
    for index in found:
        parts.setdefault(tellings[index].ref.article, []).append(index)
    return list(parts.values())


def _side(telling: Telling[Statement]) -> str | None:
    speaker = telling.row.speaker
    return telling.setting.side(speaker) if speaker is not None else None
