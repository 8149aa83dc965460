"""How long decisions take, and the questions of the review: CPU time, in one process.

    python -m benchmarks.deciding [ARTICLES [STORIES]]

The pages are made up (tests/ledger/plain_reader.py): all articles of a story are alike, and so
nearly all their rows are compared. Peer: adding one more article to the same ledger.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from tests.ledger import plain_reader

from onrecord.ledger import Answer, Filter, Ledger

TIMES = 7
DECISIONS = 10_000


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    stories = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain_reader.write_pages(folder / "saved", articles, stories=stories)
        with Ledger(folder / "ledger", create=True) as ledger:
            ledger.add([str(folder / "saved")], read=plain_reader.read)
            largest = next(ledger.stories(Filter(kind="saga")))
            print(f"{articles} articles; the largest story has {largest.articles}")
            print_decisions(ledger, folder, articles, stories, largest.id)
            print_questions(ledger)
            append_many(folder / "ledger")
            rows = [due.row for due in islice(ledger.due(), TIMES + 1)]
            ledger.judge(rows.pop(), "accept", who="ana")  # takes in what was appended
            measure(
                f"accept a row among {DECISIONS:,} decisions",
                lambda n: ledger.judge(rows[n], "accept", who="ana"),
            )


def print_decisions(ledger: Ledger, folder: Path, articles: int, stories: int, story: str) -> None:
    for index in range(TIMES):
        page = folder / f"more-{index}.txt"
        text = plain_reader.make_text(articles + index * stories, stories)
        page.write_text(text, encoding="utf-8")
    measure(
        "add one more article",
        lambda n: ledger.add([str(folder / f"more-{n}.txt")], read=plain_reader.read),
    )
    rows = [row.id for row in islice(ledger.statements(Filter(story=story)), 3 * TIMES)]
    measure("accept a row", lambda n: ledger.judge(rows[n], "accept", who="ana"))
    measure(
        "correct a row",
        lambda n: ledger.judge(rows[TIMES + n], "correct", Answer(act="deny"), who="ana"),
    )
    measure("reject a row", lambda n: ledger.judge(rows[2 * TIMES + n], "reject", who="ana"))
    one, other = (next(ledger.names(name, exactly=True)) for name in plain_reader.PEOPLE[:2])
    started = time.process_time()
    places = (one.article, one.actor), (other.article, other.actor)
    ledger.tie_people(*places, same=True, who="ana")
    seconds = time.process_time() - started
    print(f"merge two names of {one.articles + other.articles} articles: {seconds:.2f} s")


def print_questions(ledger: Ledger) -> None:
    measure("ten rows of the queue", lambda n: list(islice(ledger.due(), 10)))
    measure("a sample of 100", lambda n: ledger.sample("statement", size=100, seed=str(n)))
    measure("fifty decisions", lambda n: list(islice(ledger.decided(), 50)))


def append_many(ledger: Path) -> None:
    """Put DECISIONS that accept one row into the file, as if they had been made long ago."""
    path = ledger / "decisions.jsonl"
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    accepted = next(line for line in lines if line["kind"] == "accept")
    first = datetime(2000, 1, 1, tzinfo=UTC)
    with path.open("a", encoding="utf-8") as stream:
        for number in range(DECISIONS):
            when = (first + timedelta(minutes=number)).isoformat()
            stream.write(json.dumps({**accepted, "id": f"d{number}", "when": when}) + "\n")


def measure(what: str, do: Callable[[int], object]) -> None:
    """Print the median and the longest of TIMES runs."""
    times = []
    for number in range(TIMES):
        started = time.process_time()
        do(number)
        times.append(1000 * (time.process_time() - started))
    print(f"{what}: median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms")


if __name__ == "__main__":
    main()
