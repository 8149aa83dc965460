"""Tell that words with a "no" or a detour mean a deed was done: "lost no time in", "went on to"."""

from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import SUPPOSING, WILL
from onrecord.acts.modality.governors import Meant
from onrecord.acts.modality.negating import auxiliaries_of, is_negated
from onrecord.text import forms_of

_LOSING = frozenset(forms_of("waste lose:lost|lost"))
_FORCING = frozenset("forced compelled drove prompted caused led".split())
_LITTLE = frozenset({"no", "little"})
_GOING = frozenset("go goes went gone going".split())
_SEEING = frozenset("see sees saw seen".split())
_SEIZING = frozenset(forms_of("take:took|taken use seize"))
_OCCASIONS = frozenset("opportunity occasion chance liberty trouble time".split())
_CHOICES = frozenset("choice option alternative".split())
# Who did not do this has done what stands behind "to": "did not hesitate to".
HESITATING = frozenset(
    forms_of("hesitate fail neglect omit:omitted|omitted forget:forgot|forgotten")
)


def hurried(sentence: Sentence, at: int) -> Meant | None:
    """Return how "-ing" is meant behind "lost no time (in)", which ends at `at`."""
    time = at - (sentence.lower(at) == "in")
    if sentence.lower(time) != "time" or sentence.lower(time - 1) not in _LITTLE:
        return None
    return _done(sentence, time - 2) if sentence.lower(time - 2) in _LOSING else None


def led_on(sentence: Sentence, at: int) -> Meant | None:
    """Return how an infinitive is meant behind words for doing it, which end at `at`.

    So are "went on", "saw fit" and "took the opportunity".
    """
    word, before = sentence.lower(at), sentence.lower(at - 1)
    if (word == "on" and before in _GOING) or (word == "fit" and before in _SEEING):
        return _done(sentence, at - 1)
    if word == "but" and before in _CHOICES and sentence.lower(at - 2) in _LITTLE:
        return _done(sentence, at - 3)  # "had no choice but"
    seized = word in _OCCASIONS and before in {"the", "this"}
    return _done(sentence, at - 2) if seized and sentence.lower(at - 2) in _SEIZING else None


def is_done_all_the_same(sentence: Sentence, governor: int | None) -> bool:
    """Return whether the governing verb denies nothing: "lost no time", "forced them to | flee |".

    So it does not with its "no" or "not", nor where it has none.
    """
    if governor is None:
        return False
    word = sentence.lower(governor)
    forced = word in _FORCING and not is_negated(sentence, governor)
    return forced or word in HESITATING | _LOSING


def _done(sentence: Sentence, verb: int) -> Meant | None:
    """Return that what the verb leads to is done as it is: "went on to", and "will go on to"."""
    auxiliaries = auxiliaries_of(sentence, verb)
    if auxiliaries & (SUPPOSING | {"to"}):
        return Meant(modality="hypothetical", governor=verb)
    planned = bool(auxiliaries & WILL)
    return Meant(modality="planned" if planned else "happened", governor=verb)
