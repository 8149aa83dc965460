"""Short texts, what the trained reader finds in them, and the statements they give."""

from collections.abc import Sequence

from tests.statements.conftest import make_article

from onrecord.records import Actor, Attribution, Span, Statement
from onrecord.statements import find_statements
from onrecord.text import outline_text


def place(text: str, words: str) -> Span:
    """Return where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def read(text: str, *attributions: Attribution, actors: Sequence[Actor] = ()) -> list[Statement]:
    """Return the statements of `text`, which names none of the cast, by what the reader found."""
    article = make_article(text)
    return list(
        find_statements(
            article, outline_text(text), actors=actors, timexes=(), attributions=attributions
        )
    )


def attribute(text: str, cue: str, source: str | None, *content: str) -> Attribution:
    """Return what the reader finds, by its words."""
    return Attribution(
        cue=place(text, cue),
        source=None if source is None else place(text, source),
        content=tuple(place(text, words) for words in content),
        sure=0.9,
        source_sure=0.9,
    )


def quote(text: str, statement: Statement) -> list[str]:
    """Return the words of what is said."""
    return [text[start:end] for start, end in statement.content]
