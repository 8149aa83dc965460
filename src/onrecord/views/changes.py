"""Two texts of one page or one report: what went out, what came in, and which rows with it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from onrecord.ledger import Row

LONGEST = 40_000  # characters of each text that are compared
ALIKE = 0.4  # of two paragraphs, one of which took the other's place, to be shown as one
_WORD = re.compile(r"\s+|[^\s]+")

Mark = Literal["kept", "out", "in"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words under one mark."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class ChangedRows:
    """Rows of the older text that the newer lacks, and the other way round."""

    withdrawn: tuple[Row, ...]
    new: tuple[Row, ...]


def compare_texts(older: str, newer: str) -> list[tuple[Run, ...]]:
    """Return the paragraphs of both texts in reading order, as runs of words."""
    before, after = _split(older), _split(newer)
    shown: list[tuple[Run, ...]] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            shown += [(Run("kept", paragraph),) for paragraph in before[i:i_end]]
        else:
            shown += _pair_paragraphs(before[i:i_end], after[j:j_end])
    return shown


def compare_rows(older: Sequence[Row], newer: Sequence[Row]) -> ChangedRows:
    """Return what was withdrawn and what is new; a row is the same by its kind and its words.

    Of an act, whose word may stand anywhere, type and actors count as well.
    """
    return ChangedRows(withdrawn=_leave(older, newer), new=_leave(newer, older))


def _leave(rows: Sequence[Row], others: Sequence[Row]) -> tuple[Row, ...]:
    known = Counter(map(_name, others))
    left = []
    for row in rows:
        name = _name(row)
        if known[name]:
            known[name] -= 1
        else:
            left.append(row)
    return tuple(left)


def _name(row: Row) -> tuple[str, str]:
    words = " ".join(row.words)
    if row.kind == "act":
        words = f"{row.act} {words} {', '.join(party.name for party in row.who)}"
    return row.kind, " ".join(words.casefold().split())


def _split(text: str) -> list[str]:
    return [part.strip() for part in text[:LONGEST].split("\n\n") if part.strip()]


def _pair_paragraphs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Run, ...]]:
    """Yield each changed paragraph beside the one it became, or alone where it became none."""
    left = list(before)
    for paragraph in after:
        alike = [_measure(other, paragraph) for other in left]
        best = max(range(len(left)), key=lambda index: alike[index], default=None)
        if best is None or alike[best] < ALIKE:
            yield (Run("in", paragraph),)
            continue
        for other in left[:best]:
            yield (Run("out", other),)
        yield tuple(_compare_words(left[best], paragraph))
        left = left[best + 1 :]
    for other in left:
        yield (Run("out", other),)


def _measure(one: str, other: str) -> float:
    """Return the share of words that two paragraphs have in common, 0 to 1."""
    first, second = Counter(one.casefold().split()), Counter(other.casefold().split())
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def _compare_words(older: str, newer: str) -> Iterator[Run]:
    before, after = _WORD.findall(older), _WORD.findall(newer)
    for tag, i, i_end, j, j_end in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            yield Run("kept", "".join(before[i:i_end]))
            continue
        if i < i_end:
            yield Run("out", "".join(before[i:i_end]))
        if j < j_end:
            yield Run("in", "".join(after[j:j_end]))
