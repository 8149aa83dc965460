"""Decisions from the command line, and the review in the terminal."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

import click
import pytest
from tests.cli.conftest import Done, run_command

from onrecord.cli.answers import read_answer
from onrecord.ledger import Answer, Days, Filter, Ledger, Named, Row, Value
from onrecord.records import SpeechAct

Run = Callable[..., Done]
DAY = date(2031, 4, 1)


@pytest.fixture
def desk(example: Path, tmp_path: Path) -> Path:
    """A folder with a copy of the example's ledger, to decide about."""
    shutil.copytree(example / "onrecord", tmp_path / "onrecord")
    return tmp_path


@pytest.fixture
def run(desk: Path) -> Run:
    def decide(*args: str, stdin: str | None = None) -> Done:
        done = run_command(*args, cwd=desk, stdin=stdin)
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return decide


def load(desk: Path, id_: str) -> Row:
    with Ledger(desk / "onrecord") as ledger:
        return ledger.row(id_)


def first(desk: Path, who: str = "renko") -> Row:
    with Ledger(desk / "onrecord") as ledger:
        return next(ledger.statements(Filter(who=who)))


def test_a_row_is_corrected_shown_and_that_undone(desk: Path, run: Run) -> None:
    row = first(desk)
    done = run("decide", "correct", row.id[:8], "who=Ivo Marsk", "act=deny", "--why", "transcript")
    assert done.returncode == 0, done.stderr
    assert load(desk, row.id).who[0].name == "Ivo Marsk"
    shown = run("show", row.id).stdout
    assert f"read as:      speaker: {row.who[0].name}" in shown
    assert "transcript" in shown
    listed = run("statements", "--review", "corrected", "--format", "csv").stdout
    [cells] = csv.DictReader(io.StringIO(listed))
    assert (cells["who"], cells["review"]) == ("Ivo Marsk", "corrected")
    assert row.who[0].name in cells["read as"]
    undone = run("decide", "undo", "--who", "bea")
    assert "taken back" in undone.stderr
    assert load(desk, row.id) == row
    [undo, correction] = map(json.loads, run("decisions").stdout.splitlines())
    assert (undo["decision"]["who"], correction["state"]) == ("bea", "undone")


def test_rows_are_accepted_and_rejected(desk: Path, run: Run) -> None:
    row = first(desk)
    assert run("decide", "accept", row.id, "--who", "ana").returncode == 0
    assert run("decide", "reject", row.id, "--who", "ana").returncode == 0
    assert load(desk, row.id).review == "rejected"
    assert row.id not in run("statements", "--format", "jsonl").stdout
    assert "rejected" in run("show", row.id).stdout


def test_two_names_are_merged_after_a_look(desk: Path, run: Run) -> None:
    row = first(desk)
    name, other = row.who[0].name, "Ivo Marsk"
    dry = run("decide", "same-person", name, other, "--dry-run")
    assert f"{name}: " in dry.stderr
    assert "rows in" in dry.stderr
    assert load(desk, row.id) == row
    assert run("decide", "same-person", name, other, "--call", other).returncode == 0
    assert load(desk, row.id).who[0].name == other
    assert run("decide", "same-person", "Nobody Known", other).returncode == 1


def test_an_article_is_dated(desk: Path, run: Run) -> None:
    row = first(desk)
    done = run("decide", "pin", row.article, "2024-03-01/2024-03-04")
    assert done.returncode == 0, done.stderr
    published = load(desk, row.id).published
    assert (str(published.earliest), str(published.latest)) == ("2024-03-01", "2024-03-04")
    with Ledger(desk / "onrecord") as ledger:
        article = ledger.article(row.article).article
    assert article is not None
    assert [w.words for w in article.published.witnesses if w.kind == "pinned"] == [
        "2024-03-01/2024-03-04"
    ]


def test_what_cannot_be_decided_is_one_line(desk: Path, run: Run) -> None:
    row = first(desk)
    for args, code in (
        (("correct", row.id, "colour=red"), 2),
        (("correct", row.id, "act=burn"), 1),
        (("correct", row.id, f"who={row.who[0].name}"), 1),
        (("accept", "zzzz"), 1),
        (("undo", "d000"), 1),
        (("pin", row.article, "soon"), 2),
        (("same-event", row.id, row.id), 1),
    ):
        done = run("decide", *args)
        assert done.returncode == code, (args, done.stderr)
    assert not run("decisions").stdout


def test_the_review_asks_and_goes_on(desk: Path, run: Run) -> None:
    with Ledger(desk / "onrecord") as ledger:
        due = [each.row for each in ledger.due(Filter(kind="statement"))][:6]
    told = {load(desk, each).act for each in due}
    other = next(act for act in get_args(SpeechAct) if act not in told)
    keys = f"a\nr\nu\nr\nn\ne\nact={other}\nq\n"
    done = run("review", "--kind", "statement", "--who", "ana", stdin=keys)
    assert done.returncode == 0, done.stderr
    assert load(desk, due[0]).review == "accepted"
    with Ledger(desk / "onrecord") as ledger:
        kinds = [each.decision.kind for each in ledger.decided()]
    assert sorted(kinds) == ["accept", "correct", "reject", "reject", "undo"]
    assert "accepted" in done.stderr


def test_a_sample_ends_with_how_right_it_is(desk: Path, run: Run) -> None:
    done = run("review", "--sample", "3", "--kind", "figure", stdin="a\na\nr\n")
    assert "2 of 3 figures right: 66.7%, 95 % interval 20.8% to 93.9%" in done.stdout
    assert "Wrong: rejected 1." in done.stdout
    again = run("review", "--sample", "4", "--kind", "figure", stdin="a\n")
    assert "3 of 4 figures right" in again.stdout


@pytest.mark.parametrize(
    ("settings", "answer"),
    [
        (["who=unknown"], Answer(who=())),
        (["who= Ida  Berg ; the Cabinet (organisation)"],
         Answer(who=(Named(name="Ida Berg"), Named(name="the Cabinet", kind="organisation")))),
        (["when=2031-04-01"], Answer(when=Days(earliest=DAY, latest=DAY))),
        (["when=/2031-04-01"], Answer(when=Days(latest=DAY))),
        (["act=deny", "kind=indirect"], Answer(act="deny", kind="indirect")),
    ],
)  # fmt: skip
def test_settings_of_statements(settings: list[str], answer: Answer) -> None:
    assert read_answer(settings, "statement") == answer


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("300", Value(low=300, high=300)),
        ("13,000", Value(low=13_000, high=13_000)),
        ("more than 300", Value(low=300, low_open=True)),
        ("<= 2.5", Value(high=2.5)),
        ("about 40", Value(low=40, high=40, bound="about")),
        ("200-300", Value(low=200, high=300)),
        ("200 to 300", Value(low=200, high=300)),
    ],
)
def test_values_as_people_type_them(text: str, value: Value) -> None:
    assert read_answer([f"value={text}"], "figure") == Answer(value=value)


@pytest.mark.parametrize("setting", ["value=many", "when=soon", "act", "colour=red"])
def test_settings_that_mean_nothing(setting: str) -> None:
    with pytest.raises(click.UsageError):
        read_answer([setting], "figure")
