"""Other texts of an article: earlier and later versions of its page, and copies elsewhere."""

from dataclasses import dataclass
from datetime import date

from onrecord.ledger import ArticleRow, Filter, Ledger
from onrecord.stories.pages import name_page

MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibling:
    """Another article of the same telling; `older` and `newer` are in the order of their days."""

    article: ArticleRow
    version: bool  # of the same page
    older: str
    newer: str


def find_siblings(ledger: Ledger, article: ArticleRow) -> tuple[list[Sibling], tuple[str, ...]]:
    """Return the other articles of the telling by day, and why they are taken for one."""
    if article.saga is None:
        return [], ()
    lineages = ledger.story(article.saga).lineages
    lineage = next((each for each in lineages if article.id in each.articles), None)
    if lineage is None or len(lineage.articles) < 2:
        return [], ()
    page = name_page(article.url) if article.url else None
    others = [
        found
        for id_ in lineage.articles[:MOST]
        if id_ != article.id
        for found in ledger.articles(Filter(article=id_))
    ]
    siblings = []
    for other in sorted(others, key=_order):
        pair = sorted((article, other), key=_order)
        version = page is not None and other.url is not None and name_page(other.url) == page
        siblings.append(Sibling(article=other, version=version, older=pair[0].id, newer=pair[1].id))
    return siblings, lineage.basis


def _order(article: ArticleRow) -> tuple[date, str, str]:
    added = article.added.isoformat() if article.added else ""
    return (article.published.earliest or date.max, added, article.id)
