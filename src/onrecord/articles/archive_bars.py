"""Find the bar that a web archive puts above its copy of a page."""

from collections.abc import Sequence

from onrecord.articles.html_blocks import FoundBlock
from onrecord.articles.html_tree import Element

REASON = "archive toolbar"
_WAYBACK_IDS = ("wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato")
_ARCHIVE_TODAY_ID = "HEADER"
_TOP = 5  # blocks of text among which a bar begins


def find_bars(blocks: Sequence[FoundBlock], *, archived: bool) -> tuple[Element, ...]:
    """Return the elements that an archive has put above the page; most pages have none.

    `archived` says that the page's own address is that of an archive's copy.
    """
    ids = (*_WAYBACK_IDS, _ARCHIVE_TODAY_ID) if archived else _WAYBACK_IDS
    around = (element for block in blocks[:_TOP] for element in _list_outer(block))
    return tuple(element for element in around if element.get("id") in ids)


def is_in(block: FoundBlock, elements: tuple[Element, ...]) -> bool:
    """Return whether `block` stands in one of `elements`."""
    return bool(elements) and any(element in elements for element in _list_outer(block))


def _list_outer(block: FoundBlock) -> list[Element]:
    """Return the elements around `block` that hold text, the innermost first."""
    outer: list[Element] = []
    place = block.place
    while place.outer is not place:
        outer.append(place.element)
        place = place.outer
    return outer
