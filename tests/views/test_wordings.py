from onrecord.ledger import StatementRow
from onrecord.records import Span, Statement, StatementKind
from onrecord.views.wordings import count_wordings


def make_row(article: str, words: str, kind: StatementKind = "direct") -> StatementRow:
    said = Statement(id=f"s-{article}", kind=kind, content=(Span(0, 1),))
    return StatementRow(
        id=f"s-{article}", kind="statement", article=article, words=(words,), record=said
    )


ROWS = (
    make_row("p1", "Not one farm was hit, and not one will be,"),
    make_row("p2", "Not one farm was hit"),
    make_row("p3", "Not a single farm was hit, and not a single one will be"),
    make_row("p4", "that no farm was hit", "indirect"),
)


def test_a_wording_that_several_print_stands_for_the_account() -> None:
    counts = count_wordings(ROWS, {})
    assert counts == {"s-p1": 2, "s-p2": 2, "s-p3": 1, "s-p4": 2}


def test_copies_print_one_wording_once() -> None:
    copies = dict.fromkeys(("p1", "p2"), "l1")
    assert set(count_wordings(ROWS, copies).values()) == {1}
