"""Write an export into a folder."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal, get_args

import msgspec

from onrecord.errors import OnRecordError
from onrecord.exports.annotations import make_annotations
from onrecord.exports.dyads import NO_DYAD, Dyad, make_dyads
from onrecord.exports.events import make_events
from onrecord.exports.lines import write_lines
from onrecord.exports.tables import write_columns, write_tables
from onrecord.exports.vega import make_figure_specs
from onrecord.ledger import Filter, Ledger
from onrecord.views.brief import make_brief
from onrecord.views.brief_html import brief_html
from onrecord.views.formats import write_rows

Export = Literal[
    "csv", "jsonl", "parquet", "plover", "dyads", "web-annotation", "html", "vega-lite"
]
EXPORTS: tuple[Export, ...] = get_args(Export)
Written = Iterator[tuple[Path, int]]  # files, and how many rows are in each


def write_export(ledger: Ledger, folder: Path, *, form: Export, filter_: Filter) -> Written:
    """Write what `filter_` chooses into `folder`, in one form.

    Raises `OnRecordError` where a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield from _write(ledger, folder, form, filter_)
    except OSError as error:
        raise OnRecordError(
            f"{folder}: cannot be written ({error.strerror}); choose another folder"
        ) from error


def _write(ledger: Ledger, folder: Path, form: Export, filter_: Filter) -> Written:
    match form:
        case "csv" | "jsonl" | "parquet":
            yield from write_tables(ledger, folder, form=form, filter_=filter_)
        case "plover":
            yield write_lines(folder / "events.jsonl", make_events(ledger, filter_))
        case "dyads":
            path = folder / "dyads.csv"
            with path.open("wb") as stream:
                dyads = make_dyads(make_events(ledger, filter_))
                count = write_rows(dyads, _same, stream, format_="csv", columns=(), blank=NO_DYAD)
            yield path, count
            yield write_columns(folder, {"dyads": NO_DYAD})
        case "web-annotation":
            yield write_lines(folder / "annotations.jsonl", make_annotations(ledger, filter_))
        case "html":
            for row in ledger.stories(replace(filter_, kind="saga")):
                path = folder / f"brief-{row.id}.html"
                path.write_text(brief_html(make_brief(ledger, ledger.story(row.id))), "utf-8")
                yield path, row.statements + row.acts + row.figures
        case "vega-lite":
            for account, spec in make_figure_specs(ledger, filter_):
                path = folder / f"figure-{account.id}.vl.json"
                path.write_bytes(msgspec.json.format(msgspec.json.encode(spec), indent=2))
                yield path, len(account.rows)


def _same(dyad: Dyad) -> Dyad:
    return dyad
