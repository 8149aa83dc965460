"""What a brief may tell: a line for each account, or for each row that is in none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.ledger import ActRow, FigureRow, Row
from onrecord.records import DATED_DAYS, Counts, Story, When
from onrecord.views.happened import count_told, find_charges, has_happened, is_denied
from onrecord.views.wordings import count_wordings, list_other_values
from onrecord.views.words import ALONE, show_value

_CERTAINTY = {"clear": 0, "likely": 1, "unsure": 2, None: 1}
UNSURE = _CERTAINTY["unsure"]

Sources = tuple[int, ...]  # numbers in the list of sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One account, or one row that is in none: its best-told row, and all its sources.

    Of what happened, `counts` and `sources` are of the reports that it did, and `denials` the
    sources that tell that it did not. Of a figure, `sources` are those that give this value, and
    `others` has the other values of the same, the most told first, with theirs; `counts` are of
    all.
    """

    row: Row
    counts: Counts
    sources: Sources
    denials: Sources = ()
    others: tuple[tuple[str, Sources], ...] = ()


def make_line(
    told: Sequence[Row], number_of: Mapping[str, int], lineage_of: Mapping[str, str]
) -> Line:
    """Return the line of an account's rows; `number_of` has the sources by their articles."""
    support = count_wordings(told, lineage_of)
    best = min(told, key=lambda row: _telling(row, -support.get(row.id, 0)))
    others = list_other_values(best, told)
    return Line(
        row=best,
        counts=best.counts or ALONE,
        sources=number_sources((row for row in told if row not in others), number_of),
    )


def list_values(
    figures: Iterable[Row], number_of: Mapping[str, int]
) -> tuple[tuple[str, Sources], ...]:
    """Return the values that `figures` give, the most told first, each with its sources."""
    by_value: dict[str, list[Row]] = defaultdict(list)
    for row in figures:
        if isinstance(row, FigureRow):
            by_value[show_value(row.record)].append(row)
    values = ((value, number_sources(rows, number_of)) for value, rows in by_value.items())
    return tuple(sorted(values, key=lambda each: (-len(each[1]), each[1], each[0])))


def number_sources(rows: Iterable[Row], number_of: Mapping[str, int]) -> Sources:
    """Return the numbers of the sources that `rows` are from."""
    return tuple(sorted({number_of[row.article] for row in rows if row.article in number_of}))


def tell_events(
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
            sources=number_sources(reports, number_of),
            denials=number_sources(denials, number_of),
        )


def find_doubt(row: Row) -> int:
    """Return how doubtful a row is; what somebody has accepted or corrected is not."""
    return 0 if row.review is not None else _CERTAINTY[row.certainty]


def _telling(row: Row, wording: int = 0) -> tuple[int, bool, int, int, int, str]:
    """Return how well a row tells its account: in the wording of most, with a date, how sure, how
    fully."""
    days = count_open_days(row.when)
    length = len(" ".join(row.words))
    return (wording, days > DATED_DAYS, find_doubt(row), days, -length, row.id)


def count_open_days(when: When) -> int:
    """Return how many days an interval leaves open, very many where an end is missing."""
    if when.earliest is None or when.latest is None:
        return timedelta.max.days
    return (when.latest - when.earliest).days


def weigh_account(line: Line) -> tuple[int, int, bool, int, date, str]:
    """Return the weight of a line by all that is told of it, also before and against it."""
    return weigh_line(replace(line, counts=line.row.counts or ALONE))


def weigh_line(line: Line) -> tuple[int, int, bool, int, date, str]:
    """Return the weight of a line: what is told most comes first, and deeds before words."""
    counts, row = line.counts, line.row
    words = isinstance(row, ActRow) and row.record.speech_act is not None
    day = row.when.earliest or date.max
    return (-counts.lineages, -counts.reports, words, find_doubt(row), day, row.id)
