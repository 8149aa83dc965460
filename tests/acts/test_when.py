"""Which date is an act's, and which only that of a participle, a promise or a record."""

from dataclasses import replace
from datetime import date

import pytest
from tests.acts.reading import DAY, act, acts_of, mention, read_by, said, span_of, year

from onrecord.records import Act, Timex, When


def dated(text: str, trigger: str, *years: str) -> Act:
    return act(text, trigger, timexes=[year(text, each) for each in years])


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Kenya freed Lund kidnapped in 2024.", "freed"),
        ("Kenya attacked troops trained by Norland in 2024.", "attacked"),
        ("Lund kidnapped in 2024 was attacked by Peru.", "attacked"),
        ("Kenya arrested a man accused of beating Lund in 2024.", "arrested"),
        ("Kenya rejected a pact signed with Peru in 2024.", "rejected"),
        ("Kenya attacked Peru — as Norland did in 2024 — with tanks.", "attacked"),
        ("Not since 2024 has Kenya attacked Peru.", "attacked"),
        ("Kenya attacked Peru for the first time since the raid in 2024.", "attacked"),
        ("Kenya has shelled Peru since Norland left in 2024.", "shelled"),
        ("Kenya attacked Peru for the first time since 2024.", "attacked"),
        ("Kenya launched its biggest attack on Peru since 2024.", "attack"),
    ],
)
def test_the_date_of_a_participle_or_record_is_not_the_acts(text: str, trigger: str) -> None:
    found = dated(text, trigger, "2024")
    assert (found.when.earliest, found.when.latest, found.background) == (None, DAY, False)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Kenya freed Lund in 2024.", "freed"),
        ("Kenya freed Lund kidnapped in 2024.", "kidnapped"),
        ("Kenya attacked Peru and troops seized in 2024 a port.", "seized"),
        ("The attack on Peru launched in 2024 was grave.", "attack"),
        ("Talks between Kenya and Peru collapsed in 2024.", "Talks"),
        ("Kenya attacked troops based in Peru in 2024.", "attacked"),
        ("It was the worst raid since the attack on Peru in 2024.", "attack"),
        ("Kenya has armed Peru since 2020, when Norland attacked in 2024.", "attacked"),
    ],
)
def test_a_verb_and_what_carries_a_noun_have_their_date(text: str, trigger: str) -> None:
    assert dated(text, trigger, "2024").when.earliest == date(2024, 1, 1)


def test_who_was_taken_suffers_it_where_he_is_the_object_of_another_verb() -> None:
    found = dated("Kenya freed Lund kidnapped in 2024.", "kidnapped", "2024")
    assert (found.actors, found.recipients) == ((), ("Lund",))


def test_what_runs_since_a_date_lasts_to_the_day_of_the_article() -> None:
    found = dated("Kenya has shelled Peru since 2024.", "shelled", "2024")
    assert (found.when.earliest, found.when.latest) == (date(2024, 1, 1), DAY)
    found = dated("Since the flood in 2024, Kenya has shelled Peru.", "shelled", "2024")
    assert (found.when.earliest, found.when.latest) == (date(2024, 1, 1), DAY)
    text = "Troops fought since 2024, when Kenya invaded Peru, with Lund killed by Kenya."
    assert dated(text, "killed", "2024").when.latest == DAY
    text = "Since 2024, when Kenya attacked Peru, Norland has armed Baru."
    assert dated(text, "attacked", "2024").when.latest == date(2024, 12, 31)


def test_what_was_promised_long_ago_is_background_without_a_day() -> None:
    found = dated("Peru, which voted in 2024 to expel Lund, is calm.", "expel", "2024")
    assert (found.modality, found.when.earliest, found.background) == ("planned", None, True)
    found = dated("Peru plans to expel Lund in 2032.", "expel", "2032")
    assert (found.when.earliest, found.background) == (date(2032, 1, 1), False)


def test_of_two_dates_the_one_behind_is_that_of_what_is_to_be_done() -> None:
    found = dated(
        "Peru agreed in 2029 to expel Lund from the old port by 2032.", "expel", "2029", "2032"
    )
    assert (found.modality, found.when.earliest) == ("planned", date(2032, 1, 1))


def test_the_month_of_may_is_no_auxiliary() -> None:
    text = "Lund kidnapped in May was attacked by Peru."
    month = replace(year(text.replace("May", "2031"), "2031"), span=span_of(text, "May"))
    found = act(text, "attacked", timexes=[replace(month, words="May")])
    assert found.modality == "happened"


@pytest.mark.parametrize(
    ("text", "trigger", "year_of_it"),
    [
        ("Kenya freed troops it had seized in 2024.", "freed", None),
        ("Kenya freed troops it had seized in 2024.", "seized", 2024),
        ("Kenya freed troops from Oru in 2024.", "freed", 2024),
        ("Kenya freed troops and in 2024 it attacked Peru.", "freed", None),
        ("Kenya freed troops and in 2024 attacked Peru.", "attacked", 2024),
        ("Kenya attacked Oru and in 2024.", "attacked", 2024),
    ],
)
def test_a_date_is_of_the_verb_of_its_own_clause(
    text: str, trigger: str, year_of_it: int | None
) -> None:
    found = dated(text, trigger, "2024")
    assert found.when.earliest == (date(year_of_it, 1, 1) if year_of_it else None)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya freed troops it had seized in 2024.",
        "Kenya freed the crew of Lund, whose ship sank in 2024.",
    ],
)
def test_the_date_of_another_clause_makes_no_history(text: str) -> None:
    seen = mention(text, "freed", "RETREAT", actors=(span_of(text, "Kenya"),), background=True)
    [found, *_] = read_by(text, seen, timexes=[year(text, "2024")])
    assert not found.background


def test_what_stands_behind_since_and_when_has_its_date() -> None:
    text = "It was the worst quarrel since 2024, when Kenya invaded Peru and shelled Norland."
    for trigger in ("invaded", "shelled"):
        found = dated(text, trigger, "2024")
        assert (found.when.earliest, found.background) == (date(2024, 1, 1), True)


def test_the_time_for_which_something_is_set_is_not_the_acts() -> None:
    found = dated("The head for 2024, Lund, accused Kenya.", "accused", "2024")
    assert (found.when.earliest, found.background) == (None, False)


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("In 2024 Kenya attacked Peru. Peru shelled Kenya.", True),
        ("In 2024 Kenya fought until Peru shelled Lund.", True),
        ("In 2024 Kenya attacked Peru. Kenya was shelled by Peru.", True),
        ("Kenya attacked Peru in 2024. Peru shelled Kenya.", False),
        ("Kenya attacked Peru in 2024. Peru then shelled Kenya.", True),
        ("Kenya attacked Peru in 2024. Then Peru shelled Kenya.", True),
        ("Kenya attacked Peru in 2024. Lund, then a boy, hid. Peru shelled Kenya.", False),
        ("Kenya attacked Peru in 2031. Peru then shelled Kenya.", False),
        ("In 2024 Kenya attacked Peru.\n\nPeru shelled Kenya.", False),
        ("In 2024 Kenya attacked Peru. Peru has shelled Kenya.", False),
        ("In 2024 Kenya attacked Peru. Lund left in 2031. Peru shelled Kenya.", False),
    ],
)
def test_what_follows_an_old_date_that_opens_a_passage_is_history(
    text: str, background: bool
) -> None:
    years = [each for each in ("2024", "2031") if each in text]
    assert dated(text, "shelled", *years).background is background


def test_what_follows_a_year_later_is_history_as_well() -> None:
    text = "Kenya left Oru in 2024. Peru left in 2026 after Norland shelled Kenya."
    dates = [year(text, "2024"), replace(year(text, "2026"), anchor="previous")]
    assert act(text, "shelled", timexes=dates).background
    assert not act(text, "shelled", timexes=[year(text, "2024"), year(text, "2026")]).background


def test_what_lies_back_is_not_what_was_done_today() -> None:
    text = "Kenya jailed Lund in 2031.\n\nIn 2024 Kenya left Oru. Lund was jailed then, too."
    found = acts_of(text, timexes=[year(text, "2031"), year(text, "2024")])
    last = next(each for each in found if each.trigger.start == text.rindex("jailed"))
    assert (last.when.earliest, last.background, last.actors) == (None, True, ())


def test_what_is_done_in_return_has_the_day_of_what_it_answers() -> None:
    found = dated("Kenya attacked Peru in 2024. Peru shelled Kenya in return.", "shelled", "2024")
    assert (found.when.earliest, found.background) == (date(2024, 1, 1), True)
    found = dated(
        "Kenya attacked Peru in 2024. Peru shelled it in reply to Lund.", "shelled", "2024"
    )
    assert (found.when.earliest, found.background) == (None, False)


@pytest.mark.parametrize(
    ("text", "trigger", "background"),
    [
        ("Kenya blamed Peru, which it has fought since 2024.", "blamed", False),
        ("Kenya blamed Peru and has fined it since 2024.", "blamed", False),
        ("Kenya has blamed Peru since 2024.", "blamed", True),
        ("Kenya has threatened more than once to bomb Peru.", "threatened", False),
        ("Kenya attacked once more.", "attacked", False),
        ("Kenya attacked Peru once.", "attacked", True),
        ("Kenya arms troops in Oru, where Lund has been killed.", "killed", True),
        ("Kenya left Oru, where Lund was killed.", "killed", False),
        ("Kenya has since expelled Lund.", "expelled", False),
        ("Elected in 2024, Lund has since expelled Baru.", "expelled", True),
    ],
)
def test_background_is_what_its_own_clause_tells_as_past(
    text: str, trigger: str, background: bool
) -> None:
    assert dated(text, trigger, *(["2024"] if "2024" in text else [])).background is background


def test_a_march_that_is_planned_for_a_day_of_the_week_lies_ahead() -> None:
    text = "Lund plans a march on Saturday."
    last = date(2031, 5, 10)
    saturday = Timex(
        span=span_of(text, "Saturday"), words="Saturday", type="DATE", value="2031-05-10",
        earliest=last, latest=last, certainty="exact", anchor="published",
    )  # fmt: skip
    assert act(text, "march", timexes=[saturday]).when.earliest == date(2031, 5, 17)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Kenya met troops from Oru, the ill-fated 2024 attack on Peru.", "met"),
        ("Kenya freed Lund and gave Peru until 2024 to leave.", "freed"),
        ("Kenya is attacking those who fought in the 2024 war.", "attacking"),
    ],
)
def test_the_date_of_another_thing_or_of_an_end_is_not_the_acts(text: str, trigger: str) -> None:
    found = dated(text, trigger, "2024")
    assert (found.when.earliest, found.background) == (None, False)


def test_what_goes_on_since_long_ago_has_its_date() -> None:
    assert dated("Kenya is attacking Peru since 2024.", "attacking", "2024").when.earliest


@pytest.mark.parametrize(
    ("text", "trigger", "earliest"),
    [
        ("Lund built on his promise to free Peru.", "promise", None),
        ("Lund promised to free Peru.", "promised", DAY),
    ],
)
def test_what_a_noun_tells_was_not_said_on_the_day_of_publication(
    text: str, trigger: str, earliest: date | None
) -> None:
    when = When(earliest=DAY, latest=DAY, certainty="bounded", anchor="published")
    statement = replace(said(text, "Lund", "to free Peru", act="commit", cue=trigger), when=when)
    found = [each for each in acts_of(text, statements=[statement]) if each.type == "AGREE"]
    assert [(each.when.earliest, each.when.latest) for each in found] == [(earliest, DAY)]


def test_what_was_said_long_ago_is_history() -> None:
    text = "Lund promised to free Peru."
    old = date(2024, 1, 1)
    statement = replace(
        said(text, "Lund", "to free Peru", act="commit", cue="promised"),
        when=When(earliest=old, latest=old, certainty="exact", anchor="explicit"),
    )
    assert act(text, "promised", statements=[statement]).background


@pytest.mark.parametrize(
    ("text", "trigger", "own"),
    [
        ("Kenya expelled Lund over 2024's vote.", "expelled", False),
        ("After 2024's vote, Kenya expelled Lund.", "expelled", False),
        ("Kenya condemned 2024's vote.", "condemned", False),
        ("Kenya expelled Lund in 2024's purge.", "expelled", True),
        ("In 2024's purge of its envoys, Kenya expelled Lund.", "expelled", True),
        ("2024's attack on Peru killed Lund.", "attack", True),
        ("Kenya boycotted 2024's talks with Peru.", "boycotted", True),
    ],
)
def test_the_date_of_an_occasion_is_that_of_what_is_done_there(
    text: str, trigger: str, own: bool
) -> None:
    assert (dated(text, trigger, "2024").when.earliest == date(2024, 1, 1)) is own
