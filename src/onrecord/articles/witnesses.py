"""Gather the evidence for the day a page was published, in the page's own words.

Words only: what days they mean, and which witness to believe, is for `onrecord.dates`.
"""

import itertools
import logging
import re
from collections.abc import Iterator

from onrecord.articles.drafts import Draft
from onrecord.articles.html_tree import is_tame
from onrecord.articles.structured_data import SelfDescription
from onrecord.records import Page, Witness

_URL_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d[/_-](?:0?[1-9]|1[0-2])[/_-](?:0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<=/)(?:19|20)\d\d/[a-z]{3}/\d\d?(?=/)"
)
_URL_MONTH = re.compile(r"(?<=/)(?:19|20)\d\d/(?:[a-z]{3}|0[1-9]|1[0-2])(?=/)")
_FOOTER_YEAR = re.compile(
    r"(?:©|\(c\)|[Cc]opyright)\s*(?:©\s*)?(?:(?:19|20)\d\d\s*[-–]\s*)?(?:19|20)\d\d"
)
_MOST_STAMPS = 6
_DIRECT = frozenset(("given", "json-ld", "meta", "time", "url", "stamp"))


def gather_witnesses(page: Page, draft: Draft, description: SelfDescription) -> tuple[Witness, ...]:
    """Return the witnesses of `page`, most direct first, each once.

    Dates that the page prints away from the story count only where there is no other.
    htmldate, which takes longer than all others together, is asked only where none of those that
    mean the day of publication is there. It is not asked where it would take the dates of comments,
    of other stories, or of a web archive for the page's.
    """
    found = dict.fromkeys(_list_witnesses(page, draft, description))
    if not any(witness.kind in _DIRECT for witness in found):
        others = (
            Witness(kind="stamp", words=words)
            for words in draft.other_stamps
            if words not in description.other_times
        )
        found |= dict.fromkeys(itertools.islice(others, _MOST_STAMPS))
    direct = any(witness.kind in _DIRECT for witness in found)
    if page.kind == "html" and not direct and not description.other_times:
        found |= dict.fromkeys(_ask_htmldate(page))
    return tuple(found)


def _ask_htmldate(page: Page) -> Iterator[Witness]:
    """Yield what htmldate finds in the markup, without the guesses of its extensive search."""
    if not is_tame(page.content):
        return
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(page.content, extensive_search=False, original_date=True, url=page.url)
    except (ValueError, RecursionError):
        return
    if found:
        yield Witness(kind="htmldate", words=found)


def _list_witnesses(page: Page, draft: Draft, description: SelfDescription) -> Iterator[Witness]:
    if page.published:
        yield Witness(kind="given", words=page.published)
    yield from page.witnesses
    for kind, words in description.dates:
        yield Witness(kind="json-ld" if kind == "json-ld" else "meta", words=words)
    for words in description.times:
        yield Witness(kind="time", words=words)
    for address in (page.url, description.url):
        match = _URL_DATE.search(address or "") or _URL_MONTH.search(address or "")
        if match is not None:
            yield Witness(kind="url", words=match[0])
            break
    for words in draft.stamps[:_MOST_STAMPS]:
        yield Witness(kind="stamp", words=words)
    if (captured := page.captured or description.archived) is not None:
        yield Witness(kind="capture", words=captured.isoformat())
    for removed in draft.removed:
        if removed.reason == "copyright" and (match := _FOOTER_YEAR.search(removed.words)):
            yield Witness(kind="footer", words=match[0])
            break
