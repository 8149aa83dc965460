"""`onrecord watch`."""

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import jobs_options, ledger_option
from onrecord.views.plain import count_noun

if TYPE_CHECKING:
    from onrecord.fetching import VisitReport
    from onrecord.ledger import Ledger

_NO_SOURCE = "There is no source; name one: onrecord watch URL"
_NAMED = 20  # problems named one by one; the rest is counted


@click.command("watch")
@click.argument("sources", nargs=-1, metavar="[SOURCES]...")
@ledger_option
@jobs_options
@click.option(
    "--delay",
    type=click.FloatRange(min=0),
    default=2.0,
    show_default=True,
    help="Seconds between two requests to one host.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=200,
    show_default=True,
    help="Pages to fetch in one visit; the others are fetched in the next.",
)
@click.option(
    "--every", type=click.FloatRange(min=1), metavar="MINUTES", help="Visit again and again."
)
@click.option("--allow-private", is_flag=True, help="Also ask addresses of this network.")
@click.option("--list", "list_", is_flag=True, help="List the sources; fetch nothing.")
@click.option("--forget", metavar="URL", help="Visit this source no more; fetch nothing.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but problems.")
@click.pass_context
def watch_command(
    ctx: click.Context,
    sources: tuple[str, ...],
    ledger: Path,
    jobs: int | None,
    page_seconds: float,
    delay: float,
    limit: int,
    every: float | None,
    allow_private: bool,
    list_: bool,
    forget: str | None,
    quiet: bool,
) -> None:
    """Visit feeds and pages on the network, and add what is new.

    SOURCES are addresses of RSS or Atom feeds, whose entries' pages are fetched, and of single
    pages; files that list such addresses (one a line, or OPML); saved feeds. They are remembered:
    without any, those of earlier visits are visited. Nothing is fetched twice, robots.txt is kept
    to, and a host is asked once in --delay seconds. What cannot be fetched is listed, the rest is
    kept, and the exit status is then 1. This is the only command that asks other machines.

    \b
    Example:
      onrecord watch https://news.example/rss.xml && onrecord watches check
    """
    from onrecord.ledger import Ledger, LedgerBusyError

    if list_ or forget:
        from onrecord.cli.ledgers import open_ledger

        with open_ledger(ledger) as opened:
            _edit_sources(opened.path, forget)
        return
    with Ledger(ledger, create=True) as opened:
        from onrecord.fetching import Fetcher, FetchLimits, visit
        from onrecord.ledger.preparing import read_prepared
        from onrecord.ledger.readers import load_version

        limits = FetchLimits(delay=delay, allow_private=allow_private)
        while True:
            try:
                report = visit(
                    opened,
                    sources,
                    fetcher=Fetcher(limits),
                    read=partial(read_prepared, jobs=jobs, page_seconds=page_seconds),
                    version=load_version(),
                    limit=limit,
                    say=_be_quiet if quiet else partial(click.echo, err=True),
                )
            except LedgerBusyError as error:
                if every is None:
                    raise
                click.echo(f"{error}; what was fetched waits for the next visit", err=True)
            else:
                _report(report, ledger, quiet=quiet)
                _check_watches(opened, quiet=quiet)
            if every is None:
                break
            time.sleep(60 * every)
    if report.added.problems:
        ctx.exit(1)


def _edit_sources(ledger: Path, forget: str | None) -> None:
    from onrecord.errors import OnRecordError
    from onrecord.fetching import Memory
    from onrecord.views.plain import one_line

    with Memory.open(ledger) as memory:
        if forget is not None and not memory.forget_source(forget):
            raise OnRecordError(f"{forget}: is no source; list them with: onrecord watch --list")
        sources = memory.list_sources()
        if not sources:
            click.echo(_NO_SOURCE, err=True)
        for source in sources:
            when = f"{source.visited:%Y-%m-%d %H:%M}" if source.visited else "not yet visited"
            click.echo(one_line(f"{source.url}  {when}  {source.problem or ''}"))


def _report(report: "VisitReport", ledger: Path, *, quiet: bool) -> None:
    from onrecord.cli.add import show_report

    problems = report.added.problems
    for problem in problems[:_NAMED]:
        click.echo(f"Not read: {problem.message}", err=True)
    if len(problems) > _NAMED:
        click.echo(f"... and {len(problems) - _NAMED} more: onrecord doctor", err=True)
    if quiet:
        return
    if not report.sources and not report.fetched:
        click.echo(_NO_SOURCE, err=True)
        return
    due = f", {report.due} left for the next visit" if report.due else ""
    click.echo(
        f"{count_noun(report.sources, 'source')}, {report.unchanged} unchanged; "
        f"{count_noun(report.told, 'new page')} named, {report.fetched} fetched{due}.",
        err=True,
    )
    click.echo(show_report(report.added, ledger), err=True)


def _check_watches(ledger: "Ledger", *, quiet: bool) -> None:
    """Let the watches take note of what has come, so that their feeds have it."""
    from onrecord.watches import check_all

    for watch in check_all(ledger):
        if not quiet:
            click.echo(f"“{watch.name}” has news: onrecord watches check", err=True)


def _be_quiet(line: str) -> None:
    """Say nothing."""
