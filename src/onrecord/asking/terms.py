"""The words of questions and rows: "died" is to find "dead", and "Tarvia" to find "Tarvian"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.stories.terms import fold_word, read_rarity
from onrecord.text import forms_of

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
# Words that a question needs for its grammar, or that tell nothing of what it is about.
_EMPTY = frozenset(
    "a about after all also an and any anyone anything are as at be because been before being "
    "but by can could did do does during for from get give had has have he her here him his "
    "how i if in into is it its last many may me more most much my near next no not of off on "
    "one or other our out over per she should so some such than that the their them then "
    "there these they this those through to too under up upon us was we were what when where "
    "which while who whom whose why will with would you your".split()
)
# Forms and words that say the same where news is asked about, one family a line.
_FAMILIES = (
    "die died dies dying dead death deaths kill killed kills killing toll lives",
    "hurt injure injured injuries wound wounded",
    "say said says saying tell told tells state stated statement",
    "begin began begun begins beginning start started starts",
    "leave left leaves leaving withdraw withdrew withdrawn depart departed",
    "take took taken takes seize seized capture captured",
    "send sent sends sending deploy deployed",
    "meet met meets meeting talks",
    "hold held holds holding",
    "sink sank sunk sinks sinking",
    "give gave given gives",
    "ship ships vessel vessels",
    "warship warships navy",
    "soldier soldiers troop troops",
    "march marched marches marching procession demonstrate demonstrated protest protested",
    "sign signed signs signing",
    "accord agreement deal plan",
    "apologise apologised apologize apologized apology sorry",
    "lay laid lays laying",
    "un united-nations",
    "join joined joins joining member",
    "buy bought buys",
    "sell sold sells",
    "go went gone goes",
    "win won wins victory",
    "lose lost loses loss losses",
    "last lasted lasts",
    "price prices cost costs",
    "ban bans banned banning",
    "bar bars barred barring",
    "rob robs robbed robbing",
    "million millions",
    "billion billions",
    "trillion trillions",  # no mill, no bill
)
# Verbs too short for their endings to be cut.
_SHORT_VERBS = (
    "aid add arm ask fire free:freed|freed hire jail map move name note oust pay:paid|paid rule "
    "save sue tax tie urge use vote vow wage"
)
_FAMILY_WORDS = {line.split()[0]: tuple(line.split()) for line in _FAMILIES} | {
    verb.partition(":")[0]: tuple(forms_of(verb)) for verb in _SHORT_VERBS.split()
}
_FAMILY_OF = {word: family for family, words in _FAMILY_WORDS.items() for word in words}
_ENDINGS = tuple("ations ation ments ment ings ing ions ion ed er es e".split())
_LONGEST_ENDING = 4  # letters that make "Tarvians" of "Tarvi"
_SHORTEST = 4  # letters that are left of a word without its ending


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question: how it is compared, what it tells in nats, whether it is a name."""

    stem: str
    rarity: float
    name: bool
    start: int


def find_terms(words: str, *, names: bool = True) -> Iterator[Term]:
    """Yield the words of `words` that tell something; with `names`, capitals make a name."""
    for match in _WORD.finditer(words):
        word = match[0]
        plain = _POSSESSIVE.sub("", word).lower()
        if plain in _EMPTY:
            continue
        name = names and word[0].isupper()
        stem = _cut_name(plain) if name else stem_word(plain)
        yield Term(stem, read_rarity(fold_word(plain)), name, match.start())


def stem_words(text: str) -> list[str]:
    """Return the words of `text` as terms are compared, in reading order."""
    return [stem_word(_POSSESSIVE.sub("", match[0]).lower()) for match in _WORD.finditer(text)]


def stem_word(word: str) -> str:
    """Return the family of `word`, or the word without its ending."""
    word = word.replace("’", "'")
    if word in _FAMILY_OF:
        return _FAMILY_OF[word]
    plain = fold_word(word)
    if plain in _FAMILY_OF:
        return _FAMILY_OF[plain]
    if plain.endswith("ied") and len(plain) > _SHORTEST:
        return f"{plain[:-3]}y"
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            return plain[: -len(ending)]
    return plain


def spread_stem(stem: str) -> tuple[str, ...]:
    """Return the words to look for: all of a family, or the stem with whatever ending ("*")."""
    return _FAMILY_WORDS.get(stem, (f"{stem}*",))


def holds_name(name: str, text: str) -> bool:
    """Return whether `text` has `name`, cut as by `find_terms`, or what is derived from it.

    "Tarvians" are of Tarvia; "Lockesville" is no place of Locke's.
    """
    ending = rf"\w{{0,{_LONGEST_ENDING}}}(?!\w)"
    return re.search(rf"(?<!\w){re.escape(name)}{ending}", text, re.IGNORECASE) is not None


def measure_cover(terms: Iterable[Term], stems: Iterable[str]) -> float:
    """Return the share of what `terms` tell that stands in `stems`, 0 to 1; 1 without terms."""
    there = set(stems)
    terms = tuple(terms)
    whole = sum(term.rarity for term in terms)
    found = sum(term.rarity for term in terms if term.stem in there)
    return found / whole if whole else 1.0


def _cut_name(word: str) -> str:
    """Return the part of a name that what is derived from it shares: "Tarvia", "Tarvian"."""
    return word[:-1] if len(word) > 5 and word[-1] in "aeiouy" else word
