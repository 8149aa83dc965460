"""How near the articles of the example pages come to those a careful person would copy."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from onrecord.records import Article, Published

FIELDS = (
    "headline", "standfirst", "outlet", "agency", "byline", "dateline", "url", "language",
)  # fmt: skip


def score_articles(pairs: Iterable[tuple[Article, Article]]) -> dict[str, float]:
    """Return shares between 0 and 1 over the pairs of expected and found articles.

    `lines kept` and `lines right` are recall and precision of the text's lines; every other name
    is the share of articles on which the field is right, captions and furniture of those lines.
    """
    pairs = list(pairs)
    same = wanted = given = 0
    captions: list[bool] = []
    furniture: list[bool] = []
    for expected, found in pairs:
        ours, theirs = found.text.split("\n\n"), expected.text.split("\n\n")
        matcher = SequenceMatcher(None, theirs, ours, autojunk=False)
        same += sum(block.size for block in matcher.get_matching_blocks())
        wanted += len(theirs)
        given += len(ours)
        kept = squeeze(line.words for line in found.removed)
        kept_captions = squeeze(line.words for line in found.removed if line.reason == "caption")
        for line in expected.removed:
            words = squeeze([line.words])
            if line.reason == "caption":
                captions.append(words[:40] in kept_captions)
            else:
                furniture.append(words in kept)
    fields = {
        field: sum(read_field(a, field) == read_field(b, field) for a, b in pairs) / len(pairs)
        for field in FIELDS
    }
    return {
        "text exact": sum(a.text == b.text for a, b in pairs) / len(pairs),
        "lines kept": same / wanted,
        "lines right": same / given,
        **fields,
        "published": sum(same_published(a.published, b.published) for a, b in pairs) / len(pairs),
        "captions": sum(captions) / len(captions),
        "furniture": sum(furniture) / len(furniture),
    }


def read_field(article: Article, field: str) -> object:
    """Return a field as it is compared: names without case and article, the dateline's place."""
    value = getattr(article, field)
    if field in ("outlet", "agency"):
        return value and value.casefold().removeprefix("the ")
    if field == "dateline":
        return value and value.place.casefold()
    return value


def same_published(expected: Published, found: Published) -> bool:
    """Return whether the day is right; where none is known, whether none is claimed.

    The years in a text may bound an unknown day below; nothing bounds it on both sides.
    """
    if expected.certainty == "unknown":
        return found.certainty != "exact" and not (found.earliest and found.latest)
    days = (found.earliest, found.latest) == (expected.earliest, expected.latest)
    return days and (not expected.conflicts or bool(found.conflicts))


def squeeze(lines: Iterable[str]) -> str:
    return re.sub(r"\s+", " ", " ".join(lines)).casefold()
