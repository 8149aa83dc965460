"""Quantities of time: "two and a half years", "nearly 40 minutes", "several weeks"."""

from fractions import Fraction

from onrecord.dates.grammar.rule import Hit
from onrecord.dates.lexer import Token
from onrecord.dates.meaning import Modifier

COUNT = r"(?P<count>[DNY]|C{1,4}(?:-C)?(?:&?C){0,3}|A(?=[^v])|AJ|Jm?A?|v)"
QUANTITY = rf"(?P<about>V{{0,2}})T?{COUNT}(?P<and_half>J|&AJ)?-?m?(?P<unit>[UuQ])"


def read_quantity(hit: Hit) -> tuple[Fraction | None, str | None, Modifier | None]:
    """Return count, unit and modifier of a match of `QUANTITY`.

    The count is `None` for "several"; the unit is `None` where the words are no quantity.
    """
    unit = hit.value("unit")
    if not isinstance(unit, str):
        return None, None, None
    about = hit.value("about")
    count = read_count(hit.tokens("count"))
    if count is not None and hit.has("and_half"):
        count += Fraction(1, 2)
    return count, unit, about  # type: ignore[return-value]


def read_count(tokens: tuple[Token, ...]) -> Fraction | None:
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
