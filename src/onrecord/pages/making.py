"""Make a `Page` of what a container or file says."""

from dataclasses import dataclass, replace
from datetime import datetime

from onrecord.ids import hash_id
from onrecord.pages.limits import Limits, show_size
from onrecord.pages.unreadable import Unreadable, explain
from onrecord.records import Page, PageKind, Witness
from onrecord.text import read_archived


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What stands beside the content: each as printed, `None` where it is not said."""

    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    byline: str | None = None
    captured: datetime | None = None
    witnesses: tuple[Witness, ...] = ()


NO_HINTS = Hints()


def make_page(
    content: str, kind: PageKind, *, origin: str, limits: Limits, hints: Hints = NO_HINTS
) -> Page | Unreadable:
    """Return the page, or why there is none: empty or too large content.

    The copy of a page in a web archive is that page, captured when the copy was made.
    Its id is made of the kind, the content and what is said of address, title, outlet, date and
    authors.
    The origin and the time of capture are left out, so that one page under two names is one; so
    is what was said at that time, since the ledger takes the first capture.
    """
    if not content or content.isspace():
        return explain(origin, "is empty or holds only white space; save the page again")
    if len(content) > limits.max_page_bytes:
        return explain(origin, too_large(limits))
    if hints.url and (copy := read_archived(hints.url)) is not None:
        hints = replace(hints, url=copy.url, captured=copy.made)
    parts = [hints.url, hints.title, hints.outlet, hints.published]
    if hints.byline is not None:
        parts.append(hints.byline)
    if hints.captured is None:
        parts += [witness.words for witness in hints.witnesses]
    return Page(
        id=hash_id("p", kind, *(part or "" for part in parts), content),
        origin=origin,
        kind=kind,
        content=content,
        url=hints.url,
        title=hints.title,
        outlet=hints.outlet,
        published=hints.published,
        byline=hints.byline,
        captured=hints.captured,
        witnesses=hints.witnesses,
    )


def too_large(limits: Limits) -> str:
    """Return the reason for which a page over the limit is not read."""
    size = show_size(limits.max_page_bytes)
    return f"is larger than {size}, the limit for one page; save its story alone"
