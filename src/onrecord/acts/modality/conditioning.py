"""Put an act under the conditions of its sentence."""

from dataclasses import replace

from onrecord.acts.grammar.sentences import Condition, Sentence
from onrecord.acts.modality.governors import Meant


def conditioned(sentence: Sentence, at: int, meant: Meant, *, open_verb: bool) -> Meant:
    """Return `meant` with the condition that it stands in, or that the sentence puts on it."""
    for condition in sentence.conditions:
        if condition.first < at < condition.last:
            return replace(meant, modality="conditional", sure=True)
    nearest = _nearest(sentence, at)
    if nearest is None or not open_verb or _parted(sentence, at, nearest):
        return meant
    span = sentence.span_of(nearest.first, nearest.last)
    keeps = meant.modality in {"threatened", "offered", "demanded"}
    return replace(meant, modality=meant.modality if keeps else "conditional", condition=span)


def _parted(sentence: Sentence, at: int, condition: Condition) -> bool:
    """Return whether a mark that ends a thought stands between the act and the condition."""
    first, last = sorted((at, condition.first))
    return any(item.text in {"“", "”", '"', ";", ":"} for item in sentence.items[first:last])


def _nearest(sentence: Sentence, at: int) -> Condition | None:
    """Return the condition closest to item `at`."""
    return min(
        sentence.conditions,
        key=lambda condition: min(abs(condition.first - at), abs(condition.last - at)),
        default=None,
    )
