from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.plain_text import list_lines, strip_markdown

WRAPPED = """\
The ferries between Arden and the islands stopped on Monday after the
harbour board refused to sign the agreement that the union had put
forward in March, and nobody expects them to sail before the weekend.

“We will not sign,” the chair of the board told reporters, adding that
the board had made its offer and was waiting for the union to answer it
in writing.
"""


def test_hard_wrapped_lines_become_paragraphs() -> None:
    first, second = list_lines(WRAPPED)
    assert first.startswith("The ferries")
    assert first.endswith("before the weekend.")
    assert second.endswith("in writing.")


def test_unwrapped_lines_stay_as_they_are() -> None:
    lines = ["Ferries stop", "By Mara Lind", "The ferries stopped on Monday. " * 8]
    assert list_lines("\n\n".join(lines)) == [line.strip() for line in lines]


def test_short_lines_of_a_menu_are_not_joined() -> None:
    assert list_lines("Home\nWorld\nSport\nWeather\nVideo\n") == [
        "Home",
        "World",
        "Sport",
        "Weather",
        "Video",
    ]


def test_markdown_marks_are_taken_off() -> None:
    assert strip_markdown("## Ferries stop ##") == "Ferries stop"
    assert strip_markdown("The **board** met [in Arden](https://tide.example/a).") == (
        "The board met in Arden."
    )
    assert strip_markdown("> *No*, she said.") == "No, she said."
    assert strip_markdown("====") == ""


def test_typographic_characters_stay() -> None:
    assert list_lines("“Nein”\u00a0– sagte sie…") == ["“Nein”\u00a0– sagte sie…"]


@given(st.text())
def test_lines_hold_no_breaks_and_are_not_blank(text: str) -> None:
    for line in list_lines(text):
        assert line.strip()
        assert "\n" not in line
