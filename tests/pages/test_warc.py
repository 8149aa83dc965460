"""WARC: what becomes a page, and how reading goes on behind what is malformed."""

import gzip
import io
import zlib
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter

from onrecord.pages import Limits, Unreadable, read_bytes
from onrecord.records import Page, Witness

ReadOne = Callable[..., Page]
Refuse = Callable[..., str]


def make_record(
    body: bytes,
    *,
    url: str = "https://quay.example/1",
    kind: str = "response",
    status: str = "200 OK",
    content_type: str = "text/html; charset=utf-8",
    fields: str = "",
    length: int | str | None = None,
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{fields}\r\n".encode()
    block = http + body if kind in ("response", "revisit") else body
    block_type = "application/http; msgtype=response" if block is not body else content_type
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2022-01-05T10:20:30Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        f"Content-Type: {block_type}\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def make_page(n: int) -> bytes:
    return make_record(f"<p>Day {n}.</p>".encode(), url=f"https://quay.example/{n}")


def urls(data: bytes, limits: Limits | None = None) -> list[str | None]:
    """The last part of each page's address; `None` for what cannot be read."""
    return [
        result.url.rpartition("/")[2] if isinstance(result, Page) and result.url else None
        for result in read_bytes(data, origin="x", limits=limits or Limits())
    ]


def test_response_is_a_page_with_address_and_time(read_one: ReadOne) -> None:
    page = read_one(make_record("<p>Zürich</p>".encode()))
    assert page.kind == "html"
    assert page.content == "<p>Zürich</p>"
    assert page.url == "https://quay.example/1"
    assert page.captured == datetime(2022, 1, 5, 10, 20, 30, tzinfo=UTC)


def test_when_the_server_last_changed_the_page_stands_beside_it(read_one: ReadOne) -> None:
    changed = "Last-Modified: Mon, 03 Jan 2022 09:00:00 GMT\r\n"
    page = read_one(make_record(b"<p>Day 1.</p>", fields=changed))
    assert page.witnesses == (
        Witness(kind="server", words="Last-Modified: Mon, 03 Jan 2022 09:00:00 GMT"),
    )
    # It is said anew with each capture, and is no other page.
    assert page.id == read_one(make_record(b"<p>Day 1.</p>")).id


def test_number_counts_records_of_every_type() -> None:
    data = make_record(b"x", kind="warcinfo", content_type="application/warc-fields")
    data += make_page(1) + make_record(b"x", kind="request") + make_page(2)
    assert [result.origin for result in read_bytes(data, origin="x")] == ["x#2", "x#4"]


@pytest.mark.parametrize("kind", ["revisit", "metadata", "request", "warcinfo"])
def test_record_that_holds_no_page_is_passed_over(kind: str) -> None:
    assert urls(make_record(b"<p>x</p>", kind=kind) + make_page(1)) == ["1"]


@pytest.mark.parametrize("status", ["301 Moved", "404 Not Found", "500 Oops"])
def test_response_without_success_is_passed_over(status: str) -> None:
    assert urls(make_record(b"<p>x</p>", status=status) + make_page(1)) == ["1"]


def test_file_without_any_page_is_said(refuse: Refuse) -> None:
    data = make_record(b"<p>x</p>", status="404 Not Found") + make_record(b"x", kind="request")
    assert "none of its 2 records is HTML or text" in refuse(data)


@pytest.mark.parametrize("content_type", ["image/png", "application/json", "text/css"])
def test_other_types_are_passed_over(content_type: str) -> None:
    assert urls(make_record(b"<p>x</p>", content_type=content_type) + make_page(1)) == ["1"]


@pytest.mark.parametrize(
    ("kind", "content_type", "page_kind"),
    [
        ("response", "text/plain", "text"),
        ("response", "application/xhtml+xml", "html"),
        ("resource", "text/html", "html"),
        ("conversion", "text/plain", "text"),
    ],
)
def test_text_and_html_records_are_pages(
    read_one: ReadOne, kind: str, content_type: str, page_kind: str
) -> None:
    data = make_record(b"<p>x</p>", kind=kind, content_type=content_type)
    assert read_one(data).kind == page_kind


def test_charset_of_the_http_header_is_used(read_one: ReadOne) -> None:
    data = make_record("Мост".encode("cp1251"), content_type='text/html; charset="windows-1251"')
    assert read_one(data).content == "Мост"


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-be"])
def test_wide_body_is_read(read_one: ReadOne, charset: str) -> None:
    assert read_one(make_record("<p>Мост закрыт</p>".encode(charset))).content == (
        "<p>Мост закрыт</p>"
    )


def compress(data: bytes, encoding: str) -> bytes:
    buffer = io.BytesIO()
    match encoding:
        case "gzip":
            return gzip.compress(data)
        case "deflate":
            return zlib.compress(data)
        case "raw deflate":
            return zlib.compress(data, wbits=-15)
        case _:
            writer = (BrotliWriter if encoding == "br" else ZstdWriter)(buffer)
            for start in range(0, len(data), 10**6):  # it drops what is beyond 8 MB of a piece
                writer.write(data[start : start + 10**6])
            writer.close()
            return buffer.getvalue()


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "raw deflate", "br", "zstd"])
def test_content_encoding_is_decoded(read_one: ReadOne, encoding: str) -> None:
    name = encoding.removeprefix("raw ")
    body = compress(b"<p>ferries</p>", encoding)
    assert read_one(make_record(body, fields=f"Content-Encoding: {name}\r\n")).content == (
        "<p>ferries</p>"
    )


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd", "deflate"])
def test_bomb_in_a_body_is_refused(encoding: str) -> None:
    bomb = make_record(
        compress(b"a" * 30_000_000, encoding), fields=f"Content-Encoding: {encoding}\r\n"
    )
    assert urls(bomb + make_page(1)) == [None, "1"]


def test_chunks_are_joined(read_one: ReadOne) -> None:
    body = b"5;x=y\r\n<p>ab\r\n6\r\ncd</p>\r\n0\r\n\r\n"
    data = make_record(body, fields="Transfer-Encoding: chunked\r\n")
    assert read_one(data).content == "<p>abcd</p>"


@pytest.mark.parametrize(
    "fields", ["Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n",
               "Content-Encoding: br\r\n", "Content-Encoding: deflate\r\n"]
)  # fmt: skip
def test_encoding_that_was_taken_off_is_not_missed(read_one: ReadOne, fields: str) -> None:
    assert read_one(make_record(b"<p>x</p>", fields=fields)).content == "<p>x</p>"


@pytest.mark.parametrize("pack", [lambda r: b"".join(map(gzip.compress, r)),
                                  lambda r: gzip.compress(b"".join(r)), b"".join])  # fmt: skip
def test_compression_by_record_or_whole_is_read(pack: object) -> None:
    assert callable(pack)
    assert urls(pack([make_page(1), make_page(2)])) == ["1", "2"]


@pytest.mark.parametrize(
    "bad",
    [
        make_record(b"<p>bad</p>", length=40),
        make_record(b"<p>bad</p>", length=3000),
        make_record(b"<p>bad</p>", length=10**15),
        make_record(b"<p>bad</p>", length=-5),
        make_record(b"<p>bad</p>", length="many"),
        make_record(b"<p>bad</p>").replace(b"Content-Length", b"Content-Lenght"),
        make_record(b"<p>bad</p>").replace(b"WARC/1.0", b"WARX/1.0"),
        make_record(b"<p>bad</p>").replace(b"HTTP/1.1", b"SMTP/1.1"),
        make_record(b"<p>bad</p>").replace(b"WARC-Date", b"WARC-Date: x\r\n" * 9000),
        b"lines of something else\r\n\r\nand more\r\n",
        bytes(range(256)) * 2000 + b"\r\n",
    ],
)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_malformed_record_is_said_and_the_next_is_read(bad: bytes, pack: object) -> None:
    assert callable(pack)
    records = [make_page(1), bad, make_page(2), make_page(3)]
    assert urls(b"".join(map(pack, records))) == ["1", None, "2", "3"]


def test_cut_file_keeps_its_whole_records() -> None:
    data = make_page(1) + make_page(2)
    for cut in (len(data) - 10, len(data) - 60):
        assert urls(data[:cut]) == ["1", None]


@pytest.mark.parametrize("damaged", [0, 1, 2])
def test_damaged_member_is_said_and_the_next_is_read(damaged: int) -> None:
    members = [gzip.compress(make_page(n)) for n in range(3)]
    spoilt = bytearray(members[damaged])
    spoilt[30:34] = b"\xff\xff\xff\xff"
    members[damaged] = bytes(spoilt)
    expected = [None if n == damaged else str(n) for n in range(3)]
    assert urls(b"".join(members)) == expected


def test_page_over_the_limit_is_said_and_the_next_is_read() -> None:
    data = make_page(1) + make_record(b"<p>" + b"word " * 40_000) + make_page(2)
    for limits in (
        Limits(max_page_bytes=1000),
        Limits(max_page_bytes=1000, max_record_bytes=10_000),
        Limits(max_page_bytes=150_000),
    ):
        assert urls(data, limits) == ["1", None, "2"]


def test_large_record_of_another_type_is_passed_over() -> None:
    video = make_record(bytes(200_000), content_type="video/mp4")
    limits = Limits(max_page_bytes=1000, max_record_bytes=100_000)
    assert urls(make_page(1) + video + make_page(2), limits) == ["1", "2"]


def test_member_that_is_a_bomb_is_said_and_the_next_is_read() -> None:
    bomb = gzip.compress(make_record(b"a" * 50_000_000))
    data = gzip.compress(make_page(1)) + bomb + gzip.compress(make_page(2))
    limits = Limits(max_page_bytes=10**5, max_record_bytes=10**6)
    results = urls(data, limits)
    assert (results[0], results[-1]) == ("1", "2")
    assert None in results


def test_picture_under_a_page_type_is_named() -> None:
    data = make_record(b"\x89PNG\r\n\x1a\n\x00\x00")
    [result] = read_bytes(data, origin="x")
    assert isinstance(result, Unreadable)
    assert "a PNG image" in result.problem.message
