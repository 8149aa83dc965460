"""The brief of a story: what happened, who said what, which figures, where sources differ.

Extractive: every line is a row's own words with its sources, and no sentence is generated.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from onrecord.compare.actor_keys import key_bearers
from onrecord.ledger import (
    ActRow,
    ArticleRow,
    Filter,
    Ledger,
    Party,
    Row,
)
from onrecord.ledger.grammar import ROW_KINDS
from onrecord.records import (
    Actor,
    Comparison,
    Relation,
    Story,
)
from onrecord.stories.credits import count_outlets
from onrecord.views.brief_choice import choose_events, choose_figures, choose_statements
from onrecord.views.brief_lines import Line, list_values, make_line, number_sources, tell_events
from onrecord.views.pairs import is_change, name_side, order_sides
from onrecord.views.retold import drop_retold
from onrecord.views.wordings import list_other_values
from onrecord.views.words import ALONE

DIFFERENCES = 24
COMPARED = 10 * DIFFERENCES  # pairs are looked at, for copies print the same
# Of a story with more rows than this only what several rows tell is looked at, the most told
# first, and a few rows of each.
LARGE, TOLD, ROWS = 1500, 30, 3
_TOLD_APART: tuple[Relation, Relation] = ("differ", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two rows that differ or changed, with the reason in words."""

    comparison: Comparison
    a: Line
    b: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that the brief cites."""

    number: int
    article: ArticleRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A story on one page. `happened` has the acts of one sentence together; `said` is grouped by
    speaker, the most quoted first.

    `nameless` counts the articles whose outlet is not known; `more` says that there are more
    differences or changes than are listed.
    """

    story: Story
    outlets: int
    happened: tuple[tuple[Line, ...], ...]
    said: tuple[tuple[str, tuple[Line, ...]], ...]
    figures: tuple[Line, ...]
    differ: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    sources: tuple[Source, ...]
    nameless: int = 0
    more: bool = False


def make_brief(ledger: Ledger, story: Story) -> Brief:
    """Return the brief of `story`."""
    sources = tuple(
        Source(number=number, article=article)
        for number, article in enumerate(ledger.articles(Filter(story=story.id)), 1)
    )
    number_of = {source.article.id: source.number for source in sources}
    rows = drop_retold(_find_rows(ledger, story))
    accounts = _group_rows(rows)
    people = _key_people(rows)
    lineage_of = {id_: lineage.id for lineage in story.lineages for id_ in lineage.articles}
    lines = tuple(make_line(told, number_of, lineage_of) for told in accounts)
    by_best = {line.row.id: told for line, told in zip(lines, accounts, strict=True)}
    differ, changed = (
        _list_differences(ledger, story, relation, number_of) for relation in _TOLD_APART
    )
    return Brief(
        story=story,
        outlets=count_outlets(source.article.outlet for source in sources),
        happened=choose_events(tell_events(accounts, story, number_of, people)),
        said=choose_statements(lines, people),
        figures=tuple(
            _add_values(ledger, line, by_best[line.row.id], number_of)
            for line in choose_figures(lines)
        ),
        differ=tuple(differ[:DIFFERENCES]),
        changed=tuple(changed[:DIFFERENCES]),
        sources=sources,
        nameless=sum(source.article.outlet is None for source in sources),
        more=max(len(differ), len(changed)) > DIFFERENCES,
    )


def _find_rows(ledger: Ledger, story: Story) -> list[Row]:
    """Return the rows of `story`; of a large one those of the accounts told most."""
    within = Filter(story=story.id)
    sizes = next(ledger.stories(within))
    if sizes.statements + sizes.acts + sizes.figures <= LARGE:
        return list(ledger.rows(within))
    # A saga has its accounts to itself; those of an episode run through others.
    home = Filter(story=None if story.parent is None else story.id)
    most = [id_ for kind in ROW_KINDS for id_ in ledger.most_told(story.id, kind, limit=TOLD)]
    return list(ledger.account_rows(most, home, each=ROWS))


def _key_people(rows: Iterable[Row]) -> Mapping[tuple[str, str], str]:
    """Return one key for the same actor in several articles, by article and actor id."""
    parties = {(row.article, party.id): party for row in rows for party in _list_parties(row)}
    return key_bearers((place, _make_actor(party)) for place, party in parties.items())


def _list_parties(row: Row) -> Iterator[Party]:
    yield from (*row.who, *row.to)
    if isinstance(row, ActRow) and row.asserted_by is not None:
        yield row.asserted_by


def _make_actor(party: Party) -> Actor:
    return Actor(
        id=party.id,
        name=party.name,
        kind=party.kind,
        state=party.state,
        body=party.body,
        role=party.role,
        identity=party.identity,
    )


def _group_rows(rows: Iterable[Row]) -> list[list[Row]]:
    """Return the rows of each account, and each row that is in none, in the order of the rows."""
    accounts: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        accounts[row.account or row.id].append(row)
    return list(accounts.values())


def _add_values(
    ledger: Ledger, line: Line, told: Sequence[Row], number_of: Mapping[str, int]
) -> Line:
    """Return the line of a figure with the other values that its account, `told`, has for it.

    What too little says to be of the same thing is none of them.
    """
    account = line.row.account
    others = list_other_values(line.row, told)
    if account is None or not others:
        return line
    comparable = {
        ref.row
        for each in ledger.account_comparisons(account)
        if each.relation != "not comparable" and line.row.id in (each.a.row, each.b.row)
        for ref in (each.a, each.b)
    }
    values = list_values((row for row in others if row.id in comparable), number_of)
    return replace(line, others=values)


def _list_differences(
    ledger: Ledger, story: Story, relation: Relation, number_of: Mapping[str, int]
) -> list[Difference]:
    """Return pairs of rows that stand so to each other, the most reported accounts first: as many
    as are shown, and one more if there are more.

    Copies that print the same pair are one, with the sources of all.
    """
    seen = list(islice(ledger.related(story.id, relation), COMPARED))
    ids = dict.fromkeys(ref.row for each in seen for ref in (each.a, each.b))
    rows = {row.id: row for row in ledger.rows_by_id(list(ids))}
    pairs: dict[tuple[object, ...], tuple[Comparison, list[Row], list[Row]]] = {}
    for each in seen:
        a, b = order_sides(each, rows)
        if relation == "changed" and not is_change(each, a, b):
            continue
        one, other = (name_side(row, giver=relation == "differ") for row in (a, b))
        if relation == "differ" and (each.account, other, one) in pairs:
            one, other, a, b = other, one, b, a
        _, left, right = pairs.setdefault((each.account, one, other), (each, [], []))
        left.append(a)
        right.append(b)
    return [
        Difference(
            comparison=comparison, a=_make_side(left, number_of), b=_make_side(right, number_of)
        )
        for comparison, left, right in islice(pairs.values(), DIFFERENCES + 1)
    ]


def _make_side(rows: Sequence[Row], number_of: Mapping[str, int]) -> Line:
    row = rows[0]
    return Line(row=row, counts=row.counts or ALONE, sources=number_sources(rows, number_of))
