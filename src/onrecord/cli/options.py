"""The options that several commands share, each defined once."""

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def _together(*decorators: Callable[[Any], Any]) -> Callable[[F], F]:
    return lambda command: reduce(lambda inner, outer: outer(inner), reversed(decorators), command)


output_option = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to FILE rather than to standard output.",
    metavar="FILE",
)

jobs_options = _together(
    click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=1),
        help="Worker processes.  [default: the cores]",
    ),
    click.option(
        "--page-seconds",
        type=click.FloatRange(min=0.1),
        default=20.0,
        show_default=True,
        help="Computing time for one page; over it the page becomes a problem.",
    ),
)

ledger_option = click.option(
    "-l",
    "--ledger",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("onrecord"),
    envvar="ONRECORD_LEDGER",
    show_default=True,
    help="The ledger's folder.",
    metavar="DIR",
)


def _find_user() -> str:
    from onrecord.ledger.decisions import find_user

    return find_user()


who_option = click.option("--who", default=_find_user, help="Who decides.  [default: the user]")

why_option = click.option("--why", default="", help="The reason, kept with the decision.")

format_options = _together(
    click.option(
        "-f",
        "--format",
        "format_",
        type=click.Choice(["table", "jsonl", "csv", "md"]),
        help="How to print rows.  [default: table on a terminal, jsonl in a pipe]",
    ),
    output_option,
)


def _check(context: click.Context, option: click.Parameter, value: Any) -> Any:
    """Refuse a condition that means nothing; what it means is read once the ledger is open."""
    from onrecord.errors import FilterError
    from onrecord.ledger.grammar import read_condition

    kinds = _KINDS.get(context.info_name or "", ()) if option.name == "kind" else ()
    if value is not None and option.name is not None:
        try:
            meant = read_condition(option.name, value)
        except FilterError as error:
            if not kinds:
                raise click.BadParameter(str(error)) from error
            meant = value
        if kinds and meant not in kinds:
            raise click.BadParameter(f"“{meant}” is no kind here; there are {', '.join(kinds)}")
    return value


# What `--kind` may be in a list of one noun.
_KINDS = {
    "statements": ("direct", "indirect", "mixed"),
    "stories": ("episode", "saga"),
    "search": ("statement", "act", "figure"),
}


_FILTERS: dict[str, Callable[[Any], Any]] = {
    "who": click.option(
        "--who", callback=_check, help="Who speaks, acts or gives the figure: a name or a state."
    ),
    "to": click.option("--to", callback=_check, help="Who is spoken or done to."),
    "act": click.option(
        "--act", callback=_check, help="Speech act (threaten, deny, ...) or PLOVER type (AID, ...)."
    ),
    "kind": click.option("--kind", callback=_check, help="statement, act or figure."),
    "kind of statement": click.option(
        "--kind", callback=_check, help="How it is told: direct, indirect or mixed."
    ),
    "kind of story": click.option("--kind", callback=_check, help="episode or saga."),
    "outlet": click.option(
        "--outlet", callback=_check, help="The outlet, or the agency whose report it is."
    ),
    "story": click.option("--story", help="A story's id, or the start of it."),
    "article": click.option("--article", help="An article's id, or the start of it."),
    "about": click.option("--about", callback=_check, help="Words in the row's sentence or names."),
    "since": click.option(
        "--since", callback=_check, metavar="DAY", help="From this day, month or year on."
    ),
    "until": click.option(
        "--until", callback=_check, metavar="DAY", help="Up to this day, month or year."
    ),
    "added": click.option(
        "--added", callback=_check, metavar="MOMENT", help="Came into the ledger after this."
    ),
    "modality": click.option(
        "--modality", callback=_check, help="happened, planned, threatened, conditional, ..."
    ),
    "state": click.option(
        "--state", callback=_check, help="A state in the row: ISO code, such as NOR."
    ),
    "certainty": click.option("--certainty", callback=_check, help="clear, likely or unsure."),
    "lineages": click.option(
        "--lineages",
        callback=_check,
        metavar="N",
        help="Told by at least N lineages (independent tellings).",
    ),
    "review": click.option(
        "--review",
        callback=_check,
        help="What people have said of the row: open, accepted or corrected.",
    ),
    "limit": click.option("--limit", type=click.IntRange(min=1), help="At most so many rows."),
    "offset": click.option("--offset", type=click.IntRange(min=0), default=0, help="Skip rows."),
}


def choose_filters(*names: str) -> Callable[[F], F]:
    """Return a decorator that adds the filters `names`, and nothing else."""
    return _together(*(_FILTERS[name] for name in names))


def filter_options(*names: str) -> Callable[[F], F]:
    """Return a decorator that adds the filters `names`, and those that every list has."""
    chosen = (*names, "limit", "offset")
    return _together(*(_FILTERS[name] for name in chosen), ledger_option, format_options)
