"""What must never come out of a page, whatever the scores: each check returns its findings.

A finding is one sentence with the words. The checks take the expected reading and the found one.
"""

import re
from datetime import date, timedelta

from tests.golden.expectations import list_rows
from tests.golden.matching import (
    article_of,
    find_actor,
    has_altered_number,
    has_speaker,
    pair_rows,
    row_spans,
)

from onrecord.records import Act, Reading, Span, When

_UNREAL = {"threatened", "conditional", "hypothetical"}
_REAL = {"happened", "ongoing"}
_YEAR = timedelta(days=366)


def find_rows_of_furniture(expected: Reading, found: Reading) -> list[str]:
    """Return the rows whose words stand in a removed line and not in the article."""
    story = _plain(article_of(expected).text)
    removed = [_plain(line.words) for line in article_of(expected).removed]
    furniture = [line for line in removed if len(line) >= 12 and line not in story]
    text = article_of(found).text
    findings = []
    for row in list_rows(found):
        words = _plain(" ".join(text[span.start : span.end] for span in row_spans(row)))
        if (
            words
            and words not in story
            and any(words in line or line in words for line in furniture)
        ):
            findings.append(f"a row stands in furniture: {words!r}")
    return findings


def find_wrong_speakers(expected: Reading, found: Reading) -> list[str]:
    """Return the direct quotations that are surely given to somebody else."""
    text = article_of(expected).text
    findings = []
    for wanted, given in pair_rows(text, expected.statements, found.statements).pairs:
        sure = given.certainty == "clear" and given.speaker is not None
        if wanted.kind == "direct" and sure and not has_speaker(expected, wanted, found, given):
            name = find_actor(found, given.speaker)
            words = _words(text, wanted.content[0])
            findings.append(f"{words!r} is given to {name.name if name else given.speaker}")
    return findings


def find_unreal_acts_as_real(expected: Reading, found: Reading) -> list[str]:
    """Return acts shown as happened that are background, threatened, or only a condition."""
    text = article_of(expected).text
    findings = []
    pairing = pair_rows(text, expected.acts, found.acts)
    for wanted, given in pairing.pairs:
        unreal = wanted.modality in _UNREAL and given.modality in _REAL
        old = wanted.background and wanted.modality == "happened" and not given.background
        if given.type != "STATE" and (unreal or old):
            kind = "history" if old else wanted.modality
            findings.append(f"{_words(text, wanted.trigger)!r} is {kind}: {_context(text, wanted)}")
    conditions = [row.condition for row in expected.statements if row.condition is not None]
    conditions += [row.condition for row in expected.acts if row.condition is not None]
    findings.extend(
        f"{_words(text, given.trigger)!r} is only a condition: {_context(text, given)}"
        for given in pairing.extra
        if given.modality in _REAL and any(_holds(span, given.trigger) for span in conditions)
    )
    return findings


def find_invented_dates(expected: Reading, found: Reading) -> list[str]:
    """Return the days on an undated page that its text does not name a year for."""
    if article_of(expected).published.certainty != "unknown":
        return []
    article = article_of(found)
    findings = []
    published = article.published
    if published.earliest and published.latest and published.latest - published.earliest <= _YEAR:
        findings.append(f"published {published.earliest} to {published.latest}")
    years = set(re.findall(r"\b\d{4}\b", article.text))
    whens: list[tuple[str, When]] = [
        (timex.words, When(earliest=timex.earliest, latest=timex.latest)) for timex in found.timexes
    ]
    whens += [(act.id, act.when) for act in found.acts]
    whens += [(statement.id, statement.when) for statement in found.statements]
    whens += [(figure.words, figure.as_of) for figure in found.figures]
    for words, when in whens:
        if any(_year(day) not in years for day in (when.earliest, when.latest) if day):
            findings.append(f"{words!r} was on {when.earliest} to {when.latest}")
    return findings


def find_altered_numbers(expected: Reading, found: Reading) -> list[str]:
    """Return the figures whose interval leaves out every number that the words state."""
    text = article_of(expected).text
    return [
        f"{wanted.words!r} became {given.low} to {given.high} {given.unit}"
        for wanted, given in pair_rows(text, expected.figures, found.figures).pairs
        if has_altered_number(wanted, given)
    ]


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip().casefold()


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _context(text: str, act: Act) -> str:
    return (
        "…" + text[max(0, act.trigger.start - 40) : act.trigger.end + 30].replace("\n", " ") + "…"
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _year(day: date) -> str:
    return f"{day.year:04}"
