"""Find the statements of an article: who said what, in which words."""

from onrecord.statements.find import find_statements

__all__ = ["find_statements"]
