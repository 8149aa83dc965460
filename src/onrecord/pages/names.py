"""Names of inputs as people see them."""

MAX_NAME = 500  # characters; a longer name is cut in its middle


def show_name(name: str) -> str:
    """Return `name` on one line, printable and encodable as UTF-8, otherwise as it was typed.

    Control characters, line ends, bidirectional marks and undecodable bytes of a file name are
    written as escapes (`\\x0a`, `\\u202e`), so that a name can neither break a line of output nor
    forge one.
    """
    shown = name if name.isprintable() else "".join(_show_character(c) for c in name)
    if len(shown) <= MAX_NAME:
        return shown
    half = (MAX_NAME - 1) // 2
    return f"{shown[:half]}…{shown[-half:]}"


def record_origin(origin: str, number: int) -> str:
    """Return the origin of record `number`, counted from 1, of the container `origin`."""
    return f"{origin}#{number}"


def _show_character(character: str) -> str:
    code = ord(character)
    if character.isprintable() or character == "\N{NO-BREAK SPACE}":
        return character
    if 0xDC80 <= code <= 0xDCFF:  # a byte that the file system's encoding does not know
        return f"\\x{code - 0xDC00:02x}"
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
