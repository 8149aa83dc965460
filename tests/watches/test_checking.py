import shutil
from dataclasses import replace
from typing import Any

import pytest

from onrecord.errors import OnRecordError
from onrecord.ledger import rebuild_ledger
from onrecord.records import Reading
from onrecord.watches import Firing, Memory, check_all, list_watches

Desk = Any  # of conftest.py
URL = "https://gull.example/lock"
LOCK = "Ada Venn at Port Orr\n\nAda Venn said “the lock stays shut”.\n\nSome 300 boats wait there."
ROAD = (
    "Bram Oke at Fort Quill\n\nBram Oke said “the road stays open”.\n\nSome 40 trucks wait there."
)


def told(firing: Firing | None) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    """The words of what is new, of what changed (before and after), and of what is withdrawn."""
    assert firing is not None
    news = firing.news
    return (
        [seen.words for seen in news.new],
        [(change.before.words, change.after.words) for change in news.changed],
        [gone.before.words for gone in news.withdrawn],
    )


def test_what_is_there_when_a_watch_begins_is_no_news(desk: Desk) -> None:
    desk.put(LOCK)
    watch = desk.watch()
    assert desk.fire(watch) is None
    with Memory.open(desk.ledger.path) as memory:
        assert [seen.words for seen in memory.list_seen(watch.id)] == [
            "the lock stays shut",
            "300 boats",
        ]


def test_rows_of_a_new_page_are_new_once(desk: Desk) -> None:
    desk.put(LOCK)
    watch = desk.watch()
    desk.put(ROAD)
    assert told(desk.fire(watch)) == (["the road stays open", "40 trucks"], [], [])
    assert desk.fire(watch) is None


def test_a_page_without_an_address_that_is_saved_again_under_its_path_has_changed(
    desk: Desk,
) -> None:
    desk.put(LOCK)
    watch = desk.watch()
    desk.put(LOCK.replace("300 boats", "200 boats"))
    assert told(desk.fire(watch)) == ([], [("300 boats", "200 boats")], [])
    desk.put(LOCK.replace("300 boats", "100 boats"))
    assert told(desk.fire(watch)) == ([], [("200 boats", "100 boats")], [])


def test_only_rows_that_fit_are_told(desk: Desk) -> None:
    people, numbers = desk.watch("people", who="oke"), desk.watch("numbers", kind="figure")
    desk.put(LOCK)
    assert desk.fire(people) is None
    desk.put(ROAD)
    # The plain reader's figures are given by the one who speaks.
    assert told(desk.fire(people))[0] == ["the road stays open", "40 trucks"]
    assert told(desk.fire(numbers))[0] == ["300 boats", "40 trucks"]


def test_row_that_a_newer_version_reads_again_is_the_same(desk: Desk) -> None:
    desk.put(LOCK)
    watch = desk.watch()

    def move(reading: Reading) -> Reading:
        """A newer version: other ids, and it is less sure."""
        statements = (
            replace(each, id=f"{each.id}x", certainty="unsure") for each in reading.statements
        )
        return replace(reading, statements=tuple(statements))

    desk.put(LOCK, version="2", change=move)
    [statement] = desk.ledger.statements()
    assert statement.id.endswith("x")
    assert desk.fire(watch) is None


def test_row_that_is_read_otherwise_has_changed(desk: Desk) -> None:
    desk.put(LOCK)
    watch = desk.watch()

    def read_otherwise(reading: Reading) -> Reading:
        [statement] = reading.statements
        return replace(reading, statements=(replace(statement, act="threaten"),))

    desk.put(LOCK, version="2", change=read_otherwise)
    firing = desk.fire(watch)
    assert told(firing) == ([], [("the lock stays shut", "the lock stays shut")], [])
    [change] = firing.news.changed
    assert change.fields == ("does",)
    assert (change.before.content["does"], change.after.content["does"]) == ("claim", "threaten")
    assert change.why == "it is read otherwise, or was corrected"


def test_newer_version_of_a_page_tells_only_what_it_says_otherwise(desk: Desk) -> None:
    desk.put(LOCK, URL)
    watch = desk.watch()
    desk.put(LOCK.replace("300 boats", "350 boats") + "\n\nMore at noon.", URL + "?utm_source=x")
    firing = desk.fire(watch)
    assert told(firing) == ([], [("300 boats", "350 boats")], [])
    assert firing.news.changed[0].why == "the page has changed"


def test_what_a_newer_version_of_a_page_leaves_out_is_withdrawn(desk: Desk) -> None:
    desk.put(LOCK, URL)
    watch = desk.watch()
    desk.put(LOCK.partition("\n\nSome")[0], URL)
    firing = desk.fire(watch)
    assert told(firing) == ([], [], ["300 boats"])
    assert firing.news.withdrawn[0].why == "the page does not say so any more"


def test_same_words_on_two_pages_are_two_rows(desk: Desk) -> None:
    desk.put(LOCK, URL)
    watch = desk.watch()
    desk.put(LOCK, "https://reed.example/lock")
    assert told(desk.fire(watch))[0] == ["the lock stays shut", "300 boats"]


def test_same_words_twice_on_one_page_are_two_rows(desk: Desk) -> None:
    desk.put(LOCK, URL)
    watch = desk.watch()
    desk.put(LOCK + "\n\nAgain: 300 boats.", URL)
    assert told(desk.fire(watch)) == (["300 boats"], [], [])


def test_rows_of_a_removed_page_are_withdrawn(desk: Desk) -> None:
    desk.put(LOCK)
    watch = desk.watch()
    [article] = desk.ledger.articles()
    desk.ledger.remove(article.id, who="ana")
    firing = desk.fire(watch)
    assert told(firing) == ([], [], ["the lock stays shut", "300 boats"])
    assert firing.news.withdrawn[0].why == "its page was removed"


def test_watches_survive_a_rebuild(desk: Desk) -> None:
    desk.put(LOCK)
    watch = desk.watch()
    desk.put(ROAD)
    first = desk.fire(watch)
    desk.ledger.rebuild(read=lambda pages: map(_read, pages), version="1")
    assert desk.fire(watch) is None
    assert list_watches(desk.ledger.path) == [watch]
    with Memory.open(desk.ledger.path) as memory:
        assert memory.list_firings(watch.id) == [first]


def _read(page: Any) -> Reading:
    from tests.ledger import plain_reader

    return plain_reader.read_one(page, "1")


def test_order_in_which_pages_come_does_not_count(desk: Desk) -> None:
    watch = desk.watch()
    for text in (LOCK, ROAD):
        desk.put(text)
    one = desk.fire(watch)
    shutil.rmtree(desk.ledger.path / "raw")
    for article in list(desk.ledger.articles()):
        desk.ledger.remove(article.id, who="ana")
    assert one is not None
    assert sorted(told(desk.fire(watch))[2]) == sorted(told(one)[0])


def test_all_watches_are_checked_and_those_with_news_named(desk: Desk) -> None:
    desk.watch("lock", about="lock")
    road = desk.watch("road", about="road")
    desk.put(ROAD)
    assert check_all(desk.ledger) == [road]
    assert check_all(desk.ledger) == []


def test_unchanged_ledger_is_not_looked_at(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = desk.watch()
    monkeypatch.setattr(
        "onrecord.watches.checking.look", lambda *arguments: pytest.fail("was looked at")
    )
    assert desk.fire(watch) is None


def test_memory_that_is_lost_begins_anew(desk: Desk) -> None:
    desk.put(LOCK)
    watch = desk.watch()
    (desk.ledger.path / "watches.sqlite").unlink()
    assert desk.fire(watch) is None
    desk.put(ROAD)
    assert told(desk.fire(watch))[0] == ["the road stays open", "40 trucks"]


def test_memory_that_is_damaged_is_said_so(desk: Desk) -> None:
    (desk.ledger.path / "watches.sqlite").write_text("no database" * 100)
    with (
        pytest.raises(OnRecordError, match="delete it to begin anew"),
        Memory.open(desk.ledger.path),
    ):
        pass


def test_ledger_with_watches_can_still_be_damaged_and_rebuilt(desk: Desk) -> None:
    desk.put(LOCK)
    watch = desk.watch()
    desk.ledger.close()
    (desk.ledger.path / "ledger.sqlite").unlink()
    rebuild_ledger(desk.ledger.path, read=lambda pages: map(_read, pages), version="1")
    assert list_watches(desk.ledger.path) == [watch]
