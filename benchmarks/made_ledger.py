"""A ledger of made-up articles, as large as one likes, in minutes and the same every time.

    python -m benchmarks.made_ledger FOLDER [ARTICLES [TIMES]]

Each of the articles (600 unless told) has thirty rows: ten quotations, ten acts, ten figures. They
belong to stories of very different sizes, the largest of 240 articles, a fifth of them are copies
of an agency's report, and they are read by the plainest of rules.

The tables of articles, rows, names and stories are then repeated (16 times unless told) under
other ids: 600 articles are linked, with all their accounts and comparisons, and 9,000 stand beside
them unlinked, so that a ledger of 9,600 articles and 288,000 rows can be had without the hour that
linking them would take.
"""

import json
import random
import re
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from onrecord.ids import hash_id, row_id
from onrecord.ledger import Ledger
from onrecord.ledger.opening import DATABASE
from onrecord.pages import Unreadable
from onrecord.records import (
    Act,
    Actor,
    Article,
    Figure,
    Page,
    Published,
    Reading,
    Span,
    Statement,
    When,
    Witness,
)

ARTICLES, TIMES = 600, 16
OUTLETS = 60
PEOPLE = 900
LARGEST = 240  # articles of the largest story
FIRST = date(2030, 1, 1)
HIGH = 1_000_000  # above every row number of the linked part
REPEATED = ("stories", "articles", "rows", "names", "row_names")
IDS = ("id", "parent", "episode", "saga", "lineage", "article", "first")
NUMBERS = ("number", "row")
_SYLLABLES = "ba de fi go ku la me ni or pa ra se ti ul va we xo ya zu".split()
_SAID = re.compile(r"“([^”]+),” (\w+ \w+) said\.")
_DID = re.compile(r"(\w+ \w+) (blocked|left|joined) the \w+ of (\w+ \w+)\.")
_COUNTED = re.compile(r"(More than|About|Exactly) ([\d,]+) (\w+) were counted at (\w+)\.")


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit("name the folder of the ledger to make")
    make_ledger(Path(sys.argv[1]), *map(int, sys.argv[2:4]))


def make_ledger(folder: Path, count: int = ARTICLES, times: int = TIMES) -> None:
    """Make a ledger of `count` linked articles, `times` times."""
    lines = folder.with_suffix(".jsonl")
    lines.write_text("\n".join(map(json.dumps, make_articles(count))) + "\n")
    with Ledger(folder, create=True) as ledger:
        report = ledger.add([str(lines)], read=read_made)
    print(f"{report.read} articles in {report.seconds:.0f} s")
    repeat_tables(folder, times)


def repeat_tables(folder: Path, times: int) -> None:
    """Write what is there `times - 1` times more, under ids that end in "x" and a number."""
    with sqlite3.connect(folder / DATABASE) as connection:
        for table in REPEATED:
            columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
            own = " AND ".join(_is_own(name) for name in columns if name in (*IDS, *NUMBERS))
            for number in range(1, times):
                chosen = ", ".join(_write_again(name, table, number) for name in columns)
                connection.execute(f"INSERT INTO {table} SELECT {chosen} FROM {table} WHERE {own}")
        for index in ("rows_index", "articles_index", "names_index"):
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def _is_own(column: str) -> str:
    """Return the condition for what is no copy yet."""
    if column in NUMBERS:
        return f"{column} < {HIGH}"
    return f"ifnull({column}, '') NOT GLOB '*x[0-9]*'"


def _write_again(column: str, table: str, number: int) -> str:
    if column in NUMBERS or (table, column) == ("row_names", "name"):
        return f"{column} + {number * HIGH}"
    if column in IDS or (table, column) == ("names", "name"):
        return f"{column} || 'x{number}'"
    return "NULL" if column == "account" else column


def make_articles(count: int) -> Iterator[dict[str, str]]:
    """Yield articles as lines of JSON, story by story, the largest first."""
    chance = random.Random(7)
    people = [f"{_name(chance)} {_name(chance)}" for _ in range(PEOPLE)]
    made = story = 0
    while made < count:
        size = min(count - made, max(1, LARGEST // (story + 1)))
        yield from _make_story(chance, story, size, people)
        made += size
        story += 1


def _make_story(
    chance: random.Random, story: int, size: int, people: list[str]
) -> Iterator[dict[str, str]]:
    words = [_word(chance) for _ in range(60)]
    cast = chance.sample(people, 9)
    first = FIRST + timedelta(days=chance.randrange(700))
    said = [" ".join(chance.sample(words, 9)) for _ in range(40)]
    counted = [(word, _name(chance)) for word in words[:8]]
    report = ""
    for number in range(size):
        wire = bool(report) and chance.random() < 0.2
        if not wire:
            report = "\n\n".join(_make_paragraphs(chance, words, cast, said, counted))
        yield {
            "text": report,
            "title": f"{_name(chance)} {' '.join(chance.sample(words, 4))}",
            "date": (first + timedelta(days=number * 20 // size)).isoformat(),
            "outlet": f"Outlet {chance.randrange(OUTLETS)}" + (" (Made Wire)" if wire else ""),
            "url": f"https://made.example/{story}/{number}",
        }


def _make_paragraphs(
    chance: random.Random,
    words: list[str],
    cast: list[str],
    said: list[str],
    counted: list[tuple[str, str]],
) -> Iterator[str]:
    for _ in range(10):
        a, b = chance.sample(cast, 2)
        what, where = chance.choice(counted)
        bound = chance.choice(("More than", "About", "Exactly"))
        told = " ".join(chance.choices(words, k=12))
        yield (
            f"In the {told}. “{chance.choice(said)},” {a} said. {a} "
            f"{chance.choice(('blocked', 'left', 'joined'))} the {chance.choice(words)} of {b}. "
            f"{bound} {chance.randrange(1, 90) * 100:,} {what} were counted at {where}."
        )


def _name(chance: random.Random) -> str:
    return _word(chance).capitalize()


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3))


def read_made(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
    """Yield the reading of each page by the patterns it was made with."""
    for page in pages:
        assert isinstance(page, Page)
        yield _read(page)


def _read(page: Page) -> Reading:
    day = date.fromisoformat(page.published or "")
    on = When(earliest=day, latest=day, certainty="exact", anchor="published")
    text = f"{page.title}\n\n{page.content}"
    outlet, _, agency = (page.outlet or "").partition(" (")
    names = sorted({m[2] for m in _SAID.finditer(text)} | {m[3] for m in _DID.finditer(text)})
    ids = {name: hash_id("a", page.id, name) for name in names}
    witness = Witness(kind="given", words=page.published or "", earliest=day, latest=day)
    return Reading(
        version="made",
        origin=page.origin,
        article=Article(
            id=page.id,
            text=text,
            body=Span(len(page.title or "") + 2, len(text)),
            headline=page.title,
            outlet=outlet,
            agency=agency.removesuffix(")") or None,
            url=page.url,
            language="en",
            published=Published(earliest=day, latest=day, certainty="exact", witnesses=(witness,)),
        ),
        actors=tuple(Actor(id=id_, name=name, kind="person") for name, id_ in ids.items()),
        statements=tuple(_read_statements(page.id, text, ids, on)),
        acts=tuple(_read_acts(page.id, text, ids, on)),
        figures=tuple(_read_figures(page.id, text, on)),
    )


def _read_statements(article: str, text: str, ids: dict[str, str], on: When) -> Iterator[Statement]:
    for match in _SAID.finditer(text):
        span = Span(*match.span(1))
        yield Statement(
            id=row_id("s", article, span),
            kind="direct",
            content=(span,),
            source=Span(*match.span(2)),
            speaker=ids[match[2]],
            act="demand" if len(match[1]) % 3 else "claim",
            when=on,
            certainty="clear",
        )


def _read_acts(article: str, text: str, ids: dict[str, str], on: When) -> Iterator[Act]:
    types = {"blocked": "COERCE", "left": "RETREAT", "joined": "COOPERATE"}
    for match in _DID.finditer(text):
        span = Span(*match.span(2))
        yield Act(
            id=row_id("e", article, span),
            trigger=span,
            type=types[match[2]],  # type: ignore[arg-type]
            actors=(ids[match[1]],),
            recipients=(ids[match[3]],),
            when=on,
            certainty="likely",
        )


def _read_figures(article: str, text: str, on: When) -> Iterator[Figure]:
    for match in _COUNTED.finditer(text):
        span = Span(*match.span())
        value = float(match[2].replace(",", ""))
        bound = None if match[1] == "Exactly" else match[1]
        yield Figure(
            id=row_id("f", article, span),
            span=span,
            words=match[0],
            low=value,
            high=None if bound == "More than" else value,
            low_open=bound == "More than",
            bound=bound,
            unit=match[3],
            counted=match[3],
            place=match[4],
            as_of=on,
        )


if __name__ == "__main__":
    main()
