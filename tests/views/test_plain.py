import pytest

from onrecord.views.plain import shorten_words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Lund shut it", "Lund shut it"),
        ("Lund shut it, and Berg left", "Lund shut it …"),
        ("Lundlundlundlundlund", "Lundlundlundlu …"),
    ],
)
def test_a_long_text_is_cut_between_words(text: str, cut: str) -> None:
    assert shorten_words(text, 14) == cut
