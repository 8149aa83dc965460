"""Quantities of time: "two and a half years", "nearly 40 minutes", "several weeks"."""

import re
from fractions import Fraction

from onrecord.dates.grammar.rule import Hit
from onrecord.dates.lexer import Token
from onrecord.dates.meaning import Modifier

_COUNT = r"(?P<count>[DN]|Y(?=-?m?u)|C{1,4}(?:-C)?C{0,3}|AC{1,2}|A|J|v)"
# The article belongs to "the two weeks" but not to "the two-week trip".
QUANTITY = (
    rf"(?P<about>V{{0,2}})(?:T(?=[DNCvYk]{{1,6}}m?u))?(?P<low>[DNC][k&-](?=[DNC]))?{_COUNT}"
    r"(?P<and_half>J(?=-?u)|(?<=J)A)?-?m?(?P<unit>[UuQ])(?P<and_later_half>J)?"
)


# "Just over a year" is more than one; "paid over a year" is paid in the course of it.
_OVER_AS_MORE = re.compile(
    r"\b(?:just|well|little|far|for|of|in|after|than|by|with|to|at|last|lasts|lasted|take|takes|took|"
    r"spent|spend|is|was|be|been|are|were|a)\s+$"
)


def read_quantity(hit: Hit) -> tuple[Fraction | None, str | None, Modifier | None]:
    """Return count, unit and modifier of a match of `QUANTITY`.

    The count is `None` for "several"; the unit is `None` where the words are no quantity.
    """
    unit = hit.value("unit")
    if not isinstance(unit, str):
        return None, None, None
    about = hit.value("about")
    if hit.word("about") == "over" and not _OVER_AS_MORE.search(hit.before()):
        return None, None, None
    kinds = "".join(token.kind for token in hit.tokens("count"))
    if kinds.startswith("AC") and hit.tokens("count")[1].value not in (100, 1000):
        return None, None, None  # the article of "a two-week trip"
    count = None if hit.has("low") else _read_count(hit.tokens("count"))
    if unit in ("second", "quarter") and (kinds == "A" or hit.tokens("unit")[0].kind in "UQ"):
        return None, None, None  # "a second man", "more than a quarter"
    if unit == "quarter" and "-" in hit.match[0]:
        return None, None, None  # "three-quarters"
    if kinds == "v" and about is not None:
        about = None
    if count is not None and hit.value("and_half") is None and _adds_half(hit):
        count += Fraction(1, 2)
    return count, unit, about  # type: ignore[return-value]


def _adds_half(hit: Hit) -> bool:
    """Return whether "and a half" is said: "two and a half years", "a year and a half"."""
    return any(token.kind == "J" for token in hit.tokens("and_half") + hit.tokens("and_later_half"))


def _read_count(tokens: tuple[Token, ...]) -> Fraction | None:
    """Return the number that the words say; `None` for an unknown number."""
    total, current = Fraction(0), Fraction(0)
    for token in tokens:
        match token.kind:
            case "v":
                return None
            case "A":
                current = current or Fraction(1)
            case "J":
                current = Fraction(1, 2)
            case "C" | "D" | "N" | "Y":
                value = Fraction(str(token.value))
                if value in (100, 1000, 12) and current and token.kind == "C":
                    current *= value
                    if value == 1000:
                        total, current = total + current, Fraction(0)
                else:
                    current += value
    return total + current
