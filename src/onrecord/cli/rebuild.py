"""`onrecord rebuild`."""

from functools import partial
from pathlib import Path

import click

from onrecord.cli.options import jobs_options, ledger_option


@click.command("rebuild")
@ledger_option
@jobs_options
def rebuild_command(ledger: Path, jobs: int | None, page_seconds: float) -> None:
    """Make the ledger again from its originals and decisions.

    The SQLite file is made beside the old one and then takes its place: same pages, same
    version, same ids, same rows. Use it after an update of On Record, or when the file is lost
    or damaged.

    \b
    Example:
      onrecord rebuild --ledger onrecord
    """
    from onrecord.cli.add import show_report
    from onrecord.cli.ledgers import open_ledger, say_lost
    from onrecord.cli.progress import watch
    from onrecord.ledger import rebuild_ledger
    from onrecord.ledger.preparing import read_prepared
    from onrecord.ledger.readers import load_version

    with watch("Reading") as step:
        report = rebuild_ledger(
            ledger,
            read=partial(read_prepared, jobs=jobs, page_seconds=page_seconds),
            version=load_version(),
            progress=lambda progress: step(
                progress.origin, progress.read + progress.known + progress.problems
            ),
        )
    click.echo(show_report(report, ledger), err=True)
    with open_ledger(ledger) as opened:
        say_lost(opened)
