"""The brief of a story: what happened, who said what, which figures, where sources differ.

Extractive: every line is a row's own words with its sources, and no sentence is generated.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.compare.actor_keys import key_actors
from onrecord.ledger import ActRow, ArticleRow, FigureRow, Filter, Ledger, Row, StatementRow
from onrecord.records import Comparison, Counts, Story, When
from onrecord.views.words import ALONE

# How much of each part a page can hold and still be read on deadline.
EVENTS, SPEAKERS, PER_SPEAKER, FIGURES = 15, 12, 4, 15
_PER_ACT = 2  # of one speaker's statements of one kind
_DATED = 31  # days; a wider interval is no date to put a line under
_CERTAINTY = {"clear": 0, "likely": 1, "unsure": 2, None: 1}
_UNSURE = _CERTAINTY["unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One account, or one row that is in none: its best-told row, and all its sources."""

    row: Row
    counts: Counts
    sources: tuple[int, ...]  # numbers in the list of sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two rows that differ or changed, with the reason in words."""

    comparison: Comparison
    a: Line
    b: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that the brief cites."""

    number: int
    article: ArticleRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A story on one page. `said` is grouped by speaker, the most quoted first."""

    story: Story
    outlets: int
    happened: tuple[Line, ...]
    said: tuple[tuple[str, tuple[Line, ...]], ...]
    figures: tuple[Line, ...]
    differ: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    sources: tuple[Source, ...]


def make_brief(ledger: Ledger, story: Story) -> Brief:
    """Return the brief of `story`."""
    within = Filter(story=story.id)
    sources = tuple(
        Source(number=number, article=article)
        for number, article in enumerate(ledger.articles(within), 1)
    )
    number_of = {source.article.id: source.number for source in sources}
    acts = _make_lines(ledger.acts(within), number_of)
    statements = _make_lines(ledger.statements(within), number_of)
    figures = _make_lines(ledger.figures(within), number_of)
    comparisons = tuple(ledger.comparisons(story.id))
    people = key_actors(ledger.article(article) for article in number_of)
    return Brief(
        story=story,
        outlets=len({source.article.outlet for source in sources} - {None}),
        happened=_choose_events(acts),
        said=_choose_statements(statements, people),
        figures=_choose_figures(figures),
        differ=tuple(_differences(ledger, comparisons, "differ", number_of)),
        changed=tuple(_differences(ledger, comparisons, "changed", number_of)),
        sources=sources,
    )


def _make_lines(rows: Iterable[Row], number_of: dict[str, int]) -> tuple[Line, ...]:
    """Return one line for each account, and for each row in none, in the order of the rows."""
    accounts: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        accounts[row.account or row.id].append(row)
    return tuple(_make_line(told, number_of) for told in accounts.values())


def _make_line(told: Sequence[Row], number_of: dict[str, int]) -> Line:
    best = min(told, key=_telling)
    numbers = {number_of[row.article] for row in told if row.article in number_of}
    return Line(row=best, counts=best.counts or ALONE, sources=tuple(sorted(numbers)))


def _find_doubt(row: Row) -> int:
    """Return how doubtful a row is; what somebody has accepted or corrected is not."""
    return 0 if row.review is not None else _CERTAINTY[row.certainty]


def _telling(row: Row) -> tuple[bool, int, int, int, str]:
    """Return how well a row tells its account: with a date, how sure, how fully."""
    width = _width(row.when)
    return (width > _DATED, _find_doubt(row), width, -len(" ".join(row.words)), row.id)


def _width(when: When) -> int:
    """Return how many days an interval leaves open, very many where an end is missing."""
    if when.earliest is None or when.latest is None:
        return timedelta.max.days
    return (when.latest - when.earliest).days


def _choose_events(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return what happened, the most reported lines, in the order of the days.

    What only a wide interval dates is there if it is told more than once.
    """
    happened = [
        line
        for line in lines
        if isinstance(line.row, ActRow)
        and line.row.record.type not in ("STATE", "UNSPECIFIED")
        and line.row.record.modality in ("happened", "ongoing")
        and line.row.record.polarity == "positive"
        and not line.row.record.background
        and line.row.who
        and _find_doubt(line.row) < _UNSURE
        and (_width(line.row.when) <= _DATED or line.counts.lineages > 1)
    ]
    return tuple(sorted(sorted(happened, key=_weight)[:EVENTS], key=_day))


def _day(line: Line) -> tuple[bool, date, str]:
    """Return the place of a line in time: what has a day first, the rest behind it."""
    when = line.row.when
    return (_width(when) > _DATED, when.earliest or date.max, line.row.id)


def _choose_statements(
    lines: Sequence[Line], people: Mapping[tuple[str, str], str]
) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """Return statements of named speakers: a few for each, no more than two of one kind.

    `people` gives one key to the same person in several articles; the fullest name is shown.
    """
    by_speaker: dict[str, list[Line]] = defaultdict(list)
    names: dict[str, str] = {}
    for line in sorted(lines, key=_weight):
        row = line.row
        if not isinstance(row, StatementRow) or not row.who or _find_doubt(row) == _UNSURE:
            continue
        speaker = row.who[0]
        key = people.get((row.article, speaker.id), speaker.name)
        names[key] = max(names.get(key, ""), speaker.name, key=len)
        said = by_speaker[key]
        alike = [other for other in said if other.row.act == row.act]
        if len(said) < PER_SPEAKER and len(alike) < _PER_ACT:
            said.append(line)
    quoted = sorted(
        by_speaker, key=lambda key: (-sum(line.counts.reports for line in by_speaker[key]), key)
    )
    return tuple(
        (names[key], tuple(sorted(by_speaker[key], key=_day))) for key in quoted[:SPEAKERS]
    )


def _choose_figures(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the figures that count something named, the most reported first."""
    counted = [
        line
        for line in lines
        if isinstance(line.row, FigureRow)
        and line.row.record.counted is not None
        and (line.row.record.low or line.row.record.high or 0) > 1
    ]
    return tuple(sorted(counted, key=_weight)[:FIGURES])


def _differences(
    ledger: Ledger,
    comparisons: Iterable[Comparison],
    relation: str,
    number_of: dict[str, int],
) -> Iterable[Difference]:
    for comparison in comparisons:
        if comparison.relation == relation:
            a, b = (
                _make_line([ledger.row(ref.row)], number_of) for ref in (comparison.a, comparison.b)
            )
            yield Difference(comparison=comparison, a=a, b=b)


def _weight(line: Line) -> tuple[int, int, int, date, str]:
    counts = line.counts
    certainty = _find_doubt(line.row)
    day = line.row.when.earliest or date.max
    return (-counts.lineages, -counts.reports, certainty, day, line.row.id)
