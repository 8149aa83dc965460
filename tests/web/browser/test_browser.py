"""What only a browser can tell: accessibility, width, foreign requests, keys and copying."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from tests.cli.conftest import PAGES as EXAMPLE
from tests.web.browser.headless import Answer as Seen
from tests.web.browser.headless import Headless, Job, serving

from onrecord.engine import read_all
from onrecord.ledger import Answer, Filter, Ledger
from onrecord.watches import Memory, add_watch, check, list_watches
from onrecord.web.app import PAGES

Browser = Any  # of conftest.py, which cannot be imported
WIDE, NARROW = 1280, 390

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # uvicorn's own


@pytest.fixture(scope="module")
def folder(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the ledger in which people have decided, and one watches."""
    folder = tmp_path_factory.mktemp("looked-at") / "ledger"
    shutil.copytree(browser.ledger, folder)
    with Ledger(folder) as ledger, Memory.open(folder) as memory:
        statement, act, figure = (
            next(rows()) for rows in (ledger.statements, ledger.acts, ledger.figures)
        )
        ledger.judge(statement.id, "accept", who="ana")
        ledger.judge(act.id, "correct", Answer(act="THREATEN"), who="ana")
        ledger.judge(figure.id, "reject", who="bea", why="a slip")
        check(ledger, add_watch(folder, "Barges", {"about": "barges"}), memory)
    return folder


@pytest.fixture(scope="module")
def home(folder: Path, headless: Headless) -> Iterator[str]:
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="module")
def paths(folder: Path, story: str) -> list[str]:
    """Return one page of every kind, and of those with states one of each."""
    with Ledger(folder) as ledger:
        rows = [*{row.kind: row for row in ledger.rows()}.values(), *ledger.rejected()]
        article = next(iter(ledger.articles(Filter(outlet="Reed Gazette")))).id
        account = next(a.id for a in ledger.accounts(story) if a.relations.get("differ"))
        siblings = next(x.articles for x in ledger.story(story).lineages if len(x.articles) > 1)
        episode = next(ledger.stories(Filter(kind="episode"))).id
        speaker = next(row for row in rows if row.who)
        other = next(ledger.names("harrow"))
    tabs = ("", "/statements", "/acts", "/figures", "/figures?view=table", "/articles")
    person = f"/people?article={speaker.article}&actor={speaker.who[0].id}"
    return [
        "/",
        "/?added=2031-01-01",
        *(f"/story/{story}{tab}" for tab in tabs),
        f"/story/{episode}?part=undated",
        f"/story/{story}/differences",
        f"/story/{story}/compare?open={account}",
        f"/story/{story}/statements?who=Nobody",
        f"/article/{article}",
        f"/article/{article}/original",
        f"/article/{siblings[0]}/changes/{siblings[1]}",
        *(f"/row/{row.id}" for row in rows),
        "/who/Mara%20Tolling",
        "/who/Mara%20Tolling?list=said",
        "/people",
        "/people?q=harrow",
        person,
        f"{person}&article2={other.article}&actor2={other.actor}",
        "/search",
        "/search?q=barges",
        "/search?q=submarine",
        "/search?ask=How%20many%20barges%20were%20waiting%3F",
        "/review",
        "/review?kind=figure",
        "/review/sample",
        "/review/history",
        "/review/history?lost=1",
        "/review/rejected",
        "/watches",
        f"/watches/{list_watches(folder)[0].id}",
        "/add",
        f"/brief/{story}",
        "/about",
    ]


def test_every_page_there_is_is_looked_at(home: str, paths: list[str]) -> None:
    """A page that is added has to be added to the paths above, too."""
    kinds = {"/".join(path.partition("?")[0].split("/")[:2]) for path in paths}
    ends = {path.partition("?")[0].rsplit("/", 1)[1] for path in paths}
    files = ("{form}", ".json", ".md", ".xml", "/source")  # what is no page
    for path in PAGES:
        if not path.endswith(files):
            assert "/".join(path.split("/")[:2]) in kinds, path
            last = path.rsplit("/", 1)[1]
            assert last in ends or "{" in last, path


@pytest.fixture(scope="module")
def answers(headless: Headless, home: str, paths: list[str]) -> list[Seen]:
    long_ago = "onrecord_seen=1000000000." + str(int(time.time()))
    jobs: list[Job] = [
        {"url": home + path, "scheme": scheme, "width": width, "axe": True, "cookie": long_ago}
        for path in paths
        for scheme, width in (("light", WIDE), ("dark", WIDE), ("light", NARROW))
    ]
    return headless.look(jobs, seconds=1800)


def list_example_paths(folder: Path) -> list[str]:
    """Return the pages of the example's story, its articles, who speaks, and some of the rows."""
    with Ledger(folder) as ledger:
        story = max(ledger.stories(Filter(kind="saga")), key=lambda each: each.articles).id
        articles = [article.id for article in ledger.articles(Filter(story=story))]
        rows = list(ledger.rows(Filter(story=story, lineages=2)))
        open_ = next(each.id for each in ledger.accounts(story) if each.relations.get("differ"))
        pair = next(x.articles for x in ledger.story(story).lineages if len(x.articles) > 1)
        speakers = list(dict.fromkeys(row.who[0].name for row in rows if row.who))
    tabs = ("", "?part=longer", "/statements", "/acts", "/figures", "/figures?view=table")
    return [
        "/",
        *(f"/story/{story}{tab}" for tab in (*tabs, "/differences", "/articles")),
        f"/story/{story}/compare?open={open_}",
        f"/brief/{story}",
        *(f"/article/{article}" for article in articles),
        f"/article/{articles[0]}/original",
        f"/article/{pair[0]}/changes/{pair[1]}",
        *(f"/row/{row.id}" for row in {row.kind: row for row in rows}.values()),
        *(f"/who/{quote(name)}" for name in speakers[:3]),
        "/search?q=ships",
        "/review",
    ]


def test_pages_of_the_example_keep_to_it_too(
    headless: Headless, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Pages that people wrote have more of everything than the small story: marks, names, rows."""
    folder = tmp_path_factory.mktemp("example") / "ledger"
    with Ledger(folder, create=True) as ledger:
        ledger.add([str(EXAMPLE)], read=read_all)
    looks = (("light", WIDE), ("dark", NARROW))
    with serving(folder) as address:
        jobs: list[Job] = [
            {"url": address + path, "scheme": scheme, "width": width, "axe": True}
            for path in list_example_paths(folder)
            for scheme, width in looks
        ]
        found = headless.look(jobs, seconds=1800)
    assert [(a["url"], a["scheme"], v) for a in found for v in a["violations"]] == []
    assert [(a["url"], a["overflow"]) for a in found if a["overflow"] > 0] == []
    assert {answer["status"] for answer in found} == {200}


def test_pages_keep_to_wcag_2_2_aa(answers: list[Seen]) -> None:
    broken = [(a["url"], a["scheme"], a["width"], v) for a in answers for v in a["violations"]]
    assert not broken
    assert all(answer["status"] == 200 for answer in answers)


def test_pages_fit_their_window(answers: list[Seen]) -> None:
    assert [(a["url"], a["overflow"]) for a in answers if a["overflow"] > 0] == []


def test_pages_ask_nothing_of_other_hosts(answers: list[Seen]) -> None:
    assert [(a["url"], a["requests"]) for a in answers if a["requests"]] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_without_a_ledger_to_show_keep_to_it_too(
    headless: Headless, home: str, empty: Browser, scheme: str
) -> None:
    with serving(empty.ledger) as bare:
        urls = [f"{bare}/", f"{bare}/about", f"{bare}/review", f"{bare}/search?q=barges"]
        urls += [f"{home}/row/none", f"{home}/nowhere"]
        found = headless.look([{"url": url, "scheme": scheme, "axe": True} for url in urls])
    assert [(a["url"], v) for a in found for v in a["violations"]] == []
    assert [answer["status"] for answer in found] == [200, 200, 200, 200, 404, 404]


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


def test_escape_leaves_the_search_field_for_the_keys(headless: Headless, home: str) -> None:
    steps = [["press", "/"], ["press", "Escape"], ["press", "?"], ["read", "dialog"]]
    [answer] = headless.look([{"url": home + "/", "steps": steps}])
    assert answer["errors"] == []
    assert "leave a field" in answer["told"][0]


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
