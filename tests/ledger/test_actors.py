from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.ledger import Filter, Ledger
from onrecord.pages import Unreadable
from onrecord.records import Page, Reading

Add = Callable[..., None]
WORDS = "The harbour stays shut until the ferry crews have signed the truce"


def office(name: str, state: str | None = None) -> dict[str, str | None]:
    return {"name": name, "kind": "person", "state": state, "role": "foreign minister"}


def body(name: str) -> dict[str, str | None]:
    return {"name": name, "kind": "organisation", "body": "Foreign Ministry"}


BARE = {"name": "Foreign Ministry", "kind": "organisation", "body": None}


@pytest.fixture
def add(ledger: Ledger, reader: ModuleType, tmp_path: Path) -> Add:
    """Add one page for each speaker, who says there what all of them say."""

    def add(*speakers: dict[str, str | None]) -> None:
        def read(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
            for page, speaker in zip(pages, speakers, strict=True):
                reading = reader.read_one(page)
                [actor] = reading.actors
                fields = {"state": None, **speaker}
                yield replace(reading, actors=(replace(actor, **fields),))

        paths = []
        for number, _ in enumerate(speakers):
            paths.append(tmp_path / f"{number}.txt")
            paths[-1].write_text(
                f"the harbour and the ferry truce\n\nOutlet: O{number}\n\nDate: 2031-04-01\n\n"
                f"“{WORDS},” said Ada Venn. {number} boats waited.\n"
            )
        ledger.add([str(path) for path in paths], read=read)

    return add


def list_forms(ledger: Ledger, name: str) -> set[str]:
    return {form.name for form in ledger.actor(name).forms}


def place(ledger: Ledger, name: str) -> tuple[str, str]:
    row = next(iter(ledger.statements(Filter(who=name))))
    return row.article, row.who[0].id


def test_a_ministry_without_a_state_joins_none_of_two(ledger: Ledger, add: Add) -> None:
    ours, theirs = "Ostra’s Foreign Ministry", "Norlandic Foreign Ministry"
    add(body(ours), BARE, body(theirs))
    for name in (ours, theirs, "Foreign Ministry"):
        assert list_forms(ledger, name) == {name}
        assert ledger.actor(name).several == (name == "Foreign Ministry")


def test_an_office_is_on_the_page_of_who_alone_holds_it(ledger: Ledger, add: Add) -> None:
    add(
        {**office("Ida Berg", "PER"), "role": "Foreign Minister"},
        office("Peru’s foreign minister", "PER"),
        office("Kenya’s foreign minister", "KEN"),
    )
    both = {"Ida Berg", "Peru’s foreign minister"}
    assert list_forms(ledger, "Ida Berg") == list_forms(ledger, "Peru’s foreign minister") == both
    actor = ledger.actor("Peru’s foreign minister")
    assert actor.name == "Ida Berg"
    assert actor.parts["who", "statement"] == 2
    assert len(list(ledger.rows_of(actor, "who", "statement"))) == 2


def test_an_office_that_two_have_held_is_neither_one(ledger: Ledger, add: Add) -> None:
    add(office("Ida Berg", "PER"), office("Ole Lund", "PER"), office("Peru’s minister", "PER"))
    assert list_forms(ledger, "Ida Berg") == {"Ida Berg"}
    assert list_forms(ledger, "Peru’s minister") == {"Peru’s minister"}


def test_whom_people_join_has_the_name_and_is_found_by_the_office(ledger: Ledger, add: Add) -> None:
    described = "Ostra’s foreign minister"
    add(office("Ida Berg"), office(described))
    assert list_forms(ledger, "Ida Berg") == {"Ida Berg"}
    first, second = place(ledger, described), place(ledger, "Ida Berg")
    decision = ledger.tie_people(first, second, same=True, who="ana")
    assert {row.who[0].name for row in ledger.statements()} == {"Ida Berg"}
    for name in ("Ida Berg", "Berg", described):
        assert ledger.actor(name).name == "Ida Berg"
        assert list_forms(ledger, name) == {"Ida Berg", described}
        assert ledger.actor(name).parts["who", "statement"] == 2
    assert len(list(ledger.statements(Filter(who=described)))) == 1
    assert [each.name for each in ledger.names(described, exactly=True)] == [described]
    ledger.undo(decision, who="ana")
    assert list_forms(ledger, "Ida Berg") == {"Ida Berg"}
    assert ledger.actor(described).name == described


def test_whom_people_part_are_on_two_pages(ledger: Ledger, add: Add) -> None:
    add(office("Ida Berg"), office("I. Berg"))
    assert list_forms(ledger, "Ida Berg") == {"Ida Berg", "I. Berg"}
    first, second = place(ledger, "Ida Berg"), place(ledger, "I. Berg")
    ledger.tie_people(first, second, same=False, who="ana")
    assert list_forms(ledger, "Ida Berg") == {"Ida Berg"}
    assert list_forms(ledger, "I. Berg") == {"I. Berg"}
