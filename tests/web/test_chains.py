"""Through whose hands words went."""

from onrecord.ledger import StatementRow
from onrecord.ledger.rows import Party
from onrecord.records import Span, Statement
from onrecord.web.row_page import find_chain

BERG = Party(id="a1", name="Ida Berg", kind="person", role="mayor")
LUND = Party(id="a2", name="Ole Lund", kind="person", role="judge")
NORWIRE = Party(id="a3", name="Norwire", kind="organisation")


def chain(*who: Party, relayed_by: tuple[Party, ...] = ()) -> list[tuple[str, str, str | None]]:
    said = Statement(id="s1", kind="indirect", content=(Span(0, 4),))
    row = StatementRow(
        id="s1", kind="statement", article="p1", record=said, who=who, relayed_by=relayed_by
    )
    return [(link.part, link.name, link.role) for link in find_chain(row)][: 1 + len(relayed_by)]


def test_who_says_it_comes_before_who_passes_it_on() -> None:
    assert chain(BERG, relayed_by=(NORWIRE,)) == [
        ("said by", "Ida Berg", "mayor"),
        ("relayed by", "Norwire", None),
    ]


def test_those_who_say_it_together_are_one_link() -> None:
    assert chain(BERG, LUND) == [("said by", "Ida Berg, Ole Lund", None)]


def test_nobody_known_is_told_as_such() -> None:
    assert chain() == [("said by", "speaker unknown", None)]
