"""How likely two statements are one does not depend on their order, nor on what is left out."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations
from math import exp
from typing import Any

from onrecord.compare.casts import Cast
from onrecord.compare.statement_likeness import (
    EAGER,
    FEATURES,
    LEAST_SCORE,
    WEIGHTS,
    measure_pair,
    weigh_pair,
)
from onrecord.compare.tellings import set_readings, tell_statement
from onrecord.compare.traits import StatementTraits, read_statement
from onrecord.records import Reading

Drafts = Callable[..., Any]
Casts = tuple[Cast, Cast]

TEXTS = (
    ("Ana Reyes", "the old wall of the dam would hold until the spring flood", "indirect"),
    ("Ana Reyes", "The dam’s old wall will hold till the flood of the spring", "direct"),
    ("Petr Lund", "nobody had seen the old wall of the dam since the flood", "indirect"),
    (None, "the wall would hold until spring", "mixed"),
    ("Petr Lund", "the mayor of Velbrook should go", "indirect"),
)


def read_two(readings: Sequence[Reading]) -> tuple[StatementTraits, StatementTraits, Casts]:
    """Return what is compared of the first statements of two readings, and their casts."""
    one, other = (
        tell_statement(setting, reading.statements[0])
        for reading, setting in set_readings(readings).values()
    )
    casts = one.setting.cast, other.setting.cast
    return read_statement(one), read_statement(other), casts


def test_only_unlikely_pairs_are_weighed_in_part(draft: Drafts) -> None:
    readings = []
    for name, (speaker, words, kind) in zip("abcde", TEXTS, strict=True):
        made = draft(name, f"{speaker or 'One'} said on Sunday that {words}.")
        made.say(made.actor(speaker) if speaker else None, words, kind=kind)
        readings.append(made.reading())
    tellings = [
        tell_statement(setting, reading.statements[0])
        for reading, setting in set_readings(readings).values()
    ]
    assert len(WEIGHTS) == len(FEATURES) + 1
    likely = 0
    for a, b in combinations(tellings, 2):
        casts = a.setting.cast, b.setting.cast
        first, second = read_statement(a), read_statement(b)
        values = measure_pair(first, second, casts)
        assert values == measure_pair(second, first, (casts[1], casts[0]))
        total = WEIGHTS[-1] + EAGER + sum(x * w for x, w in zip(values, WEIGHTS, strict=False))
        whole, found = 1 / (1 + exp(-total)), weigh_pair(first, second, casts).probability
        assert abs(found - whole) < 1e-9 or max(found, whole) < LEAST_SCORE
        likely += found >= LEAST_SCORE
    assert 0 < likely < 10


def test_words_are_compared_by_sentences_too(draft: Drafts) -> None:
    shared = "The old wall of the dam will hold"
    readings = []
    for name, words in (
        ("a", f"{shared}. Boats lay idle all winter in every harbour of the coast."),
        ("b", f"Nobody asked the families below what they had seen. {shared}!"),
    ):
        made = draft(name, f"“{words}” Ana Reyes said.")
        made.say(made.actor("Ana Reyes"), words)
        readings.append(made.reading())
    first, second, casts = read_two(readings)
    assert (first.parts, second.parts) == ((8, 11), (9, 8))
    at = FEATURES.index("words")
    assert measure_pair(first, second, casts)[at] == 1.0
    whole = measure_pair(first._replace(parts=()), second._replace(parts=()), casts)
    assert whole[at] < 0.5


def test_who_is_not_known_may_be_who_is_named_alike(draft: Drafts) -> None:
    readings = []
    for name in "ab":
        made = draft(name, "One said that the wall of the dam would hold.")
        made.say(None, "the wall of the dam would hold", kind="indirect")
        readings.append(made.reading())
    first, second, casts = read_two(readings)
    at = FEATURES.index("no speaker")
    police = frozenset({"police"})
    values = [
        measure_pair(first._replace(source=one), second._replace(source=other), casts)[at]
        for one, other in ((police, police), (police, frozenset({"guild"})))
    ]
    assert values[0] == 0.0 < values[1]


def test_another_day_speaks_against_other_words_and_not_against_the_same(draft: Drafts) -> None:
    told = (
        ("a", "the old wall of the dam would hold until spring", date(2031, 3, 3)),
        ("b", "that until spring the dam and its old wall would stand", date(2031, 3, 5)),
    )
    readings = []
    for name, words, day in told:
        made = draft(name, f"Ana Reyes said {words}.", day=day)
        made.say(made.actor("Ana Reyes"), words, kind="indirect")
        readings.append(made.reading())
    first, second, casts = read_two(readings)
    at = FEATURES.index("other day")
    assert 0 < measure_pair(first, second, casts)[at] <= 1
    assert measure_pair(first, second._replace(days=first.days), casts)[at] == 0
    assert measure_pair(first, second._replace(words=first.words), casts)[at] == 0


def test_told_by_both_is_what_the_less_told_one_has(draft: Drafts) -> None:
    readings = []
    for name, words in (
        ("a", "the old wall would hold"),
        ("b", "the old wall would hold, boats would sail and every family would return home"),
    ):
        made = draft(name, f"Ana Reyes said that {words}.")
        made.say(made.actor("Ana Reyes"), words, kind="indirect")
        readings.append(made.reading())
    first, second, casts = read_two(readings)
    values = dict(zip(FEATURES, measure_pair(first, second, casts), strict=True))
    assert values["told by both"] < values["told"] == 1
