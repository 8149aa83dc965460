"""One ledger for one set of articles: all at once, one by one, in any order, after any detour."""

import itertools
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import msgspec
import pytest

from onrecord.ledger import linking
from onrecord.ledger.adding import take_out
from onrecord.ledger.dump import dump_tables
from onrecord.ledger.episode_means import load_means, measure_again
from onrecord.ledger.grouping import draw_stories, replace_rows, tie_replaced
from onrecord.ledger.linking import Linker
from onrecord.ledger.opening import create_database, transaction
from onrecord.ledger.overlays import EMPTY, Mark, Overlay
from onrecord.ledger.store import insert_reading
from onrecord.ledger.tie_store import MILLION
from onrecord.pages import read_inputs
from onrecord.pipeline import read_or_explain
from onrecord.records import Findings, Page, Published, Reading, Story

# The rules of quotation marks alone, without the trained reader.
RULES: Any = SimpleNamespace(
    reader=SimpleNamespace(read=lambda text, outline: Findings()), version="rules"
)
STREAM = Path("../shared/data/news_stories/stream_articles.jsonl.gz")


NOTHING: Mapping[str, Overlay] = {}


class Tables:
    """A ledger's tables without its folder: readings go in and out, batch by batch."""

    def __init__(self) -> None:
        self.connection = create_database(Path(":memory:"))
        self.linker = Linker(self.connection)

    def add(self, *readings: Reading, decided: Mapping[str, Overlay] = NOTHING) -> None:
        """Add readings, in the place of older ones of the same articles."""
        with transaction(self.connection):
            for reading in readings:
                assert reading.article is not None
                take_out(self.connection, self.linker, reading.article.id)
                overlay = decided.get(reading.article.id, EMPTY)
                insert_reading(self.connection, reading, overlay=overlay)
                self.linker.add(reading, overlay)
        draw_stories(self.connection, self.linker)

    def decide(self, *readings: Reading, decided: Mapping[str, Overlay] = NOTHING) -> None:
        """Lay what people decided over articles, in the place of what they decided before."""
        with transaction(self.connection):
            for reading in readings:
                assert reading.article is not None
                overlay = decided.get(reading.article.id, EMPTY)
                replace_rows(self.connection, self.linker, reading, overlay)
            tie_replaced(
                self.connection, self.linker, [r.article.id for r in readings if r.article]
            )
        draw_stories(self.connection, self.linker)

    def remove(self, *readings: Reading) -> None:
        with transaction(self.connection):
            for reading in readings:
                assert reading.article is not None
                take_out(self.connection, self.linker, reading.article.id)
        draw_stories(self.connection, self.linker)

    def dump(self) -> list[str]:
        assert not self.connection.execute("PRAGMA foreign_key_check").fetchall()
        return list(dump_tables(self.connection))

    def list_stories(self) -> list[Story]:
        records = self.connection.execute("SELECT record FROM stories").fetchall()
        return [msgspec.json.decode(record, type=Story) for (record,) in records]


def add_all(
    readings: Sequence[Reading], size: int, decided: Mapping[str, Overlay] = NOTHING
) -> Tables:
    tables = Tables()
    for at in range(0, len(readings), size):
        tables.add(*readings[at : at + size], decided=decided)
    return tables


def write_pages(words: Sequence[str], number: int) -> Iterator[Page]:
    """Yield pages on three matters over some weeks, where reports of one day share sentences.

    Some are copies that end earlier, some later versions of a page, and some have no date.
    """
    before = ""
    for index in range(number):
        pick = random.Random(index)
        matter, day = index % 3, pick.randrange(24)
        common = random.Random(100 * matter + day // 3)
        place = ("Port Orr", "Lake Vanna", "Cape Idris")[matter]
        told = [" ".join(common.choices(words, k=14)) for _ in range(9)]
        said = [" ".join(common.choices(words, k=8)) for _ in range(3)]
        claims = pick.sample(said, 1 + index % 2)
        paragraphs = [
            f"{place} {' '.join(pick.choices(words, k=4))}",
            f"Outlet: Gull {index % 5}",
            *([] if index % 19 == 7 else [f"Date: 2031-03-{day + 1:02}"]),
            *(f"At {place} {sentence}." for sentence in pick.sample(told, 5)),
            f"Ada Venn met Bram Oke. Ada Venn said in {place} “{'. '.join(claims)}”.",
            f"Guards struck; {100 + day // 6} sailors were there. {' '.join(pick.choices(words))}.",
        ]
        content = "\n\n".join(paragraphs)
        if index % 11 == 5:
            content = before.rpartition("\n\n")[0].replace("Gull", "Tern")
        before = content
        url = f"https://gull.example/{index // 26}" if index % 13 == 3 else None
        yield Page(id=f"p{index:03}", origin=f"{index}.txt", kind="text", content=content, url=url)


@pytest.fixture(scope="module")
def saga(reader: ModuleType) -> list[Reading]:
    return [reader.read_one(page) for page in write_pages(reader.WORDS, 70)]


@pytest.fixture(scope="module")
def whole(saga: list[Reading]) -> list[str]:
    return add_all(saga, len(saga)).dump()


@pytest.mark.parametrize(("seed", "size"), [(1, 1), (2, 1), (3, 9)])
def test_any_order_gives_the_same_ledger(
    saga: list[Reading], whole: list[str], seed: int, size: int
) -> None:
    shuffled = random.Random(seed).sample(saga, len(saga))
    assert add_all(shuffled, size).dump() == whole


def test_the_means_of_episodes_are_those_of_all_links_between_them(saga: list[Reading]) -> None:
    tables = add_all(saga, 7)
    tables.remove(*saga[::5])
    ask = tables.connection.execute
    standing = ask(
        "SELECT id, episode FROM articles WHERE id NOT IN (SELECT article FROM versions)"
    ).fetchall()
    home = dict(standing)
    members: dict[str, list[str]] = {}
    for article, episode in sorted(standing):
        members.setdefault(episode, []).append(article)
    totals: Counter[tuple[str, str]] = Counter()
    for a, b, score in ask("SELECT a, b, saga FROM links"):
        if a in home and b in home and home[a] != home[b]:
            totals[home[a], home[b]] += score
            totals[home[b], home[a]] += score
    expected = [
        (members[one][0], members[other][0], total / (MILLION * size))
        for (one, other), total in totals.items()
        if (size := len(members[one]) * len(members[other]))
    ]
    assert expected
    firsts = [first for (first,) in ask("SELECT first FROM episode_means")]
    kept = load_means(tables.connection, firsts)
    pairs = [(a, b, mean) for a, found in kept.items() for b, mean in found.items()]
    assert sorted(pairs) == sorted(expected)
    found = ask("SELECT id, first, standing FROM stories WHERE kind = 'episode'").fetchall()
    assert {id_: (first, size) for id_, first, size in found} == {
        episode: (articles[0], len(articles)) for episode, articles in members.items()
    }


def test_sagas_that_lose_a_link_between_them_stay_as_they_are(
    saga: list[Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where few articles are near each other, each that comes in parts others."""
    monkeypatch.setattr(linking, "WINDOW", 4)
    measured: list[tuple[str, ...]] = []

    def note(connection: sqlite3.Connection, *episodes: str) -> None:
        measured.append(episodes)
        measure_again(connection, *episodes)

    monkeypatch.setattr(linking, "measure_again", note)
    whole = add_all(saga, len(saga)).dump()
    assert not measured
    shuffled = random.Random(8).sample(saga, len(saga))
    for readings, size in ((shuffled, 1), (saga, 3)):
        assert add_all(readings, size).dump() == whole
    assert len(measured) > 20


def test_what_came_and_went_leaves_no_trace(saga: list[Reading], whole: list[str]) -> None:
    tables = add_all(saga, 10)
    gone = random.Random(4).sample(saga, 25)
    for reading in gone[:10]:
        tables.remove(reading)
    tables.remove(*gone[10:])
    left = [reading for reading in saga if reading not in gone]
    assert tables.dump() == add_all(left, len(left)).dump()
    for reading in reversed(gone):
        tables.add(reading)
    assert tables.dump() == whole


def test_a_corrected_date_reaches_all_that_rests_on_it(
    saga: list[Reading], whole: list[str]
) -> None:
    corrected = {}
    for number in (3, 5, 26, 40):  # a version, a copy, an undated one, any
        article = saga[number].article
        assert article is not None
        day = date(2031, 3, 2 + number // 2)
        published = Published(earliest=day, latest=day, certainty="exact")
        corrected[number] = replace(saga[number], article=replace(article, published=published))
    tables = add_all(saga, 20)
    for reading in corrected.values():
        tables.add(reading)
    readings = [corrected.get(number, reading) for number, reading in enumerate(saga)]
    assert tables.dump() == add_all(readings, len(readings)).dump()
    for number in corrected:
        tables.add(saga[number])
    assert tables.dump() == whole


def decide(tables: Tables) -> dict[str, Overlay]:
    """Tie rows of accounts to rows of others, part rows of one account, and reject some."""
    pick = random.Random(6)
    accounts = [
        (kind, [tuple(pair) for pair in tables.connection.execute(_MEMBERS, (id_,))])
        for id_, kind in tables.connection.execute("SELECT id, kind FROM accounts ORDER BY id")
    ]
    ties: dict[str, list[tuple[str, str, bool]]] = {}
    marks: dict[str, dict[str, Mark]] = {}
    for number in range(30):
        kind, first = pick.choice(accounts)
        second = pick.choice([rows for other, rows in accounts if other == kind])
        same = bool(number % 2)
        one, article = pick.choice(first)
        other, elsewhere = pick.choice(second if same else first)
        if one != other:
            ties.setdefault(article, []).append((f"d{number:02}", one, same))
            ties.setdefault(elsewhere, []).append((f"d{number:02}", other, same))
        if number < 6:
            row, article = pick.choice(first)
            marks.setdefault(article, {})[row] = Mark(review="rejected")
    return {
        article: Overlay(marks=marks.get(article, {}), ties=tuple(ties.get(article, ())))
        for article in ties.keys() | marks.keys()
    }


_MEMBERS = "SELECT id, article FROM rows WHERE account = ? ORDER BY id"


def test_what_people_decided_holds_in_any_order_and_can_be_taken_back(
    saga: list[Reading], whole: list[str]
) -> None:
    tables = add_all(saga, len(saga))
    decided = decide(tables)
    read = {reading.article.id: reading for reading in saga if reading.article is not None}
    for article in sorted(decided):
        tables.decide(read[article], decided=decided)
    expected = tables.dump()
    tied = tables.connection.execute(_TIED).fetchall()
    assert [here for same, here, there in tied if same and here == there is not None]
    parted = [(here, there) for same, here, there in tied if not same]
    assert len(parted) > 5
    assert not [here for here, there in parted if here == there is not None]
    shuffled = random.Random(7).sample(saga, len(saga))
    assert add_all(shuffled, 4, decided).dump() == expected
    assert add_all(saga, len(saga), decided).dump() == expected
    tables.decide(*(read[article] for article in sorted(decided)))
    assert tables.dump() == whole


_TIED = (
    "SELECT own.same, one.account, two.account FROM decided_ties own JOIN decided_ties other"
    " ON other.decision = own.decision AND other.row > own.row"
    " JOIN rows one ON one.id = own.row JOIN rows two ON two.id = other.row"
)


def test_there_is_much_that_could_depend_on_the_order(saga: list[Reading]) -> None:
    tables = add_all(saga, 10)
    stories = tables.list_stories()
    sagas = [story for story in stories if story.kind == "saga"]
    assert max(len(story.articles) for story in sagas) >= 12
    assert len(stories) > 2 * len(sagas)
    assert any(len(lineage.articles) > 1 for story in sagas for lineage in story.lineages)
    versions = tables.connection.execute("SELECT count(*) FROM versions").fetchone()
    reports = tables.connection.execute("SELECT count(*), max(reports) FROM accounts").fetchone()
    [guests] = tables.connection.execute("SELECT count(*) FROM guests").fetchone()
    assert versions[0] >= 2
    assert reports[0] >= 15
    assert reports[1] >= 5
    assert guests >= 5


@pytest.mark.skipif(not STREAM.exists(), reason="news_stories is not here")
def test_five_hundred_articles_of_the_news_give_one_ledger_in_any_order() -> None:
    """All at once, one by one, and shuffled; read without the trained reader, to be quick."""
    pages = itertools.islice(read_inputs([str(STREAM)]), 500)
    readings = [read_or_explain(page, RULES) for page in pages if isinstance(page, Page)]
    readings = [reading for reading in readings if reading.article is not None]
    assert len(readings) > 480
    whole = add_all(readings, len(readings)).dump()
    assert add_all(readings, 1).dump() == whole
    assert add_all(random.Random(5).sample(readings, len(readings)), 1).dump() == whole
