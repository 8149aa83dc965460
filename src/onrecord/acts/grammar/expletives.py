"""Tell the "it" that stands for nobody: "it takes an army", "it was Kenya that left"."""

from onrecord.acts.grammar.contrasts import before_contrast
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.lists import list_before, title_start
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import ADVERBS, BE, PLAIN_DETERMINERS

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


def is_cleft(sentence: Sentence, name: int) -> bool:
    """Return whether "it was" stands before the name: "it was | Kenya | that left".

    The name may be told apart from another: "it was | Kenya, not Peru |, that left", "it was | not
    Peru but Kenya | that left".
    """
    first = before_contrast(sentence, list_before(sentence, name)[1])
    if sentence.lower(first - 1) == "but" and sentence.is_actor(first - 2):
        first = list_before(sentence, first - 2)[1]
    at = sentence.skip(title_start(sentence, first) - 1, PLAIN_DETERMINERS | ADVERBS, -1)
    return sentence.lower(at) in BE and sentence.lower(at - 1) == "it"
