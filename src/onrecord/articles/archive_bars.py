"""Find the bar that a web archive puts above its copy of a page."""

from onrecord.articles.html_blocks import FoundBlock
from onrecord.articles.html_tree import Element

REASON = "archive toolbar"
_WAYBACK_MARK = "wm-ipp"
_WAYBACK_IDS = ("wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato")
_ARCHIVE_TODAY_ID = "HEADER"


def has_toolbar(content: str) -> bool:
    """Return whether the page `content` holds the Wayback Machine's toolbar."""
    return _WAYBACK_MARK in content


def find_toolbars(root: Element, content: str, *, archived: bool) -> tuple[Element, ...]:
    """Return the elements that an archive has put around the page; most pages have none.

    `archived` says that the page's own address is that of an archive's copy.
    """
    ids = _WAYBACK_IDS if has_toolbar(content) else ()
    if archived:
        ids = (*ids, _ARCHIVE_TODAY_ID)
    return tuple(element for element in root.iter("div") if element.get("id") in ids) if ids else ()


def is_in(block: FoundBlock, elements: tuple[Element, ...]) -> bool:
    """Return whether `block` stands in one of `elements`."""
    if not elements:
        return False
    place = block.place
    while place.outer is not place:
        if place.element in elements:
            return True
        place = place.outer
    return False
