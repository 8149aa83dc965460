"""Which articles belong together: copies and lineages, episodes and sagas.

    Reading -> Sketch -> Link (of two sketches) -> Story (of a connected component of links)

All functions are pure and know nothing of where sketches and links are kept. Two articles whose
sketches share no key need not be compared.
"""

from onrecord.stories.complete import complete_links
from onrecord.stories.group import binds, group_stories
from onrecord.stories.link import Link, link_pair
from onrecord.stories.sketch import Sketch, sketch_reading

__all__ = [
    "Link",
    "Sketch",
    "binds",
    "complete_links",
    "group_stories",
    "link_pair",
    "sketch_reading",
]
