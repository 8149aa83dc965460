"""A story's strip of days, in two widths."""

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from onrecord.records import RowKind, Story
from onrecord.views.timeline import strip_days
from onrecord.web.addresses import story_address

_WIDTHS = (1120, 350)


def draw_strips(story: Story, counts: Mapping[tuple[RowKind, date], int]) -> tuple[Markup, ...]:
    """Return the strip for wide and for narrow screens; none for a story without days."""
    if story.earliest is None or story.latest is None:
        return ()

    def address(start: date, end: date) -> str:
        return story_address(story.id, since=start.isoformat(), until=end.isoformat())

    first, last = story.earliest, story.latest
    drawn = (
        strip_days(counts, first=first, last=last, width=width, address=address)
        for width in _WIDTHS
    )
    return tuple(Markup(svg) for svg in drawn)  # noqa: S704 (escaped there)
