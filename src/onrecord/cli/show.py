"""`onrecord show`."""

from pathlib import Path

import click

from onrecord.cli.options import ledger_option, output_option


@click.command("show")
@click.argument("id_", metavar="ID")
@click.option("--text", is_flag=True, help="Of an article, print the text too.")
@click.option("--json", "as_json", is_flag=True, help="Print the record as JSON.")
@ledger_option
@output_option
def show_command(id_: str, text: bool, as_json: bool, ledger: Path, output: Path | None) -> None:
    """Show one row or article with its exact words.

    ID is an id from a list, or the start of it: four characters are enough where they fit one.
    An article comes with the dates found on it and what was removed; a row with its sentence,
    its chain, and the other reports of the same thing.

    \b
    Example:
      onrecord show s81c2
    """
    import msgspec

    from onrecord.cli.ledgers import open_ledger
    from onrecord.cli.output import open_output
    from onrecord.views.details import article_details, row_details

    with open_ledger(ledger) as opened, open_output(output) as stream:
        found = opened.find(id_)
        if found.kind == "article":
            reading = opened.article(found.id)
            assert reading.article is not None
            record: object = reading
            lines = article_details(reading, reading.article, text=text)
        elif found.kind in ("statement", "act", "figure"):
            record = row = opened.row(found.id)
            lines = row_details(opened, row)
        elif found.kind == "story":
            raise click.ClickException(f"{found.id} is a story; see it with: onrecord brief {id_}")
        else:
            raise click.ClickException(
                f"{found.id} is an account; see its story with: onrecord compare"
            )
        if as_json:
            stream.write(msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n")
        else:
            stream.write(("\n".join(lines) + "\n").encode())
