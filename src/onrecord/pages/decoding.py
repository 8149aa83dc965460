"""Bytes to text that can be stored, shown and counted in: the one place where charsets matter."""

import codecs
import re

from onrecord.pages.streams import Read, Stream

# Longest first: the UTF-32 mark starts with the UTF-16 one.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{1,40})",
    re.IGNORECASE,
)
_META_BYTES = 4096  # the HTML standard asks for 1024; real pages put it later
_SURROGATE = re.compile("[\ud800-\udfff]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_LINE_END = re.compile("\r\n?")
_UTF16_SAMPLE = 4096
_UTF32_SAMPLE = 64
_MAX_SCRIPT_PAGES = 8  # different high bytes: Cyrillic with typographic quotes has three
# The share of characters beyond ASCII that may be broken in a text that is still what it says:
# one page of a site often holds a fragment in another charset, or ends in mid-character.
_MAX_BROKEN = 0.1
_BROKEN = "\N{REPLACEMENT CHARACTER}"


def wide_charset(head: bytes) -> tuple[str | None, int]:
    """Return the charset that the input starting with `head` shows by its first bytes, and the
    length of its byte order mark.

    UTF-16 is also known without a mark, by the NUL bytes of its Latin letters and spaces. The
    charset is `None` where it takes more than that to tell.
    """
    for mark, charset in _MARKS:
        if head.startswith(mark) and (mark != codecs.BOM_UTF32_LE or _is_utf_32(head)):
            return charset, len(mark)
    sample = head[:_UTF16_SAMPLE]
    for charset, high, low in (
        ("utf-16-le", sample[1::2], sample[0::2]),
        ("utf-16-be", sample[0::2], sample[1::2]),
    ):
        if _are_high_bytes(high, low):
            return charset, 0
    return None, 0


def transcode(stream: Stream, charset: str) -> Read:
    """Return a reader of `stream` as UTF-8; what is no character becomes U+FFFD."""
    decoder = codecs.getincrementaldecoder(charset)("replace")

    def read(size: int) -> bytes:
        while data := stream.read_some(size):
            if text := decoder.decode(data):
                return text.encode()
        return decoder.decode(b"", final=True).encode()

    return read


def decode_page(data: bytes, *, declared: str | None = None) -> str:
    """Return the text of a page: no NUL, no surrogates, lines ended by line feeds.

    Valid UTF-8 is taken as such whatever is `declared` (by an HTTP or MIME header) or stands in
    the page: no text of another charset is valid UTF-8 by chance, and saved pages keep a
    declaration that stopped being true. Otherwise the declared charset holds if the bytes fit
    it, and then the likeliest one by the bytes (uchardet's). The fallback is windows-1252, as
    the HTML standard has it.
    """
    return clean_text(_decode(data, declared))


def clean_text(text: str) -> str:
    """Return `text` without NUL bytes and surrogates, lines ended by line feeds."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    return replace_surrogates(text)


def replace_surrogates(text: str) -> str:
    """Return `text` with U+FFFD for each lone surrogate: of the same length, and encodable."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub(_BROKEN, text)
    return text


def _is_utf_32(head: bytes) -> bool:
    """Return whether `head` is UTF-32 as its mark says, and not UTF-16 whose text begins with NUL.

    Two units of UTF-16 make no character of UTF-32, unless the second one is a control character.
    """
    try:
        head[:_UTF32_SAMPLE].decode("utf-32-le")
    except UnicodeDecodeError:
        return False
    return True


def _are_high_bytes(high: bytes, low: bytes) -> bool:
    """Return whether `high` are the high bytes of UTF-16 units.

    Those of Latin letters are NUL; those of spaces and digits too, and the other letters of a
    text share a few. A single-byte text that holds some NULs passes neither test.
    """
    nul = high.count(0)
    if nul < max(3, len(high) // 10) or low.count(0) * 10 > nul:
        return False
    return nul * 5 >= len(high) * 2 or len(set(high)) <= _MAX_SCRIPT_PAGES


def _decode(data: bytes, declared: str | None) -> str:
    charset, mark = wide_charset(data)
    if charset is not None:
        return data[mark:].decode(charset, "replace")
    if data.isascii() and b"\x1b" not in data:  # ISO-2022-JP is ASCII with escapes
        return data.decode("ascii")
    return _decode_legacy(data, declared)


def _decode_legacy(data: bytes, declared: str | None) -> str:
    """Return the text of `data` in a charset that has to be found out."""
    from resiliparse.parse.encoding import detect_encoding

    candidates = _declared_charsets(data, declared)
    if b"\x1b" not in data:
        candidates.insert(0, "utf-8")
    candidates.append(detect_encoding(data) or "utf-8")
    for charset in dict.fromkeys(candidates):
        text = _try_charset(data, charset)
        if text is not None:
            return text
    return data.decode("cp1252", "replace")


def _declared_charsets(data: bytes, declared: str | None) -> list[str]:
    """Return the charsets named by the container and by the page, as the WHATWG reads them."""
    from resiliparse.parse.encoding import map_encoding_to_html5

    labels = [declared] if declared else []
    if match := _META_CHARSET.search(data, 0, _META_BYTES):
        labels.append(match[1].decode("ascii", "replace"))
    charsets = [map_encoding_to_html5(label.strip(" \"'"), fallback_utf8=False) for label in labels]
    # A page that names UTF-16 in ASCII letters is not UTF-16.
    return [charset for charset in charsets if charset and not charset.startswith("utf-16")]


def _try_charset(data: bytes, charset: str) -> str | None:
    """Return the text, or `None` where too much of it is no character of `charset`."""
    try:
        return data.decode(charset)
    except LookupError:
        return None
    except UnicodeDecodeError:
        text = data.decode(charset, "replace")
    beyond_ascii = sum(map(len, _BEYOND_ASCII.findall(text)))
    return text if text.count(_BROKEN) <= beyond_ascii * _MAX_BROKEN else None
