"""Find the headline and the standfirst among the lines of a page."""

import re
from collections.abc import Sequence

from onrecord.articles.bylines import find_byline
from onrecord.articles.captions import is_caption
from onrecord.articles.furniture import name_furniture
from onrecord.articles.stamps import find_stamps

_LETTERS = re.compile(r"[\W_]+")
_SUFFIX = re.compile(r"\s+(?:[|–—·•»:‹›]|-{1,2}|::)\s+")
_MIN_WORDS, _MAX_WORDS = 3, 32
_STANDFIRST_MAX_WORDS = 60


def fold(words: str) -> str:
    """Return `words` in lower case with single spaces for all that is no letter or digit."""
    return _LETTERS.sub(" ", words).strip().casefold()


def drop_site_name(title: str, outlet: str | None = None) -> str:
    """Return a `<title>` without the outlet's name at either end ("Ferries stop | The Tide").

    Without a known outlet, a short part after the last separator is taken for its name.
    """
    parts = _SUFFIX.split(title.strip())
    if len(parts) == 1:
        return title.strip()
    if outlet is not None:
        for edge, rest in ((parts[-1], title[: title.rfind(parts[-1])]),
                           (parts[0], title[len(parts[0]):])):  # fmt: skip
            if fold(edge) == fold(outlet):
                return rest.strip(" |–—·•»:‹›-\u00a0")
    if len(parts[-1].split()) <= 4 < len(title.split()):
        return title[: title.rfind(parts[-1])].strip(" |–—·•»:‹›-\u00a0")
    return title.strip()


def find_headline(lines: Sequence[str], body_start: int, hints: Sequence[str]) -> int | None:
    """Return the index of the line that is the headline, or `None`.

    A line that says what a hint says (`<title>`, Open Graph, the container's title) wins; else
    the line above the body that reads most like a headline: its length, its shared words with
    the body's start, its place.
    """
    folded = [fold(line) for line in lines]
    for hint in hints:
        wanted = fold(hint)
        if not wanted:
            continue
        if wanted in folded:
            return _last_before(folded, wanted, body_start)
        short = fold(drop_site_name(hint))
        if short and short in folded:
            return _last_before(folded, short, body_start)
    lead = set(" ".join(folded[body_start : body_start + 4]).split())
    scores = [
        _headline_score(lines[index], folded[index], lead, body_start - index)
        for index in range(min(body_start, len(lines)))
    ]
    best = max(scores, default=0.0)
    if best <= 0:
        return None
    # A subtitle or a video's title often shares more words with the lead than the headline does,
    # but the headline comes first.
    return next(index for index, score in enumerate(scores) if score >= 0.6 * best)


def repeats_headline(line: str, headline: str) -> bool:
    """Return whether `line` says the headline once more, or several times over."""
    said, wanted = fold(line), fold(headline)
    return wanted != "" and said.replace(wanted, "").strip() == ""


def _last_before(folded: list[str], wanted: str, body_start: int) -> int:
    """Return where `wanted` stands nearest above the body, or first of all."""
    above = [index for index in range(body_start) if folded[index] == wanted]
    return above[-1] if above else folded.index(wanted)


def _headline_score(line: str, folded: str, lead: set[str], distance: int) -> float:
    words = folded.split()
    if not _MIN_WORDS <= len(words) <= _MAX_WORDS or is_side_line(line):
        return 0.0
    content = {word for word in words if len(word) > 3}
    shared = len(content & lead) / (len(content) or 1)
    length = 1.0 if 5 <= len(words) <= 20 else 0.4
    sentence = 0.6 if line.endswith((".", "!")) and not line.endswith("...") else 1.0
    return (0.35 + shared) * length * sentence - 0.004 * min(distance, 60)


def is_side_line(line: str) -> bool:
    """Return whether `line` is a byline, a stamp, a caption or furniture by its wording."""
    return (
        find_byline(line) is not None
        or find_stamps(line) is not None
        or name_furniture(line) is not None
        or is_caption(line)
    )


def find_standfirst(lines: Sequence[str], headline: int, body_start: int) -> int | None:
    """Return the index of the subtitle printed right under the headline, or `None`.

    It is the one line right after the headline, or after the headline's repetition; more than
    one line between headline and body that are not bylines or stamps makes it doubtful.
    """
    index = headline + 1
    while index < body_start and repeats_headline(lines[index], lines[headline]):
        index += 1
    if index >= body_start:
        return None
    line = lines[index]
    count = len(line.split())
    if not 4 <= count <= _STANDFIRST_MAX_WORDS or is_side_line(line):
        return None
    return index
