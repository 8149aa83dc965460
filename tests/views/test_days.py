from datetime import date

import pytest

from onrecord.records import DateCertainty, When
from onrecord.views.days import show_days


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("earliest", "latest", "certainty", "words"),
    [
        ("2031-04-02", "2031-04-02", "exact", "2 Apr 2031"),
        ("2031-04-01", "2031-04-03", "exact", "1–3 Apr 2031"),
        ("2031-03-30", "2031-04-02", "exact", "30 Mar – 2 Apr 2031"),
        ("2030-12-30", "2031-01-02", "exact", "30 Dec 2030 – 2 Jan 2031"),
        ("2031-04-01", "2031-04-30", "exact", "Apr 2031"),
        ("2031-01-01", "2031-12-31", "exact", "2031"),
        ("2031-04-01", "2031-04-03", "bounded", "between 1 and 3 Apr 2031"),
        ("2030-04-01", "2031-04-03", "bounded", "between 1 Apr 2030 and 3 Apr 2031"),
        ("2031-04-01", "2031-04-30", "bounded", "in Apr 2031"),
        ("2031-01-01", "2031-12-31", "bounded", "in 2031"),
        ("2031-01-01", "2032-12-31", "bounded", "between 1 Jan 2031 and 31 Dec 2032"),
        (None, "2031-04-03", "bounded", "not after 3 Apr 2031"),
        ("2031-04-03", None, "bounded", "not before 3 Apr 2031"),
        (None, None, "unknown", "date unknown"),
    ],
)
def test_an_interval_is_said_without_loss(
    earliest: str | None, latest: str | None, certainty: DateCertainty, words: str
) -> None:
    when = When(earliest=day(earliest), latest=day(latest), certainty=certainty)
    assert show_days(when) == words
