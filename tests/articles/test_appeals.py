from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.appeals import count_appeal_cues, count_cue_words, is_appeal, mark_appeals

ASK = "If you can spare the price of a coffee, your gift keeps our reporters at sea."


def test_lines_beside_an_appeal_that_address_the_reader_belong_to_it() -> None:
    texts = ["The ferries stopped.", "The Tide has no owner but you", ASK,
             "Every gift, however small, helps.", "The board met."]  # fmt: skip
    reasons: list[str | None] = [None, None, "donation appeal", None, None]
    in_body = [True, True, False, True, True]
    mark_appeals(texts, reasons, in_body)
    assert in_body == [True, False, False, False, True]


def test_reported_words_about_gifts_are_no_appeal() -> None:
    assert is_appeal(ASK)
    assert not is_appeal("We depend on every gift, said the head of the shelter in Arden.")
    assert not is_appeal("“If you can give, every gift helps us,” the mayor told the sailors.")


CUES = ["your gift", "our journalism", "quality journalism", "keep us funding", "chip in",
        "keep the lights on", "no rich owner but you", "into our reporting", "lock them out",
        "on the ground", "every penny", "price of a cup of tea", "helps us", "trusted by",
        "if you are able", "give now", "however small", "paywall", "donating"]  # fmt: skip


@given(st.lists(st.sampled_from([*CUES, "and", "the", ","]), max_size=12))
def test_a_line_has_as_many_words_of_cues_as_cues(parts: list[str]) -> None:
    line = " ".join(parts)
    assert count_appeal_cues(line) <= count_cue_words(line)


def test_two_cues_may_share_their_word() -> None:
    assert is_appeal("We ask you for help: our journalism is independent journalism, read by all.")
