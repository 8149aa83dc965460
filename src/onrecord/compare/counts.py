"""How many say so: reports, outlets, lineages and origins of an account."""

from collections.abc import Sequence

from onrecord.compare.tellings import Row, Telling
from onrecord.records import Act, Counts, Lineage, Statement
from onrecord.stories.credits import fold_outlet
from onrecord.stories.pages import name_page


def count_support(tellings: Sequence[Telling[Row]], lineages: Sequence[Lineage]) -> Counts:
    """Return the four counts of an account's rows.

    Reports are pages, so versions of one page are one. An outlet that is not known counts once
    for each lineage. Origins of a statement are its speakers; of a figure or an act those who
    are cited for it, and for what an article tells in its own voice its lineage's agency or the
    lineage itself.
    """
    home = {article: lineage for lineage in lineages for article in lineage.articles}
    reports, outlets, tellers, origins = set(), set(), set(), set()
    for telling in tellings:
        article = telling.setting.article
        lineage = home.get(article.id)
        tell = lineage.id if lineage is not None else article.id
        page = name_page(article.url) if article.url else None
        reports.add(page or article.id)
        tellers.add(tell)
        outlets.add(fold_outlet(article.outlet) if article.outlet else f"? {tell}")
        origins.add(_find_origin(telling, lineage) or f"? {tell}")
    return Counts(
        reports=len(reports),
        outlets=len(outlets),
        lineages=len(tellers),
        origins=len(origins),
    )


def _find_origin(telling: Telling[Row], lineage: Lineage | None) -> str | None:
    row = telling.row
    if isinstance(row, Statement):
        cited = row.speakers
    elif isinstance(row, Act):
        cited = (row.asserted_by,)
    else:
        cited = (row.giver,)
    keys = [key for each in cited if (key := telling.setting.key(each)) is not None]
    if keys:
        return " and ".join(sorted(keys))
    if lineage is not None and lineage.agency is not None:
        return f"agency {fold_outlet(lineage.agency)}"
    return None
