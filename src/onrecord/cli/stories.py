"""`onrecord stories`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.options import filter_options
from onrecord.views.formats import Format

if TYPE_CHECKING:
    from onrecord.ledger import StoryRow


@click.command("stories")
@filter_options("kind of story", "story", "about", "since", "until", "added")
def stories_command(
    ledger: Path, format_: Format | None, output: Path | None, **filters: Any
) -> None:
    """List the stories: articles about one matter.

    An episode is about days, a saga about weeks or months. The largest saga comes first, with its
    episodes by day.

    \b
    Example:
      onrecord stories --kind saga
    """
    from onrecord.cli.lists import choose_format, print_list
    from onrecord.views.cells import story_cells

    to_read = choose_format(format_, output) in ("table", "md")
    print_list(
        "stories",
        lambda opened, chosen: _fold(opened.stories(chosen)) if to_read else opened.stories(chosen),
        story_cells,
        ledger=ledger,
        format_=format_,
        output=output,
        filters=filters,
    )
    if filters["kind"] is None and choose_format(format_, output) == "table":
        click.echo(
            "Episodes stand below their saga; where it has only one, the saga alone is listed.",
            err=True,
        )


def _fold(stories: "Iterable[StoryRow]") -> "Iterator[StoryRow]":
    """Yield `stories` with episodes marked as parts of the saga above them; not an episode that
    is all of it."""
    saga: StoryRow | None = None
    for row in stories:
        if row.parent is None:
            saga = row
            yield row
        elif saga is None or row.parent != saga.id:
            yield row
        elif row.articles < saga.articles:
            yield replace(row, name=f"– {row.name}")
