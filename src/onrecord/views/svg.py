"""Drawings as text: elements, numbers and labels of an SVG, always escaped.

No element has a style of its own: drawings carry classes, and the page says how these look.
"""

from html import escape

from onrecord.views.plain import shorten

# Average advance of a sans-serif face, in parts of its size: what fits is judged without a font.
_ADVANCE = 0.54


def element(name: str, content: str = "", **attributes: str | float | None) -> str:
    """Return an element around `content`, which must already be markup.

    An attribute's `_` stands for `-` and a last one for nothing (`class_`); `None` leaves it out.
    """
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{pairs}>{content}</{name}>" if content else f"<{name}{pairs}/>"


def label(text: str, **attributes: str | float | None) -> str:
    """Return a text element that shows `text`."""
    return element("text", escape(text), **attributes)


def fit(text: str, width: float, size: float = 12) -> str:
    """Return as much of `text` as `width` pixels hold at a font size, "…" for what is left out."""
    most = max(1, int(width / (size * _ADVANCE)))
    return shorten(text, most)


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return escape(value, quote=True)
    return f"{value:.1f}".rstrip("0").rstrip(".")
