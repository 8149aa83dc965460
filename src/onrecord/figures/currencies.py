"""Currencies by their signs and words, as ISO 4217 codes; ambiguous words as they stand."""

from onrecord.data import read_table

_ROWS = tuple(read_table("currencies.csv"))

# A code by each sign, and a pattern of the words for each code.
SIGNS = {sign: row["code"] for row in _ROWS for sign in row["signs"].split("|") if sign}
MONEY = {row["code"]: row["words"] for row in _ROWS}
