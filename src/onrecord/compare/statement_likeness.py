"""How likely two statements of two articles are one: what is measured, and how it is weighed."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from math import exp, log, sqrt

from onrecord.compare.contents import content_text
from onrecord.compare.tellings import STEM_LETTERS, Telling, once
from onrecord.compare.wording import split_words
from onrecord.records import Statement
from onrecord.stories.terms import fold_word, read_rarity

FEATURES = ("sentences", "words", "shared", "numbers", "other speaker", "no speaker")
# Logistic weights in the order of FEATURES, then the intercept, fitted on the development half of
# our labelled pairs (`python -m training.stories.fit_statements DATA` prints them again).
WEIGHTS = (8.77, 4.39, 4.88, -4.21, -11.46, -2.21, -3.07)

REPEATED_WORDS = 8  # so many in a row are the same words, whoever is named as their speaker
_NUMBERS = {
    word: str(number)
    for number, word in enumerate("two three four five six seven eight nine ten".split(), start=2)
}
SENTENCE_LENGTH = 1500  # characters that are read


def weigh_pair(a: Telling[Statement], b: Telling[Statement]) -> float:
    """Return the probability that the two are one statement, the same for (b, a)."""
    values = measure_pair(a, b)
    total = WEIGHTS[-1] + sum(x * w for x, w in zip(values, WEIGHTS, strict=False))
    return 1 / (1 + exp(-total))


def measure_pair(a: Telling[Statement], b: Telling[Statement]) -> tuple[float, ...]:
    """Return the values of FEATURES, 0 to 1 each; they do not depend on the order.

    "sentences": how like the sentences around are; "words": the share of the shorter content that
    stands in the other in runs of words, where the longest run counts fully from REPEATED_WORDS;
    "shared": the weight of the stems in both contents, as a share of the longer's; "numbers": that
    both have numbers, and none is the same. The speakers speak against a pair as far as no long
    run in common speaks for it.
    """
    share, run = _measure_runs(a, b)
    sure = min(1.0, run / REPEATED_WORDS)
    speakers = _key_speaker(a), _key_speaker(b)
    known = None not in speakers
    others = known and not are_one_speaker(a, b)
    return (
        _measure_sentences(a, b),
        share * sure,
        _measure_shared(a, b),
        float(_have_other_numbers(a, b)),
        float(others) * (1 - sure),
        float(not known) * (1 - sure),
    )


def count_run(a: Telling[Statement], b: Telling[Statement]) -> int:
    """Return how many words in a row the two contents have in common; 0 for less than two."""
    return _measure_runs(a, b)[1]


def are_one_speaker(a: Telling[Statement], b: Telling[Statement]) -> bool:
    """Return whether the speakers may be one: by key, last name, or side if not two persons."""
    first, second = _key_speaker(a), _key_speaker(b)
    if first is None or second is None:
        return False
    if first == second or first.split()[-1] == second.split()[-1]:
        return True
    if first.startswith("person ") and second.startswith("person "):
        return False
    sides = [telling.setting.side(telling.row.speaker or "") for telling in (a, b)]
    return sides[0] is not None and sides[0] == sides[1]


def _key_speaker(telling: Telling[Statement]) -> str | None:
    return telling.setting.key(telling.row.speaker)


@once
def _read_words(telling: Telling[Statement]) -> list[str]:
    return split_words(content_text(telling))


@once
def _read_pairs(telling: Telling[Statement]) -> set[tuple[str, str]]:
    words = _read_words(telling)
    return set(pairwise(words))


@once
def _weigh_content(telling: Telling[Statement]) -> dict[str, float]:
    return _weigh_stems(telling, _read_words(telling))


@once
def _weigh_sentence(telling: Telling[Statement]) -> dict[str, float]:
    """Return the weights of the sentence's stems, as shares of the vector's length."""
    weights = _weigh_stems(telling, split_words(telling.sentence[:SENTENCE_LENGTH]))
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items() if length}


def _weigh_stems(telling: Telling[Statement], words: Sequence[str]) -> dict[str, float]:
    """Return the rarity of each stem of `words`, less where the article has it all over.

    What a story is about stands in all its statements, and so ties none of them.
    """
    article = telling.setting
    most = log((len(article.sentences) + 1) / 1.5)
    weights: dict[str, float] = {}
    for word in words:
        term = fold_word(word)
        stem = term[:STEM_LETTERS]
        spread = log((len(article.sentences) + 1) / (article.count_sentences(stem) + 0.5))
        novelty = max(0.0, spread / most) if most > 0 else 1.0
        weights[stem] = max(weights.get(stem, 0.0), read_rarity(term) * novelty)
    return weights


@once
def _read_numbers(telling: Telling[Statement]) -> frozenset[str]:
    return frozenset(
        _NUMBERS.get(word, word)
        for word in _read_words(telling)
        if word[0].isdigit() or word in _NUMBERS
    )


def _have_other_numbers(a: Telling[Statement], b: Telling[Statement]) -> bool:
    first, second = _read_numbers(a), _read_numbers(b)
    return bool(first and second) and not first & second


def _measure_runs(a: Telling[Statement], b: Telling[Statement]) -> tuple[float, int]:
    """Return the share of the shorter content in runs of both, and the longest run's words."""
    if not _read_pairs(a) & _read_pairs(b):
        return 0.0, 0
    first, second = sorted((_read_words(a), _read_words(b)), key=lambda words: (len(words), words))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    runs = [block.size for block in matcher.get_matching_blocks() if block.size >= 2]
    return (sum(runs) / len(first), max(runs)) if runs else (0.0, 0)


def _measure_sentences(a: Telling[Statement], b: Telling[Statement]) -> float:
    first, second = _weigh_sentence(a), _weigh_sentence(b)
    shared = sorted(first.keys() & second.keys())
    return min(1.0, sum(first[stem] * second[stem] for stem in shared))


def _measure_shared(a: Telling[Statement], b: Telling[Statement]) -> float:
    first, second = _weigh_content(a), _weigh_content(b)
    larger = max(sum(first.values()), sum(second.values()))
    shared = sum(min(first[stem], second[stem]) for stem in sorted(first.keys() & second.keys()))
    return shared / larger if larger else 0.0
