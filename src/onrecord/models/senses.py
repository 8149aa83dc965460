"""What words mostly tell in news: hints for the trained reader, which knows few rare words.

A table, written by hand, has words and phrases with the types of act and the speech acts that they
tell where they tell any ("wave through": SUPPORT, AGREE, accept). It decides nothing: the reader
sees its rows beside the wordpieces, and has learnt how far they hold in a context.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, get_args

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
Entry = tuple[tuple[Phrase, ...], Phrase, Row]
"""The forms of the word or words that an entry begins with, those that follow, and its row."""


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


class _Opener(NamedTuple):
    """What one word opens: itself, and longer phrases.

    `alone` is the number of its row, if it has one. `phrases` has a line for each phrase, its
    further words and the number of its row, each line behind a break: as text they take a tenth of
    what they take as objects, in each process that reads.
    """

    alone: int | None
    phrases: str


class Senses:
    """The table: for each word the phrases that it opens. All forms of a verb open the same."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._rows: list[Row] = []
        numbers: dict[bytes, int] = {}  # few rows are different
        opened: dict[tuple[str, ...], dict[Phrase, Row]] = {}
        for heads, rest, row in entries:
            if all(len(head) == 1 for head in heads):
                parts = [(tuple(head[0] for head in heads), rest)]
            else:  # "rubber-stamped"
                parts = [((head[0],), (*head[1:], *rest)) for head in heads]
            for words, further in parts:
                phrases = opened.setdefault(words, {})
                known = phrases.get(further)
                phrases[further] = row if known is None else np.maximum(known, row)
        self._openers: dict[str, tuple[_Opener, ...]] = {}
        for words, phrases in opened.items():
            alone, lines = None, [""]
            for further, row in phrases.items():
                number = numbers.setdefault(row.tobytes(), len(numbers))
                if number == len(self._rows):
                    self._rows.append(row)
                if further:
                    lines.append(f"{' '.join(further)}\t{number}")
                else:
                    alone = number
            opener = _Opener(alone, "\n".join(lines))
            for word in words:
                self._openers[word] = (*self._openers.get(word, ()), opener)

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
            openers = self._openers.get(form)
            if openers is None or at in taken:
                continue
            phrase, places, numbers = _longest(text, words, forms, at, openers)
            if numbers and taken.isdisjoint(places):
                taken.update(places)
                row = np.maximum.reduce([self._rows[number] for number in numbers])
                yield (form, *phrase), [words[place] for place in (at, *places)], row


def _longest(
    text: str,
    words: Sequence[tuple[int, int]],
    forms: Sequence[str],
    at: int,
    openers: Sequence[_Opener],
) -> tuple[Phrase, Sequence[int], list[int]]:
    """Return the longest phrase that word `at` opens: its further words, their places, its rows.

    What is an entry as a verb and as a noun has the senses of both.
    """
    best: Phrase = ()
    where: Sequence[int] = ()
    rows = [opener.alone for opener in openers if opener.alone is not None]
    for opener in openers:
        for phrase, row in _candidates(opener.phrases, forms, at):
            if len(phrase) < len(best):
                continue
            places = _match(text, words, forms, at, phrase)
            if places is not None and len(phrase) > len(best):
                best, where, rows = phrase, places, [row]
            elif places is not None and phrase == best:
                rows.append(row)
    return best, where, rows


def _candidates(phrases: str, forms: Sequence[str], first: int) -> Iterator[tuple[Phrase, int]]:
    """Yield the phrases, with their rows, whose second word stands where it may."""
    starts = [f"\n{form}" for form in forms[first + 1 : first + 2]]
    if f"\n{_GAP}" in phrases:
        starts += [f"\n{_GAP} {form}" for form in forms[first + 2 : first + 2 + _WIDEST_GAP]]
    for start in starts:
        at = phrases.find(start)
        while at >= 0:
            end = phrases.find("\n", at + 1)
            line = phrases[at + 1 : end if end >= 0 else len(phrases)]
            if line[len(start) - 1] in " \t":  # a whole word
                words, _, row = line.partition("\t")
                yield tuple(words.split(" ")), int(row)
            at = phrases.find(start, at + 1)


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
    entries: list[Entry] = []
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for entry in csv.DictReader(file):
                row = _row(entry["tells"])
                entries += (
                    (heads, rest, row)
                    for heads, rest in _openings(entry["words"], entry["pos"], entry["past"])
                )
        if not entries:
            raise ValueError("it has no entry")
    except (OSError, UnicodeDecodeError, KeyError, ValueError, AttributeError) as error:
        raise ModelError(f"{path}: not a readable table of senses ({error}); reinstall") from error
    return Senses(entries)


@lru_cache(maxsize=4096)  # few are different
def _row(tells: str) -> Row:
    """Return the weights of senses, the likeliest first; acts and speech acts for themselves."""
    row = np.zeros(len(SENSES), dtype=np.float32)
    seen: set[bool] = set()
    for name in tells.split("|"):
        sort = name.isupper()
        row[SENSES.index(name)] = _SECOND if sort in seen else 1.0
        seen.add(sort)
    return row


def list_forms(words: str, pos: str, past: str) -> Iterator[Phrase]:
    """Yield all forms of an entry, each as its words; only its first or last word has several."""
    for heads, rest in _openings(words, pos, past):
        yield from ((*head, *rest) for head in heads)


def _openings(words: str, pos: str, past: str) -> Iterator[tuple[tuple[Phrase, ...], Phrase]]:
    """Yield the forms of an entry: those of its first word, and the words that follow."""
    head, _, rest = words.partition(" ")
    if pos == "verb":
        yield _verb_forms(head, past), _split(rest)
        return
    forms = [words] if pos != "noun" or words.endswith("s") else [words, pluralise(words)]
    for first, *more in map(_split, forms):
        yield ((first,),), tuple(more)


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
