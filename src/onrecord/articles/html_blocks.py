"""List the visible blocks of text of an HTML page, with what the markup says about each."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from onrecord.articles.html_tree import Element
from onrecord.models.block_measures import AREAS, NAMED, Block

_SKIPPED = frozenset(
    "script style noscript template svg math iframe object embed applet canvas audio video map "
    "head select option optgroup datalist textarea input img source link meta base col".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt "
    "ruby s samp small span strike strong sub sup tt u var wbr time u".split()
)
_NO_PLACE = _INLINE | _SKIPPED | {"br"}
_AREA_BITS = {name: 1 << index for index, name in enumerate(AREAS)}
for _tag, _area in (("ul", "list"), ("ol", "list"), ("dl", "list"), ("menu", "nav"),
                    ("caption", "figcaption"), ("summary", "details")):  # fmt: skip
    _AREA_BITS[_tag] = _AREA_BITS[_area]

# What class names, ids and roles say: fragments that each give a kind away, separated by spaces...
_NAME_FRAGMENTS = {
    "story": (
        "articlebody storytext bodytext bodycopy body-copy body_copy richtext rich-text rich_text "
        "prose paragraph"
    ),
    "content": "content article story entry text body post",
    "navigation": "nav menu breadcrumb masthead topbar toolbar skip",
    "related": (
        "relat recommend trending popular most- most_ promo teaser card latest next outbrain "
        "taboola carousel recirc more- more_ also readmore read-more read_more river feed"
    ),
    "side": "sidebar rail aside widget module column secondary",
    "advert": "advert sponsor banner dfp commercial affiliate",
    "social": "share sharing social follow",
    "comments": "comment disqus reply respond discussion",
    "picture": (
        "caption credit figure image photo media gallery slide video embed player lightbox"
    ),
    "byline": "byline author contributor writer",
    "date": "date time publish updated",
    "tags": "topic categor keyword label kicker eyebrow",
    "summary": "subtitle subhead standfirst summary excerpt description lede intro teaser",
    "title": "title headline heading",
    "footer": "foot copyright legal disclaimer",
    "sign-up": (
        "newsletter subscri signup sign-up sign_up login register paywall cookie consent gdpr "
        "modal popup overlay donat piano promo"
    ),
    "hidden": "sr-only visually screen-reader offscreen assistive",
    "quote": "quote pull",
    "correction": "correction editor note update",
}
# ... and patterns, each asked only where its fragment is there.
_NAME_PATTERNS = (
    ("advert", "ad", r"\bads?\b|\bad[-_]"),
    ("byline", "bio", r"bio\b"),
    ("tags", "tag", r"\btags?\b"),
    ("summary", "dek", r"dek\b"),
    ("hidden", "hidden", r"\bhidden"),
    *(
        ("story", part, rf"(?:article|story|post|entry|news|page|content|main)[-_ ]{{0,2}}{part}")
        for part in ("body", "content", "text", "copy", "detail", "inner")
    ),
)
_FRAGMENT_BITS = tuple(
    (fragment, 1 << NAMED.index(name))
    for name, fragments in _NAME_FRAGMENTS.items()
    for fragment in fragments.split()
)
_PATTERN_BITS = tuple(
    (fragment, re.compile(pattern), 1 << NAMED.index(name))
    for name, fragment, pattern in _NAME_PATTERNS
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_UNEVEN = ("  ", "\n", "\t", "\r", "\f", "\v")
_NAMING = ("id", "itemprop", "role", "data-component", "data-testid")

_MENU_AREAS = _AREA_BITS["nav"] | _AREA_BITS["button"]
_MENU_FROM, _MENU_WORDS = 5, 8  # so many links in a row, each of fewer words

MOST_BLOCKS = 20_000


class _Place(NamedTuple):
    """An open block element while the page is walked."""

    tag: str
    number: int
    areas: int
    names: int
    near: tuple[int, int, int]
    depth: int
    hidden: bool
    kind: str


_ROOT = _Place("body", 0, 0, 0, (0, 0, 0), 0, False, "body")


def list_blocks(root: Element) -> list[Block]:
    """Return the blocks of text under `root`, in page order; about `MOST_BLOCKS` at most.

    Inline elements join their text to the block around them; every other element, and `<br>`,
    ends one. What no browser shows (scripts, forms' options) is left out; what is hidden by style
    is marked.
    """
    body = root.find("body")
    walk = _Walk()
    steps = etree.iterwalk(root if body is None else body, events=("start", "end"))
    for event, element in steps:
        tag = element.tag
        if event == "end":
            walk.close_element(element, tag)
        elif tag in _SKIPPED:
            steps.skip_subtree()
        else:
            walk.open_element(element, tag)
            if len(walk.blocks) >= MOST_BLOCKS:
                break
    walk.end_block()
    return walk.blocks


def find_menus(blocks: Sequence[Block]) -> list[bool]:
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


def _is_short_link(block: Block) -> bool:
    linked = block.link_characters >= 0.9 * len(block.text)
    return block.areas & _MENU_AREAS != 0 or (linked and block.text.count(" ") < _MENU_WORDS)


class _Walk:
    """The state of one walk over a page; the stack of open elements is ours, not Python's."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: list[tuple[Element, str, int]] = []
        self.places = [_ROOT]  # of the open elements, as far as a block needed them
        self.pieces: list[str] = []
        self.link_characters = 0
        self.links = 0
        self.link_depth = 0
        self.count = 0

    def open_element(self, element: Element, tag: str) -> None:
        """Enter `element` and take its text up to the first child."""
        if tag == "a":
            self.link_depth += 1
            self.links += 1
        elif tag not in _INLINE:
            if self.pieces:
                self.end_block()
            if tag != "br":
                self.count += 1
                self.open.append((element, tag, self.count))
        if text := element.text:
            self._add(text)

    def close_element(self, element: Element, tag: str) -> None:
        """Leave `element` and take the text after it."""
        if tag == "a":
            self.link_depth -= 1
        elif tag not in _NO_PLACE:
            if self.pieces:
                self.end_block()
            self.open.pop()
            del self.places[len(self.open) + 1 :]
        if text := element.tail:
            self._add(text)

    def end_block(self) -> None:
        """Close the block that is open, if it holds any text."""
        text = "".join(self.pieces).strip()
        if any(map(text.__contains__, _UNEVEN)):
            text = _SPACE.sub(" ", text)
        self.pieces.clear()
        link_characters, links = self.link_characters, self.links
        self.link_characters = 0
        self.links = int(self.link_depth > 0)
        if text:
            self.blocks.append(self._make_block(text, link_characters, links))

    def _add(self, text: str) -> None:
        if not self.pieces and text.isspace():
            return
        self.pieces.append(text)
        if self.link_depth > 0:
            self.link_characters += len(text)

    def _make_block(self, text: str, link_characters: int, links: int) -> Block:
        places = self.places
        for element, tag, number in self.open[len(places) - 1 :]:
            places.append(self._describe(element, tag, number))
        place = places[-1]
        parent = places[-2] if len(places) > 1 else place
        grandparent = places[-3] if len(places) > 2 else parent
        return Block(
            text=text,
            tag=place.tag,
            link_characters=min(link_characters, len(text)),
            links=links,
            areas=place.areas,
            names=place.names,
            near_names=place.near[0] | place.near[1] | place.near[2],
            depth=place.depth,
            parent=parent.number,
            grandparent=grandparent.number,
            path=f"{parent.kind}>{place.kind}",
            hidden=place.hidden,
        )

    def _describe(self, element: Element, tag: str, number: int) -> _Place:
        """Return what `element`'s tag and attributes say, joined to what those around it say."""
        outer = self.places[-1]
        named, hidden, label = 0, outer.hidden, ""
        if items := element.items():
            attributes = dict(items)
            label = attributes.get("class", "")[:200]
            words = label
            for name in _NAMING:
                if name in attributes:
                    words = f"{words} {attributes[name][:80]}"
            if words:
                named = _name_bits(words)
            hidden = hidden or _is_hidden(attributes)
        return _Place(
            tag,
            number,
            outer.areas | _AREA_BITS.get(tag, 0),
            outer.names | named,
            (named, outer.near[0], outer.near[1]),
            outer.depth + 1,
            hidden,
            f"{tag}.{label}",
        )


@lru_cache(maxsize=16384)
def _name_bits(words: str) -> int:
    words = words.lower()
    bits = 0
    for fragment, bit in _FRAGMENT_BITS:
        if fragment in words:
            bits |= bit
    for fragment, pattern, bit in _PATTERN_BITS:
        if fragment in words and pattern.search(words) is not None:
            bits |= bit
    return bits


def _is_hidden(attributes: dict[str, str]) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or ("style" in attributes and _HIDDEN_STYLE.search(attributes["style"]) is not None)
    )
