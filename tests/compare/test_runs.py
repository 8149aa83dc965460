from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from onrecord.compare.runs import measure_runs

words = st.lists(st.sampled_from("abcd"), max_size=14)


@given(words, words)
def test_runs_are_the_blocks_of_a_sequence_matcher(a: list[str], b: list[str]) -> None:
    shorter, longer = sorted((a, b), key=lambda each: (len(each), each))
    blocks = SequenceMatcher(None, shorter, longer, autojunk=False).get_matching_blocks()
    sizes = [block.size for block in blocks if block.size >= 2]
    expected = (sum(sizes) / len(shorter), max(sizes)) if sizes else (0.0, 0)
    assert measure_runs(a, b) == measure_runs(b, a) == expected


def test_single_words_in_common_are_no_run() -> None:
    assert measure_runs(["the", "old", "harbour"], ["a", "harbour", "the"]) == (0.0, 0)
