from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger import Row
from onrecord.records import Span
from onrecord.web.passages import cut, excerpt, find_paragraphs

TEXT = "Keepers shut the lock on Tuesday and sat down on the gate."
spans = st.tuples(st.integers(-5, 70), st.integers(-5, 70)).map(lambda ends: Span(*sorted(ends)))


def cut_words(*marks: tuple[int, int, str]) -> list[tuple[str, str]]:
    whole = Span(0, len(TEXT))
    pieces = cut(TEXT, whole, [(Span(start, end), mark) for start, end, mark in marks])
    return [(piece.text, "".join(piece.marks)) for piece in pieces]


def test_nested_marks_keep_the_longer_one_outside() -> None:
    assert cut_words((0, 21, "s"), (8, 12, "a")) == [
        ("Keepers ", "s"),
        ("shut", "sa"),
        (" the lock", "s"),
        (" on Tuesday and sat down on the gate.", ""),
    ]


def test_overlapping_marks_share_their_middle() -> None:
    assert cut_words((0, 12, "a"), (8, 21, "b"))[:3] == [
        ("Keepers ", "a"),
        ("shut", "ba"),
        (" the lock", "b"),
    ]


def test_mark_begins_once_even_where_others_cut_it() -> None:
    pieces = list(cut(TEXT, Span(0, 30), [(Span(0, 21), "s"), (Span(8, 12), "a")]))
    assert [piece.begins for piece in pieces] == [("s",), ("a",), (), ()]


def test_mark_that_began_before_does_not_begin_again() -> None:
    [piece] = cut(TEXT, Span(10, 20), [(Span(0, 40), "s")])
    assert (piece.marks, piece.begins) == (("s",), ())


@given(spans.filter(lambda span: 0 <= span.start < span.end <= len(TEXT)), st.lists(spans))
def test_pieces_are_the_whole_text_in_order(within: Span, marks: list[Span]) -> None:
    pieces = list(cut(TEXT, within, [(span, span) for span in marks]))
    assert "".join(piece.text for piece in pieces) == TEXT[within.start : within.end]
    place = within.start
    for piece in pieces:
        assert piece.text
        middle = Span(place, place + len(piece.text))
        assert set(piece.marks) == {
            span for span in marks if span.start <= middle.start and middle.end <= span.end
        }
        place = middle.end


@given(st.text(alphabet="a \n", max_size=60))
def test_paragraphs_are_disjoint_and_hold_every_letter(text: str) -> None:
    found = list(find_paragraphs(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert sum(text[s.start : s.end].count("a") for s in found) == text.count("a")


def make_row(sentence: str, words: str) -> Row:
    start = 50 + sentence.index(words)
    return Row(
        id="e1",
        kind="act",
        article="p1",
        words=(words,),
        spans=(Span(start, start + len(words)),),
        sentence=sentence,
        sentence_span=Span(50, 50 + len(sentence)),
    )


def test_excerpt_cuts_a_long_sentence_between_words() -> None:
    row = make_row("word " * 200 + "struck" + " word" * 200, "struck")
    shown = [piece.text for piece in excerpt(row, reach=12)]
    assert "".join(shown) == "… word word word struck word word word …"


def test_excerpt_leaves_nothing_out_that_is_shorter_than_the_dots_are_worth() -> None:
    row = make_row("Australia will send two aircraft and 40 tents on Friday.", "40 tents")
    assert "".join(piece.text for piece in excerpt(row, reach=33)) == row.sentence
