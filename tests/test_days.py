from datetime import date

import pytest

from onrecord.days import by_publication, is_later, when_of
from onrecord.records import UNKNOWN_WHEN, Published, Span, Timex, When

DAY, NEXT = date(2031, 3, 4), date(2031, 3, 5)


def make_timex(earliest: date | None, latest: date | None) -> Timex:
    return Timex(
        span=Span(0, 6),
        words="Monday",
        type="DATE",
        value="2031-03-04",
        earliest=earliest,
        latest=latest,
        certainty="exact",
        anchor="published",
    )


@pytest.mark.parametrize(
    ("earliest", "published", "later"),
    [(NEXT, DAY, True), (DAY, DAY, False), (None, DAY, False), (NEXT, None, False)],
)
def test_a_date_is_later_that_starts_behind_the_last_day_of_publication(
    earliest: date | None, published: date | None, later: bool
) -> None:
    assert is_later(make_timex(earliest, NEXT), Published(latest=published)) == later


def test_a_date_gives_its_days_with_their_certainty_and_anchor() -> None:
    when = When(earliest=DAY, latest=NEXT, certainty="exact", anchor="published")
    assert when_of(make_timex(DAY, NEXT)) == when


def test_what_is_reported_was_by_the_day_of_publication_if_that_is_known() -> None:
    bounded = When(latest=NEXT, certainty="bounded", anchor="published")
    assert by_publication(Published(earliest=DAY, latest=NEXT)) == bounded
    assert by_publication(Published()) == UNKNOWN_WHEN
