"""What stands in the stream of pages where an input could not be read."""

from dataclasses import dataclass

from onrecord.records import Problem


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input, or one record of it, that gave no page, and why."""

    origin: str
    problem: Problem


def explain(origin: str, reason: str) -> Unreadable:
    """Return the `Unreadable` of `origin`; `reason` says what is wrong and what to do."""
    return Unreadable(origin, Problem(kind="input", message=f"{origin}: {reason}"))
