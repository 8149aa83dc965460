"""Solve the published date of an article from its witnesses."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from onrecord.dates.equations import solve_year
from onrecord.dates.text_witnesses import TextEvidence, read_text_evidence
from onrecord.dates.witnesses import Testimony, read_witness
from onrecord.records import Article, DateCertainty, Published, Witness, WitnessKind

# How far a witness's day can be trusted, most first. Structured data comes from one system and
# so counts as one witness; htmldate reads most of the others and counts as none.
_RELIABILITY: dict[WitnessKind, int] = {
    "pinned": 9, "given": 8, "feed": 7, "json-ld": 6, "meta": 5, "time": 4, "text": 4,
    "stamp": 3, "url": 3, "htmldate": 1, "story": 1, "capture": 0, "footer": 0,
}  # fmt: skip
_FAMILY: dict[WitnessKind, str] = {
    "json-ld": "data",
    "meta": "data",
    "feed": "data",
    "time": "data",
}
_SURE_ALONE = 5
# Time zones put the same moment on neighbouring days.
_ZONE_DAYS = 1


def solve_published(article: Article, captured: datetime | None) -> Published:
    """Return the published date of `article` as far as the witnesses fix it.

    The witnesses come in with words only; here they get their days, and those of the text are
    added: a date in the dateline, and the latest day told as past, which no report precedes.
    Days of publication, upper bounds ("updated", footer, capture) and lower bounds are kept apart
    and intersected, the most reliable witness first. "exact" needs a reliable witness or two that
    are independent; with less the interval is "bounded", and without any witness both ends are
    `None`. Each conflict is one sentence.
    """
    witnesses = list(article.published.witnesses)
    if captured is not None and not any(witness.kind == "capture" for witness in witnesses):
        words = captured.date().isoformat()
        witnesses.append(Witness(kind="capture", words=words))
    testimonies = [(witness, read_witness(witness)) for witness in witnesses]
    told = [testimony for _, testimony in testimonies if testimony is not None]
    evidence = read_text_evidence(article)
    upper = _lowest_upper(told)
    told.extend(_read_equations(evidence, upper))
    solved = _solve(told, evidence, upper)
    return replace(
        solved,
        witnesses=tuple(_with_days(witness, testimony) for witness, testimony in testimonies)
        + tuple(_text_witnesses(evidence, told)),
    )


def _with_days(witness: Witness, testimony: Testimony | None) -> Witness:
    if testimony is None:
        return witness
    return replace(witness, earliest=testimony.earliest, latest=testimony.latest)


def _lowest_upper(told: list[Testimony]) -> date | None:
    return min(
        (testimony.latest for testimony in told if testimony.role == "upper" and testimony.latest),
        default=None,
    )


def _read_equations(evidence: TextEvidence, upper: date | None) -> Iterator[Testimony]:
    """Yield the days of the dateline: with its year, or by its weekday as a calendar equation."""
    for words, fields in evidence.datelines:
        if fields.month is None or fields.day is None:
            continue
        years: tuple[int, ...] = ()
        if fields.year is not None:
            years = (fields.year,)
        elif fields.weekday is not None:
            years = solve_year(
                fields.month, fields.day, fields.weekday, lower=evidence.latest_past, upper=upper
            )
        days = [date(year, fields.month, fields.day) for year in years]
        if days:
            yield Testimony(
                witness=Witness(kind="text", words=words, earliest=days[0], latest=days[-1]),
                role="published",
                earliest=days[0],
                latest=days[-1],
            )


def _text_witnesses(evidence: TextEvidence, told: list[Testimony]) -> Iterator[Witness]:
    for testimony in told:
        if testimony.witness.kind == "text":
            yield testimony.witness
    if evidence.latest_past is not None:
        yield Witness(
            kind="text", words=evidence.latest_past_words or "", earliest=evidence.latest_past
        )


def _solve(told: list[Testimony], evidence: TextEvidence, upper: date | None) -> Published:
    days = sorted(
        (one for one in told if one.role == "published" and one.earliest and one.latest),
        key=lambda one: -_RELIABILITY[one.witness.kind],
    )
    if not days:
        if evidence.latest_past is None and upper is None:
            return Published()
        return Published(earliest=evidence.latest_past, latest=upper, certainty="bounded")
    best = days[0]
    earliest, latest = best.earliest, best.latest
    conflicts = tuple(_find_conflicts(best, days[1:], evidence, upper))
    certainty: DateCertainty = "bounded"
    if earliest == latest and _is_sure(best, days[1:]) and not conflicts:
        certainty = "exact"
    return Published(earliest=earliest, latest=latest, certainty=certainty, conflicts=conflicts)


def _is_sure(best: Testimony, others: list[Testimony]) -> bool:
    if _RELIABILITY[best.witness.kind] >= _SURE_ALONE or best.witness.kind == "text":
        return True
    return any(
        _family(other) != _family(best) and other.earliest == best.earliest == other.latest
        for other in others
    )


def _family(testimony: Testimony) -> str:
    return _FAMILY.get(testimony.witness.kind, testimony.witness.kind)


def _find_conflicts(
    best: Testimony, others: list[Testimony], evidence: TextEvidence, upper: date | None
) -> Iterator[str]:
    assert best.earliest is not None and best.latest is not None
    for other in others:
        assert other.earliest is not None and other.latest is not None
        if (other.earliest - best.latest).days > _ZONE_DAYS or (
            best.earliest - other.latest
        ).days > _ZONE_DAYS:
            yield (
                f"{_name(best)} says {best.witness.words!r}, "
                f"but {_name(other)} says {other.witness.words!r}."
            )
    if upper is not None and best.earliest > upper:
        yield f"{_name(best)} says {best.witness.words!r}, which is after {upper.isoformat()}."
    if evidence.latest_past is not None and best.latest < evidence.latest_past:
        yield (
            f"{_name(best)} says {best.witness.words!r}, but the text tells "
            f"{evidence.latest_past_words!r} as past."
        )


_NAMES: dict[WitnessKind, str] = {
    "json-ld": "the structured data", "meta": "the page's metadata", "time": "the time element",
    "url": "the address", "stamp": "the visible stamp", "text": "the text", "feed": "the feed",
    "htmldate": "htmldate", "given": "the given date", "pinned": "the pinned date",
    "footer": "the footer", "capture": "the capture", "story": "the story",
}  # fmt: skip


def _name(testimony: Testimony) -> str:
    return _NAMES[testimony.witness.kind]
