import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onrecord.errors import LedgerError, OnRecordError
from onrecord.ledger import Filter
from onrecord.ledger.grammar import read_filter
from onrecord.watches import add_watch, find_watch, list_watches, remove_watch

NOW = datetime(2031, 4, 1, 12, tzinfo=UTC)


def test_watches_are_kept_in_their_order(tmp_path: Path) -> None:
    later = add_watch(tmp_path, "b", {"who": "Ada Venn"}, clock=lambda: NOW + timedelta(1))
    first = add_watch(tmp_path, "a", {"act": "threaten", "to": ""}, clock=lambda: NOW)
    assert list_watches(tmp_path) == [first, later]
    assert first.fields == {"act": "threaten"}


def test_file_is_only_appended_to(tmp_path: Path) -> None:
    watch = add_watch(tmp_path, "a", {"who": "Venn"}, clock=lambda: NOW)
    before = (tmp_path / "watches.jsonl").read_bytes()
    remove_watch(tmp_path, watch, clock=lambda: NOW)
    after = (tmp_path / "watches.jsonl").read_bytes()
    assert after.startswith(before)
    assert [json.loads(line)["what"] for line in after.splitlines()] == ["add", "remove"]
    assert list_watches(tmp_path) == []


def test_half_a_line_and_unknown_lines_are_passed_over(tmp_path: Path) -> None:
    add_watch(tmp_path, "a", {}, clock=lambda: NOW)
    with (tmp_path / "watches.jsonl").open("ab") as stream:
        stream.write(b'{"what": "rename"}\n{"id": "w1", "wh')
    add_watch(tmp_path, "b", {}, clock=lambda: NOW)
    assert {watch.name for watch in list_watches(tmp_path)} == {"a", "b"}


def test_watch_is_found_by_its_name_and_its_id(tmp_path: Path) -> None:
    watch = add_watch(tmp_path, "Lund's threats", {}, clock=lambda: NOW)
    assert find_watch(tmp_path, "Lund's threats") == watch
    assert find_watch(tmp_path, watch.id) == watch
    with pytest.raises(LedgerError, match="is no watch"):
        find_watch(tmp_path, "Lund")


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_name_has_to_be_one(tmp_path: Path, name: str) -> None:
    with pytest.raises(LedgerError, match="needs a name"):
        add_watch(tmp_path, name, {})


def test_name_is_given_once(tmp_path: Path) -> None:
    add_watch(tmp_path, "a  b", {})
    with pytest.raises(LedgerError, match="already"):
        add_watch(tmp_path, "a b", {"who": "x"})


def test_fields_are_those_of_a_filter() -> None:
    fields = {"who": "lund", "act": "THREATEN", "since": "2031-04-01", "kind": "act"}
    expected = Filter(who="lund", act="THREATEN", since=NOW.date(), kind="act")
    assert read_filter(fields) == expected


@pytest.mark.parametrize("fields", [{"since": "soon"}, {"act": "sing"}, {"kind": "loud"}])
def test_field_that_means_nothing_is_refused(tmp_path: Path, fields: dict[str, str]) -> None:
    with pytest.raises(OnRecordError):
        add_watch(tmp_path, "w", fields)
    assert list_watches(tmp_path) == []
