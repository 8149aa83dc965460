import json
import time
from pathlib import Path
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from tests.ledger import plain_reader

from onrecord.ledger import Ledger
from onrecord.watches import Memory, Watch, add_watch, check, list_watches

Browser = Any  # of conftest.py, which cannot be imported


@pytest.fixture
def desk(browser: Browser, tmp_path: Path) -> Browser:
    """A browser on a ledger of two pages that may be changed."""
    plain_reader.write_pages(tmp_path / "saved", 2)
    with Ledger(tmp_path / "ledger", create=True) as ledger:
        ledger.add([str(tmp_path / "saved")], read=plain_reader.read)
    return type(browser)(tmp_path / "ledger")


def save(desk: Browser, name: str = "Venn", **fields: str) -> Watch:
    response = desk.send("/watches", data={"do": "add", "name": name, **fields})
    assert (response.status_code, response.headers["location"]) == (303, "/watches")
    return next(watch for watch in list_watches(desk.ledger) if watch.name == name)


def add_page(desk: Browser, number: int) -> None:
    path = desk.ledger.parent / "one.txt"
    path.write_text(plain_reader.make_text(number))
    with Ledger(desk.ledger) as ledger:
        ledger.add([str(path)], read=plain_reader.read)


def test_page_without_watches_says_what_they_are(desk: Browser) -> None:
    assert "A watch is a saved filter" in desk.text("/watches")
    assert not (desk.ledger / "watches.sqlite").exists()


def test_watch_is_saved_and_tells_what_comes(desk: Browser) -> None:
    watch = save(desk, who="venn", kind="statement")
    assert watch.fields == {"who": "venn", "kind": "statement"}
    assert "No news yet" in desk.text(f"/watches/{watch.id}")
    add_page(desk, 3)
    assert desk.send("/watches", data={"do": "check"}).status_code == 303
    text = desk.text("/watches")
    assert "Venn who venn, kind statement 1 new" in text
    page = desk.page(f"/watches/{watch.id}")
    [row] = page.xpath("//table[@class='told-rows']/tbody/tr")
    assert row.xpath(".//a[starts-with(@href, '/row/')]")
    assert "Ada Venn claim" in row.text_content()


def test_changed_and_withdrawn_rows_are_told_with_the_reason(desk: Browser) -> None:
    watch = save(desk)
    with Ledger(desk.ledger) as ledger:
        article = next(iter(ledger.articles()))
        ledger.remove(article.id, who="ana")
    desk.send("/watches", data={"do": "check"})
    text = desk.text(f"/watches/{watch.id}")
    assert "withdrawn" in text
    assert "its page was removed" in text


def test_feeds_are_served_and_not_sent_again(desk: Browser) -> None:
    watch = save(desk)
    add_page(desk, 3)
    desk.send("/watches", data={"do": "check"})
    atom = desk.get(f"/watches/{watch.id}/atom.xml")
    assert atom.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert f"http://127.0.0.1:8765/watches/{watch.id}".encode() in atom.content
    again = desk.get(f"/watches/{watch.id}/atom.xml", if_none_match=atom.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    feed = desk.get(f"/watches/{watch.id}/feed.json")
    assert feed.headers["content-type"] == "application/feed+json; charset=utf-8"
    assert json.loads(feed.content)["items"]
    links = desk.page("/watches").xpath("//link[@rel='alternate']/@href")
    assert links == [f"/watches/{watch.id}/atom.xml"]


def test_form_starts_with_the_filter_of_the_address(desk: Browser) -> None:
    page = desk.page(
        "/watches?who=Venn&kind=act&act=threaten&story=sg1&since=2031-04-01&lineages=2"
    )
    [form] = page.xpath("//form[@aria-label='New watch']")
    values = {field.get("name"): field.get("value") for field in form.xpath(".//input")}
    assert (values["who"], values["since"], values["story"]) == ("Venn", "2031-04-01", "sg1")
    assert values["lineages"] == "2"
    assert form.xpath(".//select[@name='kind']/option[@selected]/text()") == ["act"]
    assert form.xpath(".//select[@name='act']//option[@selected]/@value") == ["threaten"]


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        ({"do": "add", "name": ""}, "needs a name"),
        ({"do": "add", "name": "x", "since": "soon"}, "is no day"),
        ({"do": "add", "name": "x", "kind": "tune"}, "is no kind"),
        ({"do": "remove", "id": "w0"}, "is no watch"),
        ({"do": "sing"}, "does not say what to do"),
        ({}, "does not say what to do"),
    ],
)
def test_form_that_will_not_do_says_why(desk: Browser, form: dict[str, str], fault: str) -> None:
    response = desk.send("/watches", data=form)
    assert response.status_code == 400
    assert fault in html.document_fromstring(response.text).text_content()


def test_large_form_is_refused(desk: Browser) -> None:
    response = desk.send("/watches", data={"do": "add", "name": "x" * 20_000})
    assert response.status_code == 413


def test_forms_of_other_sites_are_refused(desk: Browser) -> None:
    other = {"origin": "http://evil.example", "sec-fetch-site": "cross-site"}
    response = desk.send("/watches", data={"do": "add", "name": "x"}, headers=other)
    assert response.status_code == 403
    assert list_watches(desk.ledger) == []


def test_removed_watch_is_a_friendly_404(desk: Browser) -> None:
    watch = save(desk)
    desk.send("/watches", data={"do": "remove", "id": watch.id})
    for path in ("", "/atom.xml", "/feed.json"):
        assert desk.get(f"/watches/{watch.id}{path}").status_code == 404
    assert "A watch is a saved filter" in desk.text("/watches")


def test_job_tells_which_watches_have_news(browser: Browser, desk: Browser) -> None:
    watch = save(desk)
    reading = type(browser)(desk.ledger, read=plain_reader.read)
    files = [("pages", ("x.txt", plain_reader.make_text(3)))]
    address = reading.send("/add", files=files).headers["location"]
    for _ in range(1200):
        job = reading.get(f"{address}.json").json()
        if job["state"] == "done":
            break
        time.sleep(0.05)
    assert job["news"] == [{"id": watch.id, "name": "Venn"}]
    assert reading.page(address).xpath(f"//p[@class='note']/a[@href='/watches/{watch.id}']")


def test_names_and_rows_are_only_text(browser: Browser, tmp_path: Path) -> None:
    attack = "<script>alert(1)</script>\u202e"
    with Ledger(tmp_path / "ledger", create=True) as ledger:
        watch = add_watch(ledger.path, f"</title>{attack}", {})
        with Memory.open(ledger.path) as memory:
            check(ledger, watch, memory)
            (tmp_path / "x.txt").write_text(f"{attack}\n\nAda Venn said “{attack} it is”.")
            ledger.add([str(tmp_path / "x.txt")], read=plain_reader.read)
            assert check(ledger, watch, memory)
    desk = type(browser)(tmp_path / "ledger")
    text = desk.get("/watches").text + desk.get(f"/watches/{watch.id}").text
    assert "<script>alert" not in text
    assert "\u202e" not in text
    assert "alert(1)" in text
