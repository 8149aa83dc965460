"""Tell by the words around a noun of action that the deed was not done: "escaped arrest"."""

from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONTRACTED_NOT,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    UNDONE_ADJECTIVES,
)
from onrecord.acts.modality.governors import Meant
from onrecord.acts.modality.negating import fails_to_prevent
from onrecord.text import forms_of

_REACH = 9  # items from a noun to the verb that it is the subject of
# Of these a failed one is none, while failed talks were held and a failed offensive was fought.
_FAILED = frozenset(
    "assassination murder killing kidnapping abduction hijacking arrest capture poisoning".split()
)
# What one can escape only as long as it is not done; who escaped an attack was attacked.
_PENALTIES = frozenset(
    "arrest arrests capture deportation expulsion extradition prosecution punishment conviction "
    "sanction sanctions ban bans suspension imprisonment jail execution assassination murder "
    "indictment impeachment censure dismissal eviction ouster removal sentence detention".split()
)
# Who survived one of these was under it.
_LASTING = frozenset(
    "detention arrest arrests capture imprisonment jail suspension punishment sentence sanction "
    "sanctions".split()
)
_AWAITED = _PENALTIES - frozenset(
    "sanction sanctions ban bans suspension sentence detention murder ouster removal".split()
)
_FACING = frozenset(forms_of("face fight:fought|fought resist"))
ESCAPING = frozenset(forms_of("escape survive flee:fled|fled"))
_CALLED_OFF = frozenset(
    "prevented averted avoided thwarted foiled forestalled cancelled canceled aborted scrapped "
    "shelved postponed delayed dropped abandoned vetoed banned blocked".split()
)
_STOPPED = frozenset("stopped halted refused suspended stayed rejected denied".split())
_FALLING = frozenset("fell falls fallen".split())
_OFF = frozenset(
    {
        ("called", "off"),
        ("put", "off"),
        ("headed", "off"),
        ("ruled", "out"),
        ("in", "doubt"),
        ("in", "limbo"),
        ("a", "condition"),
        ("a", "precondition"),
    }
)
# What comes about, with the words that some verbs need for that: "took | place |".
_COMING_ABOUT: dict[str, frozenset[str]] = {
    form: particles
    for verbs, particles in (
        (
            "happen occur materialise materialize begin:began|begun start come:came|come",
            frozenset[str](),
        ),
        ("take:took|taken", frozenset({"place", "hold", "effect"})),
        ("go:went|gone", frozenset({"ahead"})),
    )
    for form in forms_of(verbs)
}
_UNTRUE = frozenset("untrue false fake fiction fictitious fictional invented imaginary".split())
_DENYING = frozenset("not never n't yet".split()) | CONTRACTED_NOT
_ENDING = frozenset(forms_of("end cease reverse"))
_WINDING = frozenset(forms_of("roll scale wind:wound|wound"))
_FRONT = 4  # items of a noun phrase before its noun
_NO_ADJECTIVE = PREPOSITIONS | AUXILIARIES | SUBORDINATORS | {"and", "or", "to"}
_CLAUSES = RELATIVES | SUBORDINATORS - {"after", "before"} | {"and", "but", "or"}


def read_undone(sentence: Sentence, noun: int, last: int) -> Meant | None:
    """Return how the noun of action at items `noun` to `last` is meant, if its deed was not done.

    So in "an | attempted | murder", "escaped | a ban" and "the raid | was averted". A "failed" deed
    was not done where success is all there is to it, as in an assassination.
    """
    for at in range(noun - 1, max(-1, noun - 1 - _FRONT), -1):
        word = sentence.lower(at)
        failed = word == "failed" and sentence.lower(noun) in _FAILED
        escaped = _is_escaped(sentence, at, noun) and sentence.lower(last) != "of"
        faced = word in _FACING and sentence.lower(noun) in _AWAITED
        if word == "never":
            return Meant(modality="happened", polarity="negative")  # "a never ended siege"
        if word in UNDONE_ADJECTIVES or failed or faced:
            return Meant(modality="hypothetical")
        if escaped:
            return None if fails_to_prevent(sentence, at) else Meant(modality="hypothetical")
        if not word.isalpha() or word in _NO_ADJECTIVE:
            break
    if _is_at_none(sentence, noun):
        return Meant(modality="happened", polarity="negative")
    if _is_made_condition(sentence, last):
        return Meant(modality="hypothetical")
    return _read_behind(sentence, noun, last)


def is_ended(sentence: Sentence, at: int) -> bool:
    """Return whether the verb at item `at` ends what goes on: "| end | its raids"."""
    particle = sentence.lower(at) in {"back", "down"}
    return sentence.lower(at - particle) in (_WINDING if particle else _ENDING)


def _is_at_none(sentence: Sentence, noun: int) -> bool:
    """Return whether somebody is not in that state: "is not at | war |", "no longer at | war |"."""
    at = noun - 2
    while sentence.lower(at) in {"yet", "currently", "now", "longer", "actually", "really"}:
        at -= 1
    return sentence.lower(noun - 1) == "at" and sentence.lower(at) in _DENYING | {"no"}


def _is_made_condition(sentence: Sentence, last: int) -> bool:
    """Return whether the deed is asked for first: "made the release (of Lund) | a condition |"."""
    for at in range(last, last + _REACH):
        item = sentence.item(at)
        if item is None or item.kind == "mark" or item.lower in AUXILIARIES:
            return False
        if item.lower in {"condition", "precondition", "prerequisite"}:
            return sentence.lower(at - 1) == "a"
    return False


def _is_escaped(sentence: Sentence, verb: int, noun: int) -> bool:
    """Return whether the verb tells of a penalty that somebody came away from: "fled | arrest"."""
    word = sentence.lower(verb)
    lasting = word.startswith("surviv") and sentence.lower(noun) in _LASTING
    return word in ESCAPING and sentence.lower(noun) in _PENALTIES and not lasting


def _read_behind(sentence: Sentence, noun: int, last: int) -> Meant | None:
    """Return how the verb behind a noun of action undoes it: "the raid (on Peru) | was averted |".

    What never took place did not happen; what was called off or is a rumour is hypothetical.
    """
    opens = AUXILIARIES | PREPOSITIONS | _DENYING | _FALLING | {"to", "failed"}
    if sentence.lower(last) not in opens:
        return None  # "after the raid | elections | were cancelled"
    for at in range(last, min(len(sentence.items), last + _REACH)):
        word = sentence.lower(at)
        if word in {"and", "or"} and sentence.is_actor(sentence.skip(at + 1, DETERMINERS)):
            continue  # "talks between Kenya | and Peru | were called off"
        if sentence.items[at].kind == "mark" or word in _CLAUSES:
            return None
        if word in _FALLING and sentence.lower(at + 1) == "through":
            return Meant(modality="hypothetical")
        if word == "failed" or word in AUXILIARIES | _DENYING:
            return _undone_by(sentence, at, penalty=sentence.lower(noun) in _AWAITED)
        if sentence.is_actor(at - 1) and word not in PREPOSITIONS | ADVERBS | {"to"}:
            return None  # "after the raid by Kenya | polls | were cancelled"
    return None


def _undone_by(sentence: Sentence, first: int, *, penalty: bool) -> Meant | None:
    """Return how the verb whose group starts at `first` undoes its subject: "did not happen".

    A `penalty` that was stopped was not served, while an attack that was stopped had begun.
    """
    at = first
    denied = sentence.lower(first) == "failed"
    while sentence.lower(at) in AUXILIARIES | ADVERBS | _DENYING | {"failed", "to"}:
        denied = denied or sentence.lower(at) in _DENYING
        at += 1
    word, after = sentence.lower(at), sentence.lower(at + 1)
    if denied:
        comes = _COMING_ABOUT.get(word)
        about = after in comes if comes else comes is not None and _ends(sentence, at + 1)
        return Meant(modality="happened", polarity="negative") if about else None
    if sentence.lower(at - 1) not in BE | ADVERBS:
        return None
    bare = word == "off" and _ends(sentence, at + 1)
    held = (word, after, sentence.lower(at + 2)) == ("put", "on", "hold")
    bare = bare or held or (penalty and word in _STOPPED)
    off = word in _CALLED_OFF | _UNTRUE or (word, after) in _OFF or bare
    return Meant(modality="hypothetical") if off else None


def _ends(sentence: Sentence, at: int) -> bool:
    """Return whether the verb before item `at` has nothing but a time or place: "began | in"."""
    item = sentence.item(at)
    if item is None or item.kind in {"mark", "timex"}:
        return True
    return item.lower in (PREPOSITIONS | SUBORDINATORS | {"yet"}) - {"as", "like", "without"}
