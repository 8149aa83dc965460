"""Read the development stories with the whole pipeline; readings are kept in `work/`.

Reading takes a quarter of a CPU second an article, so a second run takes what the first one kept,
in a file for each version of rules and models. The labels of this folder give offsets in a text
that is the title, an empty line, and the text of the set; articles have the ids of the set here.
"""

from collections import defaultdict
from hashlib import blake2b
from pathlib import Path

import msgspec

import onrecord
from evaluation.stories.data import make_reading, read_gold, read_rows
from onrecord.models import load_models
from onrecord.pipeline import read_page, reading_version
from onrecord.records import Page, Reading

WORK = Path(__file__).with_name("work")
STEPS = (
    "text", "articles", "dates", "actors", "coreference", "statements", "acts", "figures", "models",
)  # fmt: skip


def read_stories(data: Path) -> dict[int, dict[str, Reading]]:
    """Return the readings of the articles of each story that has two or more, by story."""
    gold = read_gold(data / "dev_stories.jsonl")
    stories: dict[int, list[str]] = defaultdict(list)
    for article, story in sorted(gold.items()):
        stories[story].append(article)
    wanted = {a for articles in stories.values() if len(articles) > 1 for a in articles}
    readings = _read_kept(data / "dev_articles.jsonl.gz", wanted)
    return {
        story: {article: readings[article] for article in articles if article in readings}
        for story, articles in sorted(stories.items())
        if len(articles) > 1
    }


def make_page(row: dict[str, str]) -> Page:
    """Return the page that a line of the set is: its text is taken unchanged."""
    article = make_reading(row).article
    assert article is not None
    day = article.published.earliest
    return Page(
        id=article.id,
        origin=article.id,
        kind="exact",
        content=article.text,
        url=article.url,
        title=article.headline,
        outlet=article.outlet,
        published=day.isoformat() if day else None,
    )


def _hash_rules() -> str:
    """Return a hash of the code that reads: a change of it gives other readings."""
    package = Path(onrecord.__file__).parent
    files = [path for folder in STEPS for path in sorted((package / folder).rglob("*.py"))]
    digest = blake2b(digest_size=4)
    for path in (package / "pipeline.py", *files):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _read_kept(path: Path, wanted: set[str]) -> dict[str, Reading]:
    models = load_models()
    kept = WORK / f"{reading_version(models)}-{_hash_rules()}.jsonl"
    if kept.exists():
        lines = kept.read_bytes().splitlines()
        return {r.origin: r for r in (msgspec.json.decode(line, type=Reading) for line in lines)}
    rows = (row for row in read_rows(path) if row["id"] in wanted)
    readings = {row["id"]: read_page(make_page(row), models) for row in rows}
    WORK.mkdir(exist_ok=True)
    kept.write_bytes(b"\n".join(map(msgspec.json.encode, readings.values())))
    return readings
