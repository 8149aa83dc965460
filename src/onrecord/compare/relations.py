"""Compare the rows of an account with each other."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from onrecord.compare.relate_events import relate_events
from onrecord.compare.relate_figures import relate_figures
from onrecord.compare.relate_statements import relate_statements
from onrecord.compare.tellings import (
    Row,
    Telling,
    set_readings,
    tell_act,
    tell_figure,
    tell_statement,
)
from onrecord.compare.verdicts import Verdict
from onrecord.records import Account, Comparison, Reading

PAIR_LIMIT = 24  # rows of which all pairs are compared; of more, each with the next ones


def compare_account(account: Account, readings: Sequence[Reading]) -> Iterator[Comparison]:
    """Yield how the rows of `account` stand to each other, in the order of its rows.

    Rows of one article are compared only where they are figures, which may form a series. The
    order of `readings` does not matter; rows whose article is not among them are passed over.
    """
    wanted = {ref.article for ref in account.rows}
    own = [r for r in readings if r.article is not None and r.article.id in wanted]
    settings = set_readings(own).values()
    if account.kind == "statement":
        statements = [
            tell_statement(s, row) for reading, s in settings for row in reading.statements
        ]
        yield from _compare(account, statements, relate_statements)
    elif account.kind == "act":
        acts = [tell_act(s, row) for reading, s in settings for row in reading.acts]
        yield from _compare(account, acts, relate_events)
    else:
        figures = [tell_figure(s, row) for reading, s in settings for row in reading.figures]
        yield from _compare(account, figures, relate_figures)


def _compare(
    account: Account,
    tellings: Sequence[Telling[Row]],
    relate: Callable[[Telling[Row], Telling[Row]], Verdict],
) -> Iterator[Comparison]:
    by_ref = {telling.ref: telling for telling in tellings}
    rows = [by_ref[ref] for ref in account.rows if ref in by_ref]
    for (first, a), (second, b) in combinations(enumerate(rows), 2):
        if second - first > PAIR_LIMIT:
            continue
        if a.ref.article == b.ref.article and account.kind != "figure":
            continue
        verdict = relate(a, b)
        if verdict.swapped:
            a, b = b, a
        yield Comparison(
            account=account.id,
            a=a.ref,
            b=b.ref,
            relation=verdict.relation,
            reason=verdict.reason,
            a_span=a.span,
            b_span=b.span,
            tags=verdict.tags,
        )
