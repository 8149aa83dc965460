"""What a statement says, as text and as the words that are printed as the speaker's own."""

from onrecord.compare.tellings import Telling, once
from onrecord.compare.wording import Verbatim, read_verbatim
from onrecord.records import Span, Statement
from onrecord.text import find_quotations

QUOTATIONS = 4  # of a statement whose words are aligned


@once
def content_text(telling: Telling[Statement]) -> str:
    """Return a statement's content; an ellipsis stands between its pieces."""
    text = telling.setting.article.text
    return " … ".join(text[piece.start : piece.end] for piece in telling.row.content)


def verbatim_texts(telling: Telling[Statement]) -> list[str]:
    """Return what a statement prints as the speaker's very words."""
    if telling.row.kind == "direct":
        return [content_text(telling)]
    if telling.row.kind == "indirect":
        return []
    text = content_text(telling)
    return [
        text[quotation.inner.start : quotation.inner.end]
        for quotation in find_quotations(text, Span(0, len(text)))
        if quotation.depth == 0
    ]


@once
def read_verbatims(telling: Telling[Statement]) -> list[Verbatim]:
    """Return what a statement prints as verbatim, its first QUOTATIONS pieces, as words."""
    return [read_verbatim(text) for text in verbatim_texts(telling)[:QUOTATIONS]]
