"""Score linking and comparing on the example pages' hand-made reading.

    python -m evaluation.stories.example [EXAMPLE] [-v]

EXAMPLE holds `expected.jsonl`, the reading of a careful person, and `expected-comparisons.toml`,
what that person finds across the pages (default `examples/strait`). Prints how many of the
expected episodes' and lineages' pairs are found, how many of the pairs of rows that should be
compared stand in one account and have the expected relation, and what should not be there.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec

from onrecord.compare import compare_account, find_accounts
from onrecord.records import Account, Comparison, Reading, RowRef, Story
from onrecord.stories import group_stories, link_pair, sketch_reading


class Example:
    """The readings of the example by the names of their pages."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = {Path(reading.origin).stem: reading for reading in readings}
        self.names = {r.article.id: name for name, r in self.readings.items() if r.article}

    def find_row(self, kind: str, page: str, words: str, number: int = 1) -> RowRef | None:
        """Return the row that the expected comparisons name by its words."""
        reading = self.readings[page]
        article = reading.article
        if article is None:
            return None
        found = [
            RowRef(article.id, row_id)
            for row_kind, row_id, text in self.list_rows(reading, article.text)
            if row_kind == kind and f"{' '.join(text.split())} ".startswith(" ".join(words.split()))
        ]
        return found[number - 1] if len(found) >= number else None

    @staticmethod
    def list_rows(reading: Reading, text: str) -> Iterator[tuple[str, str, str]]:
        for figure in reading.figures:
            yield "figure", figure.id, figure.words
        for statement in reading.statements:
            yield (
                "statement",
                statement.id,
                " ".join(text[piece.start : piece.end] for piece in statement.content),
            )
        for act in reading.acts:
            yield "act", act.id, text[act.trigger.start : act.trigger.end]

    def words(self, ref: RowRef) -> str:
        reading = self.readings[self.names[ref.article]]
        assert reading.article is not None
        rows = {row: text for _, row, text in self.list_rows(reading, reading.article.text)}
        return f"{self.names[ref.article]}: {' '.join(rows[ref.row].split())[:70]}"


def group_example(example: Example) -> tuple[Story, ...]:
    sketches = {
        reading.article.id: sketch_reading(reading)
        for reading in example.readings.values()
        if reading.article
    }
    pairs = (link_pair(a, b) for a, b in combinations(sketches.values(), 2))
    return group_stories(sketches, [link for link in pairs if link is not None])


def pair_up(groups: Sequence[Sequence[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def print_pairs(name: str, found: set[tuple[str, str]], wanted: set[tuple[str, str]]) -> None:
    print(f"{name}: {len(found & wanted)} of {len(wanted)} pairs, {len(found - wanted)} too many")
    for label, pairs in (("missing", wanted - found), ("too many", found - wanted)):
        if pairs:
            print(f"    {label}: {'; '.join(' + '.join(pair) for pair in sorted(pairs))}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("example", type=Path, nargs="?", default=Path("examples/strait"))
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    lines = (options.example / "expected.jsonl").read_bytes().splitlines()
    example = Example([msgspec.json.decode(line, type=Reading) for line in lines])
    with (options.example / "expected-comparisons.toml").open("rb") as file:
        wanted = tomllib.load(file)
    stories = group_example(example)
    names = example.names
    sagas = [story for story in stories if story.kind == "saga"]
    print(f"{len(sagas)} saga(s): {', '.join(story.name for story in sagas)}")
    episodes = [[names[a] for a in s.articles] for s in stories if s.kind == "episode"]
    print_pairs("episodes", pair_up(episodes), pair_up([e["pages"] for e in wanted["episode"]]))
    lineages = [[names[a] for a in line.articles] for s in sagas for line in s.lineages]
    print_pairs("lineages", pair_up(lineages), pair_up([e["pages"] for e in wanted["lineage"]]))
    readings = list(example.readings.values())
    accounts: list[Account] = []
    for saga in sagas:
        accounts.extend(find_accounts(saga, [s for s in stories if s.parent == saga.id], readings))
    comparisons: dict[frozenset[RowRef], Comparison] = {
        frozenset((c.a, c.b)): c for account in accounts for c in compare_account(account, readings)
    }
    print_relations(example, wanted, comparisons)
    print_forbidden(example, wanted, comparisons)
    print_counts(example, wanted, accounts)
    relations = Counter(
        (c.relation, a.kind) for a in accounts for c in compare_account(a, readings)
    )
    print(f"{len(accounts)} accounts; {dict(sorted(relations.items()))}")
    if options.verbose:
        for account in accounts:
            print(f"## {account.kind}: {account.title}")
            for ref in account.rows:
                print(f"    {example.words(ref)}")
            for c in compare_account(account, readings):
                if c.relation != "agree":
                    print(f"    -> {c.relation} {c.tags} {c.reason[:160]}")


def print_relations(
    example: Example,
    wanted: dict[str, list[dict[str, Any]]],
    found: dict[frozenset[RowRef], Comparison],
) -> None:
    rows = {account["id"]: account["rows"] for account in wanted["account"]}
    kinds = {account["id"]: account["kind"] for account in wanted["account"]}
    tally: Counter[tuple[str, str]] = Counter()
    for relation in wanted["relation"]:
        kind = kinds[relation["account"]]
        named = rows[relation["account"]]
        refs = [example.find_row(kind, *named[relation[side]]) for side in "ab"]
        tally[kind, "wanted"] += 1
        if None in refs:
            print("    no such row:", relation["account"], relation["a"], relation["b"])
            continue
        comparison = found.get(frozenset(ref for ref in refs if ref is not None))
        if comparison is None:
            print(f"    not compared: {relation['account']} {relation['a']} {relation['b']}")
            continue
        tally[kind, "compared"] += 1
        right = comparison.relation in (relation["is"], *relation.get("also", ()))
        right = right and set(relation.get("tags", ())) <= set(comparison.tags)
        tally[kind, "right"] += right
        if not right:
            print(
                f"    {relation['account']} {relation['a']} {relation['b']}: {comparison.relation}"
                f" {comparison.tags} for {relation['is']} {relation.get('tags', '')}"
                f" ({comparison.reason[:120]})"
            )
    for kind in ("figure", "statement", "act"):
        print(
            f"{kind} relations: {tally[kind, 'wanted']} wanted, {tally[kind, 'compared']} compared,"
            f" {tally[kind, 'right']} right"
        )


def print_forbidden(
    example: Example,
    wanted: dict[str, list[dict[str, Any]]],
    found: dict[frozenset[RowRef], Comparison],
) -> None:
    for name, kind, bad in (
        ("not_in_conflict", "figure", lambda c: c.relation == "differ"),
        ("not_the_same", "statement", lambda _: True),
    ):
        for pair in wanted[name]:
            refs = frozenset(
                ref for side in "ab" if (ref := example.find_row(kind, *pair[side])) is not None
            )
            comparison = found.get(refs)
            if comparison is not None and bad(comparison):
                print(f"    {name}: {pair['a']} {pair['b']} {comparison.relation}")


def print_counts(
    example: Example, wanted: dict[str, list[dict[str, Any]]], accounts: Sequence[Account]
) -> None:
    """Print the counts of each expected account beside those of the account it mostly is."""
    home = {
        ref: account
        for account in accounts
        for ref in account.rows
        if ref.row not in account.guests
    }
    right: Counter[str] = Counter()
    for expected in wanted["account"]:
        refs = [example.find_row(expected["kind"], *row) for row in expected["rows"].values()]
        homes = Counter(home[ref].id for ref in refs if ref in home)
        if not homes:
            continue
        best = next(a for a in accounts if a.id == homes.most_common(1)[0][0])
        for field, value in expected["counts"].items():
            right[field] += getattr(best.counts, field) == value
    print(f"counts right of {len(wanted['account'])} accounts: {dict(right)}")


if __name__ == "__main__":
    main()
