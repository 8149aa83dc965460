"""What is new since somebody last looked: their browser says when that was."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from onrecord.ledger import Filter, Ledger
from onrecord.web.visits import PAUSE, SEEN

Browser = Any  # of conftest.py, which cannot be imported


def cookie(since: timedelta, latest: timedelta) -> str:
    """Return the cookie of a browser whose last visit ended and whose last page was so long ago."""
    now = datetime.now(UTC)
    return f"{SEEN}={(now - since).timestamp():.0f}.{(now - latest).timestamp():.0f}"


LONG_AGO = cookie(timedelta(days=9), timedelta(minutes=5))


@pytest.fixture(autouse=True)
def forgetful(browser: Browser) -> Iterator[None]:
    """The client that all tests share forgets what it was told to remember."""
    browser.client.cookies.clear()
    yield
    browser.client.cookies.clear()


def count_new(browser: Browser, path: str, cookie: str = "") -> int:
    """Return how many marks "new" a page has."""
    browser.client.cookies.clear()
    text: str = browser.get(path, cookie=cookie).text
    return text.count('class="new"')


def test_nothing_is_new_on_a_first_visit(browser: Browser, story: str) -> None:
    response = browser.get("/")
    assert "since you last looked" not in response.text
    assert SEEN in response.headers["set-cookie"]
    assert count_new(browser, f"/story/{story}") == 0


def age(desk: Browser, name: str) -> None:
    """Let one page have come in long ago."""
    with sqlite3.connect(desk.ledger / "ledger.sqlite") as connection:
        long_ago = "UPDATE origins SET added = '2001-01-01T00:00:00+00:00' WHERE origin LIKE ?"
        assert connection.execute(long_ago, (f"%{name}%",)).rowcount == 1


@pytest.mark.parametrize("tab", ["", "/statements", "/acts", "/figures?view=table", "/articles"])
def test_what_came_in_since_is_marked(desk: Browser, story: str, tab: str) -> None:
    age(desk, "canal")
    path = f"/story/{story}{tab}"
    assert count_new(desk, path) == 0
    page = desk.get(path, cookie=LONG_AGO).text
    assert "2 articles</a> came in since you last looked" in page
    assert page.count('class="new"') > 1


def test_where_all_is_new_no_row_is_marked(browser: Browser, story: str) -> None:
    assert count_new(browser, f"/story/{story}", LONG_AGO) == 0
    assert "All of this came in since" in browser.text(f"/story/{story}")


def test_first_page_names_the_stories_in_which_something_is_new(
    browser: Browser, story: str
) -> None:
    page = browser.get("/", cookie=LONG_AGO).text
    assert "<b>3 articles</b> came in since you last looked" in page
    assert f"/story/{story}?added=" in page


def test_a_visit_ends_with_a_long_pause_and_not_with_a_short_one(browser: Browser) -> None:
    short = cookie(timedelta(days=9), PAUSE - timedelta(minutes=5))
    long = cookie(timedelta(days=9), PAUSE + timedelta(minutes=5))
    assert "since you last looked" in browser.get("/", cookie=short).text
    # The pages came in a moment ago, and so after the end of the visit before.
    assert "since you last looked" in browser.get("/", cookie=long).text
    since = browser.get("/", cookie=long).headers["set-cookie"].split("=")[1].split(".")[0]
    assert int(since) == int(long.split(".")[1])


@pytest.mark.parametrize("value", ["", "x", "1", "9" * 11 + ".1", "-1.5", "１.２", "1" * 4000])
def test_cookie_that_cannot_be_ours_is_a_first_visit(browser: Browser, value: str) -> None:
    response = browser.get("/", cookie=f"{SEEN}={value}".encode())
    assert response.status_code == 200
    assert "since you last looked" not in response.text


def test_pages_kept_by_the_browser_are_those_of_the_visit(browser: Browser) -> None:
    first = browser.get("/").headers["etag"]
    assert browser.get("/", cookie=LONG_AGO, if_none_match=first).status_code == 200


def test_what_was_seen_is_not_new_any_more(browser: Browser) -> None:
    token = browser.page("/review/history").xpath("//input[@name='token']/@value")[0]
    seen = browser.client.post(
        "/seen",
        data={"token": token},
        headers={"origin": str(browser.client.base_url), "cookie": LONG_AGO},
    )
    assert seen.status_code == 303
    now = seen.headers["set-cookie"].split(";")[0]
    assert "since you last looked" not in browser.get("/", cookie=now).text


def test_rows_and_stories_can_be_asked_by_when_they_came_in(browser: Browser, story: str) -> None:
    with Ledger(browser.ledger) as ledger:
        before, after = (ledger.clock() + timedelta(days=days) for days in (-1, 1))
        everything = list(ledger.rows())
        assert list(ledger.rows(Filter(added=before))) == everything
        assert list(ledger.rows(Filter(added=after))) == []
        assert [each.id for each in ledger.stories(Filter(kind="saga", added=before))] == [story]
        assert list(ledger.stories(Filter(added=after))) == []
        assert ledger.count_by_saga(Filter(added=before)) == {story: 3}
    assert "Nothing here fits this filter" in browser.text(f"/story/{story}?added=2999-01-01")
    assert "means nothing" not in browser.text(f"/story/{story}?added=2020-01-01")
    assert "is no moment" in browser.text(f"/story/{story}?added=yesterday")
