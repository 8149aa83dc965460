"""Who stands behind each of the four counts of a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.ledger import ActRow, ArticleRow, Row
from onrecord.records import Counts, Lineage
from onrecord.views.words import ALONE, show_parties


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One lineage with the articles of it that tell the row."""

    lineage: Lineage | None
    articles: tuple[ArticleRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """The counts, and what each counts.

    `outlets` are those that are known, `nameless` the articles of others, which add none to them.
    `origins` are those who are named as having said or seen it, in every form in which the
    articles name them, so that the list may be longer than the count.
    """

    counts: Counts
    reports: tuple[ArticleRow, ...]
    outlets: tuple[str, ...]
    lineages: tuple[Told, ...]
    origins: tuple[str, ...]
    nameless: int


def find_support(
    row: Row,
    told: Sequence[Row],
    articles: Mapping[str, ArticleRow],
    lineages: Sequence[Lineage],
) -> Support:
    """Return who supports `row`; `told` are all rows of its account."""
    home = {id_: lineage for lineage in lineages for id_ in lineage.articles}
    reports = tuple(articles[id_] for id_ in dict.fromkeys(other.article for other in told))
    groups: dict[str, list[ArticleRow]] = {}
    for article in reports:
        lineage = home.get(article.id)
        groups.setdefault(lineage.id if lineage else article.id, []).append(article)
    return Support(
        counts=row.counts or ALONE,
        reports=reports,
        outlets=tuple(sorted({article.outlet for article in reports if article.outlet})),
        lineages=tuple(
            Told(lineage=home.get(group[0].id), articles=tuple(group)) for group in groups.values()
        ),
        origins=tuple(dict.fromkeys(_name_origin(other, home) for other in told)),
        nameless=sum(article.outlet is None for article in reports),
    )


def _name_origin(row: Row, home: Mapping[str, Lineage]) -> str:
    """Return who is cited for the row, or whose telling it is."""
    if isinstance(row, ActRow):
        cited = row.asserted_by.name if row.asserted_by else None
    else:
        cited = show_parties(row.who)
    lineage = home.get(row.article)
    return cited or (lineage.agency if lineage else None) or row.outlet or "outlet unknown"
