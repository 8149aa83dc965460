"""Tell what only shows something, and is nobody's words: "his victory shows that"."""

from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.cue_words import base_of, words_of
from onrecord.text.wordclasses import POSSESSIVES, PREPOSITIONS, is_communicator

_SHOWING = frozenset(
    "show indicate suggest signal mean reflect prove demonstrate illustrate imply underscore "
    "underline highlight".split()
)
# Papers, measures and signs, besides those that every table of documents has.
_TELLING = frozenset(
    "evidence research intelligence footage video videos photo photos photograph photographs image "
    "images recording recordings clip clips map maps chart charts test tests testimony comment "
    "comments remark remarks words speech speeches interview interviews answer answers reply order "
    "orders plan plans proposal bill law laws budget paper papers notice sign signs statistics "
    "numbers readings samples investigation inquiry probe census index model models experience "
    "history tone language".split()
)


def is_only_shown(text: str, draft: Draft, words: list[str]) -> bool:
    """Return whether what somebody has or does shows it, which he himself has not said.

    A report or somebody's comments tell it: "her report shows that".
    """
    if draft.source is None or draft.kind == "direct" or not words:
        return False
    if base_of(words[-1]) not in _SHOWING or len(words) > 1:
        return False
    source = words_of(text, draft.source)
    if not source or source[0] not in POSSESSIVES:
        return False
    head = next((at for at, word in enumerate(source) if word in PREPOSITIONS), len(source)) - 1
    named = any(word[:1].isupper() for word in text[slice(*draft.source)].split()[1:])
    return head > 0 and not named and not _tells(source[head])


def _tells(noun: str) -> bool:
    return noun in _TELLING or is_communicator(noun) or is_communicator(noun.removesuffix("s"))
