"""Tables of articles, as spreadsheets and databases write them."""

from collections.abc import Callable

import pytest

from onrecord.pages import Limits, Unreadable, read_bytes
from onrecord.records import Page

ReadOne = Callable[..., Page]
Refuse = Callable[..., str]

ROWS = '''id,Publication Date,Headline,media outlet,Link,Article Text,Author
1,2031-01-03,Ferries stop,The Tide,https://tide.example/1,"“We stop,” the harbour office said.

The ferries stopped.",Mara Lind
2,2031-01-04,"Ferries ""stop""",The Tide,https://tide.example/2,They sail again.,
'''


def test_rows_are_pages() -> None:
    first, second = read_bytes(ROWS.encode(), origin="table")
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.kind, first.origin, second.origin) == ("exact", "table#1", "table#2")
    assert first.content == "“We stop,” the harbour office said.\n\nThe ferries stopped."
    assert (first.title, first.published) == ("Ferries stop", "2031-01-03")
    assert (first.outlet, second.outlet) == ("The Tide", "The Tide")
    assert (first.url, first.byline) == ("https://tide.example/1", "Mara Lind")
    assert (second.title, second.byline) == ('Ferries "stop"', None)


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_delimiter_charset_and_line_end_is_read(
    read_one: ReadOne, delimiter: str, charset: str, end: str
) -> None:
    table = f"title{delimiter}text{end}Ferries{delimiter}“We stop,” they said – früh.{end}"
    page = read_one(table.encode(charset))
    assert (page.title, page.content) == ("Ferries", "“We stop,” they said – früh.")


def test_first_column_may_have_no_name(read_one: ReadOne) -> None:
    for delimiter in (",", "\t"):
        table = f"\n{delimiter}title{delimiter}text\n0{delimiter}Ferries{delimiter}They stop.\n"
        page = read_one(table.encode())
        assert (page.title, page.content) == ("Ferries", "They stop.")


def test_html_in_a_column_is_parsed(read_one: ReadOne) -> None:
    assert read_one(b"url,content\nhttps://tide.example/1,<p>They stop.</p>\n").kind == "html"


def test_row_without_a_text_is_said_and_the_next_is_read() -> None:
    bad, good = read_bytes(b"title,text\nFerries,\nFerries,They stop.\n", origin="table")
    assert isinstance(bad, Unreadable)
    assert isinstance(good, Page)


def test_table_without_texts_is_said(refuse: Refuse) -> None:
    assert "without a column of texts (it has url, title)" in refuse(b"url,title\nhttps://a.b/,T\n")


def test_table_without_rows_is_said(refuse: Refuse) -> None:
    assert "without rows" in refuse(b"title,text\n\n")


def test_open_quotation_mark_among_the_names_is_said(refuse: Refuse) -> None:
    table = b'title,text,"url' + b"\nFerries stop" * 200
    assert "not closed" in refuse(table, limits=Limits(max_page_bytes=1000))


def test_open_quotation_mark_is_said_and_keeps_the_rows_before_it() -> None:
    table = b'title,text\nFerries,They stop.\nFerries,"They' + b" stop\n" * 1000
    good, bad = read_bytes(table, origin="table", limits=Limits(max_page_bytes=2000))
    assert isinstance(good, Page)
    assert isinstance(bad, Unreadable)
    assert "a quotation mark that is not closed" in bad.problem.message


@pytest.mark.parametrize(
    "text",
    ["Title, date and author are missing.\n\nThe ferries stopped.", "Ferries, text\n\nThey stop."],
)
def test_text_with_commas_is_no_table(read_one: ReadOne, text: str) -> None:
    assert read_one(text.encode()).kind == "text"
