"""Episodes, sagas and lineages of one connected component of links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.ids import hash_id
from onrecord.records import Story
from onrecord.stories.agglomerate import agglomerate
from onrecord.stories.anchors import find_anchor
from onrecord.stories.lineages import find_lineages
from onrecord.stories.link import Link
from onrecord.stories.naming import name_episode, name_saga
from onrecord.stories.sketch import Sketch, is_dated

# Picked on the earlier part of the development stories (`python -m evaluation.stories.bench`).
EPISODE_THRESHOLD = 0.5
EPISODE_QUORUM = 0.5
EPISODE_SUPPORT = 0.4
SAGA_THRESHOLD = 0.35
SAGA_QUORUM = 0.3
SAGA_SUPPORT = 0.4


def binds(link: Link) -> bool:
    """Return whether `link` can carry its two articles into one story.

    Mean similarities of groups decide what is joined, and none reaches a bar that no pair of
    theirs reaches: a weaker link counts in the means, but joins nobody.
    """
    return link.saga >= SAGA_SUPPORT


def group_stories(sketches: Mapping[str, Sketch], links: Iterable[Link]) -> tuple[Story, ...]:
    """Return the sagas of `sketches`, each followed by its episodes, oldest first.

    A pure function of the two sets: their order does not matter. Every article stands in one
    episode, every episode in one saga. Versions of one page count as one report: the latest one
    decides where they belong. Links to articles outside `sketches` are passed over.

    Work is O(m log² m) for m links, so that a component of any size stays bounded.
    """
    links = sorted(
        (link for link in links if link.a in sketches and link.b in sketches),
        key=lambda link: (link.a, link.b),
    )
    versions = _group_versions(sketches)
    standing = {group[-1]: group for group in versions}
    episodes = agglomerate(
        standing,
        {(link.a, link.b): link.episode for link in links},
        threshold=EPISODE_THRESHOLD,
        quorum=EPISODE_QUORUM,
        support=EPISODE_SUPPORT,
    )
    by_article: dict[str, list[Link]] = {}
    for link in links:
        by_article.setdefault(link.a, []).append(link)
    stories: list[tuple[Story, ...]] = []
    for saga in _group_sagas(episodes, links):
        groups = [tuple(sorted(v for a in episode for v in standing[a])) for episode in saga]
        inner = [link for group in groups for a in group for link in by_article.get(a, ())]
        stories.append(_make_saga(groups, sketches, inner))
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
    sagas = agglomerate(
        by_first,
        means,
        threshold=SAGA_THRESHOLD,
        quorum=SAGA_QUORUM,
        support=SAGA_SUPPORT,
    )
    return [[by_first[first] for first in saga] for saga in sagas]


def _make_saga(
    groups: Sequence[Sequence[str]], sketches: Mapping[str, Sketch], links: Sequence[Link]
) -> tuple[Story, ...]:
    """Return the saga of the episodes `groups`, then the episodes in the order of their days."""
    everyone = tuple(sorted(article for group in groups for article in group))
    name = name_saga if len(groups) > 1 else name_episode
    saga = Story(
        id=hash_id("sg", find_anchor(everyone, sketches)),
        kind="saga",
        name=name(everyone, sketches),
        articles=everyone,
        lineages=find_lineages(groups, sketches, links),
    )
    episodes = [
        Story(
            id=hash_id("ep", find_anchor(group, sketches)),
            kind="episode",
            name=name_episode(group, sketches),
            articles=tuple(group),
            parent=saga.id,
            lineages=find_lineages([group], sketches, links),
        )
        for group in groups
    ]
    dated = [_add_days(story, sketches) for story in episodes]
    dated.sort(key=lambda story: (str(story.earliest or "~"), story.id))
    return (_add_days(saga, sketches), *dated)


def _add_days(story: Story, sketches: Mapping[str, Sketch]) -> Story:
    """Return `story` with the days of its dated articles, none where no article has a date."""
    own = [sketches[article] for article in story.articles if is_dated(sketches[article])]
    firsts = [sketch.earliest for sketch in own if sketch.earliest is not None]
    lasts = [sketch.latest for sketch in own if sketch.latest is not None]
    return replace(story, earliest=min(firsts, default=None), latest=max(lasts, default=None))
