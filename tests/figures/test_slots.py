"""What figures are of, where, whose, given by whom and as of when."""

import re
from dataclasses import replace
from datetime import date

import pytest
from tests.figures.reading import DAY, find, span_of

from onrecord.records import Actor, Sector, Span, Statement, Timex


@pytest.mark.parametrize(
    ("text", "unit", "counted"),
    [
        ("The talks in Ostrel lasted nearly seven hours.", "h", "talks"),
        ("After six hours of debate they left.", "h", "debate"),
        ("A 40-minute search of the hold began.", "min", "search"),
        ("The owners paid a fine of 250,000 crowns.", "crowns", "fine"),
        ("The bank approved a $600 million loan to Ostra.", "USD", "loan"),
        ("The price of wheat has risen by 12 per cent.", "%", "price of wheat"),
        ("In May the price of wheat rose by 12 per cent.", "%", "price of wheat"),
        ("PORT KESH - The price of wheat rose by 12 per cent.", "%", "price of wheat"),
        ("PORT KESH — The price of wheat rose by 12 per cent.", "%", "price of wheat"),
        ("The price of wheat and barley rose by 12 per cent.", "%", "price of wheat and barley"),
        ("Ostra cut its output by 80,000 barrels a day.", "bbl/day", "output"),
        ("She won 53.4% of the vote.", "%", "vote"),
        ("The average wage is 900 crowns.", "crowns", "average wage"),
        ("They seized tea worth $40,000.", "USD", "tea"),
        ("Ostra raised gas deliveries to Meria to 8 litres a day.", "l/day", "gas deliveries"),
        ("It had a magnitude of 6.4.", None, "magnitude"),
        ("The number of cases doubled to 3,000.", None, "cases"),
        ("Lund put the number of Ostran soldiers at 4,300.", None, "ostran soldiers"),
        ("Some 14 Ostran fishing boats were seized.", "boats", "ostran fishing boats"),
        ("Vantaria pledged $75 million in aid.", "USD", "aid"),
        ("One in five islanders owns a boat.", "share", "islanders"),
        ("It came with a crew of 13.", "crew", "crew"),
        ("They found two more bodies.", "bodies", "bodies"),
        ("The report gave the number of dead as nine.", "people", "dead"),
        ("We buried nine of our people.", "people", "people"),
        ("They sent 9,000 rounds of ammunition.", "rounds", "rounds of ammunition"),
        ("Some 200,000 Ostranis joined the march.", "ostranis", "ostranis"),
        ("A 73-year-old pilot saw it.", "years of age", "pilot"),
        ("They lost billions of dollars.", "USD", ""),
        (
            "The jobless rate fell three-tenths of a percentage point.",
            "percentage points",
            "jobless rate",
        ),
        ("The strike reduced harbour jobs by 34,000.", None, "harbour jobs"),
        ("It helps millions of U.S. and Ostran citizens.", "citizens", "u.s. and ostran citizens"),
        (
            "It must cut 755 of its embassy and consular staff.",
            "staff",
            "embassy and consular staff",
        ),
        (
            "It asks for 400 more Customs and Coast Guard agents.",
            "agents",
            "customs and coast guard agents",
        ),
        ("Leaders on two of Odo Baru’s councils quit.", "councils", "councils"),
        ("It cuts the number of refugees the U.S. will take to 110.", None, "refugees"),
        ("One trader interviewed by the Herald quit.", "trader", "trader"),
        ("The row comes three weeks after the dinner.", "weeks", ""),
        ("It was put forward by four states a day after the vote.", "states", "states"),
        ("Firms left 86 Gulf of Kesh platforms.", "platforms", "gulf of kesh platforms"),
        ("It was one of three major reporting errors.", "errors", "major reporting errors"),
        (
            "Two of the Convention Standing Committees met.",
            "committees",
            "convention standing committees",
        ),
        ("They wait in the divide between two houses.", "houses", "houses"),
        ("It was shut over the six-year period.", "years", "period"),
    ],
)
def test_a_figure_tells_what_it_is_of(text: str, unit: str | None, counted: str) -> None:
    [figure] = find(text)
    assert (figure.unit, (figure.counted or "").lower()) == (unit, counted)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Gold was 0.4 percent higher at $1,983.", ["Gold", "Gold"]),
        ("They picked 500 tonnes of tea, 6 percent less than before.", ["tea", "tea"]),
        ("Ostra bought 36 boats in May for $5 million.", ["boats", "boats"]),
        ("It freed 200 prisoners, 120 of them Ostrans.", ["prisoners", "Ostrans"]),
        ("The drones, fifteen of them, came.", ["drones"]),
        ("Of Ostra, 2 million of its 9 million children starve.", ["children", "children"]),
    ],
)
def test_a_figure_is_of_what_was_said_before(text: str, counted: list[str]) -> None:
    assert [figure.counted for figure in find(text)] == counted


def test_who_pledged_is_not_what_is_measured() -> None:
    [figure] = find("The owners asked for 20 million crowns.")
    assert figure.counted is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police in Ostrel arrested 76 marchers.", "Ostrel"),
        ("In Port Silvan around 3,000 people marched.", "Port Silvan"),
        ("Some 120 ships lay off the Strait of Meren.", "Strait of Meren"),
        (
            "About 70 merchant ships pass on an average day, the authority in Port Silvan says.",
            None,
        ),
        ("Forty ships sailed on Wednesday.", None),
        ("Officials in Ostrel counted 40 ships.", None),
        ("He sold 40 ships to P.", None),
    ],
)
def test_a_place_is_read_from_a_place_phrase(text: str, place: str | None) -> None:
    assert find(text)[0].place == place


def test_a_body_is_no_place() -> None:
    text = "Some 40 people met at the Grain Council."
    body = Actor(
        id="a1",
        name="Grain Council",
        kind="organisation",
        mentions=(span_of(text, "Grain Council"),),
    )
    [figure] = find(text, actors=(body,))
    assert figure.place is None


@pytest.mark.parametrize(
    "text",
    [
        "Ostra has 40 ships.",
        "Ostra’s 40 ships left.",
        "About 40 ships, and Ostra’s 9 boats, left.",
        "Berg accused Ostra of massing 40 ships of its own.",
    ],
)
def test_ships_are_the_state_s_that_has_them(text: str) -> None:
    state = Actor(
        id="a1", name="Ostra", kind="state", state="OST", mentions=(span_of(text, "Ostra"),)
    )
    assert find(text, actors=(state,))[-1].whose == "Ostra"


@pytest.mark.parametrize(
    ("words", "sector", "whose"),
    [("two Ostran jets", "MIL", "Ostran jets"), ("two Ostran Greens", "PTY", None)],
)
def test_jets_of_a_state_are_its_own_and_people_of_a_party_are_nobody_s(
    words: str, sector: Sector, whose: str | None
) -> None:
    text = f"Lund counted {words} there."
    name = words.removeprefix("two ")
    mentions = (span_of(text, name),)
    group = Actor(id="a1", name=name, kind="group", state="OST", sector=sector, mentions=mentions)
    assert find(text, actors=(group,))[-1].whose == whose


def test_that_of_others_is_the_number_of_these() -> None:
    boats, men = find("Lund put the number of boats at 12 and that of the men at 47.")
    assert (boats.counted, men.counted) == ("boats", "men")


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Some 90 Ostran soldiers left. There are 40 soldiers in the fort.", None),
        ("Some 90 Ostran soldiers left. The 40 soldiers who stayed are cold.", "Ostra"),
    ],
)
def test_a_common_noun_alone_does_not_say_whose_they_are(text: str, whose: str | None) -> None:
    state = Actor(id="a1", name="Ostra", kind="state", state="OST", mentions=(Span(0, 0),))
    mentions = tuple(Span(*match.span()) for match in re.finditer("(?:Ostran )?soldiers", text))
    group = Actor(id="a2", name="Ostran soldiers", kind="group", state="OST", mentions=mentions)
    assert find(text, actors=(state, group))[-1].whose == whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Ostra reported $3 million in lobbying income.", "Ostra"),
        ("Ostra reported $3 million in damage.", None),
        ("Ostra’s fishing fleet was worth $3 million.", "Ostra"),
        ("Ostra’s laboratory said 40 ships left.", None),
        ("Ostra’s 9 islands own 40 ships.", None),
    ],
)
def test_a_possessive_reaches_to_what_it_is_of(text: str, whose: str | None) -> None:
    state = Actor(
        id="a1", name="Ostra", kind="state", state="OST", mentions=(span_of(text, "Ostra"),)
    )
    assert find(text, actors=(state,))[-1].whose == whose


@pytest.mark.parametrize(
    "text",
    ["Ostra speaks of 14 boats, Kesh of 12.", "Ostra puts the boats at 14, Kesh at 12."],
)
def test_the_second_of_two_gives_his_own_number(text: str) -> None:
    ostra, kesh = (
        Actor(id=name, name=name, kind="state", state=name[:3].upper(), mentions=(span,))
        for name, span in ((each, span_of(text, each)) for each in ("Ostra", "Kesh"))
    )
    assert find(text, actors=(ostra, kesh))[-1].giver == "Kesh"


def test_the_subject_of_a_verb_of_counting_gives_the_figure() -> None:
    text = "Vantaria, which watches by radar, counted 57 ships."
    state = Actor(
        id="a1", name="Vantaria", kind="state", state="VAN", mentions=(span_of(text, "Vantaria"),)
    )
    [figure] = find(text, actors=(state,))
    assert figure.giver == "a1"


def test_a_second_name_before_at_gives_its_own_figure() -> None:
    text = "The union put the crowd at 9,000, police at 3,000."
    union = Actor(id="a1", name="union", kind="organisation", mentions=(span_of(text, "union"),))
    police = Actor(id="a2", name="police", kind="group", mentions=(span_of(text, "police"),))
    found = find(text, actors=(union, police))
    assert [figure.giver for figure in found] == ["a1", "a2"]


def test_officials_of_nowhere_give_no_figure() -> None:
    text = "Local officials said 40 ships had sailed."
    statement = Statement(
        id="s1", kind="indirect", content=(span_of(text, "40 ships had sailed"),), speaker="a1",
        source=span_of(text, "Local officials"),
    )  # fmt: skip
    [figure] = find(text, statements=(statement,))
    assert figure.giver is None


def test_who_denies_a_figure_does_not_give_it() -> None:
    text = "Ms Arel denied that 40 ships had sailed."
    content = span_of(text, "40 ships had sailed")
    statement = Statement(id="s1", kind="indirect", content=(content,), speaker="a1", act="deny")
    [figure] = find(text, statements=(statement,))
    assert (figure.giver, figure.denied_by) == (None, ("a1",))


def dated(text: str, words: str, earliest: date, latest: date) -> Timex:
    return Timex(
        span=span_of(text, words),
        words=words,
        type="DATE",
        value="",
        earliest=earliest,
        latest=latest,
        certainty="exact",
        anchor="explicit",
    )


def test_a_figure_of_the_past_is_as_of_its_year() -> None:
    text = "The war of 2019 killed 1,100 people."
    year = dated(text, "2019", date(2019, 1, 1), date(2019, 12, 31))
    [figure] = find(text, timexes=(year,))
    assert (figure.as_of.earliest, figure.as_of.latest) == (date(2019, 1, 1), date(2019, 12, 31))


def test_a_figure_of_a_stretch_is_as_of_its_days() -> None:
    text = "Between 2019 and 2022 the mine employed 1,100 people."
    first, last = date(2019, 1, 1), date(2022, 12, 31)
    stretch = replace(dated(text, "Between 2019 and 2022", first, last), value="2019/2022")
    [figure] = find(text, timexes=(stretch,))
    assert (figure.as_of.earliest, figure.as_of.latest) == (first, last)


def test_a_date_behind_another_number_is_that_number_s() -> None:
    text = "The rate is 1.6 per cent, against 0.9 per cent in March."
    march = dated(text, "March", date(2031, 3, 1), date(2031, 3, 31))
    now, before = find(text, timexes=(march,))
    assert (now.as_of.earliest, before.as_of.earliest) == (DAY, date(2031, 3, 1))


def test_a_stretch_has_no_day() -> None:
    text = "Rates have risen 12 per cent since Monday."
    monday = dated(text, "Monday", date(2031, 3, 31), date(2031, 3, 31))
    [figure] = find(text, timexes=(monday,))
    assert figure.as_of.earliest == DAY


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("It would cut its 2005 level of emissions by 26%.", "2005"),
        ("Some 140 requests (many made in the 2014 round) were open.", "2014"),
        ("Payrolls fell by 207 since peaking in 2014.", "2014"),
        ("It dropped 184 bombs between March and May 2014.", "2014"),
    ],
)
def test_the_year_of_another_thing_is_not_the_figure_s(text: str, year: str) -> None:
    timex = Timex(
        span=span_of(text, year),
        words=year,
        type="DATE",
        value=year,
        earliest=date(int(year), 1, 1),
        latest=date(int(year), 12, 31),
        anchor="explicit",
    )
    [figure] = find(text, timexes=(timex,))
    assert figure.as_of.earliest == DAY


def test_a_hedge_is_kept_in_its_words() -> None:
    [figure] = find("It is believed to hold 90 tonnes of gold.")
    assert figure.hedge == "believed to"


def test_who_says_that_a_number_is_not_so_does_not_give_it() -> None:
    text = "Berg said that 38 people had been arrested, not 22."
    berg = Actor(id="berg", name="Berg", kind="person", mentions=(span_of(text, "Berg"),))
    said = Statement(
        id="s1",
        kind="indirect",
        content=(span_of(text, "that 38 people had been arrested, not 22"),),
        cue=span_of(text, "said"),
        speaker="berg",
        act="claim",
        certainty="clear",
    )
    first, second = find(text, actors=(berg,), statements=(said,))
    assert (first.giver, second.giver, second.denied_by) == ("berg", None, ("berg",))


@pytest.mark.parametrize(
    ("cue", "content", "giver"),
    [
        ("condemned", "the raid that killed 40 farmers", None),
        ("claimed responsibility", "for the blast which has left 40 farmers dead", None),
        ("said", "the raid that killed 40 farmers was wrong", "a1"),
        ("warned", "that the raid killed 40 farmers", "a1"),
        ("praised", "the nurse who saved 40 farmers", "a1"),
    ],
)
def test_who_speaks_of_a_deed_does_not_give_its_toll(
    cue: str, content: str, giver: str | None
) -> None:
    text = f"Ms Arel {cue} {content}."
    statement = Statement(
        id="s1", kind="indirect", content=(span_of(text, content),), speaker="a1",
        cue=span_of(text, cue),
    )  # fmt: skip
    [figure] = find(text, statements=(statement,))
    assert figure.giver == giver


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They hold a 54-person majority.", "people"),
        ("It fell in the 100-seat house.", "seats"),
        ("He gave an 11-page opinion.", "pages"),
        ("The five-judge panel left.", "judges"),
        ("The court had a four-four split.", None),
    ],
)
def test_a_compound_tells_what_its_number_counts(text: str, unit: str | None) -> None:
    assert find(text)[0].unit == unit


@pytest.mark.parametrize("link", ["against March", "over March", "than the same month of March"])
def test_a_day_that_a_figure_is_held_against_is_not_its_own(link: str) -> None:
    text = f"Sales saw an increase of 12 per cent {link}."
    march = dated(text, "March", date(2031, 3, 1), date(2031, 3, 31))
    [figure] = find(text, timexes=(march,))
    assert figure.as_of.earliest == DAY


def test_of_two_days_the_one_right_behind_a_figure_is_its_own() -> None:
    text = "The share rose from 10 per cent in 2019 to 15 per cent in 2022."
    first = dated(text, "2019", date(2019, 1, 1), date(2019, 12, 31))
    second = dated(text, "2022", date(2022, 1, 1), date(2022, 12, 31))
    before, after = find(text, timexes=(first, second))
    assert (before.as_of.latest, after.as_of.latest) == (date(2019, 12, 31), date(2022, 12, 31))


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The odds of a rate hike plunged to 4 per cent.", "odds of a rate hike"),
        ("Checks reached an all-time high of 2,700.", "Checks"),
        ("Half of what people see is 12 per cent of the 900.", None),
    ],
)
def test_no_verb_and_no_high_is_what_a_number_counts(text: str, counted: str | None) -> None:
    assert find(text)[0].counted == counted


def test_an_amount_of_money_has_no_measure_of_time() -> None:
    [figure] = find("They paid for the $1,500 second-tier seminar.")
    assert (figure.words, figure.unit) == ("$1,500", "USD")
