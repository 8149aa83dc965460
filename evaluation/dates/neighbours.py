"""Score the dates that articles get from others of their story.

    python -m evaluation.dates.neighbours [FOLDER]

FOLDER is by default ../shared/data/news_stories: the dated articles of the development stories of
up to thirty. Of each in turn the date is hidden, and the other outlets' articles of the story say
on which days it can have been published. Right is where its own date is one of these.
"""

import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from evaluation.sets import need
from evaluation.stories.data import read_articles, read_gold
from onrecord.dates import find_timexes
from onrecord.records import UNPUBLISHED, Article, Reading
from onrecord.stories import narrow_days
from onrecord.stories.told_days import ToldDay, list_told_days
from onrecord.text import outline_text

FOLDER = Path("../shared/data/news_stories")
MOST = 30


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    need(folder)
    stories: dict[int, list[Article]] = defaultdict(list)
    gold = read_gold(folder / "dev_stories.jsonl")
    for reading in read_articles(folder / "dev_articles.jsonl.gz"):
        article = reading.article
        if article is not None and article.published.certainty == "exact" and article.id in gold:
            stories[gold[article.id]].append(article)
    hidden = dated = right = width = 0
    for articles in stories.values():
        if not 2 <= len(articles) <= MOST:
            continue
        known = {article.id: list_days(article) for article in articles}
        for article in articles:
            others = [
                day
                for other in articles
                if other.id != article.id and other.outlet != article.outlet
                for day in known[other.id]
            ]
            found = narrow_days(list_days(replace(article, published=UNPUBLISHED)), others)
            hidden += 1
            if found is None or article.published.earliest is None:
                continue
            dated += 1
            right += found.earliest <= article.published.earliest <= found.latest
            width += (found.latest - found.earliest).days + 1
    print(f"{hidden} articles, {dated} dated by others ({dated / hidden:.1%})")
    print(f"right {right} ({right / max(dated, 1):.1%}), {width / max(dated, 1):.1f} days wide")


def list_days(article: Article) -> list[ToldDay]:
    outline = outline_text(article.text)
    timexes = tuple(find_timexes(article, outline))
    reading = Reading(version="evaluation", origin=article.id, article=article, timexes=timexes)
    return list(list_told_days(reading, outline, article.published))


if __name__ == "__main__":
    main()
