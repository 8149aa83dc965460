"""Tell what joins two names: "Kenya and Peru", "Kenya as well as Peru", "Kenya-Peru"."""

from onrecord.acts.grammar.sentences import Sentence

LAST_JOINTS = frozenset({"and", "&", "or", "nor"})
"""What stands before the last name of a list."""
JOINTS = LAST_JOINTS | {","}
AS_WELL_AS = ("as", "well", "as")
ADDING = (AS_WELL_AS, ("along", "with"), ("together", "with"))
"""Words that add a partner to the subject before them."""
_HYPHENS = frozenset({"-", "–"})


def joint_start(sentence: Sentence, last: int) -> int:
    """Return where what joins two names starts, that ends at `last`: "Kenya | as well as | Peru".

    So does a hyphen: "the Kenya | - | Peru talks". Where nothing joins, it is the item behind.
    """
    if sentence.lower(last) in JOINTS or _is_tie(sentence, last):
        return last
    for words in ADDING:
        start = last + 1 - len(words)
        if stand_at(sentence, start, words):
            return start
    return last + 1


def stand_at(sentence: Sentence, start: int, words: tuple[str, ...]) -> bool:
    """Return whether these words stand at `start`."""
    return all(sentence.lower(start + n) == word for n, word in enumerate(words))


def _is_tie(sentence: Sentence, at: int) -> bool:
    """Return whether a hyphen ties two who are no persons: "Kenya-Peru", not "Ann Lund-Berg"."""
    if sentence.lower(at) not in _HYPHENS:
        return False
    before, after = sentence.item(at - 1), sentence.item(at + 1)
    if before is None or after is None or before.actor is None or after.actor is None:
        return False
    close = before.end == sentence.items[at].start and sentence.items[at].end == after.start
    return close and not (before.person or after.person)
