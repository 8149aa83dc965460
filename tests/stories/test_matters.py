"""Our own matters, from which it is learnt which figures give one quantity."""

from pathlib import Path

import pytest
from training.stories.matters import check, read_matters


def test_the_matters_are_well_formed() -> None:
    matters = list(read_matters())
    assert [fault for matter in matters for fault in check(matter)] == []
    assert len({matter.name for matter in matters}) == len(matters) >= 90


def test_marks_are_taken_out_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "# a flood\n2031-05-08 | The flood killed [dead:nine people] and hurt [hurt:40].\n"
    )
    [matter] = read_matters(tmp_path)
    [report] = matter.reports
    assert report.text == "The flood killed nine people and hurt 40."
    assert [(mark.quantity, report.text[slice(*mark.span)]) for mark in report.marks] == [
        ("dead", "nine people"),
        ("hurt", "40"),
    ]
    assert any("1 reports" in fault for fault in check(matter))


@pytest.mark.parametrize("line", ["no day", "2031-05-08 | a [bracket", "2031-05-08 | [Dead: 9]"])
def test_what_is_no_report_is_told(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.txt").write_text(f"# a flood\n{line}\n")
    with pytest.raises(ValueError, match="a flood"):
        list(read_matters(tmp_path))
