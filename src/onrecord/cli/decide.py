"""`onrecord decide` and its sub-commands."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.options import ledger_option, who_option, why_option

if TYPE_CHECKING:
    from onrecord.ledger import Ledger


@click.group("decide")
def decide_command() -> None:
    """Decide about a row, two rows, two names or an article.

    Decisions are kept in decisions.jsonl, tied to the exact words that they are about: they hold
    whatever a newer version reads, and survive a rebuild. Each is printed with its id, by which
    it can be undone.

    \b
    Example:
      onrecord decide correct s81c2 "who=Ida Berg" act=deny --why "see the transcript"
    """


@decide_command.command("accept")
@click.argument("rows", nargs=-1, required=True, metavar="ROW...")
@who_option
@why_option
@ledger_option
def accept(rows: tuple[str, ...], who: str, why: str, ledger: Path) -> None:
    """Say that all that is shown of ROW is what its words say."""
    with _open(ledger) as opened:
        for row in rows:
            _say(opened.judge(opened.find(row).id, "accept", who=who, why=why))


@decide_command.command("reject", short_help="Say that ROW is none: it leaves every list.")
@click.argument("rows", nargs=-1, required=True, metavar="ROW...")
@who_option
@why_option
@ledger_option
def reject(rows: tuple[str, ...], who: str, why: str, ledger: Path) -> None:
    """Say that ROW is none: it leaves every list, count and account."""
    with _open(ledger) as opened:
        for row in rows:
            _say(opened.judge(opened.find(row).id, "reject", who=who, why=why))


@decide_command.command("correct")
@click.argument("row")
@click.argument("settings", nargs=-1, required=True, metavar="FIELD=VALUE...")
@who_option
@why_option
@ledger_option
def correct(row: str, settings: tuple[str, ...], who: str, why: str, ledger: Path) -> None:
    """Say what ROW says instead.

    \b
    who, to    names, parted by semicolons; "unknown" for nobody
    when       2031-04-01, or 2031-04-01/2031-04-03
    act        a speech act, or a PLOVER type; kind, polarity, modality in their words
    value      300, more than 300, at most 300, about 300, 200-300; unit, counted

    \b
    Example:
      onrecord decide correct f3a0d "value=more than 300" "who=harbour office (organisation)"
    """
    from onrecord.cli.answers import read_answer

    with _open(ledger) as opened:
        found = opened.row(opened.find(row).id)
        answer = read_answer(settings, found.kind)
        _say(opened.judge(found.id, "correct", answer, who=who, why=why))


@decide_command.command("same-event", short_help="Say that two rows report one thing, or two.")
@click.argument("row")
@click.argument("other")
@click.option("--not", "parted", is_flag=True, help="They report two things.")
@who_option
@why_option
@ledger_option
def same_event(row: str, other: str, parted: bool, who: str, why: str, ledger: Path) -> None:
    """Say that ROW and OTHER report one thing, or with --not two."""
    with _open(ledger) as opened:
        ids = opened.find(row).id, opened.find(other).id
        _say(opened.tie_rows(*ids, same=not parted, who=who, why=why))


@decide_command.command("same-person", short_help="Say that two names are one person, or two.")
@click.argument("name")
@click.argument("other")
@click.option("--not", "parted", is_flag=True, help="They are two persons.")
@click.option("--call", help="What both are called then.  [default: the longer name]")
@click.option("--article", help="NAME as this article means it.")
@click.option("--other-article", help="OTHER as this article means it.")
@click.option("--dry-run", is_flag=True, help="Only say where the names stand.")
@who_option
@why_option
@ledger_option
def same_person(
    name: str,
    other: str,
    parted: bool,
    call: str | None,
    article: str | None,
    other_article: str | None,
    dry_run: bool,
    who: str,
    why: str,
    ledger: Path,
) -> None:
    """Say that NAME and OTHER, as rows show them, are one person, or with --not two.

    A name of several words is meant wherever it stands; one word alone only in its article.

    \b
    Example:
      onrecord decide same-person "S. Lawrow" "Sergei Lavrov" --dry-run
    """
    with _open(ledger) as opened:
        people = [_find_person(opened, *each) for each in ((name, article), (other, other_article))]
        if dry_run:
            return
        _say(
            opened.tie_people(
                people[0],
                people[1],
                same=not parted,
                name=call,
                who=who,
                why=why,
            )
        )


@decide_command.command("pin", short_help="Say when ARTICLE was published.")
@click.argument("article")
@click.argument("days", metavar="DAY[/DAY]")
@who_option
@why_option
@ledger_option
def pin(article: str, days: str, who: str, why: str, ledger: Path) -> None:
    """Say on which day, or between which days, ARTICLE was published.

    \b
    Example:
      onrecord decide pin p3f9a1 2031-04-01/2031-04-03
    """
    from onrecord.cli.answers import read_days
    from onrecord.cli.ledgers import read_again

    stated = read_days(days)
    if stated.earliest is None or stated.latest is None:
        raise click.UsageError("state the first and the last day: 2031-04-01/2031-04-03")
    with _open(ledger) as opened:
        _say(
            opened.pin(
                opened.find(article).id,
                stated.earliest,
                stated.latest,
                read=read_again,
                who=who,
                why=why,
            )
        )


@decide_command.command("undo")
@click.argument("decision", required=False)
@who_option
@why_option
@ledger_option
def undo(decision: str | None, who: str, why: str, ledger: Path) -> None:
    """Take DECISION back, or without it the latest one that holds."""
    from onrecord.cli.ledgers import read_again
    from onrecord.views.answers import show_done
    from onrecord.views.plain import one_line

    with _open(ledger) as opened:
        found = [each for each in opened.decided() if _is_meant(each, decision)]
        if len(found) != 1 and decision is not None:
            raise click.ClickException(
                f"{len(found)} decisions have ids that start with {decision!r}; list them with:"
                " onrecord decisions"
            )
        if not found:
            raise click.ClickException("there is no decision that holds")
        taken = found[0].decision
        id_ = opened.undo(taken.id, who=who, why=why, read=read_again)
        click.echo(f"{show_done(taken)} by {one_line(taken.who)}: taken back", err=True)
        _say(id_)


def _is_meant(row: Any, decision: str | None) -> bool:
    if decision is None:
        return bool(row.state == "holds" and row.decision.kind != "undo")
    return bool(row.decision.id.startswith(decision))


def _find_person(ledger: "Ledger", name: str, article: str | None) -> tuple[str, str]:
    """Return (article, actor) of whom rows call `name`, and say how often they do."""
    from onrecord.errors import LedgerError
    from onrecord.views.plain import count_noun

    if article is not None:
        id_ = ledger.find(article).id
        for actor in ledger.article(id_).actors:
            if actor.name.casefold() == name.casefold():
                return id_, actor.id
        raise LedgerError(f"{id_} names nobody {name!r}; see its rows with: onrecord statements")
    found = next(iter(ledger.names(name, exactly=True)), None)
    if found is None:
        near = ", ".join(each.name for each in ledger.names(name, limit=5))
        hint = f"; there are {near}" if near else "; look with: onrecord statements --who ..."
        raise LedgerError(f"nobody is called {name!r} in a row{hint}")
    where = (
        "wherever it stands"
        if ledger.person(found.article, found.actor).everywhere
        else (f"in {found.article} alone")
    )
    click.echo(
        f"{found.name}: {count_noun(found.rows, 'row')} in"
        f" {count_noun(found.articles, 'article')}; meant {where}",
        err=True,
    )
    return found.article, found.actor


def _open(ledger: Path) -> "Ledger":
    from onrecord.cli.ledgers import open_ledger

    return open_ledger(ledger)


def _say(decision: str) -> None:
    click.echo(decision)
