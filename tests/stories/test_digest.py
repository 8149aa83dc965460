"""What is found for many articles at once is what is found for each of them."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.stories import Link, Sketch, digest_sketch, find_hopeful, link_measured, link_pair
from onrecord.stories.shingles import Sample
from onrecord.stories.terms import Vector

TERMS = [f"{letter}{number}" for number in range(8) for letter in "abc"]
FIRST = date(2031, 5, 1)


@st.composite
def vectors(draw: st.DrawFn, most: int) -> Vector:
    terms = draw(st.lists(st.sampled_from(TERMS), max_size=most, unique=True))
    weights = sorted(draw(st.tuples(*[st.integers(1, 500) for _ in terms])), reverse=True)
    return Vector(terms=tuple(terms), weights=tuple(weights))


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    step = draw(st.sampled_from([2, 4, 8]))
    hashes = draw(st.sets(st.integers(0, 60)))
    return Sample(step=step, hashes=tuple(sorted(each * step for each in hashes)))


@st.composite
def sketches(draw: st.DrawFn, article: str) -> Sketch:
    day = draw(st.none() | st.integers(0, 90))
    earliest = None if day is None else FIRST + timedelta(days=day)
    width = draw(st.none() | st.sampled_from([0, 0, 0, 3, 30]))
    return Sketch(
        article=article,
        page=draw(st.none() | st.sampled_from(["a.example/1", "a.example/2"])),
        earliest=earliest,
        latest=None if width is None or earliest is None else earliest + timedelta(days=width),
        title=draw(vectors(6)),
        lead=draw(vectors(8)),
        body=draw(vectors(12)),
        names=draw(vectors(4)),
        shingles=draw(samples()),
        passages=draw(samples()),
        handed_on=draw(samples()),
    )


some = st.tuples(*[sketches(f"p{number}") for number in range(4)])


def link_by_digests(one: Sketch, others: Sequence[Sketch]) -> list[Link | None]:
    hopes = find_hopeful(digest_sketch(one), list(map(digest_sketch, others)))
    links: list[Link | None] = []
    for other, hope in zip(others, hopes, strict=True):
        if hope is None or not hope.copied:
            a, b = sorted((one.article, other.article))
            links.append(hope and link_measured(a, b, hope.features, hope.gap))
        else:
            links.append(link_pair(one, other))
    return links


@settings(deadline=None)
@given(found=some)
def test_digests_give_the_links_of_sketches(found: Sequence[Sketch]) -> None:
    one, *others = found
    assert link_by_digests(one, others) == [link_pair(one, other) for other in others]


def make_sketch(article: str, terms: Vector, *, day: date = FIRST) -> Sketch:
    return Sketch(
        article=article, earliest=day, latest=day, title=terms, lead=terms, body=terms, names=terms
    )


def test_articles_that_share_little_are_not_hopeful() -> None:
    flood = Vector(terms=("flood", "bridge"), weights=(700, 700))
    vote = Vector(terms=("week", "vote"), weights=(60, 990))
    bridge = Vector(terms=("week", "bridge"), weights=(990, 60))
    others = [
        make_sketch("same", flood),
        make_sketch("none", vote),
        make_sketch("weak", bridge),
        make_sketch("late", flood, day=date(2032, 1, 1)),
    ]
    one = digest_sketch(make_sketch("one", flood))
    hopes = find_hopeful(one, list(map(digest_sketch, others)))
    assert [hope is not None for hope in hopes] == [True, False, False, False]
    assert find_hopeful(one, []) == []


def test_a_copy_is_hopeful_whatever_the_days_and_terms() -> None:
    run = Sample(step=4, hashes=tuple(range(0, 40, 4)))
    one = Sketch(article="a", shingles=run, earliest=FIRST, latest=FIRST)
    other = Sketch(article="b", shingles=run, earliest=date(2032, 1, 1), latest=date(2032, 1, 1))
    [hope] = find_hopeful(digest_sketch(one), [digest_sketch(other)])
    assert hope is not None
    assert hope.copied
    assert link_pair(one, other) is not None
