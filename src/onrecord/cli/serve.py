"""`onrecord serve`."""

from pathlib import Path

import click

from onrecord.cli.options import ledger_option


@click.command("serve")
@ledger_option
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True)
@click.option("--open/--no-open", "open_", default=False, help="Open a browser.")
def serve_command(ledger: Path, port: int, open_: bool) -> None:
    """Show the ledger in a browser, on this machine only.

    The pages are bound to 127.0.0.1 and ask nothing of any other machine. Ctrl-C ends it.

    \b
    Example:
      onrecord serve --ledger demo --open
    """
    from onrecord.cli.ledgers import open_ledger
    from onrecord.web import serve

    open_ledger(ledger).close()  # say what is wrong now, not on the first page
    serve(ledger, port=port, announce=lambda url: _announce(url, open_))


def _announce(url: str, open_: bool) -> None:
    click.echo(f"On Record is at {url} (Ctrl-C ends it)", err=True)
    if open_:
        click.launch(url)
