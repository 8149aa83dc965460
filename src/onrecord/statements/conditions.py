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


_OPENING = re.compile(
    r"(?:only |even )?(?:if|unless|until|provided|providing|as long as|so long as|once|should|had|"
    r"were|without|on (?:the )?condition|in case|in the event|assuming|when|whenever|as soon as|"
    r"failing|barring|but for|pending|subject to|in exchange for|in return for)\b",
    re.IGNORECASE,
)


def opens_condition(text: str, span: Span) -> bool:
    """Return whether words that were taken for a condition open like one, and go on."""
    match = _OPENING.match(text, *span)
    return match is not None and match.end() < span.end


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
