"""Pages from the network: feeds and addresses that are visited, politely, and nothing twice.

This is the only part of On Record that asks another machine for anything, and only `onrecord
watch` uses it. What it fetches is kept as it came, as WARC records that are added to the ledger
like any other file.

    addresses    which addresses may be asked, and the numbers that their names stand for
    connections  one request on a connection to a number that was checked, within a deadline
    robots       what a site asks crawlers to leave alone (RFC 9309)
    fetcher      redirects, limits and politeness: an address to a `Fetched`
    entries      the pages that a feed tells of
    records      a `Fetched` as a WARC record
    memory       what was fetched before, beside the ledger
    visiting     a whole visit: feeds, then the pages that are due, then the ledger

- `visit(ledger, sources, ...) -> VisitReport` visits and adds; it needs a `Fetcher`.
"""

from onrecord.fetching.fetcher import Fetched, Fetcher, FetchLimits
from onrecord.fetching.memory import Memory, Source
from onrecord.fetching.visiting import VisitReport, visit

__all__ = ["FetchLimits", "Fetched", "Fetcher", "Memory", "Source", "VisitReport", "visit"]
