from collections.abc import Callable
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records import Reading, Story
from onrecord.stories import Link, Sketch, group_stories
from onrecord.stories.terms import Vector

Build = Callable[..., Reading]
Group = Callable[..., tuple[Story, ...]]

DAM = """{headline}

Engineers closed the Velbrook dam after divers found a crack four metres long below the waterline,
and told two thousand people in the valley to leave their homes by nightfall. {more}"""
MORE = (
    "The water board lowered the reservoir and opened both spillways of the Velbrook dam.",
    "Farmers below the Velbrook dam moved their cattle while soldiers filled sandbags.",
    "The director of the water board, Ana Reyes, promised a report on the Velbrook crack.",
)
RETOLD = """Two thousand flee valley below cracked Velbrook dam

Residents of the valley packed cars on Sunday and drove to the hills because a long crack had
opened under water in the dam at Velbrook. Divers saw it first; the engineers shut the gates."""
PORTS = """Grain prices rise as ports stay frozen

Wheat rose to its highest price in a year as ice kept eleven ports on the northern coast shut.
Traders expect no ship to sail before the end of the month."""


def dam(build: Build, number: int, **fields: object) -> Reading:
    text = DAM.format(headline=f"Velbrook dam closed, valley leaves {number}", more=MORE[number])
    return build(f"dam{number}", text, **{"day": date(2031, 5, 4), **fields})


def episodes(stories: tuple[Story, ...]) -> list[tuple[str, ...]]:
    return [story.articles for story in stories if story.kind == "episode"]


def test_articles_of_one_event_are_one_episode(build: Build, group: Group) -> None:
    ports = build("ports", PORTS, day=date(2031, 5, 4))
    stories = group(dam(build, 0), dam(build, 1), ports)
    assert sorted(episodes(stories)) == [("dam0", "dam1"), ("ports",)]


def test_every_episode_has_its_saga_before_it(build: Build, group: Group) -> None:
    later = dam(build, 2, day=date(2031, 6, 1))
    stories = group(dam(build, 0), later)
    assert [story.kind for story in stories] == ["saga", "episode", "episode"]
    saga = stories[0]
    assert saga.articles == ("dam0", "dam2")
    assert {story.parent for story in stories[1:]} == {saga.id}
    assert (saga.earliest, saga.latest) == (date(2031, 5, 4), date(2031, 6, 1))


def test_an_undated_article_gives_a_story_no_days(build: Build, group: Group) -> None:
    stories = group(dam(build, 0, day=None))
    assert (stories[0].earliest, stories[0].latest) == (None, None)


def test_a_story_keeps_its_id_when_a_later_article_comes(build: Build, group: Group) -> None:
    before = group(dam(build, 0), dam(build, 1))
    after = group(dam(build, 0), dam(build, 1), dam(build, 2, day=date(2031, 5, 5)))
    assert {story.id for story in before} <= {story.id for story in after}


def test_a_reprint_has_the_lineage_of_its_wire_report(build: Build, group: Group) -> None:
    wire = dam(build, 0, agency="AFP")
    text = wire.article.text if wire.article else ""
    reprint = build("reprint", text, day=date(2031, 5, 4), outlet="The Lantern")
    retold = build("retold", RETOLD, day=date(2031, 5, 4), outlet="Coast Tribune")
    stories = group(wire, reprint, retold)
    [lineage] = [line for line in stories[0].lineages if len(line.articles) > 1]
    assert set(lineage.articles) == {"dam0", "reprint"}
    assert lineage.agency == "AFP"
    assert len(lineage.basis) == 1


def test_a_report_that_rests_on_an_agency_is_of_its_lineage(build: Build, group: Group) -> None:
    wire = dam(build, 0, agency="Reuters")
    resting = build(
        "resting",
        "Velbrook dam closed after crack\n\nThe Velbrook dam was closed after a crack was found "
        "below the waterline, Reuters reported. People in the valley were told to leave.",
        day=date(2031, 5, 4),
    )
    stories = group(wire, resting)
    assert [set(line.articles) for line in stories[0].lineages] == [{"dam0", "resting"}]


def test_one_article_alone_is_its_own_lineage(build: Build, group: Group) -> None:
    stories = group(dam(build, 0), build("ports", PORTS, day=date(2031, 5, 4)))
    assert all(len(story.lineages) == 1 for story in stories)


def test_versions_of_one_page_stay_together(build: Build, group: Group) -> None:
    url = "https://lantern.example/live"
    stories = group(
        build("v1", PORTS, day=date(2031, 5, 4), url=url),
        build("v2", RETOLD, day=date(2031, 5, 5), url=url),
        dam(build, 0, day=date(2031, 5, 5)),
    )
    assert ("v1", "v2") in {line.articles for line in stories[0].lineages}


def test_a_story_is_named_by_its_most_central_headline(build: Build, group: Group) -> None:
    odd = build(
        "odd", DAM.format(headline="Sunday night notes", more=MORE[0]), day=date(2031, 5, 4)
    )
    stories = group(odd, dam(build, 1), dam(build, 2))
    assert stories[0].name.startswith("Velbrook dam closed")


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(2, 14))
def test_the_order_of_articles_and_links_does_not_matter(random: Random, count: int) -> None:
    names = [f"a{index:02}" for index in range(count)]
    sketches = {
        name: Sketch(
            article=name,
            headline=f"Headline {random.randrange(4)}",
            earliest=(day := date(2031, 1, random.randrange(1, 28))),
            latest=day,
            page=random.choice([None, None, "x.example/p"]),
            body=Vector(terms=("dam",), weights=(900,)),
        )
        for name in names
    }
    links = [
        Link(a=a, b=b, episode=random.random(), saga=random.random(), copy=None, reason="")
        for i, a in enumerate(names)
        for b in names[i + 1 :]
        if random.random() < 0.6
    ]
    stories = group_stories(sketches, links)
    shuffled = list(sketches.items())
    random.shuffle(shuffled)
    random.shuffle(links)
    assert group_stories(dict(shuffled), links) == stories
    placed = [article for story in stories if story.kind == "episode" for article in story.articles]
    assert sorted(placed) == names


def test_a_large_component_is_grouped_in_time() -> None:
    random = Random(7)
    names = [f"a{index:04}" for index in range(600)]
    sketches = {name: Sketch(article=name, headline=name) for name in names}
    links = [
        Link(a=a, b=b, episode=random.random(), saga=random.random(), copy=None, reason="")
        for i, a in enumerate(names)
        for b in names[i + 1 : i + 60]
    ]
    stories = group_stories(sketches, links)
    assert sum(len(story.articles) for story in stories if story.kind == "episode") == 600
