"""The feeds against what their specifications demand (RFC 4287; JSON Feed 1.1)."""

import json
import re
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree  # type: ignore[import-untyped]

from onrecord.fetching.entries import is_feed
from onrecord.fetching.entries import list_entries as list_links
from onrecord.watches import Firing, Memory, Watch
from onrecord.watches.feeds import atom_feed, json_feed
from onrecord.watches.reports import report_lines, report_text

Desk = Any  # of conftest.py
ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "http://127.0.0.1:8765"
URL = "https://gull.example/lock"
LOCK = "Ada Venn at Port Orr\n\nAda Venn said “the lock stays shut”.\n\nSome 300 boats wait there."
HOSTILE = "Ada Venn said “<script>alert(1)</script> & ]]> \u202e\x0b”."
# RFC 3339, as Atom's and JSON Feed's dates have to be.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


@pytest.fixture
def told(desk: Desk) -> tuple[Watch, list[Firing]]:
    """A watch that has told of new rows, then of a change, and of a row that is gone."""
    watch = desk.watch("Boats & <locks>")
    desk.put(LOCK, URL)
    desk.fire(watch)
    desk.put(LOCK.replace("300", "350") + f"\n\n{HOSTILE}", URL)
    desk.fire(watch)
    desk.put(LOCK.partition("\n\nSome")[0], URL)
    desk.fire(watch)
    with Memory.open(desk.ledger.path) as memory:
        return watch, memory.list_firings(watch.id)


def check_atom(data: bytes) -> Any:
    """Parse an Atom feed, and check what RFC 4287 says MUST be."""
    feed = etree.fromstring(data)
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert len(feed.findall(ATOM + name)) == 1, name
    assert feed.findtext(f"{ATOM}author/{ATOM}name")  # or each entry would need one
    alternates: list[Any] = [
        (link.get("type"), link.get("hreflang"))
        for link in feed.findall(f"{ATOM}link")
        if link.get("rel", "alternate") == "alternate"
    ]
    assert len(alternates) == len(set(alternates))
    ids = [feed.findtext(f"{ATOM}id")]
    for entry in feed.findall(f"{ATOM}entry"):
        for name in ("id", "title", "updated"):
            assert len(entry.findall(ATOM + name)) == 1, name
        assert len(entry.findall(f"{ATOM}content")) == 1
        assert entry.find(f"{ATOM}content").get("type") == "text"
        assert not list(entry.find(f"{ATOM}content")), "text has no elements"
        ids.append(entry.findtext(f"{ATOM}id"))
    assert len(ids) == len(set(ids))
    assert all(urlsplit(id_).scheme and " " not in id_ for id_ in ids)
    for date in feed.iter(f"{ATOM}updated"):
        assert MOMENT.fullmatch(date.text)
    for link in feed.iter(f"{ATOM}link"):
        assert urlsplit(link.get("href")).scheme in ("http", "https")
        assert link.get("href").isascii()
    return feed


def check_json_feed(data: bytes) -> dict[str, Any]:
    """Parse a JSON Feed, and check what version 1.1 demands."""
    feed: dict[str, Any] = json.loads(data.decode("utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    assert isinstance(feed["items"], list)
    for name in ("home_page_url", "feed_url"):
        assert urlsplit(feed.get(name, BASE)).scheme == "http"
    for author in feed["authors"]:
        assert set(author) & {"name", "url", "avatar"}
    ids = [item["id"] for item in feed["items"]]
    assert len(ids) == len(set(ids))
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert isinstance(item["content_text"], str)
        assert item["content_text"]
        assert MOMENT.fullmatch(item["date_published"])
        assert urlsplit(item.get("url", BASE)).scheme in ("http", "https")
    return feed


def test_atom_is_valid_and_has_the_latest_first(told: tuple[Watch, list[Firing]]) -> None:
    feed = check_atom(atom_feed(*told, base=BASE))
    assert feed.findtext(f"{ATOM}title") == "On Record: Boats & <locks>"
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]
    assert [title.split(":")[0] for title in titles] == (
        ["Withdrawn", "Withdrawn", "New", "Changed", "New", "New"]
    )
    dates = [entry.findtext(f"{ATOM}updated") for entry in feed.findall(f"{ATOM}entry")]
    assert dates == sorted(dates, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == dates[0]


def test_json_feed_is_valid_and_says_the_same(told: tuple[Watch, list[Firing]]) -> None:
    feed = check_json_feed(json_feed(*told, base=BASE))
    atom = check_atom(atom_feed(*told, base=BASE))
    assert [item["id"] for item in feed["items"]] == [
        entry.findtext(f"{ATOM}id") for entry in atom.findall(f"{ATOM}entry")
    ]


def test_entries_lead_to_their_rows_or_to_their_pages(told: tuple[Watch, list[Firing]]) -> None:
    items = check_json_feed(json_feed(*told, base=BASE))["items"]
    assert items[0]["url"] == URL  # of a withdrawn row there is no page any more
    assert items[-1]["url"].startswith(f"{BASE}/row/")
    items = check_json_feed(json_feed(*told))["items"]
    assert {item["url"] for item in items} == {URL}


def test_change_says_what_was_and_what_is(told: tuple[Watch, list[Firing]]) -> None:
    items = check_json_feed(json_feed(*told))["items"]
    [changed] = [item for item in items if item["title"].startswith("Changed")]
    assert "words: 300 boats → 350 boats" in changed["content_text"]
    assert "(the page has changed)" in changed["content_text"]


def test_feed_without_news_is_valid(desk: Desk) -> None:
    watch = desk.watch()
    assert check_atom(atom_feed(watch, [])).find(f"{ATOM}entry") is None
    assert check_json_feed(json_feed(watch, []))["items"] == []


def test_our_own_feeds_can_be_watched(told: tuple[Watch, list[Firing]]) -> None:
    feed = atom_feed(*told, base=BASE)
    assert is_feed(feed)
    assert URL in list(list_links(feed, base=BASE))


def test_hostile_words_are_only_text(told: tuple[Watch, list[Firing]]) -> None:
    for data in (atom_feed(*told), json_feed(*told)):
        text = data.decode()
        assert "\u202e" not in text
        assert "\x0b" not in text
        assert "alert(1)" in text
    assert b"<script>" not in atom_feed(*told)


def test_report_says_what_is_new_changed_and_withdrawn(told: tuple[Watch, list[Firing]]) -> None:
    watch, firings = told
    text = report_text(watch, firings[::-1])
    assert text.startswith("Boats & <locks>: 3 new, 1 changed, 2 withdrawn\n(all rows)\n")
    assert "NEW  Ada Venn claim: “the lock stays shut”" in text
    assert "     words: 300 boats → 350 boats\n" in text
    assert "WITHDRAWN  350 people" in text
    assert "(the page does not say so any more)" in text
    assert "\x0b" not in text


def test_report_lines_are_json_objects(told: tuple[Watch, list[Firing]]) -> None:
    watch, firings = told
    lines = [json.loads(line) for line in report_lines(watch, firings[::-1])]
    assert [line["news"] for line in lines] == (
        ["new", "new", "new", "changed", "withdrawn", "withdrawn"]
    )
    assert datetime.fromisoformat(lines[0]["when"])
    assert lines[3]["fields"] == ["value", "words"]
    assert lines[3]["before"]["words"] == "300 boats"
