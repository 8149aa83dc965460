"""Score episodes on the development stories, alone and with unlabelled articles mixed in.

    python -m evaluation.stories.bench [DATA] [--all]

DATA is the folder that holds news_stories (default `../shared/data`). Scored are labelled
articles from SPLIT on; the weights were fitted on all pairs of the set, so this is a regression
score and no estimate for unseen years. Prints B-Cubed and pairwise precision, recall and F1
beside the rows of two trivial clusterings, and what candidate look-up keeps and costs.
"""

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from evaluation.stories.data import read_articles, read_gold
from evaluation.stories.scores import score_bcubed, score_pairs
from onrecord.stories import (
    NEAR,
    Link,
    Sketch,
    group_stories,
    link_pair,
    sketch_reading,
    weigh_key,
)

SPLIT = date(2017, 7, 1)


def link_all(sketches: Mapping[str, Sketch]) -> tuple[list[Link], list[int]]:
    """Return the links of all candidate pairs, and how many candidates each article had."""
    index: dict[str, list[str]] = defaultdict(list)
    links: list[Link] = []
    candidates: list[int] = []
    for article, sketch in sketches.items():
        weights: Counter[str] = Counter()
        for key in sketch.keys:
            for other in index[key]:
                weights[other] += weigh_key(key)
        near = [other for other, weight in weights.items() if weight >= NEAR]
        candidates.append(len(near))
        found = (link_pair(sketch, sketches[other]) for other in near)
        links.extend(link for link in found if link is not None)
        for key in sketch.keys:
            index[key].append(article)
    return links, candidates


def group_all(sketches: Mapping[str, Sketch], links: list[Link]) -> dict[str, str]:
    """Return the episode of each article."""
    stories = group_stories(sketches, links)
    return {a: story.id for story in stories if story.kind == "episode" for a in story.articles}


def print_row(name: str, system: Mapping[str, object], gold: Mapping[str, int]) -> None:
    b, p = score_bcubed(system, gold), score_pairs(system, gold)
    clusters = len({system[article] for article in gold})
    print(
        f"{name:34} B-Cubed {b.precision:.3f} {b.recall:.3f} {b.f1:.3f}"
        f"   pairs {p.precision:.3f} {p.recall:.3f} {p.f1:.3f}   {clusters} clusters"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument("--all", action="store_true", help="score all years, not the later part")
    options = parser.parse_args()
    folder = options.data / "news_stories"
    labels = read_gold(folder / "dev_stories.jsonl")
    dev = {r.origin: sketch_reading(r) for r in read_articles(folder / "dev_articles.jsonl.gz")}
    stream = {
        r.origin: sketch_reading(r) for r in read_articles(folder / "stream_articles.jsonl.gz")
    }
    gold = {
        article: story
        for article, story in labels.items()
        if options.all or (day := dev[article].earliest) is None or day >= SPLIT
    }
    print(f"{len(gold)} articles, {len(set(gold.values()))} stories; names by capitals alone")
    print_row("each article alone", {a: a for a in gold}, gold)
    print_row("one story a day", {a: str(dev[a].earliest) for a in gold}, gold)
    for name, sketches in (("development articles", dev), ("with the stream", {**stream, **dev})):
        start = time.perf_counter()
        links, candidates = link_all(sketches)
        linked = time.perf_counter()
        system = group_all(sketches, links)
        grouped = time.perf_counter()
        print_row(name, system, gold)
        ordered = sorted(candidates)
        print(
            f"    {len(links)} links of {sum(candidates)} candidate pairs"
            f" (p95 {ordered[len(ordered) * 95 // 100]} an article),"
            f" {1e6 * (linked - start) / max(1, sum(candidates)):.0f} us a pair,"
            f" grouping {grouped - linked:.1f} s"
        )


if __name__ == "__main__":
    main()
