import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.compare import wording as wordings
from onrecord.compare.spelling import fold_spelling
from onrecord.compare.wording import Wording, read_verbatim, weigh_content

FULL = "We have looked at every stone of this wall, and we will tell you all that we know."


def align_verbatim(a: str, b: str) -> Wording | None:
    return wordings.align_verbatim(read_verbatim(a), read_verbatim(b))


def align_content(a: str, b: str) -> Wording | None:
    return wordings.align_content(weigh_content(a), weigh_content(b))


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (FULL, "identical"),
        (f"“{FULL.replace(',', ' –')}”", "identical"),
        ("we will tell you all that we know", "cut"),
        ("We have looked at every stone … and we will tell you all", "cut"),
        ("We have looked at every stone of [the dam’s] wall, and we will tell you all", "cut"),
        (FULL.replace("stone", "brick"), "altered"),
        (FULL.replace("will", "will not"), "altered"),
        ("we will tell you all that they know", "altered"),
    ],
)  # fmt: skip
def test_verbatim_wordings_are_the_same_cut_or_altered(other: str, kind: str) -> None:
    wording = align_verbatim(FULL, other)
    assert wording is not None
    assert wording.kind == kind


def test_what_was_altered_is_named() -> None:
    wording = align_verbatim(FULL, FULL.replace("stone", "brick"))
    assert wording is not None
    assert (wording.only_a, wording.only_b) == ("stone", "brick")


def test_words_apart_are_named_apart() -> None:
    wording = align_verbatim(FULL, FULL.replace("this", "the old").replace("tell", "show"))
    assert wording is not None
    assert (wording.only_a, wording.only_b) == ("this … tell", "the old … show")


def test_an_outlets_own_spelling_alters_nothing() -> None:
    first = "We have levelled the centre and recognised our neighbours, whilst the programme runs."
    second = "We have leveled the center and recognized our neighbors, while the program runs."
    wording = align_verbatim(first, second)
    assert wording is not None
    assert wording.kind == "identical"
    wording = align_verbatim(first, second.replace("runs", "ends").replace("We have", "They had"))
    assert wording is not None
    assert (wording.only_a, wording.only_b) == ("we have … runs", "they had … ends")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FULL, FULL.replace("We", "[W]e")),
        (FULL.replace("every", "ten"), FULL.replace("every", "10")),
        (FULL.replace("and", "okay,"), FULL.replace("and", "OK,")),
    ],
)
def test_house_style_alters_nothing(first: str, second: str) -> None:
    wording = align_verbatim(first, second)
    assert wording is not None
    assert wording.kind == "identical"


@pytest.mark.parametrize("words", ["filled filed", "called caled", "stalled staled", "our or"])
def test_other_words_are_no_spelling(words: str) -> None:
    assert len(set(map(fold_spelling, words.split()))) == 2


def test_unlike_words_do_not_align() -> None:
    assert align_verbatim(FULL, "The ports will open again before the end of the month.") is None


def test_what_one_leaves_out_between_sentences_is_a_cut() -> None:
    first = (
        "The dam is safe today. We looked at every stone. Nobody has to leave the valley tonight."
    )
    second = "The dam is safe today. Nobody has to leave the valley tonight."
    wording = align_verbatim(first, second)
    assert wording is not None
    assert wording.share > 0.9


def test_a_paraphrase_shares_what_is_rare() -> None:
    wording = align_content(
        "no ferry would sail to the outer islands before the harbour ice melts",
        "“Not one ferry sails until the ice in the harbour has melted,”",
    )
    assert wording is not None
    assert wording.kind == "paraphrase"


def test_names_in_common_make_no_paraphrase() -> None:
    first = "that Ana Reyes of Velbrook would meet Tomas Brandt"
    second = "pressure on Ana Reyes and Tomas Brandt from voters in Velbrook"
    assert align_content(first, second) is None


texts = st.text(alphabet="ab cd.…[]“”", max_size=80)


@given(texts, texts)
def test_the_kind_has_no_direction(a: str, b: str) -> None:
    first, second = align_verbatim(a, b), align_verbatim(b, a)
    assert (first is None) == (second is None)


def test_long_wordings_are_aligned_in_time() -> None:
    start = time.process_time()
    align_verbatim("so it is " * 30_000, "it is so " * 30_000)
    align_content("so it is " * 30_000, "it is so " * 30_000)
    assert time.process_time() - start < 2.0
