"""`onrecord search`."""

from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import filter_options
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
    "state",
    "certainty",
    "lineages",
)
def search_command(
    words: tuple[str, ...],
    ledger: Path,
    format_: Format | None,
    output: Path | None,
    **filters: Any,
) -> None:
    """Search rows, then articles, by words.

    All words have to be there; words in quotation marks have to stand together. Rows come first,
    the best match first, then articles.

    \b
    Example:
      onrecord search strait '"open door"' --who lund
    """
    from onrecord.cli.ledgers import make_filter, open_ledger
    from onrecord.cli.lists import choose_format, screen_width
    from onrecord.cli.output import open_output
    from onrecord.ledger import ArticleHit, RowHit
    from onrecord.views.cells import hit_cells
    from onrecord.views.formats import write_rows

    filters["limit"] = filters.get("limit") or 20
    chosen = choose_format(format_, output)
    with open_ledger(ledger) as opened:
        result = opened.search(" ".join(words), make_filter(opened, filters))
    hits: list[RowHit | ArticleHit] = [*result.rows, *result.articles]
    with open_output(output) as stream:
        count = write_rows(
            hits,
            hit_cells,
            stream,
            format_=chosen,
            columns=("when", "found", "who", "words", "published by", "id"),
            width=screen_width(),
        )
    if count == 0:
        click.echo("Nothing in these articles has all of these words.", err=True)
    elif result.more:
        click.echo("More with --limit and --offset.", err=True)
