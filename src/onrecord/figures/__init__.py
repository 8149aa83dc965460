"""Reported numbers: the interval the words allow, what is counted, who gives it, as of when."""

from onrecord.figures.find import find_figures

__all__ = ["find_figures"]
