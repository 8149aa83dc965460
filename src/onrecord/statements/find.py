"""Find statements."""

from collections.abc import Iterator, Sequence

from onrecord.ids import row_id
from onrecord.records import Actor, Article, Statement, Timex
from onrecord.statements.drafting import draft_statements
from onrecord.text import Outline


def find_statements(
    article: Article, outline: Outline, *, actors: Sequence[Actor], timexes: Sequence[Timex]
) -> Iterator[Statement]:
    """Yield the statements of `article` in reading order."""
    for draft in draft_statements(article.text, outline):
        yield Statement(id=row_id("s", article.id, *draft.content), kind=draft.kind, content=draft.content, cue=draft.cue, source=draft.source)
