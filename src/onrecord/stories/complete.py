"""Link all pairs of a small component, not only those that share a key."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from onrecord.stories.link import Link, link_pair
from onrecord.stories.sketch import Sketch

# Pairs of so many articles take about 0.1 s; in larger components the keys have to do.
SMALL = 48


def complete_links(sketches: Mapping[str, Sketch], links: Iterable[Link]) -> tuple[Link, ...]:
    """Return `links` and, among at most `SMALL` sketches, the links of all pairs they leave out.

    Keys find likely pairs, and two articles of one saga may share none. Average linkage takes a
    pair without a link for unlike, so the stories of a component would hang on its keys.
    """
    links = tuple(links)
    if len(sketches) > SMALL:
        return links
    known = {(link.a, link.b) for link in links}
    found = (
        link_pair(sketches[a], sketches[b])
        for a, b in combinations(sorted(sketches), 2)
        if (a, b) not in known
    )
    return (*links, *(link for link in found if link is not None))
