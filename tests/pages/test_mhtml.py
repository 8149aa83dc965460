"""MHTML as browsers write it, and as it breaks."""

import base64
import quopri
from collections.abc import Callable
from datetime import UTC, datetime

from onrecord.pages import Limits
from onrecord.records import Page

ReadOne = Callable[..., Page]
Refuse = Callable[..., str]

HTML = "<html><head><title>Quay</title></head><body><p>“Nein”, sagte er früh.</p></body></html>"


def make_mhtml(part: bytes, *, extra: bytes = b"", top: bytes = b"") -> bytes:
    return (
        b"From: <Saved by Blink>\r\n"
        b"Snapshot-Content-Location: https://quay.example/ferries\r\n"
        b"Subject: =?utf-8?Q?Quay?=\r\n"
        b"Date: Wed, 5 Jan 2022 10:20:30 -0000\r\n"
        b"MIME-Version: 1.0\r\n" + top + b"Content-Type: multipart/related;\r\n"
        b'\ttype="text/html";\r\n\tboundary="----MultipartBoundary--abc----"\r\n\r\n\r\n'
        b"------MultipartBoundary--abc----\r\n" + part + b"\r\n" + extra
        + b"------MultipartBoundary--abc------\r\n"
    )  # fmt: skip


def make_part(body: bytes, encoding: bytes, charset: bytes = b"") -> bytes:
    return (
        b"Content-Type: text/html" + charset + b"\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        b"Content-Transfer-Encoding: " + encoding + b"\r\n"
        b"Content-Location: https://quay.example/ferries?p=1\r\n\r\n" + body
    )  # fmt: skip


def test_main_part_is_read_with_address_and_time(read_one: ReadOne) -> None:
    page = read_one(make_mhtml(make_part(quopri.encodestring(HTML.encode()), b"quoted-printable")))
    assert page.kind == "html"
    assert page.content.strip() == HTML
    assert page.url == "https://quay.example/ferries?p=1"
    assert page.captured == datetime(2022, 1, 5, 10, 20, 30, tzinfo=UTC)


def test_base64_and_declared_charset_are_decoded(read_one: ReadOne) -> None:
    body = base64.encodebytes(HTML.encode("cp1252"))
    page = read_one(make_mhtml(make_part(body, b"base64", b'; charset="iso-8859-1"')))
    assert page.content == HTML


def test_unencoded_body_is_taken_as_it_is(read_one: ReadOne) -> None:
    assert HTML in read_one(make_mhtml(make_part(HTML.encode(), b"8bit"))).content


def test_parts_behind_the_page_are_not_read(read_one: ReadOne) -> None:
    picture = (
        b"------MultipartBoundary--abc----\r\nContent-Type: image/png\r\n\r\n"
        + b"iVBORw0KGgo=" * 100_000 + b"\r\n"
    )  # fmt: skip
    part = make_part(HTML.encode(), b"binary")
    page = read_one(make_mhtml(part, extra=picture), limits=Limits(max_page_bytes=2000))
    assert "image/png" not in page.content


def test_page_in_a_part_in_a_part_is_found(read_one: ReadOne) -> None:
    inner = b"Content-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\n" + (
        make_part(HTML.encode(), b"7bit") + b"\r\n--inner--\r\n"
    )
    assert HTML in read_one(make_mhtml(inner)).content


def test_single_part_is_read(read_one: ReadOne) -> None:
    assert read_one(b"MIME-Version: 1.0\r\n" + make_part(HTML.encode(), b"8bit")).content == HTML


def test_cut_page_is_read(read_one: ReadOne) -> None:
    data = make_mhtml(make_part(HTML.encode(), b"8bit"))
    assert "Nein" in read_one(data[: data.index(b"</body>")]).content


def test_missing_page_is_said(refuse: Refuse) -> None:
    assert "without an HTML part" in refuse(make_mhtml(b"Content-Type: image/png\r\n\r\nabc"))


def test_damaged_base64_is_said(refuse: Refuse) -> None:
    assert "damaged" in refuse(make_mhtml(make_part(b"abcde", b"base64")))


def test_page_over_the_limit_is_refused(refuse: Refuse) -> None:
    data = make_mhtml(make_part(b"<p>" + b"word " * 5000, b"8bit"))
    for limit in (3000, 20_000):
        assert "larger than" in refuse(data, limits=Limits(max_page_bytes=limit))


def test_header_without_end_is_said(refuse: Refuse) -> None:
    data = b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n" + b"X-Pad: word\r\n" * 10_000
    assert "does not end within 64 KB" in refuse(data)


def test_mail_like_text_is_no_mhtml(read_one: ReadOne) -> None:
    assert read_one(b"From: the harbour office\nTo: all\n\nNo ferries.").kind == "text"
