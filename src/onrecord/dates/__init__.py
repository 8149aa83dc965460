"""Dates: the time expressions of an article, and the day it was published."""

from onrecord.dates.finder import find_timexes
from onrecord.dates.published import solve_published

__all__ = ["find_timexes", "solve_published"]
