"""What dates say of when something was, against the day on which the article was published."""

from datetime import timedelta

from onrecord.records import UNKNOWN_WHEN, Published, Timex, When

STORY_DAYS = timedelta(days=60)
"""What happened longer before the article than this is no news of its story, but history."""


def is_day(timex: Timex) -> bool:
    """Return whether the words tell when something was, and not how long or how often."""
    return timex.type in {"DATE", "TIME"}


def is_stretch(timex: Timex) -> bool:
    """Return whether the words tell a first day and a last one: "between January and July"."""
    return "/" in timex.value


def is_later(timex: Timex, published: Published) -> bool:
    """Return whether a date lies behind the article: nothing that it reports was done then."""
    return (
        timex.earliest is not None
        and published.latest is not None
        and timex.earliest > published.latest
    )


def when_of(timex: Timex) -> When:
    """Return the days of a date, as certain and on the anchor that it has."""
    return When(
        earliest=timex.earliest,
        latest=timex.latest,
        certainty=timex.certainty,
        anchor=timex.anchor,
    )


def by_publication(published: Published) -> When:
    """Return when something was of which is known only that it was reported."""
    if published.latest is None:
        return UNKNOWN_WHEN
    return When(latest=published.latest, certainty="bounded", anchor="published")
