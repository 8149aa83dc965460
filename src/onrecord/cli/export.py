"""`onrecord export`."""

from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import choose_filters, ledger_option

# The forms of `onrecord.exports`, which is imported when the command runs.
FORMS = ("csv", "jsonl", "parquet", "plover", "dyads", "web-annotation", "html", "vega-lite")


@click.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@ledger_option
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="csv",
    show_default=True,
    help="What to write.",
)
@choose_filters("story", "who", "outlet", "about", "since", "until", "lineages")
def export_command(folder: Path, ledger: Path, form: Any, **filters: Any) -> None:
    """Write the ledger's rows to files.

    csv, jsonl and parquet write one file for stories, articles, statements, acts, figures, accounts
    and comparisons each, with the same ids, so that they can be joined; jsonl also readings.jsonl,
    in the contract of `onrecord read`. plover writes acts as events in the fields of PLOVER's
    manual, dyads the same as pairs of who and to whom; web-annotation each row at its words (W3C);
    html a brief of each saga; vega-lite a chart of each figure that several reports give.

    \b
    Example:
      onrecord export tables/ --format csv
    """
    from onrecord.cli.ledgers import make_filter, open_ledger
    from onrecord.exports import count_left_out, write_export

    with open_ledger(ledger) as opened:
        chosen = make_filter(opened, filters)
        for path, count in write_export(opened, folder, form=form, filter_=chosen):
            click.echo(f"{path}: {count:,} row{'' if count == 1 else 's'}", err=True)
        if form in ("plover", "dyads"):
            left_out = count_left_out(opened, chosen)
            for reason, count in left_out.most_common():
                acts = "act" if count == 1 else "acts"
                click.echo(f"  no event: {count:,} {acts} {reason}", err=True)
