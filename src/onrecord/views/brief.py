"""The brief of a story: what happened, who said what, which figures, where sources differ.

Extractive: every line is a row's own words with its sources, and no sentence is generated.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from onrecord.compare.actor_keys import key_bearers, may_be_several
from onrecord.descriptions import find_fullest
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
from onrecord.ledger.grammar import ROW_KINDS
from onrecord.records import (
    DATED_DAYS,
    Actor,
    Comparison,
    Counts,
    Relation,
    Story,
    When,
)
from onrecord.stories.credits import count_outlets
from onrecord.views.happened import count_told, find_charges, has_happened, is_denied
from onrecord.views.pairs import is_change, name_side, order_sides
from onrecord.views.retold import drop_retold
from onrecord.views.wordings import count_wordings, list_other_values
from onrecord.views.words import ALONE, show_parties

# How much of each part a page can hold and still be read on deadline.
EVENTS, SPEAKERS, PER_SPEAKER, FIGURES, DIFFERENCES = 15, 12, 4, 15, 24
COMPARED = 10 * DIFFERENCES  # pairs are looked at, for copies print the same
# Of a story with more rows than this only what several rows tell is looked at, the most told
# first, and a few rows of each.
LARGE, TOLD, ROWS = 1500, 30, 3
_TOLD_APART: tuple[Relation, Relation] = ("differ", "changed")
_PER_ACT = 2  # of one speaker's statements of one kind
_CERTAINTY = {"clear": 0, "likely": 1, "unsure": 2, None: 1}
_UNSURE = _CERTAINTY["unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One account, or one row that is in none: its best-told row, and all its sources.

    Of what happened, `counts` and `sources` are of the reports that it did, and `denials` the
    sources that tell that it did not. Of a figure, `sources` are those that give this value, and
    `others` those that give another one of the same; `counts` are of all.
    """

    row: Row
    counts: Counts
    sources: tuple[int, ...]  # numbers in the list of sources
    denials: tuple[int, ...] = ()
    others: tuple[int, ...] = ()


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

    `nameless` counts the articles whose outlet is not known; `more` says that there are more
    differences or changes than are listed.
    """

    story: Story
    outlets: int
    happened: tuple[Line, ...]
    said: tuple[tuple[str, tuple[Line, ...]], ...]
    figures: tuple[Line, ...]
    differ: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    sources: tuple[Source, ...]
    nameless: int = 0
    more: bool = False


def make_brief(ledger: Ledger, story: Story) -> Brief:
    """Return the brief of `story`."""
    sources = tuple(
        Source(number=number, article=article)
        for number, article in enumerate(ledger.articles(Filter(story=story.id)), 1)
    )
    number_of = {source.article.id: source.number for source in sources}
    rows = drop_retold(_find_rows(ledger, story))
    accounts = _group_rows(rows)
    people = _key_people(rows)
    lineage_of = {id_: lineage.id for lineage in story.lineages for id_ in lineage.articles}
    lines = tuple(_make_line(told, number_of, lineage_of) for told in accounts)
    differ, changed = (
        _list_differences(ledger, story, relation, number_of) for relation in _TOLD_APART
    )
    return Brief(
        story=story,
        outlets=count_outlets(source.article.outlet for source in sources),
        happened=_choose_events(_tell_events(accounts, story, number_of, people)),
        said=_choose_statements(lines, people),
        figures=_choose_figures(lines),
        differ=tuple(differ[:DIFFERENCES]),
        changed=tuple(changed[:DIFFERENCES]),
        sources=sources,
        nameless=sum(source.article.outlet is None for source in sources),
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
    most = [id_ for kind in ROW_KINDS for id_ in ledger.most_told(story.id, kind, limit=TOLD)]
    return list(ledger.account_rows(most, home, each=ROWS))


def _key_people(rows: Iterable[Row]) -> Mapping[tuple[str, str], str]:
    """Return one key for the same actor in several articles, by article and actor id."""
    parties = {(row.article, party.id): party for row in rows for party in _list_parties(row)}
    return key_bearers((place, _make_actor(party)) for place, party in parties.items())


def _list_parties(row: Row) -> Iterator[Party]:
    yield from (*row.who, *row.to)
    if isinstance(row, ActRow) and row.asserted_by is not None:
        yield row.asserted_by


def _make_actor(party: Party) -> Actor:
    return Actor(
        id=party.id,
        name=party.name,
        kind=party.kind,
        state=party.state,
        body=party.body,
        role=party.role,
        identity=party.identity,
    )


def _group_rows(rows: Iterable[Row]) -> list[list[Row]]:
    """Return the rows of each account, and each row that is in none, in the order of the rows."""
    accounts: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        accounts[row.account or row.id].append(row)
    return list(accounts.values())


def _make_line(
    told: Sequence[Row], number_of: Mapping[str, int], lineage_of: Mapping[str, str]
) -> Line:
    support = count_wordings(told, lineage_of)
    best = min(told, key=lambda row: _telling(row, -support.get(row.id, 0)))
    others = list_other_values(best, told)
    sources = _number((row for row in told if row not in others), number_of)
    return Line(
        row=best,
        counts=best.counts or ALONE,
        sources=sources,
        others=tuple(each for each in _number(others, number_of) if each not in sources),
    )


def _number(rows: Iterable[Row], number_of: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(sorted({number_of[row.article] for row in rows if row.article in number_of}))


def _tell_events(
    accounts: Iterable[Sequence[Row]],
    story: Story,
    number_of: Mapping[str, int],
    people: Mapping[tuple[str, str], str],
) -> Iterator[Line]:
    """Yield a line for each account in which something is told to have happened."""
    accounts = list(accounts)
    charges = find_charges(row for told in accounts for row in told)
    for told in accounts:
        reports = [row for row in told if has_happened(row, charges)]
        if not reports:
            continue
        best = min(reports, key=_telling)
        whole = len(reports) == len(told)
        denials = [row for row in told if isinstance(row, ActRow) and is_denied(row)]
        yield Line(
            row=best,
            counts=best.counts or ALONE if whole else count_told(reports, story.lineages, people),
            sources=_number(reports, number_of),
            denials=_number(denials, number_of),
        )


def _find_doubt(row: Row) -> int:
    """Return how doubtful a row is; what somebody has accepted or corrected is not."""
    return 0 if row.review is not None else _CERTAINTY[row.certainty]


def _telling(row: Row, wording: int = 0) -> tuple[int, bool, int, int, int, str]:
    """Return how well a row tells its account: in the wording of most, with a date, how sure, how
    fully."""
    width = _width(row.when)
    length = len(" ".join(row.words))
    return (wording, width > DATED_DAYS, _find_doubt(row), width, -length, row.id)


def _width(when: When) -> int:
    """Return how many days an interval leaves open, very many where an end is missing."""
    if when.earliest is None or when.latest is None:
        return timedelta.max.days
    return (when.latest - when.earliest).days


def _choose_events(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return what happened, of what most is told, in the order of the days.

    What only a wide interval dates is there if it is told more than once.
    """
    happened = [
        line
        for line in lines
        if line.row.who
        and _find_doubt(line.row) < _UNSURE
        and (_width(line.row.when) <= DATED_DAYS or line.counts.lineages > 1)
    ]
    return tuple(sorted(sorted(happened, key=_weigh_account)[:EVENTS], key=_day))


def _day(line: Line) -> tuple[bool, date, str]:
    """Return the place of a line in time: what has a day first, the rest behind it."""
    when = line.row.when
    return (_width(when) > DATED_DAYS, when.earliest or date.max, line.row.id)


def _choose_statements(
    lines: Sequence[Line], people: Mapping[tuple[str, str], str]
) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """Return statements of named speakers: a few for each, no more than two of one kind.

    `people` gives one key to the same person in several articles; the fullest name is shown. A
    ministry that may be any state's is the same in its own article alone.
    """
    by_speaker: dict[str, list[Line]] = defaultdict(list)
    names: dict[str, str] = {}
    for line in sorted(lines, key=_weight):
        row = line.row
        if not isinstance(row, StatementRow) or not row.who or _find_doubt(row) == _UNSURE:
            continue
        key = ", ".join(people.get((row.article, party.id), party.name) for party in row.who)
        if any(may_be_several(people.get((row.article, party.id), "")) for party in row.who):
            key = f"{key} {row.article}"
        shown = show_parties(row.who)
        names[key] = find_fullest((names.get(key, shown), shown))
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
    ledger: Ledger, story: Story, relation: Relation, number_of: Mapping[str, int]
) -> list[Difference]:
    """Return pairs of rows that stand so to each other, the most reported accounts first: as many
    as are shown, and one more if there are more.

    Copies that print the same pair are one, with the sources of all.
    """
    seen = list(islice(ledger.related(story.id, relation), COMPARED))
    ids = dict.fromkeys(ref.row for each in seen for ref in (each.a, each.b))
    rows = {row.id: row for row in ledger.rows_by_id(list(ids))}
    pairs: dict[tuple[object, ...], tuple[Comparison, list[Row], list[Row]]] = {}
    for each in seen:
        a, b = order_sides(each, rows)
        if relation == "changed" and not is_change(each, a, b):
            continue
        one, other = (name_side(row, giver=relation == "differ") for row in (a, b))
        if relation == "differ" and (each.account, other, one) in pairs:
            one, other, a, b = other, one, b, a
        _, left, right = pairs.setdefault((each.account, one, other), (each, [], []))
        left.append(a)
        right.append(b)
    return [
        Difference(
            comparison=comparison, a=_make_side(left, number_of), b=_make_side(right, number_of)
        )
        for comparison, left, right in islice(pairs.values(), DIFFERENCES + 1)
    ]


def _make_side(rows: Sequence[Row], number_of: Mapping[str, int]) -> Line:
    row = rows[0]
    return Line(row=row, counts=row.counts or ALONE, sources=_number(rows, number_of))


def _weigh_account(line: Line) -> tuple[int, int, int, date, str]:
    """Return the weight of a line by all that is told of it, also before and against it."""
    return _weight(replace(line, counts=line.row.counts or ALONE))


def _weight(line: Line) -> tuple[int, int, int, date, str]:
    counts = line.counts
    certainty = _find_doubt(line.row)
    day = line.row.when.earliest or date.max
    return (-counts.lineages, -counts.reports, certainty, day, line.row.id)
