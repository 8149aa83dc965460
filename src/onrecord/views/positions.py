"""What one speaker says on each matter over time: first, again, harder, softer, not since.

Nothing is judged that the rows do not say. A matter is a word that several statements share; a
statement is harder than the one before it if its speech act is, on the scale below.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from onrecord.ledger import Row, StatementRow
from onrecord.records import SpeechAct
from onrecord.stories.terms import fold_word, read_rarity

# From giving way to threatening. Claims, confirmations, praise and criticism take no stand that
# could harden, and are passed over.
HARDNESS: dict[SpeechAct, int] = {
    "accept": -2, "offer": -1, "commit": -1, "appeal": 1, "deny": 1, "dispute": 1, "demand": 2,
    "refuse": 2, "accuse": 2, "warn_of": 2, "warn_against": 3, "threaten": 4,
}  # fmt: skip
Step = Literal["first", "again", "harder", "softer"]

LEAST_SHARED = 2  # statements that make a matter
WIDEST = 0.4  # of all statements: a word in more of them is no matter but the story itself
RARE = 2.4  # rarity of a word that names a matter: "said", "people" and "country" are below
LONGEST = timedelta(days=31)  # a longer time is no day on which something was said
SILENCE = timedelta(days=7)
LATER = 3  # statements on other matters after which silence on one is told
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One thing said, in one or several reports; `again` are the later days of the others.

    `row` is the earliest report of a known day. `step` tells how it stands to what was said
    before on the matter, `None` where it belongs to none or nobody knows the day.
    """

    row: StatementRow
    step: Step | None
    reports: int
    again: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Positions on one matter, by day.

    `silent_since` is set where the speaker has said `later` other things since, and nothing on
    this. `word` is "" for what belongs to no matter.
    """

    word: str
    positions: tuple[Position, ...]
    silent_since: date | None = None
    later: int = 0


def find_positions(rows: Iterable[Row], names: Iterable[str] = ()) -> tuple[Matter, ...]:
    """Return the matters on which one speaker's statements are, the most said first.

    `names` are words that are no matter: who speaks, and of whom. What shares
    no word with another statement comes last, without a word.
    """
    accounts: dict[str, list[StatementRow]] = defaultdict(list)
    for row in rows:
        if isinstance(row, StatementRow):
            accounts[row.account or row.id].append(row)
    ordered = (sorted(found, key=_order) for found in accounts.values())
    told = sorted(ordered, key=lambda found: _order(found[0]))
    shared = _share_words(told, names)
    grouped: dict[str, list[list[StatementRow]]] = defaultdict(list)
    for reports, word in zip(told, shared, strict=True):
        grouped[word].append(reports)
    matters = [_make_matter(word, said, told) for word, said in grouped.items()]
    return tuple(
        sorted(matters, key=lambda matter: (not matter.word, -_count(matter), matter.word))
    )


def _share_words(told: Sequence[Sequence[StatementRow]], names: Iterable[str]) -> list[str]:
    """Return the word of each statement's matter: the one that the most others share, in its
    most frequent form, or "" where it shares none."""
    apart = {fold_word(word) for name in names for word in _WORD.findall(name)}
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    terms: list[set[str]] = []
    for reports in told:
        own = set()
        for word in _WORD.findall(" ".join(_fullest(reports).words)):
            term = fold_word(word)
            if term not in apart and _names_matter(word, term):
                forms[term][word] += 1
                own.add(term)
        terms.append(own)
    most = max(LEAST_SHARED, int(len(told) * WIDEST))
    left = set(range(len(told)))
    chosen = [""] * len(told)
    while True:
        spread = Counter(term for index in left for term in terms[index])
        worth = {
            term: number * read_rarity(term)
            for term, number in spread.items()
            if LEAST_SHARED <= number <= most
        }
        if not worth:
            return chosen
        best = min(worth, key=lambda term: (-worth[term], term))
        shown = min(forms[best], key=lambda form: (-forms[best][form], form))
        for index in [index for index in left if best in terms[index]]:
            chosen[index] = shown
            left.discard(index)


def _names_matter(word: str, term: str) -> bool:
    """Return whether a word can be a matter: no name, no common word, and hardly a verb."""
    return word.islower() and not word.endswith(("ed", "ly")) and read_rarity(term) >= RARE


def _make_matter(
    word: str, said: Sequence[Sequence[StatementRow]], told: Sequence[Sequence[StatementRow]]
) -> Matter:
    positions = []
    stand: int | None = None
    for number, reports in enumerate(said):  # those of no known day come last
        row = reports[0]
        first = _day(row)
        own = HARDNESS.get(row.record.act) if row.certainty != "unsure" else None
        step: Step | None = None
        if word and first is not None:
            step = "again" if number else "first"
        if step and own is not None:
            if stand is not None and own != stand:
                step = "harder" if own > stand else "softer"
            stand = own
        days = {day for other in reports if (day := _day(other)) is not None and day != first}
        positions.append(
            Position(row=row, step=step, reports=len(reports), again=tuple(sorted(days)))
        )
    last = max((day for reports in said for row in reports if (day := _day(row))), default=None)
    later = [
        reports
        for reports in told
        if last is not None and (day := _day(reports[0])) is not None and day > last + SILENCE
    ]
    silent = last if word and len(later) >= LATER else None
    return Matter(
        word=word,
        positions=tuple(positions),
        silent_since=silent,
        later=len(later) if silent else 0,
    )


def _fullest(reports: Sequence[StatementRow]) -> StatementRow:
    return max(reports, key=lambda row: (len(" ".join(row.words)), row.id))


def _count(matter: Matter) -> int:
    return len(matter.positions)


def _order(row: StatementRow) -> tuple[date, date, str, int]:
    """Return the place of a row: of two that may begin on one day, that of the known day first."""
    first, last = _find_days(row) or (date.max, date.max)
    return (first, last, row.article, row.spans[0].start if row.spans else 0)


def _day(row: Row) -> date | None:
    """Return the first day on which a row may have been; `None` where nobody knows it."""
    days = _find_days(row)
    return days and days[0]


def _find_days(row: Row) -> tuple[date, date] | None:
    """Return the days that a row is told of, or else those on which it was published.

    A page of which only the day before which it cannot be is known has none.
    """
    first, last = row.when.earliest, row.when.latest
    if first is None or last is None or last - first > LONGEST:
        first, last = row.published.earliest, row.published.latest
    return None if last is None else (first or last, last)
