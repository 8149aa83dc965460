"""Resolve abbreviated ids."""

import re
import sqlite3

from onrecord.errors import LedgerError
from onrecord.ledger.rows import Found, FoundKind

LEAST = 4  # characters
_SHOWN = 5
_ID = re.compile(r"[A-Za-z0-9_.:+-]+")

_PLACES: tuple[tuple[FoundKind | None, str], ...] = (
    ("article", "SELECT id, NULL FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"),
    (None, "SELECT id, kind FROM rows WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"),
    (None, "SELECT id, kind FROM rejected WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"),
    ("story", "SELECT id, NULL FROM stories WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"),
    ("account", "SELECT id, NULL FROM accounts WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"),
)


def find_id(connection: sqlite3.Connection, prefix: str) -> Found:
    """Return the one thing whose id starts with `prefix`, or is it.

    Raises `LedgerError` where there is none, where there are several (it lists them), and where
    `prefix` has fewer than LEAST characters.
    """
    if len(prefix) < LEAST or not _ID.fullmatch(prefix):
        raise LedgerError(f"{prefix!r} is no id; give at least {LEAST} of its first characters")
    found: list[Found] = []
    for kind, query in _PLACES:
        for id_, row_kind in connection.execute(query, (prefix, prefix + "~", _SHOWN + 1)):
            if id_ == prefix:
                return Found(kind=kind or row_kind, id=id_)
            found.append(Found(kind=kind or row_kind, id=id_))
    if not found:
        raise LedgerError(f"no id starts with {prefix!r}; list what there is, or search")
    if len(found) > 1:
        listed = ", ".join(f"{each.kind} {each.id}" for each in found[:_SHOWN])
        more = " and more" if len(found) > _SHOWN else ""
        raise LedgerError(f"{prefix!r} starts several ids: {listed}{more}; give more characters")
    return found[0]
