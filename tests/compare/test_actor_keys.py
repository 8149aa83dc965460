import pytest

from onrecord.compare.actor_keys import key_actors, key_side, may_be_one, may_be_several
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


def key_all(*actors: Actor) -> list[str]:
    """Return the keys of actors that an article each names."""
    keys = key_actors([reading(str(n), each) for n, each in enumerate(actors)])
    return [keys[str(n), each.name] for n, each in enumerate(actors)]


def body(name: str, kind: str, state: str | None = None) -> Actor:
    return actor(name, "organisation", state, body=kind)


def test_ministries_of_two_states_are_two_whether_a_table_has_the_states_or_not() -> None:
    ours, again, theirs, peru = key_all(
        body("Ostra’s Foreign Ministry", "Foreign Ministry"),
        body("Ostran Foreign Ministry", "Foreign Ministry"),
        body("Norlandic Foreign Ministry", "Foreign Ministry"),
        body("Peruvian Foreign Ministry", "Foreign Ministry", "PER"),
    )
    assert ours == again
    assert len({ours, theirs, peru}) == 3


def test_a_ministry_without_a_state_is_none_of_theirs_and_may_be_each() -> None:
    bare, ostran, peruvian, navy = key_all(
        actor("Foreign Ministry", "organisation"),
        body("Ostran Foreign Ministry", "Foreign Ministry"),
        body("Peruvian Foreign Ministry", "Foreign Ministry", "PER"),
        body("Ostran Navy", "Navy"),
    )
    assert may_be_several(bare)
    assert not any(map(may_be_several, (ostran, peruvian, navy)))
    assert len({bare, ostran, peruvian}) == 3
    assert may_be_one(bare, ostran)
    assert may_be_one(peruvian, bare)
    assert not may_be_one(ostran, peruvian)
    assert not may_be_one(bare, navy)


def test_a_body_with_a_name_of_its_own_is_not_any_states() -> None:
    [key] = key_all(body("Southern Compact", "Southern Compact"))
    assert not may_be_several(key)


def holder(name: str, state: str | None, role: str = "foreign minister", **more: str) -> Actor:
    return actor(name, "person", state, role=role, **more)


def test_an_office_is_whoever_alone_is_named_with_it() -> None:
    office, berg = key_all(
        holder("Peru’s foreign minister", "PER"), holder("Ida Berg", "PER", "Foreign Minister")
    )
    assert office == berg


@pytest.mark.parametrize(
    "others",
    [
        [holder("Ida Berg", "PER"), holder("Ole Lund", "PER")],  # one after the other
        [holder("Ida Berg", "CHL")],
        [holder("Ida Berg", "PER", "defence minister")],
        [holder("Ida Berg", "PER", sector="ELI")],  # a former one
        [holder("Ida Berg", None)],
    ],
)
def test_an_office_of_which_two_or_none_are_named_is_nobody_of_them(others: list[Actor]) -> None:
    office, *keys = key_all(holder("Peru’s foreign minister", "PER"), *others)
    assert office not in keys


def test_ministers_of_two_states_are_two() -> None:
    iran, iraq = key_all(
        holder("Iran’s foreign minister", "IRN"), holder("Iraq’s foreign minister", "IRQ")
    )
    ostran, ostra, norland = key_all(
        holder("Ostran foreign minister", None),
        holder("Ostra’s foreign minister", None),
        holder("Norland’s foreign minister", None),
    )
    assert iran != iraq
    assert ostran == ostra != norland
    assert not may_be_one(iran, iraq)


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
