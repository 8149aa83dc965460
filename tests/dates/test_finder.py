from datetime import date
from itertools import pairwise

import pytest

from onrecord.dates import find_timexes
from onrecord.records import UNPUBLISHED, Article, Published, Span, Timex
from onrecord.text import outline_text

# A Wednesday.
PUBLISHED = "2021-06-16"


def find(text: str, earliest: str | None = None, latest: str | None = None) -> list[Timex]:
    """Return the timexes of `text`, published on a day, between two days, or on none known."""
    published = UNPUBLISHED
    if earliest is not None:
        published = Published(
            earliest=date.fromisoformat(earliest), latest=date.fromisoformat(latest or earliest)
        )
    article = Article(id="p1", text=text, body=Span(0, len(text)), published=published)
    return list(find_timexes(article, outline_text(text)))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The ferry sank on 3 May 2019.", "3 May 2019", "2019-05-03"),
        ("The ferry sank on May 3, 2019.", "May 3, 2019", "2019-05-03"),
        ("The ferry sank on the 3rd of May 2019.", "the 3rd of May 2019", "2019-05-03"),
        ("The ferry sank on 2019-05-03.", "2019-05-03", "2019-05-03"),
        ("The ferry sank in May 2019.", "May 2019", "2019-05"),
        ("The ferry sank in 2019.", "2019", "2019"),
        ("The port grew in the late 1960s.", "the late 1960s", "196"),
        ("The port grew in the 19th century.", "the 19th century", "18"),
        ("The port fell in 264 BC.", "264 BC", "BC0264"),
        ("Sales fell in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3"),
        ("The talks ran in the spring of 2019.", "the spring of 2019", "2019-SP"),
        ("The ferry sank in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("It sank in May nineteen ninety.", "May nineteen ninety", "1990-05"),
        ("It will sail by the year two thousand.", "the year two thousand", "2000"),
        ("At 5:30 p.m. EST, May 3, 2019.", "5:30 p.m. EST, May 3, 2019", "2019-05-03T17:30"),
    ],
)
def test_dates_with_their_year_need_no_anchor(text: str, words: str, value: str) -> None:
    [timex] = find(text)
    assert (timex.words, timex.value, timex.anchor) == (words, value, "explicit")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The envoy left yesterday.", "yesterday", "2021-06-15"),
        ("The envoy left last week.", "last week", "2021-W23"),
        ("The envoy left earlier this month.", "earlier this month", "2021-06"),
        ("The envoy left last November.", "last November", "2020-11"),
        ("The envoy left last summer.", "last summer", "2020-SU"),
        ("The envoy left two weeks ago.", "two weeks ago", "2021-W22"),
        ("The envoy left 10 days ago.", "10 days ago", "2021-06-06"),
        ("The envoy left a year and a half ago.", "a year and a half ago", "2019-12"),
        ("The envoy left on Monday.", "Monday", "2021-06-14"),
        ("The envoy left last Friday night.", "last Friday night", "2021-06-11TNI"),
        ("The envoy left over the weekend.", "the weekend", "2021-W23-WE"),
        ("The envoy left in March.", "March", "2021-03"),
        ("The envoy left on March 3.", "March 3", "2021-03-03"),
        ("The envoy left the day before yesterday.", "the day before yesterday", "2021-06-14"),
        ("The envoy leaves next year.", "next year", "2022"),
        ("The envoy left on Christmas Eve.", "Christmas Eve", "2020-12-24"),
        ("The envoy left last Easter.", "last Easter", "2021-04-04"),
        ("The envoy left this past week.", "this past week", "2021-W23"),
        ("The envoy left earlier in the year.", "earlier in the year", "2021"),
        ("The envoy left at 10 p.m. as planned.", "10 p.m.", "2021-06-16T22:00"),
        ("The envoy left at midday.", "midday", "2021-06-16T12:00"),
        ("The envoy signed a June agreement.", "June", "2021-06"),
        ("For the week, prices fell.", "the week", "2021-W24"),
        ("Prices fell in the first half of this fiscal year.", "this fiscal year", "2021"),
        ("Prices fell to a low by year’s end.", "year’s end", "2021-12-31"),
    ],
)
def test_dates_without_a_year_count_from_the_published_date(
    text: str, words: str, value: str
) -> None:
    [timex] = find(text, PUBLISHED)
    assert (timex.words, timex.value, timex.anchor) == (words, value, "published")


def test_a_weekday_equal_to_the_published_one_is_the_same_day() -> None:
    [timex] = find("The minister resigned on Wednesday.", PUBLISHED)
    assert timex.earliest == timex.latest == date(2021, 6, 16)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The court ruled on Monday.", date(2021, 6, 14)),
        ("The court will rule on Monday.", date(2021, 6, 21)),
        ("The ruling is to be read on Monday.", date(2021, 6, 21)),
        ("The ruling must come by Monday.", date(2021, 6, 21)),
        ("Monday’s ruling may be appealed.", date(2021, 6, 14)),
        ("The record was set on Monday.", date(2021, 6, 14)),
        ("On Monday, Norland pledged to send tents.", date(2021, 6, 14)),
        ("Norland pledged to send tents on Monday.", date(2021, 6, 21)),
        ("On Monday, Lund called the ruling unjust.", date(2021, 6, 14)),
        ("Lund called an election for Monday.", date(2021, 6, 21)),
        ("The hearing is set for Monday.", date(2021, 6, 21)),
        ("The truce had been due to end on Monday.", date(2021, 6, 14)),
    ],
)
def test_tense_decides_a_bare_weekday(text: str, day: date) -> None:
    [timex] = find(text, PUBLISHED)
    assert timex.earliest == timex.latest == day


def test_a_weekday_with_month_and_day_chooses_the_year() -> None:
    [timex] = find("The strike began on Sunday, July 14.", "2020-01-08")
    assert (timex.value, timex.anchor) == ("2019-07-14", "calendar")


def test_a_weekday_before_a_bracketed_date_is_one_expression() -> None:
    [timex] = find("The strike began on Monday (June 14).", PUBLISHED)
    assert (timex.words, timex.value) == ("Monday (June 14)", "2021-06-14")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The bridge opened in 2014. It fell later that year.", ["2014", "2014"]),
        ("The bridge fell on 3 May 2014. The next day it rained.", ["2014-05-03", "2014-05-04"]),
        (
            "The bridge fell on 3 May 2014 and, two weeks later, the dam.",
            ["2014-05-03", "2014-W20"],
        ),
        ("It sank on 3 May 2014. Later in the day it rained.", ["2014-05-03", "2014-05-03"]),
        ("The bridge opened in May 2014 and closed in August.", ["2014-05", "2014-08"]),
        (
            "On 3 May 2014 it was told to close before 3 May 2044. It closed the next day.",
            ["2014-05-03", "2044-05-03", "2014-05-04"],
        ),
        ("The bridge fell in 2014, a dam in August of that year.", ["2014", "2014-08"]),
    ],
)
def test_dates_told_from_the_one_before_count_from_it(text: str, values: list[str]) -> None:
    assert [timex.value for timex in find(text, PUBLISHED)] == values


def test_a_step_from_no_date_stays_open() -> None:
    [timex] = find("Two weeks later the dam fell.", PUBLISHED)
    assert (timex.value, timex.earliest, timex.latest) == ("XXXX-WXX", None, None)


def test_a_narrative_of_dated_history_goes_on_from_its_own_dates() -> None:
    text = (
        "The war began in 1804. In March 1805 the fleet sailed. On 2 April it was beaten. "
        "By the autumn of 1805 the king had fled. In 1806 he came back. In June he was crowned."
    )
    values = [timex.value for timex in find(text, PUBLISHED)]
    assert values == ["1804", "1805-03", "1805-04-02", "1805-FA", "1806", "1806-06"]


def test_days_of_the_news_are_told_from_publication_even_beside_dated_history() -> None:
    text = (
        "The war began in 1804. In 1805 the fleet sailed. In 1806 the king fled. "
        "The bridge fell in March 1807.\n\nOn June 9 the last stone was raised. Lund left Friday."
    )
    values = [timex.value for timex in find(text, PUBLISHED)]
    assert values[-2:] == ["2021-06-09", "2021-06-11"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy left on Wednesday.", "XXXX-WXX-3"),
        ("The envoy left on Jan. 26.", "XXXX-01-26"),
        ("The envoy left last week.", "XXXX-WXX"),
        ("The envoy left yesterday.", "XXXX-XX-XX"),
    ],
)
def test_without_a_published_date_words_stay_open(text: str, value: str) -> None:
    [timex] = find(text)
    assert (timex.value, timex.earliest, timex.latest) == (value, None, None)
    assert timex.certainty == "unknown"


def test_a_published_interval_gives_bounded_intervals() -> None:
    [timex] = find("The envoy left on Wednesday.", "2021-06-14", "2021-06-20")
    assert (timex.value, timex.certainty) == ("XXXX-WXX-3", "bounded")
    assert (timex.earliest, timex.latest) == (date(2021, 6, 9), date(2021, 6, 16))


def test_a_published_interval_inside_one_year_fixes_that_year() -> None:
    [timex] = find("The envoy left this year.", "2021-02-01", "2021-06-20")
    assert (timex.value, timex.certainty) == ("2021", "bounded")
    assert (timex.earliest, timex.latest) == (date(2021, 1, 1), date(2021, 12, 31))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The talks took eight hours.", "eight hours", "PT8H"),
        ("It was a two-week strike.", "two-week", "P2W"),
        ("They waited two and a half years.", "two and a half years", "P2.5Y"),
        ("They waited for at least 40 minutes.", "at least 40 minutes", "PT40M"),
        ("They waited several months.", "several months", "PXM"),
        ("It was the worst storm for decades.", "decades", "PXDE"),
        ("It was a decades-long fight.", "decades-long", "PXDE"),
        ("It was a week-long visit.", "week-long", "P1W"),
        ("It has stood for almost a hundred years.", "almost a hundred years", "P100Y"),
        ("The talks took just over a week.", "over a week", "P1W"),
        ("The talks are likely to last over a week.", "over a week", "P1W"),
        ("The debt is to be paid over three years.", "three years", "P3Y"),
        ("The lease runs for an additional year.", "an additional year", "P1Y"),
        ("The ship sank, and a few days later the ferry.", "a few days later", "PXD"),
    ],
)
def test_durations_have_a_length_and_no_days(text: str, words: str, value: str) -> None:
    [timex] = find(text, PUBLISHED)
    assert (timex.words, timex.type, timex.value) == (words, "DURATION", value)
    assert timex.earliest is None


def test_a_year_that_ends_on_a_date_is_a_length() -> None:
    text = "Profit rose for the year ended June 30, 2020."
    found = [(timex.words, timex.value) for timex in find(text, PUBLISHED)]
    assert found == [("the year", "P1Y"), ("June 30, 2020", "2020-06-30")]


@pytest.mark.parametrize("text", ["He was rich in the past.", "In the past he was rich."])
def test_the_past_is_a_reference(text: str) -> None:
    [timex] = find(text, PUBLISHED)
    assert timex.value == "PAST_REF"


def test_months_ago_is_a_reference_to_the_past() -> None:
    [timex] = find("The firm was rich just months ago.", PUBLISHED)
    assert (timex.words, timex.value) == ("months ago", "PAST_REF")


def test_the_past_two_months_end_at_the_published_date() -> None:
    [timex] = find("Prices doubled in the past two months.", PUBLISHED)
    assert (timex.earliest, timex.latest) == (date(2021, 4, 16), date(2021, 6, 16))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council meets every two weeks.", "P2W"),
        ("The council meets each July.", "XXXX-07"),
        ("The council meets daily.", "P1D"),
        ("The council meets on Tuesdays.", "XXXX-WXX-2"),
    ],
)
def test_sets_have_their_period(text: str, value: str) -> None:
    [timex] = find(text, PUBLISHED)
    assert (timex.type, timex.value) == ("SET", value)


@pytest.mark.parametrize(
    "text",
    [
        "The 44-year-old driver may appeal.",
        "April Smith paid $2000 for 1,998 tickets.",
        "She may march on, a second man said.",
        "Three-quarters of them spring from the same sun.",
        "They came from room 2012 on flight 1999.",
        "It cost 3.5 and 12.",
        "She is in her late 20s.",
        "She reads the Daily Tide.",
    ],
)
def test_ages_names_and_amounts_are_no_time_expressions(text: str) -> None:
    assert find(text, PUBLISHED) == []


def test_the_year_said_once_holds_for_both_ends_of_a_range() -> None:
    values = [timex.value for timex in find("It ran from March to May 2014.", PUBLISHED)]
    assert values == ["2014-03", "2014-05"]


def test_a_short_second_year_is_in_the_same_century() -> None:
    assert [timex.value for timex in find("The war of 1914-18 ended.", PUBLISHED)] == [
        "1914",
        "1918",
    ]


def test_early_and_late_leave_the_days_bounded() -> None:
    [timex] = find("The port opened in early 2014.", PUBLISHED)
    assert (timex.value, timex.certainty) == ("2014", "bounded")
    assert (timex.earliest, timex.latest) == (date(2014, 1, 1), date(2014, 12, 31))


def test_a_year_earlier_than_a_quarter_is_a_quarter() -> None:
    text = "Profit rose in the first quarter of 2021, from a loss a year earlier."
    assert [timex.value for timex in find(text, PUBLISHED)] == ["2021-Q1", "2020-Q1"]


def test_expressions_do_not_overlap_and_stand_in_reading_order() -> None:
    spans = [timex.span for timex in find("On Friday, 3 May 2019, at noon, and later that day.")]
    assert all(before.end <= after.start for before, after in pairwise(spans))


def test_the_name_of_a_broadcast_is_no_time() -> None:
    text = "Lund said so on the programme “This Week” on Sunday. This week he is away."
    assert [timex.words for timex in find(text, PUBLISHED)] == ["Sunday", "This week"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Lund told Berg to leave the port by Friday.", "2021-06-18"),
        ("Norland demanded that Peru withdraw by September.", "2021-09"),
        ("Norland offered to send boats in September.", "2021-09"),
        ("Norland proposed holding talks in September.", "2021-09"),
        ("Dockers threatened to strike unless wages rise by Friday.", "2021-06-18"),
        ("Lund asked Berg to free the crew before Friday.", "2021-06-18"),
        ("Lund called off a march planned for Friday.", "2021-06-18"),
    ],
)
def test_what_is_asked_for_by_a_day_lies_ahead(text: str, value: str) -> None:
    [timex] = find(text, PUBLISHED)
    assert timex.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Lund told Berg that the port was closed by Friday.", "2021-06-11"),
        ("Lund told Berg to free the crew seized in January.", "2021-01"),
        ("Lund urged Berg to free the crew on Friday.", "2021-06-11"),
        ("Troops had captured the town by Friday.", "2021-06-11"),
    ],
)
def test_what_was_done_by_a_day_lies_behind(text: str, value: str) -> None:
    [timex] = find(text, PUBLISHED)
    assert timex.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kenya freed the crew on Independence Day.", "XXXX-XX-XX"),
        ("The envoy left on Independence Day.", "XXXX-XX-XX"),
        ("Peru freed two Americans on Independence Day.", "XXXX-XX-XX"),
        ("Peru freed two Americans on Labor Day.", "2020-09-07"),
        ("The United States freed the crew on Thanksgiving.", "2020-11-26"),
        ("Police in Oru shot a man on Memorial Day.", "2021-05-31"),
        ("Canadian police in Toronto shot a man on Thanksgiving.", "XXXX-XX-XX"),
        ("Kenya freed the crew on Christmas Day.", "2020-12-25"),
    ],
)
def test_a_holiday_that_states_have_on_days_of_their_own_is_the_american_one_in_its_news(
    text: str, value: str
) -> None:
    [found] = find(text, PUBLISHED)
    assert found.value == value


def test_the_day_of_what_is_awaited_lies_ahead() -> None:
    [timex] = find("He would sign only after he had met her on Thursday.", PUBLISHED)
    assert timex.value == "2021-06-17"


def test_today_in_the_name_of_a_paper_is_no_day() -> None:
    assert find("The site Oru Today reported it.", PUBLISHED) == []
    assert len(find("He left. Today it is open.", PUBLISHED)) == 1


@pytest.mark.parametrize("word", ["scheduled", "planned", "expected"])
def test_a_day_of_what_is_still_to_come_lies_ahead(word: str) -> None:
    [timex] = find(f"Lund spoke ahead of a {word} Friday vote.", PUBLISHED)
    assert timex.value == "2021-06-18"
