"""Text from pages made safe to print: no control characters, no reordering marks."""

import unicodedata

_KEEP = frozenset("\n\t")


def printable(text: str) -> str:
    """Return `text` with what could drive a terminal or reorder a line shown as "�".

    Control characters (terminal escapes among them), bidirectional overrides and isolates, and
    unassigned or private code points are replaced; line ends and tabs stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character
        if character in _KEEP or unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cs"}
        else _replacement(character)
        for character in text
    )


def one_line(text: str) -> str:
    """Return `text` printable and on one line, each run of white space as one space."""
    return " ".join(printable(text).split())


def count_noun(number: int, noun: str) -> str:
    """Return a number with its noun: "1 article", "1,200 articles"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def shorten(text: str, most: int = 200) -> str:
    """Return `text`, or as much of it as `most` characters hold, with "…" for what is left out."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def shorten_words(text: str, most: int) -> str:
    """Return `text`, or as many of its words as `most` characters hold, with " …" for the rest."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _replacement(character: str) -> str:
    # Soft hyphens and joiners have no shape of their own; the rest is made visible.
    return "" if character in "\u00ad\u200b\u200c\u200d\ufeff" else "\ufffd"
