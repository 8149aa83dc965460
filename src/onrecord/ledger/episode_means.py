"""Keep how well each episode continues each other one: the mean saga score of their articles.

The means follow from the links and from which articles are in which episode. An episode is known
by the first of the articles that stand for their pages; each mean is kept both ways.
"""

import sqlite3
from collections.abc import Collection, Mapping

from onrecord.ledger.codec import encode_json

Means = Mapping[str, Mapping[str, float]]


def load_means(connection: sqlite3.Connection, firsts: Collection[str]) -> Means:
    """Return the means of each of some episodes with all others, where these are not 0."""
    means: dict[str, dict[str, float]] = {first: {} for first in firsts}
    for a, b, mean in connection.execute(
        "SELECT a, b, mean FROM json_each(?) CROSS JOIN episode_means ON a = json_each.value",
        (encode_json(list(firsts)),),
    ):
        means[a][b] = mean
    return means


def replace_means(connection: sqlite3.Connection, gone: Collection[str], means: Means) -> None:
    """Write the `means` of new episodes, and take out those of the episodes that are `gone`."""
    before = _pair_both_ways(load_means(connection, gone))
    now = _pair_both_ways(means)
    connection.executemany(
        "DELETE FROM episode_means WHERE a = ? AND b = ?", sorted(before.keys() - now.keys())
    )
    connection.executemany(
        "INSERT INTO episode_means (a, b, mean) VALUES (?, ?, ?)"
        " ON CONFLICT (a, b) DO UPDATE SET mean = excluded.mean",
        [(a, b, mean) for (a, b), mean in sorted(now.items())],
    )


def _pair_both_ways(means: Means) -> dict[tuple[str, str], float]:
    pairs: dict[tuple[str, str], float] = {}
    for a, found in means.items():
        for b, mean in found.items():
            pairs[a, b] = pairs[b, a] = mean
    return pairs
