"""Single pages: what they are told to be, and what a browser noted in them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from onrecord.pages import Limits, read_bytes
from onrecord.records import Page

ReadOne = Callable[..., Page]
Refuse = Callable[..., str]

HTML = b"<!DOCTYPE html><title>Ferries</title><p>The ferries stopped on Monday.</p>"
TEXT = "Ferries stop\n\nThe harbour office said on Monday that the ferries would stop.\n"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (HTML, "html"),
        (b"\n\n  <html><body>x</body></html>", "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html>x</html>', "html"),
        (b"<!-- a note --><html>x</html>", "html"),
        (b"junk first\n<html><body><p>x</p></body></html>", "html"),
        (b"<p>a fragment</p><p>of a page</p>", "html"),
        (TEXT.encode(), "text"),
        (b"# Ferries stop\n\n*The* [office](http://x.example) said <b>no</b>.\n" * 30, "text"),
        (b"The tag <html> opens a page, said the clerk.", "text"),
        (b"[Photo: the harbour]\n\nThe ferries stopped.", "text"),
        (b"{the editor} The ferries stopped.", "text"),
        (b"Warning: the ferries stop.\nContent-Type: none of it\n\nMore.", "text"),
        (b"BMW and MZ, two makers\n", "text"),
    ],
)
def test_content_tells_html_from_text(read_one: ReadOne, data: bytes, kind: str) -> None:
    assert read_one(data).kind == kind


def test_text_keeps_its_own_characters(read_one: ReadOne) -> None:
    text = "“So?” – a\u00a0b\tc  \n\n\u2028end"
    assert read_one(text.encode()).content == text


def test_line_ends_become_line_feeds(read_one: ReadOne) -> None:
    assert read_one(b"one\r\ntwo\rthree\nfour").content == "one\ntwo\nthree\nfour"


def test_browser_note_gives_the_address(read_one: ReadOne) -> None:
    page = read_one(b"<!-- saved from url=(0025)https://quay.example/a/b -->\r\n" + HTML)
    assert page.url == "https://quay.example/a/b"


def test_browser_note_of_no_address_is_passed_over(read_one: ReadOne) -> None:
    assert read_one(b"<!-- saved from url=(0014)about:internet -->" + HTML).url is None


def test_single_file_note_gives_address_and_time(read_one: ReadOne) -> None:
    note = (
        b"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://quay.example/a \n"
        b" saved date: Sun Mar 05 2023 12:34:56 GMT+0100 (Central European Standard Time)\n-->"
    )
    page = read_one(note + HTML)
    assert page.url == "https://quay.example/a"
    assert page.captured is not None
    assert page.captured.astimezone(UTC) == datetime(2023, 3, 5, 11, 34, 56, tzinfo=UTC)
    assert page.captured.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    "address",
    [
        "https://web.archive.org/web/20310104101500/https://quay.example/ferries",
        "https://web.archive.org/web/20310104101500id_/https://quay.example/ferries",
        "https://web.archive.org/web/20310104101500/https:/quay.example/ferries",
        "http://archive.ph/2031.01.04-101500/https://quay.example/ferries",
    ],
)
def test_copy_in_a_web_archive_is_the_page_at_its_time(read_one: ReadOne, address: str) -> None:
    page = read_one(f"<!-- saved from url=(0070){address} --><p>Ferries stop.</p>".encode())
    assert page.url == "https://quay.example/ferries"
    assert page.captured == datetime(2031, 1, 4, 10, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "address",
    [
        "https://quay.example/20310104101500/ferries",
        "https://web.archive.org/web/20319904101500/http://a.b/",
    ],
)
def test_other_addresses_are_left_as_they_are(read_one: ReadOne, address: str) -> None:
    page = read_one(f"<!-- saved from url=(0070){address} --><p>Ferries stop.</p>".encode())
    assert (page.url, page.captured) == (address, None)


def test_truncated_html_is_read(read_one: ReadOne) -> None:
    assert read_one(HTML[:-20]).content.endswith("The ferries st")


def test_nesting_of_any_depth_passes(read_one: ReadOne) -> None:
    page = read_one(b"<html>" + b"<div>" * 100_000 + b"deep")
    assert page.content.endswith("<div>deep")


def test_one_line_of_five_megabytes_is_read(read_one: ReadOne) -> None:
    assert len(read_one(b"ferries " * 650_000).content) == 5_200_000


@pytest.mark.parametrize(
    "data", [b"", b" \n\t \r\n", b"\x00\x00\x00", b"\xef\xbb\xbf", b"\xff\xfe"]
)
def test_nothing_to_read_is_said(refuse: Refuse, data: bytes) -> None:
    assert "empty" in refuse(data)


def test_page_over_the_limit_is_refused(refuse: Refuse) -> None:
    message = refuse(b"word " * 1000, limits=Limits(max_page_bytes=4999))
    assert message == (
        "page: is larger than 4,999 bytes, the limit for one page; save its story alone"
    )


def test_page_at_the_limit_is_read(read_one: ReadOne) -> None:
    assert read_one(b"word " * 1000, limits=Limits(max_page_bytes=5000)).content


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
        (b"PK\x03\x04\x14\x00\x00\x00\x08\x00", "a ZIP archive"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "an executable"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00", "an executable"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"\x28\xb5\x2f\xfd\x04\x58", "a Zstandard file"),
        (b"name" + bytes(253) + b"ustar\x0000", "a tar archive"),
        (bytes(range(256)) * 20, "a binary file"),
    ],
)
def test_binary_file_is_named(refuse: Refuse, data: bytes, name: str) -> None:
    message = refuse(data)
    assert f"is {name}" in message
    assert "which cannot be read; " in message


def test_id_rests_on_content_and_not_on_origin(read_one: ReadOne) -> None:
    [other] = read_bytes(HTML, origin="other")
    assert isinstance(other, Page)
    assert read_one(HTML).id == other.id
    assert read_one(HTML + b"x").id != other.id
    assert other.id.startswith("p")
