"""Builders of small readings and sketches."""

from collections.abc import Callable
from datetime import date
from itertools import combinations

import pytest

from onrecord.records import Article, Published, Reading, Span, Story
from onrecord.stories import Link, Sketch, group_stories, link_pair, sketch_reading

Build = Callable[..., Reading]
Group = Callable[..., tuple[Story, ...]]


def build_reading(
    name: str,
    text: str,
    *,
    day: date | None = None,
    until: date | None = None,
    outlet: str | None = None,
    agency: str | None = None,
    url: str | None = None,
) -> Reading:
    """Return the reading of an article whose first line is its headline."""
    headline = text.partition("\n")[0]
    published = Published(earliest=day, latest=until or day)
    article = Article(
        id=name,
        text=text,
        body=Span(min(len(text), len(headline) + 2), len(text)),
        headline=headline or None,
        outlet=outlet,
        agency=agency,
        url=url,
        published=published,
    )
    return Reading(version="test", origin=name, article=article)


def link_all(sketches: list[Sketch]) -> list[Link]:
    pairs = (link_pair(a, b) for a, b in combinations(sketches, 2))
    return [link for link in pairs if link is not None]


@pytest.fixture
def build() -> Build:
    return build_reading


@pytest.fixture
def group() -> Group:
    def group_readings(*readings: Reading) -> tuple[Story, ...]:
        sketches = [sketch_reading(reading) for reading in readings]
        return group_stories({s.article: s for s in sketches}, link_all(sketches))

    return group_readings
