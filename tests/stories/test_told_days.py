from collections.abc import Sequence
from datetime import date

from onrecord.stories import NarrowedDays, narrow_days
from onrecord.stories.told_days import ToldDay, tell_the_same

STRIKE = ("ferry", "night", "orr", "pay", "pilot", "quay", "vessel", "walked")
WEDNESDAY = date(2024, 3, 6)


def undated(words: str = "Wednesday", weekday: int = 3, terms: Sequence[str] = STRIKE) -> ToldDay:
    return ToldDay(words=words, weekday=weekday, day=None, terms=tuple(terms))


def known(day: date = WEDNESDAY, terms: Sequence[str] = STRIKE) -> ToldDay:
    return ToldDay(words=str(day), weekday=day.isoweekday(), day=day, terms=tuple(terms))


def test_a_shared_weekday_leaves_a_week() -> None:
    found = narrow_days([undated()], [known()])
    assert found == NarrowedDays(words="Wednesday", earliest=WEDNESDAY, latest=date(2024, 3, 12))


def test_two_weekdays_leave_less() -> None:
    monday = undated("Monday", 1, ("bread", "flour", "price", "rose", "shop", "tessel"))
    told = known(date(2024, 3, 4), ("bread", "flour", "price", "rose", "shop", "tessel"))
    found = narrow_days([undated(), monday], [known(), told])
    assert found is not None
    assert (found.earliest, found.latest) == (WEDNESDAY, date(2024, 3, 10))


def test_another_weekday_or_another_matter_says_nothing() -> None:
    assert narrow_days([undated()], [known(date(2024, 3, 7))]) is None
    assert narrow_days([undated()], [known(terms=("fire", "forest", "hill", "wind"))]) is None
    assert narrow_days([undated()], [undated()]) is None


def test_days_that_cannot_all_be_true_say_nothing() -> None:
    assert narrow_days([undated()], [known(), known(date(2024, 3, 20))]) is None


def test_few_shared_terms_are_not_the_same() -> None:
    assert tell_the_same(STRIKE, STRIKE[:4])
    assert not tell_the_same(STRIKE, STRIKE[:3])
    # Four of thirty: another sentence about the same ferries.
    longer = tuple(f"other{number}" for number in range(26))
    assert not tell_the_same((*STRIKE[:4], *longer), (*STRIKE[:4], *(t[::-1] for t in longer)))
