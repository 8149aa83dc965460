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
_OWNED = 4  # items from "in" to the noun: "in a new video game"


# "The game" is mostly one of sports.
_PLAYED = frozenset({"game", "series"})
_KINDS = frozenset("video board computer tv television comic".split())
_LONGEST_TITLE = 6  # items of "The Last of the Tides"


def _is_titled(sentence: Sentence, first: int) -> bool:
    """Return whether a title stands at `first`, up to its comma: "the novel | The Last Tide |,"."""
    for at in range(first, min(len(sentence.items), first + _LONGEST_TITLE)):
        if sentence.lower(at) == ",":
            return at > first
        if not sentence.items[at].text[:1].isupper() and sentence.lower(at) not in {"of", "the"}:
            return False
    return False


def is_made_up(sentence: Sentence) -> bool:
    """Return whether the sentence opens in a made-up world: "In the novel, Kenya invades Peru".

    So does "The play tells how Kenya invaded Peru"; what a film shows may have happened.
    """
    for at in range(min(_FRONT, len(sentence.items))):
        word = sentence.lower(at)
        before = {sentence.lower(each) for each in range(max(0, at - _OWNED), at)}
        made_up = word in _MADE_UP or (word in _PLAYED and sentence.lower(at - 1) in _KINDS)
        ends = sentence.lower(at + 1) in {",", "by"} or _is_titled(sentence, at + 1)
        if made_up and "in" in before and ends:
            return True
        if word in _ONLY_MADE_UP and sentence.lower(at + 1) in _TELLING:
            return True
    return False
