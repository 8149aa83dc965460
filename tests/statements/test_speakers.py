from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.statements.conftest import make_actors, make_article, make_rows
from tests.statements.reading import attribute, place

from onrecord.coreference import MentionIndex
from onrecord.records import Actor, Attribution, PronounScores, Span
from onrecord.statements import find_statements
from onrecord.statements.speakers.sources import name_source
from onrecord.text import outline_text

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ida Berg said it rained.", "Ida Berg"),
        ("Foreign Minister Ida Berg said it rained.", "Ida Berg"),
        ("Ms Berg said it rained.", "Ida Berg"),
        ("BERG: It rained.", None),
        ("Berg’s lawyer said it rained.", None),
        ("A lawyer for Berg said it rained.", None),
        ("Berg’s deputy Vesna Kral said it rained.", "Vesna Kral"),
        ("Norland said it rained.", "Norland"),
        ("Norland officials said it rained.", "Norland"),
        ("A Harbour Ministry official said it rained.", "Harbour Ministry"),
        ("A former Harbour Ministry official said it rained.", None),
        ("A Norland baker said it rained.", None),
        ("The Harbour Ministry said it rained.", "Harbour Ministry"),
        ("A spokesman for the Harbour Ministry said it rained.", "Harbour Ministry"),
        ("A man who knows Berg said it rained.", None),
        ("Photographs of a meeting involving Berg show it rained.", None),
        ("The Harbour Ministry’s report said it rained.", "Harbour Ministry"),
        ("The report, written by the former judge Ida Berg, said it rained.", "Ida Berg"),
        ("The report, prepared by the Harbour Ministry, said it rained.", "Harbour Ministry"),
        ("A study published by the Harbour Ministry said it rained.", "Harbour Ministry"),
        ("The letter, published by Meridian News, said it rained.", None),
        ("The report, ordered by Ida Berg, said it rained.", None),
        ("The report, written by the Norland Board of Mines, said it rained.", None),
        ("Another, Ida Berg, said it rained.", "Ida Berg"),
        ("The Harbour Ministry fact sheet said it rained.", "Harbour Ministry"),
        ("The Meridian News newspaper said it rained.", "Meridian News"),
        ("The General Staff militant group said it rained.", "General Staff"),
        ("A Norland militant group said it rained.", None),
        ("A letter from the Harbour Ministry said it rained.", "Harbour Ministry"),
        ("A letter to the Harbour Ministry said it rained.", None),
        ("A letter by Foreign Minister Berg said it rained.", "Ida Berg"),
        ("The Harbour Ministry, critics of Lund, said it rained.", "Harbour Ministry"),
        ("A widow in the town, daughter of Lund, said it rained.", None),
        ("Its spokesman, Minister of Mines Ida Berg, said it rained.", "Ida Berg"),
        ("Norland’s agent, Ida Berg, said it rained.", "Ida Berg"),
        ("A spokesman for the Harbour Ministry, Mora, said it rained.", "Julio Mora"),
        ("A spokesman for the harbour minister, Ida Berg, said it rained.", None),
        ("According to police, Ida Berg was hurt.", None),
        ("According to the guard, Ida Berg was hurt.", None),
        ("A spokesman for the mayor, who runs the Harbour Ministry, said it rained.", None),
        ("The Harbour Ministry office in Oru said it rained.", "Harbour Ministry"),
        ("Mora & Co chief Ida Berg, a member, said it rained.", "Ida Berg"),
        ("Mora sponsors said it rained.", None),
        ("The wily Harbour Ministry “maverick” said it rained.", None),
        ("The Red Mission Sudria said it rained.", None),
        ("Lund son-in-law Mora said it rained.", "Julio Mora"),
        ("President Lund’s son-in-law, Julio Mora, said it rained.", "Julio Mora"),
        ("Ida Berg, a Democrat and a critic of the dam, said it rained.", "Ida Berg"),
        ("Ida Berg, Oru Democrat and a critic of the dam, said it rained.", "Ida Berg"),
        ("“It rains,” said Norland Harbour Ministry Chairman Julio Mora.", "Julio Mora"),
    ],
)
def test_head_of_the_source_is_the_speaker(read: Read, text: str, speaker: str | None) -> None:
    rows = read(text)
    assert [row.speaker for row in rows] == ([speaker] if rows else [])


def test_several_are_not_who_is_named_behind_them(read: Read) -> None:
    text = "According to guards, Ida Berg, 52, was hurt."
    [row] = read(
        text, attributions=[attribute(text, "According to", "guards", "Ida Berg, 52, was hurt")]
    )
    assert row.speaker is None


def test_pronoun_is_the_last_speaker(read: Read) -> None:
    rows = read("Berg said it rained. She added that the road was closed.")
    assert [row.speaker for row in rows] == ["Ida Berg", "Ida Berg"]
    assert [row.certainty for row in rows] == ["clear", "likely"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("After a call with Mora, the mayor said it rained.", None),
        ("Speaking to Mr Mora, the mayor of Oru said it rained.", None),
        ("After a call with Mora, the mayor, it was late. The mayor said it rained.", "Julio Mora"),
        ("Lund met Mora, the mayor. The mayor said it rained.", "Julio Mora"),
    ],
)
def test_whoever_met_somebody_is_not_the_one_met(
    read: Read, text: str, speaker: str | None
) -> None:
    assert read(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    "opening",
    [
        "Under questioning from Lund, ",
        "Asked by Lund about the dam, ",
        "In a call with Lund on Monday, ",
    ],
)
def test_whom_somebody_faces_is_not_he(read: Read, opening: str) -> None:
    rows = read(f"Mora said it rained.\n\nLund waited. {opening}he said the road was closed.")
    assert rows[-1].speaker == "Julio Mora"


def test_a_role_before_a_title_and_name_is_theirs(read: Read) -> None:
    rows = read("It snowed, said the mediator, former general Mora.\n\nThe mediator said no.")
    assert rows[-1].speaker == "Julio Mora"


def test_who_is_only_spoken_of_is_not_who_speaks_next(read: Read) -> None:
    rows = read(
        "Mora said that it rained, and that Lund would open the road.\n\n"
        "He said that the road was closed."
    )
    assert [row.speaker for row in rows] == ["Julio Mora", "Julio Mora"]


def test_a_paragraph_about_somebody_else_ends_what_the_last_speaker_says(read: Read) -> None:
    rows = read("Mora said that it rained.\n\nLund listened with shut eyes. He denied it.")
    assert rows[-1].speaker == "Tomas Lund"


def test_who_is_named_in_a_quotation_does_not_say_it(read: Read) -> None:
    rows = read("Lund said that it rained.\n\n“Mora must go,” he said.")
    assert rows[-1].speaker == "Tomas Lund"


def test_somebody_unnamed_is_not_who_was_named_before(read: Read) -> None:
    rows = read("Mora defended it.\n\nA young porter came out. “I only work here,” he said.")
    assert rows[-1].speaker is None


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("A young porter was selling flags.", None),
        ("On the quay last week a young porter was selling flags.", None),
        ("In the yard this spring an old porter sold flags.", None),
        ("A young porter was being treated there.", "Tomas Lund"),
        ("A young porter was killed there.", "Tomas Lund"),
    ],
)
def test_somebody_unnamed_who_was_doing_something_is_who_speaks(
    read: Read, told: str, speaker: str | None
) -> None:
    rows = read(f"Lund defended it.\n\n{told} “It is late,” he said.")
    assert rows[-1].speaker == speaker


def test_who_acts_after_the_last_speaker_is_who_speaks_on(read: Read) -> None:
    rows = read("“It rained,” Mora said. Lund rode to the palace. He denied it.")
    assert rows[-1].speaker == "Tomas Lund"


def test_a_definite_noun_of_nobody_known_is_not_who_was_named_before(read: Read) -> None:
    rows = read("Mora defended it.\n\nThe bodyguard thought again. “I only work here,” he said.")
    assert rows[-1].speaker is None


def test_a_name_behind_a_role_its_place_and_a_title_is_the_speaker(read: Read) -> None:
    [row] = read("His counterpart from Norport, Judge Ida Berg, said that it rained.")
    assert row.speaker == "Ida Berg"


def test_who_has_a_relative_clause_speaks(read: Read) -> None:
    [row] = read("The Harbour Ministry, which owns it, said the road was open.")
    assert row.speaker == "Harbour Ministry"


def test_a_spokesman_for_a_general_staff_is_who_is_named_behind_it(read: Read) -> None:
    [row] = read("A spokesman for the general staff, Gen. Ida Berg, said the road was open.")
    assert row.speaker == "Ida Berg"


@pytest.mark.parametrize(
    "source",
    [
        "One of them, Ida Berg, who walked,",
        "Her counterpart in the north, the late Ida Berg,",
        "The mother of one of the pilots, Ida Berg,",
        "One of those at the rally, 50-year-old tram driver Ida Berg,",
        "A lawyer for the miners, Ida Berg,",
    ],
)
def test_who_is_named_behind_what_she_is_speaks(read: Read, source: str) -> None:
    [row] = read(f"{source} said that it rained.")
    assert row.speaker == "Ida Berg"


def test_pronoun_agrees_with_a_title(read: Read) -> None:
    rows = read("Ms Berg met Mr Lund in Norport. “It rained,” he said.")
    assert rows[0].speaker == "Tomas Lund"


def test_pronoun_never_takes_a_person_of_the_other_gender(read: Read) -> None:
    [row] = read("Ms Berg arrived. “It rained all day,” he said.")
    assert (row.speaker, row.certainty) == (None, "unsure")


def test_it_is_a_body_and_not_a_person(read: Read) -> None:
    rows = read("The Harbour Ministry denied the report. It said the road was open.")
    assert rows[-1].speaker == "Harbour Ministry"


def test_it_is_not_the_body_before_one_that_is_not_known(read: Read) -> None:
    rows = read("The Harbour Ministry denied it. The union shrugged. It said the road was open.")
    assert rows[-1].speaker is None


def test_role_remembers_its_holder(read: Read) -> None:
    rows = read("Ida Berg, the foreign minister, arrived. “It rained,” the minister said.")
    assert (rows[0].speaker, rows[0].certainty) == ("Ida Berg", "likely")


def test_role_of_nobody_is_not_guessed(read: Read) -> None:
    [row] = read("Berg arrived. “It rained all day,” the baker said.")
    assert row.speaker is None


def test_who_is_the_name_before_it(read: Read) -> None:
    row = read("Vesna Kral, who said it rained, left at noon.")[0]
    assert (row.source, row.speaker) == ("who", "Vesna Kral")


def test_unnamed_source_leaves_the_speaker_open(read: Read) -> None:
    [row] = read("Two drivers said the road was closed.")
    assert (row.source, row.speaker, row.certainty) == ("Two drivers", None, "likely")


def test_who_is_left_out_behind_than_does_not_speak() -> None:
    text = "Unions other than the Harbour Ministry"
    body = Actor(id="b", name="Harbour Ministry", kind="organisation", mentions=(Span(22, 38),))
    assert name_source(text, Span(0, len(text)), MentionIndex([body])).actor is None


def test_who_is_only_included_does_not_speak_for_all(read: Read) -> None:
    [row] = read("At least five drivers, including Ida Berg, said the road was closed.")
    assert row.speaker is None


def test_of_several_who_speak_at_once_none_is_picked() -> None:
    text = "Kenya, Peru, and the Harbour Board all"
    places = {"Kenya": (0, 5), "Peru": (7, 11), "Harbour Board": (21, 34)}
    actors = [
        Actor(id=name, name=name, kind="state", mentions=(Span(*place),))
        for name, place in places.items()
    ]
    assert name_source(text, Span(0, len(text)), MentionIndex(actors)).actor is None


def test_a_place_behind_what_is_held_there_does_not_speak() -> None:
    text = "The yearly fair in Oru, Norland,"
    state = Actor(id="n", name="Norland", kind="state", mentions=(Span(24, 31),))
    assert name_source(text, Span(0, len(text)), MentionIndex([state])).actor is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kenya’s navy chief, Admiral Ole Lind,", "Ole Lind"),
        ("Kenya’s navy chief Gen. Ole Lind", "Ole Lind"),
        ("Kenya’s navy chief, who met Admiral Ole Lind,", "Kenya’s navy chief"),
        ("Kenya’s navy chief, a friend of Ole Lind,", "Kenya’s navy chief"),
    ],
)
def test_who_is_named_behind_a_role_that_is_known_speaks(text: str, speaker: str) -> None:
    actors = [
        Actor(id=name, name=name, kind="person", mentions=(place(text, name),))
        for name in ("Kenya’s navy chief", "Ole Lind")
    ]
    found = name_source(text, Span(0, len(text)), MentionIndex(actors)).actor
    assert found is not None
    assert found.name == speaker


def test_the_chairman_of_a_board_is_who_is_named_behind_it() -> None:
    text = "Oru Harbour Board of Wardens chairman Ole Lind"
    board, chairman = (
        Actor(id=name, name=name, kind="person", mentions=(place(text, name),))
        for name in ("Oru Harbour Board", "Ole Lind")
    )
    found = name_source(text, Span(0, len(text)), MentionIndex([board, chairman])).actor
    assert found is chairman


def test_foreign_ministers_of_several_states_speak_for_themselves() -> None:
    text = "Foreign ministers of Kenya, Peru and Chad"
    places = {"Foreign ministers": (0, 17), "Kenya": (21, 26), "Peru": (28, 32), "Chad": (37, 41)}
    actors = [
        Actor(id=name, name=name, kind="state" if at else "group", mentions=(Span(at, end),))
        for name, (at, end) in places.items()
    ]
    found = name_source(text, Span(0, len(text)), MentionIndex(actors)).actor
    assert found is actors[0]


def test_they_are_not_those_before_others_who_are_not_known(read: Read) -> None:
    text = "Harbour Board officials said it was late. Two drivers told reporters it was dark."
    [*_, last] = read(f"{text} They said the road was closed.")
    assert last.speaker is None


@pytest.mark.parametrize("paper", ["account of events", "independent report for the guild"])
def test_an_account_is_its_owners(paper: str) -> None:
    text = f"Ida Berg's {paper}"
    berg = Actor(id="b", name="Ida Berg", kind="person", mentions=(Span(0, 8),))
    found = name_source(text, Span(0, len(text)), MentionIndex([berg]))
    assert (found.actor, found.how) == (berg, "body")


@pytest.mark.parametrize("dash", [", ", " — ", " – "])
def test_who_is_the_one_named_before_it(read: Read, dash: str) -> None:
    [row] = read(f"Police looked for Ida Berg{dash}who said the road was closed.")
    assert row.speaker == "Ida Berg"


def test_of_what_kinds_they_are_counted_is_not_who_speaks() -> None:
    text = "Twelve envoys — six Kenyans and six Peruvians —"
    kinds = [("e", "envoys", 7), ("k", "Kenyans", 20), ("p", "Peruvians", 36)]
    actors = [
        Actor(id=key, name=name, kind="group", mentions=(Span(at, at + len(name)),))
        for key, name, at in kinds
    ]
    found = name_source(text, Span(0, len(text)), MentionIndex(actors))
    assert found.actor == actors[0]


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Kenya, some Democrats and the president", True),
        ("Kenya, host and mediator", False),
        ("Kenya, a friend of Peru and the bloc", False),
    ],
)
def test_one_of_a_list_does_not_speak_for_all(text: str, several: bool) -> None:
    state = Actor(id="k", name="Kenya", kind="state", mentions=(Span(0, 5),))
    found = name_source(text, Span(0, len(text)), MentionIndex([state])).actor
    assert (found is None) == several


@pytest.mark.parametrize(
    "told",
    [
        "Details came in a letter from Ida Berg.",
        "Ida Berg's letter came late.",
        "Ida Berg said in a letter that it was late.",
        "Ida Berg has sent a short letter.",
        "Ida Berg came. She said in a letter that it was late.",
    ],
)
def test_the_letter_is_whose_it_was(read: Read, told: str) -> None:
    row = read(f"{told} “We regret it all,” the letter said.")[-1]
    assert (row.source, row.speaker) == ("the letter", "Ida Berg")


def test_a_letter_of_nobody_known_speaks_for_itself(read: Read) -> None:
    row = read("Ida Berg was late. “We regret it all,” the letter said.")[-1]
    assert row.speaker is None


def test_who_is_called_by_a_name_of_the_other_gender_does_not_go_on(read: Read) -> None:
    text = (
        "Steve King argued that it was wrong. Ms Vale gave talks. Files showed Ida Berg objected."
    )
    row = read(f"{text}\n\n“This is a mistake,” she wrote.")[-1]
    assert row.speaker != "Steve King"


def test_one_of_those_who_say_so_does_not_say_it_for_them() -> None:
    text = "Republicans such as Senator Ida Berg"
    berg = Actor(id="b", name="Ida Berg", kind="person", mentions=(Span(28, 36),))
    assert name_source(text, Span(0, len(text)), MentionIndex([berg])).actor is None


def test_who_held_an_office_long_ago_is_not_the_president(read: Read) -> None:
    text = "It has stood since Lund came in 1986.\n\nThe president said it rained."
    assert read(text, published=date(2024, 3, 1))[-1].speaker is None
    assert read(text, published=date(1987, 3, 1))[-1].speaker == "Tomas Lund"


def test_she_is_nobody_whose_name_is_a_mans(read: Read) -> None:
    rows = read("Julio Mora waited outside. She said the road was shut.")
    assert rows[-1].speaker is None


@pytest.mark.parametrize(
    "aside",
    ["R-Ohio", "a judge in Norport", "the U.S. envoy to the Harbour Ministry", "57, a smith"],
)
def test_who_stands_behind_an_aside_of_the_name(read: Read, aside: str) -> None:
    rows = read(f"It pleased Ida Berg, {aside}, who said that the road was shut.")
    assert rows[-1].speaker == "Ida Berg"


def test_he_behind_somebody_without_a_name_is_that_one() -> None:
    text = "Ida Berg left. A porter said it rained. He added that it snowed."
    actors = [
        Actor(id="b", name="Ida Berg", kind="person", mentions=(Span(0, 8),)),
        Actor(id="p", name="porter", kind="group", mentions=(Span(17, 23),)),
    ]
    rows = find_statements(make_article(text), outline_text(text), actors=actors, timexes=())
    assert [row.speaker for row in rows] == ["p", "p"]


@pytest.mark.parametrize(
    ("kin", "speaker"), [("friend", None), ("brother", None), ("sister", "Tomas Lund")]
)
def test_his_friend_may_be_he_and_his_sister_not(read: Read, kin: str, speaker: str) -> None:
    text = f"Tomas Lund said it rained. His {kin} laughed. “It is late,” he said."
    *_, last = read(text)
    assert last.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("A porter said it rained. He added that it snowed.", ["p", "p"]),
        ("A porter was hit. He said that it snowed.", ["p"]),
        ("A porter said it rained.\n\nAll was wet.\n\nHe added that it snowed.", ["p", None]),
    ],
)
def test_he_is_who_was_told_of_without_a_name_where_nobody_has_one(
    text: str, speakers: list[str | None]
) -> None:
    actors = [Actor(id="p", name="porter", kind="group", mentions=(Span(2, 8),))]
    rows = find_statements(make_article(text), outline_text(text), actors=actors, timexes=())
    assert [row.speaker for row in rows] == speakers


def test_he_is_who_alone_is_named_in_a_paragraph_that_nobody_spoke_in(read: Read) -> None:
    text = "Tomas Lund, the president, left. He said it was late.\n\nIt hurt men like Julio Mora,"
    *_, last = read(f"{text} 26, who lost his job. He said the road was closed.")
    assert last.speaker == "Julio Mora"


def test_who_is_named_in_a_quotation_of_the_paragraph_is_not_he(read: Read) -> None:
    text = "Tomas Lund, the president, said it was late."
    *_, last = read(f"{text}\n\n“Julio Mora is gone,” he said. “The road,” he said, “is closed.”")
    assert last.speaker == "Tomas Lund"


def test_they_are_not_the_agency_that_reports(read: Read) -> None:
    text = "Harbour Ministry staff marched, Meridian News reported."
    *_, last = read(f"{text} They said the road was closed.")
    assert last.speaker is None


def test_who_is_no_place_in_the_aside_of_the_name(read: Read) -> None:
    *_, row = read("They met Vesna Kral, the envoy to Norland, who denied the report.")
    assert (row.source, row.speaker) == ("who", "Vesna Kral")


@pytest.mark.parametrize("tag", ["(R-Fla.)", ", R-FL,", "of Florida"])
def test_a_senator_is_known_by_the_state_behind_the_name(read: Read, tag: str) -> None:
    text = f"Sen. Vesna Kral {tag} left. Sen. Julio Mora (D-Vt.) stayed.".replace(" ,", ",")
    *_, row = read(f"{text} The Florida senator said the road was closed.")
    assert row.speaker == "Vesna Kral"


def test_the_leader_of_a_state_is_its_president(read: Read) -> None:
    text = "Norland President Tomas Lund met the actor Julio Mora."
    *_, row = read(f"{text} The Norland leader said the road was closed.")
    assert row.speaker == "Tomas Lund"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Crews read a complaint by Ida Berg.", "Ida Berg"),
        ("Ida Berg issued a complaint.", "Ida Berg"),
        ("Ida Berg later issued a complaint.", "Ida Berg"),
        ("Tomas Lund and Ida Berg issued a complaint.", None),
    ],
)
def test_a_complaint_is_its_only_issuers(read: Read, text: str, speaker: str | None) -> None:
    *_, row = read(f"{text} The complaint said the road was closed.")
    assert row.speaker == speaker


def test_the_statement_is_not_whose_was_before_another() -> None:
    text = (
        "Ida Berg said in a statement it was late. Lions roared in a statement. The statement said"
    )
    berg = Actor(id="b", name="Ida Berg", kind="person", mentions=(Span(0, 8),))
    text = f"{text} the road was closed."
    rows = find_statements(make_article(text), outline_text(text), actors=[berg], timexes=())
    assert list(rows)[-1].speaker is None


@pytest.mark.parametrize(
    ("name", "noun"),
    [("Oslo Times", "newspaper"), ("Port Agency", "agency"), ("BBC", "network")],
)
def test_a_body_is_called_by_what_its_name_says_it_is(name: str, noun: str) -> None:
    text = f"{name} sent a man. The {noun} said it was late. The board said it was dark."
    body = Actor(id="n", name=name, kind="organisation", mentions=(Span(0, len(name)),))
    rows = find_statements(make_article(text), outline_text(text), actors=[body], timexes=())
    assert [row.speaker for row in rows] == ["n", None]


def test_the_paper_is_none_that_was_named_before_another() -> None:
    text = "Oslo Times left. “No,” ran the headline in the Daily Coast. The paper said it was late."
    paper = Actor(id="n", name="Oslo Times", kind="organisation", mentions=(Span(0, 10),))
    rows = find_statements(make_article(text), outline_text(text), actors=[paper], timexes=())
    assert list(rows)[-1].speaker is None


@pytest.mark.parametrize(("between", "speaker"), [("It rained.", "o"), ("Ida Berg laughed.", None)])
def test_the_officer_takes_up_one_without_a_name(between: str, speaker: str | None) -> None:
    text = f"A navy officer said it was late. {between} The officer said the road was closed."
    actors = [Actor(id="o", name="navy officer", kind="group", mentions=(Span(2, 14),))]
    if between.startswith("Ida"):
        actors.append(Actor(id="b", name="Ida Berg", kind="person", mentions=(Span(33, 41),)))
    rows = find_statements(make_article(text), outline_text(text), actors=actors, timexes=())
    assert list(rows)[-1].speaker == speaker


@pytest.mark.parametrize("behind", ["briefed on the talks", "with a beard", "travelling to Lund"])
def test_what_tells_more_of_somebody_stands_behind_the_head(behind: str) -> None:
    text = f"A navy officer {behind}"
    officer = Actor(id="o", name="navy officer", kind="group", mentions=(Span(2, 14),))
    assert name_source(text, Span(0, len(text)), MentionIndex([officer])).actor is officer


def test_a_bipartisan_group_of_senators_is_the_senators() -> None:
    text = "A bipartisan group of senators"
    actors = [
        Actor(id="g", name="bipartisan group", kind="organisation", mentions=(Span(2, 18),)),
        Actor(id="s", name="senators", kind="group", mentions=(Span(22, 30),)),
    ]
    found = name_source(text, Span(0, len(text)), MentionIndex(actors)).actor
    assert found is not None
    assert found.id == "s"


def test_he_who_tells_of_the_one_last_named_is_who_spoke_before() -> None:
    text = "“It was late,” says Ole Lind.\n\nOdo Baru has gone. But it is not so for Baru, he says."
    at = [text.index(name) for name in ("Ole Lind", "Odo Baru", "Baru, he")]
    actors = [
        Actor(id="l", name="Ole Lind", kind="person", mentions=(Span(at[0], at[0] + 8),)),
        Actor(
            id="b",
            name="Odo Baru",
            kind="person",
            mentions=(Span(at[1], at[1] + 8), Span(at[2], at[2] + 4)),
        ),
    ]
    rows = find_statements(make_article(text), outline_text(text), actors=actors, timexes=())
    assert [row.speaker for row in rows] == ["l", "l"]


def test_his_own_is_his() -> None:
    text = "Ole Lund spoke. Then he dropped his own threat to leave."
    lund = Actor(id="l", name="Ole Lund", kind="person", mentions=(Span(0, 8),))
    threat = Attribution(
        cue=place(text, "threat"),
        source=place(text, "his own"),
        content=(place(text, "to leave"),),
        sure=0.9,
        source_sure=0.9,
    )
    rows = find_statements(
        make_article(text), outline_text(text), actors=[lund], timexes=(), attributions=[threat]
    )
    assert [row.speaker for row in rows] == ["l"]


@pytest.mark.parametrize("joint", ["when", "because"])
def test_who_only_stands_between_commas_is_not_he_behind_them(read: Read, joint: str) -> None:
    text = f"Lund also lied, Mr. Mora alleges, {joint} he said it rained."
    rows = [row for row in read(text) if row.source == "he"]
    assert [row.speaker for row in rows] == ["Tomas Lund"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ida Berg was asked by a reporter about it. “It rained,” she replied.", "Ida Berg"),
        ("Berg press director Vesna Kral said it rained.", "Vesna Kral"),
        (
            "Ida Berg pressed the port in a letter. The letter to the port said it rained.",
            "Ida Berg",
        ),
    ],
)
def test_who_asks_or_gives_a_name_does_not_speak(read: Read, text: str, speaker: str) -> None:
    assert read(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("", "Norland"),
        ("Sudria officials said it snowed. ", None),
        ("Some officials said it snowed. ", None),
    ],
)
def test_the_official_speaks_for_whom_the_official_spoke(
    read: Read, between: str, speaker: str | None
) -> None:
    text = f"Norland officials said it rained. {between}The officials said the road was closed."
    assert read(text)[-1].speaker == speaker


def test_who_is_spoken_for_does_not_speak(read: Read) -> None:
    text = "A spokeswoman for President Lund is refusing to comment."
    cut = attribute(text, "is refusing", "President Lund", "to comment")
    assert [row.speaker for row in read(text, attributions=[cut])] == [None]


def test_the_official_is_the_last_one() -> None:
    text = "A harbour official said it was late. A naval official left. The official said no."
    first = Actor(id="a", name="harbour official", kind="group", mentions=(Span(2, 18),))
    text = f"{text} The official said the road was closed."
    rows = find_statements(make_article(text), outline_text(text), actors=[first], timexes=())
    assert [row.speaker for row in rows][-1] is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Norland shut a bridge. The country said it rained.", "Norland"),
        ("Norland shut a bridge. Sudria did not. The country said it rained.", None),
        ("Snow fell. The country said it rained.", None),
    ],
)
def test_the_country_is_the_only_state_before(read: Read, text: str, speaker: str | None) -> None:
    [row] = read(text)
    assert row.speaker == speaker


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Mora left the club.", "Julio Mora"),
        ("Mora, 31, met Kral, 44.", "Julio Mora"),
        ("Mora, 30, left the club.", None),
        ("Mora met Kral.", None),
    ],
)
def test_who_is_told_by_an_age_is_alone_or_of_that_age(
    read: Read, before: str, speaker: str | None
) -> None:
    rows = read(f"{before} The 31-year-old said it rained.")
    assert rows[-1].speaker == speaker


@pytest.mark.parametrize(
    ("work", "role", "speaker"),
    [
        ("has coached the team for years", "coach", "Julio Mora"),
        ("edits the Gazette", "editor", "Julio Mora"),
        ("runs the harbour", "director", "Julio Mora"),
        ("runs the harbour", "minister", None),
        ("runs fast", "director", None),
    ],
)
def test_who_does_the_work_of_an_office_has_it(
    read: Read, work: str, role: str, speaker: str | None
) -> None:
    rows = read(f"Mora {work}. The {role} said it rained.")
    assert rows[-1].speaker == speaker


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("has headed the school since 2019", "Julio Mora"),
        ("headed the school in 2019", None),
    ],
)
def test_what_has_been_so_since_a_year_still_is(read: Read, told: str, speaker: str | None) -> None:
    rows = read(f"Mora {told}. The director said it rained.", published=date(2031, 3, 10))
    assert rows[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "source", "is_meant"),
    [
        ("The head for May, Peru’s Ole Lind, said no.", "The head for May,", True),
        ("The head for May, Ole Lind, said no.", "The head for May", True),
        ("The mayor since 2019, Ole Lind, said no.", "The mayor since 2019", True),
        ("Police for May, Peru’s Ole Lind, said no.", "Police for May,", False),
        ("The dam for May, Peru’s Ole Lind, said no.", "The dam for May", False),
    ],
)
def test_who_is_named_behind_the_time_of_an_office_has_it(
    text: str, source: str, is_meant: bool
) -> None:
    lind = Actor(id="l", name="Ole Lind", kind="person", mentions=(place(text, "Ole Lind"),))
    found = name_source(text, place(text, source), MentionIndex([lind])).actor
    assert found == (lind if is_meant else None)


@pytest.mark.parametrize(
    ("source", "name"),
    [("Norland’s core", "Norland"), ("Norland’s latest", "Norland"), ("Norland’s miners", None)],
)
def test_who_owns_a_demand_makes_it(source: str, name: str | None) -> None:
    text = f"It was {source} demand."
    actor = Actor(id="n", name="Norland", kind="state", mentions=(place(text, "Norland"),))
    found = name_source(text, place(text, source), MentionIndex([actor])).actor
    assert (None if found is None else found.name) == name


@pytest.mark.parametrize(
    ("name", "between", "is_meant"),
    [
        ("the company", " ", True),
        ("Hezbollah", " ", True),
        ("the company", "\n\nSnow fell. ", False),
        ("the crews", " ", False),
    ],
)
def test_it_is_a_company_or_a_group_that_has_just_spoken(
    name: str, between: str, is_meant: bool
) -> None:
    text = f"{name[0].upper()}{name[1:]} said the mine was safe.{between}It said it would open."
    words = text[: text.index(" said")]
    actor = Actor(id="g", name=name, kind="group", mentions=(place(text, words),))
    rows = list(find_statements(make_article(text), outline_text(text), actors=[actor], timexes=()))
    assert [row.speaker for row in rows] == ["g", "g" if is_meant else None]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Berg accused the governor, Lund, of theft.", "Tomas Lund"),
        ("Berg accused her old rival, Lund, of theft.", "Tomas Lund"),
        ("Berg accused the union of paying the governor, Lund, in May.", None),
    ],
)
def test_who_is_accused_may_stand_in_apposition(read: Read, text: str, accused: str | None) -> None:
    [row] = read(text)
    assert row.addressee == accused


def test_a_minister_without_a_name_may_be_who_the_minister_is(read: Read) -> None:
    rows = read(
        "Minister Berg spoke. President Lund quoted his minister. The minister said it rained."
    )
    assert rows[-1].speaker is None
    rows = read("Minister Berg spoke. President Lund quoted her. The minister said it rained.")
    assert rows[-1].speaker == "Ida Berg"


@pytest.mark.parametrize(("word", "speaker"), [("The", "l"), ("That", None)])
def test_that_official_is_no_one_who_is_known_as_one(word: str, speaker: str | None) -> None:
    text = f"Ole Lind, a security official, left. {word} official said it was late."
    lind = Actor(
        id="l", name="Ole Lind", kind="person", role="security official", mentions=(Span(0, 8),)
    )
    said = attribute(text, "said", f"{word} official", "it was late")
    article = make_article(text)
    [row] = find_statements(
        article, outline_text(text), actors=[lind], timexes=(), attributions=[said]
    )
    assert row.speaker == speaker


def test_a_pronoun_passes_over_nobody_who_alone_has_just_spoken(read: Read) -> None:
    rows = read("Ms Berg was late.\n\nJulio Mora asked for a vote. “It rained,” she said.")
    assert rows[-1].speaker is None
    rows = read("Ms Berg was late.\n\nIt was cold. “It rained,” she said.")
    assert rows[-1].speaker == "Ida Berg"


@pytest.mark.parametrize(("heading", "speaker"), [("ORU MAYOR", "b"), ("An Oru mayor", None)])
def test_a_heading_in_capitals_tells_of_nobody_else(heading: str, speaker: str | None) -> None:
    text = f"Oru mayor Ida Berg left.\n\n{heading} asked to go\n\nThe mayor said it was late."
    berg = Actor(
        id="b", name="Ida Berg", kind="person", role="mayor", mentions=(place(text, "Ida Berg"),)
    )
    found = attribute(text, "said", "The mayor", "it was late")
    [row] = find_statements(
        make_article(text), outline_text(text), actors=[berg], timexes=(), attributions=[found]
    )
    assert row.speaker == speaker


def test_who_speaks_behind_a_semicolon_is_not_who_spoke_before_it() -> None:
    text = "One firm, Oruna, declined to talk; the other, Lisk Steel, said that it was late."
    said = attribute(text, "said", "the other, Lisk Steel,", "that it was late")
    [row] = find_statements(
        make_article(text), outline_text(text), actors=[], timexes=[], attributions=[said]
    )
    assert row.source is not None
    assert text[slice(*row.source)] == "the other, Lisk Steel,"


def test_he_in_somebodys_words_is_whom_they_name() -> None:
    text = "“Julio Mora wrote to us. He said it was late,” Vesna Kral said."
    said = attribute(text, "said", "He", "it was late")
    rows = make_rows(text, attributions=[said])
    assert {row.speaker for row in rows if row.content == ("it was late",)} == {"Julio Mora"}


def test_he_is_not_whom_somebody_else_acts_on() -> None:
    text = "“A guard warned of threats to Julio Mora. He said it was late,” Vesna Kral said."
    said = attribute(text, "said", "He", "it was late")
    rows = make_rows(text, attributions=[said])
    assert {row.speaker for row in rows if row.content == ("it was late",)} == {None}


def test_who_tells_me_tells_who_speaks() -> None:
    text = "“The crews told me that it was late,” Vesna Kral said."
    told = replace(
        attribute(text, "told", "The crews", "that it was late"), addressee=place(text, "me")
    )
    rows = make_rows(text, attributions=[told])
    assert [row.addressee for row in rows if row.source == "The crews"] == ["Vesna Kral"]


def test_of_whom_her_daughter_speaks_is_not_her(read: Read) -> None:
    text = "“I am tired,” Vesna Kral said. Her daughter is in Oru. “She says there is a room.”"
    *_, last = [row for row in read(text) if row.kind == "direct"]
    assert last.speaker == "Vesna Kral"


def test_her_to_whom_a_clause_accords_passes_it_on() -> None:
    text = "Vesna Kral left. According to her, Julio Mora promised to pay."
    told = attribute(text, "promised", "Julio Mora", "to pay")
    passed = replace(
        attribute(text, "According to", "her", "Julio Mora promised to pay"), relay=True
    )
    [row] = make_rows(text, attributions=[told, passed])
    assert (row.speaker, row.relayed_by) == ("Julio Mora", ("Vesna Kral",))


@pytest.mark.parametrize(("words", "name"), [("younger", "Ida Berg Jr."), ("elder", "Ida Berg")])
def test_the_younger_of_two_is_the_junior(words: str, name: str) -> None:
    text = f"Ida Berg met Ida Berg Jr. at sea. The {words} Berg said it rained."
    mother, daughter = (
        Actor(id=each, name=each, kind="person", mentions=(place(text, each),))
        for each in ("Ida Berg", "Ida Berg Jr.")
    )
    mother = replace(mother, mentions=(*mother.mentions, place(text, "Berg said")))
    found = name_source(text, place(text, f"The {words} Berg"), MentionIndex([mother, daughter]))
    assert found.actor is not None
    assert found.actor.name == name


@pytest.mark.parametrize(
    ("told", "again", "speaker"),
    [
        ("Julio Mora, a lawyer for the crews, spoke.", "The attorney", "Julio Mora"),
        ("Julio Mora, the special counsel, spoke.", "The attorney", None),
    ],
)
def test_an_attorney_is_a_lawyer(read: Read, told: str, again: str, speaker: str | None) -> None:
    assert read(f"{told} {again} said it rained.")[-1].speaker == speaker


def test_which_is_no_people(read: Read) -> None:
    text = "It was given to Lund's former officials, which had said it rained."
    actors = (
        Actor(id="o", name="former officials", kind="group", mentions=(place(text, "officials"),)),
    )
    said = attribute(text, "had said", "which", "it rained")
    [row] = find_statements(
        make_article(text), outline_text(text), actors=actors, timexes=(), attributions=[said]
    )
    assert row.speaker is None


def test_somebody_unnamed_who_could_do_something_is_he(read: Read) -> None:
    text = "Mora denied guilt.\n\nA young porter was able to get in after he confessed to theft."
    confessed = attribute(text, "confessed to", "he", "theft")
    denied = attribute(text, "denied", "Mora", "guilt")
    assert read(text, attributions=[denied, confessed])[-1].speaker is None


def test_the_name_behind_one_of_them_speaks() -> None:
    text = "One of them, Ida Berg, a moderate Republican from Oru who had left,"
    actors = [
        Actor(id="p", name="Ida Berg", kind="person", mentions=(place(text, "Ida Berg"),)),
        Actor(id="g", name="Republicans", kind="group", mentions=(place(text, "Republican"),)),
    ]
    assert name_source(text, Span(0, len(text)), MentionIndex(actors)).actor == actors[0]


def test_somebody_unnamed_may_be_called_so_in_marks(read: Read) -> None:
    text = "Mora denied guilt.\n\nThe old “maverick” from Oru said it rained. He warned of floods."
    denied = attribute(text, "denied", "Mora", "guilt")
    said = attribute(text, "said", "The old “maverick” from Oru", "it rained")
    warned = attribute(text, "warned of", "He", "floods")
    assert read(text, attributions=[denied, said, warned])[-1].speaker is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Mayor Mora left. Ms Berg, the mayor’s aide, sat. The mayor said it rained.",
            "Julio Mora",
        ),
        ("Ms Berg, the mayor’s aide, sat down. The mayor said it rained.", None),
        ("It was signed by the mayor, Berg said. The mayor said it rained.", None),
        (
            "Mora, a banker, left. One old U.S. banker sat. The banker said it rained.",
            None,
        ),
        ("A banker said it snowed. Mora, a banker, left. The banker said it rained.", None),
    ],
)
def test_a_role_is_of_who_has_it(read: Read, text: str, speaker: str | None) -> None:
    assert read(text)[-1].speaker == speaker


class _LastNamed:
    """Scores the person named last higher."""

    def score(self, pronoun: Span, people: Sequence[Sequence[Span]]) -> PronounScores:
        last = max(max(each.start for each in names) for names in people)
        return PronounScores(
            tuple(3.0 if any(each.start == last for each in names) else 0.0 for names in people), 0
        )


def test_who_is_only_quoted_about_is_not_who_speaks_next() -> None:
    text = "Mora said: “I never talk with Lund.”\n\nHe said it rained."
    actors = make_actors(text)
    statements = find_statements(
        make_article(text), outline_text(text), actors=actors, timexes=(), pronouns=_LastNamed()
    )
    *_, last = statements
    assert last.speaker != next(each.id for each in actors if each.name == "Tomas Lund")


@pytest.mark.parametrize(
    ("paper", "speaker"),
    [("The draft resolution", None), ("The hard rain", "Harbour Ministry")],
)
def test_it_is_no_body_where_a_paper_has_spoken_since(
    read: Read, paper: str, speaker: str | None
) -> None:
    rows = read(f"The Harbour Ministry said it rained. {paper} hit Oru. It said that it was late.")
    assert rows[-1].speaker == speaker
