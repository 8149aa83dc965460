import time
from collections.abc import Iterable, Iterator

import pytest
from tests.engine.fake_reader import Length, measure_page, read_as_told

from onrecord.engine import read_all
from onrecord.pages import Unreadable
from onrecord.records import Page, Problem, Reading


def pages(*contents: str) -> Iterator[Page]:
    for number, content in enumerate(contents):
        yield Page(id=f"p{number}", origin=f"page {number}", kind="text", content=content)


def read(
    inputs: Iterable[Page | Unreadable], *, jobs: int = 2, page_seconds: float = 20.0
) -> list[Reading]:
    return list(read_all(inputs, jobs=jobs, page_seconds=page_seconds, read=read_as_told))


def test_readings_come_in_the_order_of_the_pages() -> None:
    readings = read(pages("sleep 0.2", "", "sleep 0.1", "", "", ""))
    assert [reading.origin for reading in readings] == [f"page {n}" for n in range(6)]


@pytest.mark.parametrize("slowly", ["compute 60", "sleep 60"])
def test_a_page_that_takes_too_long_becomes_a_problem_and_the_rest_is_read(slowly: str) -> None:
    started = time.monotonic()
    slow, *others = read(pages(slowly, "", "", ""), page_seconds=0.5)
    assert time.monotonic() - started < 20
    assert slow.problem is not None
    assert slow.problem.kind == "time limit"
    assert "page 0" in slow.problem.message
    assert all(reading.problem is None for reading in others)


def test_a_page_that_only_waits_for_the_machine_is_read() -> None:
    (waiting,) = read(pages("sleep 1.5"), page_seconds=0.5)
    assert waiting.problem is None


def test_a_page_that_ends_its_process_becomes_a_problem_and_the_rest_is_read() -> None:
    readings = read(pages("", "die", "", ""))
    assert [reading.problem is not None for reading in readings] == [False, True, False, False]


def test_what_could_not_be_opened_keeps_its_place() -> None:
    problem = Problem(kind="input", message="gone.html: is not there")
    first, second = pages("", "")
    readings = read([first, Unreadable(origin="gone.html", problem=problem), second])
    assert [reading.problem for reading in readings] == [None, problem, None]


def test_pages_are_taken_a_bounded_number_ahead() -> None:
    taken = 0

    def counted() -> Iterator[Page]:
        nonlocal taken
        for page in pages(*[""] * 200):
            taken += 1
            yield page

    readings = read_all(counted(), jobs=1, read=read_as_told)
    next(readings)
    assert taken <= 20
    readings.close()  # type: ignore[attr-defined]


def test_without_workers_pages_are_read_in_this_process() -> None:
    assert len(read(pages("", ""), jobs=0)) == 2


@pytest.mark.parametrize("jobs", [0, 2])
def test_no_pages_give_no_readings(jobs: int) -> None:
    assert read([], jobs=jobs) == []


def test_something_else_can_be_done_to_a_page_than_to_read_it() -> None:
    problem = Problem(kind="input", message="gone.html: is not there")
    [first] = pages("some words")
    found = list(
        read_all(
            [first, Unreadable(origin="gone.html", problem=problem)],
            jobs=1,
            read=measure_page,
            answer=Length,
        )
    )
    assert found[0] == Length(characters=10)
    assert found[1].problem == problem
