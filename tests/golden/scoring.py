"""Score a reading against the expected one: rows matched by their words' place, one to one.

Two rows of a kind match where the characters that they share are at least half of those that
either has (of the shorter one's, for acts, since "called" and "called back" are one trigger).
Marks and white space at the ends do not count. Rows of a page whose text is not the expected
one are all missed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from onrecord.records import Act, Actor, Article, Figure, Reading, Span, Statement, Timex

Row = Statement | Act | Figure | Timex
R = TypeVar("R", Statement, Act, Figure, Timex)

HALF = 0.5
_VAGUE = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
_HOURS = {
    "s": 1 / 3600, "second": 1 / 3600, "min": 1 / 60, "minute": 1 / 60, "h": 1.0, "hour": 1.0,
    "d": 24.0, "day": 24.0, "wk": 168.0, "week": 168.0, "month": 730.0, "y": 8760.0, "year": 8760.0,
}  # fmt: skip


@dataclass(slots=True)
class Score:
    """How many rows of one kind were expected, found and matched, and what was right in them."""

    expected: int = 0
    found: int = 0
    matched: int = 0
    right: dict[str, list[int]] = field(default_factory=dict)  # name -> [right, asked]

    def count(self, name: str, *, right: bool) -> None:
        """Note whether the matched row has `name` right."""
        tally = self.right.setdefault(name, [0, 0])
        tally[0] += right
        tally[1] += 1

    def rates(self) -> dict[str, float]:
        """Return recall, precision and the share of matched rows with each field right."""
        rates = {
            "recall": self.matched / self.expected if self.expected else 1.0,
            "precision": self.matched / self.found if self.found else 1.0,
        }
        return rates | {name: right / asked for name, (right, asked) in self.right.items()}


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
            (-_overlap(a, b, shorter=isinstance(expected[i], Act)), i, j)
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
        mention in theirs or any(_mostly_one(mention, other) for other in theirs)
        for mention in a.mentions
    )


def _mostly_one(a: Span, b: Span) -> bool:
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


def score_pages(pages: Iterable[tuple[Reading, Reading]]) -> dict[str, Score]:
    """Return the scores of (expected, found) readings by kind of row."""
    scores = {kind: Score() for kind in ("timexes", "statements", "acts", "figures")}
    for expected, found in pages:
        same_text = article_of(expected).text == article_of(found).text
        _score_timexes(scores["timexes"], expected, found, same_text=same_text)
        _score_statements(scores["statements"], expected, found, same_text=same_text)
        _score_acts(scores["acts"], expected, found, same_text=same_text)
        _score_figures(scores["figures"], expected, found, same_text=same_text)
    return scores


def _pair_counted(
    score: Score, text: str, expected: Sequence[R], found: Sequence[R], *, same_text: bool
) -> Pairing[R]:
    pairing = pair_rows(text, expected, found if same_text else ())
    score.expected += len(expected)
    score.found += len(found)
    score.matched += len(pairing.pairs)
    return pairing


def _score_timexes(score: Score, expected: Reading, found: Reading, *, same_text: bool) -> None:
    given = [timex for timex in found.timexes if timex.value not in _VAGUE]
    text = article_of(expected).text
    pairing = _pair_counted(score, text, expected.timexes, given, same_text=same_text)
    for wanted, timex in pairing.pairs:
        score.count("value", right=wanted.value == timex.value)
        score.count(
            "days", right=(wanted.earliest, wanted.latest) == (timex.earliest, timex.latest)
        )


def _score_statements(score: Score, expected: Reading, found: Reading, *, same_text: bool) -> None:
    text = article_of(expected).text
    pairing = _pair_counted(score, text, expected.statements, found.statements, same_text=same_text)
    for wanted, given in pairing.pairs:
        score.count("kind", right=wanted.kind == given.kind)
        score.count("act", right=wanted.act == given.act)
        score.count("speaker", right=has_speaker(expected, wanted, found, given))
        if wanted.addressee:
            both = (find_actor(expected, wanted.addressee), find_actor(found, given.addressee))
            score.count("addressee", right=is_same_actor(*both))
        if wanted.relayed_by:
            score.count("relay", right=_same_actors(expected, found, wanted.relayed_by, given))
        if wanted.within:
            score.count("within", right=given.within is not None)
        if wanted.answers:
            score.count("answers", right=given.answers is not None)
        if wanted.condition:
            score.count("condition", right=_meets(wanted.condition, given.condition))


def _same_actors(
    expected: Reading, found: Reading, wanted: tuple[str, ...], given: Statement
) -> bool:
    return len(wanted) == len(given.relayed_by) and all(
        is_same_actor(find_actor(expected, a), find_actor(found, b))
        for a, b in zip(wanted, given.relayed_by, strict=True)
    )


def _meets(wanted: Span, given: Span | None) -> bool:
    return given is not None and _mostly_one(wanted, given)


def _score_acts(score: Score, expected: Reading, found: Reading, *, same_text: bool) -> None:
    text = article_of(expected).text
    stated = [act for act in found.acts if act.type != "STATE"]  # plain saying is no act here
    pairing = _pair_counted(score, text, expected.acts, stated, same_text=same_text)
    for wanted, given in pairing.pairs:
        score.count("type", right=wanted.type == given.type)
        score.count("modality", right=wanted.modality == given.modality)
        score.count("polarity", right=wanted.polarity == given.polarity)
        score.count("background", right=wanted.background == given.background)
        if wanted.actors:
            score.count("actor", right=_shares_actor(expected, wanted.actors, found, given.actors))
        if wanted.recipients:
            given_ids = given.recipients
            score.count(
                "recipient", right=_shares_actor(expected, wanted.recipients, found, given_ids)
            )


def _shares_actor(
    expected: Reading, wanted: tuple[str, ...], found: Reading, given: tuple[str, ...]
) -> bool:
    return any(
        is_same_actor(find_actor(expected, a), find_actor(found, b)) for a in wanted for b in given
    )


def _score_figures(score: Score, expected: Reading, found: Reading, *, same_text: bool) -> None:
    text = article_of(expected).text
    pairing = _pair_counted(score, text, expected.figures, found.figures, same_text=same_text)
    for wanted, given in pairing.pairs:
        score.count("value", right=same_value(wanted, given))
        score.count("bound", right=_same_words(wanted.bound, given.bound))
        if wanted.giver:
            both = (find_actor(expected, wanted.giver), find_actor(found, given.giver))
            score.count("giver", right=is_same_actor(*both))


def _same_words(a: str | None, b: str | None) -> bool:
    return (a or "").casefold() == (b or "").casefold()


def show_scores(scores: dict[str, Score]) -> str:
    """Return the scores as aligned lines, one for each kind of row."""
    lines = []
    for kind, score in scores.items():
        rates = "  ".join(f"{name} {rate:.3f}" for name, rate in score.rates().items())
        lines.append(
            f"{kind:11}{score.matched:4} of {score.expected:4}, {score.found:4} found  {rates}"
        )
    return "\n".join(lines)
