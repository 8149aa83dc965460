"""`onrecord serve`."""

from functools import partial
from pathlib import Path

import click

from onrecord.cli.options import ledger_option


@click.command("serve")
@ledger_option
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Listen on this address of the machine. Others than its own need a token.",
)
@click.option("--name", "names", multiple=True, help="The name of a server in front of it.")
@click.option(
    "--token",
    envvar="ONRECORD_TOKEN",
    show_envvar=True,
    help="The token that requests have to carry.  [default: a new one, where one is needed]",
)
@click.option("--open/--no-open", "open_", default=False, help="Open a browser.")
def serve_command(
    ledger: Path, port: int, host: str, names: tuple[str, ...], token: str | None, open_: bool
) -> None:
    """Show the ledger in a browser, on this machine only.

    The pages are bound to 127.0.0.1 and ask nothing of any other machine. Ctrl-C ends it.
    With --host other machines can read and decide: then the address that is printed holds a
    token, without which nothing is shown. What goes over the network is not encrypted: put a
    server that does so in front, and say with --name how that one is called.

    \b
    Example:
      onrecord serve --ledger demo --open
    """
    from onrecord.cli.ledgers import open_ledger
    from onrecord.ledger.preparing import read_prepared
    from onrecord.web import serve

    open_ledger(ledger).close()  # say what is wrong now, not on the first page
    serve(
        ledger,
        port=port,
        host=host,
        names=names,
        token=token,
        read=partial(read_prepared, jobs=1),
        announce=lambda url: _announce(url, open_),
    )


def _announce(url: str, open_: bool) -> None:
    click.echo(f"On Record is at {url} (Ctrl-C ends it)", err=True)
    if "?token=" in url:
        click.echo(
            "Other machines can reach it, and whoever has this address can read and decide.",
            err=True,
        )
    if open_:
        click.launch(url)
