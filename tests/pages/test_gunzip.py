"""Gzip: any of the formats compressed, and all that can be wrong with the compression."""

import gzip
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages import Limits, Unreadable, read_bytes
from onrecord.records import Page

ReadOne = Callable[..., Page]
Refuse = Callable[..., str]

TEXT = b"The ferries stopped on Monday, the harbour office said.\n"
LINES = b"".join(b'{"text": "The ferries stopped on day %d."}\n' % day for day in range(400))


def damage(data: bytes, position: int) -> bytes:
    return data[:position] + bytes([data[position] ^ 0xFF]) + data[position + 1 :]


def test_compressed_page_is_the_same_page(read_one: ReadOne) -> None:
    assert read_one(gzip.compress(TEXT)) == read_one(TEXT)


def test_members_are_joined(read_one: ReadOne) -> None:
    assert read_one(gzip.compress(TEXT) + gzip.compress(TEXT)).content == (TEXT * 2).decode()


def test_bytes_behind_the_last_member_are_left_out(read_one: ReadOne) -> None:
    assert read_one(gzip.compress(TEXT) + bytes(700)).content == TEXT.decode()


def test_truncated_page_is_refused(refuse: Refuse) -> None:
    assert "cut short" in refuse(gzip.compress(TEXT * 50)[:-12])


def test_damaged_page_is_refused(refuse: Refuse) -> None:
    assert "damaged" in refuse(damage(gzip.compress(TEXT * 50), -6))


def test_gzip_in_gzip_is_refused(refuse: Refuse) -> None:
    assert "a gzip file inside a gzip file" in refuse(gzip.compress(gzip.compress(TEXT)))


def test_nothing_but_a_header_is_refused(refuse: Refuse) -> None:
    assert refuse(b"\x1f\x8b\x08")
    assert refuse(gzip.compress(b""))


def test_lines_before_the_cut_are_kept() -> None:
    results = list(read_bytes(gzip.compress(LINES)[:-200], origin="x"))
    pages = [result for result in results if isinstance(result, Page)]
    assert len(pages) > 100
    assert [type(result) for result in results[len(pages) :]] == [Unreadable]
    assert results[-1].origin == f"x#{len(pages) + 1}"


@given(st.integers(0, 10_000))
def test_damage_in_one_member_keeps_the_others(position: int) -> None:
    first, middle, last = (gzip.compress(LINES[:500]) for _ in range(3))
    damaged = damage(middle, 20 + position % (len(middle) - 20))
    results = list(read_bytes(first + damaged + last, origin="x"))
    texts = [result.content for result in results if isinstance(result, Page)]
    whole = LINES[:500].count(b"\n")
    assert len(texts) >= 2 * whole - 2  # the damage may join two lines into a broken one
    assert any(isinstance(result, Unreadable) for result in results)


def test_bomb_is_refused_early(refuse: Refuse) -> None:
    bomb = gzip.compress(bytes(30_000_000))
    message = refuse(bomb, limits=Limits(max_page_bytes=10**9, max_record_bytes=10**6))
    assert "as a gzip bomb does" in message


def test_bomb_is_a_page_over_the_limit(refuse: Refuse) -> None:
    assert "larger than" in refuse(gzip.compress(b"a" * 30_000_000))


def test_bomb_among_json_lines_stops_and_says_so() -> None:
    bomb = gzip.compress(LINES) + gzip.compress(b" " * 50_000_000) + gzip.compress(LINES)
    limits = Limits(max_record_bytes=10**6)
    results = list(read_bytes(bomb, origin="x", limits=limits))
    assert sum(isinstance(result, Page) for result in results) == 800
    assert any("gzip bomb" in r.problem.message for r in results if isinstance(r, Unreadable))


def test_dense_text_is_no_bomb(read_one: ReadOne) -> None:
    limits = Limits(max_record_bytes=1000)
    assert len(read_one(gzip.compress(TEXT * 1000), limits=limits).content) == len(TEXT) * 1000


@pytest.mark.parametrize("level", [0, 9])
def test_any_compression_is_read(read_one: ReadOne, level: int) -> None:
    packer = zlib.compressobj(level, zlib.DEFLATED, 31)
    assert read_one(packer.compress(TEXT) + packer.flush()).content == TEXT.decode()


@given(st.binary(max_size=200))
def test_any_bytes_behind_the_magic_end_in_a_result(data: bytes) -> None:
    assert list(read_bytes(b"\x1f\x8b\x08" + data, origin="x"))
