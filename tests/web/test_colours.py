"""Contrasts of the colours in base.css, as WCAG 2.2 defines them, in both themes."""

import re
from pathlib import Path

import pytest

import onrecord.web

BASE = (Path(onrecord.web.__file__).parent / "static/css/base.css").read_text(encoding="utf-8")
LIGHT, DARK = BASE.split("@media (prefers-color-scheme: dark)")
COLOUR = re.compile(r"--(\w+): (#\w{6});")
THEMES = {"light": dict(COLOUR.findall(LIGHT)), "dark": dict(COLOUR.findall(BASE))}
TEXT, MARK = 4.5, 3.0  # least contrast, WCAG 2.2 1.4.3 and 1.4.11


def measure(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("text", "grounds"),
    [("ink", "paper wash hit st at ft"), ("soft", "paper wash st at ft")],  # hits are in ink
)
def test_text_can_be_read_on_every_ground(theme: str, text: str, grounds: str) -> None:
    colours = THEMES[theme]
    for ground in grounds.split():
        assert measure(colours[text], colours[ground]) >= TEXT, ground


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("mark", ["s", "a", "f"])
def test_marks_of_a_kind_can_be_told_from_the_page(theme: str, mark: str) -> None:
    assert measure(THEMES[theme][mark], THEMES[theme]["paper"]) >= MARK
