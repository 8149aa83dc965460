import pytest
from tests.figures.reading import find

from onrecord.figures.bounds import sign_of


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("Checks take no longer than 40 minutes.", "no longer than", None, 40),
        ("It came within three minutes.", "within", None, 3),
        ("It came within an hour.", "within", None, 1),
        ("They waited more than an hour.", "more than", 1, None),
        ("The queue passes 250.", "passes", 250, None),
        ("Not fewer than 9 boats left.", "Not fewer than", 9, None),
        ("Some 300 or more families fled.", "Some", 300, 300),
        ("It has 300 or more rooms.", "or more", 300, None),
        ("It has 8,000 seats at most.", "at most", None, 8000),
        ("They lost between six and eight boats.", "between", 6, 8),
        ("It took barely 400 men.", "barely", 400, 400),
        ("A mast of ~40 metres fell.", "~", 40, 40),
        ("She heard two shots, perhaps three.", None, 2, 3),
        ("After nearly a decade of war they met.", "nearly", 1, 1),
    ],
)
def test_ends_follow_the_bound_words(
    text: str, bound: str | None, low: float | None, high: float | None
) -> None:
    [figure] = find(text)
    assert (figure.bound, figure.low, figure.high) == (bound, low, high)


@pytest.mark.parametrize(
    ("text", "is_open"), [("Just under 30 left.", True), ("At most 30 left.", False)]
)
def test_an_end_is_open_where_the_number_itself_is_left_out(text: str, is_open: bool) -> None:
    [figure] = find(text)
    assert figure.high_open is is_open


def test_an_average_is_no_approximation() -> None:
    [figure] = find("They waited an average of 70 days.")
    assert figure.bound is None


@pytest.mark.parametrize(
    "text",
    [
        "The show is built around the 37-metre hull of a barge.",
        "The barge could not sail under a 20-week ban.",
        "The assembly passed a 20-week ban on barges.",
    ],
)
def test_a_number_that_is_the_topic_is_not_loosened(text: str) -> None:
    [figure] = find(text)
    assert figure.bound is None


@pytest.mark.parametrize(
    ("words", "sign"), [("More than", ">"), ("no later than", "<="), ("+", ">="), ("Some", "~")]
)
def test_words_have_a_sign(words: str, sign: str) -> None:
    assert sign_of(words) == sign
