"""Which statements of several articles are one statement."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from onrecord.compare.contents import content_text, read_verbatims
from onrecord.compare.days import count_apart, fill_days
from onrecord.compare.statement_likeness import REPEATED_WORDS, count_run, weigh_pair
from onrecord.compare.tellings import STEM_LETTERS, Telling, once
from onrecord.compare.wording import (
    LEAST_WORDS,
    TELLING,
    Verbatim,
    Wording,
    align_content,
    align_verbatim,
    describe_paraphrase,
    read_verbatim,
    split_words,
    weigh_content,
)
from onrecord.records import Statement
from onrecord.stories.terms import fold_word, read_rarity

SAME_DAYS = 4  # a speaker's like words further apart are said again, not told again
POSTING_LIMIT = 60  # statements that share a term; a term of more is no lead
LEAST_KEYS = 2  # that a pair worth a look shares
KEY_WORDS = 3  # in a row
LIKELY = 0.5  # of being one statement, for what is said in other words
SCORES = {"identical": 1.0, "cut": 0.95, "altered": 0.85}


@once
def _weigh_content(telling: Telling[Statement]) -> dict[str, float]:
    return weigh_content(content_text(telling))


def align_statements(a: Telling[Statement], b: Telling[Statement]) -> Wording | None:
    """Return how the words of two statements stand to each other, the closest kind first.

    What both print as verbatim decides, where it is like; the whole contents otherwise, of which
    only the same words or a part of them count: other words outside the marks are a paraphrase.
    """
    wordings = [
        wording
        for first in read_verbatims(a)
        for second in read_verbatims(b)
        if (wording := align_verbatim(first, second)) is not None
    ]
    paraphrase = _align_paraphrase(a, b)
    if wordings:
        best = max(wordings, key=lambda wording: (SCORES[wording.kind], wording.share))
        if best.words >= LEAST_WORDS or paraphrase is not None:
            return best
    whole = align_verbatim(_read_content(a), _read_content(b))
    if whole is None or whole.kind == "altered":
        return paraphrase
    return whole if whole.words >= LEAST_WORDS or paraphrase is not None else None


@once
def _read_content(telling: Telling[Statement]) -> Verbatim:
    return read_verbatim(content_text(telling))


def _align_paraphrase(a: Telling[Statement], b: Telling[Statement]) -> Wording | None:
    first, second = _weigh_content(a), _weigh_content(b)
    if weigh_pair(a, b) >= LIKELY:
        return describe_paraphrase(first, second)
    return align_content(first, second)


def score_statements(a: Telling[Statement], b: Telling[Statement]) -> float:
    """Return how sure it is that the two report one statement, 0 to 1.

    Within SAME_DAYS; further apart only where REPEATED_WORDS in a row are the same.
    """
    apart = count_apart(
        fill_days(a.row.when, a.setting.article), fill_days(b.row.when, b.setting.article)
    )
    if apart is not None and apart > SAME_DAYS and count_run(a, b) < REPEATED_WORDS:
        return 0.0
    return weigh_pair(a, b)


def list_statement_pairs(
    tellings: Sequence[Telling[Statement]],
) -> Iterator[tuple[Telling[Statement], Telling[Statement]]]:
    """Yield the pairs of different articles that share LEAST_KEYS keys, in a fixed order.

    Keys of more than POSTING_LIMIT statements lead nowhere: so the pairs stay linear in the
    number of statements.
    """
    postings: dict[str, list[int]] = {}
    for index, telling in enumerate(tellings):
        for key in list_keys(telling):
            postings.setdefault(key, []).append(index)
    shared: dict[tuple[int, int], int] = {}
    for found in postings.values():
        if 2 <= len(found) <= POSTING_LIMIT:
            for one, other in combinations(_part_articles(tellings, found), 2):
                for a, b in product(one, other):
                    pair = (a, b) if a < b else (b, a)
                    shared[pair] = shared.get(pair, 0) + 1
    for (first, second), count in sorted(shared.items()):
        if count >= LEAST_KEYS:
            yield tellings[first], tellings[second]


def _part_articles(tellings: Sequence[Telling[Statement]], found: Sequence[int]) -> list[list[int]]:
    """Return the places `found` in `tellings`, article by article."""
    parts: dict[str, list[int]] = {}
    for index in found:
        parts.setdefault(tellings[index].ref.article, []).append(index)
    return list(parts.values())


@once
def list_keys(telling: Telling[Statement]) -> frozenset[str]:
    """Return what like statements share: stems that tell, and words in a row."""
    words = split_words(content_text(telling))
    stems = {term[:STEM_LETTERS] for term in map(fold_word, words) if read_rarity(term) >= TELLING}
    rows = zip(*(words[at:] for at in range(KEY_WORDS)), strict=False)
    return frozenset(stems) | {" ".join(row) for row in rows}
