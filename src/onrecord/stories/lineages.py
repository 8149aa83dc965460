"""Which articles of a story go back to one telling."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.ids import hash_id
from onrecord.records import Lineage
from onrecord.stories.anchors import find_anchor
from onrecord.stories.credits import fold_outlet, is_agency, is_named, says_outlet
from onrecord.stories.link import Link
from onrecord.stories.shingles import intersect
from onrecord.stories.sketch import Sketch
from onrecord.stories.terms import cosine
from onrecord.stories.unions import Unions

# Two reports of one agency with this much narrative in common are two forms of one report.
OVERLAP = 0.10
LEAST_SHARED = 3
ALIKE = 0.5  # ... or with bodies as like as this


class _Tie(NamedTuple):
    a: str
    b: str
    basis: str


def find_lineages(
    episodes: Sequence[Sequence[str]], sketches: Mapping[str, Sketch], links: Iterable[Link]
) -> tuple[Lineage, ...]:
    """Return the lineages of a story's `episodes`, by article; every article stands in one.

    Joined are versions of one page, copies (whole, trimmed, reworded) and, within an episode,
    overlapping reports of one agency and reports that rest on the same agency or outlet by their
    own words. A partial copy stays apart: the rest of it is its own telling.
    """
    members = {article for episode in episodes for article in episode}
    ties = set(_tie_copies(members, links))
    for episode in episodes:
        ties.update(_tie_credits(sorted(episode), sketches))
    unions = Unions(members)
    basis: dict[str, list[str]] = {}
    for tie in sorted(ties):
        if unions.find(tie.a) != unions.find(tie.b):
            unions.join(tie.a, tie.b)
            basis.setdefault(tie.a, []).append(tie.basis)
    lineages = [_make_lineage(group, sketches, basis) for group in unions.list_sets()]
    return tuple(sorted(lineages, key=lambda lineage: (lineage.articles[0], lineage.id)))


def _tie_copies(members: set[str], links: Iterable[Link]) -> Iterator[_Tie]:
    for link in links:
        if link.a not in members or link.b not in members:
            continue
        if link.copy is not None and link.copy.kind in ("whole", "trimmed", "reworded"):
            yield _Tie(link.a, link.b, link.copy.reason)
        elif link.same_page:
            yield _Tie(link.a, link.b, link.reason)


def _tie_credits(articles: Sequence[str], sketches: Mapping[str, Sketch]) -> Iterator[_Tie]:
    """Yield a tie from each article to the first one of the telling that it rests on."""
    first_resting: dict[str, str] = {}
    for article in articles:
        sketch = sketches[article]
        if sketch.agency is not None:
            others = _list_issuers(sketch.agency, articles, sketches)
            yield from _tie_agency(article, others, sketches)
            continue
        for agency in sketch.helpers:
            others = _list_issuers(agency, articles, sketches)
            yield from _tie_helped(article, agency, others, sketches)
        for name in sketch.credits:
            origins = _list_issuers(name, articles, sketches)
            if not origins and says_outlet(name):
                origins = [first_resting.setdefault(fold_outlet(name), article)]
            for origin in origins[:1]:
                if origin != article and not _is_own(sketch, name):
                    first, second = sorted((origin, article))
                    yield _Tie(first, second, f"rests on {name} by its own words")


def _list_issuers(name: str, articles: Sequence[str], sketches: Mapping[str, Sketch]) -> list[str]:
    """Return the articles that an agency or outlet of that name has issued."""
    return [
        article
        for article in articles
        for issuer in (sketches[article].agency, sketches[article].outlet)
        if issuer and is_named(name, issuer)
    ]


def _is_own(sketch: Sketch, name: str) -> bool:
    """Return whether an article credits its own outlet ("told The Lantern")."""
    return sketch.outlet is not None and is_named(name, sketch.outlet)


def _tie_agency(
    article: str, others: Sequence[str], sketches: Mapping[str, Sketch]
) -> Iterator[_Tie]:
    for other in others:
        if other < article and _overlap(sketches[article], sketches[other]):
            agency = sketches[article].agency
            yield _Tie(other, article, f"both from {agency}, with words in common")


def _tie_helped(
    article: str, agency: str, others: Sequence[str], sketches: Mapping[str, Sketch]
) -> Iterator[_Tie]:
    for other in others:
        if other != article and _share_narrative(sketches[article], sketches[other]):
            first, second = sorted((other, article))
            yield _Tie(first, second, f"both with {agency}'s report, with words in common")


def _overlap(a: Sketch, b: Sketch) -> bool:
    """Return whether two reports of one agency are forms of one report."""
    return _share_narrative(a, b) or cosine(a.body, b.body) >= ALIKE


def _share_narrative(a: Sketch, b: Sketch) -> bool:
    shared, first, second = intersect(a.shingles, b.shingles)
    return shared >= max(LEAST_SHARED, OVERLAP * min(first, second))


def _make_lineage(
    group: Sequence[str], sketches: Mapping[str, Sketch], basis: Mapping[str, Sequence[str]]
) -> Lineage:
    agencies = Counter(
        agency for article in group if (agency := sketches[article].agency) is not None
    )
    agency = min(agencies, key=lambda name: (-agencies[name], name), default=None)
    if agency is None:
        named = Counter(
            name for article in group for name in sketches[article].credits if is_agency(name)
        )
        agency = min(named, key=lambda name: (-named[name], name), default=None)
    return Lineage(
        id=hash_id("ln", find_anchor(group, sketches)),
        articles=tuple(group),
        agency=agency,
        basis=tuple(reason for article in group for reason in basis.get(article, ())),
    )
