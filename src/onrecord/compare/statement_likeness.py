"""How likely two statements of two articles are one: what is measured, and how it is weighed."""

from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from onrecord.compare.casts import Cast
from onrecord.compare.runs import measure_runs
from onrecord.compare.traits import StatementTraits, Weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEATURES = ("sentences", "words", "numbers", "other speaker", "no speaker")
# Logistic weights in the order of FEATURES, then the intercept, fitted on the development half of
# our labelled pairs (`python -m training.stories.fit_statements DATA` prints them again).
WEIGHTS = (9.83, 2.10, -1.55, -10.64, -1.12, -2.15)

REPEATED_WORDS = 8  # so many in a row are the same words, whoever is named as their speaker


class Likeness(NamedTuple):
    """How likely two statements are one, and how many words in a row they have in common."""

    probability: float
    run: int


def weigh_pair(a: StatementTraits, b: StatementTraits, casts: tuple[Cast, Cast]) -> Likeness:
    """Return how likely the two are one statement, the same for (b, a); `casts` are shared."""
    share, run = measure_runs(a.words, b.words)
    values = _measure_features(a, b, casts, share, run)
    return Likeness(_weigh(values), run)


def find_hopeful(
    sentences: "NDArray[np.float64]",
    pairs: "NDArray[np.int64]",
    shorter: "NDArray[np.int64]",
    least: float,
) -> "NDArray[np.bool_]":
    """Return for which pairs of statements `weigh_pair` may give a probability of `least`.

    Known of each pair are how like the sentences are at most, how many pairs of words that follow
    each other are in both, and how many words the shorter one has. Speakers and numbers speak
    against a pair alone.
    """
    import numpy as np

    sure = np.minimum(1.0, (pairs + (pairs > 0)) / REPEATED_WORDS)
    words = np.minimum(1.0, 2 * pairs / np.maximum(1, shorter)) * sure
    totals = WEIGHTS[-1] + WEIGHTS[0] * sentences + WEIGHTS[1] * words
    return totals >= log(least / (1 - least))


def limit_pair(
    a: StatementTraits, b: StatementTraits, casts: tuple[Cast, Cast], sentences: float, pairs: int
) -> Likeness:
    """Return what `weigh_pair` does not exceed for a pair of which so much is known.

    Where two speakers take back more than the sentences say, these may be as unlike as can be; of
    what short runs have in common, speakers take nothing back.
    """
    run = pairs + 1 if pairs else 0
    open_ = 1 - min(1.0, run / REPEATED_WORDS)
    shorter = min(len(a.words), len(b.words))
    known, others = _compare_speakers(a, b, casts)
    alike = min(1.0, sentences)
    if others and WEIGHTS[0] + WEIGHTS[3] * open_ < 0:
        alike = 0.0
    values = (
        alike,
        min(1.0, 2 * pairs / shorter) * (1 - open_) if shorter else 0.0,
        float(_have_other_numbers(a, b)),
        float(others) * open_ * alike,
        float(not known) * open_,
    )
    return Likeness(_weigh(values), run)


def measure_pair(
    a: StatementTraits, b: StatementTraits, casts: tuple[Cast, Cast]
) -> tuple[float, ...]:
    """Return the values of FEATURES, none below 0; they do not depend on the order.

    "sentences": how like the sentences around are; "words": the share of the shorter content that
    stands in the other in runs of words, where the longest run counts fully from REPEATED_WORDS;
    "numbers": that both have numbers, and none is the same. The speakers speak against a pair as
    far as no long run in common speaks for it: two known ones take back what sentences and words
    say. How long the contents are does not count: where a statement begins and ends, readers draw
    the line apart.
    """
    return _measure_features(a, b, casts, *measure_runs(a.words, b.words))


def _measure_features(
    a: StatementTraits, b: StatementTraits, casts: tuple[Cast, Cast], share: float, run: int
) -> tuple[float, ...]:
    sure = min(1.0, run / REPEATED_WORDS)
    known, others = _compare_speakers(a, b, casts)
    sentences, words = min(1.0, _multiply(a.sentence, b.sentence)), share * sure
    return (
        sentences,
        words,
        float(_have_other_numbers(a, b)),
        float(others) * (1 - sure) * (sentences + words),
        float(not known) * (1 - sure),
    )


def _weigh(values: tuple[float, ...]) -> float:
    total = WEIGHTS[-1] + sum(x * w for x, w in zip(values, WEIGHTS, strict=False))
    return 1 / (1 + exp(-total))


def _have_other_numbers(a: StatementTraits, b: StatementTraits) -> bool:
    return bool(a.numbers and b.numbers) and a.numbers.isdisjoint(b.numbers)


def _compare_speakers(
    a: StatementTraits, b: StatementTraits, casts: tuple[Cast, Cast]
) -> tuple[bool, bool]:
    """Return whether both speakers are known, and whether they are two."""
    known = None not in (casts[0].key(a.speaker), casts[1].key(b.speaker))
    return known, known and not _are_one_speaker(a, b, casts)


def _are_one_speaker(a: StatementTraits, b: StatementTraits, casts: tuple[Cast, Cast]) -> bool:
    """Return whether the speakers may be one: by key, last name, or side if not two persons."""
    first, second = casts[0].key(a.speaker), casts[1].key(b.speaker)
    if first is None or second is None:
        return False
    if first == second or first.split()[-1] == second.split()[-1]:
        return True
    if first.startswith("person ") and second.startswith("person "):
        return False
    sides = casts[0].side(a.speaker), casts[1].side(b.speaker)
    return sides[0] is not None and sides[0] == sides[1]


def _multiply(a: Weights, b: Weights) -> float:
    """Return the sum over the stems of both of the products of their weights."""
    return sum(weight * b[stem] for stem, weight in a.items() if stem in b)
