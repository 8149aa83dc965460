"""Our own matters, each told by several reports, with figures marked by which quantity they give.

    python -m training.stories.matters    # checks quantities/*.txt and counts what is in them

quantities/README.md has the form.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from onrecord.records import Span

FOLDER = Path(__file__).with_name("quantities")
REPORTS, NAMES = range(5, 9), range(3, 13)  # of a matter
_MARK = re.compile(r"\[(?P<name>[a-z][a-z0-9_-]*):(?P<words>[^\[\]]+)\]")


class Mark(NamedTuple):
    """The words of a figure in a report, and which quantity of the matter it gives."""

    quantity: str
    span: Span


class Report(NamedTuple):
    """What one outlet tells, and when."""

    published: date
    text: str
    marks: tuple[Mark, ...]


class Matter(NamedTuple):
    """What happened, as several outlets tell it."""

    name: str
    reports: tuple[Report, ...]


def read_matters(folder: Path = FOLDER) -> Iterator[Matter]:
    """Yield all matters; raise `ValueError` that tells which one is not well-formed."""
    for path in sorted(folder.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            title, *lines = block.splitlines()
            name = f"{path.stem}: {title.removeprefix('# ')}"
            if not title.startswith("# "):
                raise ValueError(f"{name}: a matter begins with “# ” and its title")
            yield Matter(name, tuple(_read_report(name, line) for line in lines))


def _read_report(matter: str, line: str) -> Report:
    day, bar, told = line.partition(" | ")
    if not bar:
        raise ValueError(f"{matter}: {line[:40]}: a report begins with its day and “ | ”")
    text, marks, last = "", [], 0
    for match in _MARK.finditer(told):
        text += told[last : match.start()]
        marks.append(Mark(match["name"], Span(len(text), len(text) + len(match["words"]))))
        text += match["words"]
        last = match.end()
    text += told[last:]
    if "[" in text or "]" in text:
        raise ValueError(f"{matter}: {line[:40]}: a mark is “[name:words]”")
    return Report(date.fromisoformat(day), text, tuple(marks))


def check(matter: Matter) -> Iterator[str]:
    """Yield what is not as quantities/README.md has it."""
    if len(matter.reports) not in REPORTS:
        yield f"{matter.name}: {len(matter.reports)} reports"
    told = [{mark.quantity for mark in report.marks} for report in matter.reports]
    counts = Counter(name for names in told for name in names)
    if len(counts) not in NAMES:
        yield f"{matter.name}: {len(counts)} quantities"
    if sum(count >= 3 for count in counts.values()) < 2:
        yield f"{matter.name}: fewer than two quantities in three reports"


def main() -> None:
    matters = list(read_matters())
    faults = [fault for matter in matters for fault in check(matter)]
    print(*faults, sep="\n", end="\n" if faults else "")
    reports = [report for matter in matters for report in matter.reports]
    marks = sum(len(report.marks) for report in reports)
    print(f"{len(matters)} matters, {len(reports)} reports, {marks} figures marked")
    raise SystemExit(bool(faults))


if __name__ == "__main__":
    main()
