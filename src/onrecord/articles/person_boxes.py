"""Take the boxes out that some sites set into a sentence after a person's name.

Such a box pops up where a reader points at the name. In the page's text it stands in the middle of
the sentence: the person's full name, headlines of other stories run into it, and "MORE" at last.
Left there, these headlines would be read as the story's own words.
"""

import re
from collections.abc import Sequence

from onrecord.articles.drafts import Line
from onrecord.records import Removed, Span
from onrecord.spans import overlaps

_END = " MORE"
_NAME_WORD = r"[A-Z(][\w.’'()-]{0,24}"
_HEADLINES = rf"(?=[A-Z0-9\"'“‘])[^\n]{{10,1500}}?{_END}(?![\w:])"
_NAME = r"[A-Z][\w’'-]{1,24}"
_BOXES = (
    # The surname comes again, run into a headline: "Ida Berg Ida Maria BergMinister resigns MORE".
    re.compile(rf"(?<=[ ,])(?P<last>{_NAME})(?P<box> (?:{_NAME_WORD} ){{1,4}}(?P=last)"
               rf"{_HEADLINES})"),
    # The first name does: "Ida Berg Ida Berg HolmMinister resigns MORE Holm".
    re.compile(rf"(?<!\w)(?P<first>{_NAME}) (?:{_NAME_WORD} ){{0,2}}{_NAME_WORD}"
               rf"(?P<box> (?P=first) (?:{_NAME_WORD} ){{0,3}}[A-Z][\w’'-]{{0,23}}[a-z.]"
               rf"{_HEADLINES})"),
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
    if _END not in text:
        return []
    found: list[Span] = []
    for pattern in _BOXES:
        spans = (Span(*match.span("box")) for match in pattern.finditer(text))
        found += [span for span in spans if not any(overlaps(span, other) for other in found)]
    return sorted(found)
