"""Short ordinary sentences: their files are sound, and enough are read as they should be."""

from collections import Counter

import pytest
from evaluation.sentences.items import FILES, HERE, Done, Item, Said, parse_line, read_items
from evaluation.sentences.judging import judge

import onrecord

# Of the items, those of which all lines are right: a little below what evaluation.sentences prints.
FLOORS = {"development": 0.86, "end": 0.69}
ITEMS = {name: list(read_items(HERE / f"{name}.txt")) for name in FILES}
TEXT = "Kenya shelled Peru. “Never again,” Ida Berg said."


def test_every_file_has_items_of_both_halves_in_order() -> None:
    for name, items in ITEMS.items():
        numbers = [int(item.id[2:]) for item in items]
        assert numbers == list(range(1, len(items) + 1)), name
        assert Counter(item.half for item in items).keys() == {"development", "end"}


@pytest.mark.parametrize("half", ["development", "end"])
def test_enough_is_read_as_a_reader_reads_it(half: str) -> None:
    reader = onrecord.load()

    def is_right(item: Item) -> bool:
        page = reader.read(item.text, kind="exact", published="2031-03-10")
        return not any(judge(line, page) for line in item.expected)

    items = [item for of_file in ITEMS.values() for item in of_file if item.half == half]
    assert sum(map(is_right, items)) / len(items) >= FLOORS[half]


def test_lines_say_what_is_expected() -> None:
    said = parse_line("say | Ida Berg | refuse | Never again | negative", TEXT)
    assert isinstance(said, Said)
    assert (said.who, said.act, said.negative, said.never) == ("Ida Berg", "refuse", True, False)
    done = parse_line("no do | * | Peru | * | shelled", TEXT)
    assert isinstance(done, Done)
    assert (done.actors, done.never) == ("Peru", True)


@pytest.mark.parametrize(
    "line",
    [
        "say | Ida Berg | shout | Never again",
        "say | Ida Berg | claim | Never before",
        "say | Ida Berg | claim | Never again | loudly",
        "do | ATTACK | happened | Kenya | Peru | shelled",
        "do | ASSAULT | happened | Kenya | Peru | invaded",
        "do | ASSAULT | happened | Kenya",
    ],
)
def test_a_malformed_line_is_told(line: str) -> None:
    with pytest.raises(ValueError, match=r"unknown|not a line|has no"):
        parse_line(line, TEXT)


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("do | ASSAULT | happened | Kenya | Peru | shelled", True),
        ("do | ASSAULT | happened | Peru | Kenya | shelled", False),
        ("do | ASSAULT | planned | Kenya | Peru | shelled", False),
        ("no do | happened | Peru | * | shelled", True),
        ("no do | happened | Kenya | * | shelled", False),
        ("say | Ida Berg | * | Never again", True),
        ("say | Kenya | * | Never again", False),
        ("no say | Kenya | Never again", True),
        ("no say | Ida Berg | Never again", False),
    ],
)
def test_lines_are_judged_by_the_rows(line: str, right: bool) -> None:
    page = onrecord.load().read(TEXT, kind="exact", published="2031-03-10")
    assert (judge(parse_line(line, TEXT), page) is None) is right
