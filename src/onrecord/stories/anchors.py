"""What a story's id rests on."""

from collections.abc import Iterable, Mapping
from datetime import date

from onrecord.stories.sketch import Sketch


def find_anchor(articles: Iterable[str], sketches: Mapping[str, Sketch]) -> str:
    """Return the earliest published of `articles`, undated ones last, ties by id.

    News arrives in the order of its days for the most part, so a story that grows keeps its
    anchor, and with it its id.
    """
    return min(articles, key=lambda article: (sketches[article].earliest or date.max, article))
