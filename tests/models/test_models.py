from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ModelError
from onrecord.models.block_measures import Block, block_names, measure_blocks
from onrecord.models.line_features import (
    add_context,
    context_names,
    find_run,
    score_names,
    spread_scores,
)
from onrecord.models.line_files import (
    read_block_model,
    read_line_model,
    write_block_model,
    write_line_model,
)
from onrecord.models.line_measures import MEASURES, measure_lines
from onrecord.models.lines import (
    BlockModel,
    LineModel,
    block_columns,
    join_columns,
    line_columns,
)
from onrecord.models.load import load_models
from onrecord.models.second_look import DOUBT_FROM, look_again, look_columns
from onrecord.models.trees import Trees
from onrecord.models.words import WordWeights, list_terms

PAGE = ["Home", "World", "Ferries stop in Arden", "By Mara Lind",
        "The ferries between Arden and the islands stopped on Monday after the vote.",
        "“We will not sign,” the chair of the harbour board told reporters on the quay.",
        "Share this article", "© 2031 The Tide"]  # fmt: skip


def long_lines_are_body(columns: tuple[str, ...]) -> Trees:
    """One question: more than 7 words?"""
    return Trees(
        columns=np.array([[columns.index("words")]], dtype=np.int32),
        thresholds=np.array([[3.0]], dtype=np.float32),
        values=np.array([[-4.0, 4.0]], dtype=np.float32),
        base=0.0,
    )


WORDS = WordWeights(weights={"share": -2.0, "^by": -1.5, "the": 0.5}, base=-0.25)
LINES = LineModel(
    words=WORDS,
    trees=long_lines_are_body(line_columns()),
    second=long_lines_are_body(look_columns()),
)
BLOCKS = BlockModel(words=WORDS, trees=long_lines_are_body(block_columns()))


def block(text: str, **fields: object) -> Block:
    usual = Block(text=text, tag="p", link_characters=0, links=0, areas=0, names=0, near_names=0,
                  depth=3, parent=1, grandparent=0, path="div>p", hidden=False)  # fmt: skip
    return replace(usual, **fields)  # type: ignore[arg-type]


def test_the_order_of_a_lines_terms_does_not_show_in_its_score() -> None:
    words = WordWeights(weights={"a": 2.0**15, "b": 2.0**-24, "c": -(2.0**15)}, base=0.0)
    assert words.score_lines(["a b c", "c a b"]).tolist() == [2.0**-24, 2.0**-24]


@given(st.lists(st.text("ab 1$.\n", max_size=12), max_size=6), st.data())
def test_a_line_scores_what_its_terms_weigh(lines: list[str], data: st.DataObject) -> None:
    terms = sorted(set().union(*map(list_terms, lines), {"a", "a b", "^a b b", "b$", "0 b$"}))
    known = data.draw(st.sets(st.sampled_from(terms)))
    words = WordWeights(weights={term: terms.index(term) + 1.0 for term in known}, base=-0.5)
    wanted = [sum(words.weights[term] for term in list_terms(line) & known) for line in lines]
    assert words.score_lines(lines).tolist() == (np.array(wanted) - 0.5).astype("f4").tolist()


def test_more_words_than_a_term_can_number_are_refused() -> None:
    weights = {f"word{number}": 1.0 for number in range(55_000)}
    with pytest.raises(ValueError, match="55,000 is the most"):
        WordWeights(weights=weights, base=0.0).score_lines(["word1"])


def test_long_lines_are_predicted_as_body() -> None:
    assert (LINES.predict(PAGE) > 0.5).tolist() == [False] * 4 + [True] * 2 + [False] * 2


def test_page_without_lines_has_no_predictions() -> None:
    assert LINES.predict([]).shape == (0,)
    assert BLOCKS.predict([]).shape == (0,)


def test_one_line_page_is_measured() -> None:
    assert LINES.predict(["One"]).shape == (1,)
    assert BLOCKS.predict([block("One")]).shape == (1,)


def test_trees_of_two_levels_find_their_leaf() -> None:
    trees = Trees(
        columns=np.array([[0, 1, 1]], dtype=np.int32),
        thresholds=np.array([[0.0, 1.0, 2.0]], dtype=np.float32),
        values=np.array([[1.0, 2.0, 3.0, 4.0]], dtype=np.float32),
        base=10.0,
    )
    rows = np.array([[-1, 0], [-1, 2], [1, 2], [1, 3]], dtype=np.float32)
    assert trees.depth == 2
    assert trees.sum_leaves(rows).tolist() == [11.0, 12.0, 13.0, 14.0]


def test_terms_are_words_pairs_and_ends() -> None:
    terms = list_terms("Read 12 more")
    assert {"read", "0", "more", "read 0", "^read", "^read 0", "more$", "0 more$"} <= terms


@pytest.mark.parametrize(
    ("gains", "run"),
    [([1, -1, 2, 3, -9, 4], (2, 4)), ([-1, -2], (0, 0)), ([], (0, 0)), ([5], (0, 1))],
)
def test_run_has_the_greatest_sum(gains: list[float], run: tuple[int, int]) -> None:
    assert find_run(np.array(gains, dtype=np.float32)) == run


@given(st.lists(st.text(max_size=60), min_size=1, max_size=30))
def test_every_line_has_every_measure(lines: list[str]) -> None:
    measures = measure_lines(lines)
    assert measures.shape == (len(lines), len(MEASURES))
    rows = add_context(measures)
    assert rows.shape == (len(lines), len(context_names()))
    assert np.isfinite(rows).all()
    assert np.isfinite(spread_scores(measures[:, 0])).all()


@given(st.lists(st.floats(-9, 9, width=16), min_size=1, max_size=30))
def test_scores_around_a_line_are_those_of_its_neighbours(scores: list[float]) -> None:
    columns = dict(zip(score_names(), spread_scores(np.array(scores, np.float32)).T, strict=True))
    for at, score in enumerate(scores):
        around = scores[max(0, at - 5) : at + 6]
        assert columns["score"][at] == score
        assert columns["score-1"][at] == (scores[at - 1] if at > 0 else -4)
        assert columns["score+3"][at] == (scores[at + 3] if at + 3 < len(scores) else -4)
        assert np.isclose(columns["score~5"][at], sum(around) / len(around), atol=1e-5)
        assert np.isclose(columns["score<3"][at], sum(scores[max(0, at - 3) : at]) / 3, atol=1e-5)
        assert np.isclose(columns["score>8"][at], sum(scores[at + 1 : at + 9]) / 8, atol=1e-5)


@given(st.text('ab "|/5', min_size=1, max_size=40))
def test_marks_and_digits_are_counted_alike_in_any_script(line: str) -> None:
    counted = [MEASURES.index(name) for name in ("quotes", "separators")]
    plain, beyond_ascii = measure_lines([line, f"{line}é"])
    assert (plain[counted] == beyond_ascii[counted]).all()
    digits = MEASURES.index("digits")
    assert np.isclose(plain[digits] * len(line), beyond_ascii[digits] * (len(line) + 1))


def test_a_line_measures_the_same_after_any_others() -> None:
    before = measure_lines(PAGE)
    for start in range(0, 20_000, 100):
        measure_lines([" ".join(f"Word{number}" for number in range(start, start + 100))])
    assert (measure_lines(PAGE) == before).all()


def test_far_down_a_long_story_a_line_looks_as_in_its_middle() -> None:
    line = "The ferry left the harbour at noon with forty passengers, the council said on Monday."
    measures = measure_lines([line] * 400)
    rows = join_columns(measures, np.full(400, 2, dtype=np.float32))
    [changed] = np.flatnonzero(rows[150] != rows[250])
    assert line_columns()[changed] == "place"


def test_two_looks_are_averaged_in_log_odds_where_the_first_is_in_doubt() -> None:
    second = replace(LINES.second, values=np.array([[3.0, 2.0]], dtype=np.float32))
    chances = replace(LINES, second=second).predict(PAGE)
    odds = np.log(chances / (1 - chances))
    assert np.allclose(odds, [-4] * 4 + [3] * 2 + [-4] * 2, atol=1e-4)
    unsure = replace(LINES.trees, values=np.array([[-3.0, 4.0]], dtype=np.float32))
    chances = replace(LINES, trees=unsure, second=second).predict(PAGE)
    assert np.allclose(np.log(chances / (1 - chances)), [0] * 4 + [3] * 2 + [0] * 2, atol=1e-4)


@given(
    st.lists(
        st.tuples(st.text("ab c.", max_size=60), st.floats(-40, 40, width=32)),
        min_size=1,
        max_size=30,
    )
)
def test_every_line_is_looked_at_again(page: list[tuple[str, float]]) -> None:
    lines = [line for line, _ in page]
    odds = np.array([value for _, value in page], dtype=np.float32)
    rows = look_again(lines, measure_lines(lines), odds, odds)
    assert rows.shape == (len(lines), len(look_columns()))
    assert np.isfinite(rows).all()


def test_second_look_sees_the_story_around_a_line() -> None:
    story = "Ferries between Arden and the islands stopped on Monday after the harbour vote."
    lines = [story, "Home", "Subscribe now", "Harbour ferries", "Weather", story, "Contact"]
    odds = np.array([5, -5, -3, 0, -3, 5, -3], dtype=np.float32)
    rows = look_again(lines, measure_lines(lines), odds, odds)
    seen = dict(zip(look_columns(), rows.T.tolist(), strict=True))
    assert seen["to_story_before"] == [-1, 1, 2, 3, 4, 5, 1]
    assert seen["to_story_after"] == [5, 4, 3, 2, 1, -1, -1]
    assert seen["furniture_before"] == [20, 0, 1, 2, 2, 3, 0]
    assert seen["furniture_after"] == [3, 2, 1, 1, 0, 21, 20]
    assert seen["in_story"] == [0, 1, 1, 1, 1, 0, 0]
    assert seen["in_run"] == [1, 1, 1, 1, 1, 1, 0]
    # Of sure lines only what others have counts; a line up to DOUBT_FROM is not asked.
    assert seen["story_words"] == [1, -1, 0, 1, 0, 1, 0]
    assert odds[1] < DOUBT_FROM


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=12))
def test_every_block_has_every_measure(texts: list[str]) -> None:
    blocks = [block(text, parent=index % 3) for index, text in enumerate(texts)]
    rows = measure_blocks(blocks, measure_lines(texts))
    assert rows.shape == (len(texts), len(block_names()))
    assert np.isfinite(rows).all()


def test_written_model_predicts_the_same(tmp_path: Path) -> None:
    write_line_model(tmp_path / "lines.npz", LINES)
    write_block_model(tmp_path / "blocks.npz", BLOCKS)
    assert (read_line_model(tmp_path / "lines.npz").predict(PAGE) == LINES.predict(PAGE)).all()
    blocks = [block(line) for line in PAGE]
    assert (
        read_block_model(tmp_path / "blocks.npz").predict(blocks) == BLOCKS.predict(blocks)
    ).all()


def test_missing_file_is_a_model_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not a readable model file"):
        read_line_model(tmp_path / "none.npz")


def test_damaged_file_is_a_model_error(tmp_path: Path) -> None:
    path = tmp_path / "lines.npz"
    write_line_model(path, LINES)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(ModelError):
        read_line_model(path)


def test_model_of_another_kind_is_a_model_error(tmp_path: Path) -> None:
    write_block_model(tmp_path / "blocks.npz", BLOCKS)
    with pytest.raises(ModelError, match="another version"):
        read_line_model(tmp_path / "blocks.npz")


def test_trees_that_ask_about_missing_columns_are_a_model_error(tmp_path: Path) -> None:
    trees = replace(LINES.trees, columns=np.array([[9999]], dtype=np.int32))
    write_line_model(tmp_path / "lines.npz", replace(LINES, trees=trees))
    with pytest.raises(ModelError, match="not there"):
        read_line_model(tmp_path / "lines.npz")


def test_shipped_models_load() -> None:
    models = load_models()
    assert models.lines.trees.values.size
    assert models.lines.second.values.size
    assert models.blocks.trees.values.size
