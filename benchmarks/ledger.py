"""How a ledger of many articles takes new ones, and how fast it answers.

    python -m benchmarks.ledger [FILE [ARTICLES]]

FILE is JSON Lines of articles, by default the 3,496 articles of ../shared/data/news_stories. All
but SINGLES of them are added at once by `onrecord add`, whose process tree is watched; the others,
spread over the whole, are then added one by one. Then their readings are used over and over to
make a ledger of LARGE articles, and one page at a time is linked into that (`benchmarks.crowd`
says how). Peers: for adding one article, reading it; for linking one, storing it; for a search,
the same words looked for in every row's sentence with LIKE; for the file, the articles' text.
"""

import gzip
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks.reading import ONRECORD, STREAM, run_and_watch
from onrecord.engine import read_all
from onrecord.ledger import Filter, Ledger
from onrecord.pages import Unreadable
from onrecord.records import Page, Reading

SINGLES = 60
LARGE = 10_000
QUERIES = 300
LIKES = 10  # of the queries are also asked with LIKE
YEAR = Filter(since=date(2016, 1, 1), until=date(2016, 12, 31), limit=50)
_WORD = re.compile(r"[^\W\d_]{4,}")


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else STREAM
    if not path.exists():
        sys.exit(f"{path} is not here; name a JSON Lines file of articles")
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as stream:
        lines = list(stream)
    if len(sys.argv) > 2:
        lines = lines[: int(sys.argv[2])]
    singles = set(range(0, len(lines), max(1, len(lines) // SINGLES)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        most = folder / "most.jsonl"
        most.write_text("".join(line for n, line in enumerate(lines) if n not in singles))
        seconds, memory = run_and_watch(
            [str(ONRECORD), "add", "-q", "--ledger", str(folder / "ledger"), str(most)]
        )
        count = len(lines) - len(singles)
        print(
            f"onrecord add, {count} articles: {seconds:.0f} s, {count / seconds:.1f} a second;"
            f" memory at most {memory / 1e6:.0f} MB"
        )
        print_singles(folder, [lines[n] for n in sorted(singles)])
        print_size(folder / "ledger")
        print_searches(folder / "ledger")
        print_large(folder)


def print_singles(folder: Path, lines: Sequence[str]) -> None:
    """Print how long it takes to tie one more article to those that are there."""
    reading = Stopwatch()
    linking, storing = [], []
    with Ledger(folder / "ledger") as ledger:
        for number, line in enumerate(lines):
            one = folder / f"single-{number}.jsonl"
            one.write_text(line)
            before = reading.seconds
            report = ledger.add([str(one)], read=reading.read)
            linking.append(report.linking_seconds)
            read = reading.seconds - before
            storing.append(report.seconds - report.linking_seconds - read)
    peer = reading.seconds / len(lines)
    for name, times in (("storing", storing), ("linking", linking)):
        print(
            f"{name} one more article: {describe(times)}; the median is "
            f"{statistics.median(times) / peer:.1f} x reading it"
        )


class Stopwatch:
    """Reads in this process, and knows for how long it has read."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def read(self, pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        pages = list(pages)
        started = time.perf_counter()
        readings = list(read_all(pages, jobs=0))
        self.seconds += time.perf_counter() - started
        return iter(readings)


def print_large(folder: Path) -> None:
    """Print what linking one page more costs in a ledger of LARGE articles, and its memory."""
    crowd = [sys.executable, "-m", "benchmarks.crowd"]
    database = str(folder / "large.sqlite")
    subprocess.run([*crowd, "fill", str(folder / "ledger"), database, str(LARGE)], check=True)
    subprocess.run([*crowd, "link", database], check=True)


def print_size(ledger: Path) -> None:
    with sqlite3.connect(ledger / "ledger.sqlite") as connection:
        [text] = connection.execute("SELECT sum(length(text)) FROM articles").fetchone()
    size = (ledger / "ledger.sqlite").stat().st_size
    print(f"ledger.sqlite: {size / 1e6:.0f} MB, {size / text:.1f} x the articles' text")


def print_searches(ledger: Path) -> None:
    """Print how long searches take, for words that stand in the rows: CPU time, in one process."""
    with Ledger(ledger) as opened:
        queries = pick_queries(ledger)
        for size in (1, 2, 3):
            times = []
            for words in queries[size]:
                started = time.process_time()
                opened.search(" ".join(words))
                times.append(time.process_time() - started)
            print(f"search for {size} word(s): {describe(times)}")
        story = next(opened.stories(Filter(kind="saga", limit=1))).id
        for name, filter_ in (
            ("by speaker", Filter(who="president", limit=50)),
            ("of the largest story", Filter(story=story, limit=50)),
            ("of a year", YEAR),
        ):
            started = time.process_time()
            found = len(list(opened.rows(filter_)))
            seconds = time.process_time() - started
            print(f"rows {name}: {seconds * 1000:.1f} ms for {found}")
    peer = [time_like(ledger, words) for words in queries[1][:LIKES]]
    print(f"the same with LIKE: {describe(peer)}")


def pick_queries(ledger: Path) -> dict[int, list[list[str]]]:
    """Return words of random rows, by how many there are: common words as often as they occur."""
    pick = random.Random(1)
    with sqlite3.connect(ledger / "ledger.sqlite") as connection:
        [rows] = connection.execute("SELECT max(number) FROM rows").fetchone()
        found: dict[int, list[list[str]]] = {1: [], 2: [], 3: []}
        while any(len(queries) < QUERIES for queries in found.values()):
            row = connection.execute(
                "SELECT sentence FROM rows WHERE number >= ? LIMIT 1", (pick.randint(1, rows),)
            ).fetchone()
            words = _WORD.findall(row[0])
            for size, queries in found.items():
                if len(words) >= size and len(queries) < QUERIES:
                    queries.append(pick.sample(words, size))
    return found


def time_like(ledger: Path, words: Sequence[str]) -> float:
    with sqlite3.connect(ledger / "ledger.sqlite") as connection:
        started = time.process_time()
        connection.execute(
            "SELECT id FROM rows WHERE sentence LIKE ? LIMIT -1", (f"%{words[0]}%",)
        ).fetchall()
        return time.process_time() - started


def describe(times: Sequence[float]) -> str:
    p95 = sorted(times)[int(len(times) * 0.95)]
    return (
        f"median {statistics.median(times) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms, "
        f"at most {max(times) * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main()
