"""Tell the "it" that stands for nobody: "it takes an army", "made it harder to attack"."""

from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import ADVERBS, BE

_TAKING = frozenset({"take", "takes", "took"})
_MAKING = frozenset("make makes made making".split())
# What it is to do something; who "was ready to" is somebody.
_JUDGED = frozenset(
    "possible impossible feasible difficult hard harder easy easier important necessary essential "
    "critical crucial vital better best time wrong right legal illegal lawful unlawful "
    "dangerous".split()
)


def is_expletive(sentence: Sentence, item: Item) -> bool:
    """Return whether "it" only stands for an infinitive: "it is | hard to attack", "made it easy".

    Who "took the port" or could "look weak" by that is somebody.
    """
    at = sentence.items.index(item)
    if sentence.lower(at + 1) in _TAKING or sentence.lower(at - 1) in _MAKING:
        return "to" in {sentence.lower(k) for k in range(at + 2, at + 5)}
    judged = sentence.lower(sentence.skip(at + 2, ADVERBS))
    return sentence.lower(at + 1) in BE and judged in _JUDGED
