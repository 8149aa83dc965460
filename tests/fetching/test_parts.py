from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.fetching import Fetched
from onrecord.fetching.entries import is_feed, list_entries, read_source_file
from onrecord.fetching.records import make_record
from onrecord.pages import read_bytes
from onrecord.records import Page

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Gull</title>
<link>https://gull.example/</link>
<item><title>A</title><link>https://gull.example/a#top</link></item>
<item><title>B</title><link> /b?x=1 </link></item>
<item><title>A again</title><link>https://gull.example/a</link></item>
<item><title>C</title><guid>https://gull.example/c</guid></item>
<item><title>No page</title><guid isPermaLink="false">https://gull.example/no</guid></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Reed</title>
<link rel="self" href="https://reed.example/feed"/>
<entry><link rel="enclosure" href="https://reed.example/a.mp3"/>
<link href="https://reed.example/a"/></entry>
<entry><link rel="alternate" href="b"/></entry></feed>"""
WHEN = datetime(2031, 4, 1, 10, 30, tzinfo=UTC)


def test_entries_of_rss_are_listed_once_each() -> None:
    found = list(list_entries(RSS.encode(), base="https://gull.example/feeds/rss"))
    assert found == [f"https://gull.example/{path}" for path in ("a", "b?x=1", "c")]


def test_entries_of_atom_are_listed() -> None:
    found = list(list_entries(ATOM.encode(), base="https://reed.example/feed"))
    assert found == ["https://reed.example/a", "https://reed.example/b"]


def test_feed_that_is_cut_short_gives_what_is_whole() -> None:
    cut = RSS.partition("B</title>")[0].encode()
    assert list(list_entries(cut, base="")) == ["https://gull.example/a"]


def test_feed_cannot_make_entities_grow() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "'
        + "&a;" * 1000
        + '">]><rss><item><link>https://gull.example/&b;</link></item></rss>'
    )
    [found] = list_entries(bomb.encode(), base="") or [""]
    assert len(found) < 100


@pytest.mark.parametrize(("text", "feed"), [(RSS, True), (ATOM, True), ("<html><p>x", False)])
def test_feeds_are_told_by_their_content(text: str, feed: bool) -> None:
    assert is_feed(text.encode()) == feed


def test_files_name_sources_or_pages(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS.replace("/b?x=1", "https://gull.example/b"))
    assert len(read_source_file(str(tmp_path / "a.rss")).pages) == 3
    (tmp_path / "list.txt").write_text(
        "# mine\nhttps://gull.example/rss\n\nhttps://reed.example/\n"
    )
    listed = read_source_file(str(tmp_path / "list.txt")).sources
    assert listed == ("https://gull.example/rss", "https://reed.example/")
    (tmp_path / "my.opml").write_text(
        '<opml version="2.0"><body><outline text="x"><outline xmlUrl="https://gull.example/rss"/>'
        '<outline xmlUrl="file:///etc/passwd"/></outline></body></opml>'
    )
    assert read_source_file(str(tmp_path / "my.opml")).sources == ("https://gull.example/rss",)


@pytest.mark.parametrize("text", ["", "<html><p>Gulls.", "https://gull.example/\nand more\n"])
def test_other_files_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "x").write_text(text)
    with pytest.raises(InputError, match="no feed"):
        read_source_file(str(tmp_path / "x"))


def make_fetched(**values: object) -> Fetched:
    given = {
        "url": "https://gull.example/a?b=c",
        "status": 200,
        "reason": "OK",
        "fields": (
            ("Content-Type", "text/html; charset=iso-8859-1"),
            ("Transfer-Encoding", "chunked"),
            ("Last-Modified", "Tue, 01 Apr 2031 10:00:00 GMT"),
        ),
        "body": "<p>Möwe".encode("latin-1"),
        "when": WHEN,
    }
    return Fetched(**{**given, **values})  # type: ignore[arg-type]


def test_record_is_read_with_its_address_time_and_charset() -> None:
    [page] = read_bytes(make_record(make_fetched()), origin="x")
    assert isinstance(page, Page)
    assert page.url == "https://gull.example/a?b=c"
    assert page.captured == WHEN
    assert page.content == "<p>Möwe"
    assert page.kind == "html"


def test_record_keeps_what_the_server_said() -> None:
    record = make_record(make_fetched())
    assert b"\r\nLast-Modified: Tue, 01 Apr 2031 10:00:00 GMT\r\n" in record
    assert b"Transfer-Encoding" not in record
    assert make_record(make_fetched()) == record


def test_field_cannot_break_out_of_its_line() -> None:
    fetched = make_fetched(reason="OK\r\nX: y", fields=(("A", "b\r\n\r\n<p>forged"),))
    [page] = read_bytes(make_record(fetched), origin="x")
    assert isinstance(page, Page)
    assert "forged" not in page.content
