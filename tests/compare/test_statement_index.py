from collections.abc import Sequence
from datetime import date
from math import fsum
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.compare.act_index import index_acts
from onrecord.compare.casts import Cast
from onrecord.compare.quantity_index import index_quantities
from onrecord.compare.runs import measure_runs
from onrecord.compare.same_statement import list_statement_pairs, may_score, score_statements
from onrecord.compare.statement_index import (
    KEY_WORDS,
    POSTING_LIMIT,
    Common,
    Limits,
    StatementIndex,
    find_common,
    index_statements,
)
from onrecord.compare.statement_likeness import (
    compare_speakers,
    find_hopeful,
    limit_pair,
    measure_pair,
    weigh_pair,
)
from onrecord.compare.traits import StatementTraits, Traits, list_shares, list_stems

VOCABULARY = "army base calm dock east fort gate hill".split()
TELLING = {"army", "dock", "fort"}
LETTERS = st.sampled_from(VOCABULARY)

contents = st.lists(LETTERS, max_size=14)
weights = st.dictionaries(LETTERS, st.floats(0.01, 1.0), max_size=6)


def make_traits(
    words: list[str],
    weights: dict[str, float],
    names: set[str],
    speaker: str | None,
    direct: bool,
    cut: int,
    source: set[str],
    day: int | None,
) -> StatementTraits:
    sentence = {stem: weights[stem] / 3 for stem in sorted(weights)}
    return StatementTraits(
        row="",
        days=(None if day is None else date(2031, 5, 1 + day), date(2031, 5, 20)),
        speaker=speaker,
        verbatim=direct,
        words=tuple(words),
        sentence=sentence,
        names=frozenset(names & sentence.keys()),
        weight=fsum(sentence.get(stem, 0.0) for stem in list_stems(tuple(words))),
        parts=(cut, len(words) - cut) if 0 < cut < len(words) else (),
        source=frozenset(source),
    )


statements = st.builds(
    make_traits,
    contents,
    weights,
    st.sets(LETTERS, max_size=2),
    st.sampled_from([None, "ada", "bram"]),
    st.booleans(),
    st.integers(0, 9),
    st.sets(st.sampled_from(["police", "guild"])),
    st.none() | st.integers(0, 25),
)
articles = st.lists(statements, max_size=5)
CAST = Cast(
    article="",
    keys={"ada": "person ada venn", "bram": "person bram oke"},
    sides={"ada": "person ada venn", "bram": "person bram oke"},
    persons={},
)
CASTS = CAST, CAST


def say(*words: str) -> StatementTraits:
    return make_traits(list(words), {}, set(), None, False, 0, set(), None)


def index(rows: Sequence[StatementTraits]) -> StatementIndex:
    telling = [sorted(TELLING.intersection(row.words)) for row in rows]
    return index_statements(rows, telling, list(map(list_shares, rows)), CAST)


def hope(limits: Limits) -> Any:
    return np.ones(len(limits.pairs), np.bool_)


def list_keys(row: StatementTraits) -> set[str]:
    runs = zip(*(row.words[at:] for at in range(KEY_WORDS)), strict=False)
    return TELLING.intersection(row.words) | {" ".join(run) for run in runs}


@given(articles, st.lists(articles, max_size=3))
def test_all_that_share_a_key_are_found(
    one: list[StatementTraits], others: list[list[StatementTraits]]
) -> None:
    found = find_common(index(one), [index(other) for other in others], hope)
    for other, pairs in zip(others, map(list, found), strict=True):
        assert sorted((pair.one, pair.other) for pair in pairs) == [
            (at, place)
            for at, row in enumerate(one)
            for place, match in enumerate(other)
            if list_keys(row) & list_keys(match)
        ]
        for pair in pairs:
            row, match = one[pair.one], other[pair.other]
            likeness = sum(w * match.sentence.get(stem, 0.0) for stem, w in row.sentence.items())
            assert likeness <= pair.sentences <= likeness + 1e-4
            share, run = measure_runs(row.words, match.words)
            shorter = min(len(row.words), len(match.words))
            assert run <= pair.pairs + 1
            assert share * shorter <= 2 * pair.pairs
            _, words, *_, told = measure_pair(row, match, CASTS)
            assert words * pair.shortest <= 2 * pair.pairs
            assert told <= pair.told


def test_a_key_of_very_many_statements_leads_nowhere() -> None:
    def find(number: int) -> list[Common]:
        rows = index([say("army")] * number)
        [found] = find_common(rows, [rows], hope)
        return list(found)

    half = POSTING_LIMIT // 2
    assert len(find(half)) == half * half
    assert not find(half + 1)


def test_common_words_are_bounded_by_how_much_there_is_of_them() -> None:
    a, b = (say("army")._replace(sentence={"army": 0.6, "of": of}) for of in (0.3, 0.2))
    [[pair]] = map(list, find_common(index([a]), [index([b])], hope))
    assert pair.sentences == pytest.approx(0.6 * 0.6 + 0.3 * 0.2, abs=1e-4)


def test_many_statements_are_looked_at_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.compare.postings.CELLS", 3)
    rows = index([say("army"), say("calm")])
    found = find_common(rows, [rows] * 5, hope)
    assert [[(pair.one, pair.other) for pair in each] for each in found] == [[(0, 0)]] * 5


@settings(max_examples=300)
@given(statements, statements)
def test_no_pair_is_left_out_that_would_score(a: StatementTraits, b: StatementTraits) -> None:
    if not list_keys(a) & list_keys(b):
        return
    [[common]] = map(list, find_common(index([a]), [index([b])], hope))
    speakers = compare_speakers((a.speaker, b.speaker), CASTS, named=common.named)
    likeness = weigh_pair(a, b, CASTS).probability
    assert limit_pair(common, speakers) >= likeness - 1e-12  # another order of the sum
    if score_statements(a, b, CASTS, together=True):
        one, other = make_index(a), make_index(b)
        assert len(list(*list_statement_pairs(one, [other]))) == 1
        assert may_score(common, (a.speaker, b.speaker), CASTS)


def make_index(row: StatementTraits) -> Traits:
    return Traits(
        cast=CAST,
        statements=[row],
        acts=(),
        figures=(),
        index=index([row]),
        act_index=index_acts(()),
        quantity_index=index_quantities(()),
    )


def limit(sentences: float, pairs: int, told: float, shortest: int = 8, **known: bool) -> bool:
    one = Limits(
        sentences=np.array([sentences]),
        pairs=np.array([pairs]),
        shortest=np.array([shortest]),
        told=np.array([told]),
        verbatim=np.array([known.get("verbatim", False)]),
        unknown=np.array([known.get("unknown", False)]),
        apart=np.array([0]),
    )
    return bool(find_hopeful(one)[0])


def test_what_is_little_alike_is_passed_over() -> None:
    assert not limit(0.0, 0, 0.2)
    assert limit(1.0, 0, 0.0)
    assert limit(0.1, 0, 1.0)
    assert not limit(0.0, 0, 1.0)
    assert limit(0.4, 0, 0.0)
    assert not limit(0.4, 0, 0.0, verbatim=True)
    assert not limit(0.4, 0, 0.0, unknown=True)
    assert limit(0.4, 7, 0.0, verbatim=True, unknown=True)
    assert limit(0.3, 7, 0.0, verbatim=True)
    assert not limit(0.3, 7, 0.0, 80, verbatim=True)


def test_statements_of_far_days_need_a_long_run() -> None:
    words = [f"word{at}" for at in range(9)]
    sentence = dict.fromkeys(["army", "base"], 2.0)
    for number in (2, 9):
        said = make_traits(words[:number], sentence, set(), "ada", False, 0, set(), 19)
        before = said._replace(days=(None, date(2031, 5, 10)))
        [found] = list_statement_pairs(make_index(said), [make_index(before)])
        assert bool(list(found)) == (number == 9)


@pytest.mark.parametrize(
    ("keys", "named", "found"),
    [
        (("group  senior officials", "group  officials"), False, "one"),
        (("group  officials", "person ada venn"), False, None),
        (("group  officials", "person ada venn"), True, "one"),
        (("person ada venn", "person bram oke"), False, "others"),
    ],
)
def test_who_has_no_name_may_be_anybody(
    keys: tuple[str, str], named: bool, found: str | None
) -> None:
    first, second = (
        Cast(article="a", keys={"x": key}, sides={"x": key}, persons={}) for key in keys
    )
    assert compare_speakers(("x", "x"), (first, second), named=named) == found
