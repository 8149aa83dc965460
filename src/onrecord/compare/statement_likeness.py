"""How likely two statements of two articles are one: what is measured, and how it is weighed."""

from collections.abc import Mapping
from functools import lru_cache
from math import exp, fsum
from typing import NamedTuple

from onrecord.compare.casts import Cast
from onrecord.compare.runs import measure_runs
from onrecord.compare.tellings import STEM_LETTERS
from onrecord.compare.traits import StatementTraits, Weights
from onrecord.stories.terms import fold_word, read_rarity

FEATURES = (
    "sentences",
    "words",
    "contents",
    "numbers",
    "acts",
    "two verbatims",
    "other speaker",
    "no speaker",
)
# Logistic weights in the order of FEATURES, then the intercept, fitted on the development half of
# our labelled pairs (`python -m training.stories.fit_statements DATA` prints them again).
WEIGHTS = (9.15, 2.81, 0.84, -0.42, 0.72, -1.32, -13.79, -1.73, -3.05)

REPEATED_WORDS = 8  # so many in a row are the same words, whoever is named as their speaker


class Likeness(NamedTuple):
    """How likely two statements are one, and how many words in a row they have in common."""

    probability: float
    run: int


def weigh_pair(a: StatementTraits, b: StatementTraits, casts: tuple[Cast, Cast]) -> Likeness:
    """Return how likely the two are one statement, the same for (b, a); `casts` are shared."""
    share, run = measure_runs(a.words, b.words)
    values = _measure_features(a, b, casts, share, run)
    total = WEIGHTS[-1] + sum(x * w for x, w in zip(values, WEIGHTS, strict=False))
    return Likeness(1 / (1 + exp(-total)), run)


def measure_pair(
    a: StatementTraits, b: StatementTraits, casts: tuple[Cast, Cast]
) -> tuple[float, ...]:
    """Return the values of FEATURES, none below 0; they do not depend on the order.

    "sentences": how like the sentences around are; "words": the share of the shorter content that
    stands in the other in runs of words, where the longest run counts fully from REPEATED_WORDS;
    "contents": the share of the lighter content, in rare words, that stands in the other;
    "numbers": that both have numbers, and none is the same; "acts": that both are claims, or
    both demands; "two verbatims": how much of the words is not the same where both print all as
    the speaker's own. The speakers speak against a pair as far as no long run in common speaks
    for it: two known ones take back what sentences and words say, unless the reader only guesses
    at one. How long the contents are does not count: where a statement begins and ends, readers
    draw the line apart.
    """
    return _measure_features(a, b, casts, *measure_runs(a.words, b.words))


def _measure_features(
    a: StatementTraits, b: StatementTraits, casts: tuple[Cast, Cast], share: float, run: int
) -> tuple[float, ...]:
    sure = min(1.0, run / REPEATED_WORDS)
    known = None not in (casts[0].key(a.speaker), casts[1].key(b.speaker))
    others = known and a.sure and b.sure and not _are_one_speaker(a, b, casts)
    sentences, words = min(1.0, _multiply(a.sentence, b.sentence)), share * sure
    return (
        sentences,
        words,
        _measure_contents(a, b),
        float(bool(a.numbers and b.numbers) and a.numbers.isdisjoint(b.numbers)),
        float(a.act == b.act),
        float(a.verbatim and b.verbatim) * (1 - words),
        float(others) * (1 - sure) * (sentences + words),
        float(not known) * (1 - sure),
    )


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


def _measure_contents(a: StatementTraits, b: StatementTraits) -> float:
    first, second = _weigh_words(a.words), _weigh_words(b.words)
    lighter, heavier = sorted((first, second), key=lambda each: each.total)
    if not lighter.total:
        return 0.0
    shared = lighter.stems.keys() & heavier.stems.keys()
    common = fsum(min(first.stems[stem], second.stems[stem]) for stem in shared)
    return min(1.0, common / lighter.total)


class _Weighed(NamedTuple):
    """The rarity of each stem of a content, and their sum."""

    stems: Mapping[str, float]
    total: float


@lru_cache(maxsize=8192)
def _weigh_words(words: tuple[str, ...]) -> _Weighed:
    """Return the stems of a content; one content is compared with many."""
    stems: dict[str, float] = {}
    for term in map(fold_word, words):
        stem = term[:STEM_LETTERS]
        stems[stem] = max(stems.get(stem, 0.0), read_rarity(term))
    return _Weighed(stems, fsum(stems.values()))


def _multiply(a: Weights, b: Weights) -> float:
    """Return the sum over the stems of both of the products of their weights."""
    return sum(weight * b[stem] for stem, weight in a.items() if stem in b)
