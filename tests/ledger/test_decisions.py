from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Filter, Ledger
from onrecord.ledger.decisions import Draft, append_decision, find_user, read_decisions
from onrecord.ledger.standing import weigh_decisions
from onrecord.pages import Unreadable
from onrecord.records import Page, Reading

NOW = datetime(2031, 1, 1, tzinfo=UTC)


def decide(folder: Path, kind: str, article: str = "p1") -> None:
    draft = Draft(kind=kind, article=article, who="ana", why="a test")
    append_decision(folder, draft, now=NOW)


def test_a_removed_article_and_its_rows_are_gone(full: Ledger) -> None:
    article = next(full.articles())
    full.remove(article.id, who="ana", why="satire")
    assert article.id not in {each.id for each in full.articles()}
    assert article.id not in {row.article for row in full.rows()}
    assert not [hit for hit in full.search(article.headline or "").articles
                if hit.article.id == article.id]  # fmt: skip
    with pytest.raises(LedgerError):
        full.article(article.id)
    assert not full.check()


def test_a_removed_article_stays_out_when_it_is_added_again(
    full: Ledger, template: Path, reader: ModuleType
) -> None:
    article = next(full.articles())
    full.remove(article.id, who="ana")
    for version in (None, "plain+2"):
        report = full.add([str(template / "saved")], read=reader.read, version=version)
        assert report.removed == 1
        assert full.counts().articles == 11


def test_a_restored_article_is_as_it_was(full: Ledger, reader: ModuleType) -> None:
    before = list(full.dump())
    article = next(full.articles())
    full.remove(article.id, who="ana")
    full.restore(article.id, read=reader.read, who="bea", why="not satire")
    assert list(full.dump()) == before
    assert [(each.kind, each.who, each.why) for each in full.decisions()] == [
        ("remove", "ana", ""),
        ("restore", "bea", "not satire"),
    ]


def test_a_restoring_that_was_cut_short_is_made_up_for(
    full: Ledger, reader: ModuleType, tmp_path: Path
) -> None:
    article = next(full.articles())
    full.remove(article.id, who="ana")

    def stop(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        yield from reader.read(list(pages)[:0])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        full.restore(article.id, read=stop, who="ana")
    assert full.counts().articles == 11
    full.add([], read=reader.read)
    assert full.counts().articles == 12


def test_only_what_is_there_can_be_removed_and_only_what_is_not_restored(
    full: Ledger, reader: ModuleType
) -> None:
    with pytest.raises(LedgerError, match="there is no article 'p0'"):
        full.remove("p0", who="ana")
    with pytest.raises(LedgerError, match="nothing to restore"):
        full.restore(next(full.articles()).id, read=reader.read, who="ana")
    with pytest.raises(LedgerError, match="name of who makes it"):
        full.remove(next(full.articles()).id, who=" ")
    assert full.decisions() == ()


def test_decisions_from_elsewhere_hold_once_something_is_written(
    full: Ledger, tmp_path: Path, reader: ModuleType
) -> None:
    first, second, *_ = full.articles()
    decide(full.path, "remove", first.id)
    full.remove(second.id, who="ana")
    assert full.counts().articles == 10


def test_of_one_article_the_latest_decision_holds(tmp_path: Path) -> None:
    for kind in ("remove", "restore", "remove"):
        decide(tmp_path, kind)
    decide(tmp_path, "remove", "p2")
    decide(tmp_path, "restore", "p2")
    assert weigh_decisions(read_decisions(tmp_path)).removed == {"p1"}


def test_the_order_of_lines_does_not_matter(tmp_path: Path) -> None:
    for kind in ("remove", "restore"):
        decide(tmp_path, kind)
    path = tmp_path / "decisions.jsonl"
    expected = read_decisions(tmp_path)
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(reversed(lines)) + lines[0])
    assert read_decisions(tmp_path) == expected


def test_decisions_are_only_appended(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    decide(tmp_path, "remove")
    before = path.read_bytes()
    decide(tmp_path, "restore")
    assert path.read_bytes().startswith(before)
    assert before.endswith(b"\n")


def test_half_a_line_is_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text('{"id": "d1", "when"')
    decide(tmp_path, "remove")
    kinds = [decision.kind for decision in read_decisions(tmp_path)]
    assert kinds == ["unreadable", "remove"]


def test_kinds_from_newer_versions_are_kept_and_reported(full: Ledger) -> None:
    line = '{"id":"d9","when":"2041-01-01T00:00:00Z","who":"cy","kind":"merge","names":["a","b"]}'
    path = full.path / "decisions.jsonl"
    path.write_text(line + "\n[]\n")
    full.remove(next(full.articles()).id, who="ana")
    assert path.read_text().startswith(line)
    assert [decision.kind for decision in full.decisions()] == ["unreadable", "merge", "remove"]
    faults = "\n".join(full.check())
    assert "kind 'merge'" in faults
    assert "no decision: []" in faults


@pytest.mark.parametrize(
    "line", ["null", "1", '"x"', "[" * 10_000, '{"when": 1}', "\x00", "é\udcff"]
)
def test_any_line_is_read(tmp_path: Path, line: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_bytes(line.encode("utf-8", "surrogateescape") + b"\n")
    assert [decision.kind for decision in read_decisions(tmp_path)] == ["unreadable"]


def test_a_stated_date_is_read_again_with_its_page(
    full: Ledger, reader: ModuleType, template: Path
) -> None:
    article = next(full.articles())
    read: list[str] = []

    def note(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        for page in pages:
            read.append(page.origin)
            yield reader.read_one(page)

    day = date(2031, 7, 7)
    full.pin(article.id, day, day, read=note, who="ana", why="printed edition")
    assert read == [article.origin]
    [decision] = full.decisions()
    assert (decision.earliest, decision.latest) == (day, day)
    [stated] = full.articles(Filter(article=article.id))
    assert stated.published.earliest == stated.published.latest == day
    assert full.article(article.id).article.published.earliest == day  # type: ignore[union-attr]
    full.add([str(template / "saved")], read=note)
    assert read == [article.origin]


def test_an_interval_can_be_stated_and_taken_back(full: Ledger, reader: ModuleType) -> None:
    before = next(full.articles())
    days = date(2031, 2, 1), date(2031, 3, 1)
    decision = full.pin(before.id, *days, read=reader.read, who="ana")
    [stated] = full.articles(Filter(article=before.id))
    assert (stated.published.earliest, stated.published.latest) == days
    assert stated.published.certainty == "bounded"
    full.undo(decision, who="ana", read=reader.read)
    assert list(full.articles(Filter(article=before.id))) == [before]


def test_only_days_in_their_order_can_be_stated(full: Ledger, reader: ModuleType) -> None:
    article = next(full.articles()).id
    with pytest.raises(LedgerError, match="is after 2031-02-01"):
        full.pin(article, date(2031, 3, 1), date(2031, 2, 1), read=reader.read, who="ana")
    with pytest.raises(LedgerError, match="there is no article 'p0'"):
        full.pin("p0", date(2031, 2, 1), date(2031, 2, 1), read=reader.read, who="ana")
    assert full.decisions() == ()


def test_a_clock_that_is_set_back_changes_no_order(tmp_path: Path) -> None:
    for kind, year in (("remove", 2035), ("restore", 2031)):
        draft = Draft(kind=kind, article="p1", who="ana")
        append_decision(tmp_path, draft, now=datetime(year, 1, 1, tzinfo=UTC))
    assert weigh_decisions(read_decisions(tmp_path)).removed == set()


def test_who_runs_where_there_are_no_users_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.setattr("getpass.getuser", fail)
    assert find_user() == "reviewer"
