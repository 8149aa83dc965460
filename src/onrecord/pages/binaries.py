"""Name the binary files that people hand in by mistake."""

import re

# The start of the file, and what to call it. Where the start is made of letters, a text could
# begin so too: such a file must also hold a control character (`_CONTROL`).
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image, sound or video file"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"BM", "a BMP image"),
    (b"%PDF-", "a PDF"),
    (b"%!PS", "a PostScript file"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office or EPUB document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b\x08", "a gzip file inside a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "an executable"),
    (b"MZ", "an executable"),
    (b"\xcf\xfa\xed\xfe", "an executable"),
    (b"\xca\xfe\xba\xbe", "an executable"),
    (b"\x00asm", "an executable"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"\x00\x00\x01\x00", "an icon"),
)
_ALWAYS = frozenset((b"%PDF-", b"%!PS", b"{\\rtf"))
_ADVICE = {
    "a PDF": "save its text, or the web page it was printed from",
    "an RTF document": "save it as plain text",
    "a ZIP archive or an Office or EPUB document": "unpack it, or save the document as text",
    "an old Office document": "save it as plain text",
}
_UNPACKED = ("archive", "bzip2", "xz", "Zstandard", "gzip")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_OTHER_CONTROLS = bytes((*range(1, 9), *range(14, 27), *range(28, 32)))
_TAR_MARK = slice(257, 262)
_MP4_MARK = slice(4, 8)
# Text in some legacy charset may hold a stray control character; compressed data holds 10 %.
_MAX_CONTROL = 0.02
_MAX_NUL = 0.3
_MAGIC_BYTES = 512  # of the head in which a control character tells a binary file from a text


def explain_known_binary(head: bytes) -> str | None:
    """Return which known kind of binary file starts with `head` and what to do, or `None`."""
    name = _name_binary(head)
    if name is None:
        return None
    advice = _ADVICE.get(name)
    if advice is None:
        unpack = any(word in name for word in _UNPACKED)
        advice = "unpack it first" if unpack else "give HTML or text"
    return f"is {name}, which cannot be read; {advice}"


def explain_unknown_binary(head: bytes) -> str | None:
    """Return that `head` starts a binary file of an unknown kind, or `None` where it is a text.

    Some NUL bytes in a text are let through.
    """
    others = len(head) - len(head.translate(None, _OTHER_CONTROLS))
    nul = head.count(0)
    # A file of nothing but NULs is as good as empty, and said to be so.
    if others > max(1, len(head) * _MAX_CONTROL) or len(head) * _MAX_NUL < nul < len(head):
        return "is a binary file, which cannot be read; give HTML or text"
    return None


def _name_binary(head: bytes) -> str | None:
    control = _CONTROL.search(head, 0, _MAGIC_BYTES) is not None
    for magic, name in _MAGIC:
        if head.startswith(magic) and (control or magic in _ALWAYS):
            return name
    if head[_TAR_MARK] == b"ustar":
        return "a tar archive"
    if head[_MP4_MARK] == b"ftyp" and control:
        return "a video or image file"
    return None
