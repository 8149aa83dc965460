import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.text import find_quotations, find_sentences, find_words, outline_text


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_sentences(text, Span(0, len(text)))]


def quotations(text: str) -> list[str]:
    return [text[q.inner.start : q.inner.end] for q in find_quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Talks ended. Nobody spoke.", 2),
        ("Gen. Ode Baru met Mr. Lund on Jan. 3 in the U.S. capital.", 1),
        ("The reply came from the U.S. The minister read it.", 2),
        ("Mary Berg spoke at the U.N. Berg said it was late.", 2),
        ("Mary Berg read what the U.S. Navy said.", 1),
        ("“No,” said the secretary. “That is all.”", 2),
        ("“Will it hold?” she asked.", 1),
        ("He paused … and went on.", 1),
        ("John F. Meyer left.", 1),
        ("Prices rose 3.5 percent.", 1),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “We will reply.”", ["We will reply."]),
        ('"We will reply," he said, "soon."', ["We will reply,", "soon."]),
        ("A ‘swift’ reply to the States’ note", ["swift"]),
        ("It’s the minister’s job, don’t ask.", []),
        ("“He told me ‘never’ twice,” she said.", ["He told me ‘never’ twice,", "never"]),
        ("“The road is open", ["The road is open"]),
        ("5 o'clock, 6' tall", []),
        ('“We stay." He left. "We go,” she said.', ["We stay.", "We go,"]),
        ('“He said "no" twice,” she told us.', ['He said "no" twice,', "no"]),
        ("«Nous verrons», dit-il.", ["Nous verrons"]),
        ("'We will reply,' he said.", ["We will reply,"]),
    ],
)
def test_quotations_stand_between_their_marks(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


def test_a_quotation_left_open_says_so() -> None:
    [first, second] = outline_text("“The road is open.\n\n“It stays open,” she said.").quotations
    assert (first.closed, second.closed) == (False, True)


@given(st.text(alphabet="ab .,“”\"'‘’«»\n!?A1", max_size=200))
def test_the_outline_lies_inside_the_text(text: str) -> None:
    outline = outline_text(text)
    end = 0
    for sentence in outline.sentences:
        assert end <= sentence.start < sentence.end <= len(text)
        end = sentence.end
    for quotation in outline.quotations:
        assert quotation.span.start <= quotation.inner.start <= quotation.inner.end
        assert quotation.inner.end <= quotation.span.end <= len(text)


@given(st.text(max_size=200))
def test_words_leave_out_white_space_only(text: str) -> None:
    words = list(find_words(text, Span(0, len(text))))
    assert all(text[word.span.start : word.span.end] == word.text for word in words)
    covered = {i for word in words for i in range(*word.span)}
    assert all(character.isspace() for i, character in enumerate(text) if i not in covered)
