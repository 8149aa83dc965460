from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from tests.golden.aligning import align_reading
from tests.golden.expectations import NAMES, expected_readings
from tests.golden.matching import article_of, has_altered_number, same_value
from tests.golden.never import (
    find_altered_numbers,
    find_invented_dates,
    find_rows_of_furniture,
    find_unreal_acts_as_real,
    find_wrong_speakers,
)
from tests.golden.scoring import score_pages

from onrecord.records import Figure, Reading, Span, When

Check = Callable[[Reading, Reading], list[str]]
CHECKS: list[Check] = [
    find_altered_numbers,
    find_invented_dates,
    find_rows_of_furniture,
    find_unreal_acts_as_real,
    find_wrong_speakers,
]


def test_the_expected_reading_has_everything_right() -> None:
    readings = expected_readings().values()
    for score in score_pages(zip(readings, readings, strict=True)).values():
        assert set(score.rates().values()) == {1.0}


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_held_against_the_expected_reading(name: str, check: Check) -> None:
    reading = expected_readings()[name]
    assert check(reading, reading) == []


def test_a_missed_row_costs_recall_and_an_extra_one_precision() -> None:
    reading = expected_readings()["compass-3"]
    shorter = replace(reading, figures=reading.figures[1:])
    assert score_pages([(reading, shorter)])["figures"].rates()["recall"] < 1
    assert score_pages([(shorter, reading)])["figures"].rates()["precision"] < 1


def test_a_line_too_much_costs_no_row_that_stands_in_another() -> None:
    reading = expected_readings()["compass-3"]
    article = article_of(reading)
    longer = replace(reading, article=replace(article, text="Sign in to read.\n\n" + article.text))
    moved = align_reading(longer, reading)
    assert article_of(moved).text[moved.figures[0].span.start :].startswith(moved.figures[0].words)
    assert align_reading(reading, moved) == reading


def test_rows_in_a_line_too_much_are_left_out() -> None:
    reading = expected_readings()["compass-3"]
    shorter = article_of(reading).text.rpartition("\n\n")[0]
    other = replace(reading, article=replace(article_of(reading), text=shorter))
    assert len(align_reading(other, reading).statements) == len(reading.statements) - 1


def test_a_quotation_surely_given_to_somebody_else_is_found() -> None:
    reading = expected_readings()["compass-2"]
    marsk = next(actor.id for actor in reading.actors if actor.name == "Ivo Marsk")
    wrong = tuple(replace(row, speaker=marsk) for row in reading.statements)
    assert find_wrong_speakers(reading, replace(reading, statements=wrong))
    unsure = tuple(replace(row, certainty="unsure") for row in wrong)
    assert not find_wrong_speakers(reading, replace(reading, statements=unsure))


def test_a_threat_and_history_shown_as_happened_are_found() -> None:
    reading = expected_readings()["ostrel-courier-3"]
    happened = tuple(
        replace(act, modality="happened", background=False, condition=None) for act in reading.acts
    )
    findings = find_unreal_acts_as_real(reading, replace(reading, acts=happened))
    assert any("'sunk' is threatened" in finding for finding in findings)
    assert any("'war' is history" in finding for finding in findings)


def test_a_day_on_an_undated_page_is_found() -> None:
    reading = expected_readings()["evening-quill-2"]
    day = When(earliest=date(2024, 3, 6), latest=date(2024, 3, 6), certainty="exact")
    acts = (replace(reading.acts[0], when=day), *reading.acts[1:])
    assert find_invented_dates(reading, replace(reading, acts=acts))


def test_a_row_in_a_line_of_furniture_is_found() -> None:
    reading = expected_readings()["harbour-post-4"]
    article = article_of(reading)
    words = "Your gift pays for the boat, the fuel and the lawyer."
    text = f"{article.text}\n\n{words}"
    statement = replace(
        reading.statements[0], content=(Span(len(text) - len(words), len(text) - 1),)
    )
    leaky = replace(reading, article=replace(article, text=text), statements=(statement,))
    assert find_rows_of_furniture(reading, leaky)


def figure(low: float | None, high: float | None, **fields: object) -> Figure:
    return replace(Figure(id="f", span=Span(0, 1), words=""), low=low, high=high, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "given", "altered"),
    [
        (figure(9, 9), figure(9, 9), False),
        (figure(9, 9), figure(19, 19), True),
        (figure(9, 9), figure(None, None), False),
        (figure(60, 60, bound="about"), figure(54, 66), False),
        (figure(40, None, low_open=True), figure(40, None, low_open=True), False),
        (figure(40, None), figure(400, None), True),
        (figure(0.5, 0.5, unit="h"), figure(30, 30, unit="minutes"), False),
        (figure(0.3333, 0.3333, unit="share"), figure(33.333, 33.333, unit="%"), False),
    ],
)
def test_a_number_is_altered_where_the_figure_leaves_it_out(
    wanted: Figure, given: Figure, *, altered: bool
) -> None:
    assert has_altered_number(wanted, given) is altered


def test_an_open_end_is_another_value_than_a_closed_one() -> None:
    assert not same_value(figure(40, None, low_open=True), figure(40, None))
