import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from onrecord.ledger.episode_means import load_means, replace_means
from onrecord.ledger.schema import TABLES


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(TABLES)
        replace_means(made, [], {"a": {"b": 0.5, "c": 0.25}, "b": {"a": 0.5, "c": 0.125}})
        yield made


def test_means_are_found_from_either_end(connection: sqlite3.Connection) -> None:
    assert load_means(connection, ["b", "c", "d"]) == {
        "b": {"a": 0.5, "c": 0.125},
        "c": {"a": 0.25, "b": 0.125},
        "d": {},
    }


def test_an_episode_that_is_gone_leaves_nothing(connection: sqlite3.Connection) -> None:
    replace_means(connection, ["a", "never there"], {})
    assert load_means(connection, ["a", "b", "c"]) == {
        "a": {},
        "b": {"c": 0.125},
        "c": {"b": 0.125},
    }


def test_an_episode_that_is_new_has_its_own_means_alone(connection: sqlite3.Connection) -> None:
    replace_means(connection, ["a", "b"], {"a": {"c": 0.75, "d": 1.0}})
    assert load_means(connection, ["a", "b", "c", "d"]) == {
        "a": {"c": 0.75, "d": 1.0},
        "b": {},
        "c": {"a": 0.75},
        "d": {"a": 1.0},
    }
