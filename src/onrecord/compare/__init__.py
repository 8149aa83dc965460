"""Rows of several articles that report the same thing, and how they stand to each other.

    Story (a saga) + Readings -> Account (same statement, event or quantity) -> Comparison

All functions are pure: the order of the readings does not matter.
"""

from onrecord.compare.accounts import (
    ACCOUNT_BARS,
    RowTie,
    find_accounts,
    find_home,
    gather,
    make_account,
)
from onrecord.compare.casts import Cast, share_casts
from onrecord.compare.relations import compare_account, compare_members
from onrecord.compare.statement_index import StatementIndex
from onrecord.compare.tellings import Telling, Told, tell_reading
from onrecord.compare.ties import Tie, tie_many, tie_rows
from onrecord.compare.traits import (
    ActTraits,
    FigureTraits,
    StatementTraits,
    Traits,
    read_traits,
    recall_telling,
)

__all__ = [
    "ACCOUNT_BARS",
    "ActTraits",
    "Cast",
    "FigureTraits",
    "RowTie",
    "StatementIndex",
    "StatementTraits",
    "Telling",
    "Tie",
    "Told",
    "Traits",
    "compare_account",
    "compare_members",
    "find_accounts",
    "find_home",
    "gather",
    "make_account",
    "read_traits",
    "recall_telling",
    "share_casts",
    "tell_reading",
    "tie_many",
    "tie_rows",
]
