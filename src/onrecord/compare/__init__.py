"""Rows of several articles that report the same thing, and how they stand to each other.

    Story (a saga) + Readings -> Account (same statement, event or quantity) -> Comparison

All functions are pure: the order of the readings does not matter.
"""

from onrecord.compare.accounts import RowTie, find_accounts
from onrecord.compare.relations import compare_account

__all__ = ["RowTie", "compare_account", "find_accounts"]
