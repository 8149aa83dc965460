import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from onrecord.ledger.schema import TABLES
from onrecord.ledger.tie_store import (
    RowTies,
    delete_ties,
    insert_ties,
    list_tied,
    load_packed_ties,
    unpack_ties,
)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(TABLES)
        insert_ties(made, "b", "a", [("b1", "a1", 700_000), ("b2", "a1", 300_000)])
        insert_ties(made, "b", "c", [("b1", "c1", 900_000)])
        insert_ties(made, "b", "b", [("b1", "b2", 500_000)])
        yield made


def load_ties(connection: sqlite3.Connection, article: str) -> RowTies:
    return unpack_ties(article, load_packed_ties(connection, [article])[article])


def test_ties_are_found_from_either_end(connection: sqlite3.Connection) -> None:
    assert load_ties(connection, "a") == {"a1": [("b1", "b", 700_000), ("b2", "b", 300_000)]}
    assert load_ties(connection, "c") == {"c1": [("b1", "b", 900_000)]}
    found = {row: set(ties) for row, ties in load_ties(connection, "b").items()}
    assert found == {
        "b1": {("a1", "a", 700_000), ("c1", "c", 900_000), ("b2", "b", 500_000)},
        "b2": {("a1", "a", 300_000), ("b1", "b", 500_000)},
    }
    packed = load_packed_ties(connection, ["b"])["b"]
    assert sorted(packed) == ["a", "b", "c"]
    assert list_tied(packed["a"]) == {"a1", "b1", "b2"}


def test_the_order_in_which_two_articles_are_given_leaves_no_trace(
    connection: sqlite3.Connection,
) -> None:
    insert_ties(connection, "d", "e", [("d2", "e1", 1), ("d1", "e2", 2)])
    [one] = connection.execute("SELECT ties FROM ties WHERE a = 'd'").fetchall()
    delete_ties(connection, "e", "d")
    insert_ties(connection, "e", "d", [("e2", "d1", 2), ("e1", "d2", 1)])
    assert connection.execute("SELECT ties FROM ties WHERE a = 'd'").fetchall() == [one]


def test_ties_of_two_articles_go_together(connection: sqlite3.Connection) -> None:
    assert delete_ties(connection, "b", "a") == {"a1", "b1", "b2"}
    assert delete_ties(connection, "a", "b") == set()
    assert load_ties(connection, "a") == {}
    assert sorted(load_packed_ties(connection, ["b"])["b"]) == ["b", "c"]
