"""Web archives as Safari writes them, and other property lists."""

import plistlib
from collections.abc import Callable

import pytest

from onrecord.pages import Limits
from onrecord.records import Page

ReadOne = Callable[..., Page]
Refuse = Callable[..., str]

HTML = "<html><body><p>“Nein”, sagte er früh.</p></body></html>"


def make_archive(
    data: object = HTML.encode("cp1252"), fmt: plistlib.PlistFormat = plistlib.FMT_BINARY
) -> bytes:
    main = {
        "WebResourceData": data,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "windows-1252",
        "WebResourceURL": "https://quay.example/ferries",
    }
    picture = {"WebResourceData": b"\x89PNG", "WebResourceURL": "https://quay.example/a.png"}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": [picture]}, fmt=fmt)


@pytest.mark.parametrize("fmt", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_main_page_is_read_with_its_address(read_one: ReadOne, fmt: plistlib.PlistFormat) -> None:
    page = read_one(make_archive(fmt=fmt))
    assert (page.kind, page.content) == ("html", HTML)
    assert page.url == "https://quay.example/ferries"


@pytest.mark.parametrize(
    "data", [plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), make_archive("x")]
)
def test_other_property_list_is_said(refuse: Refuse, data: bytes) -> None:
    assert "no web archive with a page" in refuse(data)


@pytest.mark.parametrize("cut", [9, 60, 200])
def test_cut_archive_is_said(refuse: Refuse, cut: int) -> None:
    assert "damaged" in refuse(make_archive()[:cut])


def test_archive_in_an_unknown_charset_is_said(refuse: Refuse) -> None:
    archive = make_archive(fmt=plistlib.FMT_XML).replace(b"UTF-8", b"UT8", 1)
    assert "damaged" in refuse(archive)


def test_archive_over_the_limit_is_said(refuse: Refuse) -> None:
    assert "more than 100 bytes" in refuse(make_archive(), limits=Limits(max_record_bytes=100))
