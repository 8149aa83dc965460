"""RSS and Atom: which entries become pages, and what stands beside them."""

from collections.abc import Callable

import pytest

from onrecord.pages import Unreadable, read_bytes
from onrecord.records import Page, Witness

ReadOne = Callable[..., Page]

BODY = "The ferries stopped. The office said why. Nobody was hurt."

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Quay Courier</title><link>https://quay.example/</link>
<item><title>Ferries &amp;amp; trains</title><link>https://quay.example/1</link>
<pubDate>Wed, 05 Jan 2022 10:20:30 GMT</pubDate><description>Teaser.</description>
<content:encoded><![CDATA[<p>The ferries stopped.</p>]]></content:encoded></item>
<item><title>Long summary</title><description>{body}</description>
<source url="https://o.example/f">Other Post</source></item>
<item><title>Teaser only</title><link>https://quay.example/3</link>
<description>Read on.</description></item>
</channel></rss>""".replace("{body}", BODY)

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay <!-- x --> Courier</title>
<entry><title type="html">Ferries &lt;b&gt;stop&lt;/b&gt;</title>
<link rel="self" href="https://quay.example/self"/><link href="https://quay.example/1"/>
<updated>2022-01-06T00:00:00Z</updated><published>2022-01-05T10:20:30Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p></div></content>
</entry>
<entry><content type="text">{BODY}</content></entry></feed>"""


def test_entry_with_content_is_a_page() -> None:
    page = next(read_bytes(RSS.encode(), origin="feed"))
    assert isinstance(page, Page)
    assert page.origin == "feed#1"
    assert page.kind == "html"
    assert page.content == "<p>The ferries stopped.</p>"
    assert page.url == "https://quay.example/1"
    assert page.title == "Ferries & trains"
    assert page.outlet == "Quay Courier"
    assert page.published == "Wed, 05 Jan 2022 10:20:30 GMT"


def test_when_an_entry_was_changed_is_no_date_of_publication() -> None:
    first, _ = read_bytes(ATOM.encode(), origin="feed")
    changed = ATOM.replace("<published>2022-01-05T10:20:30Z</published>", "")
    page, _ = read_bytes(changed.encode(), origin="feed")
    assert isinstance(first, Page)
    assert isinstance(page, Page)
    assert first.published == "2022-01-05T10:20:30Z"
    assert page.published is None
    assert page.witnesses == (Witness(kind="feed", words="updated: 2022-01-06T00:00:00Z"),)


def test_summary_of_three_sentences_is_a_page() -> None:
    _, page, _ = read_bytes(RSS.encode(), origin="feed")
    assert isinstance(page, Page)
    assert (page.kind, page.content, page.outlet) == ("text", BODY, "Other Post")


def test_teaser_is_a_problem_that_names_the_page() -> None:
    *_, teaser = read_bytes(RSS.encode(), origin="feed")
    assert isinstance(teaser, Unreadable)
    assert teaser.origin == "feed#3"
    assert "no text but a summary" in teaser.problem.message
    assert "https://quay.example/3" in teaser.problem.message


def test_atom_entries_are_read() -> None:
    first, second = read_bytes(ATOM.encode(), origin="feed")
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert f"<p>{BODY}</p>" in first.content
    assert first.url == "https://quay.example/1"
    assert first.title == "Ferries stop"
    assert first.outlet == "Quay Courier"
    assert first.published == "2022-01-05T10:20:30Z"
    assert (second.kind, second.content, second.title) == ("text", BODY, None)


def test_rss_1_is_a_feed(read_one: ReadOne) -> None:
    data = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        f'xmlns="http://purl.org/rss/1.0/"><channel><title>Q</title></channel><item>'
        f"<title>T</title><description>{BODY}</description></item></rdf:RDF>"
    )
    assert read_one(data.encode()).title == "T"


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "cp1252"])
def test_charset_of_the_feed_is_found(charset: str) -> None:
    declared = "utf-16" if charset.startswith("utf-16") else "windows-1252"
    data = RSS.replace('"utf-8"', f'"{declared}"').replace("ferries", "fähren")
    page = next(read_bytes(data.encode(charset), origin="feed"))
    assert isinstance(page, Page)
    assert page.content == "<p>The fähren stopped.</p>"


def test_feed_without_entries_is_said() -> None:
    [nothing] = read_bytes(b"<rss><channel><title>T</title></channel></rss>", origin="feed")
    assert isinstance(nothing, Unreadable)
    assert "without entries" in nothing.problem.message


def test_cut_feed_keeps_its_whole_entries() -> None:
    results = list(read_bytes(RSS[: RSS.index("<source")].encode(), origin="feed"))
    assert isinstance(results[0], Page)


def test_entities_are_not_expanded() -> None:
    bomb = (
        '<!DOCTYPE rss [<!ENTITY a "word "><!ENTITY b "' + "&a;" * 1000 + '"><!ENTITY c "'
        + "&b;" * 1000 + '"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
        "<rss><channel><item><title>T &f;</title><description>&c;</description></item>"
        "</channel></rss>"
    )  # fmt: skip
    for result in read_bytes(bomb.encode(), origin="feed"):
        assert isinstance(result, Unreadable) or len(result.content) < 2 * len(bomb)
