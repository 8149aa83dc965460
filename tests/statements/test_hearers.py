"""Who is told, where the trained reader leaves it out."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.statements.reading import attribute

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "cue", "content", "addressee"),
    [
        ("Berg called Lund and warned him not to sail.", "warned", "not to sail", "Tomas Lund"),
        (
            "Mora spoke. Mora left. Berg called Lund and warned him not to sail.",
            "warned",
            "not to sail",
            "Tomas Lund",
        ),
        ("Berg asked the envoy for peace, Vesna Kral, to wait.", "asked", "to wait", "Vesna Kral"),
        (
            "Lund was late. Berg accuses him of sloth.",
            "accuses",
            "him of sloth",
            "Tomas Lund",
        ),
        ("Berg asked the envoy for peace to wait.", "asked", "to wait", None),
    ],
)
def test_who_is_told_stands_between_cue_and_content(
    read: Read, text: str, cue: str, content: str, addressee: str | None
) -> None:
    [row] = read(text, attributions=[attribute(text, cue, "Berg", content)])
    assert row.addressee == addressee
