"""Who stands beside an act: in another phrase or clause, as whose matter it is, as a likeness."""

import pytest
from tests.acts.reading import act, acts_of, mention, parties, read_by, said, seen, span_of, year


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Kenya spoke with Lund adviser Baru.", "spoke with", ["Kenya"], ["Baru"]),
        ("Kenya met Lund adviser Baru in May.", "met", ["Kenya"], ["Baru"]),
        ("Lund, who Norland said left and attacked Peru, hid.", "attacked", ["Lund"], ["Peru"]),
        ("Lund threatened Peru would fall.", "threatened", ["Lund"], []),
        ("Lund threatened Peru on Monday.", "threatened", ["Lund"], ["Peru"]),
        ("Lund’s criticism of the Peru deal grew.", "criticism", ["Lund"], []),
        ("Lund’s criticism of Peru grew.", "criticism", ["Lund"], ["Peru"]),
        ("Lund — whose men, Baru; Peru; and Norland, left — attacked Kenya.", "attacked",
         ["Lund"], ["Kenya"]),
        ("Lund demanded funds for Peru.", "demanded", ["Lund"], []),
        ("Kenya killed Baru before being attacked.", "attacked", [], ["Kenya"]),
        ("Sanctions by Kenya rest with Lund.", "Sanctions", ["Kenya"], []),
        ("The troops of President Lund attacked Peru.", "attacked", ["troops"], ["Peru"]),
        ("Lund drove at a crowd on a bridge before attacking Peru.", "attacking", ["Lund"],
         ["Peru"]),
        ("Lund was accused of bombing Kenya and fatally attacking Peru.", "attacking", ["Lund"],
         ["Peru"]),
    ],
)  # fmt: skip
def test_who_is_told_of_beside_an_act_takes_no_part(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "root", "sides", "told"),
    [
        ("Lund compared Peru to Kenya.", "compared", "ACCUSE", ("Lund", "Kenya"), (["Lund"], [])),
        ("The raid — by what Kenya sold — hit Lund.", "raid", "ASSAULT", ("Kenya", "Lund"), None),
        ("The raid and Kenya’s answer hit Lund.", "raid", "ASSAULT", ("Kenya", ""), None),
        ("The clashes continue and Kenya was calm.", "clashes", "ASSAULT", ("Kenya", ""), None),
        ("Cooperation in holding Kenya grew.", "Cooperation", "COOPERATE", ("Kenya", ""), None),
        ("During the raid, Kenya was calm.", "raid", "ASSAULT", ("Kenya", ""), None),
        ("Ships that fall under Peru law are seized.", "seized", "COERCE", ("", "Peru"), None),
    ],
)
def test_a_span_of_the_reader_that_stands_beside_takes_no_part(
    text: str, trigger: str, root: str, sides: tuple[str, str],
    told: tuple[list[str], list[str]] | None,
) -> None:  # fmt: skip
    named = dict(zip(("actor", "recipient"), sides, strict=True))
    more = {side: words for side, words in named.items() if words}
    found = [
        each
        for each in read_by(text, seen(text, trigger, root, **more))  # type: ignore[arg-type]
        if text[each.trigger.start : each.trigger.end] == trigger
    ]
    if told is not None:
        assert [parties(each) for each in found] == [told]
    assert all(sides[0] not in each.actors for each in found) or told is not None
    assert all(sides[1] not in each.recipients for each in found) or sides[1] in {"", "Lund"}


def test_the_time_at_the_place_of_a_trigger_is_none() -> None:
    text = "Lund on Monday praised Peru."
    mention = seen(text, "praised", "SUPPORT", actor="Lund", recipient="Peru")
    assert [parties(each) for each in read_by(text, mention)] == [(["Lund"], ["Peru"])]


def test_what_was_done_hangs_on_no_condition() -> None:
    text = "Lund, hit by an attack on Peru, may leave if talks fail."
    found = seen(text, "attack", "ASSAULT", recipient="Peru")
    [raid] = [each for each in read_by(text, found) if each.type == "ASSAULT"]
    assert raid.condition is None


def test_what_somebody_else_will_ask_for_is_planned_though_it_is_told_in_an_appeal() -> None:
    text = "“Baru will urge Peru to wait,” said Lund."
    statement = said(text, "Lund", "Baru will urge Peru to wait", act="appeal", cue="said")
    assert act(text, "urge", statements=[statement]).modality == "planned"


def test_what_would_have_been_done_was_not() -> None:
    text = "Lund said he would not have praised Baru."
    statement = said(text, "Lund", "he would not have praised Baru", act="refuse", cue="said")
    assert act(text, "praised", statements=[statement]).modality == "hypothetical"


def test_leaders_of_several_states_are_these_states() -> None:
    text = "The leaders of Peru and Norland praised Kenya."
    assert parties(act(text, "praised")) == (["Peru", "Norland"], ["Kenya"])


def test_whom_a_relative_clause_tells_of_acts_and_not_who_stands_before() -> None:
    text = "Kenya arms men who attack Peru."
    found = read_by(text, seen(text, "attack", "ASSAULT", actor="Kenya", recipient="Peru"))
    assert all(each.actors == () for each in found if each.type == "ASSAULT")


def test_both_sides_are_no_states_that_are_named_only_later() -> None:
    text = "Lund urged both sides to wait. Peru and Norland. Peru. Norland."
    assert parties(act(text, "urged")) == (["Lund"], [])


def test_a_demand_that_is_announced_is_made() -> None:
    assert act("Kenya announced the demands to Peru.", "demands").modality == "happened"


def test_one_who_joins_a_deed_behind_an_aside_does_it_on_no_day_of_the_aside() -> None:
    text = "Lund, who freed Baru in 2024, and Kenya attacked Peru."
    found = act(text, "attacked", timexes=[year(text, "2024")])
    assert (found.when.earliest, found.background) == (None, False)


def test_who_helps_to_ask_does_one_thing() -> None:
    text = "Lund helped persuade Peru to wait."
    marks = [seen(text, word, "REQUEST", actor="Lund", recipient="Peru") for word in
             ("helped", "persuade")]  # fmt: skip
    assert [parties(each) for each in read_by(text, *marks)] == [(["Lund"], ["Peru"])]


def test_one_in_a_list_of_those_it_is_done_to_does_not_do_it() -> None:
    text = "The ban on Kenya, Peru and Norland began."
    places = tuple(span_of(text, words) for words in ("Kenya", "Norland"))
    found = mention(text, "ban", "COERCE", actors=(span_of(text, "Peru"),), recipients=places)
    [ban] = read_by(text, found)
    assert (ban.actors, set(ban.recipients)) == ((), {"Kenya", "Peru", "Norland"})


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The case of Baru’s killing by Lund began.", "happened"),
        ("Lund has a plan in case of a killing of Baru by Peru.", "conditional"),
    ],
)
def test_a_case_is_of_what_was_done(text: str, modality: str) -> None:
    assert act(text, "killing").modality == modality


def test_who_says_again_what_he_promised_says_one_thing() -> None:
    text = "Kenya reaffirmed its commitment to Peru."
    marks = (
        seen(text, "reaffirmed", "SUPPORT", actor="Kenya", recipient="Peru"),
        seen(text, "commitment", "AGREE", recipient="Peru"),
    )
    assert [each.type for each in read_by(text, *marks)] == ["AGREE"]


def test_what_is_discussed_takes_no_part() -> None:
    text = "Peru held a discussion of Kenya."
    both = tuple(span_of(text, words) for words in ("Peru", "Kenya"))
    found = read_by(text, mention(text, "discussion", "CONSULT", actors=both))
    assert [parties(each) for each in found] == [(["Peru"], [])]


def test_calls_for_something_are_whose_they_are() -> None:
    text = "Lund’s urgent calls for help grew."
    found = read_by(text, seen(text, "calls for", "REQUEST", actor="Lund"))
    assert [parties(each) for each in found] == [(["Lund"], [])]


def test_who_only_owns_those_it_is_done_to_does_not_do_it() -> None:
    text = "Some men clashed with Kenya’s troops."
    found = seen(text, "clashed", "ASSAULT", actor="Kenya’s", recipient="troops")
    assert all("Kenya" not in each.actors for each in read_by(text, found))


def test_the_last_of_those_a_noun_reaches_is_reached() -> None:
    text = "The jabs at Peru and its troops grew."
    found = seen(text, "jabs", "ACCUSE", actor="its troops", recipient="Peru")
    assert all(each.actors == () for each in read_by(text, found))


def test_what_a_deed_is_called_tells_of_nobody_who_did_it() -> None:
    text = "The raids were “an attack on Kenya”."
    found = seen(text, "raids", "ASSAULT", actor="Kenya")
    assert all(each.actors == () for each in read_by(text, found) if each.trigger.start == 4)


def test_what_is_said_in_a_statement_is_not_done_by_who_issues_it() -> None:
    text = "Lund issued a statement saying the raids on Peru were bad."
    assert all(each.actors == () for each in acts_of(text) if each.type == "ASSAULT")


def test_a_contractor_of_a_body_is_not_the_body() -> None:
    text = "A Norland contractor was charged in Oru."
    found = seen(text, "charged", "ACCUSE", recipient="A Norland contractor")
    assert read_by(text, found) == []
