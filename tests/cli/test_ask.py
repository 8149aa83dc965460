from collections.abc import Callable
from pathlib import Path

import pytest
from evaluation.asking.scoring import answer_half, count
from tests.cli.conftest import Done


@pytest.mark.parametrize(("half", "right"), [("first", 20), ("second", 17)])
def test_answers_over_the_example_are_as_good_as_they_were(
    example: Path, half: str, right: int
) -> None:
    score = count(answer_half(example / "onrecord", half))
    assert score.right >= right
    assert score.wrong == 0
    assert score.refused == score.unanswerable == 10


def test_an_answer_is_printed_with_its_sentence(ask: Callable[..., Done]) -> None:
    done = ask("ask", "How many", "sailors died on the Petrel?", "--format", "table")
    assert done.returncode == 0, done.stderr
    first, second, third, *_ = done.stdout.splitlines()
    assert first.endswith("sailors")
    assert "Petrel sank" in second
    assert "Harbour Post" in second
    assert third.startswith("In 6 reports, 4 outlets, 6 lineages, 9 origins; others differ")


def test_what_the_articles_do_not_say_is_said_to_be_so(ask: Callable[..., Done]) -> None:
    done = ask("ask", "Who won the election in Halmere?")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.strip() == "These articles do not say."


def test_an_empty_question_is_wrong_usage(ask: Callable[..., Done]) -> None:
    done = ask("ask", "")
    assert done.returncode == 2
    assert "the question is empty" in done.stderr


def test_a_search_says_by_what_it_found(ask: Callable[..., Done]) -> None:
    done = ask("search", "soldiers", "boarded", "a", "ship", "--by", "meaning", "--format", "csv")
    assert done.returncode == 0, done.stderr
    head, *rows = done.stdout.splitlines()
    assert "by" in head.split(",")
    assert rows
    assert all(",meaning," in row for row in rows if row.startswith(("2", "1", "b")))


def test_a_condition_that_means_nothing_is_wrong_usage(ask: Callable[..., Done]) -> None:
    done = ask("statements", "--act", "shout")
    assert done.returncode == 2
    assert "“shout” is no act; there are claim" in done.stderr


def test_days_that_exclude_each_other_are_wrong_usage(ask: Callable[..., Done]) -> None:
    done = ask("statements", "--since", "2024-05", "--until", "2024-04")
    assert done.returncode == 2
    assert "so that no day fits both" in done.stderr


def test_rows_in_a_file_say_what_is_done_and_the_answer_is_said_beside(
    ask: Callable[..., Done],
) -> None:
    done = ask("ask", "Did Tarvia open fire?", "--format", "csv")
    head, *rows = done.stdout.splitlines()
    assert head.split(",")[4] == "what"
    assert ",deny," in rows[0]
    assert "Tarvia denies" in done.stderr
