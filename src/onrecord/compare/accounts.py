"""Tie the rows that report the same thing into accounts."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import combinations, combinations_with_replacement
from operator import attrgetter
from typing import Any, NamedTuple

from onrecord.compare.answers import answers
from onrecord.compare.corrections import is_retracted
from onrecord.compare.counts import count_support
from onrecord.compare.guests import Near, pick_guests, rank_guests
from onrecord.compare.tellings import (
    Setting,
    Telling,
    move_telling,
    share_settings,
    tell_reading,
)
from onrecord.compare.ties import tie_rows
from onrecord.compare.titles import title_act, title_figure, title_statement
from onrecord.compare.traits import read_traits
from onrecord.ids import hash_id
from onrecord.records import (
    Account,
    Act,
    Counts,
    Figure,
    Lineage,
    Reading,
    RowKind,
    Statement,
    Story,
)
from onrecord.stories.agglomerate import SCALE, Bars, agglomerate

# The threshold is the mean score of an account's pairs; two cuts of one quotation share no word.
ACCOUNT_BARS = Bars(threshold=0.45, quorum=0.40, support=0.45)
KINDS: dict[type, RowKind] = {Statement: "statement", Act: "act", Figure: "figure"}
TAKE_GUESTS: frozenset[RowKind] = frozenset({"statement"})  # a sentence of many claims
_ORDER = ("statement", "act", "figure")


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

    `ties` hold whatever the rows are like. Readings of articles that are not in the saga are
    passed over. The order of `readings` does not matter.
    """
    told = {
        article: found
        for reading in readings
        if (found := tell_reading(reading)) is not None
        and (article := found.setting.article.id) in saga.articles
    }
    home = {article: story.id for story in episodes for article in story.articles}
    traits = {article: read_traits(each) for article, each in told.items()}
    scores = {
        (tie.a, tie.b): tie.score
        for a, b in combinations_with_replacement(sorted(told), 2)
        for tie in tie_rows(traits[a], traits[b], together=home.get(a) == home.get(b))
    }
    by_row = {row: telling for each in told.values() for row, telling in each.by_row.items()}
    ties = [tie for tie in ties if tie.a in by_row and tie.b in by_row]
    near = {row for pair in (*scores, *((tie.a, tie.b) for tie in ties)) for row in pair}
    homes = {
        row: find_home(KINDS[type(by_row[row].row)], row, by_row[row].ref.article) for row in near
    }
    groups = agglomerate(
        near,
        scores,
        **ACCOUNT_BARS,
        homes=homes,
        together=[(tie.a, tie.b) for tie in ties if tie.same],
        apart=[(tie.a, tie.b) for tie in ties if not tie.same],
    )
    near_rows = _list_near(scores, homes, {row for tie in ties if not tie.same for row in tie[:2]})
    accounts: list[Account] = []
    for group in groups:
        takes = KINDS[type(by_row[group[0]].row)] in TAKE_GUESTS
        guests = _find_guests(group, homes, near_rows) if takes else ()
        members = gather((*group, *guests), by_row)
        account = make_account(saga.id, members, saga.lineages, guests)
        if account is not None:
            accounts.append(account)
    return tuple(sorted(accounts, key=lambda each: (_ORDER.index(each.kind), each.id)))


def _list_near(
    scores: Mapping[tuple[str, str], float], homes: Mapping[str, str], parted: Collection[str]
) -> Mapping[str, Sequence[Near]]:
    """Return the ties of each row, but for those of the rows that people have `parted`."""
    near: dict[str, list[Near]] = defaultdict(list)
    for (a, b), score in scores.items():
        if a not in parted and b not in parted:
            for one, other in ((a, b), (b, a)):
                near[one].append(Near(other, homes[other], round(score * SCALE)))
    return near


def _find_guests(
    group: Sequence[str], homes: Mapping[str, str], near: Mapping[str, Sequence[Near]]
) -> tuple[str, ...]:
    if any(row not in near for row in group):
        return ()
    inside = frozenset(group)
    ties = (tie for row in group for tie in near[row] if tie.row not in inside)
    ranked = rank_guests([homes[row] for row in group], ties)
    return pick_guests(ranked, near[ranked[0]]) if ranked else ()


def find_home(kind: RowKind, row: str, article: str) -> str:
    """Return the home of a row, as `agglomerate` takes it: those of one article share one.

    Two statements of one article may both be parts of a longer one in another, and an act is told
    in headline and text. A figure is alone: several of one article form a series.
    """
    return row if kind == "figure" else article


def gather(
    rows: Sequence[str],
    by_row: Mapping[str, Telling[Any]],
    share: Callable[[Sequence[Setting]], Sequence[Setting]] = share_settings,
) -> list[Telling[Any]]:
    """Return the tellings of `rows` in the order of an account, with keys that hold across them.

    `share` may be one that remembers what `share_settings` gave.
    """
    members = sorted((by_row[row] for row in rows), key=attrgetter("ref"))
    settings = {telling.ref.article: telling.setting for telling in members}
    shared = dict(zip(settings, share(list(settings.values())), strict=True))
    return [move_telling(telling, shared[telling.ref.article]) for telling in members]


def make_account(
    story: str,
    members: Sequence[Telling[Any]],
    lineages: Sequence[Lineage],
    guests: Sequence[str] = (),
) -> Account | None:
    """Return the account of `members`, which `gather` gave; `None` where they are none.

    An account has rows of two articles at least; a quantity also rows of one article that are
    given for different days or by different givers. `lineages` are those of the articles, and
    `guests` the ids of those rows whose own account is another.
    """
    kind = KINDS[type(members[0].row)]
    counts = count_support(members, lineages)
    if not _is_account(kind, members, counts):
        return None
    own = next(telling.ref.row for telling in members if telling.ref.row not in guests)
    return Account(
        id=hash_id("ac", kind, own),
        kind=kind,
        story=story,
        title=_title(kind, members),
        rows=tuple(telling.ref for telling in members),
        counts=counts,
        guests=tuple(guests),
    )


def _title(kind: RowKind, members: Sequence[Telling[Any]]) -> str:
    match kind:
        case "statement":
            return title_statement(members)
        case "act":
            return title_act(members)
        case "figure":
            return title_figure(members)


def _is_account(kind: RowKind, members: Sequence[Telling[Any]], counts: Counts) -> bool:
    """Return whether the rows are of two articles, or a series or dispute of figures in one, also
    of a giver who has no name ("the company says")."""
    if len({telling.ref.article for telling in members}) >= 2:
        return True
    if kind != "figure":
        return False
    days = {(telling.days.earliest, telling.days.latest) for telling in members}
    if len(days) >= 2 or counts.origins >= 2 or len({*map(is_retracted, members)}) == 2:
        return True
    return any(answers(a, b) for a, b in combinations(members, 2))
