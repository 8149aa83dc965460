"""Tell who is spoken to: "asked | the mayor |", "appealed to | both sides |"."""

from onrecord.actors.views import View
from onrecord.actors.words import ADDRESS_VERBS

_LINKS = frozenset("to on upon with".split())
# Verbs that speak to somebody by a preposition.
_SPEAK_TO = frozenset(
    "appeal appeals appealed appealing call calls called calling plead pleads pleaded pleading "
    "write writes wrote writing complain complains complained apologise apologised apologize "
    "apologized speak speaks spoke speaking talk talks talked talking turn turned".split()
)
# Verbs whose object hears, and is not only meant: "backed the summit" is none.
_SAY_TO = frozenset(
    "tell tells told telling warn warns warned warning assure assures assured remind reminds "
    "reminded inform informs informed address addresses addressed addressing".split()
)
_TOLD = ADDRESS_VERBS | frozenset("beg begs begged begging implore implores implored".split())


def is_addressed(view: View, first: int) -> bool:
    """Return whether the noun phrase that opens at token `first` is whom a verb speaks to.

    In "asked the mayor" and "called on the mayor" it opens with "the".
    """
    before = first - 1
    if view.lower(before) in _LINKS:
        return view.lower(before - 1) in _SPEAK_TO
    return before >= 0 and view.lower(before) in _TOLD


def is_listening(view: View, first: int) -> bool:
    """Return whether the noun phrase that opens at token `first` hears what somebody says."""
    before = first - 1
    if view.lower(before) in _LINKS:
        return view.lower(before - 1) in _SPEAK_TO
    return view.lower(before) in _SAY_TO
