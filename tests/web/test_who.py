from dataclasses import replace
from pathlib import Path

import pytest
from tests.web.conftest import Browser, build_ledger

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.records import Reading


def test_names_in_rows_lead_to_their_page(browser: Browser, story: str) -> None:
    page = browser.page(f"/story/{story}/statements")
    assert "/who/Mara%20Tolling" in page.xpath("//a[@class='who']/@href")


def test_positions_show_words_act_and_reports(browser: Browser) -> None:
    text = browser.text("/who/Mara%20Tolling")
    assert "The lock stays shut until the wages of last winter are paid" in text
    assert "demand" in text
    assert "3 reports, 3 outlets, 2 lineages, 1 origin" in text


def test_everybody_is_listed_with_the_page_of_each(browser: Browser) -> None:
    [nav] = browser.page("/").xpath("//nav[@aria-label='Site']")
    assert "/people" in nav.xpath("./a/@href")
    page = browser.page("/people")
    [first, second] = page.xpath("//ul[@class='others']/li")
    assert first.xpath(".//a/@href") == ["/who/Mara%20Tolling"]
    assert "leader of the keepers" in first.text_content()
    assert second.xpath(".//a/@href") == ["/who/Joss%20Harrow"]


def test_the_start_of_a_name_finds_it(browser: Browser) -> None:
    page = browser.page("/people?q=toll")
    assert page.xpath("//ul[@class='others']//a/@href") == ["/who/Mara%20Tolling"]


def test_a_page_in_another_language_says_so(tmp_path: Path) -> None:
    def translate(reading: Reading) -> Reading:
        assert reading.article is not None
        return replace(reading, article=replace(reading.article, language="de"))

    desk = Browser(build_ledger(tmp_path, change=translate))
    with Ledger(desk.ledger) as ledger:
        article = next(iter(ledger.articles())).id
    assert "This page is not in English (de)" in desk.text(f"/article/{article}")


def test_each_part_has_a_list_with_its_number(browser: Browser) -> None:
    page = browser.page("/who/Mara%20Tolling")
    tabs = {" ".join(a.text_content().split()): a.get("href") for a in page.xpath("//nav//a")}
    assert "/who/Mara%20Tolling?list=did" in tabs.values()
    listed = browser.page("/who/Mara%20Tolling?list=did")
    copies = listed.xpath("//p[@class='src also']/a")
    assert f"Done by {len(listed.find_class('row')) + len(copies)}" in tabs


def test_surname_alone_leads_to_the_one_who_bears_it(browser: Browser) -> None:
    assert browser.page("/who/harrow").xpath("//h1")[0].text_content() == "Joss Harrow"


def test_forms_of_the_name_are_listed(browser: Browser) -> None:
    page = browser.page("/who/Joss%20Harrow")
    [table] = page.xpath("//section[@class='forms']//table")
    assert [c.text_content() for c in table.xpath(".//tbody/tr/*")][:2] == [
        "Joss Harrow",
        "president",
    ]


def test_merging_starts_at_the_page_of_a_person(browser: Browser) -> None:
    [link] = browser.page("/who/Joss%20Harrow").xpath("//a[contains(@href, '/people?')]/@href")
    assert browser.page(link).xpath("//h1")[0].text_content() == "Who is Joss Harrow?"


@pytest.mark.parametrize("name", ["Nobody", "!!!", "%00", "a/b", "x" * 500])
def test_nobody_of_that_name_is_a_friendly_404(browser: Browser, name: str) -> None:
    assert browser.get(f"/who/{name}").status_code == 404


def test_actor_counts_rows_by_part_and_story(browser: Browser, story: str) -> None:
    with Ledger(browser.ledger) as ledger:
        actor = ledger.actor("Mara Tolling")
        assert actor.kind == "person"
        assert list(actor.sagas) == [story]
        assert actor.parts["who", "statement"] == 3
        rows = list(ledger.rows_of(actor, "who", "statement", saga=story))
        assert [row.who[0].name for row in rows] == ["Mara Tolling"] * 3
        assert list(ledger.rows_of(actor, "who", "statement", limit=1, offset=1)) == [rows[1]]
        assert list(ledger.rows_of(actor, "who", "statement", saga="sg0")) == []
        with pytest.raises(LedgerError, match="nobody in the ledger is named “Nobody”"):
            ledger.actor("Nobody")


def test_places_are_those_of_the_rows(browser: Browser) -> None:
    with Ledger(browser.ledger) as ledger:
        rows, places = list(ledger.rows()), list(ledger.places())
        assert [place.id for place in places] == [row.id for row in rows]
        assert [place.account for place in places] == [row.account for row in rows]
        assert [place.when.earliest for place in places] == [
            row.when.earliest or row.published.earliest for row in rows
        ]


def test_a_name_that_each_state_has_shows_what_is_told_of_it_at_once(tmp_path: Path) -> None:
    def rename(reading: Reading) -> Reading:
        return replace(
            reading,
            actors=tuple(
                replace(actor, name="Foreign Ministry", kind="organisation", role=None)
                for actor in reading.actors
            ),
        )

    desk = Browser(build_ledger(tmp_path, change=rename))
    page = desk.page("/who/Foreign%20Ministry")
    assert "The articles do not say whose Foreign Ministry it is" in page.text_content()
    assert page.find_class("row")
    assert page.xpath("//nav[@class='tabs']/a[@aria-current='page'][starts-with(., 'Said by')]")
    assert "Same person" not in page.text_content()
