"""Find the headline and the standfirst among the lines of a page."""

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.articles.bylines import find_byline, is_name_line
from onrecord.articles.captions import is_caption
from onrecord.articles.drafts import Line
from onrecord.articles.furniture import name_furniture
from onrecord.articles.stamps import find_stamps

_WORD = re.compile(r"[^\W_]+")
_SUFFIX = re.compile(r"\s+(?:[|–—·•»:‹›]|-{1,2}|::)\s+")
_ANY_SEPARATOR = re.compile(r"\s+(?:[|–—·•»:‹›]|-{1,2}|::)\s+|:\s+")
_MOST_CUTS = 4
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*$")
_HEAD_REACH = 5  # lines under the headline that can still belong to the head
_DATED = re.compile(r"\d{1,2}[:/.]\d\d|\b(?:19|20)\d\d\b|^[Bb]y ")
_MIN_WORDS, _MAX_WORDS = 3, 32
_STANDFIRST_MAX_WORDS = 60
_LONGEST = 400  # characters of a headline


@lru_cache(maxsize=2048)
def fold(words: str) -> str:
    """Return `words` in lower case with single spaces for all that is no letter or digit."""
    return " ".join(_WORD.findall(words)).casefold()


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


def find_headline(lines: Sequence[Line], body_start: int, hints: Sequence[str]) -> int | None:
    """Return the index of the line that is the headline, or `None`.

    A line that says what a hint says (JSON-LD, Open Graph, `<title>`, the container's title)
    wins, then a page's `<h1>`. On a text page without hints it is the line above the body that
    reads most like a headline: its length, its shared words with the body's start, its place.
    """
    wanted = [
        words
        for hint in hints
        for words in (fold(hint), fold(drop_site_name(hint)), *_list_title_parts(hint))
        if words
    ]
    on_paper = not any(line.tag for line in lines)
    firsts = {words.split()[0] for words in wanted}
    folded = [
        fold(line.text)
        if len(line.text) <= _LONGEST
        and line.reason is None
        and (on_paper or line.tag == "h1" or _open_folded(line.text) in firsts)
        else ""
        for line in lines
    ]
    for words in wanted:
        if words in folded:
            return _choose_print(lines, folded, words, body_start)
    tops = [index for index, line in enumerate(lines) if line.tag == "h1" and folded[index]]
    alike = [index for index in tops if any(_is_alike(folded[index], words) for words in wanted)]
    above = [index for index in tops if index <= body_start and len(folded[index].split()) > 2]
    if alike or above:
        return (alike or above[-1:])[0]
    if not on_paper:
        return None
    return _guess_headline([line.text for line in lines], folded, body_start)


def _open_folded(line: str) -> str:
    """Return the first word of `line` when folded, or ""; to fold all of it takes far longer."""
    first = _WORD.search(line)
    return "" if first is None else first[0].casefold()


def _list_title_parts(title: str) -> list[str]:
    """Return what of a title could be the headline, folded: a site's name may open or close it."""
    cuts = [match.span() for match in _ANY_SEPARATOR.finditer(title[:_LONGEST])][:_MOST_CUTS]
    parts = [title[end:] for _, end in cuts] + [title[:start] for start, _ in reversed(cuts)]
    return [folded for part in parts if len((folded := fold(part)).split()) >= _MIN_WORDS]


def _choose_print(lines: Sequence[Line], folded: list[str], words: str, body_start: int) -> int:
    """Return which print of the headline counts: its h1, the last one above the body, the first."""
    prints = [index for index, said in enumerate(folded) if said == words]
    tops = [index for index in prints if lines[index].tag == "h1"]
    above = [index for index in prints if index < body_start]
    return (tops or above[-1:] or prints)[0]


def _is_alike(a: str, b: str) -> bool:
    """Return whether most words of the shorter one are in the other."""
    first, second = set(a.split()), set(b.split())
    return len(first & second) >= 0.7 * max(1, min(len(first), len(second)))


def _guess_headline(lines: Sequence[str], folded: list[str], body_start: int) -> int | None:
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
    first = next(index for index, score in enumerate(scores) if score >= 0.6 * best)
    above = first - 1
    if above >= 0 and scores[above] > 0 and not _is_label(lines[above]):
        closed = _SENTENCE_END.search(lines[above]) is not None
        return first if closed or "  " in lines[above] else above
    return first


def repeats_headline(line: str, headline: str) -> bool:
    """Return whether `line` says the headline once more, or several times over."""
    if len(line) < 0.8 * len(headline) or len(line) > 4 * len(headline) + 20:
        return False
    wanted = fold(headline)
    if wanted == "" or not _open_folded(line).startswith(wanted.partition(" ")[0]):
        return False
    return fold(line).replace(wanted, "").strip() == ""


def _headline_score(line: str, folded: str, lead: set[str], distance: int) -> float:
    words = folded.split()
    if not _MIN_WORDS <= len(words) <= _MAX_WORDS or _is_side_line(line):
        return 0.0
    content = {word for word in words if len(word) > 3}
    shared = len(content & lead) / (len(content) or 1)
    length = 1.0 if 5 <= len(words) <= 20 else 0.4
    sentence = 0.6 if line.endswith((".", "!")) and not line.endswith("...") else 1.0
    return (0.35 + shared) * length * sentence - 0.004 * min(distance, 60)


def _is_side_line(line: str) -> bool:
    """Return whether `line` is a byline, a stamp, a caption or furniture by its wording."""
    return (
        find_byline(line) is not None
        or find_stamps(line) is not None
        or name_furniture(line) is not None
        or is_caption(line)
    )


def mark_head(lines: Sequence[Line], headline: int, in_body: list[bool]) -> None:
    """Take a subtitle and a name alone, between the headline and the story, out of the body.

    A subtitle stands right under the headline, and is a heading, is followed by a name or a stamp,
    or does not end as a sentence; the next line of the body does.
    """
    texts = [line.text for line in lines]
    for index in range(headline + 1, min(headline + 1 + _HEAD_REACH, len(lines) - 1)):
        if not in_body[index]:
            continue
        following = next((at for at in range(index + 1, len(lines)) if in_body[at]), None)
        if following is None:
            return
        if not _is_head(lines, index, following) and not (
            find_standfirst(texts, headline, index + 1) == index
            and _is_subtitle(lines, index, following)
        ):
            return
        in_body[index] = False


def _is_head(lines: Sequence[Line], index: int, following: int) -> bool:
    """Return whether the line names the author, right above a sentence or another name."""
    line, under = lines[index].text, lines[following].text
    named = is_name_line(line) or find_byline(line) is not None
    return named and (_SENTENCE_END.search(under) is not None or is_name_line(under))


def _is_subtitle(lines: Sequence[Line], index: int, following: int) -> bool:
    """Return whether the line right under a headline is set apart from the story below it."""
    line, under = lines[index].text, lines[following].text
    if lines[index].tag in ("h2", "h3", "h4") or _is_head_line(lines[index + 1].text):
        return True
    if is_name_line(under):
        return not line.endswith(":")
    return _SENTENCE_END.search(under) is not None and _SENTENCE_END.search(line) is None


def _is_head_line(line: str) -> bool:
    """Return whether `line` is a byline, a name alone or a stamp."""
    return find_byline(line) is not None or find_stamps(line) is not None or is_name_line(line)


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
    if not 4 <= count <= _STANDFIRST_MAX_WORDS or _is_side_line(line) or _is_label(line):
        return None
    return index


def _is_label(line: str) -> bool:
    """Tell names, dates and paths ("Staff writer 3 January") from a phrase of the story."""
    words = line.split()
    capitalised = sum(not word[:1].islower() for word in words)
    dated = _DATED.search(line) is not None and len(words) < 14
    return dated or capitalised > 0.6 * len(words) or " » " in line or line.count("|") > 0
