"""Take the boxes out that some sites set into a sentence after a person's name.

Such a box pops up where a reader points at the name. In the page's text it stands in the middle of
the sentence: the person's full name, headlines of other stories run into it, and "MORE" at last.
Left there, these headlines would be read as the story's own words.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.articles.drafts import Line
from onrecord.records import Removed, Span
from onrecord.spans import overlaps

_END = re.compile(r" MORE(?![\w:])")
_SHORTEST, _LONGEST = 10, 1500  # characters of headlines
_NAME_WORD = r"[A-Z(][\w.’'()-]{0,24}"
_HEADLINES = r"(?=[A-Z0-9\"'“‘])"
_NAME = r"[A-Z][\w’'-]{1,24}"
# How each kind of box begins, up to its headlines.
_BOXES = (
    # The surname comes again, run into a headline: "Ida Berg Ida Maria BergMinister resigns MORE".
    re.compile(rf"(?<=[ ,])(?P<last>{_NAME})(?P<box> (?:{_NAME_WORD} ){{1,4}}(?P=last)"
               rf"{_HEADLINES})"),
    # The first name does: "Ida Berg Ida Berg HolmMinister resigns MORE Holm".
    re.compile(rf"(?<!\w)(?P<first>{_NAME}) (?:{_NAME_WORD} ){{0,2}}{_NAME_WORD}"
               rf"(?P<box> (?P=first) (?:{_NAME_WORD} ){{0,3}}[A-Z][\w’'-]{{0,23}}[a-z.]"
               rf"{_HEADLINES})"),
    # Nothing parts the box from the name: "Ida BergIda Maria BergMinister resigns MORE".
    re.compile(rf"(?<!\w)(?P<first>{_NAME}) (?P<last>{_NAME})(?P<box>(?P=first) "
               rf"(?:{_NAME_WORD} ){{0,3}}(?P=last){_HEADLINES})"),
    # Both do, with a space after: "Ida Berg Ida Maria Berg Minister resigns MORE".
    re.compile(rf"(?<!\w)(?P<first>{_NAME}) (?P<last>{_NAME})(?P<box> (?P=first) "
               rf"(?:{_NAME_WORD} ){{0,3}}(?P=last) {_HEADLINES})"),
)  # fmt: skip


def take_out_boxes(lines: Sequence[Line]) -> tuple[list[Line], list[Removed]]:
    """Return the lines without such boxes, and the boxes."""
    boxes: list[Removed] = []
    kept = list(lines)
    for index, line in enumerate(lines):
        found = find_boxes(line.text)
        boxes += [Removed(words=line.text[slice(*box)].strip(), reason="see also") for box in found]
        for box in reversed(found):
            text = kept[index].text
            kept[index] = line._replace(text=text[: box.start] + text[box.end :])
    return kept, boxes


def find_boxes(text: str) -> list[Span]:
    """Return where such boxes stand, with the space before each, in their order."""
    ends = list(_END.finditer(text))
    found: list[Span] = []
    for pattern in _BOXES if ends else ():
        last = 0
        for match in pattern.finditer(text):
            box = _close(text, match, ends)
            if box is None or box.start < last:
                continue
            last = box.end
            if not any(overlaps(box, other) for other in found):
                found.append(box)
    return sorted(found)


def _close(text: str, opening: re.Match[str], ends: Sequence[re.Match[str]]) -> Span | None:
    """Return the box from its `opening` to the next of the `ends` on the line, near enough."""
    start = opening.end()
    at = bisect_left(ends, start + _SHORTEST, key=lambda end: end.start())
    if at == len(ends) or ends[at].start() > start + _LONGEST:
        return None
    if "\n" in text[start : ends[at].start()]:
        return None
    return Span(opening.start("box"), ends[at].end())
