"""Every page ends up as text that can be encoded, whatever its bytes."""

import codecs
import re
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from onrecord.pages.decoding import clean_text, decode_page, replace_surrogates
from onrecord.records import Page

ReadOne = Callable[..., Page]

GERMAN = "Der Minister sagte: „Die Brücke über den Fluß bleibt gesperrt, fürs Erste.“ "
RUSSIAN = "Министр сказал, что мост закрыт и что переговоры продолжаются. "
ENGLISH = "“We won’t close the bridge – not now,” the minister said at the café. "
JAPANESE = "大臣は橋が閉鎖されたと述べた。交渉は続いている。"


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (GERMAN, "utf-8"),
        (GERMAN, "utf-8-sig"),
        (GERMAN, "utf-16"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-16-be"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (GERMAN, "utf-32"),
        (ENGLISH, "cp1252"),
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
    ],
)
def test_charset_is_found_without_a_declaration(read_one: ReadOne, text: str, charset: str) -> None:
    assert read_one((text * 8).encode(charset)).content == text * 8


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf_16_page_without_mark_is_html(read_one: ReadOne, charset: str) -> None:
    page = read_one(f'<html><meta charset="utf-16"><p>{GERMAN}</p>'.encode(charset))
    assert page.kind == "html"
    assert GERMAN in page.content


def test_declared_charset_holds_where_bytes_fit_several() -> None:
    data = "Привет, мост".encode("cp1251")
    assert decode_page(data, declared="windows-1251") == "Привет, мост"
    meta = b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    assert decode_page(meta + data).endswith("Привет, мост")


def test_latin_1_means_windows_1252() -> None:
    assert decode_page(b"\x93No,\x94 he said.", declared="iso-8859-1") == "“No,” he said."


def test_valid_utf_8_beats_a_wrong_declaration() -> None:
    assert decode_page(ENGLISH.encode(), declared="iso-8859-1") == ENGLISH


def test_wrong_declaration_of_utf_8_is_not_believed() -> None:
    data = b'<meta charset="utf-8">' + (GERMAN * 3).encode("cp1252")
    assert GERMAN in decode_page(data)


def test_unknown_declaration_is_not_asked() -> None:
    assert decode_page(ENGLISH.encode("cp1252"), declared="no-such-charset") == ENGLISH


def test_utf_8_with_a_broken_character_stays_utf_8() -> None:
    assert decode_page((GERMAN * 3).encode() + b"\xc3") == GERMAN * 3 + "\ufffd"


def test_nul_is_stripped(read_one: ReadOne) -> None:
    assert read_one(b"<p>The fer\x00ries\x00 stop</p>\x00").content == "<p>The ferries stop</p>"


def test_text_of_replacement_characters_is_kept() -> None:
    assert decode_page("a \ufffd\ufffd b".encode()) == "a \ufffd\ufffd b"


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "gbk", "utf-16", "hz", "x"]))
def test_any_bytes_give_clean_text(data: bytes, declared: str | None) -> None:
    text = decode_page(data, declared=declared)
    text.encode()
    assert "\x00" not in text
    assert "\r" not in text


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
@example("\x00\x00", "utf-16")
@example("\x00The ferries stop", "utf-16")
@example("\x00The ferries stop", "utf-32")
def test_text_with_a_mark_comes_back(text: str, charset: str) -> None:
    # Such UTF-16 is UTF-32 as well.
    assume(charset != "utf-16" or not re.match("\x00.[\x00-\x10]", text, re.DOTALL))
    mark = b"" if charset == "utf-8-sig" else {"utf-8": codecs.BOM_UTF8}.get(charset, b"")
    text = text.removeprefix("\ufeff")
    assert decode_page(mark + text.encode(charset)) == clean_text(text)


@given(st.text(st.characters()))
def test_surrogates_are_replaced_one_for_one(text: str) -> None:
    replaced = replace_surrogates(text)
    replaced.encode()
    assert len(replaced) == len(text)
