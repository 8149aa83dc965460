import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates.calendar import days_of
from onrecord.dates.meaning import Fields, Part
from onrecord.dates.timex3 import write_duration, write_value

READ = re.compile(
    r"(?P<bc>BC)?"
    r"(?:(?P<century>\d\d)|(?P<decade>\d{3})|(?P<year>\d{4}|XXXX)"
    r"(?:-H(?P<half>[12])|-Q(?P<quarter>[1-4])|-(?P<season>SP|SU|FA|WI)"
    r"|-W(?P<week>\d\d|XX)(?:-(?:(?P<weekend>WE)|(?P<weekday>[1-7])))?"
    r"|-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?:(?P<part>MO|MI|AF|EV|NI|DT)|(?P<clock>\d\d(?::\d\d)?)))?)"
)


def read_value(value: str) -> Fields:
    match = READ.fullmatch(value)
    assert match is not None
    numbers = {
        name: int(match[name])
        for name in "century decade year half quarter week weekday month day".split()
        if match[name] is not None and match[name].isdigit()
    }
    return Fields(
        **numbers,  # type: ignore[arg-type]
        season=match["season"],  # type: ignore[arg-type]
        weekend=match["weekend"] is not None,
        part=match["part"],  # type: ignore[arg-type]
        clock=match["clock"],
        before_christ=match["bc"] is not None,
    )


def make_fields(**said: st.SearchStrategy[Any]) -> st.SearchStrategy[Fields]:
    return st.fixed_dictionaries(said).map(lambda values: Fields(**values))


years = st.integers(1000, 2999)
clocks = st.builds("{:02d}:{:02d}".format, st.integers(0, 24), st.integers(0, 59))
PARTS: list[Part] = ["MO", "MI", "AF", "EV", "NI", "DT"]
parts = st.sampled_from(PARTS)
months = st.integers(1, 12)
days = make_fields(year=years, month=months, day=st.integers(1, 28))
fields = st.one_of(
    make_fields(century=st.integers(10, 20)),
    make_fields(decade=st.integers(100, 299)),
    make_fields(year=years, before_christ=st.booleans()),
    make_fields(year=years, half=st.integers(1, 2)),
    make_fields(year=years, quarter=st.integers(1, 4)),
    make_fields(year=years, season=st.sampled_from(["SP", "SU", "FA", "WI"])),
    make_fields(year=years, month=months),
    make_fields(year=years, week=st.integers(1, 52), weekend=st.booleans()),
    days,
    days.flatmap(lambda day: parts.map(lambda part: day._replace(part=part))),
    days.flatmap(lambda day: clocks.map(lambda clock: day._replace(clock=clock))),
    make_fields(weekday=st.integers(1, 7)),
    make_fields(month=months, day=st.integers(1, 28)),
)


@given(fields)
def test_reading_what_was_written_gives_the_same_fields(written: Fields) -> None:
    assert read_value(write_value(written)) == written


@given(fields)
def test_fields_without_a_year_have_no_days(written: Fields) -> None:
    open_year = written.year is None and written.decade is None and written.century is None
    assert (days_of(written) is None) == (open_year or written.before_christ)


@given(fields)
def test_the_first_day_is_not_after_the_last(written: Fields) -> None:
    found = days_of(written)
    assert found is None or found[0] <= found[1]


def test_durations_are_written_with_their_unit() -> None:
    assert write_duration(3, "month") == "P3M"
    assert write_duration(3, "minute") == "PT3M"
    assert write_duration(None, "year") == "PXY"
    assert write_duration(1, "fortnight") == "P2W"
