from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onrecord.watches.contents import Look, Seen
from onrecord.watches.matching import News, find_news

ONE = Seen(
    row="f1",
    kind="figure",
    page="gull.example/lock",
    article="p1",
    words="300 boats",
    sentence="Some 300 boats wait below the lock.",
    content={"value": "300 boats", "words": "300 boats"},
    publisher="Gull Post",
    published="1 Apr 2031",
    headline="The lock",
    url="https://gull.example/lock",
    origin="a.html",
)


def make(value: str, sentence: str = "Some {} wait below the lock.", **fields: Any) -> Seen:
    return replace(
        ONE,
        words=value,
        sentence=sentence.format(value),
        content={"value": value, "words": value},
        **fields,
    )


def compare(before: list[Seen], now: list[Seen]) -> News:
    return find_news(before, Look(tuple(now), {each.page: each.article for each in now}))


seen = st.builds(
    make,
    st.sampled_from(["300 boats", "350 boats", "40 trucks"]),
    st.sampled_from(["Some {} wait below the lock.", "The road is open for {}.", "{}"]),
    page=st.sampled_from(["a", "b"]),
    article=st.sampled_from(["p1", "p2"]),
    kind=st.sampled_from(["figure", "act"]),
)


@given(st.lists(seen, max_size=6), st.lists(seen, max_size=6))
def test_every_row_is_told_once_or_is_the_same(before: list[Seen], now: list[Seen]) -> None:
    news = compare(before, now)
    same = len(before) - len(news.changed) - len(news.withdrawn)
    assert same == len(now) - len(news.changed) - len(news.new)
    assert same >= 0


@given(st.lists(seen, max_size=6))
def test_what_stays_the_same_is_no_news(rows: list[Seen]) -> None:
    assert not compare(rows, [replace(each, row="x", article="p9") for each in reversed(rows)])


@given(st.lists(seen, max_size=6))
def test_without_a_past_all_is_new_and_without_a_present_all_is_withdrawn(rows: list[Seen]) -> None:
    assert compare([], rows).new == tuple(rows)
    assert [gone.before for gone in compare(rows, []).withdrawn] == rows


def test_edited_sentence_is_a_change() -> None:
    news = compare([make("300 boats")], [make("350 boats")])
    assert [(c.before.words, c.after.words) for c in news.changed] == [("300 boats", "350 boats")]
    assert not news.new
    assert not news.withdrawn


def test_other_sentence_is_another_row() -> None:
    news = compare([make("300 boats")], [make("350 boats", "Trains brought {} to the sea.")])
    assert len(news.new) == len(news.withdrawn) == 1
    assert not news.changed


def test_sentences_that_are_most_alike_belong_together() -> None:
    before = [
        make("1 boats", "{} lie at the long north quay of the town."),
        make("2 boats", "{} lie at the quay."),
    ]
    after = [
        make("3 boats", "{} lie at the quay."),
        make("4 boats", "{} lie at the long north quay of the town."),
    ]
    news = compare(before, after)
    assert [(c.before.words, c.after.words) for c in news.changed] == [
        ("2 boats", "3 boats"),
        ("1 boats", "4 boats"),
    ]


def test_marks_and_letters_around_words_do_not_count() -> None:
    before = make("the lock stays shut,")
    after = replace(make("The lock stays shut"), content=before.content)
    assert not compare([before], [after])
