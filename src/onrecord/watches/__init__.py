"""Watches: saved filters that tell which rows are new, changed or withdrawn since the last time.

    saved      the watches themselves: `watches.jsonl`, only ever appended to
    contents   what of a row counts as its content
    matching   rows of before and of now, paired
    memory     what each watch saw, and what it told: `watches.sqlite`
    checking   one watch over the ledger as it is now
    reports    what a watch told as text, JSON Lines, Atom and JSON Feed

A row that a newer version of rules and models has read again with the same content is the same
row, and so is one that stands in a newer version of its page as it did before. Both files lie in
the ledger's folder, and a rebuild leaves them alone.

- `add_watch`, `remove_watch`, `list_watches`, `find_watch`: the watches of a ledger's folder.
- `check(ledger, watch, memory)` looks, and writes down what is news; `check_all(ledger)`.
- `Memory.open(path)`: what each watch has told, as `Firing`s.
"""

from onrecord.watches.checking import check, check_all
from onrecord.watches.matching import Change, Withdrawal
from onrecord.watches.memory import Firing, Memory
from onrecord.watches.saved import (
    FIELDS,
    Watch,
    add_watch,
    find_watch,
    list_watches,
    remove_watch,
)

__all__ = [
    "FIELDS",
    "Change",
    "Firing",
    "Memory",
    "Watch",
    "Withdrawal",
    "add_watch",
    "check",
    "check_all",
    "find_watch",
    "list_watches",
    "remove_watch",
]
