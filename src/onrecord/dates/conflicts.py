"""Say in words where witnesses for the published date disagree."""

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.dates.calendar import Days
from onrecord.dates.supporting import NEIGHBOUR
from onrecord.dates.text_witnesses import TextEvidence
from onrecord.dates.witnesses import Testimony
from onrecord.records import WitnessKind

_NAMES: dict[WitnessKind, str] = {
    "json-ld": "The structured data", "meta": "The metadata", "time": "The time element",
    "url": "The address", "stamp": "The stamp", "text": "The text", "feed": "The feed",
    "server": "The server",
    "htmldate": "The page as htmldate reads it", "given": "The given date",
    "pinned": "The pinned date", "footer": "The footer", "capture": "The capture",
    "story": "The story",
}  # fmt: skip
# A report seldom names no weekday of its last three days: of the reports with a weekday in
# TempEval-3 and Wikinews, 10 to 20 % do.
_STALE_DAYS = 3


def find_conflicts(
    best: Testimony, others: Sequence[Testimony], evidence: TextEvidence, upper: date | None
) -> Iterator[str]:
    """Yield a sentence for each witness that `best` cannot be true beside.

    A day more or less is no conflict: it may be the time zone.
    """
    if best.earliest is None:
        return
    told = set()
    for other in others:
        if other.earliest is None or other.witness.words in told:
            continue
        told.add(other.witness.words)
        if other.earliest - best.latest > NEIGHBOUR or best.earliest - other.latest > NEIGHBOUR:
            yield f"{_quote(best)}, but {_lower(_quote(other))}."
    if upper is not None and best.earliest - upper > NEIGHBOUR:
        yield describe_too_late(best, upper)
    lower = evidence.latest_past
    if lower is not None and best.latest < lower:
        yield f"{_quote(best)}, but the text tells “{evidence.latest_past_words}” as past."


def describe_too_late(one: Testimony, upper: date) -> str:
    """Say that a witness tells a day after the last one on which the page can be from."""
    return f"{_quote(one)}, but the page is from {upper.isoformat()} or before."


def find_staleness(best: Testimony, days: Days, evidence: TextEvidence) -> str | None:
    """Return a sentence where `best` lies days after the latest weekday that the text names.

    `days` are those of `best` where the outlet is.
    """
    day = days[1]
    if days[0] != day or best.witness.kind == "text":
        return None
    if not evidence.weekdays or evidence.says_today:
        return None
    distance, words = min(
        ((day.isoweekday() - weekday) % 7, words) for weekday, words in evidence.weekdays
    )
    if distance < _STALE_DAYS or (evidence.latest_past or date.min) >= day - NEIGHBOUR * 2:
        return None
    return (
        f"{_quote(best)}, but the latest weekday in the text, “{words}”, "
        f"would be {distance} days before: the page may have been renewed."
    )


def describe_misfit(story: Testimony, lower: date | None, upper: date | None) -> str:
    """Say that the days which other articles leave do not fit what the page itself says."""
    own = f"not before {lower}" if upper is None else f"not after {upper}"
    if lower is not None and upper is not None:
        own = f"between {lower} and {upper}"
    return (
        f"Other articles of the story put “{story.witness.words}” so that the page is from"
        f" {story.earliest} to {story.latest}, but it is from {own}."
    )


def _quote(testimony: Testimony) -> str:
    words = " ".join(testimony.witness.words.split())
    words = words if len(words) <= 80 else words[:79] + "…"
    return f"{_NAMES[testimony.witness.kind]} says “{words}”"


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
