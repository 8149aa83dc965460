"""Whom "he", "them" and "our" mean where they take part in an act."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.acts.reading import (
    PUBLISHED,
    act,
    acts_of,
    cast_of,
    parties,
    read_by,
    said,
    seen,
    span_of,
)

from onrecord.acts import find_acts
from onrecord.records import Article, PronounScores, Span, Statement
from onrecord.text import outline_text


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Lund spoke. He was released on bail.", "released", [], ["Lund"]),
        ("Lund spoke. Kenya arrested him on Monday.", "arrested", ["Kenya"], ["Lund"]),
        ("Lund spoke. Kenya met with her in May.", "met with", ["Kenya"], ["Lund"]),
        ("Lund spoke. His attack on Peru failed.", "attack", ["Lund"], ["Peru"]),
        ("Lund spoke. Police prepared her arrest.", "arrest", [], ["Lund"]),
        ("Lund spoke. He was arrested and then deported.", "deported", [], ["Lund"]),
        ("Lund won. Baru, the mayor, arrested him.", "arrested", ["Baru"], ["Lund"]),
        ("Lund won. The mayor, Baru, arrested her.", "arrested", ["Baru"], ["Lund"]),
        ("The troops fled. Kenya freed them on Monday.", "freed", ["Kenya"], ["troops"]),
        ("The troops fled. Peru said Kenya had arrested them.", "arrested", ["Kenya"], []),
        (
            "Kenya slept. It mediated between Peru and Norland.",
            "mediated",
            ["Kenya"],
            ["Peru", "Norland"],
        ),
        ("Kenya praised Peru. It fined Peru.", "fined", ["Kenya"], ["Peru"]),
    ],
)
def test_pronouns_take_part_on_both_sides(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(act(text, trigger)) == (actors, recipients)


def test_row_from_a_pronoun_is_never_clear() -> None:
    assert act("Kenya arrested Lund.", "arrested").certainty == "clear"
    assert act("Lund spoke. Kenya arrested him.", "arrested").certainty != "clear"


def test_nobody_does_to_himself_what_is_done_to_him() -> None:
    assert act("Lund attacked him.", "attacked").recipients == ()


def test_her_before_a_noun_is_nobody_the_act_is_done_to() -> None:
    assert act("Lund spoke. Kenya arrested her husband.", "arrested").recipients == ()


def test_they_are_all_who_say_it_together() -> None:
    text = "Kenya and Peru said they would attack Chad."
    one = said(text, "Kenya", "they would attack Chad", act="claim", cue="said")
    peru = next(actor for actor in cast_of(text) if actor.name == "Peru")
    both = replace(one, joint=(peru.id,))
    assert set(act(text, "attack", statements=[both]).actors) == {"Kenya", "Peru"}


def test_us_in_capitals_is_no_pronoun() -> None:
    text = "Kenya attacked US on Monday."
    statement = said(text, "Peru", text, act="claim", cue="on")
    assert act(text, "attacked", statements=[statement]).recipients == ()


def test_somebody_unnamed_may_be_meant() -> None:
    text = "Lund spoke. In walked a gunman as he attacked Peru."
    assert acts_of(text) == []


def test_a_lawyer_does_not_tell_of_himself() -> None:
    text = "Baru said Kenya had warned him."
    statement = said(text, "Baru", "Kenya had warned him", act="claim", cue="said")
    article = Article(id="x", text=text, body=Span(0, len(text)), published=PUBLISHED)

    def warned(role: str | None) -> list[str]:
        cast = [replace(each, role=role) for each in cast_of(text)]
        outline = outline_text(text)
        acts = find_acts(article, outline, actors=cast, statements=[statement], timexes=())
        return [name for each in acts for name in each.recipients]

    assert warned(None) == ["Baru"]
    assert warned("defence lawyer") == []


class Nobody:
    """A reader to whom every pronoun means somebody who is not named."""

    def score(self, pronoun: Span, people: Sequence[Sequence[Span]]) -> PronounScores:
        return PronounScores(tuple(0.0 for _ in people), none=20.0)


def test_reader_says_who_a_pronoun_means() -> None:
    text = "Lund spoke. She attacked Peru."
    assert [each.actors for each in acts_of(text)] == [("Lund",)]
    article = Article(id="x", text=text, body=Span(0, len(text)), published=PUBLISHED)
    found = find_acts(
        article,
        outline_text(text),
        actors=cast_of(text),
        statements=(),
        timexes=(),
        pronouns=Nobody(),
    )
    assert list(found) == []


def quoted(text: str, speaker: str, content: str) -> Statement:
    return Statement(
        id="s", kind="direct", content=(span_of(text, content),), speaker=speaker, act="claim"
    )


def test_in_direct_speech_the_speaker_is_i_and_never_he() -> None:
    text = "“He attacked Peru and I attacked Norland,” Lund said."
    statements = [quoted(text, "Lund", "He attacked Peru and I attacked Norland")]
    assert [each.actors for each in acts_of(text, statements=statements)] == [("Lund",)]


def test_what_is_done_to_us_is_done_to_the_speaker() -> None:
    text = "“Kenya attacked us,” Lund said."
    found = act(text, "attacked", statements=[quoted(text, "Lund", "Kenya attacked us")])
    assert found.recipients == ("Lund",)


def test_he_in_a_paraphrase_is_its_speaker_though_others_are_named_outside() -> None:
    text = "Lund, who met Baru, said he would attack Peru."
    statement = said(text, "Lund", "he would attack Peru", act="threaten", cue="said")
    assert act(text, "attack", statements=[statement]).actors == ("Lund",)


@pytest.mark.parametrize(
    ("source", "is_himself"), [("His aide Baru", False), ("His rival, Baru,", True)]
)
def test_he_is_whose_spokesman_speaks_but_not_whose_rival(source: str, is_himself: bool) -> None:
    text = f"Lund left. {source} said he would attack Peru."
    words = said(text, "Baru", "he would attack Peru", act="threaten", cue="said")
    statement = Statement(
        id=words.id,
        kind="indirect",
        content=words.content,
        cue=words.cue,
        source=span_of(text, source),
        speaker="Baru",
        act="threaten",
    )
    assert (act(text, "attack", statements=[statement]).actors == ("Baru",)) is is_himself


def test_it_behind_the_verb_is_mostly_a_thing() -> None:
    text = "Kenya wrote. Peru attacked it."
    [found] = read_by(text, seen(text, "attacked", "ASSAULT", actor="Peru", recipient="it"))
    assert found.recipients == ()


def test_reader_finds_whom_a_pronoun_stands_for() -> None:
    text = "Lund spoke. Kenya would not let him pass."
    [found] = read_by(text, seen(text, "let", "REJECT", actor="Kenya", recipient="him"))
    assert (found.actors, found.recipients) == (("Kenya",), ("Lund",))


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("The troops slept. They attacked Peru.", "attacked", ["troops"], ["Peru"]),
        ("Kenya and Peru slept. They attacked Norland.", "attacked", ["Kenya", "Peru"],
         ["Norland"]),
        ("The troops slept. They were attacked.", "attacked", [], ["troops"]),
        ("Kenya freed the troops. They attacked Peru.", "attacked", ["troops"], ["Peru"]),
    ],
)  # fmt: skip
def test_they_are_several_whom_the_sentence_before_tells_of(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = act(text, trigger)
    assert parties(found) == (actors, recipients)
    assert found.certainty == "unsure"


@pytest.mark.parametrize("before", ["Kenya slept.", "The troops’ wives slept."])
def test_they_are_not_one_nor_who_stands_aside(before: str) -> None:
    assert [a for a in acts_of(before + " They attacked Norland.") if a.actors] == []


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kenya found troops and arrested them.", ["troops"]),
        ("Lund found Peru and arrested them.", []),
        ("Lund said troops met frigates and Kenya arrested them.", []),
    ],
)
def test_them_are_the_only_group_before_in_their_sentence(text: str, recipients: list[str]) -> None:
    assert list(act(text, "arrested").recipients) == recipients


@pytest.mark.parametrize(
    "text",
    [
        "Peru slept, and it takes an army to attack Kenya.",
        "Peru slept, which made it easier to attack Kenya.",
        "Peru slept when it was not feasible to attack Kenya.",
    ],
)
def test_it_that_stands_for_an_infinitive_is_nobody(text: str) -> None:
    assert [each.actors for each in acts_of(text) if each.actors] == []


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Kenya threatened to bomb Peru unless it withdrew.", "withdrew", ["Peru"]),
        ("Kenya refused Peru’s demand that it release Lund.", "release", ["Kenya"]),
        ("Peru demanded that it release Lund.", "release", []),
    ],
)
def test_it_is_whom_a_threat_or_demand_is_made_to(
    text: str, trigger: str, actors: list[str]
) -> None:
    assert list(act(text, trigger).actors) == actors


def test_they_are_those_who_met_only_where_they_do_something_together() -> None:
    met = "Kenya met with Peru in May. "
    assert act(met + "They discussed Norland.", "discussed").actors == ("Kenya", "Peru")
    [found] = [
        each for each in acts_of(met + "The town says they attacked Norland.") if each.actors
    ]
    assert found.type == "CONSULT"


@pytest.mark.parametrize(
    "text",
    [
        "The troops slept. Some senators say they attacked Peru.",
        "The troops slept. Lawyers left before they attacked Peru.",
    ],
)
def test_they_are_not_of_the_sentence_before_where_others_stand_nearer(text: str) -> None:
    assert [each.actors for each in acts_of(text) if each.actors] == []


def test_them_in_a_paraphrase_is_who_is_named_last_and_not_the_speaker() -> None:
    text = "The troops said Peru sent workers a letter and attacked them."
    content = "Peru sent workers a letter and attacked them"
    statement = said(text, "troops", content, act="claim", cue="said")
    found = [each for each in acts_of(text, statements=[statement]) if each.type == "ASSAULT"]
    assert [each.recipients for each in found] == [()]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya shut the road. Later it also expelled Lund.", ["Kenya"]),
        ("Kenya freed two troops. It later expelled Lund.", ["Kenya"]),
        ("Kenya met Peru. It later expelled Lund.", []),
        ("Lund left Kenya. It later expelled Baru.", []),
        ("Kenya’s road was shut. It expelled Lund.", []),
        ("Kenya set up a court. It expelled Lund.", []),
    ],
)
def test_it_that_opens_a_sentence_is_the_only_body_of_the_one_before(
    text: str, actors: list[str]
) -> None:
    found = [a for a in acts_of(text) if text[a.trigger.start : a.trigger.end] == "expelled"]
    assert [name for each in found for name in each.actors] == actors
    assert all(each.certainty == "unsure" for each in found)


def test_it_may_be_either_of_two_where_a_third_is_acted_on() -> None:
    assert not any(
        "Norland" in each.recipients for each in acts_of("Kenya met Peru. It fined Norland.")
    )


def test_what_bans_or_hits_may_be_a_thing() -> None:
    found = [
        *acts_of("Kenya built a dam. It blocks Peru."),
        *acts_of("Kenya rose. It bombed Peru."),
    ]
    assert not any(each.actors for each in found)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kenya and Peru spoke. The two attacked Norland.", ["Kenya", "Peru"]),
        ("Lund and Baru spoke. Both attacked Norland.", ["Lund", "Baru"]),
        ("Lund and Baru spoke. The pair then attacked Norland.", ["Lund", "Baru"]),
        ("Lund spoke. Both attacked Norland.", []),
    ],
)
def test_the_two_are_those_who_were_named_together(text: str, actors: list[str]) -> None:
    found = [each for each in acts_of(text) if each.trigger == span_of(text, "attacked")]
    assert [list(each.actors) for each in found] == ([actors] if actors else [])


def test_both_killed_are_no_two_who_kill() -> None:
    text = "Kenya and Peru spoke. Both killed were sailors."
    assert [each for each in acts_of(text) if each.actors] == []


def test_it_is_the_body_that_opens_the_sentence_before_in_the_readers_acts() -> None:
    text = "Kenya slept. Later it presented Peru with tents."
    [found] = read_by(text, seen(text, "presented", "AID", actor="it", recipient="Peru"))
    assert (found.actors, found.recipients) == (("Kenya",), ("Peru",))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Norland warned Peru about its attack on Kenya.", ["Peru"]),
        ("Norland condemned Peru for its attack on Kenya.", ["Peru"]),
        ("Norland asked Peru to support its attack on Kenya.", []),
        ("Norland told Peru of its attack on Kenya.", []),
    ],
)
def test_its_deed_that_is_held_against_somebody_is_his(text: str, actors: list[str]) -> None:
    assert list(act(text, "attack").actors) == actors


@pytest.mark.parametrize(
    ("source", "recipients"),
    [
        ("The dead man’s mother, Baru", []),
        ("Lund’s editor, Baru", ["Lund"]),
        ("The mayor, Baru", ["Baru"]),
        ("Kenya’s president, Baru", ["Baru"]),
    ],
)
def test_whose_mother_or_editor_speaks_is_whom_he_speaks_of(
    source: str, recipients: list[str]
) -> None:
    text = f"{source}, said troops had attacked him."
    statement = replace(
        said(text, "Baru", "troops had attacked him", act="claim", cue="said"),
        source=span_of(text, source),
    )
    [attacked] = acts_of(text, statements=[statement])
    assert list(attacked.recipients) == recipients


def test_a_rival_speaks_of_himself() -> None:
    text = "Lund won. His rival, Baru, said he would attack Peru."
    statement = replace(
        said(text, "Baru", "he would attack Peru", act="claim", cue="said"),
        source=span_of(text, "His rival, Baru"),
    )
    attack = act(text, "attack", statements=[statement])
    assert attack.actors == ("Baru",)


def test_who_sends_what_is_attacked_does_not_attack() -> None:
    text = "Those close to Lund attacked a convoy sent by Peru."
    assert not read_by(text, seen(text, "attacked", "ASSAULT", actor="Peru"))


@pytest.mark.parametrize(
    ("told", "cue", "actors"),
    [
        ("troops had left", "calling", ["troops"]),
        ("it was late", "calling", ["frigates"]),
        ("troops had left", "and called", ["frigates"]),
    ],
)
def test_their_deed_is_of_those_the_speaker_has_just_told_of(
    told: str, cue: str, actors: list[str]
) -> None:
    text = f"The frigates said {told}, {cue} their attack on Peru a crime."
    first = said(text, "frigates", told, act="claim", cue="said")
    second = said(text, "frigates", "their attack on Peru a crime", act="claim", cue=cue)
    source = span_of(text, "The frigates")
    statements = [replace(each, source=source) for each in (first, second)]
    assert list(act(text, "attack", statements=statements).actors) == actors


@pytest.mark.parametrize(
    ("text", "content", "actors"),
    [
        ("Kenya denied Peru’s claim that it shelled Norland.", "it shelled Norland", ["Kenya"]),
        ("Kenya rejected Peru’s claim that it shelled Kenya.", "it shelled Kenya", ["Peru"]),
        ("Kenya noted Peru’s claim that it shelled Norland.", "it shelled Norland", ["Peru"]),
    ],
)
def test_who_denies_a_charge_is_charged_with_it(text: str, content: str, actors: list[str]) -> None:
    told = said(text, "Peru", content, act="accuse", cue="claim")
    assert list(act(text, "shelled", statements=[told]).actors) == actors


def test_the_two_of_a_clause_are_the_two_told_of() -> None:
    text = "Kenya accused Peru of theft after the two fought in May."
    assert act(text, "fought").actors == ("Kenya", "Peru")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya rejected a demand by Peru that it attack Norland.",
        "Kenya rejected Peru’s demand that it attack Norland.",
    ],
)
def test_of_whom_something_is_demanded_has_to_do_it(text: str) -> None:
    assert act(text, "attack").actors == ("Kenya",)


def test_it_is_neither_whose_troops_they_are_nor_the_troops() -> None:
    text = "Kenya-backed troops left Peru because it jailed Lund."
    found = [each for each in acts_of(text) if each.type == "COERCE"]
    assert all("Kenya" not in each.actors and "troops" not in each.actors for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya was condemned by Peru for its attack on Lund.",
        "Peru condemned Kenya for its attack on Lund.",
    ],
)
def test_its_deed_is_that_of_whom_it_is_held_against(text: str) -> None:
    assert parties(act(text, "attack")) == (["Kenya"], ["Lund"])
