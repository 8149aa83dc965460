from datetime import date

from onrecord.ledger import ArticleRow
from onrecord.records import Lineage, When
from onrecord.views.matrix import UNKNOWN, find_tellers


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
