"""The brief of a story: what happened, who said what, which figures, where sources differ.

Extractive: every line is a row's own words with its sources, and no sentence is generated.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from onrecord.compare.actor_keys import key_bearers
from onrecord.ledger import (
    ActRow,
    ArticleRow,
    FigureRow,
    Filter,
    Ledger,
    Party,
    Row,
    StatementRow,
)
from onrecord.records import (
    DATED_DAYS,
    Actor,
    Comparison,
    Counts,
    Relation,
    RowKind,
    Story,
    When,
)
from onrecord.views.words import ALONE, show_parties

# How much of each part a page can hold and still be read on deadline.
EVENTS, SPEAKERS, PER_SPEAKER, FIGURES, DIFFERENCES = 15, 12, 4, 15, 24
# Of a story with more rows than this only what several rows tell is looked at, the most told
# first, and a few rows of each.
LARGE, TOLD, ROWS = 1500, 30, 3
_KINDS: tuple[RowKind, ...] = ("statement", "act", "figure")
_TOLD_APART: tuple[Relation, Relation] = ("differ", "changed")
_PER_ACT = 2  # of one speaker's statements of one kind
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
    """A story on one page. `said` is grouped by speaker, the most quoted first.

    `more` says that there are more differences or changes than are listed.
    """

    story: Story
    outlets: int
    happened: tuple[Line, ...]
    said: tuple[tuple[str, tuple[Line, ...]], ...]
    figures: tuple[Line, ...]
    differ: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    sources: tuple[Source, ...]
    more: bool = False


def make_brief(ledger: Ledger, story: Story) -> Brief:
    """Return the brief of `story`."""
    sources = tuple(
        Source(number=number, article=article)
        for number, article in enumerate(ledger.articles(Filter(story=story.id)), 1)
    )
    number_of = {source.article.id: source.number for source in sources}
    rows = _find_rows(ledger, story)
    lines = _make_lines(rows, number_of)
    differ, changed = (
        _list_differences(ledger, story, relation, number_of) for relation in _TOLD_APART
    )
    return Brief(
        story=story,
        outlets=len({source.article.outlet for source in sources} - {None}),
        happened=_choose_events(lines),
        said=_choose_statements(lines, _key_people(rows)),
        figures=_choose_figures(lines),
        differ=tuple(differ[:DIFFERENCES]),
        changed=tuple(changed[:DIFFERENCES]),
        sources=sources,
        more=max(len(differ), len(changed)) > DIFFERENCES,
    )


def _find_rows(ledger: Ledger, story: Story) -> list[Row]:
    """Return the rows of `story`; of a large one those of the accounts told most."""
    within = Filter(story=story.id)
    sizes = next(ledger.stories(within))
    if sizes.statements + sizes.acts + sizes.figures <= LARGE:
        return list(ledger.rows(within))
    # A saga has its accounts to itself; those of an episode run through others.
    home = Filter(story=None if story.parent is None else story.id)
    most = [id_ for kind in _KINDS for id_ in ledger.most_told(story.id, kind, limit=TOLD)]
    return list(ledger.account_rows(most, home, each=ROWS))


def _key_people(rows: Iterable[Row]) -> Mapping[tuple[str, str], str]:
    """Return one key for the same actor in several articles, by article and actor id."""
    parties = {(row.article, party.id): party for row in rows for party in (*row.who, *row.to)}
    return key_bearers((place, _make_actor(party)) for place, party in parties.items())


def _make_actor(party: Party) -> Actor:
    return Actor(id=party.id, name=party.name, kind=party.kind, state=party.state, body=party.body)


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
    return (width > DATED_DAYS, _find_doubt(row), width, -len(" ".join(row.words)), row.id)


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
        and (_width(line.row.when) <= DATED_DAYS or line.counts.lineages > 1)
    ]
    return tuple(sorted(sorted(happened, key=_weight)[:EVENTS], key=_day))


def _day(line: Line) -> tuple[bool, date, str]:
    """Return the place of a line in time: what has a day first, the rest behind it."""
    when = line.row.when
    return (_width(when) > DATED_DAYS, when.earliest or date.max, line.row.id)


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
        key = ", ".join(people.get((row.article, party.id), party.name) for party in row.who)
        names[key] = max(names.get(key, ""), show_parties(row.who), key=len)
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


def _list_differences(
    ledger: Ledger, story: Story, relation: Relation, number_of: dict[str, int]
) -> list[Difference]:
    """Return pairs of rows that stand so to each other, the most reported accounts first: as many
    as are shown, and one more if there are more."""
    found = list(islice(ledger.related(story.id, relation), DIFFERENCES + 1))
    ids = dict.fromkeys(ref.row for each in found for ref in (each.a, each.b))
    lines = {row.id: _make_line([row], number_of) for row in ledger.rows_by_id(list(ids))}
    return [Difference(comparison=c, a=lines[c.a.row], b=lines[c.b.row]) for c in found]


def _weight(line: Line) -> tuple[int, int, int, date, str]:
    counts = line.counts
    certainty = _find_doubt(line.row)
    day = line.row.when.earliest or date.max
    return (-counts.lineages, -counts.reports, certainty, day, line.row.id)
