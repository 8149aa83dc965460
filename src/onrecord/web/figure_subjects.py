"""Quantities that several reports give, each with its chart."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.ledger import AccountRow, FigureRow, Ledger
from onrecord.views.charts import MOST, chart_figures, draw_legend
from onrecord.views.pairs import Pair
from onrecord.views.side_by_side import list_pairs, sketch_side_by_side
from onrecord.web.addresses import row_address

LEGEND = Markup(draw_legend())  # noqa: S704 (escaped there)
SUBJECTS = 6  # to a page
REASONS = 4
_WIDE, _NARROW = 1120, 350


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One quantity: its account, first rows, how they differ, and its chart in two widths."""

    account: AccountRow
    rows: tuple[FigureRow, ...]
    pairs: tuple[Pair, ...]
    charts: tuple[Markup, ...]


def list_subjects(ledger: Ledger, accounts: Iterable[AccountRow]) -> list[Subject]:
    """Return the subjects of `accounts`, in their order."""
    return [_make_subject(ledger, account) for account in accounts]


def _make_subject(ledger: Ledger, account: AccountRow) -> Subject:
    side = sketch_side_by_side(ledger, account, rows=MOST, comparisons=REASONS + 1)
    rows = tuple(row for row in side.rows if isinstance(row, FigureRow))
    drawn = (
        chart_figures(rows, title=account.title, width=width, address=row_address)
        for width in (_WIDE, _NARROW)
    )
    return Subject(
        account=account,
        rows=rows,
        pairs=tuple(list_pairs(side)),
        charts=tuple(Markup(svg) for svg in drawn if svg is not None),  # noqa: S704 (escaped there)
    )
