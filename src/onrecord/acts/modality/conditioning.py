"""Put an act under the conditions of its sentence."""

from dataclasses import replace

from onrecord.acts.grammar.sentences import Condition, Sentence
from onrecord.acts.grammar.words import ADVERBS, CONJUNCTIONS, SAYINGS
from onrecord.acts.modality.governors import Meant

_UNDER = frozenset({"only", "if", "not", "unless"})  # "will sign, | but only | if"

_ANNOUNCED = frozenset("warned threatened vowed promised pledged demanded offered".split())


def conditioned(sentence: Sentence, at: int, meant: Meant, *, open_verb: bool) -> Meant:
    """Return `meant` with the condition that it stands in, or that the sentence puts on it.

    What has happened "even if" something else has does not hang on that.
    """
    for condition in sentence.conditions:
        if condition.first <= at < condition.last:
            return replace(meant, modality="conditional", sure=True)
    nearest = _nearest(sentence, at)
    if nearest is None or not open_verb or _parted(sentence, at, nearest):
        return meant
    if meant.real and sentence.lower(nearest.first - 1) == "even":
        return meant
    if nearest.last <= at and not _opens_clause(sentence, nearest):
        return meant
    span = sentence.span_of(nearest.first, nearest.last)
    keeps = meant.modality in {"threatened", "offered", "demanded"}
    return replace(meant, modality=meant.modality if keeps else "conditional", condition=span)


def _parted(sentence: Sentence, at: int, condition: Condition) -> bool:
    """Return whether a mark that ends a thought stands between the act and the condition.

    So does what is said besides ("warned against | landing |, saying he would fire | if"), or next:
    "accused of | shelling | the port and said it would leave | if".
    """
    first, last = sorted((at, condition.first))
    return any(
        sentence.items[k].text in {"“", "”", '"', ";", ":"}
        or _says_besides(sentence, k)
        or (k > at and _says_next(sentence, k))
        or (k > at and sentence.lower(k) == "but" and sentence.lower(k + 1) not in _UNDER)
        for k in range(first, last)
    )


def _says_besides(sentence: Sentence, comma: int) -> bool:
    word = sentence.lower(comma + 1)
    said = word in SAYINGS | {"warning"} and word.endswith("ing")
    return sentence.items[comma].text == "," and said


def _says_next(sentence: Sentence, joint: int) -> bool:
    word = sentence.lower(sentence.skip(joint + 1, ADVERBS))
    return sentence.lower(joint) == "and" and (word in SAYINGS or word in _ANNOUNCED)


def _opens_clause(sentence: Sentence, condition: Condition) -> bool:
    """Return whether what follows hangs on the condition too: "if Kenya leaves, Peru | signs |".

    "Will leave if Peru signs, and | asked | Norland" does not.
    """
    before = sentence.item(sentence.skip(condition.first - 1, {"even", "only"}, -1))
    return before is None or before.kind == "mark" or before.lower in CONJUNCTIONS | {"that"}


def _nearest(sentence: Sentence, at: int) -> Condition | None:
    """Return the condition closest to item `at`."""
    return min(
        sentence.conditions,
        key=lambda condition: min(abs(condition.first - at), abs(condition.last - at)),
        default=None,
    )
