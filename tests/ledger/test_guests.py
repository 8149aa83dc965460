"""A statement of two claims is in the accounts of both."""

from pathlib import Path
from types import ModuleType

import pytest

from onrecord.ledger import Filter, Ledger, StatementRow

DAMS = "Nobody who lived below this wall will pay for a mistake that others made"
BOATS = "Every boat between here and the lighthouse goes back to its owner before winter"
TALE = (
    "The council of Port Orr met about the broken dam and the seized boats of the fleet.\n\n"
    "Guards closed the harbour road at noon while crews cleared mud from the market and the school."
)
SAID = {"a": DAMS, "b": DAMS, "c": DAMS, "d": BOATS, "e": BOATS, "f": BOATS}


def write_page(folder: Path, name: str, words: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(
        f"Dam and boats at Port Orr {name}\n\nOutlet: Gull {name}\n\nDate: 2031-03-04\n\n{TALE}\n\n"
        f"“{words}” Ada Venn said."
    )
    return path


@pytest.fixture
def told(ledger: Ledger, reader: ModuleType, tmp_path: Path) -> Ledger:
    """A ledger in which each of two claims is told by three pages, and both by one."""
    pages = [write_page(tmp_path, name, words) for name, words in SAID.items()]
    ledger.add([*map(str, pages)], read=reader.read)
    ledger.add([str(write_page(tmp_path, "g", f"{DAMS}. {BOATS}"))], read=reader.read)
    return ledger


def find_long(ledger: Ledger) -> StatementRow:
    [row] = ledger.statements(Filter(outlet="Gull g"))
    return row


def test_a_row_tells_which_other_accounts_it_is_in(told: Ledger) -> None:
    row = find_long(told)
    [host] = told.hosts(row.id)
    assert row.account is not None
    assert host.id != row.account
    assert host.guests == (row.id,)
    assert (host.counts.reports, told.account(row.account).counts.reports) == (4, 4)
    assert not [*told.hosts(next(ref.row for ref in host.rows if ref.row != row.id))]


def test_an_account_lists_its_guests_behind_those_at_home(told: Ledger) -> None:
    row = find_long(told)
    [host] = told.hosts(row.id)
    assert row.id in {each.id for each in told.rows(Filter(account=host.id))}
    listed = [each.id for each in told.account_rows([host.id], each=9)]
    assert (len(listed), listed[-1]) == (4, row.id)
    assert told.accounts_with(Filter(article=row.article)) >= {host.id, row.account}


def test_a_guest_that_goes_leaves_the_account(told: Ledger) -> None:
    row = find_long(told)
    [host] = told.hosts(row.id)
    told.remove(row.article, who="ida")
    assert told.account(host.id).guests == ()
    assert told.account(host.id).counts.reports == 3
