"""The condition inside a statement: "if ...", "unless ...", "should the council refuse"."""

import re

from onrecord.records import Span

_OPENER = re.compile(
    r"\b(?:(?i:(?<!even )(?<!as )(?<!what )(?<!only )"
    r"if(?! (?:not|any|ever|only|possible|necessary)\b)|"
    r"unless|as long as|so long as|"
    r"provided(?: that)?(?= (?:the|that|it|he|she|they|its|his|[A-Z]))|on condition that|"
    r"on the condition that|in the event (?:of|that)|in case|assuming that|until)|"
    r"[Ss]hould(?= (?:the|a|an|it|he|she|they|we|any|his|its|their|[A-Z]\w+)\s))",
)
_END = re.compile(r"[,;:—–]|\.(?=\s|$)|[”\"](?=\s|$)|$")


def find_condition(text: str, content: tuple[Span, ...], *, question: bool) -> Span | None:
    """Return the first condition in the content, from its opening word to the end of its clause.

    A content that is itself an indirect question ("asked if ...") does not open with one.
    """
    for number, piece in enumerate(content):
        for match in _OPENER.finditer(text, piece.start, piece.end):
            if question and number == 0 and match.start() == piece.start:
                continue
            end = _END.search(text, match.end(), piece.end)
            stop = piece.end if end is None else end.start()
            if stop > match.end():
                return Span(match.start(), stop)
    return None
