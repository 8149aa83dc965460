"""The example pages, read as they lie, against the reading made by hand."""

import re
import tomllib
from pathlib import Path

import pytest
from tests.golden.aligning import align_reading
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
from onrecord.records import Article, Page, Reading

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


def test_text(expected: Reading, found: Reading) -> None:
    wanted, given = article_of(expected), article_of(found)
    assert given.text.split("\n") == wanted.text.split("\n")
    assert given.text == wanted.text


def test_head(expected: Reading, found: Reading) -> None:
    assert read_head(article_of(found)) == read_head(article_of(expected))


def read_head(article: Article) -> dict[str, object]:
    dateline = article.dateline
    return {
        "headline": article.headline,
        "standfirst": article.standfirst,
        "outlet": plain_name(article.outlet),
        "agency": plain_name(article.agency),
        "byline": article.byline,
        "dateline": (dateline.place.casefold(), dateline.span) if dateline else None,
        "url": article.url,
        "language": article.language,
        "body": article.body,
    }


def plain_name(name: str | None) -> str | None:
    return name and name.casefold().removeprefix("the ")


def test_published(expected: Reading, found: Reading) -> None:
    wanted, given = article_of(expected).published, article_of(found).published
    if wanted.certainty == "unknown":
        # The years in a text may bound it below; nothing bounds it on both sides.
        assert given.certainty != "exact"
        assert not (given.earliest and given.latest)
    else:
        assert (given.earliest, given.latest) == (wanted.earliest, wanted.latest)
        assert given.certainty == wanted.certainty
    if wanted.conflicts:
        assert given.conflicts


def test_captions_are_kept_apart(expected: Reading, found: Reading) -> None:
    captions = squeeze(line.words for line in article_of(found).removed if line.reason == "caption")
    for line in article_of(expected).removed:
        if line.reason == "caption":
            assert squeeze([line.words])[:40] in captions


def test_furniture_is_kept_with_a_reason(expected: Reading, found: Reading) -> None:
    """A saved text shows every line to the reader, so every removed line is on the article."""
    if not expected.origin.endswith(".txt"):
        pytest.skip("the furniture of HTML pages may be left unread")
    kept = squeeze(line.words for line in article_of(found).removed)
    assert all(line.reason for line in article_of(found).removed)
    missing = [
        line.words for line in article_of(expected).removed if squeeze([line.words]) not in kept
    ]
    assert not missing


def squeeze(lines: object) -> str:
    assert hasattr(lines, "__iter__")
    return re.sub(r"\s+", " ", " ".join(lines)).casefold()


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
    scores = score_pages(
        (wanted[name], align_reading(wanted[name], readings[name])) for name in NAMES
    )
    with capsys.disabled():
        print("\n" + show_scores(scores))  # noqa: T201  # the scores are what this test is for
    below = [
        f"{kind} {rate}: {scores[kind].rates().get(rate, 0.0):.3f} is below {floor}"
        for kind, floors in FLOORS.items()
        for rate, floor in floors.items()
        if scores[kind].rates().get(rate, 0.0) < floor
    ]
    assert not below
