"""What a story's id rests on."""

from collections.abc import Iterable, Mapping
from datetime import date

from onrecord.stories.sketch import Sketch, is_dated


def find_anchor(articles: Iterable[str], sketches: Mapping[str, Sketch]) -> str:
    """Return the earliest published of `articles`, undated ones last, ties by id.

    News arrives in the order of its days for the most part, so a story that grows keeps its
    anchor, and with it its id.
    """
    return min(articles, key=lambda article: (find_first_day(sketches[article]), article))


def find_first_day(sketch: Sketch) -> date:
    """Return the day by which an article may be an anchor: the last day of all if undated."""
    known = sketch.earliest is not None and is_dated(sketch)
    return sketch.earliest if known and sketch.earliest else date.max
