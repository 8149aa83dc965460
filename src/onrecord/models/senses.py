"""What words mostly tell in news: hints for the trained reader, which knows few rare words.

A table, written by hand, has words and phrases with the types of act and the speech acts that they
tell where they tell any ("wave through": SUPPORT, AGREE, accept). It decides nothing: the reader
sees its rows beside the wordpieces, and has learnt how far they hold in a context.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelError
from onrecord.records import ActType, Span, SpeechAct
from onrecord.text import inflect, pluralise

SENSES: tuple[str, ...] = (*get_args(ActType), *get_args(SpeechAct))
_SECOND = 0.5  # what a sense weighs that is not the likeliest of its sort
_GAP = "~"  # in a phrase: up to so many words stand here
_WIDEST_GAP = 6
_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"[.?!;:\n]")  # what no phrase reaches across
_BREAKS = re.compile(r"[^\s’'‘“”\"–-]")  # what no two words of a phrase have between them

Row = NDArray[np.float32]
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hints:
    """The words of a part of a text that the table has, in reading order, and what they may tell.

    `starts` and `ends` (n,) are places in the text, `rows` has shape (n, len(SENSES)).
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    rows: Row

    def of(self, places: Sequence[Span]) -> Row:
        """Return the hints for each of `places`, zeros where there is none."""
        hints = np.zeros((len(places), len(SENSES)), dtype=np.float32)
        if len(self.starts) and len(places):
            starts, ends = np.array(places, dtype=np.int64).T
            at = self.starts.searchsorted(starts, side="right") - 1
            inside = (at >= 0) & (starts < self.ends[at]) & (starts < ends)
            hints[inside] = self.rows[at[inside]]
        return hints


@dataclass(slots=True)
class _Opener:
    """The phrases that one word opens: alone, and by the word next to it or behind a gap."""

    alone: Row | None = None
    near: dict[str, list[tuple[Phrase, Row]]] = field(default_factory=dict)
    apart: dict[str, list[tuple[Phrase, Row]]] = field(default_factory=dict)


class Senses:
    """The table: for each first word the phrases that it opens."""

    def __init__(self, phrases: Mapping[Phrase, Row]) -> None:
        self._openers: dict[str, _Opener] = {}
        for (first, *rest), row in phrases.items():
            opener = self._openers.setdefault(first, _Opener())
            if not rest:
                opener.alone = row
                continue
            gap = rest[0] == _GAP
            index = opener.apart if gap else opener.near
            index.setdefault(rest[gap], []).append((tuple(rest), row))

    def find(self, text: str, part: Span) -> Hints:
        """Return the hints for a part of a text, at their places in the text."""
        found = [(place, row) for _, places, row in self.match(text, part) for place in places]
        found.sort(key=lambda each: each[0])
        return Hints(
            starts=np.array([place[0] for place, _ in found], dtype=np.int64),
            ends=np.array([place[1] for place, _ in found], dtype=np.int64),
            rows=np.array([row for _, row in found], dtype=np.float32).reshape(-1, len(SENSES)),
        )

    def match(self, text: str, part: Span) -> Iterator[tuple[Phrase, list[tuple[int, int]], Row]]:
        """Yield the phrases in a part of a text, where their words stand, what they may tell.

        A word belongs to one phrase, the longest that it stands in of the first that there is.
        """
        words = [(match.start(), match.end()) for match in _WORD.finditer(text, *part)]
        forms = [text[start:end].lower() for start, end in words]
        taken: set[int] = set()
        for at, form in enumerate(forms):
            opener = self._openers.get(form)
            if opener is None or at in taken:
                continue
            phrase, places, row = _longest(text, words, forms, at, opener)
            if row is not None and taken.isdisjoint(places):
                taken.update(places)
                yield (form, *phrase), [words[place] for place in (at, *places)], row


def _longest(
    text: str,
    words: Sequence[tuple[int, int]],
    forms: Sequence[str],
    at: int,
    opener: _Opener,
) -> tuple[Phrase, Sequence[int], Row | None]:
    """Return the longest phrase that word `at` opens: its further words, their places, its row."""
    best: tuple[Phrase, Sequence[int], Row | None] = (), (), opener.alone
    for phrase, row in _candidates(opener, forms, at):
        if len(phrase) > len(best[0]):
            places = _match(text, words, forms, at, phrase)
            best = best if places is None else (phrase, places, row)
    return best


def _candidates(opener: _Opener, forms: Sequence[str], first: int) -> Iterator[tuple[Phrase, Row]]:
    """Yield the phrases whose second word stands where it may."""
    if opener.near and first + 1 < len(forms):
        yield from opener.near.get(forms[first + 1], ())
    if opener.apart:
        for form in forms[first + 2 : first + 2 + _WIDEST_GAP]:
            yield from opener.apart.get(form, ())


def _match(
    text: str,
    words: Sequence[tuple[int, int]],
    forms: Sequence[str],
    first: int,
    rest: Phrase,
) -> list[int] | None:
    """Return which words stand for the rest of a phrase whose first word is number `first`."""
    places: list[int] = []
    at, gap = first, False
    for wanted in rest:
        if wanted == _GAP:
            gap = True
            continue
        stop = min(at + 2 + (_WIDEST_GAP if gap else 0), len(words))
        apart = _ENDS if gap else _BREAKS
        for near in range(at + 1 + gap, stop):
            if forms[near] == wanted and not apart.search(text, words[at][1], words[near][0]):
                break
        else:
            return None
        places.append(near)
        at, gap = near, False
    return places


def read_senses(path: Path) -> Senses:
    """Return the table in a CSV file; raise `ModelError` where it is missing or damaged."""
    phrases: dict[Phrase, Row] = {}
    rows: dict[bytes, Row] = {}  # few are different
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for entry in csv.DictReader(file):
                row = _row(entry["tells"].split("|"))
                for words in list_forms(entry["words"], entry["pos"], entry["past"]):
                    both = np.maximum(phrases[words], row) if words in phrases else row
                    phrases[words] = rows.setdefault(both.tobytes(), both)
        if not phrases:
            raise ValueError("it has no entry")
    except (OSError, UnicodeDecodeError, KeyError, ValueError, AttributeError) as error:
        raise ModelError(f"{path}: not a readable table of senses ({error}); reinstall") from error
    return Senses(phrases)


def _row(tells: Iterable[str]) -> Row:
    """Return the weights of senses, the likeliest first; acts and speech acts for themselves."""
    row = np.zeros(len(SENSES), dtype=np.float32)
    seen: set[bool] = set()
    for name in tells:
        sort = name.isupper()
        row[SENSES.index(name)] = _SECOND if sort in seen else 1.0
        seen.add(sort)
    return row


def list_forms(words: str, pos: str, past: str) -> Iterator[Phrase]:
    """Yield all forms of an entry, each as its words; only its first or last word has several."""
    head, _, rest = words.partition(" ")
    if pos == "verb":
        behind = _split(rest)
        yield from ((*form, *behind) for form in _verb_forms(head, past))
        return
    yield _split(words)
    if pos == "noun" and not words.endswith("s"):
        yield _split(pluralise(words))


@lru_cache(maxsize=1024)
def _verb_forms(verb: str, past: str) -> tuple[Phrase, ...]:
    """Return the forms of a verb, with which many phrases begin."""
    return tuple(dict.fromkeys(_split(form) for form, _ in inflect(verb, past)))


def _split(form: str) -> Phrase:
    if form.isalpha():
        return (form.lower(),)
    return tuple(
        word
        for chunk in form.lower().split()
        for word in ([_GAP] if chunk == _GAP else _WORD.findall(chunk))
    )
