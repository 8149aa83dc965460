"""Laws that hold for any text: spans quote, time is bounded, the rule index loses nothing."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.dates import find_timexes, solve_published
from onrecord.dates.grammar import RULES
from onrecord.records import UNPUBLISHED, Article, Published, Span
from onrecord.text import outline_text


def make_article(text: str, published: Published = UNPUBLISHED) -> Article:
    return Article(id="p1", text=text, body=Span(0, len(text)), published=published)


def make_published(earliest: str, latest: str | None = None) -> Published:
    return Published(
        earliest=date.fromisoformat(earliest), latest=date.fromisoformat(latest or earliest)
    )


WORDS = (
    "the a an this that last next past same of in on by until from to and or about early late mid "
    "first second third quarter half year years month weeks week day days decade century hour "
    "minutes ago earlier later before after Monday Friday Wed Jan. March May June summer spring "
    "morning night noon today yesterday tonight Christmas Easter every each daily now recently "
    "the-past 3 12 26 31 99 1,998 2014 1999 2100 '98 1960s nineties 3rd 21st 10:30 5 p.m. GMT BC "
    "2014-05-03 3/4/2014 31.12.2014 - – , ( ) . ' “ ” will was said old more than several few"
).split()
texts = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join),
)
published = st.one_of(
    st.just(make_published("2021-06-16")),
    st.just(make_published("0001-01-01")),
    st.just(make_published("9999-12-31")),
    st.just(make_published("2020-02-29", "2021-03-01")),
)


@given(texts, published)
@settings(max_examples=100, deadline=None)
def test_every_span_quotes_the_article_and_days_are_in_order(text: str, when: Published) -> None:
    article = make_article(text, when)
    end = 0
    for timex in find_timexes(article, outline_text(text)):
        assert article.text[timex.span.start : timex.span.end] == timex.words
        assert end <= timex.span.start < timex.span.end
        end = timex.span.end
        assert (timex.earliest is None) == (timex.latest is None)
        if timex.earliest is not None and timex.latest is not None:
            assert timex.earliest <= timex.latest
            assert timex.certainty != "unknown"


@given(texts)
@settings(max_examples=40, deadline=None)
def test_any_text_has_a_published_date_or_none(text: str) -> None:
    solved = solve_published(make_article(text), None)
    if solved.earliest is not None and solved.latest is not None:
        assert solved.earliest <= solved.latest
    if solved.certainty == "exact":
        assert solved.earliest == solved.latest is not None


kinds = st.text("THZ=AL0XlqDNYCvOJVMWwhUuSsQPpGIKEBFRrfgjcxzboi&k'-,()ydemnt<>", max_size=12)


@given(kinds)
@settings(max_examples=200, deadline=None)
def test_a_rule_matches_only_where_it_says_it_can_begin(run: str) -> None:
    for rule in RULES:
        match = rule.pattern.match(run)
        if match is not None and match.end() > 0:
            assert run[0] in rule.first


@pytest.mark.parametrize(
    "unit",
    [
        "1", "1 ", "1/", "12-", "1.", "1:", "1,111,", "-", "/", "'", "’90s ", "Jan.", "May ",
        "May\n", "one ", "one-", "2014 ", "2014-", "the first quarter of ", "last ", "more than ",
        "Wednesday (", "Friday, Jan. 3, ", "10:30 p.m. ", "since 2014 was ", "two days ago ",
        "will not ", " ", "\n", "a", "B.C.E.", "2014-01-01T10:00:00.",
    ],
)  # fmt: skip
def test_repetition_takes_time_in_proportion_to_its_length(unit: str) -> None:
    text = unit * (10_000 // len(unit))
    article = make_article(text, make_published("2021-06-16", "2021-06-18"))
    outline = outline_text(text)
    start = time.process_time()
    list(find_timexes(article, outline))
    assert time.process_time() - start < 2  # about 0.1 s on a machine that is not busy


def test_days_outside_the_calendar_are_left_out() -> None:
    text = "It came 9999 years ago, on Feb. 30, 2019, and last century."
    article = make_article(text, make_published(date.min.isoformat()))
    assert all(timex.earliest is None for timex in find_timexes(article, outline_text(text)))
