import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from tests.ledger import plain_reader

from onrecord.ledger import Filter, Ledger
from onrecord.pages import Unreadable
from onrecord.records import Page, Reading, Removed
from onrecord.views.brief import make_brief

Browser = Any  # of conftest.py, which cannot be imported

TABS = ("", "/statements", "/acts", "/figures", "/differences", "/compare", "/articles")


def find_row(browser: Browser, kind: str, words: str = "") -> str:
    with Ledger(browser.ledger) as ledger:
        rows = ledger.rows(Filter(kind=kind))
        return next(row.id for row in rows if words in " ".join(row.words))


def find_article(browser: Browser, outlet: str) -> str:
    with Ledger(browser.ledger) as ledger:
        return next(iter(ledger.articles(Filter(outlet=outlet)))).id


def heads(page: html.HtmlElement) -> list[str]:
    return [head.text_content().strip() for head in page.xpath("//thead//th")]


# --- stories ----------------------------------------------------------------------------


def test_first_page_shows_counts_and_open_differences(browser: Browser, story: str) -> None:
    page = browser.page("/")
    assert [tile.text_content().strip() for tile in page.xpath("//section//dl//dt")] == [
        "articles",
        "outlets",
        "independent lineages",
        "open differences",
    ]
    assert page.xpath(f"//h2/a[@href='/story/{story}']")
    assert {"Reports", "Outlets", "Lineages", "Origins"} <= set(heads(page))
    assert page.xpath("//header//form[@action='/search']//input[@name='q']")


def test_first_page_shows_how_reports_relate(browser: Browser) -> None:
    words = {mark.text_content().split(" ×")[0] for mark in browser.page("/").find_class("rel")}
    assert "differ" in words


def test_first_page_shows_both_sides_with_who_says_it_and_where(browser: Browser) -> None:
    sides = browser.page("/").xpath("//ul[@class='both']/li")
    told = {" ".join(side.text_content().split()) for side in sides}
    assert any(side.startswith("More than 300 barges were waiting") for side in told)
    assert any("by our count. Canal Times, 1 Apr 2031" in side for side in told)


def test_empty_ledger_says_what_to_do_next(empty: Browser) -> None:
    text = empty.text("/")
    assert "Nothing has been read yet" in text
    assert f"onrecord add PAGES... --ledger {empty.ledger}" in text
    assert "The ledger holds no rows yet. Add pages" in empty.text("/review")


@pytest.mark.parametrize(
    "path",
    [
        "/search?q=barges",
        "/search?ask=How+many+barges%3F",
        "/review/sample",
        "/review/history",
        "/review/rejected",
        "/people?q=harrow",
        "/watches",
        "/add",
        "/about",
        "/stories.csv",
        "/review.json",
        "/people.csv",
    ],
)
def test_every_page_of_an_empty_ledger_answers(empty: Browser, path: str) -> None:
    assert empty.get(path).status_code == 200


# --- one story --------------------------------------------------------------------------


@pytest.mark.parametrize("tab", TABS)
def test_each_tab_has_an_address_and_marks_itself(browser: Browser, story: str, tab: str) -> None:
    page = browser.page(f"/story/{story}{tab}")
    [current] = page.xpath("//nav[@class='tabs']/a[@aria-current='page']")
    assert current.get("href") == f"/story/{story}{tab}"
    assert len(page.xpath("//nav[@class='tabs']/a")) == len(TABS)


def test_timeline_draws_the_days_and_lists_rows_under_them(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}")
    assert page.xpath("//svg/a[contains(@href, 'since=2031-04-01')]/title")
    days = [head.text_content() for head in page.xpath("//tr[@class='day']/th")]
    assert days == ["1 Apr 2031"]
    assert {"S", "A", "F"} == {mark.text_content() for mark in page.find_class("badge")}


def test_statement_shows_speaker_act_words_and_four_counts(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/statements")
    row = next(r for r in page.find_class("row") if "lock stays" in r.text_content())
    text = " ".join(row.text_content().split())
    assert "Mara Tolling demand" in text
    assert "“The lock stays shut until the wages of last winter are paid,”" in text
    assert "3 reports 3 outlets 2 lineages 1 origin" in text


def test_filter_narrows_rows_and_stays_in_the_form(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/statements?who=Harrow&since=2031-04-01")
    rows = page.find_class("row")
    assert rows
    assert all("Joss Harrow" in row.text_content() for row in rows)
    assert page.xpath("//form[@class='filter']//input[@name='who']/@value") == ["Harrow"]
    assert page.xpath("//form[@class='filter']//input[@name='since']/@value") == ["2031-04-01"]


def test_filter_stands_open_only_where_it_narrows(browser: Browser, story: str) -> None:
    for query, opened in (("", 0), ("?who=Harrow", 1)):
        page = browser.page(f"/story/{story}/acts{query}")
        assert len(page.xpath("//details[@class='filters'][@open]")) == opened


def test_filter_that_fits_nothing_offers_to_clear_it(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/statements?who=Nobody")
    assert not page.find_class("row")
    assert page.xpath(f"//p[@class='nothing']/a[@href='/story/{story}/statements']")


def test_day_that_is_none_is_left_out_with_a_note(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/acts?since=yesterday")
    assert "“yesterday” is no day" in page.find_class("note")[0].text_content()
    assert page.find_class("row")


def test_figures_have_a_chart_whose_lines_lead_to_their_rows(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/figures")
    charts = page.xpath("//svg[contains(@class, 'chart')]")
    assert charts
    assert "More than 300 barges" in charts[0].text_content()
    assert charts[0].xpath("./a[starts-with(@href, '/row/f')]")


def test_copies_of_a_figure_are_one_line_of_its_chart(browser: Browser, story: str) -> None:
    chart = browser.page(f"/story/{story}/figures").xpath("//svg[contains(@class, 'wide')]")[0]
    told = [text.text_content() for text in chart.xpath(".//text[@class='by']")]
    assert sorted(told) in (
        ["Canal Times", "Gull Post (Delta Wire) +1"],
        ["Canal Times", "Reed Gazette (Delta Wire) +1"],
    )


def test_figures_can_be_had_as_a_table(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/figures?view=table")
    assert {"As of", "Value", "Of", "Given by", "Words"} <= set(heads(page))
    assert len(page.find_class("row")) == 2
    assert len(page.xpath("//p[@class='src also']/a")) == 1


def test_differences_show_both_words_with_relation_and_reason(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/differences?relation=differ")
    [side] = page.find_class("side")
    text = " ".join(side.text_content().split())
    assert "differ" in {mark.text_content().strip() for mark in side.find_class("rel")}
    assert "More than 300 barges" in text
    assert "Fewer than 200 barges" in text
    assert side.find_class("why")


def test_copies_are_folded_into_one_telling(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/articles")
    [lineage] = page.find_class("lineage")
    text = " ".join(lineage.text_content().split())
    assert "One telling by Delta Wire in 2 articles" in text
    assert lineage.find_class("why")[0].text_content()
    assert "Canal Times" not in text


# --- one article ------------------------------------------------------------------------


def test_article_text_is_printed_whole_and_in_order(browser: Browser) -> None:
    article = find_article(browser, "Gull Post")
    page = browser.page(f"/article/{article}")
    [reading] = page.find_class("reading")
    told = [block.text_content().strip() for block in reading.xpath(".//h1 | .//p[@class='text']")]
    with Ledger(browser.ledger) as ledger:
        found = ledger.article(article).article
    assert found is not None
    assert told == found.text.split("\n\n")


def test_each_mark_leads_to_its_row_and_each_row_has_a_place(browser: Browser) -> None:
    article = find_article(browser, "Gull Post")
    page = browser.page(f"/article/{article}")
    with Ledger(browser.ledger) as ledger:
        ids = {row.id for row in ledger.rows(Filter(article=article))}
    assert {mark.get("href") for mark in page.find_class("hl")} == {f"/row/{id_}" for id_ in ids}
    assert ids <= set(page.xpath("//span/@id"))


def show_text(browser: Browser, folder: Path, text: str, **fields: Any) -> html.HtmlElement:
    """Return the page of an article with this text, read plainly, and with these fields."""

    def read(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        for reading in plain_reader.read(pages):
            assert reading.article is not None
            yield replace(reading, article=replace(reading.article, **fields))

    (folder / "page.txt").write_text(text)
    with Ledger(folder / "ledger", create=True) as ledger:
        ledger.add([str(folder / "page.txt")], read=read)
        article = next(iter(ledger.articles())).id
    page: html.HtmlElement = type(browser)(folder / "ledger").page(f"/article/{article}")
    return page


def test_white_space_between_two_marks_is_marked_and_no_link(
    browser: Browser, tmp_path: Path
) -> None:
    page = show_text(browser, tmp_path, "Ada Venn speaks\n\n“We struck 40 boats at dawn”\n")
    marks = page.find_class("hl")
    assert [mark.text_content() for mark in marks] == ["We ", "struck", " ", "40 boats", " at dawn"]
    assert [mark.tag for mark in marks] == ["a", "a", "span", "a", "a"]


def test_what_was_removed_is_told_by_reason(browser: Browser, tmp_path: Path) -> None:
    pieces = [("News", "navigation"), ("© 2031", "copyright"), ("Arts", "navigation")]
    removed = tuple(Removed(words=words, reason=reason) for words, reason in pieces)
    page = show_text(browser, tmp_path, "Ada Venn speaks\n", removed=removed)
    rows = page.xpath("//section[@aria-labelledby='removed']//tbody/tr")
    told = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    assert told == [["navigation", "News · Arts"], ["copyright", "© 2031"]]


def test_marks_can_be_switched_off_by_kind(browser: Browser) -> None:
    article = find_article(browser, "Gull Post")
    page = browser.page(f"/article/{article}?show=figure")
    assert {mark.get("class") for mark in page.find_class("hl")} == {"hl t-figure u-figure"}
    assert page.xpath(f"//a[@href='/article/{article}?show=statement,figure,']")


def test_row_that_is_asked_for_is_pointed_out(browser: Browser) -> None:
    article = find_article(browser, "Canal Times")
    row = find_row(browser, "figure", "Fewer")
    page = browser.page(f"/article/{article}?row={row}")
    [mark] = page.xpath("//a[contains(@class, 'focus')]")
    assert mark.text_content() == "Fewer than 200 barges"


def test_article_shows_dates_conflicts_and_what_was_removed(browser: Browser) -> None:
    text = browser.text(f"/article/{find_article(browser, 'Reed Gazette')}")
    assert "The stamp says Wednesday, and the text Tuesday." in text
    assert "meta 2031-04-01 1 Apr 2031" in text
    assert "share prompt Share this story" in text


def test_cards_of_an_article_say_what_they_count(browser: Browser) -> None:
    page = browser.page(f"/article/{find_article(browser, 'Gull Post')}")
    cards = page.xpath("//ul[@class='cards']//span[@class='counts']")
    assert "3 reports, 2 lineages" in {" ".join(card.text_content().split()) for card in cards}


# --- one row ----------------------------------------------------------------------------


def test_row_shows_its_sentence_in_context(browser: Browser) -> None:
    page = browser.page(f"/row/{find_row(browser, 'figure', 'More')}")
    [context] = page.find_class("context")
    assert (
        "".join(e.text_content() for e in context.find_class("c-words")) == "More than 300 barges"
    )
    assert "the harbour office said." in context.text_content()
    assert "Mara Tolling, who leads the keepers." in context.text_content()


def test_row_shows_the_chain_from_speaker_to_outlet(browser: Browser) -> None:
    page = browser.page(f"/row/{find_row(browser, 'statement', 'shut the river')}")
    chain = [
        " ".join(link.text_content().split()) for link in page.xpath("//ol[@class='chain']/li")
    ]
    assert chain[0] == "said by Joss Harrow president"
    assert chain[1] == "reported by the agency Delta Wire"
    assert chain[2].startswith("published by ")


def test_row_shows_its_condition(browser: Browser) -> None:
    text = browser.text(f"/row/{find_row(browser, 'statement', 'shut the river')}")
    assert "Condition If they shut the river" in text


def test_each_count_opens_its_list(browser: Browser) -> None:
    page = browser.page(f"/row/{find_row(browser, 'statement', 'lock stays')}")
    lists = {
        " ".join(d.xpath("./summary")[0].text_content().split()): d.xpath("./ul/li")
        for d in page.xpath("//details[@name='support']")
    }
    assert {count: len(found) for count, found in lists.items()} == {
        "3 reports": 3,
        "3 outlets": 3,
        "2 lineages": 2,
        "1 origin": 1,
    }


def test_other_reports_carry_relation_and_reason(browser: Browser) -> None:
    page = browser.page(f"/row/{find_row(browser, 'figure', 'Fewer')}")
    [table] = page.find_class("reports")
    assert table.xpath(".//td[1]//span[@class='rel differ']")
    assert table.find_class("why")[0].text_content()


def test_citation_can_be_selected_without_script(browser: Browser) -> None:
    page = browser.page(f"/row/{find_row(browser, 'statement', 'lock stays')}")
    citation = page.get_element_by_id("citation").text_content()
    assert citation.startswith("“The lock stays shut until the wages of last winter are paid,”")
    assert "Mara Tolling, leader of the keepers" in citation
    assert "3 reports, 3 outlets, 2 lineages, 1 origin." in citation
    assert "saved copy sha256" in citation


# --- search, brief, about, faults -------------------------------------------------------


def test_search_marks_the_words_in_rows_and_then_in_articles(browser: Browser) -> None:
    page = browser.page("/search?q=barges")
    assert [head.text_content() for head in page.xpath("//h2[@class='part']")] == [
        "Rows",
        "Articles",
    ]
    assert {mark.text_content().lower() for mark in page.xpath("//mark")} == {"barges"}


def test_answer_says_how_many_say_so_and_that_others_differ(browser: Browser) -> None:
    [answer] = browser.page("/search?ask=How+many+barges+were+waiting%3F").find_class("answer")
    text = " ".join(answer.text_content().split())
    assert "In 3 reports, 3 outlets, 2 lineages" in text
    assert answer.xpath(".//a[contains(., 'others differ')][contains(@href, '#reports')]")


def test_search_tells_copies_under_the_first(browser: Browser) -> None:
    rows = browser.page("/search?q=wages+of+last+winter&kind=statement").find_class("row")
    [row] = [row for row in rows if "lock stays shut" in row.text_content()]
    assert len(row.xpath(".//p[@class='src also']/a")) == 2


@pytest.mark.parametrize(("path", "here"), [("/", "Stories"), ("/review/history", "Review")])
def test_bar_above_says_where_one_is(browser: Browser, path: str, here: str) -> None:
    [link] = browser.page(path).xpath("//nav[@aria-label='Site']/a[@aria-current]")
    assert link.text_content() == here


def test_search_takes_the_same_filters(browser: Browser) -> None:
    page = browser.page("/search?q=barges&outlet=Canal+Times&kind=figure")
    rows = page.find_class("row")
    assert len(rows) == 1
    assert "Fewer than 200" in rows[0].text_content()


def test_search_without_a_find_says_so(browser: Browser) -> None:
    assert "These 3 articles do not say that" in browser.text("/search?q=submarine")


def test_search_says_by_what_it_found(browser: Browser) -> None:
    by_meaning = browser.page("/search?q=boats+queued+at+the+lock+gate&by=meaning")
    rows = by_meaning.find_class("row")
    assert rows
    assert all("found by meaning" in row.text_content() for row in rows)
    assert not browser.page("/search?q=boats+queued+at+the+lock+gate&by=words").find_class("row")
    [chosen] = by_meaning.xpath("//select[@name='by']/option[@selected]")
    assert chosen.get("value") == "meaning"


def test_a_question_is_answered_with_a_sentence_and_its_rows(browser: Browser) -> None:
    page = browser.page("/search?ask=Who+said+that+the+lock+stays+shut%3F")
    [answer] = page.find_class("answer")
    assert answer.find_class("short")[0].text_content() == "Mara Tolling"
    assert "The lock stays shut until the wages" in answer.xpath(".//blockquote")[0].text_content()
    assert answer.xpath(".//a[starts-with(@href, '/row/')]")
    assert page.find_class("row")


def test_a_question_that_no_row_answers_is_not_answered(browser: Browser) -> None:
    page = browser.page("/search?ask=Who+opened+the+museum%3F")
    assert not page.find_class("answer")
    assert not page.find_class("row")
    assert "These 3 articles do not say that" in page.find_class("nothing")[0].text_content()


def test_a_question_that_is_searched_for_stays_where_it_can_be_put_otherwise(
    browser: Browser,
) -> None:
    page = browser.page("/search?q=Who+opened+the+Great+Lock%3F")
    assert page.xpath("//input[@name='ask']/@value") == ["Who opened the Great Lock?"]
    assert page.find_class("row")
    assert "No row answers this question" in page.find_class("note")[0].text_content()


def test_a_question_is_narrowed_by_the_same_filters(browser: Browser) -> None:
    asked = "/search?ask=How+many+barges+were+waiting%3F&outlet="
    canal = browser.page(f"{asked}Canal+Times").find_class("short")[0].text_content()
    assert canal.startswith("Fewer than 200")
    assert not browser.page(f"{asked}Elsewhere").find_class("answer")


def test_brief_is_a_page_and_markdown(browser: Browser, story: str) -> None:
    page = browser.page(f"/brief/{story}")
    cited = {link.get("href") for link in page.xpath("//span[@class='cites']/a")}
    assert cited
    assert {href[1:] for href in cited} <= set(page.xpath("//ol[@class='sources']/li/@id"))
    markdown = browser.get(f"/brief/{story}.md")
    assert markdown.headers["content-type"].startswith("text/markdown")
    assert markdown.text.startswith("# ")


def test_a_figure_of_the_brief_cites_those_that_give_it(browser: Browser, story: str) -> None:
    markdown = browser.get(f"/brief/{story}.md").text
    [line] = [each for each in markdown.splitlines() if each.startswith("| barges waiting")]
    told, _, others = line.partition(", other values in ")
    assert "Fewer than 200 barges" in told
    cited, other = (set(re.findall(r"\[\d+\]", part)) for part in (told, others))
    assert (len(cited), len(other)) == (1, 2)
    assert not cited & other
    assert "other values in" in browser.text(f"/brief/{story}")


def test_brief_of_a_large_story_takes_what_several_rows_tell(
    browser: Browser, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.views.brief.LARGE", 0)
    monkeypatch.setattr("onrecord.views.brief.DIFFERENCES", 1)
    with Ledger(browser.ledger) as ledger:
        brief = make_brief(ledger, ledger.story(story))
        told = [line for _, lines in brief.said for line in lines]
        assert [line.row.who[0].name for line in told] == ["Mara Tolling"]
        assert all(line.counts.reports > 1 for line in told)
        assert len(brief.differ) == 1  # the same pair the other way round is none of its own
        assert not brief.more
        monkeypatch.setattr("onrecord.views.brief.DIFFERENCES", 0)
        assert make_brief(ledger, ledger.story(story)).more


def test_about_gives_scores_with_their_command_and_a_paragraph_for_methods(
    browser: Browser,
) -> None:
    page = browser.page("/about")
    [table] = page.find_class("accuracy")
    assert "python -m evaluation.statements.polnear" in table.text_content()
    methods = " ".join(page.find_class("methods")[0].text_content().split())
    assert methods.startswith("3 articles from 3 outlets were read with On Record")
    assert "in 1 story" in methods


def test_about_explains_counts_relations_and_certainty(browser: Browser) -> None:
    text = browser.text("/about")
    for word in ("Lineages", "Origins", "not comparable", "clear", "likely", "unsure", "bounded"):
        assert word in text
    assert "Articles 3" in text


@pytest.mark.parametrize("path", ["/nothing", "/story/sg0", "/row/s0", "/article/p0", "/static/x"])
def test_page_that_is_not_there_is_a_friendly_404(browser: Browser, path: str) -> None:
    response = browser.get(path)
    assert response.status_code == 404
    page = html.document_fromstring(response.content)
    assert page.xpath("//h1")[0].text_content() == "There is no such page"
    assert page.xpath("//main//a[@href='/']")


@pytest.mark.parametrize("kind", ["story", "article", "row"])
def test_records_can_be_had_as_json(browser: Browser, story: str, kind: str) -> None:
    ids = {
        "story": story,
        "article": find_article(browser, "Gull Post"),
        "row": find_row(browser, "figure"),
    }
    response = browser.get(f"/{kind}/{ids[kind]}.json")
    assert response.headers["content-type"] == "application/json"
    found = response.json()
    assert (found["article"] if kind == "article" else found)["id"] == ids[kind]


def test_question_among_the_words_of_a_search_is_answered(browser: Browser) -> None:
    page = browser.page("/search?q=Who+said+that+the+lock+stays+shut%3F")
    [answer] = page.find_class("answer")
    assert "Mara Tolling" in answer.text_content()
    assert not browser.page("/search?q=Who+opened+the+museum%3F").find_class("answer")


def test_start_of_an_id_leads_to_the_whole(browser: Browser) -> None:
    with Ledger(browser.ledger) as ledger:
        row = next(ledger.rows())
    for folder, id_ in (("row", row.id), ("article", row.article)):
        response = browser.client.get(f"/{folder}/{id_[:10]}?show=act", follow_redirects=False)
        assert response.status_code == 302
        assert response.headers["location"] == f"/{folder}/{id_}?show=act"
    assert browser.get(f"/row/{row.article[:10]}").status_code == 404
