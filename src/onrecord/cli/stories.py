"""`onrecord stories`."""

from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import filter_options
from onrecord.views.formats import Format


@click.command("stories")
@filter_options("kind of story", "story", "about", "since", "until", "added")
def stories_command(
    ledger: Path, format_: Format | None, output: Path | None, **filters: Any
) -> None:
    """List the stories: articles about one matter.

    An episode is about days, a saga about weeks or months. The largest come first.

    \b
    Example:
      onrecord stories --kind saga
    """
    from onrecord.cli.lists import choose_format, print_list
    from onrecord.views.cells import story_cells

    print_list(
        "stories",
        lambda opened, chosen: opened.stories(chosen),
        story_cells,
        ledger=ledger,
        format_=format_,
        output=output,
        filters=filters,
    )
    if filters["kind"] is None and choose_format(format_, output) == "table":
        click.echo("Each episode is listed beside its saga; sagas alone: --kind saga", err=True)
