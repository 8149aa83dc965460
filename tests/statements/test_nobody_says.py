"""What the trained reader takes for a statement although nobody says anything in it."""

from dataclasses import replace

import pytest
from tests.statements.reading import attribute, place, quote, read


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("The chancellor addressed the harbour guild.", "addressed", "The chancellor",
         "the harbour guild"),
        ("The miners were denied permits for the shaft.", "were denied", "The miners",
         "permits for the shaft"),
        ("Guards fired flares at the crews.", "fired flares at", "Guards", "the crews"),
        ("The guild denied them entry to the mine.", "denied", "The guild",
         "them entry to the mine"),
        ("Norwire says the mayor was asked about the delay.", "was asked about", "the mayor",
         "the delay"),
        ("Ode Baru was quiet, asked about the delay.", "asked about", "Ode Baru", "the delay"),
        ("The move affirms support for the miners.", "affirms", "The move",
         "support for the miners"),
        ("The army had reportedly provided boots to the miners.", "reportedly provided", None,
         "boots to the miners"),
        ("It has reportedly provided boots, and has paid the miners.", "reportedly provided", None,
         "boots, and has paid the miners"),
        ("The guild closed the shaft, named “Old Faithful”, in May.", "named", "the shaft",
         "“Old Faithful”"),
        ("A miner labelled “Stone” was there.", "labelled", "A miner", "“Stone”"),
        ("It was a month of anger at the guild.", "a month of", None, "anger at the guild"),
        ("The so-called “Stone Party” won.", "so-called", None, "“Stone Party”"),
        ("Ode Baru’s alleged theft was in May.", "alleged", "Ode Baru’s", "theft was in May"),
        ("The alleged theft was in May.", "alleged", None, "theft was in May"),
        ("The laws, which have weakened the guild, stay.", "have weakened", "which", "the guild"),
        ("The mayor addressed that question and more.", "addressed", "The mayor",
         "that question and more"),
        ("The mayor answered a question about the shaft.", "answered a question about",
         "The mayor", "the shaft"),
        ("The mayor issued an ultimatum to Ode Baru.", "issued an ultimatum to", "The mayor",
         "Ode Baru"),
        ("The guild saw Ode Baru’s warning as an act of madness.", "warning", "Ode Baru’s",
         "as an act of madness"),
        ("A miner called Ode al Baru who left is back.", "called", "A miner", "Ode al Baru who"),
        ("The guild has also paid the miners.", "also", "The guild", "paid the miners"),
        ("It would show that the guild had “closed the door on the miners”.",
         "had “closed the door", "the guild", "on the miners"),
        ("Bandits overran the harbour.", "overran", "Bandits", "overran the harbour"),
        ("The mayor spoke for the hapless guild.", "spoke for", "The mayor", "the hapless guild"),
    ],
)  # fmt: skip
def test_what_is_done_met_or_given_is_not_said(
    text: str, cue: str, source: str | None, content: str
) -> None:
    assert read(text, attribute(text, cue, source, content)) == []


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("The guild denied the report about the shaft.", "denied", "The guild",
         "the report about the shaft"),
        ("The mayor gave the miners assurances of a reply.", "gave the miners assurances",
         "The mayor", "of a reply"),
        ("The mayor was asked whether he would resign.", "was asked", None,
         "whether he would resign"),
        ("The guild called the mayor “a coward in robes”.", "called", "The guild",
         "the mayor “a coward in robes”"),
        ("The move shows that the guild is weak.", "shows", "The move", "that the guild is weak"),
    ],
)  # fmt: skip
def test_what_is_said_stays(text: str, cue: str, source: str | None, content: str) -> None:
    [statement] = read(text, attribute(text, cue, source, content))
    assert quote(text, statement) == [content]


@pytest.mark.parametrize(
    ("text", "cue", "content", "stance"),
    [
        ("The mayor introduced a bill on shafts.", "introduced", "a bill on shafts", "decision"),
        ("The mayor is writing a bill on shafts.", "is writing", "a bill on shafts", "decision"),
        ("The mayor wrote that shafts are deep.", "wrote", "that shafts are deep", "said"),
        ("The mayor downplayed the flood.", "downplayed", "the flood", "said"),
        ("The mayor shared the boats.", "shared", "the boats", "decision"),
        ("The mayor shared the guild’s fears.", "shared", "the guild’s fears", "said"),
        ("The mayor compared the guild to wolves.", "compared", "the guild to wolves", "said"),
    ],
)
def test_what_is_done_is_kept_apart_from_what_is_said(
    text: str, cue: str, content: str, stance: str
) -> None:
    [statement] = read(text, attribute(text, cue, "The mayor", content))
    assert statement.stance == stance


@pytest.mark.parametrize("verb", ["notified", "reassured"])
def test_who_is_notified_or_charged_does_not_tell(verb: str) -> None:
    text = f"The mayor was {verb} that the shaft would close."
    found = attribute(text, f"was {verb}", "The mayor", "that the shaft would close")
    assert [each.source for each in read(text, found)] == [None]
    text = "Miner charged with theft in the shaft."
    found = attribute(text, "charged with", "Miner", "theft in the shaft")
    assert [each.source for each in read(text, found)] == [None]


def test_the_words_of_the_source_are_no_content() -> None:
    text = "The guild, which hated Baru, said that its boat sank."
    found = attribute(text, "said", "The guild, which hated Baru", "that its boat sank")
    found = replace(found, content=(place(text, "The guild"), *found.content))
    [statement] = read(text, found)
    assert quote(text, statement) == ["that its boat sank"]


def test_the_owner_of_what_threatens_does_not_threaten() -> None:
    text = "Ode Baru’s sudden decision threatened to sink the guild."
    assert read(text, attribute(text, "threatened", "Ode Baru", "to sink the guild")) == []
    text = "Ode Baru’s sudden refusal signaled that the guild was lost."
    found = attribute(text, "signaled", "Ode Baru", "that the guild was lost")
    [statement] = read(text, found)
    assert statement.source == place(text, "Ode Baru’s sudden refusal")


def test_time_given_to_somebody_is_an_ultimatum() -> None:
    text = "The mayor gave the miners two weeks to leave the shaft."
    found = attribute(text, "gave", "The mayor", "two weeks to leave the shaft")
    [statement] = read(text, replace(found, addressee=place(text, "the miners")))
    assert statement.source == place(text, "The mayor")


def test_who_is_told_is_not_who_tells() -> None:
    text = "The miners were told that the shaft would close."
    found = attribute(text, "were told", "The miners", "that the shaft would close")
    [statement] = read(text, found)
    assert statement.source is None


@pytest.mark.parametrize(
    ("text", "source", "said_by"),
    [
        ("A nurse accused of theft fled.", "A nurse", None),
        ("They held a nurse accused of theft.", "a nurse", None),
        ("The nurse whom the mayor accused of theft fled.", "the mayor", "the mayor"),
    ],
)
def test_who_is_accused_accuses_nobody(text: str, source: str, said_by: str | None) -> None:
    [found] = read(text, attribute(text, "accused", source, "of theft"))
    assert (found.source and text[slice(*found.source)]) == said_by


@pytest.mark.parametrize(
    ("verb", "said_by"), [("criticised", None), ("abstained on", None), ("published", "The guild")]
)
def test_who_rejects_a_paper_does_not_say_what_it_does(verb: str, said_by: str | None) -> None:
    text = f"The guild {verb} a report accusing the mayor of theft."
    [found] = read(text, attribute(text, "accusing", "The guild", "the mayor of theft"))
    assert (found.source and text[slice(*found.source)]) == said_by


def test_who_draws_praise_does_not_praise() -> None:
    text = "The mayor has drawn praise for helping the miners."
    found = attribute(text, "has drawn praise for", "The mayor", "helping the miners")
    [statement] = read(text, replace(found, act="praise"))
    assert (statement.source, statement.certainty) == (None, "unsure")


def test_an_aside_in_anothers_words_gives_nobody_the_words() -> None:
    text = "“We, as Mayor Baru stated, want no quarrel,” the envoy said."
    found = attribute(text, "stated", "Mayor Baru", "want no quarrel")
    said = attribute(text, "said", "the envoy", "“We, as Mayor Baru stated, want no quarrel,”")
    assert [each.source for each in read(text, found, said)] == [place(text, "the envoy")]


def test_as_may_join_two_statements() -> None:
    text = "The guild accepts the plan as the mayor agrees to leave."
    outer = attribute(text, "accepts", "The guild", "the plan as the mayor agrees to leave")
    inner = attribute(text, "agrees", "the mayor", "to leave")
    assert place(text, "the mayor") in {each.source for each in read(text, outer, inner)}


def test_a_turn_of_a_transcript_is_read_once() -> None:
    turns = ["BARU: No ship will sail.", "LIND: Why is that?", "BARU: The dock is shut.",
             "LIND: I see what you mean by that."]  # fmt: skip
    text = "\n\n".join(turns)
    found = [
        attribute(text, ":", "BARU", "No ship will sail"),
        attribute(text, "see", "I", "what you mean by that"),
    ]
    assert [quote(text, each) for each in read(text, found[0])] == [
        [turn.split(": ")[1]] for turn in turns
    ]


def test_an_opening_participle_is_parted_from_what_the_verb_tells() -> None:
    text = "Saying the mine is safe, Ode Baru warned that the guild was poor."
    opening = attribute(text, "Saying", None, "the mine is safe")
    main = attribute(text, "warned", "Ode Baru", "that the guild was poor")
    main = replace(main, content=(place(text, "Saying the mine is safe"), *main.content))
    found = read(text, opening, main)
    assert [quote(text, each) for each in found] == [
        ["the mine is safe"],
        ["that the guild was poor"],
    ]
    assert {each.source for each in found} == {place(text, "Ode Baru")}


def test_who_denies_a_claim_does_not_pass_it_on() -> None:
    text = "Lind said the guild was broke, a claim Ode Baru denied."
    said = attribute(text, "said", "Lind", "the guild was broke")
    denied = replace(attribute(text, "denied", "Ode Baru", "a claim"), relay=True)
    denied = replace(denied, content=(place(text, "Lind said the guild was broke, a claim"),))
    first, *_ = read(text, said, denied)
    assert first.relayed_by == ()


def test_who_is_led_to_say_it_is_the_source() -> None:
    text = "The fire has led the mountain guilds to threaten a strike."
    [found] = read(text, attribute(text, "threaten", None, "a strike"))
    assert found.source == place(text, "the mountain guilds")


def test_to_whom_something_is_made_plain_does_not_say_it() -> None:
    text = "The strike underscored to the miners that they had to act."
    found = attribute(text, "underscored to", "the miners", "that they had to act")
    [statement] = read(text, found)
    assert statement.source is None
    text = "According to the miners, they had to act."
    [statement] = read(text, attribute(text, "According to", "the miners", "they had to act"))
    assert statement.source == place(text, "the miners")


def test_a_clause_about_the_source_is_no_content() -> None:
    text = "According to the memo, which warns it was late, the port is shut."
    found = attribute(text, "According to", "the memo", "it was late", "the port is shut")
    [statement] = read(text, found)
    assert statement.content == (place(text, "the port is shut"),)


@pytest.mark.parametrize(
    ("cue", "content", "said"),
    [
        ("challenged", "the army’s claim that the shaft was dry", True),
        ("contested", "a report that the shaft was dry", True),
        ("contested", "the sale of the shaft", False),
    ],
)
def test_a_stand_on_what_another_says_is_no_mere_deed(cue: str, content: str, said: bool) -> None:
    text = f"The guild {cue} {content}."
    found = replace(attribute(text, cue, "The guild", content), act="dispute", act_sure=0.9)
    [statement] = read(text, found)
    assert (statement.stance == "said") is said


@pytest.mark.parametrize(
    ("text", "cue", "content", "is_told"),
    [
        ("Miners urged to free the mayor", "urged", "to free the mayor", True),
        ("Miners urged to free the mayor.", "urged", "to free the mayor", True),
        ("Miners told to leave", "told to", "leave", True),
        ("Miners asked to leave", "asked", "to leave", True),
        ("Miners warned against flying", "warned against", "flying", True),
        # In a sentence they may ask, and warn.
        ("Miners asked to leave.", "asked", "to leave", False),
        ("Miners warned against flying.", "warned against", "flying", False),
        ("Miners have urged to leave it.", "have urged", "to leave it", False),
    ],
)
def test_who_is_urged_in_a_headline_does_not_urge(
    text: str, cue: str, content: str, is_told: bool
) -> None:
    [statement] = read(text, attribute(text, cue, "Miners", content))
    assert (statement.source is None) is is_told


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("The guild dismissed rumours that the mine would close.", "rumours", None),
        ("There were fresh media reports that the mine would close.", "media reports", "There"),
        ("Amid reports that the mine would close, Ode Baru left.", "reports", None),
        ("It was widely rumoured that the mine would close.", "was widely rumoured", "It"),
    ],
)
def test_nobody_says_what_is_only_going_round(text: str, cue: str, source: str | None) -> None:
    assert read(text, attribute(text, cue, source, "that the mine would close")) == []


@pytest.mark.parametrize(
    ("cue", "content"),
    [("is talking about", "the mine"), ("is talking", "about the mine")],
)
def test_what_everyone_talks_about_is_nobodys_statement(cue: str, content: str) -> None:
    text = "Everyone is talking about the mine."
    assert read(text, attribute(text, cue, "Everyone", content)) == []


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Ode Baru’s report that the mine would close was late.", "report", "Ode Baru’s"),
        ("The guild's reports that the mine would close were late.", "reports", "The guild's"),
        ("Miners are talking about it, saying that the mine would close.", "saying", "Miners"),
        ("There were claims that the mine would close.", "claims", None),
    ],
)
def test_what_somebody_reports_or_claims_is_said(text: str, cue: str, source: str | None) -> None:
    assert len(read(text, attribute(text, cue, source, "that the mine would close"))) == 1


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("Norland’s", "demands", ["include a toll on every ship"]),
        ("Norland’s", "ships", []),
    ],
)
def test_a_participle_about_a_noun_tells_nothing(source: str, cue: str, content: list[str]) -> None:
    text = f"{source} {cue}, echoed in a letter from the port, include a toll on every ship."
    told = [f"{source} {cue}", "include a toll on every ship"]
    found = read(text, attribute(text, "echoed", "the port", *told))
    assert [quote(text, each) for each in found] == [content] * bool(content)
    assert all(each.source == place(text, source) for each in found)


def test_a_demand_that_another_repeats_is_said() -> None:
    text = "The demand, repeated by Norland, that the toll is paid was refused."
    told = ["The demand", "that the toll is paid"]
    assert read(text, attribute(text, "repeated", "Norland", *told))


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("His victory shows that the crews want change.", "His victory", 0),
        ("Her new seat suggests that the mine is shut.", "Her new seat", 0),
        ("Her report shows that the mine is shut.", "Her report", 1),
        ("Their figures show that the mine is shut.", "Their figures", 1),
        ("His committee shows that the mine is shut.", "His committee", 1),
    ],
)
def test_what_only_shows_something_says_nothing(text: str, source: str, said: int) -> None:
    cue = text[len(source) + 1 :].split()[0]
    content = text[len(source) + len(cue) + 2 : -1]
    assert len(read(text, attribute(text, cue, source, content))) == said
