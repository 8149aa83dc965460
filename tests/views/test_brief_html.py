from datetime import date

from lxml import html  # type: ignore[import-untyped]

from onrecord.ledger.rows import ArticleRow, Party, StatementRow
from onrecord.records import Counts, Span, Statement, Story, When
from onrecord.views.brief import Brief, Source
from onrecord.views.brief_html import brief_html
from onrecord.views.brief_lines import Line

DAY = When(earliest=date(2031, 4, 1), latest=date(2031, 4, 1), certainty="exact")


def make_brief(
    *, name: str = "The lock", words: str = "The lock stays shut", url: str = ""
) -> Brief:
    statement = Statement(id="s1", kind="direct", content=(Span(0, 19),), speaker="a1")
    row = StatementRow(
        id="s1",
        kind="statement",
        article="p1",
        who=(Party(id="a1", name=name, kind="person"),),
        act="demand",
        words=(words,),
        sentence=words,
        when=DAY,
        record=statement,
    )
    counts = Counts(reports=3, outlets=2, lineages=1, origins=1)
    article = ArticleRow(
        id="p1",
        origin="saved/gull.html",
        version="1",
        headline=f"{name} is shut",
        outlet="Gull Post",
        agency=None,
        byline=None,
        url=url or None,
        language="en",
        published=DAY,
        episode=None,
        saga=None,
        lineage=None,
        statements=1,
        acts=0,
        figures=0,
        originals=(),
        added=None,
    )
    return Brief(
        story=Story(id="sg1", kind="saga", name=name, articles=("p1",)),
        outlets=1,
        happened=(),
        said=((name, (Line(row=row, counts=counts, sources=(1,)),)),),
        figures=(),
        differ=(),
        changed=(),
        sources=(Source(number=1, article=article),),
    )


def test_every_line_links_to_its_numbered_sources() -> None:
    page = html.document_fromstring(brief_html(make_brief()))
    [line] = page.xpath("//main/ul/li")
    assert "“The lock stays shut”" in line.text_content()
    assert "3 reports, 2 outlets, 1 lineage, 1 origin" in line.text_content()
    assert line.xpath(".//a/@href") == ["#source-1"]
    assert page.get_element_by_id("source-1").text_content().startswith("The lock is shut.")


def test_file_needs_nothing_beside_it() -> None:
    page = html.document_fromstring(brief_html(make_brief(url="https://gull.example/lock")))
    assert not page.xpath("//script | //link | //img | //@src | //@style")
    assert all(address.startswith("#") for address in page.xpath("//@href"))
    assert "@media print" in page.xpath("//style")[0].text


def test_page_text_is_only_text() -> None:
    evil = "</style><script>alert(1)</script>\u202e{{ 7*7 }}"
    text = brief_html(make_brief(name=evil, words=evil, url=f"javascript:{evil}"))
    page = html.document_fromstring(text)
    assert not page.xpath("//script | //main//style")
    assert "\u202e" not in text
    assert "{{ 7*7 }}" in page.text_content()


def test_parts_without_lines_are_left_out() -> None:
    page = html.document_fromstring(brief_html(make_brief()))
    heads = [head.text for head in page.xpath("//h2")]
    assert heads == ["Who said what", "Sources"]
