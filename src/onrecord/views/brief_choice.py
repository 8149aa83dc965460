"""Which lines a brief shows, and in which order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from onrecord.compare.actor_keys import may_be_several
from onrecord.compare.fates import read_fate
from onrecord.descriptions import find_fullest
from onrecord.ledger import ActRow, FigureRow, Party, StatementRow
from onrecord.records import DATED_DAYS, SpeechAct
from onrecord.views.brief_lines import (
    UNSURE,
    Line,
    count_open_days,
    find_doubt,
    weigh_account,
    weigh_line,
)
from onrecord.views.words import show_parties

# How much of each part a page can hold and still be read on deadline.
EVENTS, SPEAKERS, PER_SPEAKER, FIGURES = 15, 12, 4, 15
_PER_ACT = 2  # of one speaker's statements of one kind
# Acts of words that accuse nobody: they stand under who said what.
_SAID_ALONE: frozenset[SpeechAct | None] = frozenset({"warn_of"})
_VAGUE = 5  # times the low end that the high one of a vague number is: "dozens", "thousands"
_FEW = 12  # up to here a number mostly says no more than which things are meant: "two courts"


def choose_events(lines: Iterable[Line]) -> tuple[tuple[Line, ...], ...]:
    """Return what happened, of what most is told, in the order of the days.

    Acts that one sentence tells are together, the most told first. What only a wide interval dates
    is there if it is told more than once.
    """
    by_sentence: dict[str, list[Line]] = defaultdict(list)
    for line in sorted(filter(_is_event, lines), key=weigh_account):
        acts = by_sentence[" ".join(line.row.sentence.split())]
        if not any(_tells_all(other, line) for other in acts):
            acts.append(line)
    events = list(map(tuple, by_sentence.values()))[:EVENTS]
    return tuple(sorted(events, key=lambda acts: _day(acts[0])))


def _is_event(line: Line) -> bool:
    row = line.row
    if isinstance(row, ActRow) and row.record.speech_act in _SAID_ALONE:
        return False
    dated = count_open_days(row.when) <= DATED_DAYS or line.counts.lineages > 1
    return bool(row.who) and find_doubt(row) < UNSURE and dated


def _tells_all(line: Line, other: Line) -> bool:
    """Return whether a line tells what the `other` one of the same sentence does."""
    one, two = line.row, other.row
    who, to = ({party.id for party in each} for each in (two.who, two.to))
    return (
        one.act == two.act
        and who <= {party.id for party in one.who}
        and to <= {party.id for party in one.to}
        and set(other.sources) <= set(line.sources)
    )


def _day(line: Line) -> tuple[bool, date, tuple[object, ...]]:
    """Return the place of a line in time: what has a day first, the rest behind it."""
    when = line.row.when
    return (
        count_open_days(when) > DATED_DAYS,
        when.earliest or date.max,
        weigh_account(line),
    )


def choose_statements(
    lines: Sequence[Line], people: Mapping[tuple[str, str], str]
) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """Return statements of speakers: a few for each, no more than two of one kind.

    `people` gives one key to the same person in several articles; the fullest name is shown. A
    ministry that may be any state's is the same in its own article alone, and so is who has no
    name.
    """
    by_speaker: dict[str, list[Line]] = defaultdict(list)
    names: dict[str, str] = {}
    for line in sorted(lines, key=weigh_line):
        row = line.row
        if not isinstance(row, StatementRow) or not row.who or find_doubt(row) == UNSURE:
            continue
        keys = [people.get((row.article, party.id), party.name) for party in row.who]
        key = ", ".join(keys)
        if any(map(may_be_several, keys)) or any(map(_is_nameless, row.who)):
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


def _is_nameless(party: Party) -> bool:
    return party.kind == "group"


def choose_figures(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the figures that count something named, the most reported first."""
    counted = [
        line
        for line in lines
        if isinstance(line.row, FigureRow)
        and line.row.record.counted is not None
        and (line.row.record.low or line.row.record.high or 0) > 1
    ]
    return tuple(sorted(counted, key=_weigh_figure)[:FIGURES])


def _weigh_figure(line: Line) -> tuple[object, ...]:
    """Return the weight of a figure: of those told by as many, what befell people comes first, and
    last what tells little, a vague number or a small one."""
    lineages, reports, *rest = weigh_line(line)
    row = line.row
    assert isinstance(row, FigureRow)
    figure = row.record
    fate = read_fate(figure.counted or "") is not None
    low, high = figure.low, figure.high
    vague = low is not None and high is not None and high > _VAGUE * low
    small = (low or high or 0) <= _FEW
    return (lineages, reports, not fate, vague or small, *rest)
