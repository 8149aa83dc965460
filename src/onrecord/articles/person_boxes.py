"""Take the boxes out that some sites set into a sentence after a person's name.

Such a box pops up where a reader points at the name. In the page's text it stands in the middle of
the sentence: the person's full name, headlines of other stories run into it, and "MORE" at last.
Left there, these headlines would be read as the story's own words.
"""

import re
from collections.abc import Sequence

from onrecord.articles.drafts import Line
from onrecord.records import Removed

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

    def take(found: re.Match[str]) -> str:
        boxes.append(Removed(words=found["box"].strip(), reason="see also"))
        return found[0].removesuffix(found["box"])

    kept = list(lines)
    for index, line in enumerate(lines):
        if _END in line.text:
            text = line.text
            for pattern in _BOXES:
                text = pattern.sub(take, text)
            kept[index] = line._replace(text=text)
    return kept, boxes
