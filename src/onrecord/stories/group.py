"""Episodes and sagas: what is agglomerated, and the stories that come of it.

`group_stories` groups all at once; the ledger, with the same bars and the same makers of stories,
only what a change can reach (`onrecord.stories.regroup`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.ids import hash_id
from onrecord.records import Lineage, Story
from onrecord.stories.agglomerate import Bars, agglomerate
from onrecord.stories.anchors import find_anchor
from onrecord.stories.lineages import find_lineages
from onrecord.stories.link import Link
from onrecord.stories.naming import name_episode, name_saga
from onrecord.stories.sketch import Sketch, is_dated

# Picked on the earlier part of the development stories (`python -m evaluation.stories.bench`).
EPISODE_BARS = Bars(threshold=0.5, quorum=0.5, support=0.4)
SAGA_BARS = Bars(threshold=0.35, quorum=0.3, support=0.4)


def binds(link: Link) -> bool:
    """Return whether `link` can carry its two articles into one saga.

    Mean similarities of groups decide what is joined; a weaker link counts in the means, but is
    no reason to compare what the two articles report.
    """
    return link.saga >= SAGA_BARS["support"]


def group_stories(sketches: Mapping[str, Sketch], links: Iterable[Link]) -> tuple[Story, ...]:
    """Return the sagas of `sketches`, each followed by its episodes, oldest first.

    A pure function of the two sets: their order does not matter. Every article stands in one
    episode, every episode in one saga. Versions of one page count as one report: the latest one
    decides where they belong. Links to articles outside `sketches` are passed over.

    Work is O(m log² m) for m links.
    """
    links = sorted(
        (link for link in links if link.a in sketches and link.b in sketches),
        key=lambda link: (link.a, link.b),
    )
    versions = _group_versions(sketches)
    standing = {group[-1]: group for group in versions}
    episodes = agglomerate(
        standing, {(link.a, link.b): link.episode for link in links}, **EPISODE_BARS
    )
    by_article: dict[str, list[Link]] = {}
    for link in links:
        by_article.setdefault(link.a, []).append(link)
    stories: list[tuple[Story, ...]] = []
    for saga in _group_sagas(episodes, links):
        groups = [tuple(sorted(v for a in episode for v in standing[a])) for episode in saga]
        inner = [link for group in groups for a in group for link in by_article.get(a, ())]
        made = [make_episode(group, sketches, inner) for group in groups]
        lineages = find_lineages(groups, sketches, inner)
        anchor = find_anchor([article for group in groups for article in group], sketches)
        stories.append(make_saga(anchor, made, sketches, lineages))
    stories.sort(key=lambda group: (str(group[0].earliest or "~"), group[0].id))
    return tuple(story for group in stories for story in group)


def _group_versions(sketches: Mapping[str, Sketch]) -> list[list[str]]:
    """Return the articles by page, the latest version of each page last."""
    pages: dict[str, list[str]] = {}
    for article, sketch in sketches.items():
        key = f"page {sketch.page}" if sketch.page is not None else f"article {article}"
        pages.setdefault(key, []).append(article)
    for group in pages.values():
        group.sort(key=lambda article: (str(sketches[article].version or ""), article))
    return list(pages.values())


def _group_sagas(
    episodes: Sequence[Sequence[str]], links: Sequence[Link]
) -> list[list[Sequence[str]]]:
    """Return the episodes by saga: average link again, over the mean saga score of their pairs."""
    index = {article: episode[0] for episode in episodes for article in episode}
    sizes = {episode[0]: len(episode) for episode in episodes}
    totals: dict[tuple[str, str], int] = {}
    for link in links:
        if link.a in index and link.b in index:
            a, b = sorted((index[link.a], index[link.b]))
            if a != b:
                totals[a, b] = totals.get((a, b), 0) + round(link.saga * 1_000_000)
    means = {(a, b): total / (1_000_000 * sizes[a] * sizes[b]) for (a, b), total in totals.items()}
    by_first = {episode[0]: episode for episode in episodes}
    return [
        [by_first[first] for first in saga] for saga in agglomerate(by_first, means, **SAGA_BARS)
    ]


def make_episode(
    articles: Sequence[str], sketches: Mapping[str, Sketch], links: Iterable[Link]
) -> Story:
    """Return the episode of `articles`, sorted; its saga is not known yet.

    `links` hold at least those of its articles that make one lineage of their ends.
    """
    own = [sketches[article] for article in articles if is_dated(sketches[article])]
    firsts = [sketch.earliest for sketch in own if sketch.earliest is not None]
    lasts = [sketch.latest for sketch in own if sketch.latest is not None]
    return Story(
        id=hash_id("ep", find_anchor(articles, sketches)),
        kind="episode",
        name=name_episode(articles, sketches),
        articles=tuple(articles),
        earliest=min(firsts, default=None),
        latest=max(lasts, default=None),
        lineages=find_lineages([articles], sketches, links),
    )


def make_saga(
    anchor: str,
    episodes: Sequence[Story],
    sketches: Mapping[str, Sketch],
    lineages: Sequence[Lineage],
    *,
    name: str | None = None,
) -> tuple[Story, ...]:
    """Return the saga of `episodes`, then the episodes in the order of their days.

    `anchor` is the article that `find_anchor` finds among all of them. A `name` that is known
    spares making it again.
    """
    articles = tuple(sorted(article for episode in episodes for article in episode.articles))
    if name is None and len(episodes) == 1:
        name = episodes[0].name
    saga = Story(
        id=hash_id("sg", anchor),
        kind="saga",
        name=name_saga(articles, sketches) if name is None else name,
        articles=articles,
        earliest=min((e.earliest for e in episodes if e.earliest is not None), default=None),
        latest=max((e.latest for e in episodes if e.latest is not None), default=None),
        lineages=tuple(lineages),
    )
    own = [replace(episode, parent=saga.id) for episode in episodes]
    own.sort(key=lambda story: (str(story.earliest or "~"), story.id))
    return (saga, *own)
