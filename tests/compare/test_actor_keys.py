import pytest

from onrecord.compare.actor_keys import key_actors, key_side
from onrecord.records import Actor, ActorKind, Article, Reading, Span


def reading(article: str, *actors: Actor) -> Reading:
    return Reading(
        version="test",
        origin=article,
        article=Article(id=article, text="", body=Span(0, 0)),
        actors=actors,
    )


def actor(name: str, kind: ActorKind = "person", state: str | None = None, **more: str) -> Actor:
    return Actor(id=name, name=name, kind=kind, state=state, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ana Reyes", "Ana Reyes"),
        ("Ana Reyes", "Reyes"),
        ("Ana Reyes", "A. Reyes"),
        ("Sergei Malov", "Sergey Malov"),
        ("Dan Okrent Jr.", "Daniel Okrent"),
    ],
)
def test_names_of_one_person_have_one_key(first: str, second: str) -> None:
    keys = key_actors([reading("a", actor(first)), reading("b", actor(second))])
    assert keys["a", first] == keys["b", second]


def test_two_given_names_are_two_persons() -> None:
    keys = key_actors([reading("a", actor("Ana Reyes")), reading("b", actor("Luis Reyes"))])
    assert keys["a", "Ana Reyes"] != keys["b", "Luis Reyes"]


def test_a_surname_alone_goes_to_the_one_of_its_state() -> None:
    keys = key_actors(
        [
            reading("a", actor("Ana Reyes", state="CHL"), actor("Luis Reyes", state="PER")),
            reading("b", actor("Reyes", state="PER")),
        ]
    )
    assert keys["b", "Reyes"] == keys["a", "Luis Reyes"]


def test_a_surname_that_may_be_two_persons_is_neither() -> None:
    keys = key_actors(
        [reading("a", actor("Ana Reyes"), actor("Luis Reyes")), reading("b", actor("Reyes"))]
    )
    assert keys["b", "Reyes"] not in (keys["a", "Ana Reyes"], keys["a", "Luis Reyes"])


def test_a_state_is_its_code_and_a_body_its_name() -> None:
    keys = key_actors(
        [
            reading("a", actor("Chile", "state", "CHL"), actor("Santiago", "state", "CHL")),
            reading(
                "b",
                actor("the Navy", "organisation", "CHL", body="Navy"),
                actor("Navy", "organisation", "PER", body="Navy"),
            ),
        ]
    )
    assert keys["a", "Chile"] == keys["a", "Santiago"]
    assert keys["b", "the Navy"] != keys["b", "Navy"]


def test_who_belongs_to_a_state_acts_for_its_side() -> None:
    minister = actor("Ana Reyes", state="CHL")
    navy = actor("Navy", "organisation", "CHL")
    assert key_side(minister, "x") == key_side(navy, "y") == "state CHL"


def test_a_body_of_many_states_is_its_own_side() -> None:
    assert key_side(actor("The Compact", "organisation", "IGO"), "the key") == "the key"


def test_a_side_without_a_code_is_read_from_the_name() -> None:
    state = actor("Tarvel", "state")
    assert key_side(actor("Tarvelian marines", "group"), "x", [state]) == key_side(
        state, "state  tarvel", [state]
    )
