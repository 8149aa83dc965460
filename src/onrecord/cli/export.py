"""`onrecord export`."""

from pathlib import Path

import click

from onrecord.cli.options import ledger_option
from onrecord.views.formats import Format


@click.command("export")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@ledger_option
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(["csv", "jsonl"]),
    default="csv",
    show_default=True,
    help="CSV has one cell a field, JSON Lines the whole records.",
)
@click.option("--story", help="Only this story: its id, the start of it, or words of its name.")
def export_command(directory: Path, ledger: Path, format_: Format, story: str | None) -> None:
    """Write the ledger's rows to files.

    DIR gets one file for stories, articles, statements, acts, figures, accounts and comparisons
    each, with the same ids, so that they can be joined; with jsonl also readings.jsonl, in the
    contract of `onrecord read`.

    \b
    Example:
      onrecord export tables/ --format csv
    """
    from onrecord.cli.ledgers import find_story, open_ledger
    from onrecord.ledger import Filter
    from onrecord.views.tables import write_tables

    with open_ledger(ledger) as opened:
        chosen = Filter(story=find_story(opened, story).id) if story else Filter()
        for path, count in write_tables(opened, directory, format_=format_, filter_=chosen):
            click.echo(f"{path}: {count} rows", err=True)
