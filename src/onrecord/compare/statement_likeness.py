"""How likely two statements of two articles are one: what is measured, and how it is weighed."""

from collections.abc import Sequence
from math import log
from operator import mul
from typing import TYPE_CHECKING, Literal, NamedTuple

from onrecord.compare.actor_keys import may_be_one
from onrecord.compare.casts import Cast
from onrecord.compare.days import count_apart
from onrecord.compare.odds import as_probability
from onrecord.compare.runs import measure_runs
from onrecord.compare.statement_index import Common, Limits
from onrecord.compare.traits import StatementTraits, list_parts, list_stems

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEATURES = (
    "sentences",
    "words",
    "two verbatims",
    "one side",
    "other speaker",
    "no speaker",
    "other day",
    "told",
    "told by both",
)
# Logistic weights in the order of FEATURES, then the intercept, fitted on the development half of
# our labelled pairs and on drawn ones (`python -m training.stories.fit_statements DATA` prints
# them again).
WEIGHTS = (5.39, 2.56, -1.35, -1.80, -13.90, -1.96, -0.56, 1.87, 1.57, -2.44)

# Added to the log odds: of the labelled development pairs more than this ties as many of two
# statements as of one; above all it ties what was said on other days of a long matter.
EAGER = 0.20

*_OTHERS, _TOLD, _BOTH, _INTERCEPT = (*WEIGHTS[:-1], WEIGHTS[-1] + EAGER)

LEAST_SCORE = 0.25  # less is as good as nothing, and not worth a place in the ledger
UNLIKELY = log(LEAST_SCORE / (1 - LEAST_SCORE))

LIKE_SENTENCES = 0.1  # from here on what is told counts fully
REPEATED_WORDS = 8  # so many in a row are the same words, whoever is named as their speaker


Speakers = Literal["one", "side", "others"] | None


class Likeness(NamedTuple):
    """How likely two statements are one, and how many words in a row they have in common."""

    probability: float
    run: int


def weigh_pair(a: StatementTraits, b: StatementTraits, casts: tuple[Cast, Cast]) -> Likeness:
    """Return how likely the two are one statement, the same for (b, a); `casts` are shared.

    Of a pair that is none whatever is told, what is told is not looked at.
    """
    words, run = _measure_words(a, b)
    shared = _list_shared(a, b)
    values = _measure_rest(a, b, casts, shared, words, run)
    total = _INTERCEPT + sum(map(mul, values, _OTHERS))
    if total + (_TOLD + _BOTH) * _limit_told(values[0]) > UNLIKELY:
        most, least = _measure_told(a, b, shared, values[0])
        total += _TOLD * most + _BOTH * least
    return Likeness(as_probability(total), run)


def find_hopeful(limits: Limits) -> "NDArray[np.bool_]":
    """Return for which pairs of statements `weigh_pair` may give LEAST_SCORE.

    Runs of words have two for each pair of words in both at most, and one more than these if it is
    one run. Who speaks is looked at only where one is not known; all else speaks against a pair
    alone.
    """
    import numpy as np

    sentences = np.minimum(1.0, limits.sentences)
    run = np.minimum(1.0, (limits.pairs + (limits.pairs > 0)) / REPEATED_WORDS)
    words = run * np.minimum(1.0, 2 * limits.pairs / np.maximum(1, limits.shortest))
    told = np.minimum(1.0, limits.told) * np.minimum(1.0, limits.sentences / LIKE_SENTENCES)
    unlike = 1 - run
    values = (
        sentences,
        words,
        limits.verbatim * (1 - words),
        limits.unknown * unlike,
        (limits.apart > 0) * unlike,
        told,
    )
    weights = (*_OTHERS[:3], *_OTHERS[5:], _TOLD + _BOTH)
    totals = _INTERCEPT + sum(map(mul, values, weights))
    return np.asarray(totals >= UNLIKELY)


def limit_pair(common: Common, speakers: Speakers) -> float:
    """Return the probability that `weigh_pair` does not exceed for a pair of which so much is
    known.

    Where two speakers take back more than the sentences say, these may be as unlike as can be; of
    what short runs have in common, speakers take nothing back.
    """
    run = min(1.0, (common.pairs + 1) / REPEATED_WORDS) if common.pairs else 0.0
    words = run * min(1.0, 2 * common.pairs / max(1, common.shortest))
    unlike = 1 - run
    others = float(speakers == "others") * unlike
    sentences = min(1.0, common.sentences)
    if WEIGHTS[0] + _OTHERS[4] * others < 0:
        sentences = 0.0
    values = (
        sentences,
        words,
        float(common.verbatim) * (1 - words),
        float(speakers == "side") * unlike,
        others * sentences,
        float(speakers is None) * unlike,
    )
    told = min(1.0, common.told) * _limit_told(common.sentences)
    total = _INTERCEPT + sum(map(mul, values, _OTHERS)) + (_TOLD + _BOTH) * told
    return as_probability(total)


def measure_pair(
    a: StatementTraits, b: StatementTraits, casts: tuple[Cast, Cast]
) -> tuple[float, ...]:
    """Return the values of FEATURES, none below 0; they do not depend on the order.

    "sentences": how like the sentences around are; "words": the share of the shorter content, or
    of the shorter of two sentences of them, that stands in the other in runs of words, where the
    longest run counts fully from REPEATED_WORDS: two statements of a speech may share a sentence;
    "two verbatims": how much of the words is not the same where both print all as the speaker's
    own; "told": the share of the one content that is told, names aside, in the sentence of the
    other, whichever has more of it, less below LIKE_SENTENCES; "told by both": whichever has less.

    The speakers speak against a pair as far as no long run in common speaks for it: two known ones
    take back what sentences and words say; "one side" is a person and who speaks for the same
    state. So does another day: what is said again is mostly said otherwise. How long the contents
    are does not count: where a statement begins and ends, readers draw the line apart.
    """
    shared = _list_shared(a, b)
    rest = _measure_rest(a, b, casts, shared, *_measure_words(a, b))
    return (*rest, *_measure_told(a, b, shared, rest[0]))


def _list_shared(a: StatementTraits, b: StatementTraits) -> list[str]:
    return [stem for stem in a.sentence if stem in b.sentence]


def _measure_rest(
    a: StatementTraits,
    b: StatementTraits,
    casts: tuple[Cast, Cast],
    shared: Sequence[str],
    words: float,
    run: int,
) -> tuple[float, ...]:
    """Return the values of all FEATURES but the last two."""
    unlike = 1 - min(1.0, run / REPEATED_WORDS)
    sentences = min(1.0, sum(a.sentence[stem] * b.sentence[stem] for stem in shared))
    named = not a.source.isdisjoint(b.source)
    speakers = compare_speakers((a.speaker, b.speaker), casts, named=named)
    return (
        sentences,
        words,
        float(a.verbatim and b.verbatim) * (1 - words),
        float(speakers == "side") * unlike,
        float(speakers == "others") * unlike * (sentences + words),
        float(speakers is None) * unlike,
        float((count_apart(a.days, b.days) or 0) > 0) * unlike,
    )


def _measure_words(a: StatementTraits, b: StatementTraits) -> tuple[float, int]:
    """Return the value of "words", and how many words in a row the contents have in common."""
    share, run = measure_runs(a.words, b.words)
    words = _count_run(share, run)
    if run and (a.parts or b.parts):
        for first in list_parts(a.words, a.parts):
            for second in list_parts(b.words, b.parts):
                words = max(words, _count_run(*measure_runs(first, second)))
    return words, run


def _count_run(share: float, run: int) -> float:
    return share * min(1.0, run / REPEATED_WORDS)


def compare_speakers(
    speakers: tuple[str | None, str | None], casts: tuple[Cast, Cast], *, named: bool
) -> Speakers:
    """Return whether the speakers are one, by key or last name, or of one side but not two
    persons, or two others; `None` where one of them is not known.

    Who is not known, or has no name, may be the other one where a word of the source, or of the
    name, is the same (`named`): "local police" and "the police".
    """
    first, second = casts[0].key(speakers[0]), casts[1].key(speakers[1])
    if first is None or second is None:
        return "one" if named else None
    if first == second:
        return "one"
    groups = first.startswith("group "), second.startswith("group ")
    if all(groups) and first.split()[-1] == second.split()[-1]:
        return "one"  # "senior officials", "the officials"
    if may_be_one(first, second):
        return "one"
    if first.startswith("person ") and second.startswith("person "):
        return "others"
    sides = casts[0].side(speakers[0]), casts[1].side(speakers[1])
    if sides[0] is not None and sides[0] == sides[1]:
        return "side"
    if any(groups):
        return "one" if named else None  # "an official" may be anybody
    return "others"


def _measure_told(
    a: StatementTraits, b: StatementTraits, shared: Sequence[str], sentences: float
) -> tuple[float, float]:
    """Return the values of the last two FEATURES."""
    told = [stem for stem in shared if stem not in a.names and stem not in b.names]
    if not told:
        return 0.0, 0.0
    shares = _share_told(a, told), _share_told(b, told)
    limit = _limit_told(sentences)
    return max(shares) * limit, min(shares) * limit


def _limit_told(sentences: float) -> float:
    """Return what "told" is at most: little, where the sentences have little in common."""
    return min(1.0, sentences / LIKE_SENTENCES)


def _share_told(statement: StatementTraits, told: Sequence[str]) -> float:
    """Return the share of a content that is `told`, by the weights of its stems in its sentence."""
    if not statement.weight:
        return 0.0
    stems, weights = list_stems(statement.words), statement.sentence
    return sum(weights[stem] for stem in told if stem in stems) / statement.weight
