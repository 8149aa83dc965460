"""Name the page behind an address, so that versions of one page meet."""

from datetime import date
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from onrecord.records import Published

_TRACKING = ("utm_", "fbclid", "gclid", "mc_", "ref", "cmp", "ito", "ns_", "smid", "partner")


@lru_cache(8192)
def name_page(url: str) -> str | None:
    """Return host, path and query of `url` without what differs between visits of one page.

    Scheme, "www.", tracking fields, fragment and closing slash go; letters become small.
    `None` for a site's front page, which is never one article, and for what is no address.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    fields = [
        (name, value)
        for name, value in parse_qsl(parts.query)[:20]
        if not name.lower().startswith(_TRACKING)
    ]
    path = parts.path.rstrip("/").lower()
    if not host or not (path or fields):
        return None
    return host + path + ("?" + urlencode(sorted(fields)) if fields else "")


def find_version_day(published: Published) -> date | None:
    """Return the latest day that the page itself names as its own: when this version was made.

    Structured data, stamps and the crawl count, also where they say "modified"; dates in the
    text do not.
    """
    days = [
        witness.latest
        for witness in published.witnesses
        if witness.kind != "text" and witness.latest is not None
    ]
    return max(days, default=published.latest)
