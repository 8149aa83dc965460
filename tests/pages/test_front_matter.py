"""Notes of clipping tools: a head of fields, and the text below it."""

from collections.abc import Callable

import pytest

from onrecord.records import Page

ReadOne = Callable[..., Page]

NOTE = """---
title: "Ferries stop: “We will not sail”"
source: "https://tide.example/ferries"
author:
  - "[[Mara Lind]]"
  - Tom Ash
published: 2031-01-03
created: 2031-02-01
tags:
  - clippings
---
# Ferries stop

The ferries stopped on Monday.
"""


def test_head_of_a_note_is_what_stands_beside_its_text(read_one: ReadOne) -> None:
    page = read_one(NOTE.encode())
    assert page.content == "# Ferries stop\n\nThe ferries stopped on Monday.\n"
    assert (page.title, page.url) == (
        "Ferries stop: “We will not sail”", "https://tide.example/ferries",
    )  # fmt: skip
    assert (page.published, page.byline) == ("2031-01-03", "Mara Lind, Tom Ash")


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe ferries stopped: nobody knows why.\n\n---\nThey sail again.\n",
        "---\nmood: bad\n---\nThe ferries stopped.\n",
        "---\ntitle: Ferries\nThe ferries stopped.\n",
    ],
)
def test_other_text_between_rules_stays(read_one: ReadOne, text: str) -> None:
    page = read_one(text.encode())
    assert (page.content, page.title) == (text, None)
