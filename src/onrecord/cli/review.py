"""`onrecord review`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.options import ledger_option, who_option

if TYPE_CHECKING:
    from onrecord.ledger import Ledger, Row

_KEYS = "a accept, r reject, e edit, u undo, n next, p before, q quit"


@click.command("review")
@click.option("--kind", type=click.Choice(["statement", "act", "figure"]), help="Only these rows.")
@click.option("--story", help="A story's id, or the start of it.")
@click.option("--sample", type=click.IntRange(1, 1000), help="A random sample of so many rows.")
@click.option("--seed", default="1", show_default=True, help="Draws another sample.")
@who_option
@ledger_option
def review_command(
    kind: str | None,
    story: str | None,
    sample: int | None,
    seed: str,
    who: str,
    ledger: Path,
) -> None:
    """Judge rows in the terminal: the doubtful ones first, or a random sample.

    Each row is shown with its words; then one key is asked for: a accepts it, r rejects it, e
    corrects it (FIELD=VALUE, as in `onrecord decide correct`), u takes the last decision back, n
    leaves it for later, p goes back, q ends. With --sample the rows are drawn at random, and the
    share that is right is printed with its 95 % interval.

    \b
    Example:
      onrecord review --sample 100 --kind statement
    """
    from onrecord.cli.ledgers import find_story, open_ledger
    from onrecord.ledger import Filter

    with open_ledger(ledger) as opened:
        if sample is not None:
            chosen: Any = kind or "statement"
            rows = [row.id for row in opened.sample(chosen, size=sample, seed=seed).rows]
            rows = [id_ for id_ in rows if opened.row(id_).review is None]
            _Round(opened, who).run(iter(rows))
            _show_precision(opened, chosen, sample, seed)
            return
        within = find_story(opened, story).id if story else None
        due = opened.due(Filter(kind=kind, story=within))
        _Round(opened, who).run(each.row for each in due)
        judged = opened.judged()
        click.echo(", ".join(f"{number:,} {state}" for state, number in judged.items()), err=True)


class _Round:
    """Asks about one row after another until there is none, or the person has had enough."""

    def __init__(self, ledger: "Ledger", who: str) -> None:
        self.ledger = ledger
        self.who = who
        self.made: list[str] = []

    def run(self, rows: Iterator[str]) -> None:
        """Ask about `rows`."""
        seen: list[str] = []
        at = 0
        while True:
            if at == len(seen):
                following = next(rows, None)
                if following is None:
                    click.echo("Nothing is left to judge here.", err=True)
                    return
                seen.append(following)
            step = self._ask(seen[at])
            if step is None:
                return
            at = max(0, at + step)

    def _ask(self, id_: str) -> int | None:
        """Show a row and do what is said; return how many rows to go on, `None` to end."""
        self._show(self.ledger.row(id_))
        while True:
            answer = click.prompt(_KEYS, prompt_suffix=": ", default="n", show_default=False)
            match answer.strip().lower()[:1]:
                case "a":
                    return self._judge(id_, "accept")
                case "r":
                    return self._judge(id_, "reject")
                case "e":
                    if self._correct(id_):
                        return 1
                case "u":
                    self._undo()
                    return 0
                case "p":
                    return -1
                case "q":
                    return None
                case "n":
                    return 1
                case _:
                    click.echo(_KEYS, err=True)

    def _judge(self, id_: str, verdict: Any) -> int:
        self.made.append(self.ledger.judge(id_, verdict, who=self.who))
        return 1

    def _correct(self, id_: str) -> bool:
        from onrecord.cli.answers import read_answer
        from onrecord.errors import LedgerError
        from onrecord.ledger.answers import FIELDS

        kind = self.ledger.row(id_).kind
        fields = ", ".join(FIELDS[kind])
        said = click.prompt(f"FIELD=VALUE, parted by | ({fields})", default="", show_default=False)
        try:
            answer = read_answer([each for each in said.split("|") if each.strip()], kind)
            self.made.append(self.ledger.judge(id_, "correct", answer, who=self.who))
        except (LedgerError, click.UsageError) as error:
            click.echo(f"Not changed: {error}", err=True)
            return False
        return True

    def _undo(self) -> None:
        if not self.made:
            click.echo("Nothing to take back in this run; see: onrecord decisions", err=True)
            return
        self.ledger.undo(self.made.pop(), who=self.who)
        click.echo("Taken back.", err=True)

    def _show(self, row: "Row") -> None:
        from onrecord.views.answers import show_answer
        from onrecord.views.plain import one_line
        from onrecord.views.words import (
            show_act,
            show_own_day,
            show_parties,
            show_report,
            show_value,
            show_who,
            show_words,
        )

        record = getattr(row, "record", None)
        does = show_value(record) if row.kind == "figure" else show_act(row)  # type: ignore[arg-type]
        to = f" → {show_parties(row.to)}" if row.to else ""
        sure = f", {row.certainty}" if row.certainty else ""
        click.echo("")
        who = show_who(row) or ("not stated" if row.kind == "figure" else "someone not named")
        click.secho(one_line(f"{row.kind}: {who} · {does}{to}"), bold=True)
        click.echo(one_line(show_words(row)))
        if row.sentence != show_words(row):
            click.secho(one_line(row.sentence), dim=True)
        day = f"{show_own_day(row)}; " if show_own_day(row) else ""
        click.echo(one_line(f"{day}{show_report(row)}{sure}  {row.id}"))
        if row.review:
            said = "; ".join(
                f"{name} read as {was}" for name, was in show_answer(row.read_as, row.kind)
            )
            click.echo(one_line(f"{row.review}{': ' if said else ''}{said}"))


def _show_precision(ledger: "Ledger", kind: Any, size: int, seed: str) -> None:
    sample = ledger.sample(kind, size=size, seed=seed)
    if sample.low is None or sample.high is None:
        click.echo(f"None of the {len(sample.rows)} {kind}s of the sample is judged yet.")
        return
    share = sample.right / sample.judged
    click.echo(
        f"{sample.right} of {sample.judged} {kind}s right: {share:.1%}, 95 % interval"
        f" {sample.low:.1%} to {sample.high:.1%} (Wilson); {len(sample.rows)} drawn from"
        f" {sample.population:,} with seed {seed}."
    )
    if sample.wrong:
        wrong = ", ".join(f"{name} {number}" for name, number in sample.wrong.items())
        click.echo(f"Wrong: {wrong}.")
