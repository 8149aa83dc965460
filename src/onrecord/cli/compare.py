"""`onrecord compare`."""

from pathlib import Path

import click

from onrecord.cli.options import format_options, ledger_option
from onrecord.records import Relation
from onrecord.views.formats import Format


@click.command("compare")
@click.argument("story", required=False)
@click.option(
    "--relation",
    type=click.Choice(("differ", "changed", "not comparable", "compatible", "agree")),
    help="Only accounts with it; in Markdown only such pairs.",
)
@ledger_option
@format_options
def compare_command(
    story: str | None,
    relation: Relation | None,
    ledger: Path,
    format_: Format | None,
    output: Path | None,
) -> None:
    """Compare what the outlets of a story report.

    STORY is a story's id, the start of it, or words of its name or rows; without it the largest
    story is taken. An account is one statement, event or quantity that several articles report;
    those on which they differ come first. Markdown shows every report with its words and the
    reason of every relation; the other formats one line an account.

    \b
    Example:
      onrecord compare --relation differ --format md
    """
    from onrecord.cli.ledgers import find_story, open_ledger
    from onrecord.cli.lists import choose_format, screen_width
    from onrecord.cli.output import open_output
    from onrecord.views.formats import write_rows
    from onrecord.views.side_by_side import (
        NO_SIDES,
        find_side_by_side,
        side_by_side_cells,
        side_by_side_markdown,
    )

    chosen = choose_format(format_, output)
    with open_ledger(ledger) as opened:
        found = find_story(opened, story)
        sides = [
            side
            for side in find_side_by_side(opened, found.id)
            if relation is None or side.account.relations.get(relation)
        ]
    with open_output(output) as stream:
        if chosen == "md":
            stream.write(("\n".join(side_by_side_markdown(sides, relation)) + "\n").encode())
        else:
            columns = ("account", "kind", "stand", "reports", "lineages", "sides", "id")
            write_rows(
                sides,
                side_by_side_cells,
                stream,
                format_=chosen,
                columns=columns,
                blank=NO_SIDES,
                width=screen_width(),
            )
    if not sides:
        what = "report the same thing" if relation is None else f"are “{relation}” to each other"
        click.echo(
            f"No two reports of “{found.name}” {what}. Other stories: onrecord stories", err=True
        )
