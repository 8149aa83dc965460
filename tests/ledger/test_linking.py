import random
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import compare, stories
from onrecord.ledger import Filter, Ledger, linking
from onrecord.ledger.episode_means import load_means, replace_means
from onrecord.ledger.linking import Linker
from onrecord.ledger.opening import create_database
from onrecord.ledger.store import delete_article, insert_reading
from onrecord.records import Account, Article, Published, Reading, Span, Story
from onrecord.text import Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    article: str
    keys: tuple[str, ...]
    earliest: None = None
    headline: str = "alike"
    page: None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    a: str
    b: str
    episode: float
    saga: float
    copy: None = None
    same_page: bool = False


WINDOW = 2
Keys = tuple[frozenset[str], int]  # an article's keys and its day


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few places, and sketches that are nothing but keys: the words of the text."""
    monkeypatch.setattr(linking, "WINDOW", WINDOW)

    def sketch_reading(reading: Reading, outline: Outline) -> Sketch:
        assert reading.article is not None
        return Sketch(article=reading.article.id, keys=tuple(reading.article.text.split()))

    fakes = {
        "Sketch": Sketch,
        "Digest": Digest,
        "Link": Link,
        "NEAR": 2,
        "weigh_key": lambda key: 2 if key in "uv" else 1,
        "sketch_reading": sketch_reading,
        "digest_sketch": lambda sketch: Digest(article=sketch.article),
        "find_hopeful": lambda one, others: [stories.Hope(None, (), copied=True) for _ in others],
        "link_pair": lambda a, b: Link(a=a.article, b=b.article, episode=0.3, saga=0.3),
    }
    for name, fake in fakes.items():
        monkeypatch.setattr(stories, name, fake)


def make_reading(id_: str, keys: frozenset[str], day: int) -> Reading:
    on = date(2031, 1, 1) + timedelta(days=day) if day else None
    text = " ".join(sorted(keys))
    return Reading(
        version="1",
        origin=id_,
        article=Article(
            id=id_,
            text=text,
            body=Span(0, len(text)),
            published=Published(earliest=on, latest=on, certainty="exact" if on else "unknown"),
        ),
    )


def list_expected(articles: Mapping[str, Keys]) -> dict[tuple[str, str], int]:
    """The definition: near each other in the order of days, under keys that weigh 2 together."""
    near: Counter[tuple[str, str]] = Counter()
    for key in set().union(*(keys for keys, _ in articles.values())):
        order = sorted((day or 999, id_) for id_, (keys, day) in articles.items() if key in keys)
        for index, (_, a) in enumerate(order):
            for _, b in order[index + 1 : index + 1 + WINDOW]:
                near[min(a, b), max(a, b)] += 2 if key in "uv" else 1
    return {pair: weight for pair, weight in near.items() if weight >= 2}


def list_links(connection: sqlite3.Connection) -> dict[tuple[str, str], int]:
    return {(a, b): near for a, b, near in connection.execute("SELECT a, b, near FROM links")}


articles_of_keys = st.dictionaries(
    st.sampled_from([f"p{n:02}" for n in range(14)]),
    st.tuples(st.frozensets(st.sampled_from("uvwxyz"), min_size=1), st.integers(0, 5)),
    min_size=1,
)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(articles=articles_of_keys, data=st.data())
def test_links_depend_only_on_the_articles_there_are(
    window: None, articles: dict[str, Keys], data: st.DataObject
) -> None:
    connection = create_database(Path(":memory:"))
    linker = Linker(connection)
    order = data.draw(st.permutations(sorted(articles)))
    leave = data.draw(st.sets(st.sampled_from(sorted(articles))))
    for id_ in order:
        reading = make_reading(id_, *articles[id_])
        insert_reading(connection, reading)
        linker.add(reading)
    assert list_links(connection) == list_expected(articles)
    for id_ in sorted(leave):
        linker.remove(id_)
        delete_article(connection, id_)
    stay = {id_: keys for id_, keys in articles.items() if id_ not in leave}
    assert list_links(connection) == (list_expected(stay) if stay else {})
    connection.close()


def test_comparisons_for_one_article_are_bounded(
    window: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = create_database(Path(":memory:"))
    linker = Linker(connection)
    compared: list[tuple[str, str]] = []
    monkeypatch.setattr(linker, "_link_pair", lambda a, b: compared.append((a.article, b.article)))
    for number in range(60):
        compared.clear()
        reading = make_reading(f"p{number:02}", frozenset("u"), 1 + number % 5)
        insert_reading(connection, reading)
        linker.add(reading)
        assert len(compared) <= 2 * WINDOW
    connection.close()


def test_whom_a_page_is_linked_to_is_not_drawn_again_for_that(window: None) -> None:
    connection = create_database(Path(":memory:"))
    linker = Linker(connection)
    for id_ in ("p1", "p2", "p3"):
        reading = make_reading(id_, frozenset("uv"), 1)
        insert_reading(connection, reading)
        connection.execute("DELETE FROM stale")
        linker.add(reading)
        assert connection.execute("SELECT article FROM stale").fetchall() == [(id_,)]
    assert set(list_links(connection)) == {("p1", "p2"), ("p1", "p3"), ("p2", "p3")}
    connection.close()


_STORY = (
    "INSERT INTO stories (id, kind, name, earliest, latest, articles, outlets, lineages,"
    " statements, acts, figures, anchor, first, standing, record)"
    " VALUES (?, 'episode', '', '', '', 0, 0, 0, 0, 0, 0, '', ?, ?, '')"
)


def test_a_link_that_is_lost_between_two_sagas_changes_no_more_than_a_mean(window: None) -> None:
    connection = create_database(Path(":memory:"))
    linker = Linker(connection)

    def add(id_: str, day: int) -> None:
        reading = make_reading(id_, frozenset("u"), day)
        insert_reading(connection, reading)
        linker.add(reading)

    for id_, day in (("p1", 1), ("p2", 1), ("p5", 5)):
        add(id_, day)
    for story, *articles in (("one", "p1", "p2"), ("two", "p5")):
        connection.execute(_STORY, (story, articles[0], len(articles)))
        for article in articles:
            connection.execute(
                "UPDATE articles SET episode = ?1, saga = ?1 WHERE id = ?2", (story, article)
            )
    replace_means(connection, [], {"p1": {"p5": 0.3}})
    connection.execute("DELETE FROM stale")
    add("p3", 3)
    assert ("p1", "p5") not in list_links(connection)
    assert load_means(connection, ["p1", "p5"]) == {"p1": {"p5": 0.15}, "p5": {"p1": 0.15}}
    add("p4", 4)
    assert ("p2", "p5") not in list_links(connection)
    assert load_means(connection, ["p1", "p5"]) == {"p1": {}, "p5": {}}
    assert connection.execute("SELECT article FROM stale").fetchall() == [("p3",), ("p4",)]
    connection.close()


def test_a_saga_that_stays_as_it_was_is_not_compared_again(
    full: Ledger, tmp_path: Path, reader: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    make_saga = stories.make_saga

    def note(anchor: str, episodes: Sequence[Story], *rest: Any, **more: Any) -> object:
        drawn.append(anchor)
        return make_saga(anchor, episodes, *rest, **more)

    monkeypatch.setattr(stories, "make_saga", note)
    compared: list[str] = []
    compare_members = compare.compare_members

    def note_account(account: Account, *rest: Any) -> object:
        compared.append(account.id)
        return compare_members(account, *rest)

    monkeypatch.setattr(compare, "compare_members", note_account)
    page = tmp_path / "apart.txt"
    page.write_text("Zoe Quist on bees\n\nDate: 2044-01-01\n\nA hive of 900 bees swarmed.\n")
    full.add([str(page)], read=reader.read)
    [article] = full.articles(Filter(since=date(2040, 1, 1)))
    assert drawn == [article.id]
    assert not compared


def test_drawing_goes_on_after_a_run_that_was_stopped(
    ledger: Ledger, saved: Path, reader: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("onrecord.ledger.batches.BATCH_SECONDS", 1000.0)
        patch.setattr("onrecord.ledger.adding.draw_stories", stop)
        with pytest.raises(KeyboardInterrupt):
            ledger.add([str(saved)], read=reader.read)
    assert [fault for fault in ledger.check() if "no story yet" in fault]
    assert ledger.add([str(saved)], read=reader.read).read == 0
    assert not ledger.check()
    assert ledger.counts().sagas > 0


def test_removing_and_adding_again_leaves_links_as_they_were(
    full: Ledger, reader: ModuleType
) -> None:
    before = list(full.dump())
    articles = [article.id for article in full.articles()]
    for article in random.Random(3).sample(articles, 6):
        full.remove(article, who="ana")
        assert not full.check()
    assert full.counts().articles == 6
    for article in articles:
        if article not in {each.id for each in full.articles()}:
            full.restore(article, read=reader.read, who="ana")
    assert list(full.dump()) == before


def test_removing_everything_leaves_nothing(full: Ledger) -> None:
    for article in list(full.articles()):
        full.remove(article.id, who="ana")
    counts = full.counts()
    assert (counts.articles, counts.sagas, counts.accounts, counts.statements) == (0, 0, 0, 0)
    kinds = {line.split(",")[0] for line in full.dump()}
    assert kinds == {'["original"', '["origin"', '["source"', '["removed"'}
    assert not full.check()
