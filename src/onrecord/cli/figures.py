"""`onrecord figures`."""

from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import filter_options
from onrecord.views.formats import Format


@click.command("figures")
@filter_options(
    "who",
    "outlet",
    "story",
    "article",
    "about",
    "since",
    "until",
    "added",
    "state",
    "lineages",
    "review",
)
def figures_command(
    ledger: Path, format_: Format | None, output: Path | None, **filters: Any
) -> None:
    """List the reported numbers with their bounds.

    A value is what the words allow: "more than 13,000" is > 13,000.

    \b
    Example:
      onrecord figures --about troops --format md
    """
    from onrecord.cli.lists import print_list
    from onrecord.views.cells import figure_cells

    print_list(
        "figures",
        lambda opened, chosen: opened.figures(chosen),
        figure_cells,
        ledger=ledger,
        format_=format_,
        output=output,
        filters=filters,
    )
