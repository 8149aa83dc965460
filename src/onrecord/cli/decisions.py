"""`onrecord decisions`."""

from pathlib import Path

import click

from onrecord.cli.options import format_options, ledger_option
from onrecord.views.formats import Format


@click.command("decisions")
@click.option("--lost", is_flag=True, help="Only those that hold and do not apply any more.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@ledger_option
@format_options
def decisions_command(
    lost: bool, limit: int | None, ledger: Path, format_: Format | None, output: Path | None
) -> None:
    """List what people decided, and what of it no longer applies.

    The newest comes first. A decision is tied to exact words: where a page is no longer read as
    having them, it is kept and listed with --lost, and never moved to other words.

    \b
    Example:
      onrecord decisions --lost
    """
    from onrecord.cli.ledgers import open_ledger
    from onrecord.cli.lists import choose_format, screen_width
    from onrecord.cli.output import open_output
    from onrecord.views.blank import DECISION
    from onrecord.views.cells import TABLE_COLUMNS, decision_cells
    from onrecord.views.formats import write_rows

    chosen = choose_format(format_, output)
    with open_ledger(ledger) as opened, open_output(output) as stream:
        count = write_rows(
            opened.decided(lost=lost, limit=limit or -1),
            decision_cells,
            stream,
            format_=chosen,
            columns=TABLE_COLUMNS["decisions"],
            blank=DECISION,
            width=screen_width(),
        )
    if count == 0:
        click.echo("Every decision applies." if lost else "Nothing was decided yet.", err=True)
