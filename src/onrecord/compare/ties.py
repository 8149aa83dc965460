"""Which rows of two articles may report the same, and how surely."""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.compare.casts import share_casts
from onrecord.compare.same_event import list_event_pairs, score_events
from onrecord.compare.same_quantity import list_quantity_pairs, score_quantities
from onrecord.compare.same_statement import list_statement_pairs, score_statements
from onrecord.compare.traits import Traits


class Tie(NamedTuple):
    """Two rows of one kind and how sure it is that they report the same, above 0 and up to 1."""

    a: str
    b: str
    score: float


def tie_rows(a: Traits, b: Traits, *, together: bool) -> Iterator[Tie]:
    """Yield the ties of the rows of two articles; `together` says that they tell of one episode.

    They rest on the two articles alone, whatever others there are. Of one article with itself,
    figures are tied, which may form a series.
    """
    if a is not b:
        one, other = share_casts((a.cast, b.cast))
        casts = one, other
        for statement, match in list_statement_pairs(a, b):
            score = score_statements(statement, match, casts)
            if score > 0:
                yield Tie(statement.row, match.row, score)
        for act, like in list_event_pairs(a.acts, b.acts, casts):
            score = score_events(act, like, casts)
            if score > 0:
                yield Tie(act.row, like.row, score)
    for figure, equal in list_quantity_pairs(a.figures, b.figures):
        score = score_quantities(figure, equal, together=together)
        if score > 0:
            yield Tie(figure.row, equal.row, score)
