"""`onrecord add`, and the reading and linking that `demo` and `rebuild` share with it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import jobs_options, ledger_option

if TYPE_CHECKING:
    from onrecord.ledger import AddReport, Ledger

# Problems named one by one; the rest is counted.
_NAMED = 20


@click.command("add")
@click.argument("pages", nargs=-1, required=True, metavar="PAGES...")
@ledger_option
@jobs_options
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but problems.")
@click.pass_context
def add_command(
    ctx: click.Context,
    pages: tuple[str, ...],
    ledger: Path,
    jobs: int | None,
    page_seconds: float,
    quiet: bool,
) -> None:
    """Read PAGES into the ledger; what is there already stays as it is.

    PAGES are files (HTML, text, Markdown, MHTML, Safari's web archives, mail, WARC, JSON,
    JSON Lines, CSV, RSS or Atom), directories, glob patterns, or - for standard input. The ledger
    is made where there is none. What cannot be read is listed, the rest is kept, and the
    exit status is then 1. Stopped at any moment, the same command goes on where it was.

    \b
    Example:
      onrecord add saved/ nightly.warc.gz
    """
    from onrecord.cli.ledgers import say_lost
    from onrecord.ledger import Ledger

    with Ledger(ledger, create=True) as opened:
        report = add_pages(opened, pages, jobs=jobs, page_seconds=page_seconds, quiet=quiet)
        say_lost(opened)
    for problem in report.problems[:_NAMED]:
        click.echo(f"Not read: {problem.message}", err=True)
    if len(report.problems) > _NAMED:
        click.echo(f"... and {len(report.problems) - _NAMED} more: onrecord doctor", err=True)
    if not quiet:
        click.echo(show_report(report, ledger), err=True)
    if report.problems:
        ctx.exit(1)


def add_pages(
    ledger: "Ledger",
    pages: tuple[str, ...],
    *,
    jobs: int | None,
    page_seconds: float,
    quiet: bool = False,
) -> "AddReport":
    """Read and link `pages`, with progress on standard error."""
    from onrecord.cli.progress import watch
    from onrecord.ledger.preparing import read_prepared
    from onrecord.ledger.readers import load_version

    with watch("Reading", quiet=quiet) as step:
        return ledger.add(
            pages,
            read=partial(read_prepared, jobs=jobs, page_seconds=page_seconds),
            version=load_version(),
            progress=lambda progress: step(
                progress.origin, progress.read + progress.known + progress.problems
            ),
        )


def show_report(report: "AddReport", ledger: Path) -> str:
    """Return what adding did, in one line."""
    parts = [f"{report.read} read"]
    if report.foreign:
        parts[0] += f" ({report.foreign} of them not in English, the language that is read)"
    if report.known:
        parts.append(f"{report.known} known before")
    if report.removed:
        parts.append(f"{report.removed} removed before")
    if report.problems:
        parts.append(f"{len(report.problems)} not read")
    return f"{', '.join(parts)} in {report.seconds:.1f} s. The ledger is {ledger}."
