from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from onrecord.compare import relate_statements

Drafts = Callable[..., Any]
Compare = Callable[..., Any]

WORDS = "Nobody who lived below this wall will pay for a mistake that others made"


def quote(
    draft: Drafts, name: str, words: str, speaker: str | None = "Ana Reyes", **more: Any
) -> Any:
    made = draft(name, f"“{words},” the director said.", **more)
    made.say(made.actor(speaker) if speaker else None, words)
    return made


def test_the_same_words_of_one_speaker_are_one_statement(draft: Drafts, compare: Compare) -> None:
    accounts, [comparison] = compare(quote(draft, "a", WORDS), quote(draft, "b", WORDS, "Reyes"))
    assert comparison.relation == "agree"
    assert accounts[0].title.startswith("Ana Reyes: “Nobody")
    assert (accounts[0].counts.reports, accounts[0].counts.origins) == (2, 1)


def test_a_cut_agrees_and_says_so(draft: Drafts, compare: Compare) -> None:
    cut = "Nobody who lived below this wall will pay"
    _, [comparison] = compare(quote(draft, "a", WORDS), quote(draft, "b", cut))
    assert (comparison.relation, comparison.tags) == ("agree", ("cut",))


def test_altered_words_inside_the_marks_are_flagged(draft: Drafts, compare: Compare) -> None:
    altered = WORDS.replace("mistake", "disaster")
    _, [comparison] = compare(quote(draft, "a", WORDS), quote(draft, "b", altered))
    assert comparison.relation == "differ"
    assert "altered wording" in comparison.tags
    assert "mistake" in comparison.reason


def test_a_light_word_altered_is_flagged_and_agrees(draft: Drafts, compare: Compare) -> None:
    altered = WORDS.replace("a mistake", "the mistake")
    _, [comparison] = compare(quote(draft, "a", WORDS), quote(draft, "b", altered))
    assert comparison.relation == "agree"
    assert "altered wording" in comparison.tags


def test_light_words_altered_at_two_places_agree(draft: Drafts, compare: Compare) -> None:
    altered = WORDS.replace("this wall", "that wall").replace("a mistake", "the mistake")
    _, [comparison] = compare(quote(draft, "a", WORDS), quote(draft, "b", altered))
    assert comparison.relation == "agree"
    assert comparison.reason.endswith("“this … a” against “that … the”")


def test_another_date_in_other_words_differs(draft: Drafts, compare: Compare) -> None:
    told = (
        ("a", "the dam above Velbrook would open its gates on 3 June"),
        ("b", "that on 5 June the gates of the Velbrook dam would open"),
    )
    drafts = []
    for name, words in told:
        made = draft(name, f"Ana Reyes said {words}.")
        made.say(made.actor("Ana Reyes"), words, kind="indirect")
        drafts.append(made)
    _, [comparison] = compare(*drafts)
    assert (comparison.relation, comparison.tags) == ("differ", ("dates",))


def test_a_contraction_is_the_same_words(draft: Drafts, compare: Compare) -> None:
    said = "We will not open one gate of this dam until the mayor sits down with us"
    altered = "We won’t open a single gate of this dam until the mayor sits down with us"
    _, [comparison] = compare(quote(draft, "a", said), quote(draft, "b", altered))
    assert (comparison.relation, comparison.tags) == ("agree", ("altered wording",))


def test_a_word_that_turns_the_sense_differs(draft: Drafts, compare: Compare) -> None:
    altered = WORDS.replace("will pay", "will not pay")
    _, [comparison] = compare(quote(draft, "a", WORDS), quote(draft, "b", altered))
    assert comparison.relation == "differ"


def test_words_given_to_two_speakers_differ(draft: Drafts, compare: Compare) -> None:
    first, second = quote(draft, "a", WORDS), quote(draft, "b", WORDS, "Tomas Brandt")
    _, [comparison] = compare(first, second)
    assert comparison.relation == "differ"
    assert "speaker" in comparison.tags


def test_several_speakers_do_not_differ_from_one_of_them(draft: Drafts, compare: Compare) -> None:
    both = draft("a", f"“{WORDS},” the ministers said.")
    both.say(both.actor("Ana Reyes"), WORDS, joint=(both.actor("Tomas Brandt"),))
    [account], [comparison] = compare(both, quote(draft, "b", WORDS, "Tomas Brandt"))
    assert comparison.relation == "agree"
    assert "speaker" not in comparison.tags
    assert account.counts.origins == 2


def test_unsure_speakers_are_tagged_and_do_not_differ(draft: Drafts, compare: Compare) -> None:
    first = quote(draft, "a", WORDS)
    second = draft("b", f"“{WORDS},” the minister said.")
    second.say(second.actor("Tomas Brandt"), WORDS, certainty="unsure")
    _, [comparison] = compare(first, second)
    assert comparison.relation == "agree"
    assert "speaker" in comparison.tags


def test_a_sentence_left_out_is_a_cut(draft: Drafts, compare: Compare) -> None:
    full = "The wall is safe tonight. Nobody is hurt in the valley. We go home tomorrow at dawn."
    cut = "The wall is safe tonight. We go home tomorrow at dawn."
    _, [comparison] = compare(quote(draft, "a", full), quote(draft, "b", cut))
    assert (comparison.relation, comparison.tags) == ("agree", ("cut",))


def test_a_paraphrase_is_the_same_statement(draft: Drafts, compare: Compare) -> None:
    b = draft("b", "The director said nobody below the wall would pay for the mistake of others.")
    b.say(b.actor("Ana Reyes"), "nobody below the wall would pay for the mistake of others",
          kind="indirect")  # fmt: skip
    _, [comparison] = compare(quote(draft, "a", WORDS), b)
    assert (comparison.relation, comparison.tags) == ("agree", ("paraphrase",))


def test_a_paraphrase_below_the_bar_is_not_said_to_agree(
    draft: Drafts, compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    b = draft("b", "The director said nobody below the wall would pay for the mistake of others.")
    b.say(b.actor("Ana Reyes"), "nobody below the wall would pay for the mistake of others",
          kind="indirect")  # fmt: skip
    monkeypatch.setattr(relate_statements, "LEAST_SHARED", 1.0)
    _, [comparison] = compare(quote(draft, "a", WORDS), b)
    assert comparison.relation == "compatible"
    assert "other words" in comparison.reason


def test_like_words_of_different_speakers_are_two_statements(
    draft: Drafts, compare: Compare
) -> None:
    b = draft("b", "The minister said nobody below the wall would pay for the mistake of others.")
    b.say(b.actor("Tomas Brandt"), "nobody below the wall would pay for the mistake of others",
          kind="indirect")  # fmt: skip
    accounts, _ = compare(quote(draft, "a", WORDS), b)
    assert accounts == ()


def test_a_short_phrase_said_again_is_another_statement(draft: Drafts, compare: Compare) -> None:
    words = "The wall is safe"
    later = quote(draft, "b", words, day=date(2031, 7, 1))
    accounts, _ = compare(quote(draft, "a", words), later)
    assert accounts == ()


def test_six_words_in_a_row_are_told_again_on_any_day(draft: Drafts, compare: Compare) -> None:
    words = "the wall is safe for another century"
    later = quote(draft, "b", words, day=date(2031, 7, 1))
    [account], _ = compare(quote(draft, "a", words), later)
    assert len(account.rows) == 2


def test_speeches_that_share_a_sentence_are_one_statement(draft: Drafts, compare: Compare) -> None:
    first = f"Spring came late. Boats lay idle in every harbour we have. {WORDS}"
    second = f"{WORDS}. Ask those living under it, and ask their children too"
    [account], _ = compare(quote(draft, "a", first), quote(draft, "b", second))
    assert len(account.rows) == 2


def test_rows_of_one_article_are_no_account(draft: Drafts, compare: Compare) -> None:
    a = quote(draft, "a", WORDS)
    a.say(a.actors[0].id, "Nobody who lived below this wall")
    assert compare(a)[0] == ()


def test_parts_of_one_quotation_are_one_account_with_it(draft: Drafts, compare: Compare) -> None:
    parts = ["Every gate of the old dam will be rebuilt", "the harbour will stay closed till June"]
    parts.append("no family has to leave the lower valley")
    whole = quote(draft, "a", "; ".join(parts))
    cut = draft("b", " ".join(f"“{part},” she said." for part in parts))
    speaker = cut.actor("Ana Reyes")
    for part in parts:
        cut.say(speaker, part)
    [account], _ = compare(whole, cut)
    assert len(account.rows) == 4


def test_the_same_long_words_are_one_statement_where_one_names_nobody(
    draft: Drafts, compare: Compare
) -> None:
    accounts, _ = compare(quote(draft, "a", WORDS), quote(draft, "b", WORDS, None))
    assert len(accounts) == 1


def test_a_single_word_of_a_quotation_is_a_fragment_of_it(draft: Drafts, compare: Compare) -> None:
    first = quote(draft, "a", "The reports on our reservoir are unwatchable")
    second = draft("b", "The director called the reports on the reservoir “unwatchable”.")
    second.say(
        second.actor("Ana Reyes"), "the reports on the reservoir “unwatchable”", kind="mixed"
    )
    _, [comparison] = compare(first, second)
    assert comparison.tags == ("fragment",)
    assert "a word of what the other prints; the rest is in other words" in comparison.reason


def test_one_quoted_word_in_common_is_no_sure_agreement(draft: Drafts, compare: Compare) -> None:
    first = quote(draft, "a", "The leak in our reservoir is serious, and 20 families have to leave")
    second = draft("b", "The director said “serious” leaks in the reservoir drove out 45 families.")
    words = "“serious” leaks in the reservoir drove out 45 families"
    second.say(second.actor("Ana Reyes"), words, kind="mixed")
    _, [comparison] = compare(first, second)
    assert (comparison.relation, comparison.tags) == ("compatible", ("fragment",))
    assert "word by word" not in comparison.reason


def test_one_name_in_common_is_a_lead(draft: Drafts, compare: Compare) -> None:
    a = draft("a", "The dam office would not take a call from Brandt on the flood, Reyes said.")
    a.say(a.actor("Ana Reyes"), "would not take a call from Brandt", kind="indirect")
    b = draft("b", "Reyes said the dam office had rejected Brandt’s wish to speak of the flood.")
    b.say(b.actor("Ana Reyes"), "had rejected Brandt’s wish to speak", kind="indirect")
    [account], _ = compare(a, b)
    assert account.kind == "statement"


def test_where_a_statement_is_cut_does_not_matter(draft: Drafts, compare: Compare) -> None:
    text = "The director said nobody below the wall would pay for the mistake of others."
    for words in (
        "nobody below the wall would pay for the mistake of others",
        "nobody below the wall would pay",
        "would pay for the mistake of others",
        text[:-1],
    ):
        b = draft("b", text)
        b.say(b.actor("Ana Reyes"), words, kind="indirect")
        accounts, _ = compare(quote(draft, "a", WORDS), b)
        assert [account.kind for account in accounts] == ["statement"], words
