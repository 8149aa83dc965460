"""Which rows report that something happened, and how many say so.

An account of an act ties whoever tells of it: who did it, who plans it, who denies it, whom others
accuse of it. Only the first is a report of what happened.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.ledger import ActRow, Row, StatementRow
from onrecord.records import Counts, Lineage, Span
from onrecord.stories.credits import count_outlets
from onrecord.stories.pages import name_page

NO_EVENT = frozenset({"STATE", "UNSPECIFIED"})
Charges = Mapping[str, Sequence[Span]]  # by article, what somebody accuses others of


def find_charges(rows: Iterable[Row]) -> Charges:
    """Return the spans of what `rows` report as accusations: "accused Kenya of shelling a farm"."""
    charges: dict[str, list[Span]] = defaultdict(list)
    for row in rows:
        if isinstance(row, StatementRow) and row.record.act == "accuse":
            charges[row.article].extend(row.spans)
    return charges


def has_happened(row: Row, charges: Charges) -> bool:
    """Return whether `row` reports that something was done or is being done.

    What is planned, depends on something, is denied, was long ago or is what somebody is accused of
    is not. A threat was made whatever it depends on.
    """
    if not isinstance(row, ActRow) or is_denied(row):
        return False
    act = row.record
    return (
        act.type not in NO_EVENT
        and act.modality in ("happened", "ongoing")
        and (act.condition is None or act.speech_act is not None)
        and not act.background
        and not any(
            span.start <= act.trigger.start < span.end for span in charges.get(row.article, ())
        )
    )


def is_denied(row: ActRow) -> bool:
    """Return whether a row tells that something was not so."""
    act = row.record
    return act.polarity == "negative" or bool(act.denied_by or row.denied_by)


def count_told(
    rows: Sequence[Row],
    lineages: Iterable[Lineage],
    people: Mapping[tuple[str, str], str],
) -> Counts:
    """Return the four counts of `rows`, acts of one account, as `onrecord.compare` counts them.

    `people` gives one key to the same person in several articles.
    """
    home = {article: lineage for lineage in lineages for article in lineage.articles}
    reports = set()
    cited: dict[str, set[str]] = {}  # by lineage
    own: dict[str, str] = {}
    for row in rows:
        lineage = home.get(row.article)
        tell = lineage.id if lineage is not None else row.article
        reports.add((name_page(row.url) if row.url else None) or row.article)
        named = cited.setdefault(tell, set())
        teller = row.asserted_by if isinstance(row, ActRow) else None
        if teller is not None and teller.sector != "MED":  # a newspaper only passes it on
            named.add(people.get((row.article, teller.id), teller.name))
        own[tell] = f"agency {lineage.agency}" if lineage and lineage.agency else f"? {tell}"
    origins = {origin for tell, named in cited.items() for origin in named or {own[tell]}}
    return Counts(
        reports=len(reports),
        outlets=count_outlets(row.outlet for row in rows),
        lineages=len(cited),
        origins=len(origins),
    )
