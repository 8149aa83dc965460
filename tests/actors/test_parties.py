"""Whom the reader has for somebody who takes part is an actor where the words alone do not say."""

import pytest

from onrecord.actors import find_actors
from onrecord.actors.parties import Parties
from onrecord.records import Article, Span
from onrecord.text import outline_text


def names(text: str, *parties: str) -> dict[str, str]:
    article = Article(id="a", text=text, body=Span(0, len(text)))
    spans = [Span(text.index(party), text.index(party) + len(party)) for party in parties]
    found = find_actors(article, outline_text(text), parties=spans)
    return {actor.name: actor.kind for actor in found}


def mentions_of(text: str, name: str) -> list[str]:
    article = Article(id="a", text=text, body=Span(0, len(text)))
    [actor] = [one for one in find_actors(article, outline_text(text)) if one.name == name]
    return [text[span.start : span.end] for span in actor.mentions]


@pytest.mark.parametrize(
    ("text", "party", "name", "kind"),
    [
        ("Prosecutors charged the mayor.", "Prosecutors", "Prosecutors", "group"),
        ("A letter reached striking students.", "striking students", "students", "group"),
        ("In May the court freed him.", "the court", "court", "organisation"),
        ("A ban by the housing agency holds.", "the housing agency", "housing agency", None),
        ("It thanked Ilse Marten.", "Ilse Marten", "Ilse Marten", "person"),
        ("It thanked the Open Lectern.", "the Open Lectern", "Open Lectern", "organisation"),
    ],
)
def test_who_takes_part_is_an_actor(text: str, party: str, name: str, kind: str | None) -> None:
    assert name not in names(text)
    found = names(text, party)
    assert found[name] == (kind or "organisation")


def test_who_is_named_behind_the_role_of_a_party_is_a_person() -> None:
    text = "The chair of the meeting, Akua Bessem of Nauru, left."
    party = "The chair of the meeting, Akua Bessem of Nauru"
    assert names(text, party)["Akua Bessem"] == "person"
    assert "Akua Bessem" not in names(text)


def test_only_the_head_of_a_phrase_is_the_party() -> None:
    text = "The leader of the students resigned."
    assert names(text, "The leader of the students") == {"leader of the students": "group"}


def test_a_party_holds_what_stands_at_its_head() -> None:
    text = "two young students from Oru and teachers"
    parties = Parties(text, [Span(0, len(text))])
    at = text.index("students")
    assert parties.holds(Span(at, at + len("students")))
    assert not parties.holds(Span(text.index("teachers"), len(text)))
    assert not Parties(text).holds(Span(at, at + len("students")))


@pytest.mark.parametrize("party", ["the Oru Regatta blast suspects", "the Oru Regatta"])
def test_a_name_that_only_describes_takes_no_part(party: str) -> None:
    assert "Oru Regatta" not in names("Police seek the Oru Regatta blast suspects.", party)


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("Hundreds of thousands of students", "students", True),
        ("A large group of the older teachers", "teachers", True),
        ("A group of the army", "army", False),
        ("The mothers of the teachers", "teachers", False),
    ],
)
def test_who_are_counted_are_the_party(text: str, name: str, held: bool) -> None:
    at = text.index(name)
    assert Parties(text, [Span(0, len(text))]).holds(Span(at, at + len(name))) is held


def test_each_member_of_a_list_takes_part() -> None:
    text = "Norcoal, the miners and three students marched."
    found = names(text, "Norcoal, the miners and three students")
    assert {"miners", "students"} <= found.keys()
    text = "The heads of Norcoal and three students marched."
    assert "students" not in names(text, "The heads of Norcoal and three students")


@pytest.mark.parametrize(
    ("text", "party", "name"),
    [
        ("Norland said militants fire at boats.", "militants", "militants"),
        ("Kenyan soldiers fire at boats.", "Kenyan soldiers", "Kenyan soldiers"),
        ("The Kenyan army assault on it failed.", "The Kenyan army", "Kenyan army"),
        ("It was held by protesters a day earlier.", "protesters", "protesters"),
        ("Law enforcement held him.", "Law enforcement", "Law enforcement"),
        ("Ten lawyers tied to the port left.", "Ten lawyers tied to the port", "lawyers"),
        ("Police held a nurse accused of theft.", "a nurse accused", "nurse"),
        ("Police held a man carrying a bomb.", "a man carrying", "man"),
    ],
)
def test_a_verb_behind_those_who_take_part_makes_no_adjective_of_them(
    text: str, party: str, name: str
) -> None:
    assert name in names(text, party)


def test_a_noun_behind_one_body_does() -> None:
    assert "police" not in names("A police car struck a mine.", "A police")
    assert "nurse" not in names("Kenya began a nurse training in Oru.", "a nurse training")


@pytest.mark.parametrize(
    ("before", "name"),
    [("Judge Ole Lund said no.", "Ole Lund"), ("Judges Ole Lund and Ida Berg said no.", None)],
)
def test_the_judge_is_the_only_one_who_is_named(before: str, name: str | None) -> None:
    text = f"{before} On Tuesday the judge lifted it."
    article = Article(id="a", text=text, body=Span(0, len(text)))
    start = text.index("the judge")
    party = Span(start, start + len("the judge"))
    found = find_actors(article, outline_text(text), parties=[party])
    held = [actor.name for actor in found for span in actor.mentions if span.start >= start]
    assert held == ([name] if name else [])


def test_the_senator_is_nobody_where_another_legislator_is_named() -> None:
    text = "Sen. Ole Lund and Rep. Ida Berg said no. It angered the senator."
    assert len(names(text, "the senator")) == 2


def test_an_aid_worker_of_a_state_is_not_the_state() -> None:
    assert "Kenya" not in names("A Kenyan aid worker left.")
    assert "Kenya" in names("The Kenyan aid reached Oru.")


def test_the_house_may_have_its_party_before_it() -> None:
    text = "The Republican-led House sued the United States."
    assert "House of Representatives" in names(text, "The Republican-led House")


@pytest.mark.parametrize(
    ("text", "party", "name", "kind"),
    [
        ("The teachers’ union said no.", "The teachers’ union", "teachers’ union", "organisation"),
        ("Bus drivers’ unions left.", "Bus drivers’ unions", "Bus drivers’ unions", "organisation"),
        ("Bakers across Oru went home.", "Bakers across Oru", "Bakers", "group"),
        ("Police met outside experts.", "outside experts", "experts", "group"),
        ("The rebels’ leader fled.", "The rebels’ leader", "rebels’ leader", "group"),
        ("Lund met his deputy.", "his deputy", "his deputy", "group"),
    ],
)
def test_bodies_and_people_of_a_group_take_part(
    text: str, party: str, name: str, kind: str
) -> None:
    assert names(text, party).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Salt Traders’ League wrote on Monday. The trade grew.", "Salt Traders’ League"),
        ("Police freed the head of the Workers’ Alliance.", "Workers’ Alliance"),
        ("The judges’ union has not had a rise.", "judges’ union"),
    ],
)
def test_a_body_may_be_named_by_those_whose_it_is(text: str, name: str) -> None:
    assert names(text)[name] == "organisation"


def test_the_company_is_the_only_one_that_was_named() -> None:
    text = "Kesh sued the smelter Norcoal on Monday. The company said no."
    assert mentions_of(text, "Norcoal") == ["Norcoal", "company"]
    two = "Kesh sued the smelter Norcoal and the refinery Petrosur. The company said no."
    assert mentions_of(two, "Norcoal") == ["Norcoal"]


def test_a_house_of_somebody_is_no_body() -> None:
    assert "Jones’ House" not in " ".join(names("Police searched Odo Jones’ House."))


@pytest.mark.parametrize(
    ("text", "party", "name"),
    [
        ("Teachers asked the mayor to wait.", "the mayor", "mayor"),
        ("Teachers appealed to the minister.", "the minister", "minister"),
        ("Kenya called on all sides to wait.", "all sides", "all sides"),
        ("Kenya urged the warring parties to wait.", "the warring parties", "warring parties"),
        ("Teachers followed the mayor home.", "the mayor", None),
        ("Kenya saw both sides.", "both sides", None),
        ("Sen. Ida Berg sat. Teachers asked the senator.", "the senator", None),
    ],
)
def test_who_is_spoken_to_is_somebody(text: str, party: str, name: str | None) -> None:
    assert {"mayor", "minister", "all sides", "warring parties", "senator", "both sides"} & set(
        names(text, party)
    ) == ({name} if name else set())
