import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.ledger import plain_reader

from onrecord.errors import LedgerError
from onrecord.fetching import Fetcher, Memory, VisitReport, visit
from onrecord.fetching import memory as memory_file
from onrecord.ledger import Ledger, rebuild_ledger
from onrecord.ledger.locking import hold_lock

Site = Any  # of conftest.py
Make = Callable[..., Fetcher]
Visit = Callable[..., VisitReport]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger", create=True) as opened:
        yield opened


@pytest.fixture
def go(ledger: Ledger, make_fetcher: Make) -> Visit:
    """Visit with a fresh fetcher, as each call of the command does."""

    def go_(*sources: str, limit: int = 200, **limits: Any) -> VisitReport:
        fetcher = make_fetcher(**limits)
        return visit(ledger, sources, fetcher=fetcher, read=plain_reader.read, limit=limit)

    return go_


def put_feed(site: Site, *numbers: int, path: str = "/feed", **fields: str) -> str:
    """Put pages and a feed of them on the site; return the feed's address."""
    for number in numbers:
        text = plain_reader.make_text(number)
        site.put(f"/page/{number}", text, content_type="text/plain; charset=utf-8")
    items = "".join(f"<item><link>{site.url}/page/{n}</link></item>" for n in numbers)
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'
    address: str = site.put(path, feed, content_type="application/rss+xml", **fields)
    return address


def origins(ledger: Ledger) -> set[str]:
    return {article.origin for article in ledger.articles()}


def test_pages_of_a_feed_are_added_with_their_addresses(
    site: Site, ledger: Ledger, go: Visit
) -> None:
    report = go(put_feed(site, 1, 2))
    assert (report.sources, report.told, report.fetched, report.added.read) == (1, 2, 2, 2)
    articles = list(ledger.articles())
    assert {article.url for article in articles} == {f"{site.url}/page/{n}" for n in (1, 2)}
    assert {article.origin for article in articles} == {f"{site.url}/page/{n}#1" for n in (1, 2)}
    assert not (ledger.path / "fetched").exists()


def test_nothing_is_fetched_twice(site: Site, ledger: Ledger, go: Visit) -> None:
    go(put_feed(site, 1, 2, etag='"1"'))
    put_feed(site, 1, 2, 3)
    report = go()
    assert (report.told, report.fetched) == (1, 1)
    assert [path for path in site.paths() if path != "/feed"] == ["/page/1", "/page/2", "/page/3"]
    assert ledger.counts().articles == 3


def test_feed_is_asked_only_for_what_is_new(site: Site, go: Visit) -> None:
    go(put_feed(site, 1, etag='"1"', last_modified="Tue, 01 Apr 2031 10:00:00 GMT"))
    report = go()
    assert report.unchanged == 1
    asked = [fields for path, fields in site.asked if path == "/feed"][1]
    assert asked["if-none-match"] == '"1"'
    assert asked["if-modified-since"] == "Tue, 01 Apr 2031 10:00:00 GMT"


def test_feed_that_fails_is_a_problem_and_stops_no_other(
    site: Site, ledger: Ledger, go: Visit
) -> None:
    bad = site.put("/bad", "x", status=500)
    report = go(bad, put_feed(site, 1))
    assert report.added.read == 1
    [problem] = ledger.problems()
    assert problem.origin == bad
    assert re.search("answers “500 .*”; try again later", problem.message)
    put_feed(site, 2, path="/bad")
    go()
    assert list(ledger.problems()) == []
    assert ledger.counts().articles == 2


def test_page_that_fails_is_tried_again_though_the_feed_has_not_changed(
    site: Site, ledger: Ledger, go: Visit
) -> None:
    feed = put_feed(site, 1, 2, etag='"1"')
    site.put("/page/1", "x", status=500)
    report = go(feed)
    assert (report.fetched, report.due) == (1, 1)
    assert [problem.origin for problem in ledger.problems()] == [f"{site.url}/page/1"]
    put_feed(site, 1, 2, etag='"1"')
    report = go()
    assert (report.unchanged, report.fetched, report.due) == (1, 1, 0)
    assert list(ledger.problems()) == []


def test_page_that_is_not_there_is_not_asked_for_again(
    site: Site, ledger: Ledger, go: Visit
) -> None:
    feed = put_feed(site, 1)
    del site.pages["/page/1"]
    go(feed)
    go()
    assert site.paths().count("/page/1") == 1
    [problem] = ledger.problems()
    assert "404" in problem.message


def test_page_is_given_up_after_some_visits(site: Site, go: Visit) -> None:
    feed = put_feed(site, 1)
    site.put("/page/1", "x", status=500)
    for _ in range(7):
        go(feed)
    assert site.paths().count("/page/1") == memory_file.MOST_TRIES


def test_host_that_asks_for_rest_keeps_its_pages_for_later(
    site: Site, ledger: Ledger, go: Visit
) -> None:
    feed = put_feed(site, 1, 2, 3)
    site.put("/page/1", "x", status=429)
    report = go(feed)
    assert (report.fetched, report.due) == (0, 3)
    assert len(list(ledger.problems())) == 1
    put_feed(site, 1, 2, 3)
    assert go().fetched == 3


def test_limit_leaves_pages_for_the_next_visit(site: Site, ledger: Ledger, go: Visit) -> None:
    report = go(put_feed(site, 1, 2, 3), limit=2)
    assert (report.fetched, report.due) == (2, 1)
    assert go(limit=2).fetched == 1
    assert ledger.counts().articles == 3


def test_hosts_are_asked_in_turn(
    site: Site, other_site: Any, make_fetcher: Make, ledger: Ledger, slow_time: Any
) -> None:
    names = {"gull.example": ["127.0.0.1"], "reed.example": ["127.0.0.1"]}
    pages = [f"http://{name}:{site.port}/page/{n}" for name in names for n in (1, 2)]
    put_feed(site, 1, 2)
    (ledger.path.parent / "feed").write_text(
        "<rss><channel>"
        + "".join(f"<item><link>{page}</link></item>" for page in pages)
        + "</channel></rss>"
    )
    visit(
        ledger,
        [str(ledger.path.parent / "feed")],
        fetcher=make_fetcher(names, delay=2.0),
        read=plain_reader.read,
    )
    hosts = [fields["host"].partition(".")[0] for path, fields in site.asked if "page" in path]
    assert hosts == ["gull", "reed", "gull", "reed"]


def test_single_page_is_a_source_of_its_own_versions(site: Site, ledger: Ledger, go: Visit) -> None:
    page = site.put("/live", plain_reader.make_text(1), content_type="text/plain", etag='"1"')
    assert go(page).added.read == 1
    assert go().unchanged == 1
    site.put("/live", plain_reader.make_text(4), content_type="text/plain", etag='"2"')
    assert go().added.read == 1
    assert ledger.counts().articles == 2
    assert {article.url for article in ledger.articles()} == {page}


def test_page_that_changes_while_the_ledger_is_busy_is_kept_in_both_versions(
    site: Site, ledger: Ledger, go: Visit
) -> None:
    for number in (1, 4):
        page = site.put("/live", plain_reader.make_text(number), content_type="text/plain")
        with hold_lock(ledger.path), pytest.raises(LedgerError):
            go(page)
    assert go().added.read == 2


def test_page_without_a_tag_is_kept_once_as_long_as_it_is_the_same(
    site: Site, ledger: Ledger, go: Visit
) -> None:
    page = site.put("/live", plain_reader.make_text(1), content_type="text/plain")
    go(page)
    report = go()
    assert (report.unchanged, report.fetched) == (1, 0)


def test_pictures_are_no_pages(site: Site, ledger: Ledger, go: Visit) -> None:
    feed = put_feed(site, 1)
    site.put("/page/1", b"\x89PNG", content_type="image/png")
    go(feed)
    [problem] = ledger.problems()
    assert "is image/png; only HTML and text pages are read" in problem.message
    assert not list((ledger.path / "raw").rglob("*.json"))


def test_private_addresses_in_a_feed_are_problems(site: Site, ledger: Ledger, go: Visit) -> None:
    (ledger.path.parent / "feed").write_text(
        f"<rss><channel><item><link>{site.url}/page/1</link></item></channel></rss>"
    )
    go(str(ledger.path.parent / "feed"), allow_private=False)
    [problem] = ledger.problems()
    assert "--allow-private" in problem.message
    assert site.asked == []


def test_visit_that_was_stopped_goes_on_where_it_was(
    site: Site, ledger: Ledger, make_fetcher: Make, go: Visit
) -> None:
    put_feed(site, 1, 2)
    fetcher = make_fetcher()
    fetch, calls = fetcher.fetch, 0

    def stop_at_third(url: str, validators: Any = None) -> Any:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise KeyboardInterrupt
        return fetch(url, validators)

    fetcher.fetch = stop_at_third  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        visit(ledger, [f"{site.url}/feed"], fetcher=fetcher, read=plain_reader.read)
    assert ledger.counts().articles == 0
    (ledger.path / "fetched" / "left.part").write_text("half")
    report = go()
    assert report.added.read == 2
    assert site.paths().count("/page/1") == 1
    assert not (ledger.path / "fetched").exists()


def test_ledger_that_is_busy_gets_the_pages_the_next_time(
    site: Site, ledger: Ledger, go: Visit
) -> None:
    feed = put_feed(site, 1)
    with hold_lock(ledger.path), pytest.raises(LedgerError, match="another process"):
        go(feed)
    assert go().added.read == 1
    assert site.paths().count("/page/1") == 1


def test_ledger_can_be_written_while_pages_are_fetched(
    site: Site, ledger: Ledger, make_fetcher: Make
) -> None:
    feed = put_feed(site, 1)
    fetcher = make_fetcher()
    fetch = fetcher.fetch

    def fetch_beside(url: str, validators: Any = None) -> Any:
        with hold_lock(ledger.path):
            return fetch(url, validators)

    fetcher.fetch = fetch_beside  # type: ignore[method-assign]
    assert visit(ledger, [feed], fetcher=fetcher, read=plain_reader.read).added.read == 1


def test_two_visits_at_once_are_refused(ledger: Ledger, go: Visit) -> None:
    with hold_lock(ledger.path, ".fetching"), pytest.raises(LedgerError, match="another process"):
        go()


def test_rebuild_gives_the_same_ledger_and_fetches_nothing(
    site: Site, ledger: Ledger, go: Visit
) -> None:
    go(put_feed(site, 1, 2))
    before = list(ledger.dump())
    asked = len(site.asked)
    ledger.close()
    rebuild_ledger(ledger.path, read=plain_reader.read)
    with Ledger(ledger.path) as again:
        assert list(again.dump()) == before
    assert len(site.asked) == asked


def test_sources_can_be_listed_and_forgotten(site: Site, ledger: Ledger, go: Visit) -> None:
    bad = site.put("/bad", "x", status=500)
    go(bad, put_feed(site, 1, 2), limit=1)
    with Memory.open(ledger.path) as memory:
        sources = {source.url: source for source in memory.list_sources()}
        assert sources[bad].problem
        assert sources[f"{site.url}/feed"].visited
        assert memory.forget_source(f"{site.url}/feed")
        assert not memory.forget_source(f"{site.url}/feed")
        assert memory.count_due() == 0


def test_memory_of_another_version_is_refused(ledger: Ledger, go: Visit) -> None:
    with sqlite3.connect(ledger.path / memory_file.FILE) as connection:
        connection.execute("PRAGMA user_version = 9")
    connection.close()
    with pytest.raises(LedgerError, match="another version"):
        go()


def test_memory_that_is_no_database_is_said_so(ledger: Ledger, go: Visit) -> None:
    (ledger.path / memory_file.FILE).write_text("not a database " * 100)
    with pytest.raises(LedgerError, match="delete it to begin anew"):
        go()
