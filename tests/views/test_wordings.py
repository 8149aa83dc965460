from onrecord.ledger import FigureRow, StatementRow
from onrecord.records import Figure, Span, Statement, StatementKind
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


def test_a_value_that_several_give_stands_for_the_account() -> None:
    rows = [make_figure(id_, value) for id_, value in (("p1", 9), ("p2", 9), ("p3", 7))]
    assert count_wordings(rows, {}) == {"f-p1": 2, "f-p2": 2, "f-p3": 1}


def make_figure(article: str, value: float) -> FigureRow:
    figure = Figure(id=f"f-{article}", span=Span(0, 1), words="so many", low=value, high=value)
    return FigureRow(id=f"f-{article}", kind="figure", article=article, record=figure)
