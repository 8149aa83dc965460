"""No question on a view's main path reads a whole table to answer."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from types import ModuleType

import pytest

from onrecord.ledger import Filter, Ledger

WAITING = ("stale", "stale_rows", "owed")
HELD = ("meanings",)  # read whole, once for each revision of the ledger, and then held in memory
DAYS = Filter(since=date(2031, 1, 1), until=date(2031, 2, 1), limit=50)


QUESTIONS: dict[str, Callable[[Ledger, str, str], object]] = {
    "statements": lambda ledger, story, article: list(ledger.statements(Filter(limit=50))),
    "timeline": lambda ledger, story, article: list(ledger.rows(Filter(story=story, limit=50))),
    "days": lambda ledger, story, article: list(ledger.acts(DAYS)),
    "who": lambda ledger, story, article: list(ledger.rows(Filter(who="venn", to="vanna"))),
    "state": lambda ledger, story, article: list(ledger.rows(Filter(state="ADA"))),
    "act": lambda ledger, story, article: list(ledger.acts(Filter(act="ASSAULT", limit=50))),
    "outlet": lambda ledger, story, article: list(ledger.rows(Filter(outlet="Gull 1"))),
    "about": lambda ledger, story, article: list(ledger.figures(Filter(about="sailors"))),
    "article": lambda ledger, story, article: list(ledger.rows(Filter(article=article))),
    "reading": lambda ledger, story, article: ledger.article(article),
    "articles": lambda ledger, story, article: list(ledger.articles(Filter(limit=50))),
    "story's articles": lambda ledger, story, article: list(ledger.articles(Filter(story=story))),
    "stories": lambda ledger, story, article: list(ledger.stories(Filter(kind="saga", limit=50))),
    "story": lambda ledger, story, article: list(ledger.stories(Filter(story=story))),
    "accounts": lambda ledger, story, article: list(ledger.accounts(story)),
    "comparisons": lambda ledger, story, article: list(ledger.comparisons(story)),
    "find": lambda ledger, story, article: ledger.find(article[:8]),
    "search": lambda ledger, story, article: ledger.search("struck"),
    "search in story": lambda ledger, story, article: ledger.search("struck", Filter(story=story)),
    "revision": lambda ledger, story, article: ledger.revision(),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_scans_a_table(standing: Ledger, name: str) -> None:
    story = next(standing.stories(Filter(kind="saga"))).id
    article = next(standing.articles()).id
    with listening(standing) as asked:
        QUESTIONS[name](standing, story, article)
    assert asked
    assert list(find_scans(standing, asked)) == []


def test_a_filter_makes_no_search_look_its_words_up_again_and_again(standing: Ledger) -> None:
    with listening(standing) as asked:
        standing.search("struck", Filter(who="venn", outlet="Gull 1"))
    connection = standing._connection
    assert connection is not None
    ranked = [statement for statement in asked if statement.startswith("SELECT rowid FROM")]
    assert ranked
    for statement in ranked:
        plan = [step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
        assert not [step for step in plan if re.search(r"_index VIRTUAL TABLE INDEX \d+:=", step)]


def test_adding_scans_no_table(full: Ledger, reader: ModuleType) -> None:
    page = full.path.parent / "one-more.txt"
    page.write_text(reader.make_text(77))
    with listening(full) as asked:
        full.add([str(page)], read=reader.read)
    assert list(find_scans(full, asked)) == []


@contextmanager
def listening(ledger: Ledger) -> Iterator[list[str]]:
    """Give the list of the statements that the ledger sends to SQLite, with their values."""
    statements: list[str] = []
    connection = ledger._connection
    assert connection is not None
    connection.set_trace_callback(statements.append)
    yield statements
    connection.set_trace_callback(None)


def find_scans(ledger: Ledger, statements: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the plans that go through a table of the ledger from one end to the other.

    What is left out: going along an index in the order asked for, up to a limit; tables that
    hold only what waits to be done, or that are read once; FTS5, which says SCAN when it looks
    words up.
    """
    connection = ledger._connection
    assert connection is not None
    for statement in statements:
        if not statement.startswith(("SELECT", "UPDATE", "DELETE")) or "_index_config" in statement:
            continue  # FTS5 looks up its settings
        for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {statement}"):
            scan = re.match(r"SCAN (\w+)(.*)", step)
            if scan is None or "VIRTUAL TABLE INDEX" in step or scan[1] in WAITING + HELD:
                continue
            ordered = "LIMIT" in statement and "USING INDEX" in scan[2]
            if not ordered:
                yield step, statement
