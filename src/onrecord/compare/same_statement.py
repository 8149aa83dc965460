"""Which statements of several articles are one statement."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.compare.casts import Cast
from onrecord.compare.contents import content_text, read_verbatims
from onrecord.compare.days import WIDE_DAYS, are_within, count_apart
from onrecord.compare.odds import doubt
from onrecord.compare.statement_index import Common, Limits, find_common
from onrecord.compare.statement_likeness import (
    LEAST_SCORE,
    REPEATED_WORDS,
    compare_speakers,
    find_hopeful,
    limit_pair,
    weigh_pair,
)
from onrecord.compare.tellings import Telling, once
from onrecord.compare.traits import StatementTraits, Traits, read_statement
from onrecord.compare.turning import are_opposite
from onrecord.compare.wording import (
    LEAST_WORDS,
    Verbatim,
    Wording,
    align_content,
    align_verbatim,
    describe_paraphrase,
    read_verbatim,
    weigh_content,
)
from onrecord.records import Statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAME_DAYS = 4  # a speaker's like words further apart are said again, not told again
SAME_WORDS = 6  # ... but not where so many in a row are the same
# What is taken off the log odds of what is said in other words in two episodes, on days that are
# not known: with the days of the development stories hidden, as many pairs are of other days as of
# one story from a likeness of .85 on, where accounts ask for .45.
UNDATED = 1.9
LIKELY = 0.5  # of being one statement, for what is said in other words
SCORES = {"identical": 1.0, "cut": 0.95, "altered": 0.85}
_INSIDE = frozenset({"identical", "cut"})


@once
def _weigh_content(telling: Telling[Statement]) -> dict[str, float]:
    return weigh_content(content_text(telling))


def align_statements(a: Telling[Statement], b: Telling[Statement]) -> Wording | None:
    """Return how the words of two statements stand to each other, the closest kind first.

    What both print as verbatim decides, where it is like; the whole contents otherwise, of which
    only the same words or a part of them count: other words outside the marks are a paraphrase.
    Fewer than LEAST_WORDS inside the marks are a "fragment" of what is else a paraphrase: in
    "called the offers “serious”" no more than that word is printed alike. All twenty of the
    labelled development pairs (`python -m evaluation.stories.statements`) are one statement.
    """
    wordings = [
        wording
        for first in read_verbatims(a)
        for second in read_verbatims(b)
        if (wording := align_verbatim(first, second)) is not None
    ]
    best = max(wordings, key=lambda each: (SCORES[each.kind], each.share), default=None)
    if best is not None and best.words >= LEAST_WORDS:
        return best
    whole = align_verbatim(_read_content(a), _read_content(b))
    if whole is not None and whole.kind == "altered":
        whole = None
    long = whole is not None and whole.words >= LEAST_WORDS
    if best is None and long:
        return whole
    paraphrase = _align_paraphrase(a, b)
    if paraphrase is None:
        return whole if long else None
    if best is not None and best.kind in _INSIDE and whole is None:
        return replace(best, kind="fragment")
    return best or whole or paraphrase


@once
def _read_content(telling: Telling[Statement]) -> Verbatim:
    return read_verbatim(content_text(telling))


def _align_paraphrase(a: Telling[Statement], b: Telling[Statement]) -> Wording | None:
    first, second = _weigh_content(a), _weigh_content(b)
    casts = a.setting.cast, b.setting.cast
    if weigh_pair(read_statement(a), read_statement(b), casts).probability >= LIKELY:
        return describe_paraphrase(first, second)
    return align_content(first, second)


def may_score(
    common: Common, speakers: tuple[str | None, str | None], casts: tuple[Cast, Cast]
) -> bool:
    """Return whether `score_statements` may give more than 0, by what is known already."""
    compared = compare_speakers(speakers, casts, named=common.named)
    return limit_pair(common, compared) >= LEAST_SCORE


def _find_hopeful(limits: Limits) -> "NDArray[np.bool_]":
    near = (limits.apart <= SAME_DAYS) | (limits.pairs + 1 >= SAME_WORDS)
    return near & find_hopeful(limits)


def score_statements(
    a: StatementTraits, b: StatementTraits, casts: tuple[Cast, Cast], *, together: bool
) -> float:
    """Return how sure it is that the two report one statement, 0 or LEAST_SCORE to 1.

    Within SAME_DAYS; further apart only where SAME_WORDS in a row are the same, and what was said
    on another day, or perhaps on another one, and is otherwise is another statement. `casts` are
    shared; `together` says that the two articles tell of one episode.
    """
    likeness = weigh_pair(a, b, casts)
    apart = count_apart(a.days, b.days)
    again = (apart or 0) > SAME_DAYS and likeness.run < SAME_WORDS
    other = apart != 0 and likeness.run < REPEATED_WORDS and _say_otherwise_then(a, b, apart)
    if again or other or likeness.probability < LEAST_SCORE:
        return 0.0
    known = together or likeness.run >= SAME_WORDS or are_within(a.days, b.days, WIDE_DAYS)
    probability = likeness.probability if known else doubt(likeness.probability, UNDATED)
    return probability if probability >= LEAST_SCORE else 0.0


def _say_otherwise_then(a: StatementTraits, b: StatementTraits, apart: int | None) -> bool:
    """Return whether two statements of days so far `apart` are two, by what they say.

    Where that is not known, they are if one says the opposite: who changes his mind is quoted with
    both, and to put them together would make the one a report of the other.
    """
    if apart is None:
        return are_opposite(a.bearing, b.bearing)
    return say_otherwise(a, b) is not None


def say_otherwise(a: StatementTraits, b: StatementTraits) -> str | None:
    """Return in what two statements in other words do not say the same, `None` for nothing.

    One may go the other way ("would close", "would stay open"), or name other numbers.
    """
    if are_opposite(a.bearing, b.bearing):
        return "one says the opposite"
    if a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers):
        return "with other numbers"
    return None


def list_statement_pairs(one: Traits, others: Sequence[Traits]) -> Iterator[Iterator[Common]]:
    """Yield, for each of `others`, the pairs of a statement of `one` and one of it whose score may
    not be 0."""
    return find_common(one.index, [other.index for other in others], _find_hopeful)
