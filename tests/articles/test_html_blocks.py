import pytest

from onrecord.articles.html_blocks import describe_block, list_blocks
from onrecord.articles.html_tree import parse_html
from onrecord.models.block_measures import NAMED, Block


def read_blocks(html: str) -> list[Block]:
    return list(map(describe_block, list_blocks(parse_html(html, origin="test"))))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Article-Body", {"story", "content"}),
        ("main content", {"story", "content"}),
        ("prose", {"story"}),
        ("ad-slot", {"advert"}),
        ("ads", {"advert"}),
        ("head", set()),
        ("shadow", set()),
        ("tag", {"tags"}),
        ("stage", set()),
        ("sign-up-box", {"sign-up"}),
        ("read-more", {"related"}),
        ("is-hidden", {"hidden"}),
        ("subtitle", {"summary", "title"}),
        ("updatednote", {"date", "correction"}),
        ("seemore-posts", {"related", "content"}),
        ("css-1a2b3c", set()),
    ],
)
def test_a_class_gives_its_kinds_away(words: str, names: set[str]) -> None:
    [block] = read_blocks(f'<div class="{words}">The council met.</div>')
    assert {name for bit, name in enumerate(NAMED) if block.names >> bit & 1} == names


def test_spaces_of_a_block_become_single_and_none_stands_at_its_ends() -> None:
    [block] = read_blocks("<p> \n The  council <b>met</b>\ton\r\n Monday. </p>")
    assert block.text == "The council met on Monday."


def test_a_line_break_ends_a_block_and_an_inline_element_does_not() -> None:
    blocks = read_blocks("<p>The <i>council</i> met.<br>Ferries stopped.</p>")
    assert [block.text for block in blocks] == ["The council met.", "Ferries stopped."]


def test_what_no_browser_shows_is_left_out() -> None:
    blocks = read_blocks("<p>The council met.</p><script>x = 1</script><p>Ferries stopped.</p>")
    assert [block.text for block in blocks] == ["The council met.", "Ferries stopped."]
