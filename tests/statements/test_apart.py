from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]


def test_signed_post_is_its_authors(read: Read) -> None:
    [row] = read(
        "Snow fell all night.\n\nThe road is closed, and we will not open it before spring!"
        " https://t.co/abc pic.twitter.com/def — Ida Berg (@idaberg) May 3, 2022\n\nSnow fell."
    )
    assert (row.kind, row.source, row.speaker) == ("direct", "Ida Berg", "Ida Berg")
    assert row.content == ("The road is closed, and we will not open it before spring!",)


def test_signature_may_stand_under_the_post(read: Read) -> None:
    [row] = read("Snow fell.\n\nWe will not open the road.\n\n— Ida Berg (@idaberg) May 3, 2022")
    assert (row.speaker, row.content) == ("Ida Berg", ("We will not open the road.",))


@pytest.mark.parametrize(
    "lead",
    ["Berg said:", "In a letter, Berg wrote:", "Berg said (emphasis added):", "As Berg noted:"],
)
def test_paragraph_behind_a_colon_is_set_apart(read: Read, lead: str) -> None:
    [row] = read(f"{lead}\n\nWe will not open the road. It is not safe.\n\nSnow fell all night.")
    assert (row.kind, row.speaker) == ("direct", "Ida Berg")
    assert row.content == ("We will not open the road. It is not safe.",)


@pytest.mark.parametrize(
    "text",
    [
        "Berg said:\n\nBerg then went to the harbour and left.",  # what was set apart is lost
        "This is what Berg wants to know:\n\nSnow fell all night in the harbour.",
        "Read more:\n\nSnow fell all night in the harbour.",
        "— Ida Berg (@idaberg) May 3, 2022",
    ],
)
def test_writers_own_paragraph_is_nobodys(read: Read, text: str) -> None:
    assert read(f"Snow fell.\n\n{text}") == []


def test_a_heading_behind_a_colon_is_nobodys(read: Read) -> None:
    assert read("Ida Berg added:\n\nFrom the archive Who pays for the dam Listen") == []


def test_quotation_behind_a_colon_is_read_by_its_marks(read: Read) -> None:
    [row] = read("Berg said:\n\n“We will not open the road.”")
    assert row.content == ("We will not open the road.",)


def test_post_of_an_outlet_is_no_turn_of_whom_it_names(read: Read) -> None:
    posts = "\n\n".join(
        f"Ida Berg: “We will stay for {day} days” — Meridian News (@meridian) May {day}, 2022"
        for day in (1, 2, 3, 4)
    )
    rows = read(f"Snow fell.\n\n{posts}")
    assert [row.speaker for row in rows if row.source == "Meridian News"] == ["Meridian News"] * 4


def test_labels_of_links_are_no_turns(read: Read) -> None:
    links = "\n\n".join(f"More: Snow fell in harbour {number}" for number in (1, 2, 3, 4))
    assert read(f"Snow fell.\n\n{links}") == []


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("Ida Berg (@idaberg) Nobody was turned back. — and that is that", 1),
        ("Ida Berg (@idaberg) is a reporter for the Herald.", 0),
        ("Ida Berg (@idaberg) May 3, 2023 at sea", 0),
    ],
)
def test_a_post_may_open_with_its_author(read: Read, post: str, found: int) -> None:
    rows = read(f"Snow fell.\n\n{post}\n\nIt rained.")
    assert [row.speaker for row in rows] == ["Ida Berg"] * found
