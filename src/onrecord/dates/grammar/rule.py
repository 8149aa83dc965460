"""What a rule of the grammar is, and what it sees of the text when it matches."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.dates.lexer import Run, Token, Value
from onrecord.dates.meaning import Meaning
from onrecord.records import Span


class Expression(NamedTuple):
    """A time expression: where it stands, and what its words mean."""

    span: Span
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a rule's pattern over the word classes of one run."""

    run: Run
    match: re.Match[str]
    text: str

    @property
    def span(self) -> Span:
        """The characters of the match."""
        first, last = self.match.start(), self.match.end() - 1
        return Span(self.run.tokens[first].start, self.run.tokens[last].end)

    def has(self, group: str) -> bool:
        """Return whether the pattern has such a named group and it took part in the match."""
        return bool(self.tokens(group))

    def tokens(self, group: str) -> tuple[Token, ...]:
        """Return the tokens of a named group; none where it took no part."""
        if group not in self.match.re.groupindex:
            return ()
        start, end = self.match.span(group)
        return self.run.tokens[start:end]

    def word(self, group: str) -> str | None:
        """Return the last word of a named group."""
        tokens = self.tokens(group)
        return tokens[-1].word if tokens else None

    def value(self, group: str) -> Value:
        """Return the value of the last word of a named group."""
        tokens = self.tokens(group)
        return tokens[-1].value if tokens else None

    def number(self, group: str) -> int | None:
        """Return the value of a named group where it is a whole number."""
        value = self.value(group)
        return value if isinstance(value, int) else None

    def before(self, count: int = 24) -> str:
        """Return up to `count` characters before the match, in lower case."""
        start = self.span.start
        return self.text[max(0, start - count) : start].lower()

    def after(self, count: int = 24) -> str:
        """Return up to `count` characters after the match."""
        return self.text[self.span.end : self.span.end + count]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over word classes and the function that reads a match of it.

    `first` are the classes that a match can begin with. `read` returns `None` where the words are
    no time expression after all.
    """

    first: str
    pattern: re.Pattern[str]
    read: Callable[[Hit], Meaning | None]


def make_rule(first: str, pattern: str, read: Callable[[Hit], Meaning | None]) -> Rule:
    """Return the rule for `pattern`; white space in it is for the reader only."""
    return Rule(first, re.compile("".join(pattern.split())), read)
