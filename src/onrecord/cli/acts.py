"""`onrecord acts`."""

from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import filter_options
from onrecord.views.formats import Format


@click.command("acts")
@filter_options(
    "who",
    "to",
    "act",
    "outlet",
    "story",
    "article",
    "about",
    "since",
    "until",
    "added",
    "modality",
    "state",
    "certainty",
    "review",
    "lineages",
)
def acts_command(ledger: Path, format_: Format | None, output: Path | None, **filters: Any) -> None:
    """List who did what to whom.

    Acts have PLOVER's types. What is planned, threatened, conditional, denied or told as
    background is marked as such (docs/codebook.md).

    \b
    Example:
      onrecord acts --act CONSULT --format csv -o meetings.csv
    """
    from onrecord.cli.lists import print_list
    from onrecord.views.cells import act_cells

    print_list(
        "acts",
        lambda opened, chosen: opened.acts(chosen),
        act_cells,
        ledger=ledger,
        format_=format_,
        output=output,
        filters=filters,
    )
