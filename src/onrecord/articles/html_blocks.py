"""List the visible blocks of text of an HTML page, with what the markup says about each."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from onrecord.articles.html_tree import INLINE, Element
from onrecord.articles.markup_names import read_names
from onrecord.models.block_measures import AREAS, Block

_SKIPPED = frozenset(
    "script style noscript template svg math iframe object embed applet canvas audio video map "
    "head select option optgroup datalist textarea input img source link meta base col".split()
)
_NO_PLACE = INLINE | _SKIPPED | {"br"}
_AREA_BITS = {name: 1 << index for index, name in enumerate(AREAS)}
for _tag, _area in (("ul", "list"), ("ol", "list"), ("dl", "list"), ("menu", "nav"),
                    ("caption", "figcaption"), ("summary", "details")):  # fmt: skip
    _AREA_BITS[_tag] = _AREA_BITS[_area]

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_NAMING = ("id", "itemprop", "role", "data-component", "data-testid")

_MENU_AREAS = _AREA_BITS["nav"] | _AREA_BITS["button"]
_MENU_FROM, _MENU_WORDS = 5, 8  # so many links in a row, each of fewer words

MOST_BLOCKS = 20_000


class Place:
    """An element that holds blocks of text, inside the one around it.

    What its attributes say, and those around it, is read only where a block of it is no menu:
    `said` is then true. `names` and `near` are bit sets over `NAMED`: of all these elements, and of
    the nearest three.
    """

    __slots__ = (
        "areas", "depth", "element", "hidden", "kind", "names", "near", "number", "outer", "said",
        "tag",
    )  # fmt: skip

    areas: int  # a bit set over `AREAS`: of all elements around a block
    depth: int
    said: bool
    names: int
    near: tuple[int, int, int]
    hidden: bool
    kind: str

    def __init__(self, element: Element, number: int, outer: "Place") -> None:
        tag = element.tag
        self.element = element
        self.tag = tag
        self.number = number
        self.outer = outer
        self.areas = outer.areas | _AREA_BITS.get(tag, 0)
        self.depth = outer.depth + 1
        self.said = False


class _Page(Place):
    """The place around all others."""

    def __init__(self) -> None:
        self.element, self.tag, self.number, self.outer = None, "body", 0, self
        self.areas = self.depth = 0
        self.said = True
        self.names, self.near, self.hidden, self.kind = 0, (0, 0, 0), False, "body"


class FoundBlock(NamedTuple):
    """One block of text with single spaces, as a walk over the page finds it."""

    text: str
    link_characters: int
    links: int
    place: Place

    @property
    def linked(self) -> bool:
        """Whether all of it is a link, but for a mark or two."""
        return self.link_characters >= 0.9 * len(self.text)


def list_blocks(root: Element) -> list[FoundBlock]:
    """Return the blocks of text under `root`, in page order; about `MOST_BLOCKS` at most.

    Inline elements join their text to the block around them; every other element, and `<br>`,
    ends one. What no browser shows (scripts, forms' options) is left out.
    """
    body = root.find("body")
    walk = _Walk()
    pieces, opened = walk.pieces, walk.opened
    steps = etree.iterwalk(root if body is None else body, events=("start", "end"))
    for event, element in steps:
        tag = element.tag
        if event == "end":
            if tag == "a":
                walk.link_depth -= 1
            elif tag not in _NO_PLACE:
                if pieces:
                    walk.end_block()
                if opened:
                    opened.pop()
                else:
                    walk.place = walk.place.outer
            text = element.tail
        elif tag in _SKIPPED:
            steps.skip_subtree()
            continue
        else:
            if tag == "a":
                walk.link_depth += 1
                walk.links += 1
            elif tag not in INLINE:
                if pieces:
                    walk.end_block()
                if len(walk.blocks) >= MOST_BLOCKS:
                    break
                if tag != "br":
                    opened.append(element)
            text = element.text
        if text and (pieces or not text.isspace()):
            pieces.append(text)
            if walk.link_depth > 0:
                walk.link_characters += len(text)
    walk.end_block()
    return walk.blocks


def find_menus(blocks: Sequence[FoundBlock]) -> list[bool]:
    """Return, for each block, whether it is in a run of short links: a menu.

    Half the blocks of a page are such; they are told apart before anything is measured.
    """
    found = [False] * len(blocks)
    start = 0
    for index in range(len(blocks) + 1):
        if index < len(blocks) and _is_short_link(blocks[index]):
            continue
        if index - start >= _MENU_FROM:
            found[start:index] = [True] * (index - start)
        start = index + 1
    return found


def _is_short_link(block: FoundBlock) -> bool:
    short = block.text.count(" ") < _MENU_WORDS
    return block.place.areas & _MENU_AREAS != 0 or (short and block.linked)


def describe_block(found: FoundBlock) -> Block:
    """Return a block with what the markup says about it; what is hidden by style is marked."""
    place, parent = found.place, found.place.outer
    said = _read_attributes(place)
    return Block(
        text=found.text,
        tag=place.tag,
        link_characters=found.link_characters,
        links=found.links,
        areas=place.areas,
        names=said.names,
        near_names=said.near[0] | said.near[1] | said.near[2],
        depth=place.depth,
        parent=parent.number,
        grandparent=parent.outer.number,
        path=f"{_read_attributes(parent).kind}>{said.kind}",
        hidden=said.hidden,
    )


class _Walk:
    """The state of one walk over a page; the stack of open elements is ours, not Python's."""

    def __init__(self) -> None:
        self.blocks: list[FoundBlock] = []
        self.place: Place = _Page()
        self.opened: list[Element] = []  # inside `place`, without a block as yet
        self.pieces: list[str] = []
        self.link_characters = 0
        self.links = 0
        self.link_depth = 0
        self.count = 0

    def end_block(self) -> None:
        """Close the block that is open, if it holds any text."""
        text = "".join(self.pieces).strip()
        if (
            "  " in text
            or "\n" in text
            or "\t" in text
            or "\r" in text
            or "\f" in text
            or "\v" in text
        ):  # few texts have any, and so they are asked for fastest
            text = _SPACE.sub(" ", text)
        self.pieces.clear()
        characters, links = min(self.link_characters, len(text)), self.links
        self.link_characters = 0
        self.links = int(self.link_depth > 0)
        if text:
            for element in self.opened:
                self.count += 1
                self.place = Place(element, self.count, self.place)
            self.opened.clear()
            self.blocks.append(FoundBlock(text, characters, links, self.place))


def _read_attributes(place: Place) -> Place:
    """Return `place` with what is said of it; without recursion, which deep pages would break."""
    unread = []
    around = place
    while not around.said:
        unread.append(around)
        around = around.outer
    for inner in reversed(unread):
        _describe(inner, inner.outer)
    return place


def _describe(place: Place, around: Place) -> None:
    """Set what the attributes of `place` say, joined to what those around it say."""
    named, hidden, label = 0, around.hidden, ""
    if items := place.element.items():
        attributes = dict(items)
        label = attributes.get("class", "")[:200]
        words = label
        for name in _NAMING:
            if name in attributes:
                words = f"{words} {attributes[name][:80]}"
        if words:
            named = read_names(words)
        hidden = hidden or _is_hidden(attributes)
    place.said = True
    place.names = around.names | named
    place.near = (named, around.near[0], around.near[1])
    place.hidden = hidden
    place.kind = f"{place.tag}.{label}"


def _is_hidden(attributes: dict[str, str]) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or ("style" in attributes and _HIDDEN_STYLE.search(attributes["style"]) is not None)
    )
