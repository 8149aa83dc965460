"""Tell who is added to a name, or named to be left out: "Kenya, along with Peru," "not Peru"."""

from onrecord.acts.grammar.joints import ADDING, JOINTS, stand_at
from onrecord.acts.grammar.lists import Actors, list_behind, name_behind, title_start
from onrecord.acts.grammar.sentences import Sentence

# "Kenya rather than Peru": the second is named to be left out.
_CONTRASTS = (("not",), ("rather", "than"), ("instead", "of"), ("but", "not"))


def list_added(sentence: Sentence, first: int) -> Actors:
    """Return who is added in the phrase at `first`: "Kenya, | along with Peru, | left"."""
    for words in ADDING:
        if stand_at(sentence, first, words):
            at = name_behind(sentence, first + len(words))
            return list_behind(sentence, at) if sentence.is_actor(at) else ()
    return ()


def before_contrast(sentence: Sentence, first: int) -> int:
    """Return the name that the one at `first` is told apart from: "| Kenya |, not Peru, left".

    Where it is told apart from none, it is `first` itself.
    """
    last = title_start(sentence, first) - 1
    for words in _CONTRASTS:
        start = last + 1 - len(words)
        if stand_at(sentence, start, words):
            at = sentence.skip(start - 1, {",", "and", "but"}, -1)
            return at if sentence.is_actor(at) else first
    return first


def behind_contrast(sentence: Sentence, start: int) -> int:
    """Return where those start who are meant: "hit not Peru but | Kenya |"; else `start`."""
    if sentence.lower(start) != "not":
        return start
    at = name_behind(sentence, start + 1)
    while sentence.is_actor(at) and sentence.lower(at + 1) in JOINTS:
        at = name_behind(sentence, at + 2)
    return at + 2 if sentence.is_actor(at) and sentence.lower(at + 1) == "but" else start
