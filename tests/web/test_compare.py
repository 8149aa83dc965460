from typing import Any

from lxml import html  # type: ignore[import-untyped]

from onrecord.ledger import Ledger

Browser = Any  # of conftest.py, which cannot be imported


def find_fact(page: html.HtmlElement, words: str) -> html.HtmlElement:
    return next(r for r in page.xpath("//table//tbody/tr") if words in r.text_content())


def cells(fact: html.HtmlElement) -> list[str]:
    return [cell.get("class").removeprefix("cell ") for cell in fact.xpath("./td")]


def test_copies_are_folded_under_their_agency(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/compare")
    heads = [" ".join(h.text_content().split()) for h in page.xpath("//thead/tr/th")][1:]
    assert heads == [
        "Delta Wire agency2 articles, printed by Gull Post, Reed Gazette",
        "Canal Times1 article",
    ]


def test_cell_says_how_its_report_stands_to_the_others(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/compare")
    assert cells(find_fact(page, "barges")) == ["differs", "differs"]
    assert cells(find_fact(page, "Mara Tolling: “The lock stays shut")) == ["given", "given"]


def test_cell_opens_its_sentences(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/compare")
    [cell] = find_fact(page, "barges").xpath("./td[1]/a")
    path, _, place = cell.get("href").partition("#")
    opened = browser.page(path)
    item = opened.get_element_by_id(place)
    assert "More than 300 barges were waiting below the lock by Tuesday" in item.text_content()
    assert item.xpath(f".//a[@href='/row/{place}']")
    assert "Fewer than 200 barges" in opened.find_class("sentences")[0].text_content()


def test_kinds_can_be_chosen(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/compare?kind=figure")
    badges = {badge.text_content() for badge in page.find_class("matrix")[0].find_class("badge")}
    assert badges == {"F"}
    assert page.xpath("//select[@name='kind']/option[@selected]")[0].text_content() == "figure"


def test_nothing_that_fits_offers_all(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/compare?who=Nobody")
    assert page.xpath(f"//p[@class='nothing']/a[@href='/story/{story}/compare']")


def test_text_is_shown_against_its_copy(browser: Browser, story: str) -> None:
    with Ledger(browser.ledger) as ledger:
        [lineage] = [x for x in ledger.story(story).lineages if len(x.articles) > 1]
        outlets = {a.outlet: a.id for a in ledger.articles() if a.id in lineage.articles}
    gull, reed = outlets["Gull Post"], outlets["Reed Gazette"]
    page = browser.page(f"/article/{gull}/changes/{reed}")
    out = " ".join(element.text_content() for element in page.xpath("//del"))
    assert "If they shut the river, we shall shut the road" in out
    assert "barges wait" in " ".join(element.text_content() for element in page.xpath("//ins"))
    lists = [" ".join(s.text_content().split()) for s in page.xpath("//section[.//h2]")[:2]]
    assert lists[0].startswith("Rows that went out")
    assert "If they shut the river" in lists[0]
    linked = browser.page(f"/article/{gull}").xpath("//a[contains(@href, '/changes/')]/@href")
    assert linked
    assert all(browser.get(path).status_code == 200 for path in linked)
