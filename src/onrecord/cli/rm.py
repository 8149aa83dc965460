"""`onrecord rm`."""

from pathlib import Path

import click

from onrecord.cli.options import ledger_option, who_option, why_option


@click.command("rm")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@ledger_option
@who_option
@why_option
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Only say what would be removed.")
@click.pass_context
def rm_command(
    ctx: click.Context,
    articles: tuple[str, ...],
    ledger: Path,
    who: str,
    why: str,
    yes: bool,
    dry_run: bool,
) -> None:
    """Remove articles and their rows from the ledger.

    ARTICLE is an article's id, or the start of it. The removal is a decision: it is kept in
    decisions.jsonl, survives a rebuild, and keeps the page out if it is added again.

    \b
    Example:
      onrecord rm p3f9a1 --why "satire site"
    """
    from onrecord.cli.ledgers import open_ledger, read_again
    from onrecord.errors import LedgerError
    from onrecord.views.plain import count_noun, one_line

    with open_ledger(ledger) as opened:
        found = [opened.find(prefix) for prefix in articles]
        for each in found:
            if each.kind != "article":
                raise LedgerError(f"{each.id} is a {each.kind}; only articles can be removed")
        for each in found:
            article = opened.article(each.id).article
            click.echo(one_line(f"{each.id}  {(article and article.headline) or 'no headline'}"))
        if dry_run:
            return
        what = count_noun(len(found), "article")
        if not yes and not click.confirm(f"Remove {what} with all rows?"):
            click.echo("Nothing was removed.", err=True)
            ctx.exit(1)
        for each in found:
            opened.remove(each.id, who=who, why=why, read=read_again)
