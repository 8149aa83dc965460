"""Solve the published date of an article from its witnesses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from onrecord.dates.conflicts import (
    describe_misfit,
    describe_too_late,
    find_conflicts,
    find_staleness,
)
from onrecord.dates.equations import solve_years
from onrecord.dates.supporting import (
    CERTAIN_KINDS,
    NEIGHBOUR,
    find_local_days,
    is_shortly_before,
    is_sure,
    rank,
)
from onrecord.dates.text_witnesses import TextEvidence, read_text_evidence
from onrecord.dates.witnesses import Testimony, read_witness
from onrecord.records import Article, DateCertainty, Published, Witness, WitnessKind

# A visible date that pages renew when they are printed again.
_RENEWED_KINDS: tuple[WitnessKind, ...] = ("stamp", "time", "htmldate")


def solve_published(article: Article, captured: datetime | None) -> Published:
    """Return the published date of `article` as far as its witnesses fix it.

    The witnesses come in with words only; here they get their days, and those of the text are
    added: the day in its opening (by its weekday as a calendar equation where the year is not
    said), and the latest day told as past, which no report precedes. `captured` is when the page
    was saved: a later day of a field or a stamp is a conflict, and not the date.

    "exact" is a day that `supporting.is_sure`. A day on weaker evidence is the likeliest one and
    "bounded". Without a day, or with nothing but a stamp that the text does not fit, the interval
    runs from the latest past day to the earliest upper bound ("updated", footer, capture), inside
    the days that other articles of the story leave, and is "bounded"; where nothing bounds one end,
    that end is `None` and the date is "unknown". Each conflict is one sentence for people.
    """
    # Those of the text are found anew, so that solving a solved article changes nothing.
    witnesses = [witness for witness in article.published.witnesses if witness.kind != "text"]
    if captured is not None and not any(witness.kind == "capture" for witness in witnesses):
        witnesses.append(Witness(kind="capture", words=captured.isoformat()))
    read = [(witness, read_witness(witness)) for witness in witnesses]
    told = [testimony for _, testimony in read if testimony is not None]
    evidence = read_text_evidence(article)
    upper = _find_bound(told)
    own = tuple(_read_own_day(evidence, told, upper))
    days = rank([one for one in (*told, *own) if one.role == "published"])
    late = tuple(one for one in days if _is_too_late(one, told))
    case = _Case(
        days=tuple(one for one in days if one not in late),
        late=late,
        evidence=evidence,
        upper=upper,
        modified=max((one.latest for one in told if one.role == "modified"), default=None),
        story=next((one for one in told if one.role == "story"), None),
    )
    return replace(
        _solve(case),
        witnesses=(
            *(_with_days(witness, testimony) for witness, testimony in read),
            *(one.witness for one in own),
            *_bound_witness(evidence),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """All that is known about one article's date; `days` has the best witness first.

    `late` are those that tell a day after the page was saved.
    """

    days: tuple[Testimony, ...]
    late: tuple[Testimony, ...]
    evidence: TextEvidence
    upper: date | None
    modified: date | None
    story: Testimony | None


def _is_too_late(one: Testimony, told: Sequence[Testimony]) -> bool:
    """Return whether `one` tells a day after the capture, give or take a time zone."""
    captures = [other.latest for other in told if other.witness.kind == "capture"]
    return (
        one.witness.kind not in CERTAIN_KINDS
        and one.earliest is not None
        and any(one.earliest - capture > NEIGHBOUR for capture in captures)
    )


def _find_bound(told: Sequence[Testimony]) -> date | None:
    """Return the earliest day that "updated", a footer or a capture puts over the date."""
    return min((one.latest for one in told if one.role in ("modified", "bound")), default=None)


def _with_days(witness: Witness, testimony: Testimony | None) -> Witness:
    if testimony is None:
        return witness
    return replace(witness, earliest=testimony.earliest, latest=testimony.latest)


def _bound_witness(evidence: TextEvidence) -> Iterator[Witness]:
    if evidence.latest_past is not None:
        yield Witness(kind="text", words=evidence.latest_past_words, earliest=evidence.latest_past)


def _read_own_day(
    evidence: TextEvidence, told: Sequence[Testimony], upper: date | None
) -> Iterator[Testimony]:
    """Yield the day that the text's opening names, if its year can be told.

    A full date stands in a dateline. A weekday with month and day may stand anywhere in the
    opening; beside another witness it counts only on that witness's day or the day before.
    """
    if evidence.stamp is not None:
        yield _make_own(evidence.stamp_words, *evidence.stamp)
        return
    others = [one.latest for one in told if one.role == "published"]
    for own in evidence.own_days:
        days = solve_years(own.month, own.day, own.weekday, lower=evidence.latest_past, upper=upper)
        if others:
            days = tuple(
                day for day in days if any(is_shortly_before(day, other) for other in others)
            )
        if days:
            yield _make_own(own.words, days[0], days[-1])
            return


def _make_own(words: str, earliest: date, latest: date) -> Testimony:
    witness = Witness(kind="text", words=words, earliest=earliest, latest=latest)
    return Testimony(witness=witness, role="published", earliest=earliest, latest=latest)


def _solve(case: _Case) -> Published:
    conflicts = [describe_too_late(one, case.upper) for one in case.late if case.upper is not None]
    if not case.days:
        bounded = _solve_bounds(case)
        return replace(bounded, conflicts=(*conflicts, *bounded.conflicts))
    best, others = case.days[0], case.days[1:]
    conflicts.extend(find_conflicts(best, others, case.evidence, case.upper))
    earliest, latest = find_local_days(best, others)
    stale = find_staleness(best, (earliest, latest), case.evidence)
    if stale is not None:
        conflicts.append(stale)
    if stale is not None and all(one.witness.kind in _RENEWED_KINDS for one in case.days):
        bounded = _solve_bounds(replace(case, upper=latest))
        return replace(bounded, conflicts=(*conflicts, *bounded.conflicts))
    sure = earliest == latest and is_sure(best, others, case.modified)
    certainty: DateCertainty = "exact" if sure else "bounded"
    return Published(
        earliest=earliest, latest=latest, certainty=certainty, conflicts=tuple(conflicts)
    )


def _solve_bounds(case: _Case) -> Published:
    """Return the interval between the latest past day and the upper bound.

    The story's days narrow it as far as they fit.
    """
    lower, upper = case.evidence.latest_past, case.upper
    if lower is not None and upper is not None and lower > upper:
        lower = None
    conflicts: tuple[str, ...] = ()
    if case.story is not None and case.story.earliest is not None:
        first, last = case.story.earliest, case.story.latest
        if (lower or first) <= last and first <= (upper or last):
            lower, upper = max(lower or first, first), min(upper or last, last)
        else:
            conflicts = (describe_misfit(case.story, lower, upper),)
    certainty: DateCertainty = "unknown" if lower is None or upper is None else "bounded"
    return Published(earliest=lower, latest=upper, certainty=certainty, conflicts=conflicts)


def solve_alone(article: Article) -> Published:
    """Return the published date of a solved `article` without what its story says of it."""
    witnesses = article.published.witnesses
    own = tuple(witness for witness in witnesses if witness.kind != "story")
    if own == witnesses:
        return article.published
    # When the page was saved is among the witnesses.
    return solve_published(replace(article, published=Published(witnesses=own)), None)
