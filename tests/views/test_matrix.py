from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from onrecord.ledger import AccountRow, ArticleRow, FigureRow
from onrecord.records import Counts, Figure, Lineage, Relation, RowRef, Span, When
from onrecord.views.matrix import UNKNOWN, Teller, find_tellers, lay_facts


def make_article(
    id_: str, outlet: str | None, agency: str | None = None, day: int = 1
) -> ArticleRow:
    on = date(2031, 4, day)
    return ArticleRow(
        id=id_,
        origin=id_,
        version="1",
        headline=None,
        outlet=outlet,
        agency=agency,
        byline=None,
        url=None,
        language=None,
        published=When(earliest=on, latest=on, certainty="exact"),
        episode=None,
        saga=None,
        lineage=None,
        statements=0,
        acts=0,
        figures=0,
        originals=(),
        added=None,
    )


def make_lineage(*articles: str, agency: str | None = None) -> Lineage:
    return Lineage(id=f"l{articles[0]}", articles=articles, agency=agency)


def show(lineages: list[Lineage], *articles: ArticleRow) -> list[tuple[str, bool, tuple[str, ...]]]:
    tellers = find_tellers(lineages, {article.id: article for article in articles})
    return [(teller.name, teller.agency, teller.copied_by) for teller in tellers]


def test_outlets_that_print_an_agency_are_one_teller() -> None:
    articles = (make_article("a", "Gull", "Wire"), make_article("b", "Reed", "Wire"))
    lineages = [make_lineage("a", "b", agency="Wire")]
    assert show(lineages, *articles) == [("Wire", True, ("Gull", "Reed"))]


def test_reports_of_one_outlet_are_one_column() -> None:
    articles = (make_article("a", "Gull"), make_article("b", "Gull"), make_article("c", "Reed"))
    lineages = [make_lineage("a"), make_lineage("b"), make_lineage("c")]
    assert show(lineages, *articles) == [("Gull", False, ()), ("Reed", False, ())]


def test_copy_without_an_agency_is_told_by_who_had_it_first() -> None:
    articles = (make_article("a", "Late", day=3), make_article("b", "Early", day=2))
    assert show([make_lineage("a", "b")], *articles) == [("Early", False, ("Late",))]


def test_agency_that_publishes_itself_is_no_other_teller() -> None:
    articles = (make_article("a", "Wire", "Wire"), make_article("b", "Reed", "Wire", day=2))
    assert show([make_lineage("a", "b", agency="Wire")], *articles) == [("Wire", False, ("Reed",))]


def test_outlet_that_nobody_names_has_a_column() -> None:
    assert show([make_lineage("a")], make_article("a", None)) == [(UNKNOWN, False, ())]


def test_articles_of_other_stories_count_for_nothing() -> None:
    assert show([make_lineage("a", "x"), make_lineage("y")], make_article("a", "Gull")) == [
        ("Gull", False, ())
    ]


GULL, REED = RowRef("a", "f1"), RowRef("b", "f2")
OTHER = RowRef("a", "f3")  # of Gull's article, too


class Pairs:
    """Stands for a ledger that holds one account and the pairs of its rows."""

    def __init__(self, **pairs: list[tuple[RowRef, RowRef, str]]) -> None:
        self.pairs = pairs

    def account_pairs(
        self, account: str, relation: Relation, *, limit: int
    ) -> Iterator[tuple[RowRef, RowRef, str]]:
        yield from self.pairs.get(relation, [])

    def rows_by_id(self, ids: Iterable[str]) -> list[FigureRow]:
        return [
            FigureRow(
                id=id_,
                kind="figure",
                article="a",
                record=Figure(id=id_, span=Span(0, 1), words="so many"),
            )
            for id_ in ids
        ]


def lay(**pairs: list[tuple[RowRef, RowRef, str]]) -> list[tuple[str, str]]:
    """Return the state of Gull's and Reed's cells, with the row that each shows."""
    account = AccountRow(
        id="ac1",
        kind="figure",
        story="sg1",
        title="barges",
        rows=(GULL, OTHER, REED),
        counts=Counts(reports=2, outlets=2, lineages=2, origins=2),
        relations={relation: len(found) for relation, found in pairs.items()},
    )
    tellers = [
        Teller(name=name, agency=False, copied_by=(), articles=frozenset(article))
        for name, article in (("Gull", "a"), ("Reed", "b"))
    ]
    ledger: Any = Pairs(**pairs)
    [fact] = lay_facts(ledger, [account], tellers)
    return [(cell.state, cell.row.id if cell.row else "") for cell in fact.cells]


def test_a_cell_shows_the_row_that_differs() -> None:
    assert lay(differ=[(OTHER, REED, "no value fits both")]) == [
        ("differs", "f3"),
        ("differs", "f2"),
    ]


def test_what_differs_in_one_report_differs() -> None:
    assert lay(differ=[(OTHER, GULL, "two givers")]) == [("differs", "f3"), ("given", "f2")]


def test_what_one_teller_gives_of_two_days_is_given() -> None:
    assert lay(changed=[(GULL, OTHER, "first, then")]) == [("given", "f1"), ("given", "f2")]
