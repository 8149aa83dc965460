"""Whose deeds two verbs tell where a clause without its object describes the subject."""

import pytest
from tests.acts.reading import act, acts_of, mention, parties, read_by, seen, span_of


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("The troops that Kenya armed in Oru attacked Peru.", "armed", ["Kenya"], ["troops"]),
        ("The troops that Kenya armed in Oru attacked Peru.", "attacked", ["troops"], ["Peru"]),
        ("The troops Kenya armed attacked Peru.", "attacked", ["troops"], ["Peru"]),
        ("The union that Kenya attacked sued Peru.", "attacked", ["Kenya"], []),
        ("The men whom Kenya arrested accused Peru of theft.", "arrested", ["Kenya"], []),
        ("The troops Kenya captured were freed by Peru.", "captured", ["Kenya"], ["troops"]),
        ("The troops Kenya captured were freed by Peru.", "freed", ["Peru"], ["troops"]),
        ("Kenya said that Norland attacked Peru.", "attacked", ["Norland"], ["Peru"]),
    ],
)
def test_two_verbs_each_have_their_own_sides(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The union that Kenya banned sued Norland.", []),
        ("The troops whose pay Kenya cut attacked Norland.", ["troops"]),
        ("Troops of Peru and Norland that Kenya armed attacked Norland.", ["Kenya"]),
    ],
)
def test_who_acts_in_the_clause_has_not_done_the_main_deed(text: str, actors: list[str]) -> None:
    verb = "sued" if "sued" in text else "attacked"
    sides = {"actors": (span_of(text, "Kenya"),), "recipients": (span_of(text, "Norland"),)}
    [*_, found] = read_by(text, mention(text, verb, "ASSAULT", **sides))
    assert list(found.actors) == actors


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("The attack that Kenya launched killed Lund.", "attack", ["Kenya"], []),
        ("The sanctions Kenya imposed on Peru angered Norland.", "sanctions", ["Kenya"], ["Peru"]),
        ("The attack on Kenya killed Lund.", "attack", [], ["Kenya"]),
    ],
)
def test_who_carries_a_deed_out_in_a_clause_of_it_acts(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


def test_who_receives_something_has_not_given_it() -> None:
    text = "The aid that Kenya received saved Lund."
    assert not [each for each in acts_of(text) if "Kenya" in each.actors]


def test_whom_somebody_plots_to_oust_does_not_open_what_stands_behind() -> None:
    text = "The trial of troops accused of plotting to overthrow Lund opened."
    reader = seen(text, "overthrow", "ASSAULT", actor="troops", recipient="Lund")
    [found] = [each for each in read_by(text, reader) if each.type == "ASSAULT"]
    assert (found.actors, found.recipients) == (("troops",), ("Lund",))
