"""The hand-made reading of the example pages, as the golden tests use it."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.lines import read_lines

from onrecord.records import Act, Figure, Reading, Statement

STRAIT = Path(__file__).parents[2] / "examples" / "strait"
PAGES = STRAIT / "pages"
EXPECTED = STRAIT / "expected.jsonl"
NAMES = sorted(path.stem for path in PAGES.iterdir())
Row = Statement | Act | Figure


@cache
def expected_readings() -> dict[str, Reading]:
    """Return the expected reading of each page by the page's name."""
    readings = read_lines(EXPECTED, Reading)
    return {Path(reading.origin).stem: reading for reading in readings}


@cache
def expected_comparisons() -> dict[str, Any]:
    """Return what is expected across pages, as `expected-comparisons.toml` has it."""
    return tomllib.loads((STRAIT / "expected-comparisons.toml").read_text("utf-8"))


def list_rows(reading: Reading) -> list[Row]:
    """Return the statements, acts and figures of a reading."""
    return [*reading.statements, *reading.acts, *reading.figures]


def row_words(text: str, row: Row) -> str:
    """Return the words that name a row: a figure's words, a content's first piece, a trigger."""
    match row:
        case Figure():
            return row.words
        case Act():
            return text[row.trigger.start : row.trigger.end]
        case Statement():
            return text[row.content[0].start : row.content[0].end]


def find_named(reading: Reading, kind: str, words: str, number: int | None = None) -> list[Row]:
    """Return the rows of `kind` that `words` name; with `number`, the one at that place."""
    assert reading.article is not None
    text = reading.article.text
    rows: dict[str, tuple[Row, ...]] = {
        "statement": reading.statements,
        "act": reading.acts,
        "figure": reading.figures,
    }
    found = [row for row in rows[kind] if _is_named(row_words(text, row), kind, words)]
    return found if number is None else found[number - 1 : number]


def _is_named(row: str, kind: str, words: str) -> bool:
    row = re.sub(r"\s+", " ", row)
    return row.startswith(words) if kind == "statement" else row == words


def named_rows() -> Iterator[tuple[str, list[Any]]]:
    """Yield every (kind, name) that the expected comparisons use."""
    comparisons = expected_comparisons()
    for account in comparisons["account"]:
        for name in account["rows"].values():
            yield account["kind"], name
    for kind, section in (("figure", "not_in_conflict"), ("statement", "not_the_same")):
        for pair in comparisons[section]:
            yield kind, pair["a"]
            yield kind, pair["b"]
    for entry in comparisons["not_the_speaker"]:
        yield "statement", [entry["page"], entry["words"]]
    for entry in comparisons["not_happened"]:
        yield "act", [entry["page"], entry["trigger"]]
