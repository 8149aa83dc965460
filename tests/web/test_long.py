"""Names of a megabyte, and lists of hundreds."""

import gzip
from dataclasses import replace
from typing import Any

import pytest
from tests.web.conftest import PAGES, Browser, build_ledger

from onrecord.ledger import Filter, Ledger
from onrecord.records import Reading

LONG = "Endless " * 131_072  # a megabyte
MANY = 240


def stretch(reading: Reading) -> Reading:
    article = reading.article
    assert article is not None
    return replace(
        reading,
        article=replace(article, outlet=LONG, byline=LONG, headline=LONG),
        actors=tuple(replace(actor, name=LONG) for actor in reading.actors),
        figures=tuple(replace(figure, counted=LONG) for figure in reading.figures),
    )


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Any:
    pages = {name: PAGES[name] for name in ("gull", "canal")}
    return Browser(build_ledger(tmp_path_factory.mktemp("endless"), pages, stretch))


def test_names_of_a_megabyte_are_cut(endless: Any) -> None:
    with Ledger(endless.ledger) as ledger:
        story = next(iter(ledger.stories(Filter(kind="saga")))).id
        rows = {row.kind: row for row in ledger.rows()}
    tabs = ("", "/figures", "/differences", "/compare", "/articles")
    paths = [
        "/",
        *(f"/story/{story}{tab}" for tab in tabs),
        *(f"/row/{row.id}" for row in rows.values()),
        f"/article/{rows['act'].article}",
        f"/brief/{story}",
    ]
    for path in paths:
        response = endless.get(path)
        assert response.status_code == 200, path
        assert "Endless Endless" in response.text, path
        assert len(response.content) < 400_000, path


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Any:
    outlet, headline, text = PAGES["canal"]
    quotations = "\n\n".join(
        f"“The lock stays shut until the wages of winter {n} are paid,” said Mara Tolling.\n\n"
        f"Fewer than {n} barges were waiting below the lock by Tuesday evening, by our count."
        for n in range(1, MANY)
    )
    pages = {"canal": (outlet, headline, f"{text}\n\n{quotations}"), "gull": PAGES["gull"]}
    return Browser(build_ledger(tmp_path_factory.mktemp("crowded"), pages))


@pytest.mark.parametrize(
    "tab", ["", "/statements", "/figures", "/figures?view=table", "/differences", "/compare"]
)
def test_hundreds_of_rows_are_paged_and_small(crowded: Any, tab: str) -> None:
    with Ledger(crowded.ledger) as ledger:
        story = next(iter(ledger.stories(Filter(kind="saga")))).id
    response = crowded.get(f"/story/{story}{tab}")
    assert response.status_code == 200
    assert len(gzip.compress(response.content)) < 100_000
    assert len(crowded.page(f"/story/{story}{tab}").find_class("row")) <= 200


def test_all_pages_of_a_long_list_hold_all_rows_once(crowded: Any) -> None:
    with Ledger(crowded.ledger) as ledger:
        wanted = [
            row.id for row in ledger.rows_of(ledger.actor("Mara Tolling"), "who", "statement")
        ]
    path: str | None = "/who/Mara%20Tolling?list=said"
    found: list[str] = []
    while path:
        page = crowded.page(path)
        rows = page.xpath("//td[@class='m']/p[2]/a/@href | //p[@class='src also']/a/@href")
        found += [address.rsplit("/", 1)[1] for address in rows]
        path = next(iter(page.xpath("//a[@rel='next']/@href")), None)
    assert sorted(found) == sorted(wanted)
    assert len(found) > MANY
