"""Compare the rows of an account with each other."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from onrecord.compare.accounts import gather
from onrecord.compare.relate_events import relate_events
from onrecord.compare.relate_figures import relate_figures
from onrecord.compare.relate_statements import relate_statements
from onrecord.compare.tellings import Row, Telling, tell_reading
from onrecord.compare.verdicts import Verdict
from onrecord.records import Account, Act, Comparison, Figure, Reading, RowKind, RowRef, When

PAIR_LIMIT = 16  # rows of which all pairs are compared; of more, each with the next ones
# Rows of these kinds are not compared again where that can be spared: it takes longer than finding
# out that what was found before still holds.
RECALLED: frozenset[RowKind] = frozenset({"statement", "figure"})
# Tags of what articles themselves say of their numbers: that these match others changes nothing.
_STANDING = frozenset({"different givers", "new version", "correction", "series"})
Met = dict[tuple[RowRef, str, When], set[RowRef]]  # what fits a row in an article, for some days
Known = Mapping[tuple[str, str], Comparison]  # by rows
_NOTHING: Known = {}
_MET = "the other article also gives a figure that fits, and so this one is of more"


def compare_account(account: Account, readings: Sequence[Reading]) -> Iterator[Comparison]:
    """Yield how the rows of `account` stand to each other, in the order of its rows.

    The order of `readings` does not matter; rows whose article is not among them are passed over.
    """
    wanted = {ref.article for ref in account.rows}
    told = [
        found
        for reading in readings
        if reading.article is not None
        and reading.article.id in wanted
        and (found := tell_reading(reading)) is not None
    ]
    by_row = {row: telling for each in told for row, telling in each.by_row.items()}
    rows = [ref.row for ref in account.rows if ref.row in by_row]
    if rows:
        yield from compare_members(account, gather(rows, by_row))


def compare_members(
    account: Account, members: Sequence[Telling[Any]], known: Known = _NOTHING
) -> Iterator[Comparison]:
    """Yield how the members of `account` stand to each other; `gather` gave them.

    Rows of one article are compared only where they are figures, which may form a series, or where
    one is an act that the other denies. What is `known` was found before of the same rows, with
    keys and sides of their actors as they are now.
    """
    match account.kind:
        case "statement":
            yield from _compare(account, members, relate_statements, known)
        case "act":
            yield from _compare(account, members, relate_events, known)
        case "figure":
            yield from _compare(account, members, relate_figures, known)


def _compare(
    account: Account,
    rows: Sequence[Telling[Row]],
    relate: Callable[[Telling[Row], Telling[Row]], Verdict],
    known: Known,
) -> Iterator[Comparison]:
    verdicts = [
        (a, b, verdict)
        for (first, a), (second, b) in combinations(enumerate(rows), 2)
        if second - first <= PAIR_LIMIT and (a.ref.article != b.ref.article or _may_clash(a, b))
        if (verdict := _recall(a, b, known) or relate(a, b))
        and (verdict.relation == "differ" or not _are_of_one_report(a, b))
    ]
    met: Met = defaultdict(set)
    for a, b, verdict in verdicts:
        if verdict.relation in ("agree", "compatible"):
            for one, other in ((a, b), (b, a)):
                met[one.ref, other.ref.article, other.days].add(other.ref)
    disputed = {
        frozenset((a.ref, b.ref))
        for a, b, verdict in verdicts
        if verdict.relation == "differ" and a.ref.article == b.ref.article
    }
    for a, b, verdict in verdicts:
        if _is_met_elsewhere(a, b, verdict, met, disputed):
            verdict = Verdict(relation="not comparable", reason=_MET, tags=verdict.tags)
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


def _may_clash(a: Telling[Row], b: Telling[Row]) -> bool:
    """Return whether rows of one article are compared: figures, and an act with its denial."""
    if isinstance(a.row, Act) and isinstance(b.row, Act):
        return bool(a.row.denied_by) != bool(b.row.denied_by)
    return isinstance(a.row, Figure)


def _are_of_one_report(a: Telling[Row], b: Telling[Row]) -> bool:
    """Return whether two acts are of one article, which tells them twice."""
    return isinstance(a.row, Act) and a.ref.article == b.ref.article


def _recall(a: Telling[Row], b: Telling[Row], known: Known) -> Verdict | None:
    """Return the verdict that a known comparison rests on, `None` where none is to be seen."""
    for one, other in ((a, b), (b, a)):
        found = known.get((one.ref.row, other.ref.row))
        if found is not None and found.reason != _MET:
            return Verdict(
                relation=found.relation, reason=found.reason, tags=found.tags, swapped=one is b
            )
    return None


def _is_met_elsewhere(
    a: Telling[Row],
    b: Telling[Row],
    verdict: Verdict,
    met: Met,
    disputed: Container[frozenset[RowRef]],
) -> bool:
    """Return whether figures that do not fit have their match in another row of the articles.

    An article that gives 12 killed today and 40 in all does not contradict one that gives 40. The
    other row must be for the same days: else both are parts of a series. Where two givers are
    named, or an article gives both as disputed, both numbers stand: that is what they disagree
    about.
    """
    if verdict.relation not in ("differ", "changed") or not isinstance(a.row, Figure):
        return False
    if a.ref.article == b.ref.article or not _STANDING.isdisjoint(verdict.tags):
        return False
    return any(
        frozenset((match, other.ref)) not in disputed
        for one, other in ((a, b), (b, a))
        for match in met.get((one.ref, other.ref.article, other.days), ())
    )
