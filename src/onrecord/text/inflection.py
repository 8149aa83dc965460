"""The forms that English verbs and nouns take."""

from collections.abc import Iterator, Mapping
from typing import Literal

# "past" is a form that may be both past tense and participle.
FormKind = Literal["base", "s", "past", "tense", "participle", "ing", "noun"]
_VOWELS = "aeiou"


def inflect(verb: str, past: str) -> Iterator[tuple[str, FormKind]]:
    """Yield the forms of a verb; `past` has past tense and participle where they are irregular."""
    yield verb, "base"
    sibilant = verb.endswith(("s", "sh", "ch", "x", "z", "o"))
    silent_e = verb.endswith("e") and not verb.endswith(("ee", "oe", "ye"))
    after_consonant = verb.endswith("y") and verb[-2] not in _VOWELS
    yield (verb[:-1] + "ies" if after_consonant else verb + ("es" if sibilant else "s")), "s"
    tense, participle = past.split("|") if past else (_past(verb), _past(verb))
    if tense == participle:
        yield tense, "past"
    else:
        yield tense, "tense"
        yield participle, "participle"
    doubled = tense.endswith(("tted", "pped", "gged", "nned", "rred", "bbed", "mmed", "lled"))
    if verb[-1] in _VOWELS and silent_e:
        yield verb[:-1] + "ing", "ing"
    elif (doubled and len(tense) == len(verb) + 3) or verb in _DOUBLING:
        yield verb + verb[-1] + "ing", "ing"
    else:
        yield verb + "ing", "ing"


def forms_of(verbs: str) -> Mapping[str, FormKind]:
    """Return the forms of the `verbs` and which they are: "face fight:fought|fought".

    Irregular past forms stand behind a colon, as `inflect` takes them.
    """
    entries = (entry.partition(":") for entry in verbs.split())
    return {form: kind for verb, _, past in entries for form, kind in inflect(verb, past)}


def pluralise(noun: str) -> str:
    """Return the regular plural of a noun."""
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("sh", "ch", "x")) else "s")


_DOUBLING = frozenset(
    "sit beg cut hit put shut quit let run win get set withhold sap drop stop rob".split()
)


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + "ed"
