"""Measure what the markup of an HTML page says about each of its blocks of text."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.models.line_features import shift_each, signed_log
from onrecord.models.line_measures import Floats

Integers = NDArray[np.int64]

# Elements whose kind holds for all text inside them.
AREAS = (
    "article", "main", "nav", "aside", "header", "footer", "figure", "figcaption", "form", "table",
    "list", "blockquote", "button", "section", "details",
)  # fmt: skip
# What class names, ids and roles tell.
NAMED = (
    "story", "content", "navigation", "related", "side", "advert", "social", "comments", "picture",
    "byline", "date", "tags", "summary", "title", "footer", "sign-up", "hidden", "quote",
    "correction",
)  # fmt: skip
_TAGS = ("p", "h1", "h2", "h3", "h4", "li", "td", "blockquote", "figcaption", "div", "pre", "dd")
_TAG_PLACES = {tag: place for place, tag in enumerate(_TAGS)} | {
    other: _TAGS.index(tag)
    for other, tag in (("h5", "h4"), ("h6", "h4"), ("th", "td"), ("dt", "dd"))
}


@dataclass(slots=True)
class Block:
    """One block of text with single spaces, and the markup around it.

    `areas` and `names` are bit sets over `AREAS` and `NAMED`: of all elements around the text,
    and of the nearest three (`near_names`). `parent` and `grandparent` number elements; `path` is
    tags and classes, alike for blocks of one kind.
    """

    text: str
    tag: str
    link_characters: int
    links: int
    areas: int
    names: int
    near_names: int
    depth: int
    parent: int
    grandparent: int
    path: str
    hidden: bool


def block_names() -> tuple[str, ...]:
    """Return the names of the columns of `measure_blocks`, in order."""
    return (
        *(f"tag {name}" for name in _TAGS),
        *(f"area {name}" for name in AREAS),
        *(f"name {name}" for name in NAMED),
        *(f"near {name}" for name in NAMED),
        "links", "depth", "hidden", "link_share", "link_share-2", "link_share-1", "link_share+1",
        "link_share+2", "link_share~3", "link_share~8", "path_as_previous", "path_as_next",
        "parent_as_previous", "parent_as_next",
        *(f"{group} {what}" for group in ("parent", "grandparent", "path")
          for what in ("prose_share", "blocks", "link_share")),
        "in_main", "from_main_start", "from_main_end", "main_share", "from_h1", "has_h1",
        "depth_from_main",
    )  # fmt: skip


def measure_blocks(blocks: Sequence[Block], measures: Floats) -> Floats:
    """Return one row per block and one column per name in `block_names()`.

    `measures` are those of the blocks' texts as lines, shape `(n_blocks, len(MEASURES))`.
    """
    words = np.exp2(measures[:, 1]) - 1
    prose = np.asarray(words * (measures[:, -2] > 0), dtype=np.float32)
    total = float(prose.sum()) or 1.0
    prose_share = np.asarray(prose / total, dtype=np.float32)
    characters = np.array([len(block.text) or 1 for block in blocks], dtype=np.float32)
    linked = np.array([block.link_characters for block in blocks], dtype=np.float32)
    share = linked / characters
    depth = np.array([block.depth for block in blocks], dtype=np.float32)
    parents = _number([block.parent for block in blocks])
    grandparents = _number([block.grandparent for block in blocks])
    paths = _number([block.path for block in blocks])
    groups = [
        column
        for keys in (parents, grandparents, paths)
        for column in _describe_groups(keys, prose_share, linked, characters)
    ]
    columns = [
        _tag_columns(blocks),
        _bit_columns(blocks),
        np.log2(1 + np.array([block.links for block in blocks], dtype=np.float32)),
        depth,
        np.array([block.hidden for block in blocks], dtype=np.float32),
        share,
        *shift_each(share, (-2, -1, 1, 2)),
        *(_share_around(linked, characters, radius) for radius in (3, 8)),
        *_same_as_neighbours(paths),
        *_same_as_neighbours(parents),
        *groups,
        *_main_columns(parents, prose_share),
        *_h1_columns(blocks),
        depth - (float((depth * prose).sum()) / total),
    ]
    beside = [each.reshape(len(blocks), -1) for each in columns]
    return np.concatenate(beside, axis=1, dtype=np.float32)


def _number(keys: Sequence[object]) -> Integers:
    places: dict[object, int] = {}
    return np.array([places.setdefault(key, len(places)) for key in keys], dtype=np.int64)


def _tag_columns(blocks: Sequence[Block]) -> Floats:
    places = np.array([_TAG_PLACES.get(block.tag, -1) for block in blocks])
    return np.asarray(places[:, None] == np.arange(len(_TAGS)), dtype=np.float32)


def _bit_columns(blocks: Sequence[Block]) -> Floats:
    """Return a column for each of `AREAS`, each of `NAMED` around, and each of `NAMED` near."""
    near = len(AREAS) + len(NAMED)
    sets = [each.areas | each.names << len(AREAS) | each.near_names << near for each in blocks]
    bits = np.array(sets, dtype=np.int64)[:, None] >> np.arange(near + len(NAMED))
    return np.asarray(bits & 1, dtype=np.float32)


def _share_around(linked: Floats, characters: Floats, radius: int) -> Floats:
    index = np.arange(len(linked))
    low, high = np.maximum(index - radius, 0), np.minimum(index + radius + 1, len(linked))
    links = np.concatenate(([0.0], np.cumsum(linked, dtype=np.float64)))
    whole = np.concatenate(([0.0], np.cumsum(characters, dtype=np.float64)))
    return np.asarray((links[high] - links[low]) / (whole[high] - whole[low]), dtype=np.float32)


def _same_as_neighbours(keys: Integers) -> list[Floats]:
    same = np.concatenate(([0.0], (keys[1:] == keys[:-1]).astype(np.float32), [0.0]))
    return [same[:-1], same[1:]]


def _describe_groups(
    keys: Integers, prose_share: Floats, linked: Floats, characters: Floats
) -> list[Floats]:
    """Return prose share, number of blocks and link share of the group each block is in."""
    prose = np.bincount(keys, weights=prose_share)
    count = np.bincount(keys)
    links = np.bincount(keys, weights=linked) / np.bincount(keys, weights=characters)
    return [prose[keys], np.log2(count)[keys], links[keys]]


def _main_columns(parents: Integers, prose_share: Floats) -> list[Floats]:
    """Return where each block stands to the element that holds most of the page's prose."""
    sums = np.bincount(parents, weights=prose_share)
    main = int(sums.argmax())
    inside = np.flatnonzero(parents == main)
    index = np.arange(len(parents), dtype=np.float32)
    start, end = int(inside[0]), int(inside[-1])
    between = ((index >= start) & (index <= end)).astype(np.float32)
    share = np.full(len(parents), sums[main], dtype=np.float32)
    return [between, signed_log(index - start), signed_log(index - end), share]


def _h1_columns(blocks: Sequence[Block]) -> list[Floats]:
    """Return how far below the nearest h1 above (or the first one) each block stands."""
    places = [index for index, block in enumerate(blocks) if block.tag == "h1"]
    count = len(blocks)
    if not places:
        return [np.zeros(count, dtype=np.float32), np.zeros(count, dtype=np.float32)]
    index = np.arange(count, dtype=np.float32)
    last = np.full(count, places[0], dtype=np.float32)
    last[places] = places
    last = np.maximum.accumulate(last)
    return [signed_log(index - last), np.ones(count, dtype=np.float32)]
