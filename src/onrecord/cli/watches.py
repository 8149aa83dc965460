"""`onrecord watches`: saved filters, and what they tell."""

import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.options import choose_filters, ledger_option, output_option

if TYPE_CHECKING:
    from onrecord.watches import Firing, Watch

_FILTERS = (
    "who", "to", "act", "outlet", "story", "article", "about", "since", "until", "modality",
    "state", "certainty",
)  # fmt: skip
_NO_WATCH = "There is no watch yet; save one with: onrecord watches add"


@click.group("watches")
def watches_command() -> None:
    """Save filters, and report rows that are new, changed or withdrawn.

    A watch is a filter with a name. What is there when it is added counts as known; from then on
    each check reports what has changed. A row that a newer version of On Record reads again with
    the same content is no news.

    \b
    Example:
      onrecord watches add "Threats by Lund" --who lund --act threaten
      onrecord watches check --run 'mail -s "On Record" ana@desk.example'
    """


@watches_command.command("add")
@click.argument("name")
@click.option("--kind", type=click.Choice(["statement", "act", "figure"]), help="One kind of row.")
@choose_filters(*_FILTERS)
@ledger_option
def add_command(name: str, ledger: Path, **filters: Any) -> None:
    """Save a filter as the watch NAME.

    \b
    Example:
      onrecord watches add "Troops" --kind figure --about troops
    """
    from onrecord.cli.ledgers import find_story, open_ledger
    from onrecord.views.plain import count_noun
    from onrecord.watches import Memory, add_watch, check

    with open_ledger(ledger) as opened:
        if filters.get("story"):
            filters["story"] = find_story(opened, filters["story"]).id
        if filters.get("article"):
            filters["article"] = opened.find(filters["article"]).id
        fields = {key: _show(value) for key, value in filters.items() if value}
        watch = add_watch(opened.path, name, fields)
        with Memory.open(opened.path) as memory:
            check(opened, watch, memory)
            known = len(memory.list_seen(watch.id))
    click.echo(f"{watch.id}  {watch.name}: {count_noun(known, 'row')} known.", err=True)


@watches_command.command("list")
@ledger_option
def list_command(ledger: Path) -> None:
    """List the watches, and when each last had news.

    \b
    Example:
      onrecord watches list
    """
    from onrecord.cli.ledgers import open_ledger
    from onrecord.views.plain import one_line
    from onrecord.watches import Memory, list_watches
    from onrecord.watches.reports import count_news, show_filter, show_moment

    with open_ledger(ledger) as opened, Memory.open(opened.path) as memory:
        watches = list_watches(opened.path)
        for watch in watches:
            last = memory.list_firings(watch.id, limit=1)
            news = "no news yet"
            if last:
                news = f"{count_news(last)}, {show_moment(last[0].when)} UTC"
            click.echo(one_line(f"{watch.id}  {watch.name}  ({show_filter(watch.fields)})  {news}"))
    if not watches:
        click.echo(_NO_WATCH, err=True)


@watches_command.command("remove")
@click.argument("watch")
@ledger_option
def remove_command(watch: str, ledger: Path) -> None:
    """Remove WATCH, an id or a name.

    \b
    Example:
      onrecord watches remove "Troops"
    """
    from onrecord.cli.ledgers import open_ledger
    from onrecord.watches import find_watch, remove_watch

    with open_ledger(ledger) as opened:
        remove_watch(opened.path, find_watch(opened.path, watch))


@watches_command.command("check")
@click.argument("watches", nargs=-1, metavar="[WATCH]...")
@click.option("--run", help="Run this for each watch with news, the report on its standard input.")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="Text for people, or one JSON object a row.",
)
@ledger_option
@click.pass_context
def check_command(
    ctx: click.Context, watches: tuple[str, ...], run: str | None, format_: str, ledger: Path
) -> None:
    """Report what is new, changed or withdrawn since the last report.

    Checks each WATCH (an id or a name), or all. Without news nothing is printed. With --run, a
    command that fails gets the same report the next time, and the exit status is 1.

    \b
    Example:
      onrecord watches check --format jsonl --run ./tell-the-desk
    """
    from onrecord.cli.ledgers import open_ledger
    from onrecord.watches import Memory, check, find_watch, list_watches

    failed = told = False
    with open_ledger(ledger) as opened, Memory.open(opened.path) as memory:
        chosen = [find_watch(opened.path, words) for words in watches]
        chosen = chosen or list_watches(opened.path)
        if not chosen:
            click.echo(_NO_WATCH, err=True)
        for watch in chosen:
            check(opened, watch, memory)
            firings = memory.list_untold(watch.id)
            if not firings:
                continue
            report = _make_report(watch, firings, format_)
            if run is None:
                click.echo(f"\n{report}" if told and format_ == "text" else report, nl=False)
                told = True
            elif not _run(run, report, watch):
                failed = True
                continue
            memory.note_told(firings)
    if failed:
        ctx.exit(1)


@watches_command.command("feed")
@click.argument("watch")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(["atom", "json"]),
    default="atom",
    show_default=True,
    help="Atom, or JSON Feed.",
)
@ledger_option
@output_option
def feed_command(watch: str, format_: str, ledger: Path, output: Path | None) -> None:
    """Write what WATCH has told as a feed.

    The same feeds are on the pages of `onrecord serve`.

    \b
    Example:
      onrecord watches feed "Troops" -o troops.atom
    """
    from onrecord.cli.ledgers import open_ledger
    from onrecord.cli.output import open_output
    from onrecord.watches import Memory, find_watch
    from onrecord.watches.feeds import atom_feed, json_feed

    with open_ledger(ledger) as opened, Memory.open(opened.path) as memory:
        found = find_watch(opened.path, watch)
        firings = memory.list_firings(found.id)
    make = json_feed if format_ == "json" else atom_feed
    with open_output(output) as stream:
        stream.write(make(found, firings))


def _show(value: Any) -> str:
    """Return an option's value as the text that an address would have."""
    return value.date().isoformat() if hasattr(value, "date") else str(value)


def _make_report(watch: "Watch", firings: "list[Firing]", format_: str) -> str:
    from onrecord.watches.reports import report_lines, report_text

    if format_ == "text":
        return report_text(watch, firings)
    return "".join(line.decode() + "\n" for line in report_lines(watch, firings))


def _run(command: str, report: str, watch: "Watch") -> bool:
    """Run `command` with the report on its standard input; return whether it succeeded."""
    from onrecord.views.plain import one_line

    try:
        # The user's own command, taken apart as a shell would; no shell reads it.
        done = subprocess.run(shlex.split(command), input=report.encode(), check=False)  # noqa: S603
    except (OSError, ValueError) as error:
        fault = f"cannot be run ({error})"
    else:
        if done.returncode == 0:
            return True
        fault = f"ended with {done.returncode}"
    click.echo(
        f"{one_line(watch.name)}: the command {fault}; its report comes again the next time.",
        err=True,
    )
    return False
