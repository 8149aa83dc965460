"""`onrecord demo`."""

import shutil
from pathlib import Path

import click

from onrecord.cli.options import jobs_options, ledger_option


@click.command("demo")
@click.argument("pages", nargs=-1, metavar="[PAGES]...")
@ledger_option
@jobs_options
@click.pass_context
def demo_command(
    ctx: click.Context,
    pages: tuple[str, ...],
    ledger: Path,
    jobs: int | None,
    page_seconds: float,
) -> None:
    """Read PAGES into a fresh ledger and print the brief of its largest story.

    Without PAGES, the example pages of the source tree are read.

    \b
    Example:
      onrecord demo examples/strait/pages --ledger demo
    """
    from onrecord.cli.add import add_pages, show_report
    from onrecord.cli.ledgers import find_story
    from onrecord.ledger import Ledger
    from onrecord.views.brief import make_brief
    from onrecord.views.brief_markdown import brief_markdown

    _clear(ledger)
    with Ledger(ledger, create=True) as opened:
        report = add_pages(
            opened, pages or ("examples/strait/pages",), jobs=jobs, page_seconds=page_seconds
        )
        for problem in report.problems:
            click.echo(f"Not read: {problem.message}", err=True)
        if opened.counts().sagas:
            click.echo(brief_markdown(make_brief(opened, find_story(opened, None))))
    click.echo(show_report(report, ledger))
    click.echo(f"  Look at it in a browser:  onrecord serve --ledger {ledger}")
    click.echo(f"  Add your own pages:       onrecord add PAGES... --ledger {ledger}")
    click.echo(f"  The ledger lies in:       {ledger.resolve()}")
    if report.problems:
        ctx.exit(1)


def _clear(ledger: Path) -> None:
    """Remove an earlier demonstration; refuse where somebody's decisions would be lost."""
    if not ledger.exists():
        return
    decisions = ledger / "decisions.jsonl"
    if decisions.exists() and decisions.stat().st_size > 0:
        raise click.ClickException(
            f"{ledger}: holds decisions of yours; name another folder with --ledger"
        )
    if any(ledger.iterdir()) and not (ledger / "ledger.sqlite").exists():
        raise click.ClickException(f"{ledger}: is not a ledger; name another folder with --ledger")
    shutil.rmtree(ledger)
