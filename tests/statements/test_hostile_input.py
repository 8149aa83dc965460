import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records import Article, Span, Statement
from onrecord.statements import find_statements
from onrecord.text import outline_text

Read = Callable[..., list[Any]]

PIECES = st.sampled_from(
    "“ ” \" ' ‘ ’ '' : , . ; — ( ) ? \n\n said told that Berg he The minister if according to "
    "asked adding and but of Q A : ’s which who".split(" ")
)


def find(text: str) -> list[Statement]:
    article = Article(id="p1", text=text, body=Span(0, len(text)))
    return list(find_statements(article, outline_text(text), actors=(), timexes=()))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "word " * 40_000,
        '"' * 10_000,
        '" ' * 10_000,
        "“We go said he. " * 2_000,
        "he said that " * 3_000,
        "Lund, " * 6_000,
        "(" * 100_000,
        "THE MINISTER SAID THAT THE ARMY WOULD LEAVE. " * 800,
        "according to him, " * 2_000,
        "“Go,” said Mr Lund.\n\n“No.”\n\n" * 800,
        "LUND: no\n\n" * 3_000,
        "his claim that " * 3_000,
        "\ud800\x00 said “\x0b” Lund told " * 1_000,
    ],
    ids=range(14),
)
def test_hostile_text_is_read_in_bounded_time(text: str) -> None:
    start = time.process_time()
    find(text)
    assert time.process_time() - start < 6.0  # about 1 s on a quiet machine


def test_time_grows_linearly() -> None:
    text = "“We will go,” said Lund, who said that he would. "

    def measure(count: int) -> float:
        start = time.process_time()
        find(text * count)
        return time.process_time() - start

    measure(100)
    assert measure(800) < 20 * measure(100) + 0.2


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_spans_stay_inside_the_text_and_ids_repeat(text: str) -> None:
    statements = find(text)
    assert find(text) == statements
    assert len({statement.id for statement in statements}) == len(statements)
    for statement in statements:
        spans = [*statement.content, statement.cue, statement.source, statement.condition]
        for span in spans:
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert list(statement.content) == sorted(statement.content)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_no_statement_contains_itself(text: str) -> None:
    statements = {statement.id: statement for statement in find(text)}
    for statement in statements.values():
        seen = {statement.id}
        outer = statement.within
        while outer is not None:
            assert outer not in seen
            seen.add(outer)
            outer = statements[outer].within


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    find(text)
