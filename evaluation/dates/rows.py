"""Score the days of statements and acts: `rows.jsonl`.

    python -m evaluation.dates.rows [DATA] [--split end] [--errors]

Each line names a row of an article of the news stream by its words of saying, or of doing, and
gives the days on which it was said or done, by what the article tells: README.md has the
guideline. The articles are read with the date at which they were published. A row is right with
the same days, wide if its days hold them, and wrong otherwise: then it puts the row on days on
which it was not. `--errors` shows the development half only.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from evaluation.lines import read_lines
from evaluation.stories.data import read_rows
from evaluation.stories.readings import make_page
from onrecord.models import load_models
from onrecord.pipeline import read_page
from onrecord.records import Act, Reading, Span, Statement, When
from onrecord.spans import overlaps

LABELS = Path(__file__).with_name("rows.jsonl")
SPLITS = ("development", "end")
OUTCOMES = ("right", "wide", "wrong")
AROUND = 90  # characters on either side that are shown

Days = tuple[date | None, date | None]


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """The days of one row: both ends closed, `None` for an open one.

    `told` is "today" for what is told without a time as the news of the day, "once" for the days
    that the article gives.
    """

    split: str
    kind: Literal["statement", "act"]
    article: str
    start: int
    end: int
    told: Literal["today", "once"]
    first: date | None
    last: date | None


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument("--split", choices=SPLITS, default="development")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    labels = [label for label in read_labels() if label.split == options.split]
    wanted = {label.article for label in labels}
    path = options.data / "news_stories" / "stream_articles.jsonl.gz"
    models = load_models()
    readings = {
        row["id"]: read_page(make_page(row), models)
        for row in read_rows(path)
        if row["id"] in wanted
    }
    found = [(label, find_row(label, readings[label.article])) for label in labels]
    for kind in ("statement", "act"):
        for told in ("today", "once"):
            show(f"{kind}s told of {told}", pick(found, kind, told, readings))
        show(f"{kind}s", pick(found, kind, None, readings))
    if options.errors and options.split == "development":
        for label, row in found:
            if row is not None and judge(label, row, readings[label.article]) != "right":
                show_error(label, row, readings[label.article])


def read_labels() -> Iterator[Label]:
    return read_lines(LABELS, Label)


def find_row(label: Label, reading: Reading) -> Statement | Act | None:
    """Return the row whose word of saying or doing stands there; `None` where none is read."""
    place = Span(label.start, label.end)
    if label.kind == "act":
        return next((act for act in reading.acts if overlaps(act.trigger, place)), None)
    said = [each for each in reading.statements if overlaps(each.cue or each.content[0], place)]
    return said[0] if said else None


def pick(
    found: Sequence[tuple[Label, Statement | Act | None]],
    kind: str,
    told: str | None,
    readings: dict[str, Reading],
) -> list[str]:
    """Return the outcomes of the rows of a kind that were found."""
    return [
        judge(label, row, readings[label.article])
        for label, row in found
        if row is not None and label.kind == kind and told in {None, label.told}
    ]


def judge(label: Label, row: Statement | Act, reading: Reading) -> str:
    """Return how the days of a row stand to those of its label."""
    days = row.when.earliest, row.when.latest
    assert reading.article is not None
    published = reading.article.published.earliest
    if label.told == "today":
        # What happened is only known to be no later than its report.
        if days == (published, published) or (label.kind == "act" and days == (None, published)):
            return "right"
        return "wide" if holds(days, (published, published)) else "wrong"
    wanted = label.first, label.last
    if days == wanted:
        return "right"
    return "wide" if holds(days, wanted) else "wrong"


def holds(days: Days, wanted: Days) -> bool:
    """Return whether no day of `wanted` lies outside `days`."""
    begins = days[0] is None or (wanted[0] is not None and days[0] <= wanted[0])
    return begins and (days[1] is None or (wanted[1] is not None and wanted[1] <= days[1]))


def show(name: str, outcomes: Sequence[str]) -> None:
    counts, number = Counter(outcomes), max(1, len(outcomes))
    parts = ", ".join(f"{each} {100 * counts[each] / number:.1f} %" for each in OUTCOMES)
    print(f"{name:<24} {len(outcomes):>4} read: {parts}")


def show_error(label: Label, row: Statement | Act, reading: Reading) -> None:
    assert reading.article is not None
    text, when = reading.article.text, row.when
    before, behind = text[: label.start][-AROUND:], text[label.end :][:AROUND]
    words = " ".join(f"{before}[{text[label.start : label.end]}]{behind}".split())
    wanted = label.told if label.told == "today" else say(label.first, label.last)
    print(
        f"{judge(label, row, reading)} {label.kind}, published"
        f" {reading.article.published.earliest}: {say_when(when)}, not {wanted}: {words}"
    )


def say(first: date | None, last: date | None) -> str:
    return f"{first or ''}..{last or ''}"


def say_when(when: When) -> str:
    return f"{say(when.earliest, when.latest)} ({when.anchor})"


if __name__ == "__main__":
    main()
