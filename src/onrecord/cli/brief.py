"""`onrecord brief`."""

from pathlib import Path

import click

from onrecord.cli.options import ledger_option, output_option

_SUFFIXES = {".html": "html", ".htm": "html", ".md": "md", ".txt": "md"}


@click.command("brief")
@click.argument("story", required=False)
@ledger_option
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(["md", "html"]),
    help="Markdown, or one HTML file.  [default: by the suffix of FILE, else md]",
)
@output_option
def brief_command(
    story: str | None, ledger: Path, format_: str | None, output: Path | None
) -> None:
    """Write a story's brief, every line with its source.

    STORY is a story's id, the start of it, or words of its name or rows; without it the largest
    story is taken. What happened, who said what, figures, where sources differ and what changed,
    each line in the articles' own words with the numbers of its sources.

    \b
    Example:
      onrecord brief -o strait.html
    """
    from onrecord.cli.ledgers import find_story, open_ledger
    from onrecord.cli.output import choose_by_suffix, open_output
    from onrecord.views.brief import make_brief
    from onrecord.views.brief_html import brief_html
    from onrecord.views.brief_markdown import brief_markdown

    if format_ is None:
        format_ = choose_by_suffix(output, _SUFFIXES) or "md"
    with open_ledger(ledger) as opened:
        brief = make_brief(opened, find_story(opened, story))
    text = brief_html(brief) if format_ == "html" else brief_markdown(brief)
    with open_output(output) as stream:
        stream.write(text.encode())
