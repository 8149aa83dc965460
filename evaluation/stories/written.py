"""Score reading and comparing together on stories that were written to hold what outlets differ in.

    python -m evaluation.stories.written [development | end] [-v]

Each folder of `written_stories/` has the pages of one invented story and `expected.toml`, what a
careful reader finds across them, written before the program was run (README.md has the form). Pages
are read, linked and compared as in a ledger that holds the story alone. Printed are, by kind, how
many of the rows that are named were read, how many of the pairs wanted stand in one account, with
which share of the relations wanted; how many pairs that are two things are one account; and the
four counts of the accounts. `-v` tells each mistake, and is for the development half.
"""

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from onrecord import load
from onrecord.compare import compare_account, find_accounts
from onrecord.records import Account, Comparison, Reading, RowRef, Span
from onrecord.spans import cover
from onrecord.stances import words_said
from onrecord.stories import group_stories, link_pair, sketch_reading

FOLDER = Path(__file__).with_name("written_stories")
SPLITS = ("development", "end")
KINDS = ("statement", "act", "figure")
COUNTS = ("reports", "outlets", "lineages", "origins")


class Told:
    """The readings of a story's pages, by their names, with its accounts and comparisons."""

    def __init__(self, pages: Path) -> None:
        found = list(load().read_many(sorted(pages.iterdir())))
        self.readings: dict[str, Reading] = {
            Path(each.reading.origin).stem: each.reading for each in found if each.article
        }
        readings = list(self.readings.values())
        self.accounts = tuple(_find_accounts(readings))
        self.relations: dict[frozenset[RowRef], Comparison] = {
            frozenset((found.a, found.b)): found
            for account in self.accounts
            for found in compare_account(account, readings)
        }

    def find_row(self, kind: str, page: str, words: str, number: int = 1) -> RowRef | None:
        """Return the row that has most of the words, at their `number`th place on the page."""
        reading = self.readings[page]
        article = reading.article
        assert article is not None
        pattern = r"\s+".join(map(re.escape, words.split()))
        places = [Span(*match.span()) for match in re.finditer(pattern, article.text)]
        if len(places) < number:
            return None
        place = places[number - 1]
        rows = [
            (_share(span, place), row)
            for row_kind, row, span in _list_rows(reading)
            if row_kind == kind
        ]
        best, row = max(rows, default=(0.0, ""))
        return RowRef(article.id, row) if best > 0 else None

    def home(self, row: RowRef | None) -> Account | None:
        """Return the account that a row is in, and no guest of."""
        if row is None:
            return None
        return next(
            (each for each in self.accounts if row in each.rows and row.row not in each.guests),
            None,
        )


def _find_accounts(readings: Sequence[Reading]) -> Iterator[Account]:
    sketches = {each.article.id: sketch_reading(each) for each in readings if each.article}
    pairs = (link_pair(a, b) for a, b in combinations(sketches.values(), 2))
    stories = group_stories(sketches, [link for link in pairs if link is not None])
    for saga in (story for story in stories if story.kind == "saga"):
        yield from find_accounts(saga, [s for s in stories if s.parent == saga.id], readings)


def _list_rows(reading: Reading) -> Iterator[tuple[str, str, Span]]:
    yield from (("figure", row.id, row.span) for row in reading.figures)
    yield from (("statement", row.id, cover(row.content)) for row in words_said(reading.statements))
    yield from (("act", row.id, row.trigger) for row in reading.acts)


def _share(span: Span, place: Span) -> float:
    """Return how much of the words the row holds, a little less for what else it holds."""
    common = min(span.end, place.end) - max(span.start, place.start)
    if common <= 0:
        return 0.0
    return common / (place.end - place.start) - (span.end - span.start) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("split", nargs="?", choices=SPLITS)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    for split in SPLITS if options.split is None else (options.split,):
        tally: Counter[tuple[str, str]] = Counter()
        folders = sorted((FOLDER / split).iterdir())
        for folder in folders:
            with (folder / "expected.toml").open("rb") as file:
                wanted = tomllib.load(file)
            for line in score_story(Told(folder / "pages"), wanted, tally):
                if options.verbose:
                    print(f"{folder.name}: {line}")
        show(split, len(folders), tally)


def score_story(
    told: Told, wanted: dict[str, Any], tally: Counter[tuple[str, str]]
) -> Iterator[str]:
    """Count what is right in `tally`, and yield the mistakes in words."""
    yield from score_relations(told, wanted, tally)
    for pair in wanted.get("apart", ()):
        a, b = (told.find_row(pair["kind"], *pair[side]) for side in "ab")
        tally["apart", "wanted"] += 1
        home = told.home(a)
        if home is not None and home is told.home(b):
            tally["apart", "one"] += 1
            yield f"one account: {pair['a']} {pair['b']}"
    for account in wanted["account"]:
        refs = [told.find_row(account["kind"], *row) for row in account["rows"].values()]
        homes = Counter(home.id for ref in refs if ref and (home := told.home(ref)))
        tally["counts", "wanted"] += 1
        if not homes:
            continue
        best = next(each for each in told.accounts if each.id == homes.most_common(1)[0][0])
        found = {name: getattr(best.counts, name) for name in COUNTS}
        tally.update(("counts", name) for name in COUNTS if found[name] == account["counts"][name])
        if found != account["counts"]:
            yield f"{account['id']}: {found} for {account['counts']}"


def score_relations(
    told: Told, wanted: dict[str, Any], tally: Counter[tuple[str, str]]
) -> Iterator[str]:
    accounts = {account["id"]: account for account in wanted["account"]}
    for account in wanted["account"]:
        for row in account["rows"].values():
            found = told.find_row(account["kind"], *row) is not None
            tally[account["kind"], "rows"] += 1
            tally[account["kind"], "read"] += found
            if not found:
                yield f"not read: {account['kind']} {row}"
    for relation in wanted["relation"]:
        account = accounts[relation["account"]]
        kind, rows = account["kind"], account["rows"]
        a, b = (told.find_row(kind, *rows[relation[side]]) for side in "ab")
        clash = relation["is"] in ("differ", "changed")
        for name in (kind, "clashes") if clash else (kind,):
            tally[name, "wanted"] += 1
        comparison = None if a is None or b is None else told.relations.get(frozenset((a, b)))
        name = f"{relation['account']} {relation['a']} {relation['b']}"
        if comparison is None:
            yield f"not compared: {name}, {relation['is']}"
            continue
        right = comparison.relation in (relation["is"], *relation.get("also", ()))
        for each in (kind, "clashes") if clash else (kind,):
            tally[each, "compared"] += 1
            tally[each, "right"] += right
        tally["false differ", ""] += not right and comparison.relation == "differ"
        if not right:
            told_as = f"{comparison.relation} for {relation['is']}"
            yield f"{name}: {told_as} ({comparison.reason[:100]})"


def show(split: str, stories: int, tally: Counter[tuple[str, str]]) -> None:
    print(f"{split}: {stories} stories")
    for kind in KINDS:
        print(
            f"  {kind + 's':11} {tally[kind, 'read']} of {tally[kind, 'rows']} rows read;"
            f" {_say_relations(tally, kind)}"
        )
    print(f"  differ and changed: {_say_relations(tally, 'clashes')};", end="")
    print(f" {tally['false differ', '']} pairs falsely differ")
    print(f"  {tally['apart', 'one']} of {tally['apart', 'wanted']} pairs of two things are one")
    counts = ", ".join(f"{name} {tally['counts', name]}" for name in COUNTS)
    print(f"  counts right of {tally['counts', 'wanted']} accounts: {counts}")


def _say_relations(tally: Counter[tuple[str, str]], name: str) -> str:
    return (
        f"{tally[name, 'wanted']} relations wanted, {tally[name, 'compared']} compared,"
        f" {tally[name, 'right']} right"
    )


if __name__ == "__main__":
    main()
