"""What a story's id rests on."""

from collections.abc import Iterable, Mapping
from datetime import date

from onrecord.stories.sketch import Sketch, is_dated


def find_anchor(articles: Iterable[str], sketches: Mapping[str, Sketch]) -> str:
    """Return the earliest published of `articles`, undated ones last, ties by id.

    News arrives in the order of its days for the most part, so a story that grows keeps its
    anchor, and with it its id.
    """

    def first_day(article: str) -> tuple[date, str]:
        sketch = sketches[article]
        known = sketch.earliest is not None and is_dated(sketch)
        return (sketch.earliest if known and sketch.earliest else date.max), article

    return min(articles, key=first_day)
