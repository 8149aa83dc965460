from collections.abc import Sequence
from math import fsum
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.compare.casts import Cast
from onrecord.compare.runs import measure_runs
from onrecord.compare.same_statement import may_score, score_statements
from onrecord.compare.statement_index import (
    KEY_WORDS,
    POSTING_LIMIT,
    Common,
    StatementIndex,
    find_common,
    index_statements,
)
from onrecord.compare.statement_likeness import (
    find_hopeful,
    limit_pair,
    measure_pair,
    weigh_pair,
)
from onrecord.compare.traits import StatementTraits, list_shares, list_stems

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
) -> StatementTraits:
    sentence = {stem: weights[stem] / 3 for stem in sorted(weights)}
    return StatementTraits(
        row="",
        days=(None, None),
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
)
articles = st.lists(statements, max_size=5)
CAST = Cast(
    article="",
    keys={"ada": "person ada venn", "bram": "person bram oke"},
    sides={"ada": "person ada venn", "bram": "person bram oke"},
    persons={},
)
CASTS = CAST, CAST


def index(rows: Sequence[StatementTraits]) -> StatementIndex:
    return index_statements(
        [row.words for row in rows],
        [sorted(TELLING.intersection(row.words)) for row in rows],
        [row.sentence for row in rows],
        list(map(list_shares, rows)),
    )


def hope(sentences: Any, pairs: Any, told: Any) -> Any:
    return np.ones(len(sentences), np.bool_)


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
            assert measure_pair(row, match, CASTS)[-1] <= pair.told


def test_a_key_of_very_many_statements_leads_nowhere() -> None:
    def find(number: int) -> list[Common]:
        rows = index_statements(
            [["army"]] * number, [["army"]] * number, [{}] * number, [[]] * number
        )
        [found] = find_common(rows, [rows], hope)
        return list(found)

    half = POSTING_LIMIT // 2
    assert len(find(half)) == half * half
    assert not find(half + 1)


def test_many_statements_are_looked_at_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.compare.statement_index.CELLS", 3)
    rows = index_statements([["army"], ["calm"]], [["army"], []], [{}, {}], [[], []])
    found = find_common(rows, [rows] * 5, hope)
    assert [[(pair.one, pair.other) for pair in each] for each in found] == [[(0, 0)]] * 5


@settings(max_examples=300)
@given(statements, statements)
def test_no_pair_is_left_out_that_would_score(a: StatementTraits, b: StatementTraits) -> None:
    if not list_keys(a) & list_keys(b):
        return
    [[common]] = map(list, find_common(index([a]), [index([b])], hope))
    likeness = weigh_pair(a, b, CASTS)
    limit = limit_pair(a, b, CASTS, common)
    assert limit.probability >= likeness.probability - 1e-12  # another order of the sum
    assert limit.run >= likeness.run
    hopeful = find_hopeful(
        np.array([common.sentences]), np.array([common.pairs]), np.array([common.told])
    )
    if score_statements(a, b, CASTS):
        assert hopeful[0]
        assert may_score(a, b, CASTS, common)


def test_what_is_little_alike_is_passed_over() -> None:
    sentences, told = np.array([0.0, 1.0, 0.1]), np.array([0.2, 0.0, 1.0])
    pairs = np.array([0, 0, 0])
    assert find_hopeful(sentences, pairs, told).tolist() == [False, True, True]
    assert not find_hopeful(sentences[:1], pairs[:1], told[2:]).any()
