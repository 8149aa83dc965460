from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.errors import FilterError
from onrecord.ledger import Filter, Ledger
from onrecord.ledger.grammar import read_filter


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("2031", "2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2028-02", "2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2031-04-05", "2031-04-05", date(2031, 4, 5), date(2031, 4, 5)),
        (date(2031, 4, 5), datetime(2031, 4, 5, 9, tzinfo=UTC), date(2031, 4, 5), date(2031, 4, 5)),
    ],
)
def test_a_year_or_month_means_all_of_it(
    since: object, until: object, first: date, last: date
) -> None:
    assert read_filter({"since": since, "until": until}) == Filter(since=first, until=last)


def test_days_that_exclude_each_other_are_refused() -> None:
    with pytest.raises(FilterError, match="since 2031-04-06 is after until 2031-04-05"):
        read_filter({"since": "2031-04-06", "until": "2031-04-05"})


def test_choices_are_taken_in_any_case() -> None:
    found = read_filter({"act": "warn of", "kind": "Direct", "modality": "Planned"})
    assert found == Filter(act="warn_of", kind="direct", modality="planned")
    assert read_filter({"act": "assault"}) == Filter(act="ASSAULT")


def test_what_is_empty_does_not_count() -> None:
    assert read_filter({"who": None, "to": "", "offset": 0}) == Filter()
    assert read_filter({"who": " Ada \0 Venn "}) == Filter(who="Ada Venn")


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("whom", "Ada", "no condition 'whom'; there are who"),
        ("since", "2031-13", "is no day"),
        ("until", "yesterday", "write 2024-03-05"),
        ("act", "shout", "“shout” is no act; there are claim"),
        ("kind", "fact", "is no kind"),
        ("state", "Norway", "ISO code"),
        ("lineages", "0", "from 1 on"),
        ("limit", "-1", "is no number for limit"),
        ("who", 7, "has to be text"),
    ],
)
def test_what_means_nothing_is_refused(name: str, value: object, message: str) -> None:
    with pytest.raises(FilterError, match=message):
        read_filter({name: value})


def test_rows_are_narrowed_step_by_step(standing: Ledger) -> None:
    everything = standing.statements
    one = everything.where(outlet="Gull 1")
    assert {row.outlet for row in one} == {"Gull 1"}
    assert set(map(id_of, one.where(who="Cleo Marsh"))) < set(map(id_of, everything))
    assert list(one) == list(standing.statements(Filter(outlet="Gull 1")))
    assert repr(one) == "<statements where(outlet='Gull 1')>"
    assert list(one) == list(one)


def test_lineages_are_counted_by_account(full: Ledger, reader: ModuleType, tmp_path: Path) -> None:
    page = tmp_path / "own.txt"
    opening, _, _ = reader.make_text(0).partition("”")
    _, _, opening = opening.replace("Gull 0", "Tern").partition("\n")
    page.write_text(f"{OWN_HEADLINE}\n{opening}”.\n\n{OWN_WORDS}", encoding="utf-8")
    full.add([str(page)], read=reader.read)
    told = list(full.rows(Filter(lineages=2)))
    assert told
    assert all(row.counts is not None and row.counts.lineages >= 2 for row in told)
    expected = {row.id for row in full.rows() if row.counts and row.counts.lineages >= 2}
    assert {row.id for row in told} == expected
    assert len(list(full.rows(Filter(lineages=1)))) == len(list(full.rows()))


OWN_HEADLINE = "Port Orr: school, mine and grain, says Ada Venn"
OWN_WORDS = (
    "At dusk soldiers had struck again near Port Orr, where 100 sailors waited for a boat home. "
    "Nobody knew how long the wait would last. A cook handed out soup from the back of a lorry "
    "while children played between crates, and an old woman read aloud from a letter her nephew "
    "had written in spring. By midnight rain fell, and most of them slept under sailcloth.\n"
)


def id_of(row: object) -> str:
    return str(getattr(row, "id"))  # noqa: B009
