"""People and bodies of whom only the noun of the reader's phrase tells."""

import pytest

from onrecord.actors import find_actors
from onrecord.records import Actor, Article, Span
from onrecord.text import outline_text


def find(text: str, *parties: str) -> dict[str, Actor]:
    article = Article(id="page", text=text, body=Span(0, len(text)))
    spans = [Span(text.index(each), text.index(each) + len(each)) for each in parties]
    return {each.name: each for each in find_actors(article, outline_text(text), parties=spans)}


@pytest.mark.parametrize(
    ("text", "party", "name"),
    [
        ("The labour commissioner fined it.", "The labour commissioner", "labour commissioner"),
        ("They fined an online trader of 43.", "an online trader of 43", "online trader of 43"),
        ("The owner of the pit fled.", "The owner of the pit", "owner of the pit"),
        ("It was struck off by the Speaker.", "the Speaker", "speaker"),
        ("Peru held its captain for days.", "its captain", "its captain"),
        ("They praised the Catholic bishop of Oru.", "the Catholic bishop of Oru", None),
        ("Three insurers sued Peru.", "Three insurers", "insurers"),
        ("On Monday agencies sued Peru.", "agencies", "agencies"),
        ("The panel fined Peru.", "The panel", "panel"),
        ("A Greek frigate rammed it.", "A Greek frigate", "Greek frigate"),
        ("The six-member Kenyan team won.", "The six-member Kenyan team", "six-member Kenyan team"),
    ],
)
def test_a_noun_of_people_or_a_body_tells_of_somebody(
    text: str, party: str, name: str | None
) -> None:
    assert (name or "Catholic bishop of Oru") in find(text, party)


@pytest.mark.parametrize(
    ("text", "party", "noun"),
    [
        ("They fined the driver fund.", "the driver", "driver"),
        ("It names the pilot, Ole Lund.", "the pilot, Ole Lund", "pilot"),
        ("The widow of a diver, Ida Berg, left.", "The widow of a diver, Ida Berg", "widow"),
        ("Ida Berg, a writer on Oru, left.", "a writer on Oru", "writer"),
        ("They met a convoy of Kenyan soldiers.", "a convoy of Kenyan soldiers", "convoy"),
        ("A spokeswoman said no.", "A spokeswoman", "spokeswoman"),
        ("They fined the militant.", "the militant", "militant"),
    ],
)
def test_who_is_named_beside_it_or_only_described_is_nobody_new(
    text: str, party: str, noun: str
) -> None:
    assert not any(name.startswith(noun) for name in find(text, party))


@pytest.mark.parametrize(
    ("text", "party", "noun", "new"),
    [
        ("Mayor Ida Berg left. Peru fined the town mayor.", "the town mayor", "town mayor", False),
        ("Ida Berg said no. The minister fined Peru.", "The minister", "minister", False),
        ("It rained. The minister fined Peru.", "The minister", "minister", True),
        ("Norcoal Ltd left. The agency fined Peru.", "The agency", "agency", False),
        ("The Lisk Agency left. A new agency fined Peru.", "A new agency", "new agency", True),
    ],
)
def test_who_may_be_somebody_named_is_nobody_new(
    text: str, party: str, noun: str, new: bool
) -> None:
    assert (noun in find(text, party)) == new


def test_a_noun_has_the_state_of_its_adjective_and_is_a_body_where_more_tells_of_it() -> None:
    [team] = find("The Kenyan chess team won.", "The Kenyan chess team").values()
    assert (team.state, team.kind) == ("KEN", "organisation")
    assert find("The panel fined Peru.", "The panel")["panel"].kind == "group"
