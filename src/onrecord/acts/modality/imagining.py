"""Tell that a sentence retells a novel or a dream, in which nobody did anything."""

from onrecord.acts.grammar.sentences import Sentence

_MADE_UP = frozenset(
    "novel novels film play opera musical thriller drama sitcom cartoon comedy dream nightmare "
    "simulation".split()
)
_ONLY_MADE_UP = _MADE_UP - {"film", "drama"}  # a film may show what happened
_TELLING = frozenset(
    "tells depicts imagines describes follows portrays lets shows has sees retells".split()
)
_FRONT = 6  # items at the start of a sentence
_OWNED = 3  # items from "in" to the noun: "in her first novel"


def is_made_up(sentence: Sentence) -> bool:
    """Return whether the sentence opens in a made-up world: "In the novel, Kenya invades Peru".

    So does "The play tells how Kenya invaded Peru"; what a film shows may have happened.
    """
    for at in range(min(_FRONT, len(sentence.items))):
        word = sentence.lower(at)
        before = {sentence.lower(each) for each in range(max(0, at - _OWNED), at)}
        if word in _MADE_UP and "in" in before and sentence.lower(at + 1) in {",", "by"}:
            return True
        if word in _ONLY_MADE_UP and sentence.lower(at + 1) in _TELLING:
            return True
    return False
