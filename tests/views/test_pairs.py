from onrecord.ledger import FigureRow, Party
from onrecord.records import Comparison, Figure, RowRef, Span
from onrecord.views.pairs import is_change, name_side


def make_figure(value: float, *, giver: str | None = None, place: str | None = None) -> FigureRow:
    figure = Figure(id="f1", span=Span(0, 1), words="so many", low=value, high=value, place=place)
    who = (Party(id="a1", name=giver, kind="person"),) if giver else ()
    return FigureRow(id="f1", kind="figure", article="p1", who=who, record=figure)


def compare(*tags: str) -> Comparison:
    return Comparison(
        account="",
        a=RowRef("", ""),
        b=RowRef("", ""),
        relation="changed",
        reason="",
        a_span=Span(0, 0),
        b_span=Span(0, 0),
        tags=tags,
    )


def test_a_later_figure_of_one_giver_is_a_change() -> None:
    assert is_change(compare(), make_figure(7, giver="Lund"), make_figure(9, giver="Lund"))
    assert is_change(compare("new version"), make_figure(7), make_figure(9))


def test_figures_of_two_givers_or_places_are_no_change() -> None:
    union, company = make_figure(8, giver="union"), make_figure(5, giver="company")
    assert not is_change(compare("different givers"), union, company)
    assert not is_change(compare("new version"), make_figure(7, giver="Lund"), make_figure(4))
    assert not is_change(compare(), make_figure(6, place="Lund"), make_figure(8, place="Berg"))


def test_copies_of_a_figure_are_one_side() -> None:
    first, copy = make_figure(7, giver="army"), make_figure(7)
    assert name_side(first, giver=False) == name_side(copy, giver=False)
    assert name_side(first, giver=True) != name_side(copy, giver=True)
