"""The example pages, read as they lie, against the reading made by hand."""

import tomllib
from pathlib import Path

import pytest
from tests.golden.aligning import align_reading
from tests.golden.articles import score_articles
from tests.golden.expectations import (
    NAMES,
    PAGES,
    expected_comparisons,
    expected_readings,
    list_rows,
)
from tests.golden.matching import article_of, row_spans
from tests.golden.never import (
    find_altered_numbers,
    find_invented_dates,
    find_rows_of_furniture,
    find_unreal_acts_as_real,
    find_wrong_speakers,
)
from tests.golden.scoring import score_pages, show_scores

from onrecord.models import load_models
from onrecord.pages import read_inputs
from onrecord.pipeline import read_page
from onrecord.records import Page, Reading

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    models = load_models()
    found = {}
    for page in read_inputs([str(PAGES)]):
        assert isinstance(page, Page), page
        found[Path(page.origin).stem] = read_page(page, models)
    return found


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def found(readings: dict[str, Reading], name: str) -> Reading:
    return readings[name]


@pytest.fixture
def aligned(expected: Reading, found: Reading) -> Reading:
    return align_reading(expected, found)


@pytest.fixture
def expected(name: str) -> Reading:
    return expected_readings()[name]


def test_no_row_stands_in_furniture(expected: Reading, found: Reading) -> None:
    assert find_rows_of_furniture(expected, found) == []


def test_no_direct_quotation_is_surely_given_to_somebody_else(
    expected: Reading, aligned: Reading
) -> None:
    assert find_wrong_speakers(expected, aligned) == []


def test_no_unreal_act_is_shown_as_happened(expected: Reading, aligned: Reading) -> None:
    assert find_unreal_acts_as_real(expected, aligned) == []


def test_no_date_is_invented(expected: Reading, found: Reading) -> None:
    assert find_invented_dates(expected, found) == []


def test_no_number_is_altered(expected: Reading, aligned: Reading) -> None:
    assert find_altered_numbers(expected, aligned) == []


def test_words_that_are_no_row_stand_in_none(name: str, found: Reading) -> None:
    text = article_of(found).text
    for entry in expected_comparisons()["not_a_row"]:
        if entry["page"] == name:
            for row in list_rows(found):
                for span in row_spans(row):
                    assert entry["words"] not in text[span.start : span.end]


def test_scores_are_not_below_their_floors(
    readings: dict[str, Reading], capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = expected_readings()
    pairs = [(wanted[name], readings[name]) for name in NAMES]
    rows = score_pages((expected, align_reading(expected, found)) for expected, found in pairs)
    articles = score_articles((article_of(a), article_of(b)) for a, b in pairs)
    with capsys.disabled():
        print("\n" + show_scores(rows))  # noqa: T201  # the scores are what this test is for
        print("\n".join(f"{name:<14} {rate:.3f}" for name, rate in articles.items()))  # noqa: T201
    measured = {kind: score.rates() for kind, score in rows.items()} | {"articles": articles}
    below = [
        f"{kind} {rate}: {measured[kind].get(rate, 0.0):.3f} is below {floor}"
        for kind, floors in FLOORS.items()
        for rate, floor in floors.items()
        if measured[kind].get(rate, 0.0) < floor
    ]
    assert not below
