"""The words that numbers are written in, and the value of a number spelled out."""

import re

from onrecord.text.numerals import BELOW_TWENTY, TENS

MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12, "t": 1e12,
    "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
# A plural magnitude reaches from one of its unit to ten of them, as CQE and its NewsQuant set
# read it; a lower bound of two would turn "dozens" and "20" into a contradiction.
VAGUE = {
    "dozens": (12.0, 120.0),
    "scores": (20.0, 200.0),
    "tens": (10.0, 100.0),
    "hundreds": (100.0, 1e3),
    "thousands": (1e3, 1e4),
    "millions": (1e6, 1e7),
    "billions": (1e9, 1e10),
    "trillions": (1e12, 1e13),
}
FEW = {"several": (3.0, 9.0), "a few": (3.0, 9.0), "a couple of": (2.0, 2.0)}
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}

_ANY_MAGNITUDE = re.compile(r"hundred|thousand|million|billion|trillion|lakh|crore", re.IGNORECASE)
_HALF = re.compile(r"[ -]and[ -]a[ -]half", re.IGNORECASE)


def read_spelled(words: str) -> float:
    """Return the value of a number in words: `read_spelled("two hundred and fifty")` is 250.

    A half counts where it stands: "two and a half million" is 2.5 million.
    """
    total = current = 0.0
    for word in re.split(r"[ -]+", _HALF.sub(" half", words).lower()):
        if word in BELOW_TWENTY:
            current += BELOW_TWENTY[word]
        elif word in TENS:
            current += TENS[word]
        elif word in ("a", "an"):
            current += 1
        elif word == "half":
            current += 0.5
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in MAGNITUDES:
            total += (current or 1) * MAGNITUDES[word]
            current = 0.0
    return total + current


def read_vague(words: str) -> tuple[float, float]:
    """Read "tens of thousands" to (10000, 100000): "tens" counts the thousands."""
    first, _, unit = words.partition(" of ")
    low, high = VAGUE[first]
    magnitude = MAGNITUDES[unit.removesuffix("s")] if unit else 1.0
    return low * magnitude, high * magnitude


def read_part(word: str) -> float:
    """Return what a part is of the whole: `read_part("thirds")` is a third."""
    return 1 / PARTS[word if word in PARTS else word.removesuffix("s")]


def has_magnitude(words: str) -> bool:
    """Return whether a spelled number has a "hundred", "million" or the like."""
    return _ANY_MAGNITUDE.search(words) is not None


def multiply(value: float, magnitude: float) -> float:
    """Multiply without the noise of binary fractions: 1.762 million is 1762000."""
    return round(value * magnitude, 6)
