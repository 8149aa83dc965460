"""Quantities that several reports give, each with its chart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.ledger import AccountRow, FigureRow, Ledger
from onrecord.records import Lineage
from onrecord.views.charts import MOST, chart_figures, draw_legend
from onrecord.views.pairs import Pair, name_side
from onrecord.views.side_by_side import list_pairs, sketch_side_by_side
from onrecord.web.addresses import row_address

LEGEND = Markup(draw_legend())  # noqa: S704 (escaped there)
SUBJECTS = 6  # to a page
REASONS = 4
_WIDE, _NARROW = 1120, 350


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One quantity: its account, first rows, how they differ, and its chart in two widths.

    Of `rows` that say the same of one day and are of one telling only the first is there.
    """

    account: AccountRow
    rows: tuple[FigureRow, ...]
    pairs: tuple[Pair, ...]
    charts: tuple[Markup, ...]


def list_subjects(
    ledger: Ledger, accounts: Iterable[AccountRow], lineage_of: Mapping[str, Lineage]
) -> list[Subject]:
    """Return the subjects of `accounts`, in their order; `lineage_of` is by article."""
    return [_make_subject(ledger, account, lineage_of) for account in accounts]


def _make_subject(
    ledger: Ledger, account: AccountRow, lineage_of: Mapping[str, Lineage]
) -> Subject:
    side = sketch_side_by_side(ledger, account, rows=MOST, comparisons=REASONS + 1)
    told: dict[tuple[object, ...], list[FigureRow]] = {}
    for row in side.rows:
        if isinstance(row, FigureRow):
            lineage = lineage_of.get(row.article)
            home = lineage.id if lineage else row.article
            told.setdefault((home, row.when, *name_side(row, giver=True)), []).append(row)
    rows = tuple(first for first, *_ in told.values())
    copies = {first.id: len(others) for first, *others in told.values()}
    drawn = (
        chart_figures(rows, title=account.title, width=width, address=row_address, copies=copies)
        for width in (_WIDE, _NARROW)
    )
    return Subject(
        account=account,
        rows=rows,
        pairs=tuple(list_pairs(side)),
        charts=tuple(Markup(svg) for svg in drawn if svg is not None),  # noqa: S704 (escaped there)
    )
