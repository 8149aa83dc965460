import gzip
from itertools import pairwise
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]

from onrecord.ledger import Filter, Ledger
from onrecord.web.guards import HEADERS, hosts_of

Browser = Any  # of conftest.py, which cannot be imported

ELEMENTS_THAT_RUN = "//img | //iframe | //object | //embed | //base | //meta[@http-equiv]"


def assert_harmless(path: str, content: bytes) -> None:
    page = html.document_fromstring(content)
    scripts = page.xpath("//script")
    files = [script.get("src", "").split("?")[0] for script in scripts]
    assert files in (["/static/desk.js"], ["/static/desk.js", "/static/tasks.js"]), path
    assert not any(script.text for script in scripts), path
    assert not page.xpath("//style | //*[@style]"), path
    assert not page.xpath("//@*[starts-with(name(), 'on')]"), path
    assert not page.xpath(ELEMENTS_THAT_RUN), path
    for address in page.xpath("//@href | //@src | //@action"):
        assert address.startswith(("/", "#", "http://", "https://", "data:,")), (path, address)
    text = content.decode()
    for mark in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\x1b\x00":
        assert mark not in text, (path, mark)


def assert_well_formed(path: str, content: bytes) -> None:
    page = html.document_fromstring(content)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids)), (path, [i for i in ids if ids.count(i) > 1])
    assert len(page.xpath("//main")) == 1, path
    assert len(page.xpath("//h1")) == 1, path
    assert page.get("lang") == "en", path
    levels = [int(head.tag[1]) for head in page.xpath("//main//h1|//main//h2|//main//h3")]
    for before, after in pairwise(levels):
        assert after <= before + 1, (path, levels)
    for field in page.xpath("//input[not(@type='hidden')] | //select"):
        labelled = field.iterancestors("label")
        assert next(labelled, None) is not None or field.get("id"), (path, field.get("name"))
    assert not page.xpath("//a//a"), path


def test_every_link_leads_to_a_page_that_is_well_formed(browser: Browser) -> None:
    found = browser.crawl()
    assert len(found) > 40
    for path, response in found.items():
        assert response.status_code == 200, path
        if response.headers["content-type"].startswith("text/html"):
            assert_well_formed(path, response.content)


def test_what_pages_say_about_themselves_is_only_text(hostile: Browser) -> None:
    found = hostile.crawl()
    assert len(found) > 40
    for path, response in found.items():
        assert response.status_code == 200, path
        if response.headers["content-type"].startswith("text/html"):
            assert_harmless(path, response.content)
            assert_well_formed(path, response.content)
            assert "49" not in response.text.split("<main")[1].split("{{ 7*7 }}")[0][-9:], path


def test_hostile_words_can_still_be_read(hostile: Browser) -> None:
    text = hostile.text("/search?q=winter")
    assert "<script>alert(1)</script>" in text
    assert "{{ 7*7 }}" in text


@pytest.mark.parametrize(
    "query",
    [
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "q=%22%20onfocus=alert(1)%20x=%22",
        "q=x&who=%3Cimg%20src=x%3E&outlet=%22%3E%3Cb%3E",
        "q=%E2%80%AEevil&since=%3Cscript%3E",
        "q=%00&page=%3Cscript%3E",
    ],
)
def test_what_an_address_asks_for_is_only_text(browser: Browser, query: str) -> None:
    response = browser.get(f"/search?{query}")
    assert response.status_code == 200
    assert_harmless(query, response.content)


def test_headers_are_on_every_answer(browser: Browser, story: str) -> None:
    paths = ("/", "/nothing", f"/story/{story}", "/static/desk.js", f"/brief/{story}.md")
    for path in paths:
        headers = browser.get(path).headers
        for name, value in HEADERS.items():
            assert headers[name] == value, path
    assert "unsafe" not in HEADERS["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost:1", ""])
def test_other_hosts_are_refused(browser: Browser, host: str) -> None:
    response = browser.get("/", host=host)
    assert response.status_code == 421
    assert "story" not in response.text


def test_both_names_of_this_machine_are_served(browser: Browser) -> None:
    assert browser.get("/", host="localhost:8765").status_code == 200
    assert "127.0.0.1" in hosts_of(80)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_only_reading_and_posting_is_served(browser: Browser, method: str) -> None:
    response = browser.client.request(method, "/")
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, POST"


def test_pages_take_no_forms(browser: Browser) -> None:
    response = browser.client.post("/", headers={"origin": "http://127.0.0.1:8765"})
    assert response.status_code == 405


def test_long_addresses_and_fields_are_refused(browser: Browser) -> None:
    assert browser.get("/search?q=" + "x" * 3000).status_code == 414
    assert browser.get("/search?q=" + "x" * 300).status_code == 400


def test_page_numbers_beyond_the_end_are_empty_pages(browser: Browser, story: str) -> None:
    for page in ("9999", "99999999999", "-1", "x"):
        assert browser.get(f"/story/{story}/statements?page={page}").status_code == 200


def test_unchanged_page_is_not_sent_again(browser: Browser) -> None:
    first = browser.get("/")
    again = browser.get("/", if_none_match=first.headers["etag"])
    assert again.status_code == 304
    assert not again.content


def test_changed_ledger_changes_the_tag(browser: Browser, hostile: Browser) -> None:
    assert browser.get("/").headers["etag"] != hostile.get("/").headers["etag"]


def test_ledger_that_is_gone_is_a_friendly_page(browser: Browser, tmp_path: object) -> None:
    gone = type(browser)(browser.ledger.with_name("gone"))
    response = gone.get("/")
    assert response.status_code == 503
    assert "there is no ledger" in response.text


def test_mistake_of_ours_is_a_friendly_page(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(Ledger, "problems", fail)
    response = browser.get("/about")
    assert response.status_code == 500
    assert "On Record made a mistake" in response.text
    assert "secret" not in response.text
    assert response.headers["content-security-policy"]


def test_files_are_small_and_kept(browser: Browser) -> None:
    css, script = browser.get("/static/desk.css"), browser.get("/static/desk.js")
    assert len(gzip.compress(css.content)) < 15_360
    assert len(gzip.compress(script.content)) < 10_240
    assert len(browser.get("/static/tasks.css").content) < 5_120
    assert len(browser.get("/static/tasks.js").content) < 5_120
    assert "immutable" in css.headers["cache-control"]


def test_pages_are_small(browser: Browser, story: str) -> None:
    with Ledger(browser.ledger) as ledger:
        article = next(iter(ledger.articles(Filter(story=story)))).id
    for path in ("/", f"/story/{story}", f"/article/{article}", f"/brief/{story}"):
        response = browser.get(path, accept_encoding="gzip")
        assert int(response.headers.get("content-length", 0)) < 100_000
