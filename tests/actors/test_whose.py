"""Who "the minister" and whose "the ministry" is, where the article makes it plain."""

import pytest

from onrecord.actors import find_actors
from onrecord.records import Actor, Article, Dateline, Span
from onrecord.text import outline_text


def actors_of(text: str, place: str | None = None) -> list[Actor]:
    dateline = None
    if place is not None:
        text = f"{place} – {text}"
        dateline = Dateline(place=place, span=Span(0, len(place)))
    article = Article(id="x", text=text, body=Span(0, len(text)), dateline=dateline)
    outline = outline_text(text)
    parties = [Span(text.index(each), text.index(each) + len(each)) for each in _in(text)]
    return list(find_actors(article, outline, parties=parties))


def _in(text: str) -> list[str]:
    return [each for each in ("Foreign Ministry", "Senate", "government") if each in text]


def mentions(text: str, name: str) -> list[str]:
    return [
        text[span.start : span.end]
        for actor in actors_of(text)
        if actor.name == name
        for span in actor.mentions
    ]


@pytest.mark.parametrize(
    ("text", "place", "state"),
    [
        ("Kenya raised the tax. Later the Foreign Ministry spoke.", None, "KEN"),
        ("Kenya met Peru. Later the Foreign Ministry spoke.", None, None),
        ("Kenya met Peru. Later the Foreign Ministry spoke.", "NAIROBI", "KEN"),
        ("Kenya met Peru. Later the Foreign Ministry spoke.", "GENEVA", None),
        ("Kenya met Peru. Later the Foreign Ministry spoke.", "BRUSSELS", None),
        ("A Kenyan engineer fell ill. Later the Foreign Ministry spoke.", None, None),
        (
            "Kenya met Ostra. Ostra said so; the Ostran navy left. Now the Foreign Ministry spoke.",
            None,
            None,
        ),
    ],
)
def test_a_ministry_is_that_of_the_only_state_or_of_the_capital(
    text: str, place: str | None, state: str | None
) -> None:
    [ministry] = [actor for actor in actors_of(text, place) if actor.name == "Foreign Ministry"]
    assert ministry.state == state


def test_the_government_is_not_that_of_the_capital_where_others_are_named() -> None:
    text = "Peru and Chile met. Later the government spoke."
    [government] = [actor for actor in actors_of(text, "NAIROBI") if actor.name == "government"]
    assert government.state is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Maria Berg came to Oru. The Kenyan minister spoke.", ["Maria Berg", "Kenyan minister"]),
        (
            "Kenya’s foreign minister on war. Maria Berg came. The Kenyan foreign minister spoke.",
            ["Kenya’s foreign minister", "Maria Berg", "Kenyan foreign minister"],
        ),
        ("Maria Berg met Ole Lund in Oru. The Kenyan minister spoke.", ["Maria Berg"]),
        ("Maria Berg, a teacher, left. The Kenyan minister spoke.", ["Maria Berg"]),
        ("Maria Berg was killed. The Kenyan minister spoke.", ["Maria Berg"]),
        ("Maria Berg’s mother came. The Kenyan minister spoke.", ["Maria Berg"]),
        ("Maria Berg came. The Kenyan minister’s plane was late.", ["Maria Berg"]),
        ("Ole Lund, the Kenyan minister, left. Maria Berg came. The Kenyan minister spoke.",
         ["Maria Berg"]),
    ],
)  # fmt: skip
def test_who_is_told_of_by_an_office_is_the_subject_before(text: str, found: list[str]) -> None:
    assert mentions(text, "Maria Berg") == found


BOTH = "Kenya’s minister Ole Lund met Maria Berg, the Peruvian minister. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maria Berg left. Berg was late. The minister spoke.", "Maria Berg"),
        ("Ole Lund left. Lund was late. The minister spoke.", "Ole Lund"),
        ("The minister spoke.", None),
        ("Ole Lund met Maria Berg. The minister spoke.", None),
    ],
)
def test_of_two_ministers_the_one_named_twice_since_is_meant(text: str, name: str | None) -> None:
    held = [
        each for each in ("Maria Berg", "Ole Lund") if "minister" in mentions(BOTH + text, each)
    ]
    assert held == ([name] if name is not None else [])


def test_who_is_introduced_as_anothers_has_no_counterpart() -> None:
    text = (
        "Foreign Minister Ole Lund spoke. Maria Berg, his Kenyan counterpart, told him so,"
        " her spokesman Odo Baru said."
    )
    roles = {actor.name: (actor.state, actor.role) for actor in actors_of(text)}
    assert roles["Maria Berg"] == ("KEN", "Foreign Minister")


def test_any_minister_is_not_the_one_who_is_named() -> None:
    text = "The Kenyan ambassador Maria Berg spoke. He shot a Kenyan ambassador in 1979."
    assert mentions(text, "Maria Berg") == ["Maria Berg"]


def test_a_minister_without_a_name_told_of_since_may_be_meant() -> None:
    text = "The minister, Ida Berg, left. Ole Lund quoted his minister. The minister spoke."
    assert mentions(text, "Ida Berg") == ["Ida Berg"]
    text = "The minister, Ida Berg, left. Ole Lund quoted her. The minister spoke."
    assert mentions(text, "Ida Berg") == ["Ida Berg", "minister"]


def test_an_office_is_the_same_with_what_its_state_is() -> None:
    text = "President of the Republic of Chad Ole Lund spoke. The President of Chad left."
    assert mentions(text, "Ole Lund") == ["Ole Lund", "President of Chad"]
    text = "President of the Republic of Marend Ole Lund left. Marend’s army stayed."
    assert mentions(text, "Ole Lund") == ["Ole Lund"]
    assert next(each.role for each in actors_of(text)) == "President of the Republic of Marend"


@pytest.mark.parametrize(
    "office",
    [
        "leader of the bus drivers",
        "spokesman on defence",
        "spokesman for health and housing",
        "adviser on foreign affairs",
    ],
)
def test_the_matter_of_an_office_may_stand_before_the_name(office: str) -> None:
    assert mentions(f"The {office}, Ole Lund, left.", "Ole Lund") == [office, "Ole Lund"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The news agency Oruna said that it was late.", "Oruna"),
        ("The state news agency Oruna said that it was late.", "Oruna"),
        ("The news site Lisk Now said that it was late.", "Lisk Now"),
        ("The Oruna news agency said that it was late.", "Oruna"),
        ("The Oruna agency said that it was late.", "Oruna"),
        ("Radio Oruna said that it was late.", "Radio Oruna"),
    ],
)
def test_a_medium_is_one_body_with_what_it_is(text: str, name: str) -> None:
    assert [(each.name, each.kind) for each in actors_of(text)] == [(name, "organisation")]


def test_a_medium_with_its_name_is_not_the_one_named_before() -> None:
    text = "The newspaper Oru Mail asked. He was quoted by the newspaper Lisk Herald as saying it."
    quoting = "the newspaper Lisk Herald"
    article = Article(id="x", text=text, body=Span(0, len(text)))
    party = Span(text.index(quoting), text.index(quoting) + len(quoting))
    found = list(find_actors(article, outline_text(text), parties=[party]))
    mail = next(each for each in found if each.name == "Oru Mail")
    assert [text[slice(*span)] for span in mail.mentions] == ["Oru Mail"]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday Lisk Mayor Ida Berg said no.",
        "New Lisk Mayor Ida Berg condemned it.",
        "They met Oru County Sheriff Ida Berg.",
    ],
)
def test_a_town_before_an_office_is_no_part_of_the_name(text: str) -> None:
    assert "Ida Berg" in {each.name for each in actors_of(text)}
