"""Keep how well each episode continues each other one: the mean saga score of their articles.

The means follow from the links and from which articles are in which episode. An episode is known
by the first of the articles that stand for their pages; all means of one are kept as one value, and
so each mean twice. Each in a row of its own, some thousand were read and written for one article.
"""

import sqlite3
from collections.abc import Collection, Mapping
from itertools import permutations

import msgspec

from onrecord.ledger.codec import encode_json, pack
from onrecord.ledger.tie_store import MILLION

# The saga scores of links between articles of two episodes that stand for their pages.
_STANDING = (
    "SELECT id FROM articles WHERE episode = ?{}"
    " AND NOT EXISTS (SELECT 1 FROM versions WHERE article = id)"
)
_BETWEEN = " UNION ALL ".join(
    f"SELECT saga FROM links WHERE a IN ({one}) AND +b IN ({other})"  # noqa: S608 (constants)
    for one, other in permutations((_STANDING.format(1), _STANDING.format(2)))
)

Means = Mapping[str, Mapping[str, float]]
_decoder = msgspec.msgpack.Decoder(dict[str, float])


def load_means(
    connection: sqlite3.Connection, firsts: Collection[str]
) -> dict[str, dict[str, float]]:
    """Return the means of each of some episodes with all others, where these are not 0."""
    means: dict[str, dict[str, float]] = {first: {} for first in firsts}
    for first, data in connection.execute(
        "SELECT first, means FROM json_each(?) CROSS JOIN episode_means ON first = json_each.value",
        (encode_json(list(firsts)),),
    ):
        means[first] = _decoder.decode(data)
    return means


def replace_means(connection: sqlite3.Connection, gone: Collection[str], means: Means) -> None:
    """Write the `means` of new episodes, and take out those of the episodes that are `gone`."""
    old = load_means(connection, gone)
    others = {other for each in (old, means) for found in each.values() for other in found}
    before = load_means(connection, {*old, *means, *others})
    now = {
        first: {other: mean for other, mean in found.items() if other not in old}
        for first, found in before.items()
        if first not in old
    }
    for first, found in means.items():
        for other, mean in found.items():
            now.setdefault(first, {})[other] = mean
            now.setdefault(other, {})[first] = mean
    _write(connection, before, now)


def measure_again(connection: sqlite3.Connection, one: str, other: str) -> None:
    """Write the mean of two episodes, given by their ids, which have lost a link."""
    found = connection.execute(
        "SELECT first, standing FROM stories WHERE id IN (?, ?)", (one, other)
    )
    (first, size), (second, other_size) = found.fetchall()
    scores = [score for (score,) in connection.execute(_BETWEEN, (one, other))]
    before = load_means(connection, (first, second))
    now = {
        own: {each: mean for each, mean in means.items() if each not in before}
        for own, means in before.items()
    }
    if scores:
        now[first][second] = now[second][first] = sum(scores) / (MILLION * size * other_size)
    _write(connection, before, now)


def _write(connection: sqlite3.Connection, before: Means, now: Means) -> None:
    """Write the means of some episodes in the place of those that they had."""
    connection.executemany(
        "DELETE FROM episode_means WHERE first = ?",
        [(first,) for first in before if not now.get(first)],
    )
    connection.executemany(
        "INSERT INTO episode_means (first, means) VALUES (?, ?)"
        " ON CONFLICT (first) DO UPDATE SET means = excluded.means",
        [(first, pack(found)) for first, found in now.items() if found and found != before[first]],
    )
