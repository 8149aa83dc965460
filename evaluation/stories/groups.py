"""Score how many independent tellings a group of articles is found to have: `groups.jsonl`.

    python -m evaluation.stories.groups [DATA] [--errors]

A line names the articles of a group, parted into tellings by a person, or the recipe of a group
that is made here: an agency report, how outlets print it (edits of `evaluation.stories.copies`) and
other articles of the same days that owe it nothing. What is one telling is in README.md.
Prints the mean absolute error of the number of lineages beside that of the number of outlets, for
either kind. `--errors` shows the development half only.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from random import Random

import msgspec

from evaluation.lines import read_lines
from evaluation.stories.copies import change_words, rework, trim
from evaluation.stories.data import read_rows
from evaluation.stories.readings import make_page
from onrecord.articles import read_article
from onrecord.dates import solve_published
from onrecord.models import Models, load_models
from onrecord.records import Lineage, Page, Reading
from onrecord.stories import Sketch, link_pair, sketch_reading
from onrecord.stories.lineages import find_lineages

LABELS = Path(__file__).with_name("groups.jsonl")
SPLITS = ("development", "end")
EDITS: Mapping[str, Callable[[list[str], Random], list[str]]] = {
    "trimmed": trim,
    "reworked": rework,
    "words changed": change_words,
}


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Articles parted into tellings, or an agency report with its printings and other articles."""

    split: str
    tellings: tuple[tuple[str, ...], ...] = ()
    wire: str | None = None
    printings: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def articles(self) -> list[str]:
        """The ids of the articles that the set has."""
        own = [self.wire] if self.wire else []
        return [*(a for telling in self.tellings for a in telling), *own, *self.others]

    @property
    def count(self) -> int:
        """How many tellings there are."""
        return len(self.tellings) + (1 + len(self.others) if self.wire else 0)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """How many outlets a group has, and the lineages that are found."""

    outlets: int
    lineages: tuple[Lineage, ...]
    sketches: tuple[Sketch, ...]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    groups = list(read_groups())
    models = load_models()
    pages = read_pages(options.data / "news_stories", {a for g in groups for a in g.articles})
    answers = [(group, answer_group(group, pages, models)) for group in groups]
    for split in SPLITS:
        own = [(group, answer) for group, answer in answers if group.split == split]
        if options.errors and split == "development":
            for group, answer in own:
                show_error(group, answer)
        for name, made in (("as printed", False), ("made", True)):
            show_scores(f"{split}, {name}", [each for each in own if bool(each[0].wire) == made])
        show_scores(f"{split}, all", own)


def read_groups() -> Iterator[Group]:
    return read_lines(LABELS, Group)


def read_pages(folder: Path, wanted: set[str]) -> dict[str, Page]:
    """Return the pages of the `wanted` articles of the set by their ids there."""
    return {
        row["id"]: make_page(row)
        for name in ("dev", "stream")
        for row in read_rows(folder / f"{name}_articles.jsonl.gz")
        if row["id"] in wanted
    }


def answer_group(group: Group, pages: Mapping[str, Page], models: Models) -> Answer:
    own = [pages[article] for article in group.articles]
    if group.wire:
        own.extend(print_wire(pages[group.wire], group.printings))
    sketches = [sketch_page(page, models) for page in own]
    by_article = {sketch.article: sketch for sketch in sketches}
    pairs = (link_pair(a, b) for a, b in combinations(sketches, 2))
    links = [link for link in pairs if link is not None]
    return Answer(
        outlets=len({sketch.outlet for sketch in sketches}),
        lineages=find_lineages([sorted(by_article)], by_article, links),
        sketches=tuple(sketches),
    )


def print_wire(wire: Page, printings: Sequence[str]) -> Iterator[Page]:
    """Yield the pages on which outlets print an agency report, each with its own edits."""
    title, *paragraphs = [line.strip() for line in wire.content.splitlines() if line.strip()]
    for number, edit in enumerate(printings):
        random = Random(f"{wire.id} {number}")
        edited = EDITS[edit](paragraphs, random)
        outlet = f"Printing {number + 1}"
        yield replace(
            wire,
            id=f"{wire.id}-{number}",
            content="\n\n".join([title, *edited]),
            outlet=outlet,
            url=None,
        )


def sketch_page(page: Page, models: Models) -> Sketch:
    article = read_article(page, models)
    article = replace(article, published=solve_published(article, page.captured))
    return sketch_reading(Reading(version="evaluation", origin=page.origin, article=article))


def show_error(group: Group, answer: Answer) -> None:
    if len(answer.lineages) == group.count:
        return
    print(f"{group.count} tellings, {len(answer.lineages)} found")
    home = {
        article: number for number, line in enumerate(answer.lineages) for article in line.articles
    }
    for sketch in answer.sketches:
        credit = f"agency {sketch.agency}, credits {', '.join(sketch.credits)}"
        print(f"    {home[sketch.article]} {sketch.outlet}: {sketch.headline[:60]} ({credit})")
    for lineage in answer.lineages:
        for reason in lineage.basis:
            print(f"    -> {reason}")


def show_scores(name: str, answers: Sequence[tuple[Group, Answer]]) -> None:
    ours = [abs(len(answer.lineages) - group.count) for group, answer in answers]
    naive = [abs(answer.outlets - group.count) for group, answer in answers]
    exact = sum(error == 0 for error in ours)
    print(
        f"{name}: {len(answers)} groups, mean absolute error {sum(ours) / len(ours):.2f},"
        f" of the number of outlets {sum(naive) / len(naive):.2f}; exact {exact}"
    )


if __name__ == "__main__":
    main()
