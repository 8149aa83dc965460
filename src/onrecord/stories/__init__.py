"""Which articles belong together: copies and lineages, episodes and sagas.

    Reading -> Sketch -> Link (of two sketches) -> Story

All functions are pure and know nothing of where sketches and links are kept. Two articles whose
shared keys weigh less than NEAR need not be compared.
"""

from onrecord.stories.anchors import find_anchor, find_first_day
from onrecord.stories.digest import Digest, Hope, digest_sketch, find_hopeful
from onrecord.stories.group import (
    EPISODE_BARS,
    SAGA_BARS,
    binds,
    group_stories,
    make_episode,
    make_saga,
)
from onrecord.stories.keys import NEAR, weigh_key
from onrecord.stories.lineages import find_lineages
from onrecord.stories.link import Link, link_measured, link_pair
from onrecord.stories.naming import sample_articles
from onrecord.stories.regroup import NearEach, regroup
from onrecord.stories.sketch import Sketch, is_dated, sketch_reading
from onrecord.stories.told_days import NarrowedDays, narrow_days

__all__ = [
    "EPISODE_BARS",
    "NEAR",
    "SAGA_BARS",
    "Digest",
    "Hope",
    "Link",
    "NarrowedDays",
    "NearEach",
    "Sketch",
    "binds",
    "digest_sketch",
    "find_anchor",
    "find_first_day",
    "find_hopeful",
    "find_lineages",
    "group_stories",
    "is_dated",
    "link_measured",
    "link_pair",
    "make_episode",
    "make_saga",
    "narrow_days",
    "regroup",
    "sample_articles",
    "sketch_reading",
    "weigh_key",
]
