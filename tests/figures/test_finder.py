import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.figures.reading import DAY, find, span_of

from onrecord.records import Statement, Timex


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The fleet counts 40 ships.", 40, 40),
        ("More than 1,250 people fled.", 1250, None),
        ("Up to 30 trawlers sailed.", None, 30),
        ("At least nine sailors drowned.", 9, None),
        ("Fewer than 200 islanders stayed.", None, 200),
        ("The talks took two to three hours.", 2, 3),
        ("Tens of thousands of islanders marched.", 10_000, 100_000),
        ("It cost $3.2 billion.", 3.2e9, 3.2e9),
        ("Between 12 and 15 drones crossed.", 12, 15),
        ("Prices rose 4.5 percent.", 4.5, 4.5),
        ("Two dozen buses left.", 24, 24),
        ("Some 14,000 homes lost power.", 14_000, 14_000),
        ("A third of the islanders left.", 1 / 3, 1 / 3),
        ("Half of the crews stayed.", 0.5, 0.5),
        ("Two hundred and fifty men returned.", 250, 250),
        ("It costs between $62 and $68 a share.", 62, 68),
        ("Offers range from $300,000 to $2 million.", 3e5, 2e6),
        ("The fine may be $3 to $5 million.", 3e6, 5e6),
        ("Duties rise by between 5% and 6%.", 5, 6),
        ("The yard paid $US55,931,000.", 55_931_000, 55_931_000),
        ("A 54GB file was lost.", 54, 54),
    ],
)
def test_the_interval_is_what_the_words_allow(
    text: str, low: float | None, high: float | None
) -> None:
    [figure] = find(text)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2014.",
        "The 21st convoy sailed.",
        "They met at 10:45.",
        "They met at 5 p.m. in the harbour.",
        "The G7 and a Boeing 737 are named.",
        "The treaty's Article 5 holds.",
        "No one came, and one of them said so.",
        "COVID-19 spread.",
        "Ode Baru, 65, left.",
        "The crew bought an iPhone 11 there.",
    ],
)
def test_names_dates_and_pronouns_are_no_figures(text: str) -> None:
    assert find(text) == []


def test_the_words_hold_bound_number_and_counted_noun() -> None:
    [figure] = find("The ministry counts more than 90,000 Ostran troops near the coast.")
    assert figure.words == "more than 90,000 Ostran troops"
    assert (figure.bound, figure.unit, figure.counted) == ("more than", "troops", "Ostran troops")
    assert figure.low_open


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("The storm killed 17 people.", "killed"),
        ("At least 40 soldiers were wounded in the shelling.", "soldiers wounded"),
        ("At least nine were killed.", "killed"),
        ("The shelling left 12 injured and 3 missing.", "injured"),
        ("Some 900 people have been displaced.", "displaced"),
    ],
)
def test_people_are_counted_by_what_befell_them(text: str, fate: str) -> None:
    assert find(text)[0].counted == fate


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Grain prices rose 8 percent.", "up"),
        ("Exports fell by $40 million.", "down"),
        ("Exports stand at $40 million.", None),
    ],
)
def test_a_rise_or_fall_is_marked(text: str, change: str | None) -> None:
    [figure] = find(text)
    assert figure.change == change


def test_two_levels_of_a_change_are_two_figures() -> None:
    before, after = find("The toll rose from $40 to $55.")
    assert (before.low, after.low) == (40, 55)


def test_an_amount_in_brackets_shares_the_bound_before_it() -> None:
    crowns, dollars = find("They hold more than 7 million crowns ($1.1 million).")
    assert (crowns.bound, dollars.bound) == ("more than", "more than")
    assert dollars.high is None


def test_the_giver_is_the_speaker_of_the_statement_around_it() -> None:
    text = "Ms Arel said 40 ships had sailed."
    statement = Statement(
        id="s1", kind="indirect", content=(span_of(text, "40 ships had sailed"),), speaker="a1"
    )
    [figure] = find(text, statements=(statement,))
    assert figure.giver == "a1"


def test_a_figure_without_a_date_of_its_own_is_as_of_publication() -> None:
    [figure] = find("Forty ships have sailed.")
    assert (figure.as_of.earliest, figure.as_of.anchor) == (DAY, "published")


def test_a_figure_of_an_undated_article_has_no_date() -> None:
    [figure] = find("Forty ships have sailed.", published=None)
    assert figure.as_of.earliest is None


def test_a_number_inside_a_date_is_no_figure() -> None:
    text = "The convoy of 3 March had left."
    timex = Timex(span=span_of(text, "3 March"), words="3 March", type="DATE", value="XXXX-03-03")
    assert find(text, timexes=(timex,)) == []


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789 ,.-–$%kmabsof onetwthousdhrd\n", max_size=300))
def test_a_figure_quotes_its_article(text: str) -> None:
    for figure in find(text):
        assert text[figure.span.start : figure.span.end] == figure.words
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It cost 30 million zlotys.", "PLN"),
        ("It cost 11 cedis.", "GHS"),
        ("It cost 11 million bolivianos.", "BOB"),
        ("It cost 11 Surinamese dollars.", "SRD"),
        ("It cost 900 Syrian pounds.", "SYP"),
        ("It cost 40 kwacha.", "kwacha"),
    ],
)
def test_a_currency_that_several_states_use_keeps_its_name(text: str, unit: str) -> None:
    assert find(text)[0].unit == unit
