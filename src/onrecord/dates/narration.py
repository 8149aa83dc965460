"""Tell a text that narrates dated history from a report of the day."""

from collections.abc import Sequence

from onrecord.dates.grammar import Expression
from onrecord.records import Published


def is_narrative(expressions: Sequence[Expression], published: Published) -> bool:
    """Return whether dates in this text are told one from the other rather than from its day.

    A narrative names years far more often than it says "today" or a bare weekday, and most of
    them lie years before the published date. Counts: evaluation.dates.timexes on WikiWars and
    TempEval-3.
    """
    old = sum(1 for expression in expressions if _is_old(expression, published))
    current = sum(1 for expression in expressions if _is_told_from_today(expression))
    return old >= 4 and old >= 2 * current


def _is_old(expression: Expression, published: Published) -> bool:
    meaning = expression.meaning
    if meaning.kind != "point" or meaning.unit is not None or meaning.fields.year is None:
        return False
    if meaning.fields.before_christ or published.earliest is None:
        return True
    return meaning.fields.year < published.earliest.year - 1


def _is_told_from_today(expression: Expression) -> bool:
    meaning = expression.meaning
    if meaning.kind != "point":
        return False
    if meaning.fields.weekday is not None and meaning.fields.month is None:
        return True
    return meaning.base == "published" and meaning.shift is not None
