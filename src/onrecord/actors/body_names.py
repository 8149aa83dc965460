"""Where words for a role are a part of a body's name: "Union of | Rail Workers |"."""

from onrecord.actors.runs import PARTISANS
from onrecord.actors.views import View, is_name_word
from onrecord.actors.words import ORGANISATION_WORDS
from onrecord.records import ActorKind

# Behind these "of" tells whose they are, or what for: "Department of Justice Officials".
_NO_NAMES = frozenset("Ministry Department Office House Cabinet Government".split())
_MOST_WORDS = 3  # of a name before such a noun: "of Portuguese Rail | Workers"


def is_inside_name(view: View, first: int, last: int, kind: ActorKind) -> bool:
    """Return whether tokens `first` to `last`, a role's, are the end of a body's name.

    So are a group's behind its noun and "of" ("the Council of | Churches |"), and a body's behind
    another word with a capital: "the Pan-Lakes | News Agency |".
    """
    capitals = all(view.tokens[at].capital for at in range(first, last))
    if not capitals or kind == "person" or view.setting != "normal":
        return False
    if _is_behind_noun(view, first):
        return True
    called = kind == "organisation" and view.tokens[last - 1].text in ORGANISATION_WORDS
    return called and _is_behind_name(view, first)


def _is_behind_noun(view: View, first: int) -> bool:
    at = first - 1
    while at > 0 and first - at < _MOST_WORDS and view.tokens[at].capital:
        at -= 1
    if at < 1 or view.lower(at) not in {"of", "for"}:
        return False
    noun = view.tokens[at - 1]
    return noun.text in ORGANISATION_WORDS.keys() - _NO_NAMES and not noun.possessive


def _is_behind_name(view: View, first: int) -> bool:
    before = view.tokens[first - 1] if first else None
    if before is None or before.possessive or first - 1 in view.taken:
        return False
    plain = not view.common_start(first - 1) and before.text not in PARTISANS
    return plain and is_name_word(before)
