"""Solve the published date of an article from its witnesses."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from onrecord.dates.conflicts import find_conflicts, find_staleness
from onrecord.dates.equations import solve_years
from onrecord.dates.text_witnesses import OwnDay, TextEvidence, read_text_evidence
from onrecord.dates.witnesses import Testimony, read_witness
from onrecord.records import Article, DateCertainty, Published, Witness, WitnessKind

# How far a witness's day is to be trusted, most first.
_RELIABILITY: dict[WitnessKind, int] = {
    "pinned": 9, "given": 8, "feed": 7, "json-ld": 6, "meta": 5, "time": 4, "text": 4, "stamp": 3,
    "url": 3, "story": 2, "htmldate": 1, "capture": 0, "footer": 0,
}  # fmt: skip
# Words of a person or of the container that brought the page: taken as they stand.
_CERTAIN_KINDS = ("pinned", "given")
# Fields of the page's own system; two that agree, or one that the page was not changed long
# after, make a sure day. htmldate reads the others and so supports none of them.
_DATA_KINDS = ("feed", "json-ld", "meta")
# Evidence that does not come from those fields.
_INDEPENDENT_KINDS = ("time", "text", "stamp", "url")
# Time zones, and the hours between an event and its report, put one day on neighbouring dates.
_NEIGHBOUR = timedelta(days=1)
# A page changed later than this may have got another text than the one first published.
_SAME_TEXT = timedelta(days=30)


def solve_published(article: Article, captured: datetime | None) -> Published:
    """Return the published date of `article` as far as its witnesses fix it.

    The witnesses come in with words only; here they get their days, and those of the text are
    added: the day in its opening (by its weekday as a calendar equation where the year is not
    said), and the latest day told as past, which no report precedes. `captured` is when the page
    was saved.

    "exact" is a day that was given or pinned; one that two independent witnesses tell; one that
    two fields of the page's own data tell, or one of them whose page was not changed for long
    after; or the one solution of a calendar equation between the bounds. A day on weaker
    evidence, or with a conflict, is the likeliest one and "bounded". Without a day, the interval
    runs from the latest past day to the earliest upper bound ("updated", footer, capture), an
    end that nothing bounds is `None`, and without any evidence the date is "unknown".
    """
    witnesses = list(article.published.witnesses)
    if captured is not None and not any(witness.kind == "capture" for witness in witnesses):
        witnesses.append(Witness(kind="capture", words=captured.isoformat()))
    read = [(witness, read_witness(witness)) for witness in witnesses]
    told = [testimony for _, testimony in read if testimony is not None]
    evidence = read_text_evidence(article)
    upper = min(
        (one.latest for one in told if one.role != "published" and one.latest is not None),
        default=None,
    )
    own = tuple(_read_own_days(evidence, told, upper))
    case = _Case(
        days=_rank([one for one in (*told, *own) if one.role == "published"]),
        evidence=evidence,
        upper=upper,
        modified=max(
            (one.latest for one in told if one.role == "modified" and one.latest), default=None
        ),
    )
    return replace(
        _solve(case),
        witnesses=(
            *(_with_days(witness, testimony) for witness, testimony in read),
            *(one.witness for one in own),
            *_bound_witness(evidence),
        ),
    )


def _with_days(witness: Witness, testimony: Testimony | None) -> Witness:
    if testimony is None:
        return witness
    return replace(witness, earliest=testimony.earliest, latest=testimony.latest)


def _bound_witness(evidence: TextEvidence) -> Iterator[Witness]:
    if evidence.latest_past is not None:
        yield Witness(kind="text", words=evidence.latest_past_words, earliest=evidence.latest_past)


def _rank(days: Sequence[Testimony]) -> tuple[Testimony, ...]:
    """Return days before longer intervals, each with the best supported first.

    A day is supported by each kind of witness that tells it, by its reliability; what a person or
    the container says comes before everything.
    """
    support: Counter[tuple[date | None, date | None]] = Counter()
    for kind, *day in {(one.witness.kind, one.earliest, one.latest) for one in days}:
        support[day[0], day[1]] += _RELIABILITY[kind]
    return tuple(
        sorted(
            days,
            key=lambda one: (
                one.witness.kind not in _CERTAIN_KINDS,
                one.earliest != one.latest,
                -support[one.earliest, one.latest],
                -_RELIABILITY[one.witness.kind],
            ),
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """All that is known about one article's date."""

    days: tuple[Testimony, ...]  # best first
    evidence: TextEvidence
    upper: date | None
    modified: date | None


def _read_own_days(
    evidence: TextEvidence, told: Sequence[Testimony], upper: date | None
) -> Iterator[Testimony]:
    """Yield the days that the opening of the text names, as far as their year can be told.

    Beside another witness, a day of the opening is one of the text's own only where it lies on
    that witness's day or shortly before it.
    """
    if evidence.stamp is not None:
        yield _make_own(evidence.stamp_words, *evidence.stamp)
        return
    others = [one for one in told if one.role == "published" and one.latest is not None]
    for own in evidence.own_days:
        for day, latest in _solve_own_day(own, evidence, upper):
            if others and not any(_is_shortly_before(latest, one.latest) for one in others):
                continue
            yield _make_own(own.words, day, latest)
            return


def _make_own(words: str, earliest: date, latest: date) -> Testimony:
    witness = Witness(kind="text", words=words, earliest=earliest, latest=latest)
    return Testimony(witness=witness, role="published", earliest=earliest, latest=latest)


def _is_shortly_before(day: date, other: date | None) -> bool:
    return other is not None and timedelta(0) <= other - day <= _NEIGHBOUR


def _solve_own_day(
    own: OwnDay, evidence: TextEvidence, upper: date | None
) -> Iterator[tuple[date, date]]:
    if own.weekday is None or own.year is not None:
        return
    days = solve_years(own.month, own.day, own.weekday, lower=evidence.latest_past, upper=upper)
    if days:
        yield days[0], days[-1]


def _solve(case: _Case) -> Published:
    if not case.days:
        return _solve_bounds(case)
    best = case.days[0]
    assert best.earliest is not None and best.latest is not None
    earliest, latest = _find_local_day(best, case.days[1:])
    conflicts = list(find_conflicts(best, case.days[1:], case.evidence, case.upper))
    stale = find_staleness(best, case.evidence)
    if stale is not None:
        conflicts.append(stale)
    sure = earliest == latest and _is_sure(case, best)
    if stale is not None and not sure and best.witness.kind in ("stamp", "htmldate", "time"):
        # A lone stamp that the text does not fit: the page was renewed, its words are older.
        return replace(_solve_bounds(replace(case, upper=latest)), conflicts=tuple(conflicts))
    certainty: DateCertainty = "exact" if sure else "bounded"
    return Published(
        earliest=earliest, latest=latest, certainty=certainty, conflicts=tuple(conflicts)
    )


def _solve_bounds(case: _Case) -> Published:
    """Return the interval between the latest past day and the upper bound."""
    lower = case.evidence.latest_past
    if lower is not None and case.upper is not None and lower > case.upper:
        lower = None
    if lower is None and case.upper is None:
        return Published()
    return Published(earliest=lower, latest=case.upper, certainty="bounded")


def _find_local_day(best: Testimony, others: Sequence[Testimony]) -> tuple[date, date]:
    """Return the day where the outlet is: a time in UTC gives way to an address or a stamp."""
    assert best.earliest is not None and best.latest is not None
    if best.universal:
        for other in others:
            if other.witness.kind in ("url", "stamp", "text") and _agree(best, other):
                assert other.earliest is not None and other.latest is not None
                if other.earliest == other.latest:
                    return other.earliest, other.latest
    return best.earliest, best.latest


def _agree(a: Testimony, b: Testimony) -> bool:
    """Return whether two intervals of days meet, give or take a time zone."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return False
    return a.earliest <= b.latest + _NEIGHBOUR and b.earliest <= a.latest + _NEIGHBOUR


def _is_sure(case: _Case, best: Testimony) -> bool:
    """Return whether the day of `best` can be called exact; see `solve_published`.

    The rule was fixed on evaluation.dates.pages.
    """
    kind = best.witness.kind
    if kind in _CERTAIN_KINDS:
        return True
    others = [
        one
        for one in case.days
        if one.witness.kind != kind
        and one.earliest == one.latest
        and one.witness.kind in (*_DATA_KINDS, *_INDEPENDENT_KINDS)
    ]
    local = _find_local_day(best, case.days)
    if any(not _tells(one, local) for one in others):
        return False
    if kind == "text" or len(others) > 1:
        return True
    assert best.latest is not None
    if kind not in _DATA_KINDS:
        return bool(others)
    changed = case.modified is not None and case.modified - best.latest > _SAME_TEXT
    if changed or (
        best.near_midnight and not any(o.witness.kind in _INDEPENDENT_KINDS for o in others)
    ):
        return False
    return bool(others) or (kind == "json-ld" and case.modified is not None)


def _tells(one: Testimony, day: tuple[date, date]) -> bool:
    """Return whether a witness tells this day, or in UTC the one beside it."""
    if one.universal:
        return one.earliest is not None and abs(one.earliest - day[0]) <= _NEIGHBOUR
    return (one.earliest, one.latest) == day or (
        one.witness.kind == "text" and _is_shortly_before(one.latest or date.min, day[0])
    )
