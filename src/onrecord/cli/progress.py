"""Progress on stderr: a bar on a terminal, a line every ten seconds elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import click

from onrecord.views.plain import count_noun

_LINE_SECONDS = 10.0


class Step(Protocol):
    """Called with the name of the last page done, and how many are done if the caller knows."""

    def __call__(self, name: str, done: int | None = None) -> None:
        """Show how far the work is, if it is time to."""


@contextmanager
def watch(verb: str, *, quiet: bool = False) -> Iterator[Step]:
    """Give a function to call with the name of the last page and, if known, how many are done.

    How many there are is not known: inputs are streams. Nothing is shown for work that is over
    within a second.
    """
    if quiet:
        yield lambda name, done=None: None
        return
    started = last = time.monotonic()
    counted = 0
    terminal = sys.stderr.isatty()
    pause = 0.2 if terminal else _LINE_SECONDS

    def step(name: str, done: int | None = None) -> None:
        nonlocal counted, last
        counted = counted + 1 if done is None else done
        now = time.monotonic()
        if now - started < 1.0 or now - last < pause:
            return
        last = now
        line = f"{verb}: {count_noun(counted, 'page')}, {counted / (now - started):.0f}/s"
        if terminal:
            click.echo(f"\r\x1b[K{line}  {_shorten(name)}", nl=False, err=True)
        else:
            click.echo(line, err=True)

    try:
        yield step
    finally:
        if terminal and last > started:
            click.echo("\r\x1b[K", nl=False, err=True)


def _shorten(name: str) -> str:
    printable = "".join(character if character.isprintable() else "?" for character in name)
    return printable if len(printable) <= 48 else "…" + printable[-47:]
