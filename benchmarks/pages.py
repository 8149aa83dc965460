"""How well and how fast HTML pages become articles, beside trafilatura in the same run.

    python -m benchmarks.pages [SET...]

SET is a folder of ../shared/data with `gold.jsonl` and `html/`, by default scrapinghub-aeb and
newspaper4k-aed, of which only parts are there: trafilatura's published scores are of the whole
sets and not comparable. Pages are scored with models that have not seen their site
(`python -m training.lines.train blocks --folds 5` makes them), and with the shipped model, which
has, where those are missing.
"""

import gc
import gzip
import json
import logging
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.shingles import Score, average, score_text
from benchmarks.stages import STAGES, time_stages
from onrecord.articles import read_article
from onrecord.articles.headlines import fold
from onrecord.errors import PageError
from onrecord.models import Models, load_models
from onrecord.models.line_files import read_block_model
from onrecord.records import Article, Page

DATA = Path("../shared/data")
SETS = ("scrapinghub-aeb", "newspaper4k-aed")
FOLD_MODELS = Path("training/lines/work")
FOLDS = 5


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One page of a set with what people found on it."""

    page: Page
    domain: str
    gold: dict[str, Any]


def main() -> None:
    sets = [name for name in (sys.argv[1:] or SETS) if (DATA / name / "gold.jsonl").exists()]
    if not sets:
        sys.exit(f"{DATA} holds none of the sets; see the docstring")
    logging.disable(logging.CRITICAL)
    models = load_models()
    # As in the processes that read (`onrecord.engine.loaded`): what is loaded is in nobody's way.
    gc.collect()
    gc.freeze()
    choose = choose_models(models)
    seconds: Counter[str] = Counter()
    for name in sets:
        pages = list(read_gold(name))
        print(f"{name}: {len(pages)} pages")
        seconds.update(print_scores(pages, choose))
    ratio = seconds["trafilatura fast"] / seconds["onrecord"]
    print(f"over all pages: {ratio:.2f} x as fast as trafilatura fast")
    pages = [page for name in sets for page in read_gold(name)]
    print_stages([page.page for page in pages], models)


def read_gold(name: str) -> Iterator[GoldPage]:
    for row in map(json.loads, (DATA / name / "gold.jsonl").read_text("utf-8").splitlines()):
        with gzip.open(DATA / name / "html" / f"{row['id']}.html.gz") as file:
            content = file.read().decode("utf-8", "replace")
        page = Page(id=row["id"], origin=row["id"], kind="html", content=content, url=row["url"])
        yield GoldPage(page, row["domain"], row)


def choose_models(shipped: Models) -> Callable[[str], Models]:
    """Return a function from a page's domain to models that have not seen it, where there are."""
    paths = [FOLD_MODELS / f"blocks-{fold}-of-{FOLDS}.npz" for fold in range(FOLDS)]
    if not all(path.exists() for path in paths):
        print("no fold models: the shipped model has seen these sites, its scores are too good")
        return lambda domain: shipped
    from training.lines.train import fold_of

    folds = [replace(shipped, blocks=read_block_model(path)) for path in paths]
    print(f"scored leave one site out, by {FOLDS} folds of sites")
    return lambda domain: folds[fold_of(domain, FOLDS)]


def print_scores(pages: list[GoldPage], choose: Callable[[str], Models]) -> dict[str, float]:
    """Print quality and speed of each reader over `pages`, and return the CPU seconds of each.

    The readers take turns on each page, so that other work on the machine slows all alike; what
    each of them loads for its first page is not counted.
    """
    print(f"  {'reader':22s} {'P':>5s} {'R':>6s} {'F1':>6s}  pages/CPU s")
    golds = [gold.gold["body"] for gold in pages]
    readers: dict[str, Callable[[GoldPage], Any]] = {
        # The fast mode before the other, whose memory of words it would else find filled.
        "trafilatura fast": lambda gold: read_with_trafilatura(gold.page, fast=True) or "",
        "onrecord": lambda gold: read_or_none(gold.page, choose(gold.domain)),
        "trafilatura": lambda gold: read_with_trafilatura(gold.page, fast=False) or "",
    }
    results: dict[str, list[Any]] = {name: [] for name in readers}
    seconds = dict.fromkeys(readers, 0.0)
    for read in readers.values():
        read(pages[0])
    for gold in pages:
        for name, read in readers.items():
            started = time.process_time()
            results[name].append(read(gold))
            seconds[name] += time.process_time() - started
    speeds = {name: len(pages) / taken for name, taken in seconds.items()}
    for name in ("trafilatura", "trafilatura fast"):
        print_row(name, results[name], golds, f"{speeds[name]:7.1f}")
    found = results["onrecord"]
    bodies = [a.text[a.body.start :] if a else "" for a in found]
    ratio = speeds["onrecord"] / speeds["trafilatura fast"]
    print_row("onrecord, body", bodies, golds, f"{speeds['onrecord']:7.1f} ({ratio:.2f} x fast)")
    print_row("onrecord, whole text", [a.text if a else "" for a in found], golds, "")
    print_metadata(pages, found)
    return seconds


def read_or_none(page: Page, models: Models) -> Article | None:
    try:
        return read_article(page, models)
    except PageError:
        return None


def read_with_trafilatura(page: Page, *, fast: bool) -> str | None:
    import trafilatura

    return trafilatura.extract(page.content, fast=fast, include_comments=False)


def print_row(name: str, texts: list[str], golds: list[str], speed: str) -> None:
    score: Score = average(map(score_text, texts, golds))
    print(f"  {name:22s} {score.precision:.4f} {score.recall:.4f} {score.f1:.4f} {speed}")


def print_metadata(pages: list[GoldPage], found: list[Article | None]) -> None:
    """Print the share of gold titles, authors and dates that ours and trafilatura's match."""
    if not any("title" in gold.gold for gold in pages):
        return
    import trafilatura

    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    started = time.process_time()
    theirs = [
        trafilatura.extract_metadata(gold.page.content, default_url=gold.page.url) for gold in pages
    ]
    seconds = time.process_time() - started
    for gold, article, other in zip(pages, found, theirs, strict=True):
        for field in ("title", "author", "date"):
            wanted = gold.gold.get(field)
            if not wanted:
                continue
            asked[field] += 1
            ours = said_by(article, field)
            right[field] += matches(field, ours, wanted)
            right[f"{field} (trafilatura)"] += matches(field, getattr(other, field, None), wanted)
    for field, count in asked.items():
        print(f"  {field:8s} right {right[field] / count:.3f}, trafilatura "
              f"{right[f'{field} (trafilatura)'] / count:.3f} of {count}")  # fmt: skip
    print(f"  trafilatura's metadata alone: {len(pages) / seconds:.1f} pages/CPU s")


def said_by(article: Article | None, field: str) -> str | None:
    """Return what an article says of a field: its date is that of the first published witness."""
    if article is None:
        return None
    if field == "title":
        return article.headline
    if field == "author":
        return article.byline
    words = [witness.words for witness in article.published.witnesses]
    return words[0] if words else None


def matches(field: str, said: str | None, wanted: str) -> bool:
    if not said:
        return False
    if field == "date":
        return wanted[:10] in said
    if field == "author":
        return fold(said.replace(";", ",")) == fold(wanted)
    return fold(said) == fold(wanted)


def print_stages(pages: list[Page], models: Models) -> None:
    """Print where the time of a page goes."""
    times = time_stages(pages, models)
    total = sum(times.values())
    print(f"where the time goes, over {len(pages)} pages")
    for stage in STAGES:
        print(
            f"  {stage:30s} {times[stage] / len(pages) * 1000:6.2f} ms {times[stage] / total:5.0%}"
        )


if __name__ == "__main__":
    main()
