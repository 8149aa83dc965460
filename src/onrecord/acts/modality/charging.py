"""Tell what somebody is only said to have done: "accused of", "charged with", "cleared of"."""

from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import ACQUITTED, AUXILIARIES, DETERMINERS, PREPOSITIONS, RELATIVES
from onrecord.acts.modality.governors import Meant
from onrecord.acts.modality.ranking import before_date
from onrecord.text import forms_of

_ACCUSING = frozenset(forms_of("accuse"))
_SUSPECTING = frozenset(forms_of("suspect"))
_CHARGING = frozenset(forms_of("charge"))
_OBJECT = 8  # items of whom a verb charges
_CHAIN = 4  # items from a gerund to the noun that it leads to: "accused of taking part in the raid"
_LINKS = PREPOSITIONS | DETERMINERS | {"part", "out"}
_NO_OBJECT = (PREPOSITIONS - {"of"}) | AUXILIARIES | RELATIVES | {"to", "and"}


def read_charge(sentence: Sentence, link: int) -> Meant | None:
    """Return how it is meant what the preposition at `link` opens, if it may not have been done.

    So in "a man | accused of | shooting", "whom Kenya accuses of", "charged two men with", "cleared
    an envoy of" and "wanted for". Who accuses somebody to his face stands for it: "Kenya accused
    Peru of shooting".
    """
    word, last = sentence.lower(link), before_date(sentence, link - 1)
    if (sentence.lower(last) in _ACCUSING and word == "of") or (
        (sentence.lower(last), word) == ("wanted", "for")
    ):
        return Meant(modality="hypothetical", governor=last)
    charging = {"of": _SUSPECTING | ACQUITTED, "with": _CHARGING}.get(word, frozenset())
    verb = _verb_of(sentence, last, charging)
    if verb is None:
        return None
    subject = last if sentence.is_actor(last) else None
    unknown = subject is None and verb < last
    return Meant(modality="hypothetical", governor=verb, subject=subject, elsewhere=unknown)


def is_in_charge(sentence: Sentence, at: int) -> bool:
    """Return whether a charge leads to item `at`: "charged with | plotting | to", "of | leading |".

    The gerund of the charge may stand some items before: "accused of taking part | in |".
    """
    for gerund in range(at, max(0, at - _CHAIN), -1):
        word = sentence.lower(gerund)
        if word.endswith("ing"):
            return read_charge(sentence, gerund - 1) is not None
        if word not in _LINKS:
            return False
    return False


def _verb_of(sentence: Sentence, last: int, verbs: frozenset[str]) -> int | None:
    """Return the one of `verbs` whose object ends at item `last`: "| charged | an envoy with"."""
    for at in range(last, max(-1, last - _OBJECT), -1):
        if sentence.lower(at) in verbs:
            return at
        if sentence.items[at].kind in {"mark", "timex"} or sentence.lower(at) in _NO_OBJECT:
            return None
    return None
