"""Tie the rows that report the same thing into accounts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from onrecord.compare.counts import count_support
from onrecord.compare.same_event import list_event_pairs, score_events
from onrecord.compare.same_quantity import list_quantity_pairs, score_quantities
from onrecord.compare.same_statement import list_statement_pairs, score_statements
from onrecord.compare.tellings import (
    Row,
    Telling,
    set_readings,
    tell_act,
    tell_figure,
    tell_statement,
)
from onrecord.compare.titles import title_act, title_figure, title_statement
from onrecord.ids import hash_id
from onrecord.records import Account, Counts, Figure, Reading, RowKind, Story
from onrecord.stances import words_said
from onrecord.stories.agglomerate import agglomerate

THRESHOLD = 0.45  # mean score of the pairs of an account; two cuts of one quotation share no word
QUORUM = 0.40
SUPPORT = 0.45


class RowTie(NamedTuple):
    """Two rows, by id, that people have told to be of one account (`same`), or of two."""

    a: str
    b: str
    same: bool


def find_accounts(
    saga: Story,
    episodes: Sequence[Story],
    readings: Sequence[Reading],
    ties: Sequence[RowTie] = (),
) -> tuple[Account, ...]:
    """Return the accounts of a saga: statements, then events, then quantities, by id.

    An account has rows of two articles at least; a quantity also rows of one article that are
    given for different days. `ties` hold whatever the rows are like. Readings of articles that
    are not in the saga are passed over. The order of `readings` does not matter.
    """
    members = set(saga.articles)
    own = sorted(
        (r for r in readings if r.article is not None and r.article.id in members),
        key=lambda reading: reading.article.id if reading.article else "",
    )
    settings = set_readings(own)
    statements = [
        tell_statement(s, row) for r, s in settings.values() for row in words_said(r.statements)
    ]
    acts = [tell_act(s, row) for r, s in settings.values() for row in r.acts]
    figures = [tell_figure(s, row) for r, s in settings.values() for row in r.figures]
    home = {article: story.id for story in episodes for article in story.articles}

    def score_figures(a: Telling[Figure], b: Telling[Figure]) -> float:
        together = home.get(a.ref.article) == home.get(b.ref.article)
        return score_quantities(a, b, together=together)

    return (
        *_tie(
            saga,
            "statement",
            statements,
            list_statement_pairs,
            score_statements,
            title_statement,
            ties,
        ),
        *_tie(saga, "act", acts, list_event_pairs, score_events, title_act, ties),
        *_tie(saga, "figure", figures, list_quantity_pairs, score_figures, title_figure, ties),
    )


def _tie(
    saga: Story,
    kind: RowKind,
    tellings: Sequence[Telling[Row]],
    list_pairs: Callable[[Sequence[Telling[Row]]], Iterable[tuple[Telling[Row], Telling[Row]]]],
    score: Callable[[Telling[Row], Telling[Row]], float],
    title: Callable[[Sequence[Telling[Row]]], str],
    ties: Sequence[RowTie],
) -> Iterator[Account]:
    """Yield the accounts of one kind of rows, by id."""
    by_row = {telling.ref.row: telling for telling in tellings}
    scores: dict[tuple[str, str], float] = {}
    for a, b in list_pairs(tellings):
        value = score(a, b)
        if value > 0:
            scores[a.ref.row, b.ref.row] = value
    ties = [tie for tie in ties if tie.a in by_row and tie.b in by_row]
    near = {row for pair in (*scores, *((tie.a, tie.b) for tie in ties)) for row in pair}
    # Two statements of one article may both be parts of a longer one in another.
    homes = {row: by_row[row].ref.article for row in near} if kind == "statement" else None
    groups = agglomerate(
        near,
        scores,
        threshold=THRESHOLD,
        quorum=QUORUM,
        support=SUPPORT,
        homes=homes,
        together=[(tie.a, tie.b) for tie in ties if tie.same],
        apart=[(tie.a, tie.b) for tie in ties if not tie.same],
    )
    accounts = []
    for group in groups:
        members = sorted((by_row[row] for row in group), key=attrgetter("ref"))
        counts = count_support(members, saga.lineages)
        if not _is_account(kind, members, counts):
            continue
        accounts.append(
            Account(
                id=hash_id("ac", kind, members[0].ref.row),
                kind=kind,
                story=saga.id,
                title=title(members),
                rows=tuple(telling.ref for telling in members),
                counts=counts,
            )
        )
    yield from sorted(accounts, key=attrgetter("id"))


def _is_account(kind: RowKind, members: Sequence[Telling[Row]], counts: Counts) -> bool:
    """Return whether the rows are of two articles, or a series or dispute of figures in one."""
    if len({telling.ref.article for telling in members}) >= 2:
        return True
    days = {(telling.days.earliest, telling.days.latest) for telling in members}
    return kind == "figure" and (len(days) >= 2 or counts.origins >= 2)
