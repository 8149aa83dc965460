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
from onrecord.records import Account, Comparison, Figure, Reading, RowRef, When
from onrecord.stances import words_said

PAIR_LIMIT = 16  # rows of which all pairs are compared; of more, each with the next ones


def compare_account(account: Account, readings: Sequence[Reading]) -> Iterator[Comparison]:
    """Yield how the rows of `account` stand to each other, in the order of its rows.

    Rows of one article are compared only where they are figures, which may form a series. The
    order of `readings` does not matter; rows whose article is not among them are passed over.
    """
    wanted = {ref.article for ref in account.rows}
    rows = {ref.row for ref in account.rows}
    own = [r for r in readings if r.article is not None and r.article.id in wanted]
    settings = set_readings(own).values()
    if account.kind == "statement":
        statements = [
            tell_statement(s, row)
            for r, s in settings
            for row in words_said(r.statements)
            if row.id in rows
        ]
        yield from _compare(account, statements, relate_statements)
    elif account.kind == "act":
        acts = [tell_act(s, row) for r, s in settings for row in r.acts if row.id in rows]
        yield from _compare(account, acts, relate_events)
    else:
        figures = [tell_figure(s, row) for r, s in settings for row in r.figures if row.id in rows]
        yield from _compare(account, figures, relate_figures)


def _compare(
    account: Account,
    tellings: Sequence[Telling[Row]],
    relate: Callable[[Telling[Row], Telling[Row]], Verdict],
) -> Iterator[Comparison]:
    by_ref = {telling.ref: telling for telling in tellings}
    rows = [by_ref[ref] for ref in account.rows if ref in by_ref]
    verdicts = [
        (a, b, relate(a, b))
        for (first, a), (second, b) in combinations(enumerate(rows), 2)
        if second - first <= PAIR_LIMIT
        and (account.kind == "figure" or a.ref.article != b.ref.article)
    ]
    met = {
        (one.ref, other.ref.article, other.days)
        for a, b, verdict in verdicts
        if verdict.relation in ("agree", "compatible")
        for one, other in ((a, b), (b, a))
    }
    for a, b, verdict in verdicts:
        if _is_met_elsewhere(a, b, verdict, met):
            reason = "the other article also gives a figure that fits, and so this one is of more"
            verdict = Verdict(relation="not comparable", reason=reason, tags=verdict.tags)
        first, second = (b, a) if verdict.swapped else (a, b)
        yield Comparison(
            account=account.id,
            a=first.ref,
            b=second.ref,
            relation=verdict.relation,
            reason=verdict.reason,
            a_span=first.span,
            b_span=second.span,
            tags=verdict.tags,
        )


def _is_met_elsewhere(
    a: Telling[Row], b: Telling[Row], verdict: Verdict, met: set[tuple[RowRef, str, When]]
) -> bool:
    """Return whether figures that do not fit have their match in another row of the articles.

    An article that gives 12 killed today and 40 in all does not contradict one that gives 40. The
    other row must be for the same days: else both are parts of a series. Where two givers are
    named, both numbers stand: that is what they disagree about.
    """
    if verdict.relation not in ("differ", "changed") or not isinstance(a.row, Figure):
        return False
    if a.ref.article == b.ref.article or not {"different givers", "new version"}.isdisjoint(
        verdict.tags
    ):
        return False
    return any((one.ref, other.ref.article, other.days) in met for one, other in ((a, b), (b, a)))
