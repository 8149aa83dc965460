"""`onrecord articles`."""

from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import filter_options
from onrecord.views.formats import Format


@click.command("articles")
@filter_options("outlet", "story", "about", "since", "until", "added")
def articles_command(
    ledger: Path, format_: Format | None, output: Path | None, **filters: Any
) -> None:
    """List the articles.

    The oldest come first; articles without a date come last.

    \b
    Example:
      onrecord articles --outlet afp
    """
    from onrecord.cli.lists import print_list
    from onrecord.views.cells import article_cells

    print_list(
        "articles",
        lambda opened, chosen: opened.articles(chosen),
        article_cells,
        ledger=ledger,
        format_=format_,
        output=output,
        filters=filters,
    )
