"""Score the published date of HTML pages.

    python -m evaluation.dates.pages [--data DIR] [--htmldate] [--errors N]

Set used, skipped with a line when absent: `htmldate-eval` (pages and days of adbar/htmldate,
measure only). Pages are read with `onrecord.articles.read_article`. With --htmldate, a page whose
article came without an htmldate witness gets one from htmldate's fast mode.

Accuracy is the share of all pages with the gold day; precision and recall count days told, where
a page "tells a day" when earliest and latest are the same. The "exact" line counts the pages
whose certainty is "exact". Coverage is the share of pages whose interval holds the gold day.
"""

import argparse
import gzip
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from evaluation.sets import need
from onrecord.articles import read_article
from onrecord.dates import solve_published
from onrecord.errors import PageError
from onrecord.ids import hash_id
from onrecord.models import Models, load_models
from onrecord.records import UNPUBLISHED, Article, Page, Published, Witness

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


@dataclass(frozen=True)
class Solved:
    """One page: its gold day and what was found."""

    id: str
    url: str
    gold: date
    published: Published


def solve_pages(folder: Path, models: Models, *, with_htmldate: bool) -> Iterator[Solved]:
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        data = gzip.decompress((folder / "html" / f"{gold['id']}.html.gz").read_bytes())
        html = data.decode("utf-8", "replace")
        page = Page(
            id=hash_id("p", html), origin=gold["id"], kind="html", content=html, url=gold["url"]
        )
        yield Solved(
            gold["id"],
            gold["url"],
            date.fromisoformat(gold["date"]),
            solve_page(page, models, with_htmldate=with_htmldate),
        )


def solve_page(page: Page, models: Models, *, with_htmldate: bool) -> Published:
    try:
        article = read_article(page, models)
    except PageError:
        return UNPUBLISHED
    if with_htmldate:
        article = add_htmldate(article, page)
    return solve_published(article, page.captured)


def add_htmldate(article: Article, page: Page) -> Article:
    from htmldate import find_date

    if any(witness.kind == "htmldate" for witness in article.published.witnesses):
        return article
    found = find_date(page.content, extensive_search=False, original_date=True, url=page.url)
    if found is None:
        return article
    witnesses = (*article.published.witnesses, Witness(kind="htmldate", words=found))
    return replace(article, published=replace(article.published, witnesses=witnesses))


def is_day(published: Published) -> bool:
    return published.earliest is not None and published.earliest == published.latest


def holds(published: Published, day: date) -> bool:
    earliest, latest = published.earliest or date.min, published.latest or date.max
    return earliest <= day <= latest


def report(solved: list[Solved], seconds: float, errors: int) -> None:
    told = [page for page in solved if is_day(page.published)]
    right = [page for page in told if page.published.earliest == page.gold]
    exact = [page for page in solved if page.published.certainty == "exact"]
    exact_right = [page for page in exact if page.published.earliest == page.gold]
    precision, recall = len(right) / max(1, len(told)), len(right) / max(1, len(solved))
    print(
        f"pages: {len(solved)}  accuracy {len(right) / len(solved):.3f}  precision {precision:.3f}"
        f"  recall {recall:.3f}  "
        f"{len(solved) / seconds:.0f} pages per CPU second, reading included"
    )
    print(
        f"exact: {len(exact)} pages ({len(exact) / len(solved):.2f} of all), "
        f"precision {len(exact_right) / max(1, len(exact)):.3f}"
    )
    covered = sum(holds(page.published, page.gold) for page in solved)
    conflicts = sum(bool(page.published.conflicts) for page in solved)
    print(f"interval holds the gold day: {covered / len(solved):.3f}; with a conflict: {conflicts}")
    wrong = [page for page in solved if not is_day(page.published) or page not in right]
    for page in wrong[:errors]:
        published = page.published
        words = "; ".join(f"{witness.kind} {witness.words}" for witness in published.witnesses)
        print(
            f"  {page.id} {page.url[:50]} gold {page.gold} found {published.earliest} "
            f"{published.latest} {published.certainty} [{words[:200]}]"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--htmldate", action="store_true", help="add htmldate's fast mode")
    parser.add_argument("--errors", type=int, default=0, help="how many errors to print")
    options = parser.parse_args()
    folder = need(options.data / "htmldate-eval")
    start = time.process_time()
    solved = list(solve_pages(folder, load_models(), with_htmldate=options.htmldate))
    report(solved, time.process_time() - start, options.errors)


if __name__ == "__main__":
    main()
