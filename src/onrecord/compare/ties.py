"""Which rows of two articles may report the same, and how surely."""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.compare.same_event import list_event_pairs, score_events
from onrecord.compare.same_quantity import list_quantity_pairs, score_quantities
from onrecord.compare.same_statement import list_statement_pairs, score_statements
from onrecord.compare.tellings import Told, move_told, share_settings
from onrecord.records import RowRef


class Tie(NamedTuple):
    """Two rows of one kind and how sure it is that they report the same, above 0 and up to 1."""

    a: RowRef
    b: RowRef
    score: float


def tie_rows(a: Told, b: Told, *, together: bool) -> Iterator[Tie]:
    """Yield the ties of the rows of two articles; `together` says that they tell of one episode.

    They rest on the two articles alone, whatever others there are. Of one article with itself,
    figures are tied, which may form a series.
    """
    if a is not b:
        one, other = share_settings((a.setting, b.setting))
        a, b = move_told(a, one), move_told(b, other)
        for first, second in list_statement_pairs((*a.statements, *b.statements)):
            score = score_statements(first, second)
            if score > 0:
                yield Tie(first.ref, second.ref, score)
        for act, like in list_event_pairs(a.acts, b.acts):
            score = score_events(act, like)
            if score > 0:
                yield Tie(act.ref, like.ref, score)
    for figure, match in list_quantity_pairs(a.figures, b.figures):
        score = score_quantities(figure, match, together=together)
        if score > 0:
            yield Tie(figure.ref, match.ref, score)
