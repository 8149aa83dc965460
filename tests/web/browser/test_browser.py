"""What only a browser can tell: accessibility, width, foreign requests, keys and copying."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.web.browser.headless import Answer, Headless, Job, find_headless, serving

from onrecord.ledger import Filter, Ledger

Browser = Any  # of conftest.py, which cannot be imported
WIDE, NARROW = 1280, 390

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # uvicorn's own


@pytest.fixture(scope="module")
def headless() -> Headless:
    found = find_headless()
    if isinstance(found, str):
        pytest.skip(found)
    return found


@pytest.fixture(scope="module")
def home(browser: Browser, headless: Headless) -> Iterator[str]:
    with serving(browser.ledger) as address:
        yield address


@pytest.fixture(scope="module")
def paths(browser: Browser, story: str) -> list[str]:
    """Return one page of every kind, and of those with states one of each."""
    with Ledger.open(browser.ledger) as ledger:
        rows = {row.kind: row for row in ledger.rows()}
        article = next(iter(ledger.articles(Filter(outlet="Reed Gazette")))).id
        account = next(a.id for a in ledger.accounts(story) if a.relations.get("differ"))
        siblings = next(x.articles for x in ledger.story(story).lineages if len(x.articles) > 1)
    tabs = ("", "/statements", "/acts", "/figures", "/figures?view=table", "/articles")
    return [
        "/",
        *(f"/story/{story}{tab}" for tab in tabs),
        f"/story/{story}/differences",
        f"/story/{story}/compare?open={account}",
        f"/story/{story}/statements?who=Nobody",
        f"/article/{article}",
        f"/article/{siblings[0]}/changes/{siblings[1]}",
        *(f"/row/{row.id}" for row in rows.values()),
        "/who/Mara%20Tolling",
        "/who/Mara%20Tolling?list=said",
        "/search",
        "/search?q=barges",
        "/search?q=submarine",
        f"/brief/{story}",
        "/about",
    ]


@pytest.fixture(scope="module")
def answers(headless: Headless, home: str, paths: list[str]) -> list[Answer]:
    jobs: list[Job] = [
        {"url": home + path, "scheme": scheme, "width": width, "axe": True}
        for path in paths
        for scheme, width in (("light", WIDE), ("dark", WIDE), ("light", NARROW))
    ]
    return headless.look(jobs)


def test_pages_keep_to_wcag_2_2_aa(answers: list[Answer]) -> None:
    broken = [(a["url"], a["scheme"], a["width"], v) for a in answers for v in a["violations"]]
    assert not broken
    assert all(answer["status"] == 200 for answer in answers)


def test_pages_fit_their_window(answers: list[Answer]) -> None:
    assert [(a["url"], a["overflow"]) for a in answers if a["overflow"] > 0] == []


def test_pages_ask_nothing_of_other_hosts(answers: list[Answer]) -> None:
    assert [(a["url"], a["requests"]) for a in answers if a["requests"]] == []


def test_nothing_is_refused_by_the_content_policy(headless: Headless, home: str) -> None:
    paths = ("/", "/about", "/search?q=barges")
    found = headless.look([{"url": home + path} for path in paths])
    assert [answer["errors"] for answer in found] == [[], [], []]


def test_quotation_is_found_and_its_citation_copied(headless: Headless, home: str) -> None:
    steps = [
        ["press", "/"],
        ["fill", "#q", "lock stays shut"],
        ["press", "Enter"],
        ["click", "tr.row .w a"],
        ["press", "c"],
        ["read", ".toast"],
        ["clipboard"],
    ]
    [answer] = headless.look([{"url": home + "/", "steps": steps}])
    assert answer["errors"] == []
    assert answer["told"][0] == "Citation copied"
    assert answer["told"][1].startswith("“The lock stays shut until the wages of last winter")
    assert "saved copy sha256" in answer["told"][1]


def test_figures_are_compared_and_a_cell_opens_its_sentence(
    headless: Headless, home: str, story: str
) -> None:
    steps = [
        ["click", ".tabs >> text=Compare"],
        ["click", ".cell.differs a"],
        ["read", ".opened"],
    ]
    for script in (True, False):
        job = {"url": f"{home}/story/{story}", "steps": steps, "script": script}
        [answer] = headless.look([job])
        assert answer["errors"] == []
        assert "More than 300 barges were waiting below the lock" in answer["told"][0]
        assert "Fewer than 200 barges" in answer["told"][0]
