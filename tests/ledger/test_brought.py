from pathlib import Path
from types import ModuleType

from onrecord.ledger import Brought, Ledger
from onrecord.pages.unreadable import explain

ADDRESS = "https://gull.example/lock"


def test_brought_file_carries_the_name_it_came_under(
    ledger: Ledger, tmp_path: Path, reader: ModuleType
) -> None:
    (tmp_path / "x1").write_text(reader.make_text(0))
    report = ledger.add([Brought(path=tmp_path / "x1", origin=ADDRESS)], read=reader.read)
    assert report.read == 1
    [article] = ledger.articles()
    assert article.origin == ADDRESS


def test_name_of_a_brought_file_is_on_one_line(
    ledger: Ledger, tmp_path: Path, reader: ModuleType
) -> None:
    (tmp_path / "x1").write_text(reader.make_text(0))
    ledger.add([Brought(path=tmp_path / "x1", origin="a\n\u202eb.html")], read=reader.read)
    [article] = ledger.articles()
    assert article.origin == "a\\x0a\\u202eb.html"


def test_brought_file_may_lie_in_the_ledger_itself(ledger: Ledger, reader: ModuleType) -> None:
    waiting = ledger.path / "waiting"
    waiting.write_text(reader.make_text(0))
    assert ledger.add([Brought(path=waiting, origin=ADDRESS)], read=reader.read).read == 1


def test_what_could_not_be_had_is_a_problem_until_it_is_dropped(
    ledger: Ledger, reader: ModuleType
) -> None:
    report = ledger.add([explain(ADDRESS, "does not answer; try again later")], read=reader.read)
    assert [problem.origin for problem in report.problems] == [ADDRESS]
    assert [problem.origin for problem in ledger.problems()] == [ADDRESS]
    before = ledger.revision()
    ledger.drop_problems(["https://other.example/"])
    assert ledger.revision() == before
    ledger.drop_problems([ADDRESS])
    assert list(ledger.problems()) == []
    assert ledger.revision() != before


def test_page_that_came_after_all_takes_its_problem_away(
    ledger: Ledger, tmp_path: Path, reader: ModuleType
) -> None:
    ledger.add([explain(ADDRESS, "does not answer; try again later")], read=reader.read)
    (tmp_path / "x1").write_text(reader.make_text(0))
    ledger.add([Brought(path=tmp_path / "x1", origin=ADDRESS)], read=reader.read)
    assert list(ledger.problems()) == []
