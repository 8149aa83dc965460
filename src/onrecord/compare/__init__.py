"""Rows of several articles that report the same thing, and how they stand to each other.

    Story (a saga) + Readings -> Account (same statement, event or quantity) -> Comparison

All functions are pure: the order of the readings does not matter.
"""

from onrecord.compare.accounts import (
    ACCOUNT_BARS,
    TAKE_GUESTS,
    RowTie,
    find_accounts,
    find_home,
    gather,
    make_account,
)
from onrecord.compare.act_index import ActIndex
from onrecord.compare.casts import Cast
from onrecord.compare.guests import Near, pick_guests, rank_guests
from onrecord.compare.quantity_index import QuantityIndex
from onrecord.compare.relations import RECALLED, compare_account, compare_members
from onrecord.compare.statement_index import StatementIndex
from onrecord.compare.tellings import Setting, Telling, Told, share_settings, tell_reading
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
    "RECALLED",
    "TAKE_GUESTS",
    "ActIndex",
    "ActTraits",
    "Cast",
    "FigureTraits",
    "Near",
    "QuantityIndex",
    "RowTie",
    "Setting",
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
    "pick_guests",
    "rank_guests",
    "read_traits",
    "recall_telling",
    "share_settings",
    "tell_reading",
    "tie_many",
    "tie_rows",
]
