"""`onrecord statements`."""

from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import filter_options
from onrecord.views.formats import Format


@click.command("statements")
@filter_options(
    "who",
    "to",
    "act",
    "kind of statement",
    "outlet",
    "story",
    "article",
    "about",
    "since",
    "until",
    "added",
    "state",
    "certainty",
    "review",
    "lineages",
)
def statements_command(
    ledger: Path, format_: Format | None, output: Path | None, **filters: Any
) -> None:
    """List who said what, to whom, and when.

    Each row has the exact words, the sentence around them, and how many reports, outlets,
    lineages and origins say so.

    \b
    Example:
      onrecord statements --who lund --act threaten --since 2031-04-01
    """
    from onrecord.cli.lists import print_list
    from onrecord.views.cells import statement_cells

    print_list(
        "statements",
        lambda opened, chosen: opened.statements(chosen),
        statement_cells,
        ledger=ledger,
        format_=format_,
        output=output,
        filters=filters,
    )
