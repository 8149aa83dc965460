"""What was said, as against what somebody thinks, plans, saw or decided."""

from collections.abc import Iterable

from onrecord.records import Statement


def words_said(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements that report words: those are shown, counted and compared."""
    return tuple(statement for statement in statements if statement.stance == "said")
