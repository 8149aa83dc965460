from dataclasses import replace
from datetime import date

from onrecord.ledger import FigureRow, Party
from onrecord.records import Comparison, Figure, Relation, RowRef, Span, When
from onrecord.views.pairs import fold_pairs, is_change, name_side, show_reason


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


def pair_up(
    a: FigureRow, b: FigureRow, *, relation: Relation = "differ", reason: str = ""
) -> Comparison:
    return replace(
        compare(),
        a=RowRef(a.article, a.id),
        b=RowRef(b.article, b.id),
        relation=relation,
        reason=reason,
    )


def test_copies_of_a_pair_are_one_pair_whichever_side_comes_first() -> None:
    army, copy = (replace(make_figure(7, giver="army"), id=id_) for id_ in ("f1", "f2"))
    rebels = replace(make_figure(9, giver="rebels"), id="f3")
    rows = {row.id: row for row in (army, copy, rebels)}
    [pair] = fold_pairs([pair_up(army, rebels), pair_up(rebels, copy)], rows)
    assert (pair.a, pair.b, pair.times) == (army, rebels, 2)


def test_what_was_published_first_stands_first() -> None:
    seven, nine = make_figure(7), replace(make_figure(9), id="f2")
    days = (date(2031, 5, 4), date(2031, 5, 2))
    rows = {
        row.id: replace(row, published=When(earliest=day, latest=day, certainty="exact"))
        for row, day in zip((seven, nine), days, strict=True)
    }
    [pair] = fold_pairs([pair_up(seven, nine)], rows)
    assert (pair.a.id, pair.b.id) == ("f2", "f1")
    [pair] = fold_pairs([pair_up(seven, nine, relation="changed")], rows)
    assert (pair.a.id, pair.b.id) == ("f1", "f2")


def test_what_changed_back_is_a_pair_of_its_own() -> None:
    seven, nine = make_figure(7), replace(make_figure(9), id="f2")
    rows = {row.id: row for row in (seven, nine)}
    told = [pair_up(*sides, relation="changed") for sides in ((seven, nine), (nine, seven))]
    assert [pair.times for pair in fold_pairs(told, rows)] == [1, 1]


def test_reason_is_told_without_the_words_that_stand_beside_it() -> None:
    a, b = make_figure(7), make_figure(9)
    for told in ("“so many” and “so many”: two givers", "“so many”, then “so many”: two givers"):
        assert show_reason(pair_up(a, b, reason=told), a, b) == "two givers"
    assert show_reason(pair_up(a, b, reason="the same words"), a, b) == "the same words"
