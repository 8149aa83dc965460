"""Read short texts for the tests of figures."""

from datetime import date

from onrecord.figures import find_figures
from onrecord.records import Actor, Article, Figure, Published, Span, Statement, Timex
from onrecord.text import outline_text

DAY = date(2031, 4, 2)


def find(
    text: str,
    *,
    actors: tuple[Actor, ...] = (),
    statements: tuple[Statement, ...] = (),
    timexes: tuple[Timex, ...] = (),
    published: date | None = DAY,
) -> list[Figure]:
    """Return the figures of `text`, an article published on DAY unless told otherwise."""
    article = Article(
        id="p1",
        text=text,
        body=Span(0, len(text)),
        published=Published(earliest=published, latest=published, certainty="exact"),
    )
    outline = outline_text(text)
    return list(
        find_figures(article, outline, actors=actors, statements=statements, timexes=timexes)
    )


def span_of(text: str, words: str) -> Span:
    """Return where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))
