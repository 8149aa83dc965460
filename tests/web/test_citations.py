import pytest

from onrecord.ledger import StatementRow
from onrecord.records import Span, Statement
from onrecord.web.citations import words_to_find

SENTENCE = "“No,” Lund said. “The bridge stays as it is.”"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("No,", "The bridge stays as it is."), "The bridge stays as it is."),
        (("No,",), SENTENCE),  # any page has a "No," before it
    ],
)
def test_a_live_page_is_searched_for_words_that_it_has_once(
    words: tuple[str, ...], found: str
) -> None:
    row = StatementRow(
        id="s1",
        kind="statement",
        article="p1",
        words=words,
        sentence=SENTENCE,
        record=Statement(id="s1", kind="direct", content=(Span(1, 4),)),
    )
    assert words_to_find(row) == found
