"""Who does what, where no row says so: the words before the verb that open a sentence.

Only the plainest form is taken, "Tarvian marines boarded the freighter", and the answer is those
words as they stand. Anything between them and the verb, or in front of them, is left alone.
"""

import re
from itertools import pairwise

from onrecord.asking.questions import SPEECH_VERBS
from onrecord.asking.terms import stem_word

_LONGEST = 6  # words
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_PUNCTUATION = re.compile(r"[^\w\s'’.-]")
# What opens a sentence and is no one, and what cannot stand inside a plain subject.
_NO_ONE = frozenset(
    "he she it they we you i this that these those who which what there here as at after before"
    " by during for from if in into of on once over since than though through to under until when"
    " where while with without yesterday today meanwhile earlier later but and or so yet not no"
    " nobody none neither".split()
)
_INSIDE = frozenset(
    "that who whom which when where while if as after before because has have had was were is are"
    " be been will would may might could can should shall must did does do not never than"
    " to".split()
)


def find_subject(text: str, verb: str) -> str | None:
    """Return the words that open `text` right before a word of the stem `verb`, if they are a
    plain subject."""
    words = list(_WORD.finditer(text))[: _LONGEST + 1]
    for before, word in pairwise(words):
        if _may_be_verb(word[0]) and stem_word(word[0]) == verb:
            subject = text[words[0].start() : before.end()]
            return subject if _is_plain(subject) else None
    return None


def _may_be_verb(word: str) -> bool:
    """Return whether a word may be what somebody does: "sank", and not "the sinking of"."""
    return word[0].islower() and not word.endswith("ing")


def _is_plain(subject: str) -> bool:
    words = _WORD.findall(subject)
    return (
        words[0][0].isupper()
        and words[0].lower() not in _NO_ONE
        and not _PUNCTUATION.search(subject)
        and not any(
            word in _INSIDE or word in SPEECH_VERBS or word.endswith("ed")
            for word in words
            if word[0].islower()
        )
    )
