"""The made-up ledger that benchmarks ask: its tables are repeated whatever columns they have."""

import sqlite3
from pathlib import Path

from benchmarks.made_ledger import make_ledger

from onrecord.ledger.opening import DATABASE


def test_what_is_linked_is_there_several_times(tmp_path: Path) -> None:
    make_ledger(tmp_path / "made", 12, 3)
    with sqlite3.connect(tmp_path / "made" / DATABASE) as connection:
        [[articles]] = connection.execute("SELECT count(*) FROM articles")
        [[kinds]] = connection.execute("SELECT count(DISTINCT saga) FROM articles")
        [[sagas]] = connection.execute("SELECT count(*) FROM stories WHERE kind = 'saga'")
    assert articles == 36
    assert kinds == sagas
