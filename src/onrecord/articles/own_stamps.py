"""Tell the stamps of the article itself from the other dates that its page prints."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.articles.archive_bars import REASON as ARCHIVE_TOOLBAR
from onrecord.articles.headlines import repeats_headline
from onrecord.articles.stamps import find_day

# Lines between headline and story, above the headline, and below the story where a stamp stands.
_BETWEEN, _ABOVE, _BELOW = 25, 2, 6
_OPENING = 3  # lines of the story that may still be part of its head
_LONGEST = 100  # characters of a line with a stamp among other words: "Lübeck, 31. März 2003"
_NO_STAMP = ("caption", "repeated headline", ARCHIVE_TOOLBAR)
_ROLE = re.compile(
    r"(?=\b(?:updated?|published|posted|modified|aktualisiert|veröffentlicht|mis à jour|publié|"
    r"actualizado|publicado|aggiornato|pubblicato)\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\W*(?:first |originally |e)?(?:published|posted|erstellt|erschienen|veröffentlicht|publié|"
    r"publicado|pubblicato)\b",
    re.IGNORECASE,
)


class Stamps(NamedTuple):
    """The stamps that are the article's own by their place, and the other dates of the page."""

    own: tuple[str, ...]
    others: tuple[str, ...]


def sort_stamps(
    texts: Sequence[str],
    stamps: Sequence[str | None],
    reasons: Sequence[str | None],
    in_body: Sequence[bool],
    headline: int | None,
    standfirst: int | None,
) -> Stamps:
    """Return the stamps that tell a day, each group in the page's order.

    `stamps` holds what `find_stamps` says of each of `texts`.

    The article's own stamp stands between its headline and its story, right above the headline, in
    a short line that opens the story, or right below it under a word such as "published"; of these
    places the first that has one counts, and a line that is nothing but a stamp before one that
    also names an author or a section. Elsewhere stand the dates of archives, of other stories, and
    of the day the page was shown.
    """
    if True not in in_body:
        return Stamps((), ())
    start = in_body.index(True)
    end = len(in_body) - tuple(reversed(in_body)).index(True)
    title = _find_title(texts, start, headline)
    top = max(0, start - _BETWEEN) if title is None else title + 1
    usable = [
        index
        for index, reason in enumerate(reasons)
        if reason not in _NO_STAMP and index != standfirst
    ]
    between = [index for index in usable if top <= index < start]
    above = [index for index in usable if title is not None and title - _ABOVE <= index < title]
    opening = [index for index in usable if start <= index < start + _OPENING and in_body[index]]
    below = [
        index for index in usable if end <= index < end + _BELOW and _LABEL.match(texts[index])
    ]
    own = (
        _list_pure(stamps, between)
        or _list_loose(texts, between)
        or _list_pure(stamps, above)
        or _list_loose(texts, above)
        or _list_loose(texts, opening)
        or _list_loose(texts, below)
    )
    elsewhere = [index for index in usable if not in_body[index]]
    return Stamps(own, tuple(words for words in _list_pure(stamps, elsewhere) if words not in own))


def split_stamp(words: str) -> tuple[str, ...]:
    """Return each day that `words` tell with its role: "Published 1 May", "Updated 3 May"."""
    parts = [part for part in _ROLE.split(words) if any(map(str.isdigit, part))]
    return tuple(part.strip(" \t|/·•,;–—-") for part in parts) if len(parts) > 1 else (words,)


def _find_title(texts: Sequence[str], start: int, headline: int | None) -> int | None:
    """Return the last print of the headline above the story: the first may stand in a menu."""
    if headline is None or headline >= start:
        return None
    prints = (
        index for index in range(headline, start) if repeats_headline(texts[index], texts[headline])
    )
    return max(prints, default=headline)


def _list_pure(stamps: Sequence[str | None], places: Sequence[int]) -> tuple[str, ...]:
    """Return the lines that are nothing but a stamp, or one after the author's name."""
    return tuple(
        part
        for words in (stamps[index] for index in places)
        if words is not None and find_day(words) is not None
        for part in split_stamp(words)
    )


def _list_loose(texts: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    """Return the short lines that print a day with its year among other words."""
    lines = (texts[index] for index in places if len(texts[index]) <= _LONGEST)
    return tuple(part for line in lines if find_day(line) is not None for part in split_stamp(line))
