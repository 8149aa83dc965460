"""What a page is taken apart into before it becomes an article."""

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.records import Removed


class Line(NamedTuple):
    """One visible line of a page, with what its markup says about it.

    `tag` is the block's HTML tag ("" on a text page); `reason` is given where the markup alone
    says what kind of furniture the line is: "caption" inside `<figcaption>`. `linked` is whether
    all of it is a link.
    """

    text: str
    tag: str = ""
    reason: str | None = None
    linked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The parts of one page in its own words.

    `stamps` are the visible dates that stand where a story prints its own, `other_stamps` the date
    lines elsewhere on the page.
    """

    headline: str | None
    standfirst: str | None
    byline: str | None
    paragraphs: tuple[str, ...]
    stamps: tuple[str, ...]
    removed: tuple[Removed, ...]
    other_stamps: tuple[str, ...] = ()
