"""`onrecord read`: pages in, readings out, no ledger."""

from pathlib import Path

import click

from onrecord.cli.options import jobs_options, output_option
from onrecord.cli.output import open_output


@click.command("read")
@click.argument("pages", nargs=-1, required=True, metavar="PAGES...")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    help="How to print: JSON Lines alone.",
)
@output_option
@jobs_options
@click.pass_context
def read_command(
    ctx: click.Context,
    pages: tuple[str, ...],
    format_: str,
    output: Path | None,
    jobs: int | None,
    page_seconds: float,
) -> None:
    """Print what PAGES report as JSON Lines, without a ledger.

    PAGES are files (HTML, text, Markdown, MHTML, Safari's web archives, mail, WARC, JSON,
    JSON Lines, CSV, RSS or Atom), directories, glob patterns, or - for standard input. One object
    an article, in input order; a page that cannot be read gives an object with its problem, and
    the exit status is then 1.

    \b
    Example:
      onrecord read saved/ |
        jq -r 'INDEX(.actors[]; .id) as $a | .statements[] | [$a[.speaker // ""].name, .act] | @csv'
    """
    import msgspec

    from onrecord.cli.progress import watch
    from onrecord.engine import read_all
    from onrecord.pages import read_inputs

    failed = 0
    encoder = msgspec.json.Encoder()
    with open_output(output) as stream, watch("Reading") as step:
        for reading in read_all(read_inputs(pages), jobs=jobs, page_seconds=page_seconds):
            failed += reading.problem is not None
            stream.write(encoder.encode(reading) + b"\n")
            stream.flush()
            step(reading.origin)
    if failed:
        said = "1 input could" if failed == 1 else f"{failed} inputs could"
        click.echo(f"{said} not be read; see under “problem”.", err=True)
        ctx.exit(1)
