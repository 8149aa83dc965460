"""Write the content of a ledger in a form that two ledgers can be compared by."""

import json
import sqlite3
from collections.abc import Iterator

from onrecord.ledger.codec import encode_json
from onrecord.ledger.queries import load_reading

# What is left out: inner numbers, the readings' packed form (their JSON is written), `meta`, which
# tells one file from another of the same content, and `decisions`, which copies decisions.jsonl.
_QUERIES = (
    ("original", "SELECT sha256, bytes FROM originals ORDER BY 1"),
    ("origin", "SELECT original, origin, added FROM origins ORDER BY 1, 2"),
    ("source", "SELECT article, original, part FROM sources ORDER BY 1, 2, 3"),
    ("removed", "SELECT article FROM removed ORDER BY 1"),
    ("owed", "SELECT article, neighbours FROM owed ORDER BY 1"),
    ("problem", "SELECT input, part, original, kind, message FROM problems ORDER BY 1, 2"),
    (
        "article",
        "SELECT id, version, pinned, neighbours, captured, origin, headline, outlet, agency,"
        " byline, url, language, earliest, latest, date_certainty, statements, acts, figures,"
        " episode, saga, lineage FROM articles ORDER BY 1",
    ),
    (
        "row",
        "SELECT id, article, kind, form, start, act, modality, certainty, earliest, latest,"
        " account, review, sentence, names, record FROM rows ORDER BY 1",
    ),
    ("rejected", "SELECT id, article, kind, start, sentence, record FROM rejected ORDER BY 1"),
    ("overlay", "SELECT article, effect, overlay FROM overlays ORDER BY 1"),
    ("decided", "SELECT decision, part, article, row FROM decided ORDER BY 1, 2"),
    ("decided tie", "SELECT decision, row, article, same FROM decided_ties ORDER BY 1, 2"),
    (
        "name",
        "SELECT names.name, title, state, part, rows.id FROM names"
        " JOIN row_names ON row_names.name = names.number"
        " JOIN rows ON rows.number = row_names.row ORDER BY 1, 2, 3, 4, 5",
    ),
    (
        "meaning",
        "SELECT id, meanings.version, hex(vectors) FROM meanings JOIN articles"
        " ON number = meanings.article ORDER BY 1",
    ),
    (
        "sketch",
        "SELECT article, day, hex(sentences), hex(sketch) FROM sketches ORDER BY 1",
    ),
    ("digest", "SELECT article, hex(digest) FROM digests ORDER BY 1"),
    ("key", "SELECT key, day, article FROM keys ORDER BY 1, 2, 3"),
    ("link", "SELECT a, b, near, episode, saga, ties, hex(link) FROM links ORDER BY 1, 2"),
    ("traits", "SELECT article, hex(traits) FROM traits ORDER BY 1"),
    ("mean", "SELECT first, hex(means) FROM episode_means ORDER BY 1"),
    ("version", "SELECT article, standing FROM versions ORDER BY 1"),
    ("tie", "SELECT a, b, hex(ties) FROM ties ORDER BY 1, 2"),
    ("kin", "SELECT row, first FROM kin ORDER BY 1"),
    ("stale", "SELECT article FROM stale ORDER BY 1"),
    ("stale row", "SELECT row FROM stale_rows ORDER BY 1"),
    (
        "story",
        "SELECT id, kind, name, parent, earliest, latest, articles, outlets, lineages,"
        " statements, acts, figures, differences, anchor, first, standing, record"
        " FROM stories ORDER BY 1",
    ),
    ("account", "SELECT id, story, kind, reports, record FROM accounts ORDER BY 1"),
    ("guest", "SELECT account, row FROM guests ORDER BY 1, 2"),
    (
        "comparison",
        "SELECT account, relation, first, second, record FROM comparisons ORDER BY 1, 5",
    ),
)


def dump_tables(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield each row of each table as a JSON array that starts with the table's name.

    Two ledgers of the same content, decisions and history of origins give the same lines.
    """
    for name, query in _QUERIES:
        for columns in connection.execute(query):
            yield json.dumps([name, *columns], ensure_ascii=False)
    for (article,) in connection.execute("SELECT id FROM articles ORDER BY id").fetchall():
        yield encode_json(["reading", load_reading(connection, article)])
