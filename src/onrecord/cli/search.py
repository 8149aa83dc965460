"""`onrecord search`."""

from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import filter_options
from onrecord.ledger.fusing import By
from onrecord.views.formats import Format


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@filter_options(
    "who",
    "to",
    "act",
    "kind",
    "outlet",
    "story",
    "since",
    "until",
    "added",
    "state",
    "certainty",
    "lineages",
)
@click.option(
    "--by",
    type=click.Choice(["both", "words", "meaning"]),
    default="both",
    show_default=True,
    help="By what rows are found.",
)
def search_command(
    words: tuple[str, ...],
    by: By,
    ledger: Path,
    format_: Format | None,
    output: Path | None,
    **filters: Any,
) -> None:
    """Search rows, then articles, by words and by meaning.

    Found by its words is what holds all of them; by its meaning, what is about the same. Words in
    quotation marks have to stand together, and are looked for as they are. Rows come first, the
    best first, then articles, each marked by what it was found.

    \b
    Example:
      onrecord search strait '"open door"' --who lund
    """
    from onrecord.cli.ledgers import make_filter, open_ledger
    from onrecord.cli.lists import choose_format, screen_width
    from onrecord.cli.output import open_output
    from onrecord.ledger import ArticleHit, RowHit
    from onrecord.views.blank import HIT
    from onrecord.views.cells import hit_cells
    from onrecord.views.formats import write_rows

    filters["limit"] = filters.get("limit") or 20
    chosen = choose_format(format_, output)
    with open_ledger(ledger) as opened:
        result = opened.search(" ".join(words), make_filter(opened, filters), by=by)
    hits: list[RowHit | ArticleHit] = [*result.rows, *result.articles]
    with open_output(output) as stream:
        count = write_rows(
            hits,
            hit_cells,
            stream,
            format_=chosen,
            columns=("when", "found", "by", "who", "what", "words", "published by", "id"),
            blank=HIT,
            width=screen_width(),
        )
    if count == 0:
        click.echo("Nothing in these articles has these words or is about them.", err=True)
    elif result.more:
        click.echo("More with --limit and --offset.", err=True)
