import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Done
from tests.exports.test_annotations import check_shape
from tests.exports.test_events import check_against_the_manual

from onrecord.cli.export import FORMS
from onrecord.exports import EXPORTS
from onrecord.ledger import Ledger


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_command_names_every_form() -> None:
    assert FORMS == EXPORTS


def test_events_have_what_the_manual_requires(ask: Callable[..., Done], tmp_path: Path) -> None:
    done = ask("export", tmp_path, "--format", "plover")
    assert done.returncode == 0, done.stderr
    events = read_lines(tmp_path / "events.jsonl")
    assert events
    for event in events:
        check_against_the_manual(event)
    accounts = [event["link"] for event in events if "link" in event]
    assert len(accounts) == len(set(accounts))
    assert len({event["id"] for event in events}) == len(events)


def test_dyads_are_of_the_events(ask: Callable[..., Done], tmp_path: Path) -> None:
    assert ask("export", tmp_path, "--format", "plover").returncode == 0
    assert ask("export", tmp_path, "--format", "dyads").returncode == 0
    events = {event["id"] for event in read_lines(tmp_path / "events.jsonl")}
    dyads = list(csv.DictReader((tmp_path / "dyads.csv").read_text().splitlines()))
    assert {dyad["id"] for dyad in dyads} == events
    assert all(re.fullmatch(r"[A-Z]{3}", dyad["source"]) for dyad in dyads)
    nothing = tmp_path / "nothing"
    assert ask("export", nothing, "--format", "dyads", "--since", "2999").returncode == 0
    [names] = (nothing / "dyads.csv").read_text().splitlines()
    assert names.split(",") == list(dyads[0])


def test_each_row_is_an_annotation_of_its_words(
    ask: Callable[..., Done], example: Path, tmp_path: Path
) -> None:
    done = ask("export", tmp_path, "--format", "web-annotation")
    assert done.returncode == 0, done.stderr
    found = read_lines(tmp_path / "annotations.jsonl")
    with Ledger(example / "onrecord") as ledger:
        words = {f"urn:onrecord:row:{row.id}": list(row.words) for row in ledger.rows()}
    assert {each["id"] for each in found} == words.keys()
    for each in found:
        check_shape(each)
        exact = [
            target["selector"][-1]["exact"]
            for target in each["target"]
            if target["source"].startswith("urn:")
        ]
        assert exact == words[each["id"]]


def test_a_brief_of_each_saga_needs_no_other_file(ask: Callable[..., Done], tmp_path: Path) -> None:
    assert ask("export", tmp_path, "--format", "html").returncode == 0
    briefs = list(tmp_path.glob("brief-*.html"))
    assert briefs
    for brief in briefs:
        text = brief.read_text(encoding="utf-8")
        assert text.lower().startswith("<!doctype html>")
        assert not re.search(r"<script|<link[^>]+stylesheet|<img|@import", text)


def test_figures_are_charts_with_their_data(ask: Callable[..., Done], tmp_path: Path) -> None:
    assert ask("export", tmp_path, "--format", "vega-lite").returncode == 0
    specs = [json.loads(path.read_text()) for path in tmp_path.glob("figure-*.vl.json")]
    assert specs
    assert all(len(spec["data"]["values"]) >= 2 for spec in specs)


@pytest.mark.parametrize("form", ["csv", "dyads"])
def test_what_each_column_means_stands_beside_the_tables(
    ask: Callable[..., Done], tmp_path: Path, form: str
) -> None:
    assert ask("export", tmp_path, "--format", form).returncode == 0
    with (tmp_path / "columns.csv").open() as stream:
        told = list(csv.DictReader(stream))
    assert all(each["meaning"] and "](" not in each["meaning"] for each in told)
    for path in set(tmp_path.glob("*.csv")) - {tmp_path / "columns.csv"}:
        with path.open() as stream:
            names = next(csv.reader(stream))
        assert [each["column"] for each in told if each["table"] == path.stem] == names


def test_parquet_has_the_rows_of_csv(ask: Callable[..., Done], tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for form in ("parquet", "csv"):
        done = ask("export", tmp_path, "--format", form, "--who", "Renko")
        assert done.returncode == 0, done.stderr
    for path in set(tmp_path.glob("*.csv")) - {tmp_path / "columns.csv"}:
        table = parquet.read_table(path.with_suffix(".parquet"))
        with path.open() as stream:
            rows = list(csv.reader(stream))
        assert table.num_rows == max(0, len(rows) - 1)
        assert not rows or table.column_names == rows[0]


def test_parquet_without_its_library_says_how_to_get_it(
    ask: Callable[..., Done], tmp_path: Path
) -> None:
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        done = ask("export", tmp_path, "--format", "parquet")
        assert done.returncode == 1
        assert "pip install 'onrecord[parquet]'" in done.stderr
        assert not list(tmp_path.iterdir())
    else:
        pytest.skip("pyarrow is installed")
