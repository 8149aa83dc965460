"""Lists of what somebody said, one item a paragraph."""

from dataclasses import replace

from tests.statements.conftest import make_rows
from tests.statements.reading import attribute, quote, read


def test_each_item_of_a_list_is_said_by_who_leads_up_to_it() -> None:
    text = "Berg said:\n\n- The port was shut.\n\n- No ship would sail.\n\nIt rained."
    first, second = make_rows(text)
    assert (first.speaker, first.content) == ("Ida Berg", ("The port was shut",))
    assert (second.speaker, second.content) == ("Ida Berg", ("No ship would sail",))


def test_a_list_behind_what_she_said_has_the_readers_source() -> None:
    text = "Here is what Ode Baru said:\n• The port was shut.\n• No ship would sail."
    found = attribute(text, "said", "Ode Baru", "Here is what", "The port was shut.")
    rows = read(text, found)
    assert [quote(text, each) for each in rows] == [["The port was shut"], ["No ship would sail"]]
    assert {each.source for each in rows} == {found.source}


def test_who_lists_demands_demands_each() -> None:
    text = "The miners listed their demands:\n1. more pay for all\n2. shorter shifts"
    found = replace(
        attribute(text, "demands", "their", "more pay for all"), act="demand", act_sure=0.9
    )
    rows = read(text, found)
    assert [each.act for each in rows] == ["demand", "demand"]
    assert [text[slice(*each.source)] for each in rows if each.source] == ["The miners"] * 2


def test_a_quotation_in_an_item_is_told_once() -> None:
    text = "Berg said:\n- “The port is shut.”\n- “No ship will sail.”"
    rows = make_rows(text)
    assert [(row.kind, row.content) for row in rows] == [
        ("direct", ("The port is shut.",)),
        ("direct", ("No ship will sail.",)),
    ]


def test_a_sentence_of_an_item_with_its_own_source_is_that_ones() -> None:
    text = "Berg said:\n- The port was shut. Lund said it was open.\n- No ship would sail."
    rows = make_rows(text)
    assert [(row.speaker, row.content) for row in rows] == [
        ("Ida Berg", ("The port was shut",)),
        ("Ida Berg", ("No ship would sail",)),
        ("Tomas Lund", ("it was open",)),
    ]


def test_a_list_that_nobody_says_is_none() -> None:
    assert make_rows("What to know of the storm:\n- It comes on Friday.\n- Schools are shut.") == []
