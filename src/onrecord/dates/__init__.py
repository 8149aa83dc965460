"""Dates: the time expressions of an article, and the day it was published.

    text -> lexer: runs of word classes -> grammar: expressions with their meaning
         -> anchoring: what each counts from -> placing, completing: fields of the calendar
         -> timex3: TIMEX3 value, calendar: days; stretches: two that tell one stretch
    witnesses -> their days and roles -> published: one day or interval, with the conflicts

Rests on `onrecord.records` and `onrecord.text` alone. Scores: `evaluation.dates`.
"""

from onrecord.dates.find import find_timexes
from onrecord.dates.published import solve_alone, solve_published
from onrecord.dates.stretches import join_stretches
from onrecord.dates.told_weekdays import ToldWeekday, find_told_weekdays

__all__ = [
    "ToldWeekday",
    "find_timexes",
    "find_told_weekdays",
    "join_stretches",
    "solve_alone",
    "solve_published",
]
