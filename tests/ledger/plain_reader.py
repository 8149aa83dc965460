"""Read pages by the plainest of rules, and add them: `plain_reader.py LEDGER INPUT...`.

With `--serve`, add again and again without loading anything again.

The first line is the headline; "Outlet: " and "Date: " lines say what they say. A quotation is a
statement, a number a figure, "struck" an act; a name is two capitalised words in a row.
"""

import json
import os
import random
import re
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TextIO

import onrecord.compare
import onrecord.pages.places
import onrecord.stories  # noqa: F401 (loaded before the first fork)
from onrecord.ids import hash_id, row_id
from onrecord.ledger import Ledger, Progress, adding, batches
from onrecord.pages import Unreadable
from onrecord.records import (
    Act,
    Actor,
    Article,
    Figure,
    Page,
    Problem,
    Published,
    Reading,
    Span,
    Statement,
    When,
)

STILL = datetime(2031, 1, 1, tzinfo=UTC)
VERSION = "plain+1"
NAME = re.compile(r"\b(?:[A-Z][a-z]+ [A-Z][a-z]+)\b")
QUOTATION = re.compile(r"“([^”]+)”")
NUMBER = re.compile(r"\b(\d+) ([a-z]+)")
PLACES = ["Port Orr", "Lake Vanna", "Mount Tessel", "Cape Idris", "Fort Quill", "Isle Marrow"]
PEOPLE = ["Ada Venn", "Bram Oke", "Cleo Marsh", "Dov Aldan", "Etta Roon", "Finn Sollis"]
THINGS = "sailors boats crates nurses trucks tents".split()
WORDS = (
    "harbour talks cargo strike council vote border pass ferry envoy truce road bridge mine "
    "grain fuel tariff fishing patrol storm dam school clinic market union minister guard camp"
).split()


def read(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
    for page in pages:
        yield read_one(page)


def read_one(page: Page | Unreadable, version: str = VERSION) -> Reading:
    if isinstance(page, Unreadable):
        return Reading(version=version, origin=page.origin, problem=page.problem)
    if "UNREADABLE" in page.content:
        problem = Problem(kind="article", message=f"{page.origin}: holds no article")
        return Reading(version=version, origin=page.origin, problem=problem)
    text = page.content
    names = dict.fromkeys(match[0] for match in NAME.finditer(text))
    actors = tuple(
        Actor(id=hash_id("a", page.id, name), name=name, kind="person", state=name[:3].upper())
        for name in names
    )
    speaker = actors[0].id if actors else None
    day = re.search(r"Date: (\S+)", text)
    published = Published()
    if day is not None:
        first, _, last = (page.published or day[1]).partition("/")
        days = date.fromisoformat(first), date.fromisoformat(last or first)
        published = Published(
            earliest=days[0],
            latest=days[1],
            certainty="exact" if days[0] == days[1] else "bounded",
        )
    outlet = re.search(r"Outlet: (.+)", text)
    quoted = [Span(*match.span(1)) for match in QUOTATION.finditer(text)]
    struck = [Span(*match.span()) for match in re.finditer("struck", text)]
    counted = [Span(*match.span()) for match in NUMBER.finditer(text)]
    return Reading(
        version=version,
        origin=page.origin,
        article=Article(
            id=page.id,
            text=text,
            body=Span(0, len(text)),
            headline=text.split("\n")[0],
            outlet=page.outlet or (outlet[1] if outlet else None),
            url=page.url,
            published=published,
        ),
        actors=actors,
        statements=tuple(
            Statement(
                id=row_id("s", page.id, span),
                kind="direct",
                content=(span,),
                speaker=speaker,
                certainty="clear",
            )
            for span in quoted
        ),
        acts=tuple(
            Act(
                id=row_id("e", page.id, span),
                trigger=span,
                type="ASSAULT",
                actors=tuple(actor.id for actor in actors[:1]),
                recipients=tuple(actor.id for actor in actors[1:2]),
                when=When(earliest=date(2031, 4, 1), latest=date(2031, 4, 2), certainty="bounded"),
                certainty="likely",
            )
            for span in struck
        ),
        figures=tuple(
            Figure(
                id=row_id("f", page.id, span),
                span=span,
                words=text[span.start : span.end],
                low=float(text[span.start : span.end].split()[0]),
                high=float(text[span.start : span.end].split()[0]),
                unit="people",
                giver=speaker,
            )
            for span in counted
        ),
    )


def write_pages(folder: Path, number: int, *, stories: int = 3) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        (folder / f"{index:04}.txt").write_text(make_text(index, stories), encoding="utf-8")


def make_text(index: int, stories: int = 3) -> str:
    """Return an article of the story `index % stories`: same places and people, other words."""
    story = index % stories
    pick = random.Random(index)
    common = random.Random(1000 + story)
    place, person = PLACES[story % 6], PEOPLE[story % 6]
    matter = " ".join(common.choices(WORDS, k=6))
    told = " ".join(pick.choices(WORDS, k=40))
    return (
        f"{person} at {place} on {matter}\n\nOutlet: Gull {index % 4}\n"
        f"Date: 2031-{1 + story % 12:02}-{1 + index % 5:02}\n\n"
        f"{person} said in {place} that “the {matter} will go on”, {matter}.\n\n"
        f"Guards struck twice near {place}; {100 + story + index % 2} {THINGS[story % 6]} were "
        f"there. {told.capitalize()}.\n"
    )


def add(path: str, *inputs: str, say: TextIO = sys.stdout) -> None:
    """Add slowly, in small transactions; say after each how many pages are kept."""
    batches.BATCH_ARTICLES = 4
    adding.DRAW_EVERY = 1.0

    def slow(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        for reading in read(pages):
            time.sleep(0.002)
            yield reading

    def count(progress: Progress) -> None:
        say.write(f"{progress.read + progress.known}\n")
        say.flush()

    with Ledger(path, create=True, clock=lambda: STILL) as ledger:
        ledger.add(inputs, read=slow, version=VERSION, progress=count)


def serve() -> None:
    """For each JSON array on standard input (a file to say to, and the arguments of `add`), add
    in a process of its own, and print its id; after another line, print its exit code."""
    while line := sys.stdin.readline():
        said, *arguments = json.loads(line)
        child = os.fork()
        if not child:
            code = 1
            try:
                with Path(said).open("w") as stream:
                    add(*arguments, say=stream)
                code = 0
            finally:
                os._exit(code)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        sys.stdin.readline()
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["--serve"] else add(*sys.argv[1:])
