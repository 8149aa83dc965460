"""`onrecord ask`."""

from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import filter_options
from onrecord.views.formats import Format


@click.command("ask")
@click.argument("question", nargs=-1, required=True, metavar="QUESTION...")
@filter_options("outlet", "story", "since", "until", "certainty", "lineages")
def ask_command(
    question: tuple[str, ...],
    ledger: Path,
    format_: Format | None,
    output: Path | None,
    **filters: Any,
) -> None:
    """Answer a question with rows, or say that these articles do not say.

    Who, what somebody said, how many, how long, when and whether can be asked. The answer is a
    name, a day or a figure of a row, and the sentence that says so, as it is printed; the rows
    follow. No sentence is made up.

    \b
    Example:
      onrecord ask "Who boarded the Amaranth?"
    """
    from itertools import islice

    from onrecord.asking import ask
    from onrecord.cli.ledgers import make_filter, open_ledger
    from onrecord.cli.lists import choose_format, screen_width
    from onrecord.cli.output import open_output
    from onrecord.ledger import RowHit
    from onrecord.views.asked import NOT_SAID, show_answer
    from onrecord.views.blank import HIT
    from onrecord.views.cells import hit_cells
    from onrecord.views.formats import write_rows

    asked = " ".join(question).strip()
    if not asked:
        raise click.UsageError('the question is empty; ask such as: "Who boarded the Amaranth?"')
    chosen = choose_format(format_, output)
    limit, offset = filters.pop("limit"), filters.pop("offset")
    with open_ledger(ledger) as opened:
        answer = ask(opened, asked, make_filter(opened, filters))
        account = answer.rows[0].account if answer.rows else None
        contested = bool(account and opened.contested([account]))
    if not answer.rows:
        click.echo(NOT_SAID, err=True)
        return
    rows = islice(answer.rows, offset, None if limit is None else offset + limit)
    with open_output(output) as stream:
        if chosen in ("table", "md"):
            stream.write((show_answer(answer, contested=contested) + "\n\n").encode())
        else:
            click.echo(show_answer(answer, contested=contested), err=True)
        write_rows(
            (RowHit(row=row, hits=()) for row in rows),
            hit_cells,
            stream,
            format_=chosen,
            columns=("when", "found", "who", "what", "words", "published by", "id"),
            blank=HIT,
            width=screen_width(),
        )
