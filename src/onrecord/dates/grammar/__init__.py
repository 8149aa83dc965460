"""The grammar of time expressions: patterns over word classes, and what each one means.

Rules are tried at every word of a run; the longest match wins, and among equals the first.
"""

from collections.abc import Iterator

from onrecord.dates.grammar.clock_rules import CLOCK_RULES
from onrecord.dates.grammar.day_rules import DAY_RULES
from onrecord.dates.grammar.deictic_rules import DEICTIC_RULES
from onrecord.dates.grammar.duration_rules import DURATION_RULES
from onrecord.dates.grammar.offset_rules import OFFSET_RULES
from onrecord.dates.grammar.rule import Expression, Hit, Rule
from onrecord.dates.grammar.set_rules import SET_RULES
from onrecord.dates.grammar.stretch_rules import STRETCH_RULES
from onrecord.dates.grammar.year_rules import YEAR_RULES
from onrecord.dates.lexer import Run, find_runs

__all__ = ["Expression", "find_expressions"]

RULES: tuple[Rule, ...] = (
    *CLOCK_RULES,
    *DAY_RULES,
    *STRETCH_RULES,
    *YEAR_RULES,
    *DEICTIC_RULES,
    *OFFSET_RULES,
    *SET_RULES,
    *DURATION_RULES,
)


def _index_rules() -> dict[str, tuple[Rule, ...]]:
    """Return the rules by the class of word that they can begin with, in their order."""
    kinds = sorted({kind for rule in RULES for kind in rule.first})
    return {kind: tuple(rule for rule in RULES if kind in rule.first) for kind in kinds}


_RULES_BY_FIRST = _index_rules()


def find_expressions(text: str, start: int = 0, end: int | None = None) -> Iterator[Expression]:
    """Yield the time expressions of `text[start:end]` with their meaning, in reading order.

    They do not overlap. The time is linear in the length of the text.
    """
    for run in find_runs(text, start, end):
        yield from _read_run(run, text)


def _read_run(run: Run, text: str) -> Iterator[Expression]:
    at = 0
    while at < len(run.kinds):
        found = _read_longest(run, at, text)
        if found is None:
            at += 1
        else:
            expression, at = found
            yield expression


def _read_longest(run: Run, at: int, text: str) -> tuple[Expression, int] | None:
    """Return the longest expression that begins at token `at`, and the token after it."""
    best: tuple[Expression, int] | None = None
    reached = at
    for rule in _RULES_BY_FIRST.get(run.kinds[at], ()):
        match = rule.pattern.match(run.kinds, at)
        if match is None or match.end() <= reached:
            continue
        hit = Hit(run, match, text)
        meaning = rule.read(hit)
        if meaning is not None:
            best, reached = (Expression(hit.span, meaning), match.end()), match.end()
    return best
