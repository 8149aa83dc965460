"""`onrecord doctor`."""

import platform
import sqlite3
import sys
from pathlib import Path

import click

from onrecord import __version__
from onrecord.cli.options import ledger_option


@click.command("doctor")
@ledger_option
@click.pass_context
def doctor_command(ctx: click.Context, ledger: Path) -> None:
    """Check the installation, the models and the ledger.

    Says what is there, what is wrong and what to do; exit status 1 where something is wrong.

    \b
    Example:
      onrecord doctor --ledger onrecord
    """
    click.echo(f"On Record {__version__}, Python {platform.python_version()}, {sys.platform}")
    click.echo(f"SQLite {sqlite3.sqlite_version}, full-text index {_has_fts5()}")
    wrong = _check_models()
    if ledger.exists():
        wrong += _check_ledger(ledger)
    else:
        click.echo(f"No ledger in {ledger}; make one with: onrecord add PAGES...")
    ctx.exit(1 if wrong else 0)


def _has_fts5() -> str:
    options = sqlite3.connect(":memory:").execute("PRAGMA compile_options")
    return "there" if ("ENABLE_FTS5",) in options.fetchall() else "MISSING: search cannot work"


def _check_models() -> int:
    from onrecord.errors import ModelError
    from onrecord.models import load_models

    try:
        models = load_models()
    except ModelError as error:
        click.echo(f"Models: {error}")
        return 1
    click.echo(f"Models: {models.version}")
    return 0


def _check_ledger(path: Path) -> int:
    from onrecord.errors import LedgerError
    from onrecord.ledger import Ledger
    from onrecord.views.plain import count_noun, one_line

    try:
        with Ledger(path) as ledger:
            counts = ledger.counts()
            problems = list(ledger.problems())
            faults = ledger.check()
    except LedgerError as error:
        click.echo(f"Ledger: {error}")
        return 1
    click.echo(
        f"Ledger {path}: {count_noun(counts.articles, 'article')} of"
        f" {count_noun(counts.outlets, 'outlet')}, {count_noun(counts.statements, 'statement')},"
        f" {count_noun(counts.acts, 'act')}, {count_noun(counts.figures, 'figure')},"
        f" {count_noun(counts.episodes, 'episode')} in {count_noun(counts.sagas, 'saga')}"
    )
    for fault in faults:
        click.echo(f"Fault: {one_line(fault)}")
    for problem in problems:
        click.echo(f"Not read ({problem.kind}): {one_line(problem.message)}")
    return len(faults)
