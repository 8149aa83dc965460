"""Which rows of two articles may report the same, and how surely."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from onrecord.compare.casts import Cast, share_casts
from onrecord.compare.same_event import Deeds, list_event_pairs, score_events
from onrecord.compare.same_quantity import (
    list_own_pairs,
    list_quantity_pairs,
    score_on_scale,
)
from onrecord.compare.same_statement import list_statement_pairs, may_score, score_statements
from onrecord.compare.statement_index import Common
from onrecord.compare.traits import FigureTraits, Traits

# A list or a table has many figures that sentences around them do not tell apart, and two reports
# of one campaign many acts: each is tied to so many of another article at most, and they to it.
MOST_EQUAL = 8


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
    if a is b:
        yield from _tie_figures(a, a, list_own_pairs(a.figures), together=together)
    else:
        [ties] = tie_many(a, [(b, together)])
        yield from ties


def tie_many(one: Traits, others: Sequence[tuple[Traits, bool]]) -> Iterator[Iterator[Tie]]:
    """Yield the ties of the rows of an article with those of each of `others`, as `tie_rows` does.

    Each stands with whether it tells of one episode with the article.
    """
    casts = []
    for other, _ in others:
        first, second = share_casts((one.cast, other.cast))
        casts.append((first, second))
    statements = list_statement_pairs(one, [other for other, _ in others])
    acts = list_event_pairs(one, [other for other, _ in others], casts)
    figures = list_quantity_pairs(
        one, [other for other, _ in others], [together for _, together in others]
    )
    deeds = Deeds(one.acts, one.cast)
    for (other, together), (first, second), said, near, equal in zip(
        others, casts, statements, acts, figures, strict=True
    ):
        yield chain(
            _tie_statements(one, other, said, (first, second), together=together),
            _tie_acts(
                deeds if first is one.cast else Deeds(one.acts, first),
                Deeds(other.acts, second),
                near,
                together=together,
            ),
            _tie_figures(one, other, equal, together=together),
        )


def _tie_statements(
    one: Traits,
    other: Traits,
    pairs: Iterable[Common],
    casts: tuple[Cast, Cast],
    *,
    together: bool,
) -> Iterator[Tie]:
    own, others = one.index.speakers, other.index.speakers
    for common in pairs:
        if may_score(common, (own[common.one], others[common.other]), casts):
            statement, match = one.statements[common.one], other.statements[common.other]
            score = score_statements(statement, match, casts, together=together)
            if score > 0:
                yield Tie(statement.row, match.row, score)


def _tie_acts(
    deeds: Deeds, others: Deeds, near: Iterable[tuple[int, int]], *, together: bool
) -> Iterator[Tie]:
    ties = []
    for place, their_place in near:
        deed, like = deeds[place], others[their_place]
        score = score_events(deed, like, together=together)
        if score > 0:
            ties.append((Tie(deed.act.row, like.act.row, score), abs(place - their_place)))
    return _pick_best(ties)


def _tie_figures(
    one: Traits, other: Traits, pairs: Iterable[tuple[int, int]], *, together: bool
) -> Iterator[Tie]:
    """Yield the ties of figures, given the places of those that may give one quantity."""
    figures, others = one.figures, other.figures
    ties = {}
    for place, their_place in pairs:
        figure, equal = figures[place], others[their_place]
        score = score_on_scale(figure, equal, together=together, alone=one is other)
        if score > 0:
            ties[place, their_place] = score
    if one is not other:
        _tie_answers(figures, others, ties)
        turned = {(b, a): score for (a, b), score in ties.items()}
        _tie_answers(others, figures, turned)
        ties = {(b, a): score for (a, b), score in turned.items()}
    return _pick_best(
        [(Tie(figures[a].row, others[b].row, score), abs(a - b)) for (a, b), score in ties.items()]
    )


def _tie_answers(
    figures: Sequence[FigureTraits],
    others: Sequence[FigureTraits],
    ties: dict[tuple[int, int], float],
) -> None:
    """Tie each of `figures` that puts another of its article right, or answers it, to those of
    `others` that give the number of that one: it is of the same thing, however little its sentence
    says of it."""
    if not ties:
        return
    places = {figure.row: place for place, figure in enumerate(figures)}
    for place, figure in enumerate(figures):
        if figure.answers is not None:
            asked = places[figure.answers]
            for (own, other), score in list(ties.items()):
                if own == asked and figures[asked].size == others[other].size:
                    ties[place, other] = max(score, ties.get((place, other), 0.0))


def _pick_best(ties: Sequence[tuple[Tie, int]]) -> Iterator[Tie]:
    """Yield those of `ties` that are among the MOST_EQUAL best ones of both ends.

    Each is given with how far from each other its rows stand in the two articles: of equally good
    ones those count that are at more nearly the same place.
    """
    if len(ties) <= MOST_EQUAL:
        yield from (tie for tie, _ in ties)
        return
    partners: dict[str, list[tuple[float, int, str]]] = {}
    for tie, apart in ties:
        partners.setdefault(tie.a, []).append((-tie.score, apart, tie.b))
        partners.setdefault(tie.b, []).append((-tie.score, apart, tie.a))
    best = {
        row: {each for *_, each in sorted(found)[:MOST_EQUAL]}
        for row, found in partners.items()
        if len(found) > MOST_EQUAL
    }
    for tie, _ in ties:
        if tie.b in best.get(tie.a, (tie.b,)) and tie.a in best.get(tie.b, (tie.a,)):
            yield tie
