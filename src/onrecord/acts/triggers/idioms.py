"""Tell idioms in which a word of an act tells none: "boarded a plane", "a minute's silence"."""

import re
from collections.abc import Sequence

from onrecord.acts.grammar.sentences import Sentence
from onrecord.text import forms_of

_REACH = 5  # items from a verb to its object
# What one boards to travel.
_RIDES = frozenset(
    "plane planes jet flight flights bus buses train trains ferry cab taxi airplane aircraft "
    "helicopter shuttle subway air".split()
)
# What one files without charging anybody.
_PAPERS = frozenset(
    "request requests application applications paperwork taxes return returns patent patents "
    "report reports dispatch story stories candidacy".split()
)
# What one seizes without taking it from anybody.
_CHANCES = frozenset("chance chances opportunity opportunities moment initiative day lead".split())
_OBJECTS = (
    dict.fromkeys(forms_of("board"), _RIDES)
    | dict.fromkeys(forms_of("file"), _PAPERS)
    | dict.fromkeys(forms_of("seize"), _CHANCES)
)
# What a side gives and gets in a match.
_PLAYED = frozenset("penalty goal goals foul free-kick corner".split())
_IN_MATCH = frozenset(forms_of("concede award book substitute"))
_BARGAINS = frozenset("deal deals bargain agreement agreements hearing hearings".split())
_WALKING = frozenset("walk walks walked walking run runs ran running drive drives drove".split())
_WAYS = frozenset("to into toward towards inside through home".split())
_SILENT = re.compile(r"\b(?:minute|moment)")
_CLOSING = frozenset(forms_of("close open begin:began|begun end"))


def is_idiom(sentence: Sentence, at: int, words: Sequence[str]) -> bool:
    """Return whether the `words` from item `at` on are part of an idiom that tells no act.

    So in "| boarded | a plane", "| filed | a request", "| walked back | to it" and "a minute of
    | silence |".
    """
    last = at + len(words)
    nouns = _OBJECTS.get(words[0])
    if nouns and any(sentence.lower(k) in nouns for k in range(last, last + _REACH)):
        return True
    behind = {sentence.lower(k) for k in range(last, last + _REACH)}
    if words[0] in _IN_MATCH and behind & _PLAYED:
        return True  # "| conceded | a penalty", "was | booked | for a foul"
    if sentence.lower(at - 1) == "plea" and words[0] in _BARGAINS:
        return True
    if words[0] == "plea" and sentence.lower(last) in _BARGAINS:
        return True  # "a | plea | hearing"
    if words[0] in _WALKING and words[-1] == "back" and sentence.lower(last) in _WAYS:
        return True
    if words[0] in _CLOSING and sentence.lower(last) in {"with", "by"}:
        return True  # "closed with a warning"
    before = " ".join(item.text.lower() for item in sentence.items[max(0, at - 3) : at])
    return words[0] == "silence" and _SILENT.search(before) is not None
