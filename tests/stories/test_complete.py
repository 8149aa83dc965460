from collections.abc import Callable
from datetime import date

from onrecord.records import Reading
from onrecord.stories import Link, Sketch, complete_links, link_pair, sketch_reading
from onrecord.stories.complete import SMALL

TEXT = "Ostra crews refuse grain\n\n" + (
    "Harbour crews in Ostra refused to unload the grain ships from Lund on Monday. " * 6
)


def make_sketches(build: Callable[..., Reading], count: int) -> dict[str, Sketch]:
    day = date(2031, 4, 2)
    sketches = (sketch_reading(build(f"p{n:03}", TEXT, day=day)) for n in range(count))
    return {sketch.article: sketch for sketch in sketches}


def test_a_small_component_has_the_link_of_every_pair(build: Callable[..., Reading]) -> None:
    sketches = make_sketches(build, 3)
    known = link_pair(sketches["p000"], sketches["p001"])
    assert known is not None
    links = complete_links(sketches, [known])
    assert {(link.a, link.b) for link in links} == {
        ("p000", "p001"),
        ("p000", "p002"),
        ("p001", "p002"),
    }


def test_a_large_component_keeps_the_links_it_has(build: Callable[..., Reading]) -> None:
    sketches = make_sketches(build, SMALL + 1)
    link = Link(a="p000", b="p001", episode=0.5, saga=0.5, copy=None, reason="")
    assert complete_links(sketches, [link]) == (link,)
