"""Match the rows of two readings of one text by their words' place, one to one.

Two rows of a kind match where the characters that they share are at least half of those that
either has; of those of the shorter one, for acts and figures, since "called" and "called back"
are one trigger, "nine" and "nine of them" one figure. Marks and white space do not count.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.records import Act, Actor, Article, Figure, Reading, Span, Statement, Timex

Row = Statement | Act | Figure | Timex
R = TypeVar("R", Statement, Act, Figure, Timex)

HALF = 0.5
_HOURS = {
    "s": 1 / 3600, "second": 1 / 3600, "min": 1 / 60, "minute": 1 / 60, "h": 1.0, "hour": 1.0,
    "d": 24.0, "day": 24.0, "wk": 168.0, "week": 168.0, "month": 730.0, "y": 8760.0, "year": 8760.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pairing(Generic[R]):
    """The rows of one kind on one page: matched pairs (expected, found), and the rest."""

    pairs: list[tuple[R, R]]
    missed: list[R]
    extra: list[R]


def article_of(reading: Reading) -> Article:
    """Return the article of a reading that must have one."""
    assert reading.article is not None, reading.problem
    return reading.article


def row_spans(row: Row) -> tuple[Span, ...]:
    """Return the spans that a row is matched by."""
    match row:
        case Statement():
            return row.content
        case Act():
            return (row.trigger,)
        case _:
            return (row.span,)


def pair_rows(text: str, expected: Sequence[R], found: Sequence[R]) -> Pairing[R]:
    """Match rows of one text one to one, the best matches first."""
    wanted = [_places(text, row) for row in expected]
    given = [_places(text, row) for row in found]
    ranked = sorted(
        (
            (-_overlap(a, b, shorter=isinstance(expected[i], Act | Figure)), i, j)
            for i, a in enumerate(wanted)
            for j, b in enumerate(given)
            if a & b
        ),
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for overlap, i, j in ranked:
        if -overlap >= HALF and i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Pairing(
        pairs=[(expected[i], found[j]) for i, j in sorted(partner.items())],
        missed=[row for i, row in enumerate(expected) if i not in partner],
        extra=[row for j, row in enumerate(found) if j not in taken],
    )


def _places(text: str, row: Row) -> frozenset[int]:
    """Return the positions of the letters and digits (and % and $) that a row stands on."""
    return frozenset(
        at
        for span in row_spans(row)
        for at in range(span.start, span.end)
        if text[at].isalnum() or text[at] in "%$€£"
    )


def _overlap(a: frozenset[int], b: frozenset[int], *, shorter: bool) -> float:
    whole = min(len(a), len(b)) if shorter else len(a | b)
    return len(a & b) / whole if whole else 0.0


def find_actor(reading: Reading, id_: str | None) -> Actor | None:
    """Return the actor with this id."""
    return next((actor for actor in reading.actors if actor.id == id_), None)


def is_same_actor(a: Actor | None, b: Actor | None) -> bool:
    """Return whether two readings of one text mean the same actor, by name or by a mention."""
    if a is None or b is None:
        return a is b
    if a.name.casefold() == b.name.casefold():
        return True
    theirs = set(b.mentions)
    return any(
        mention in theirs or any(is_mostly_one(mention, other) for other in theirs)
        for mention in a.mentions
    )


def is_mostly_one(a: Span, b: Span) -> bool:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared > 0 and shared >= HALF * max(a.end - a.start, b.end - b.start)


def has_speaker(expected: Reading, wanted: Statement, found: Reading, given: Statement) -> bool:
    """Return whether the speaker is the expected one.

    Where nobody with a name is expected, an actor that stands in the source's words is right.
    """
    speaker = find_actor(found, given.speaker)
    if wanted.speaker is not None:
        return is_same_actor(find_actor(expected, wanted.speaker), speaker)
    if speaker is None:
        return True
    source = wanted.source
    return source is not None and any(
        mention.start < source.end and source.start < mention.end for mention in speaker.mentions
    )


def same_value(wanted: Figure, given: Figure) -> bool:
    """Return whether both figures have the same ends, open or closed, in whatever unit of time.

    "About 60" may be given as 60 or as an interval around it.
    """
    ends = _scaled(given, wanted)
    if wanted.bound and wanted.low is not None and wanted.low == wanted.high:
        return ends[0] is not None and ends[1] is not None and ends[0] <= wanted.low <= ends[1]
    return (
        all(_close(a, b) for a, b in zip((wanted.low, wanted.high), ends, strict=True))
        and wanted.low_open == given.low_open
        and wanted.high_open == given.high_open
    )


def has_altered_number(wanted: Figure, given: Figure) -> bool:
    """Return whether no number that the words state is one that the figure allows."""
    low, high = _scaled(given, wanted)
    if low is None and high is None:
        return False
    stated = [value for value in (wanted.low, wanted.high) if value is not None]
    return not any(
        (low is None or low <= value or _close(low, value))
        and (high is None or value <= high or _close(high, value))
        for value in stated
    )


def _scaled(given: Figure, wanted: Figure) -> tuple[float | None, float | None]:
    """Return the ends of `given` in the unit of `wanted`, where both are times or shares."""
    scale = 1.0
    hours, wanted_hours = _hours(given.unit), _hours(wanted.unit)
    if hours and wanted_hours:
        scale = hours / wanted_hours
    elif wanted.unit == "share" and given.unit == "%":
        scale = 0.01
    return (
        None if given.low is None else given.low * scale,
        None if given.high is None else given.high * scale,
    )


def _hours(unit: str | None) -> float | None:
    unit = (unit or "").casefold()
    return _HOURS.get(unit) or _HOURS.get(unit.removesuffix("s"))


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    # A third is written with four digits in the expected reading.
    return abs(a - b) <= 1e-3 * max(abs(a), abs(b))
