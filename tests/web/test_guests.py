"""A row of two claims leads to the account of the one that it is not at home in."""

from pathlib import Path

from tests.web.conftest import PAGES, Browser, build_ledger

from onrecord.ledger import Filter, Ledger

STAYS = "The lock stays shut until the wages of last winter are paid"
ROADS = "If they shut the river, we shall shut the road"
TALE = PAGES["gull"][2].split("\n\n")[0]
SAID = {
    "Gull": STAYS, "Reed": STAYS, "Canal": STAYS,
    "Tern": ROADS, "Pier": ROADS, "Dune": ROADS,
    "Long": f"{STAYS}. {ROADS}",
}  # fmt: skip


def test_a_row_leads_to_the_other_account_that_it_is_in(tmp_path: Path) -> None:
    pages = {
        name: (f"{name} Post", f"Lock shut, says {name}", f"{TALE}\n\n“{words},” she told {name}.")
        for name, words in SAID.items()
    }
    browser = Browser(build_ledger(tmp_path, pages))
    with Ledger(browser.ledger) as ledger:
        [row] = ledger.statements(Filter(outlet="Long Post"))
        [host] = ledger.hosts(row.id)
        at_home = {ref.row for ref in host.rows} - {row.id}
    [other] = browser.page(f"/row/{row.id}").xpath(
        "//section[@aria-labelledby='reports']/p[contains(., 'tells what others tell')]/a/@href"
    )
    assert other.split("/")[-1].split("#")[0] in at_home
    told = browser.page(other.split("#")[0]).xpath(
        "//section[@aria-labelledby='reports']//tbody/tr"
    )
    assert len(told) == 3
    assert "tells what others tell" not in browser.text(other.split("#")[0])
