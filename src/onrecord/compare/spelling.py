"""One spelling for words that outlets print otherwise by their country or their house style.

An outlet spells what it quotes in its own way: "levelled" in one and "leveled" in another alter
nothing, nor do "ten" and "10".
"""

import re
from functools import lru_cache

_OUR = (
    "arm|behavi|cand|clam|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|parl|rum|sav|splend|val"
    "|vap|vig"
)
_WHOLE = {
    "acknowledgement": "acknowledgment",
    "ageing": "aging",
    "aluminium": "aluminum",
    "amongst": "among",
    "cheque": "check",
    "defence": "defense",
    "fulfil": "fulfill",
    "grey": "gray",
    "judgement": "judgment",
    "licence": "license",
    "offence": "offense",
    "okay": "ok",
    "pretence": "pretense",
    "programme": "program",
    "programmes": "programs",
    "sceptical": "skeptical",
    "towards": "toward",
    "whilst": "while",
}
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_WHOLE |= {word: str(number) for number, word in enumerate(_NUMBERS, start=2)}
_RULES = (
    (re.compile(rf"\b({_OUR})our"), r"\1or"),
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|ing|ations?|ers?)$)"), "iz"),
    (re.compile(r"(?<=\wly)s(?=(?:e|ed|es|ing)$)"), "z"),
    (re.compile(r"^(\w*[aeiouy]\w*[aei])ll(?=(?:ed|ing|ers?|ors?)$)"), r"\1l"),
    (re.compile(r"\b(cen|li|lus|\w*me|spec|thea)tre(?=s?$)"), r"\1ter"),
    (re.compile(r"\b(cata|dia|mono|ana|epi)logue(?=s?$)"), r"\1log"),
)


@lru_cache(maxsize=8192)
def fold_spelling(word: str) -> str:
    """Return a word in small letters as one of the two spell it, to compare it with others."""
    if word in _WHOLE:
        return _WHOLE[word]
    for pattern, form in _RULES:
        word = pattern.sub(form, word)
    return word
