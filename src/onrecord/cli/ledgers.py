"""Open the ledger, and find in it what a person means by a shortened id or a name."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.errors import FilterError, LedgerError
from onrecord.ledger import Filter, Ledger
from onrecord.ledger.grammar import read_filter
from onrecord.ledger.opening import DATABASE
from onrecord.records import Page, Reading, Story

if TYPE_CHECKING:
    from onrecord.ledger.preparing import Prepared
    from onrecord.pages import Unreadable

_NAMED = 3  # ledgers


def open_ledger(path: Path) -> Ledger:
    """Open the ledger in `path`; say how to make one where there is none, and which are here."""
    if not path.exists():
        here = [f"--ledger {name}" for name in _list_ledgers(Path())]
        name_one = f"name another one ({' or '.join(here)}), or " if here else ""
        raise click.ClickException(
            f"{path}: there is no such ledger; {name_one}make one with: "
            f"onrecord add PAGES... --ledger {path}"
        )
    return Ledger(path)


def _list_ledgers(folder: Path) -> list[str]:
    """Return the first names of ledgers in `folder`, by name."""
    return sorted(found.parent.name for found in folder.glob(f"*/{DATABASE}"))[:_NAMED]


def read_again(pages: "Iterable[Page | Unreadable]") -> "Iterator[Reading | Prepared]":
    """Read the few pages that a decision asks to be read again; models are loaded for the first."""
    from onrecord.ledger.preparing import read_prepared

    return read_prepared(pages, jobs=1)


def make_filter(ledger: Ledger, options: Mapping[str, Any]) -> Filter:
    """Return the filter that a command's options state, shortened ids made whole."""
    values = dict(options)
    if values.get("story"):
        values["story"] = find_story(ledger, values["story"]).id
    if values.get("article"):
        found = ledger.find(values["article"])
        if found.kind != "article":
            raise click.UsageError(f"{found.id} is no article but {_name_kind(found.kind)}")
        values["article"] = found.id
    try:
        return read_filter(values)
    except FilterError as error:
        raise click.UsageError(str(error)) from error


def _name_kind(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def find_story(ledger: Ledger, words: str | None) -> Story:
    """Return the story of that id, start of an id, or words of its name or, where no name has
    them, of its rows; without any, the largest, saying that there are others.

    Raises `LedgerError` where none or several fit.
    """
    if words is None:
        largest = next(iter(ledger.stories(Filter(kind="saga", limit=1))), None)
        if largest is None:
            raise LedgerError("the ledger has no story yet; add pages with: onrecord add PAGES...")
        sagas = ledger.counts().sagas
        if sagas > 1:
            click.echo(
                f"This is the largest of {sagas:,} stories; the others are in: onrecord stories",
                err=True,
            )
        return ledger.story(largest.id)
    try:
        found = ledger.find(words)
    except LedgerError:
        found = None
    if found is not None and found.kind == "story":
        return ledger.story(found.id)
    fitting = [row for row in ledger.stories(Filter()) if words.casefold() in row.name.casefold()]
    if not fitting:
        fitting = list(ledger.stories(Filter(kind="saga", about=words)))
    fitting = [row for row in fitting if row.kind == "saga"] or fitting
    if len(fitting) == 1:
        return ledger.story(fitting[0].id)
    if not fitting:
        raise LedgerError(
            f"no story has the id, name or words {words!r}; list them with: onrecord stories"
        )
    names = "; ".join(f"{row.id} {row.name}" for row in fitting[:5])
    raise LedgerError(f"{words!r} fits {len(fitting)} stories, name one by its id: {names}")


def say_lost(ledger: Ledger) -> None:
    """Say on standard error how many decisions hold and do not apply any more, if any do."""
    lost = sum(1 for _ in ledger.decided(lost=True))
    if lost:
        click.echo(
            f"{lost} decision{'' if lost == 1 else 's'} of people no longer apply: their words are"
            f" read otherwise now. See: onrecord decisions --lost --ledger {ledger.path}",
            err=True,
        )
