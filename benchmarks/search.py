"""How fast a ledger of 300,000 rows is searched, and asked.

    python -m benchmarks.search [FILE [ROWS [LEDGER]]]

FILE is JSON Lines of articles, by default those of ../shared/data/news_stories, cut into articles
of about thirty rows. To have so many rows at once they are not read: each sentence is a statement,
an act and a figure by turns, its names whatever has capitals, and the articles are not tied into
stories. LEDGER keeps the ledger for another time. CPU time in one process; the peer is a search
by words alone.
"""

import gzip
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from evaluation.stories.data import read_day

from benchmarks.ledger import describe, pick_queries
from benchmarks.reading import STREAM
from onrecord.asking import ask
from onrecord.ids import row_id
from onrecord.ledger import Filter, Ledger
from onrecord.ledger.filters import EVERYTHING
from onrecord.ledger.fusing import By
from onrecord.ledger.opening import open_folder, transaction
from onrecord.ledger.store import insert_reading
from onrecord.models.meaning import load_meaning
from onrecord.records import Act, Actor, Article, Figure, Published, Reading, Span, Statement
from onrecord.text import outline_text

ROWS = 300_000
QUERIES = 40
IN_ARTICLE = 30  # rows
EACH = 3  # rows a sentence
BATCH = 200  # articles a transaction
_NAME = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")
FILTERS = {
    "by speaker": Filter(who="obama"),
    "of an outlet": Filter(outlet="CNN (Web News)"),
    "of a kind": Filter(kind="figure"),
}


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else STREAM
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else ROWS
    if not path.exists():
        sys.exit(f"{path} is not here; name a JSON Lines file of articles")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(name) / "ledger"
        started = time.process_time()
        load_meaning()
        print(f"loading the table: {milliseconds(started)}, once a process")
        if not folder.exists():
            fill_ledger(folder, path, rows)
        print_times(folder)


def fill_ledger(folder: Path, path: Path, rows: int) -> None:
    started = time.process_time()
    connection = open_folder(folder, create=True)
    written = articles = 0
    batch: list[Reading] = []
    for reading in make_readings(path):
        batch.append(reading)
        written += len(reading.statements) + len(reading.acts) + len(reading.figures)
        if len(batch) == BATCH or written >= rows:
            with transaction(connection):
                for each in batch:
                    insert_reading(connection, each)
            articles += len(batch)
            batch.clear()
        if written >= rows:
            break
    connection.close()
    seconds = time.process_time() - started
    print(f"{written:,} rows of {articles:,} articles written in {seconds:.0f} CPU s")


def make_readings(path: Path) -> Iterator[Reading]:
    """Yield readings without end: the file's articles in pieces, again and again."""
    turn = 0
    while True:
        with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
            for line in lines:
                yield from cut_article(json.loads(line), turn)
        turn += 1


def cut_article(fields: dict[str, str], turn: int) -> Iterator[Reading]:
    """Yield one reading for each run of sentences of an article."""
    text = fields["text"]
    sentences = outline_text(text).sentences
    size = IN_ARTICLE // EACH
    for at in range(0, len(sentences), size):
        part = sentences[at : at + size]
        yield make_reading(
            f"p{turn}-{fields['id']}-{at}", text[part[0].start : part[-1].end], fields
        )


def make_reading(id_: str, text: str, fields: dict[str, str]) -> Reading:
    day = read_day(fields["date"])
    names = list(dict.fromkeys(_NAME.findall(text)))[:20]
    actors = tuple(
        Actor(id=f"a{number}", name=name, kind="person") for number, name in enumerate(names)
    )
    sentences = outline_text(text).sentences
    statements, acts, figures = [], [], []
    for number, span in enumerate(sentences):
        actor = actors[number % len(actors)].id if actors else None
        ends = [Span(span.start, min(span.end, span.start + 5 + step)) for step in range(EACH)]
        statements.append(
            Statement(
                id=row_id("s", id_, ends[0]),
                kind="indirect",
                content=(span,),
                speaker=actor,
                certainty="likely",
            )
        )
        acts.append(
            Act(
                id=row_id("e", id_, ends[1]),
                trigger=ends[1],
                type="CONSULT",
                actors=(actor,) if actor else (),
            )
        )
        told = text[ends[2].start : ends[2].end]
        figures.append(
            Figure(id=row_id("f", id_, ends[2]), span=ends[2], words=told, low=1, high=1)
        )
    article = Article(
        id=id_,
        text=text,
        body=Span(0, len(text)),
        headline=fields["title"] or None,
        outlet=fields["source"],
        published=Published(earliest=day, latest=day, certainty="exact" if day else "unknown"),
    )
    return Reading(
        version="bench",
        origin=id_,
        article=article,
        actors=actors,
        statements=tuple(statements),
        acts=tuple(acts),
        figures=tuple(figures),
    )


def print_times(folder: Path) -> None:
    queries = [
        " ".join(words) for found in pick_queries(folder).values() for words in found[:QUERIES]
    ]
    with Ledger(folder) as ledger:
        started = time.process_time()
        ledger.search("nothing", by="meaning")
        print(f"loading the vectors: {milliseconds(started)}, once a revision")
        for by in ("words", "meaning", "both"):
            print_search(f"search by {by}", ledger, queries, by)
        for name, filter_ in FILTERS.items():
            print_search(f"search by both, {name}", ledger, queries[::3], "both", filter_)
        questions = [make_question(words) for words in queries[::3]]
        times = [time_call(partial(ask, ledger, question)) for question in questions]
        print(f"ask: {describe(times)}")


def make_question(words: str) -> str:
    return f"What did the president say about {words}?"


def print_search(
    name: str, ledger: Ledger, queries: list[str], by: By, filter_: Filter = EVERYTHING
) -> None:
    times = [
        time_call(partial(ledger.search, words, replace(filter_, limit=20), by=by))
        for words in queries
    ]
    print(f"{name}: {describe(times)}")


def milliseconds(started: float) -> str:
    return f"{(time.process_time() - started) * 1000:.0f} ms"


def time_call(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return time.process_time() - started


if __name__ == "__main__":
    main()
