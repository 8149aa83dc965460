"""A ledger of many articles, made of the readings of few, and what one page more costs there.

    python -m benchmarks.crowd fill LEDGER DATABASE ARTICLES
    python -m benchmarks.crowd link DATABASE

Each reading is used several times over, every time as if in another world: half of all words of
four letters and more, names among them, are other words of the same length there (always the
same ones, so that a world's stories hold together), ids are others, and all days lie later by
SHIFT days, within the same span of time. So each month has several times as many articles as the
readings have, and each world about as many stories.

`fill` stores all but SINGLES of them. `link` opens the file in a new process, stores and links
the others one at a time, and prints CPU time and this process's peak memory; beside it stands the
CPU time of preparing the same pages, which is done where they are read, and of storing them, each
with what it takes to commit that. No page is read here.
"""

import contextlib
import random
import re
import resource
import shutil
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from onrecord.ledger.collecting import collect_seldom
from onrecord.ledger.grouping import draw_stories
from onrecord.ledger.linking import Linker
from onrecord.ledger.opening import connect, create_database, transaction
from onrecord.ledger.preparing import prepare
from onrecord.ledger.queries import load_reading
from onrecord.ledger.schema import set_up
from onrecord.ledger.store import insert_reading
from onrecord.records import Reading

SINGLES = 200
SHIFT = 61  # days
BATCH = 50  # articles between two drawings, while the ledger is filled
_WORD = re.compile(r"[^\W\d_]{4,}")
# Fields that hold words of the page.
_PRINTED = frozenset("text headline words name role body counted whose place".split())
_ID = re.compile(r"[a-z]{1,2}[0-9a-f]{16}")

Item = TypeVar("Item")


class World:
    """Another world: makes readings that belong to it of those of ours."""

    def __init__(self, number: int, words: dict[int, list[str]], first: date, last: date) -> None:
        self._number = number
        self._words = words
        self._first = first
        self._span = (last - first).days + 1
        self._known: dict[str, str] = {}

    def take(self, reading: Reading) -> Reading:
        """Return `reading` as this world has it; the first world has it as it is."""
        if not self._number:
            return reading
        before, after = find_day(reading), self.find_day(reading)
        shift = timedelta(days=SHIFT * self._number)
        if before is not None and after is not None:
            shift = after - before
        made = self._change(reading, shift)
        assert isinstance(made, Reading)
        return made

    def find_day(self, reading: Reading) -> date | None:
        """Return the day of `reading` here, one of the days that there are."""
        day = find_day(reading)
        if day is None or not self._number:
            return day
        days = (day - self._first).days + SHIFT * self._number
        return self._first + timedelta(days=days % self._span)

    def _change(self, value: Any, shift: timedelta, name: str = "") -> Any:
        """Return the value of the field `name` as it is here."""
        if isinstance(value, str):
            if _ID.fullmatch(value):
                return f"{value[:-2]}{(int(value[-2:], 16) + self._number) % 256:02x}"
            if name == "url":
                return f"{value}?world={self._number}"
            if name in _PRINTED:
                return _WORD.sub(lambda match: self._translate(match[0]), value)
        elif isinstance(value, date):
            return value + shift
        elif type(value) is tuple:
            return tuple(self._change(each, shift, name) for each in value)
        elif is_dataclass(value) and not isinstance(value, type):
            changes = {
                field.name: self._change(getattr(value, field.name), shift, field.name)
                for field in fields(value)
            }
            return replace(value, **changes)
        return value

    def _translate(self, word: str) -> str:
        """Return the word that stands for `word` here: half the time another, as long as it."""
        lower = word.lower()
        if lower not in self._known:
            pick = random.Random(f"{self._number} {lower}")
            other = pick.choice(self._words.get(len(lower), [lower]))
            self._known[lower] = other if pick.random() < 0.5 else lower
        other = self._known[lower]
        return other.capitalize() if word[0].isupper() else other


def list_readings(ledger: Path) -> list[Reading]:
    """Return the readings in a ledger by day."""
    with sqlite3.connect(ledger / "ledger.sqlite") as connection:
        ids = connection.execute("SELECT id FROM articles ORDER BY earliest, id").fetchall()
        return [load_reading(connection, article) for (article,) in ids]


@dataclass(frozen=True, slots=True)
class Crowd:
    """`number` readings of as many worlds as it takes, by day, made while they are asked for."""

    readings: Sequence[Reading]
    number: int

    def __iter__(self) -> Iterator[Reading]:
        words: dict[int, set[str]] = {}
        for reading in self.readings[::4]:
            for match in _WORD.finditer(reading.article.text if reading.article else ""):
                words.setdefault(len(match[0]), set()).add(match[0].lower())
        lists = {length: sorted(found) for length, found in words.items()}
        days = sorted(day for reading in self.readings if (day := find_day(reading)) is not None)
        first = days[len(days) // 100]  # a page may give a day long ago for its own
        number = self.number // len(self.readings) + 1
        worlds = [World(each, lists, first, days[-1]) for each in range(number)]
        places = [
            (str(world.find_day(reading) or ""), reading.origin, at, reading)
            for at, world in enumerate(worlds)
            for reading in self.readings[: self.number - at * len(self.readings)]
        ]
        places.sort(key=lambda place: place[:3])
        for _, _, at, reading in places:
            yield worlds[at].take(reading)


def find_day(reading: Reading) -> date | None:
    return reading.article.published.earliest if reading.article is not None else None


def pick_singles(number: int) -> set[int]:
    return set(random.Random(1).sample(range(number), min(SINGLES, number // 10)))


def fill(database: Path, crowd: Crowd, *, say: Callable[[str], object]) -> None:
    """Store and link the readings, a batch at a time; keep those out that are linked later."""
    singles = pick_singles(crowd.number)
    kept: list[Reading] = []
    connection = create_database(database)
    linker = Linker(connection)
    started = time.process_time()
    with contextlib.closing(connection):
        for batch in batched(enumerate(crowd), BATCH):
            with transaction(connection):
                for at, reading in batch:
                    if at in singles:
                        kept.append(reading)
                    else:
                        insert_reading(connection, reading)
                        linker.add(reading)
            draw_stories(connection, linker)
            if batch[0][0] % 1000 == 0:
                seconds = time.process_time() - started
                say(f"{batch[0][0]} articles made, stored and linked in {seconds:.0f} s CPU")
    database.with_suffix(".singles").write_bytes(msgspec.msgpack.encode(kept))


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch


def link(database: Path) -> Iterator[tuple[float, float, float]]:
    """Yield the CPU seconds of preparing, of storing, and of linking each of the articles that
    were kept out."""
    kept = msgspec.msgpack.decode(database.with_suffix(".singles").read_bytes(), type=list[Reading])
    random.Random(2).shuffle(kept)
    copy = database.with_suffix(".copy")  # so that it can be done again
    shutil.copyfile(database, copy)
    connection = connect(copy)
    set_up(connection)
    linker = Linker(connection)
    with collect_seldom():  # as in each run of adding
        for reading in kept:
            started = time.process_time()
            preparation = prepare(reading)
            prepared = time.process_time()
            with transaction(connection):
                insert_reading(connection, reading)
            stored = time.process_time()
            with transaction(connection):
                linker.add(reading, preparation=preparation)
            draw_stories(connection, linker)
            yield prepared - started, stored - prepared, time.process_time() - stored
    connection.close()
    copy.unlink()


def describe(seconds: Sequence[float]) -> str:
    ordered = sorted(seconds)
    p95 = ordered[int(len(ordered) * 0.95)]
    return (
        f"median {statistics.median(ordered) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms, "
        f"at most {ordered[-1] * 1000:.0f} ms"
    )


def print_links(database: Path) -> None:
    preparing, storing, linking = zip(*link(database), strict=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    with sqlite3.connect(database) as connection:
        [articles] = connection.execute("SELECT count(*) FROM articles").fetchone()
        [largest] = connection.execute("SELECT max(articles) FROM stories").fetchone()
        [links] = connection.execute("SELECT count(*) FROM links").fetchone()
    print(
        f"{articles} articles, made of fewer readings (days, ids and half of the words changed);"
        f" the largest saga has {largest}; {2 * links / articles:.0f} links an article"
    )
    floor = statistics.median(storing)
    print(f"preparing one more, where it is read: CPU {describe(preparing)}")
    print(f"storing one more: CPU {describe(storing)}")
    print(
        f"linking one more: CPU {describe(linking)}; the median is "
        f"{statistics.median(linking) / floor:.1f} x storing it"
    )
    both = [sum(each) for each in zip(preparing, linking, strict=True)]
    print(f"preparing and linking: CPU {describe(both)}")
    print(f"memory of the process that links: at most {memory / 1e6:.0f} MB")


def main() -> None:
    match sys.argv[1:]:
        case ["fill", ledger, database, number]:
            crowd = Crowd(list_readings(Path(ledger)), int(number))
            fill(Path(database), crowd, say=lambda words: print(words, file=sys.stderr))
        case ["link", database]:
            print_links(Path(database))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
