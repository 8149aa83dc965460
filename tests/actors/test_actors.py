import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors import find_actors
from onrecord.records import Actor, Article, Dateline, Span
from onrecord.text import outline_text


def actors_of(text: str, **fields: object) -> list[Actor]:
    article = Article(id="x", text=text, body=Span(0, len(text)), **fields)  # type: ignore[arg-type]
    return list(find_actors(article, outline_text(text)))


def names(text: str) -> list[str]:
    return [actor.name for actor in actors_of(text)]


def actor(text: str, name: str) -> Actor:
    [found] = [one for one in actors_of(text) if one.name == name]
    return found


def mentions(text: str, name: str) -> list[str]:
    return [text[span.start : span.end] for span in actor(text, name).mentions]


@pytest.mark.parametrize(
    ("text", "name", "state", "sector"),
    [
        ("Kenyan Foreign Minister Ada Lund said no.", "Ada Lund", "KEN", "GOV"),
        ("Ada Lund, the Kenyan defence minister, said no.", "Ada Lund", "KEN", "GOV"),
        ("Kenya’s ambassador to Peru, Ada Lund, said no.", "Ada Lund", "KEN", "GOV"),
        ("Army chief Gen. Odo Baru resigned in Peru.", "Odo Baru", None, "MIL"),
        ("Prime Minister Theresa May resigned in May 2019.", "Theresa May", None, "GOV"),
        ("In Peru Rear Adm. Odo Baru resigned.", "Odo Baru", None, "MIL"),
        ("The Peruvian opposition leader Ada Lund spoke.", "Ada Lund", "PER", "OPP"),
        ("Kremlin spokesman Ivan Rostov said no.", "Ivan Rostov", "RUS", "GOV"),
        ("US Secretary of State Ada Lund left.", "Ada Lund", "USA", "GOV"),
        ("Secretary of State Ada Lund left.", "Ada Lund", "USA", "GOV"),
        ("NATO Secretary-General Odo Baru called.", "Odo Baru", "IGO", "GOV"),
        ("Former Peruvian president Odo Baru called.", "Odo Baru", "PER", "ELI"),
        ("Sen. Ada Lund called.", "Ada Lund", None, "LEG"),
        ("FBI Special Agent in Charge Ada Lund called.", "Ada Lund", None, None),
    ],
)
def test_office_beside_a_name_tells_state_and_sector(
    text: str, name: str, state: str | None, sector: str
) -> None:
    found = actor(text, name)
    assert (found.kind, found.state, found.sector) == ("person", state, sector)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Ministry of Education and Science said no.", ["Ministry of Education and Science"]),
        ("The Ministry of Health and Kenya said no.", ["Ministry of Health", "Kenya"]),
        ("The Ministry of Health and Odo Baru said no.", ["Ministry of Health", "Odo Baru"]),
        ("The Ministry of Health and the Red Cross said no.", ["Ministry of Health", "Red Cross"]),
        ("Odo Baru, chief executive of Home Depot, said no.", ["Odo Baru"]),
        ("Kenya summoned Peru’s chargé d’affaires.", ["Kenya", "Peru’s chargé d’affaires"]),
    ],
)
def test_a_ministry_has_its_whole_name_and_nobody_elses(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_counterpart_has_the_office_of_the_other() -> None:
    text = "Kenyan Foreign Minister Ada Lund rang her Peruvian counterpart Odo Baru."
    found = actor(text, "Odo Baru")
    assert (found.state, found.sector, found.role) == ("PER", "GOV", "Foreign Minister")


def test_deputy_of_a_named_person_has_the_state_of_that_person() -> None:
    text = "Kenyan minister Odo Baru spoke. Mr Baru’s deputy Ada Lund left."
    assert actor(text, "Ada Lund").state == "KEN"


def test_spokesman_has_the_body_he_speaks_for() -> None:
    found = actor("State Department spokesman Odo Baru said no.", "Odo Baru")
    assert (found.body, found.role) == ("State Department", "spokesman")


def test_mention_leaves_out_courtesy_title_and_possessive() -> None:
    text = "Peru’s minister Ada Lund spoke. Ms Lund’s plan failed. Lund left."
    assert mentions(text, "Ada Lund") == ["Ada Lund", "Lund", "Lund"]


def test_definite_office_is_a_mention_of_its_one_holder() -> None:
    text = "Kenyan President Odo Baru spoke. Later the president left."
    assert mentions(text, "Odo Baru") == ["Odo Baru", "president"]


def test_office_is_no_mention_of_who_held_it_long_ago() -> None:
    text = "Kenyan President Odo Baru came in 1986. In 2024 the president left."
    assert mentions(text, "Odo Baru") == ["Odo Baru"]


def test_a_first_name_behind_whose_relative_it_is_is_a_persons() -> None:
    text = "Ada Lund’s sister, Ubax, left. Ubax was late."
    assert mentions(text, "Ubax") == ["Ubax", "Ubax"]


def test_whose_seat_it_is_is_nobodys_name() -> None:
    text = "Sen. Ada Lund, R-North Dakota, who rode, left. Rep. Odo Baru, R-Ohio, said no."
    assert {actor.name for actor in actors_of(text)} == {"Ada Lund", "Odo Baru"}


def test_office_that_two_people_hold_is_a_mention_of_neither() -> None:
    text = "Kenyan President Odo Baru met Peruvian President Ada Lund. The president left."
    assert mentions(text, "Odo Baru") == ["Odo Baru"]
    assert mentions(text, "Ada Lund") == ["Ada Lund"]


def test_two_spellings_of_a_given_name_are_one_person() -> None:
    text = "Minister Sergei Rostov spoke. Later Minister Sergey Rostov left."
    assert len(actors_of(text)) == 1


def test_a_short_form_of_a_given_name_is_one_person() -> None:
    text = "Senator Mike Lund spoke. Later Senator Michael Lund left."
    assert mentions(text, "Michael Lund") == ["Mike Lund", "Michael Lund"]


@pytest.mark.parametrize("surname", ["el-Mahdi", "al-Mahdi", "ul-Mahdi"])
def test_the_article_of_a_surname_is_a_part_of_the_name(surname: str) -> None:
    text = f"Rabab {surname} spoke. Ms. Mahdi left."
    assert mentions(text, f"Rabab {surname}") == [f"Rabab {surname}", "Mahdi"]


def test_a_surname_of_two_words_is_the_same_person() -> None:
    text = "Emad Abdel Kawy, 35, spoke. Mr. Abdel Kawy left."
    assert mentions(text, "Emad Abdel Kawy") == ["Emad Abdel Kawy", "Abdel Kawy"]


@pytest.mark.parametrize(
    "text",
    [
        "A talk was called Spinning Oru. The fire in Oru spread. Oru was lost.",
        "Source said no.",
        "Congressional aides said no.",
    ],
)
def test_neither_a_place_nor_a_common_word_is_a_person(text: str) -> None:
    assert not [one.name for one in actors_of(text) if one.kind == "person"]


def test_the_republican_of_a_region_is_the_legislator_named_before() -> None:
    text = "Sen. Ida Berg (R-Lisk) met Odo Lund, a nurse. The Lisk Republican said no."
    assert mentions(text, "Ida Berg") == ["Ida Berg", "Lisk Republican"]
    assert names("Odo Lund, 31, left. The Lisk Republican said no.") == ["Odo Lund"]


def test_a_legislator_of_another_state_or_party_is_not_meant() -> None:
    text = "Sen. Ida Berg met Sen. Odo Lund (R-KY). The {} said no. Odo Lund, R-Ky., left."
    for called in ("Tennessee Republican", "Kentucky Democrat"):
        assert called in mentions(text.format(called), "Ida Berg")
    assert "Kentucky Republican" in mentions(text.format("Kentucky Republican"), "Odo Lund")


def test_a_quotation_that_opens_with_an_article_names_no_state() -> None:
    text = "Prime Minister Theresa Lund left. Odo Baru wrote: “The army doesn’t like it.”"
    assert mentions(text, "Theresa Lund") == ["Theresa Lund"]


def test_a_saint_belongs_to_the_name_of_his_town() -> None:
    assert names("St. Lisk police shut it. “No,” police said.") == ["St. Lisk police"]


def test_per_before_a_law_is_no_given_name() -> None:
    text = "Per Lisk law, it is late. Odo Baru and Per Lund met. The Lisk crews said no."
    assert names(text) == ["Odo Baru", "Per Lund"]


def test_a_state_may_be_a_surname() -> None:
    assert mentions("Lisa Monaco said it was late.", "Lisa Monaco") == ["Lisa Monaco"]
    text = "County Sheriff Scott Israel spoke. Sheriff Israel said it was late."
    assert mentions(text, "Scott Israel") == ["Scott Israel", "Israel"]


def test_a_verb_in_a_headline_is_no_name() -> None:
    text = "Oru Lawmakers, Governor Announce ‘Compromise’ To Repeal Bill\n\nIt rained."
    assert "Announce" not in names(text)


def test_who_was_then_president_is_not_the_president() -> None:
    text = "Odo Lund met the then Kenyan president, Ida Berg. The president called for calm."
    assert mentions(text, "Ida Berg") == ["Ida Berg"]


def test_the_team_of_a_politician_is_not_the_politician() -> None:
    assert mentions("Team Lund won. Lund embraced it.", "Lund") == ["Lund"]


def test_a_team_with_an_article_is_no_person() -> None:
    found = actors_of("The crowd heard that the Lisk Red Rovers said no.")
    assert "person" not in {one.kind for one in found}


def test_the_place_in_the_name_of_a_body_is_no_name_of_it() -> None:
    text = "The Trade Union of Oru spoke. Workers met the Oru police chief."
    assert mentions(text, "Trade Union of Oru") == ["Trade Union of Oru"]


@pytest.mark.parametrize("town", ["Norwich", "New South Wales", "Oxford"])
def test_a_town_with_police_is_no_state(town: str) -> None:
    text = f"{town} police arrested ten. The {town} bomb went off."
    assert names(text) == [f"{town} police"]


def test_a_town_with_police_and_officials_is_no_state() -> None:
    text = "Oxford police arrested ten. Oxford officials said no. The Oxford bomb killed two."
    assert "state" not in {one.kind for one in actors_of(text)}


def test_a_people_with_police_is_a_state() -> None:
    found = names("Vessarian police arrested ten. The Vessarian response was slow.")
    assert found == ["Vessarian police", "Vessarian"]


def test_the_president_is_not_the_foreign_one_where_another_states_bodies_act() -> None:
    text = "Kenyan President Odo Baru spoke. Congress defied the president. The president left."
    assert mentions(text, "Odo Baru") == ["Odo Baru", "president"]


def test_a_word_of_many_hyphens_is_no_given_name() -> None:
    text = "Doctor-turned-Energy-Secretary Ida Berg spoke. Berg left."
    assert mentions(text, "Ida Berg") == ["Ida Berg", "Berg"]


def test_people_who_share_a_surname_stay_two() -> None:
    text = "President Odo Baru spoke. His brother Tomas Baru, a businessman, said no. Baru left."
    assert mentions(text, "Odo Baru") == ["Odo Baru"]
    assert mentions(text, "Tomas Baru") == ["Tomas Baru", "Baru"]


def test_surname_before_two_namesakes_is_nobody() -> None:
    text = "Baru spoke first\n\nPresident Odo Baru met Minister Ada Baru."
    assert all(len(one.mentions) == 1 for one in actors_of(text))


def test_title_tells_namesakes_apart() -> None:
    text = "Mr Odo Baru met Ms Ada Baru. Mr Baru left."
    assert mentions(text, "Odo Baru") == ["Odo Baru", "Baru"]


def test_a_surname_that_only_mr_stands_before_is_not_hers() -> None:
    text = "Lund spoke. Mr. Lund left. Melania Lund stayed.\n\nLund came. Odo Lund is ill."
    assert mentions(text, "Melania Lund") == ["Melania Lund"]
    assert mentions(text, "Odo Lund") == ["Lund", "Lund", "Lund", "Odo Lund"]


def test_a_seat_behind_a_name_is_no_part_of_it() -> None:
    assert "Chuck Lund" in names("Senator Chuck Lund D-N.Y., on Monday said no.")


def test_a_list_of_names_with_a_quotation_is_a_sentence() -> None:
    found = names("Sens. Ida Lund of Oru, Ed Berg of Lisk, Ada Holm of Baru voted “no.”")
    assert {"Ida Lund", "Ada Holm"} <= set(found)


@pytest.mark.parametrize(
    "relative",
    [
        "His wife, Ida Lund, stayed.",
        "Mr. Lund’s wife of 38 years, Ida Lund, stayed.",
        "His younger brother, General Tomas Lund, stayed.",
        "Lund’s father called. In Peru, Tomas Lund stayed.",
        "It was the first lady, Ida Lund.",
    ],
)
def test_a_relative_has_the_surname_only_beside_the_full_name(relative: str) -> None:
    text = f"Odo Lund spoke.\n\n{relative}\n\nLund left. Lund will run."
    assert mentions(text, "Odo Lund")[-2:] == ["Lund", "Lund"]


def test_a_relative_keeps_the_surname_in_the_paragraph_of_the_full_name() -> None:
    text = "Odo Lund spoke.\n\nHis wife, Ida Lund, stayed. Lund thanked Kenya.\n\nLund left."
    assert mentions(text, "Ida Lund") == ["Ida Lund", "Lund"]


def test_brothers_named_apart_share_the_surname_by_turns() -> None:
    text = "Odo Lund spoke.\n\nTomas Lund, a nurse, stayed.\n\nLund left."
    assert mentions(text, "Tomas Lund") == ["Tomas Lund", "Lund"]


@pytest.mark.parametrize("name", ["President Lund", "Mr. Lund"])
def test_a_surname_with_an_office_is_not_the_relative(name: str) -> None:
    text = f"{name} spoke. First lady Melania Lund stayed. {name} left.\n\nLund said no."
    assert mentions(text, "Melania Lund") == ["Melania Lund"]
    assert mentions(text, "Lund") == ["Lund", "Lund", "Lund"]


def test_a_relative_keeps_an_office_of_her_own() -> None:
    text = "Odo Berg’s wife, Senator Ida Lund, spoke. Senator Lund left."
    assert mentions(text, "Ida Lund") == ["Ida Lund", "Lund"]


def test_a_headline_names_whom_the_page_is_about() -> None:
    text = "Lund will run, allies say\n\nIda Lund spoke. Ida Lund left. Tomas Lund stayed."
    assert mentions(text, "Ida Lund") == ["Lund", "Ida Lund", "Ida Lund"]


def test_surname_written_first_is_found() -> None:
    text = "Chinese minister Wan Xue spoke. Mr Wan left."
    assert mentions(text, "Wan Xue") == ["Wan Xue", "Wan"]


@pytest.mark.parametrize(
    "text",
    [
        "They met in Paris.",
        "The minister travelled to Moscow on Friday.",
        "Shells fell near Kyiv and across eastern Ukraine.",
        "He was born in Peru.",
        "Talks were held in Geneva and Vienna.",
    ],
)
def test_place_alone_is_no_actor(text: str) -> None:
    assert [one for one in actors_of(text) if one.kind == "state"] == []


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Moscow has denied the report.", "RUS"),
        ("A reply was delivered to Moscow.", "RUS"),
        ("They put pressure on Beijing.", "CHN"),
        ("Paris’s demands were met.", "FRA"),
        ("The minister urged Kyiv to wait.", "UKR"),
        ("Talks between Lima and the others failed.", "PER"),
        ("The Peruvian response was short.", "PER"),
        ("The Kenyans will reply.", "KEN"),
        ("Troops from the north invaded Peru.", "PER"),
    ],
)
def test_government_is_meant(text: str, state: str) -> None:
    assert state in [one.state for one in actors_of(text)]


def test_forms_of_a_state_are_one_actor() -> None:
    text = "Russia objected. Moscow will reply. The Russian response was short."
    assert mentions(text, "Russia") == ["Russia", "Moscow", "Russian"]


@pytest.mark.parametrize(
    ("text", "name", "state", "sector", "kind"),
    [
        ("Peruvian troops advanced.", "Peruvian troops", "PER", "MIL", "group"),
        ("Moscow-backed separatists fired.", "Moscow-backed separatists", None, "REB", "group"),
        ("Kenya’s parliament voted.", "Kenya’s parliament", "KEN", "LEG", "organisation"),
        ("The Kenyan Foreign Ministry spoke.", "Kenyan Foreign Ministry", "KEN", "GOV",
         "organisation"),
        ("Police fired on the crowd.", "Police", None, "COP", "group"),
        ("Downing Street declined.", "Downing Street", "GBR", "GOV", "organisation"),
        ("Nato agreed.", "NATO", "IGO", "MIL", "organisation"),
        ("Reuters reported a blast.", "Reuters", "MNC", "MED", "organisation"),
        ("Rights group Open Door objected.", "Open Door", None, "CVL", "organisation"),
    ],
)  # fmt: skip
def test_body_or_group_is_coded(
    text: str, name: str, state: str | None, sector: str, kind: str
) -> None:
    found = actor(text, name)
    assert (found.state, found.sector, found.kind) == (state, sector, kind)


def test_compound_actors_stay_apart() -> None:
    text = "Kenyan and Peruvian officials met."
    assert [(one.name, one.state) for one in actors_of(text)] == [
        ("Kenyan officials", "KEN"),
        ("Peruvian officials", "PER"),
    ]


def test_abbreviation_in_brackets_is_the_same_body() -> None:
    text = "The Tarn Relief Council (TRC) spoke. The TRC objected."
    assert mentions(text, "Tarn Relief Council") == ["Tarn Relief Council", "TRC", "TRC"]


def test_own_outlet_of_the_page_is_a_medium() -> None:
    text = "“Yes,” she told the Tarvos Examiner."
    [found] = actors_of(text, outlet="Tarvos Examiner")
    assert (found.name, found.sector) == ("Tarvos Examiner", "MED")


FICTION = (
    "Vessarian Foreign Minister Ada Lund spoke in Dorvik, the capital of Vessaria. "
    "Vessaria’s parliament voted. Dorvik will reply. Norlandic troops entered Vessaria. "
    "The Norlanders left. The president of Norland, Odo Baru, objected."
)


def test_unknown_state_is_told_by_the_page() -> None:
    found = actor(FICTION, "Vessaria")
    assert (found.kind, found.state) == ("state", None)


def test_capital_of_an_unknown_state_is_its_government() -> None:
    assert "Dorvik" in mentions(FICTION, "Vessaria")


def test_adjective_of_an_unknown_state_is_tied_by_stem() -> None:
    assert "Norlanders" in mentions(FICTION, "Norland")
    assert actor(FICTION, "Norlandic troops").sector == "MIL"


def test_name_apposed_to_an_office_is_no_state() -> None:
    text = "Its president, Dorvo Lund, spoke. Lund’s foreign minister objected."
    assert actor(text, "Dorvo Lund").kind == "person"
    assert mentions(text, "Dorvo Lund") == ["Dorvo Lund", "Lund"]


def test_adjective_before_a_common_noun_tells_a_state_whose_name_is_seen() -> None:
    text = "Vessaria says no. Vessarian ports stay shut."
    assert actor(text, "Vessaria").kind == "state"


def test_given_name_is_no_state() -> None:
    text = "Julian wept. Julia spoke. Julian books sell well."
    assert [one for one in actors_of(text) if one.kind == "state"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Meanwhile said nothing. Talks resume. However the war goes on.",
        "Sadly the storm came. Nobody said why.",
        "Monday brought rain. In March it snowed.",
    ],
)
def test_common_word_with_a_capital_is_no_actor(text: str) -> None:
    assert names(text) == []


def test_headline_in_title_case_names_only_the_known() -> None:
    text = "No Deal In Sight As Lund Warns Of Long Winter\n\nMinister Ada Lund said no."
    assert names(text) == ["Ada Lund"]
    assert mentions(text, "Ada Lund")[0] == "Lund"


def test_headline_in_capitals_names_only_the_known() -> None:
    text = "LUND WARNS OF LONG WINTER\n\nMinister Ada Lund said no."
    assert mentions(text, "Ada Lund") == ["LUND", "Ada Lund"]


def test_dateline_names_no_actor() -> None:
    text = "MOSCOW, Jan 3 (Reuters) — Peru objected."
    assert names(text) == ["Peru"]
    line = Dateline(place="Lima", span=Span(0, 4))
    assert [one.name for one in actors_of("Lima – Kenya objected.", dateline=line)] == ["Kenya"]


def test_actors_come_in_the_order_of_first_mention() -> None:
    text = "Lund objected. Peru agreed. Minister Ada Lund left. NATO waited."
    assert names(text) == ["Ada Lund", "Peru", "NATO"]


alphabet = st.sampled_from(
    "Mr |Ada |Lund |Russia|n |’s | the |, |. |said |minister |Peru |-|“|(|)|TRC |of |\n\n|and |In |"
    "troops |President |A".split("|")
)


@given(st.lists(alphabet, max_size=60).map("".join))
def test_mentions_are_sorted_disjoint_and_inside_the_text(text: str) -> None:
    found = actors_of(text)
    spans = sorted(span for one in found for span in one.mentions)
    assert all(span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert [min(one.mentions) for one in found] == sorted(min(one.mentions) for one in found)
    assert len({one.id for one in found}) == len(found)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    actors_of(text)


@pytest.mark.parametrize(
    "unit",
    ["Ada ", "Russian and ", "Peru, ", "‘", "Ada Lund met Odo Baru. ", "Ab Cd, the Xian navy. "],
)
def test_time_is_bounded(unit: str) -> None:
    text = (unit * (50_000 // len(unit) + 1))[:50_000]
    start = time.process_time()
    actors_of(text)
    assert time.process_time() - start < 2


def test_many_people_are_read_in_bounded_time() -> None:
    text = " ".join(f"Minister {chr(65 + n % 26)}da{n:x} Lund said no." for n in range(3000))
    start = time.process_time()
    actors_of("".join(c for c in text if not c.isdigit()))
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("It burned, the river agency said.", "river agency", None),
        ("The Kenyan cereals office said no.", "Kenyan cereals office", "KEN"),
        ("It burned, Peruvian radio reported.", "Peruvian radio", "PER"),
        ("It burned, according to the local hospital.", "local hospital", None),
        ("“It burned,” said a grain charity.", "grain charity", None),
        ("One public law firm said no.", "public law firm", None),
    ],
)
def test_a_body_that_is_described_is_one_where_it_speaks(
    text: str, name: str, state: str | None
) -> None:
    [found] = actors_of(text)
    assert (found.name, found.kind, found.state) == (name, "organisation", state)


@pytest.mark.parametrize(
    "text", ["It burned, the agency said.", "He left the river agency.", "He joined a local club."]
)
def test_a_body_that_may_be_any_or_does_not_speak_is_none(text: str) -> None:
    assert actors_of(text) == []


def test_an_office_of_a_place_is_one_holder_and_the_place_nobody() -> None:
    [found] = actors_of("The mayor of Port Silvan said no.")
    assert (found.name, found.kind, found.role) == ("mayor of Port Silvan", "person", "mayor")


def test_an_envoy_of_a_state_is_one_holder() -> None:
    [found] = actors_of("The Danish envoy said no.")
    assert (found.name, found.state, found.role) == ("Danish envoy", "DNK", "envoy")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marymaud Lundt: No.\n\nOla: Why?\n\nMarymaud Lundt: So.\n\nOla: Yes.", "Marymaud Lundt"),
        ("Kiaro Perkan, a second year art student, admitted it.", "Kiaro Perkan"),
        ("K.C. Perkan, the head of the fund, said so.", "K.C. Perkan"),
        ("His brother, Philone, asked for it.", "Philone"),
        ("Philone, his brother, asked for it.", "Philone"),
        ("Markus Landgraaf has said so.", "Markus Landgraaf"),
        ("Marc Hill commented on it.", "Marc Hill"),
    ],
)
def test_words_around_a_name_tell_a_person(text: str, name: str) -> None:
    assert actor(text, name).kind == "person"


def test_a_name_that_is_a_common_word_labels_turns() -> None:
    text = "Bill: We hire people.\n\nRebecca: So we do.\n\nBill: Ask them.\n\nRebecca: We do."
    assert {"Bill", "Rebecca"} <= set(names(text))


def test_a_speaker_named_behind_a_body_is_no_part_of_its_name() -> None:
    text = "The head of the Coal Council Maria Lund said no."
    assert {"Coal Council", "Maria Lund"} <= set(names(text))
    text = "The Undersecretary of Coal for Policy Maria Lund said no."
    assert "Maria Lund" in names(text)


def test_a_group_does_not_open_with_and() -> None:
    found = names("Kenya and military officials met. Norway named foreign and defence ministers.")
    assert "Kenya" in found
    assert not any("and military" in name for name in found)


@pytest.mark.parametrize("word", ["I’ve", "We'll", "That’s"])
def test_a_contraction_is_no_name(word: str) -> None:
    assert names(f"“{word} said so,” he said. {word} said so.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Conservatives said no.", ["Conservative Party"]),
        ("Kenya spoke. Likud said no.", ["Kenya", "Likud"]),
        ("Britain spoke. Conservatives said no.", ["UK", "Conservative Party"]),
        ("Peru spoke. Conservatives said no.", ["Peru"]),
        ("Kenya spoke. The Labour Council said no.", ["Kenya"]),
    ],
)
def test_a_party_by_one_word_is_that_of_a_state_that_is_named(text: str, found: list[str]) -> None:
    assert [name for name in names(text) if name != "Labour Council"] == found


def test_a_ministry_in_another_capital_is_that_states() -> None:
    text = "Peru’s foreign ministry said yes. A spokesman for the foreign ministry in Nairobi left."
    assert actor(text, "foreign ministry in Nairobi").state == "KEN"


def test_a_capital_speaks_at_first() -> None:
    assert names("Nairobi at first denied it.") == ["Kenya"]


def test_labels_in_capitals_are_who_is_named_in_full() -> None:
    text = "With us is Ada McSithe, who edits it.\n\nMCSITHE: I saw it.\n\nMCSITHE: Not all."
    assert names(text) == ["Ada McSithe"]
    assert mentions(text, "Ada McSithe") == ["Ada McSithe", "MCSITHE", "MCSITHE"]


def test_somebodys_office_speaks_as_a_body() -> None:
    text = "President Odo Baru left. Baru’s office said no."
    assert [(each.name, each.kind) for each in actors_of(text)] == [
        ("Odo Baru", "person"),
        ("Baru’s office", "organisation"),
    ]


def test_label_that_stands_once_is_no_person() -> None:
    assert names("Warning: it rains.") == []


def test_body_in_capitals_opens_a_sentence() -> None:
    assert names("WHO say it rained.") == ["World Health Organization"]


@pytest.mark.parametrize(
    ("text", "name", "state", "sector"),
    [
        ("The Japanese Coast Guard left.", "Japanese Coast Guard", "JPN", "MIL"),
        ("Officials in Lima said no.", "Officials in Lima", "PER", "GOV"),
        ("The junta in Niamey said no.", "junta in Niamey", "NER", "MIL"),
        ("The Swedish carmaker Norrvik said no.", "Norrvik", "SWE", "BUS"),
        ("The Kenyan news agency Rift Press reported it.", "Rift Press", "KEN", "MED"),
        ("Kenya’s main opposition party said no.", "Kenya’s main opposition party", "KEN", "OPP"),
        ("Houthi rebels fired.", "Houthi rebels", "YEM", "REB"),
        ("Malian rebels fired.", "Malian rebels", "MLI", "REB"),
        ("Russian-backed rebels fired on Ukraine.", "Russian-backed rebels", "UKR", "REB"),
        ("The Saudi-led coalition fired on Yemen.", "Saudi-led coalition", "SAU", "MIL"),
        ("US officials said no.", "US officials", "USA", "GOV"),
        ("Spanish MEPs said no.", "Spanish MEPs", "ESP", "LEG"),
    ],
)
def test_words_around_a_group_or_body_tell_state_and_sector(
    text: str, name: str, state: str, sector: str
) -> None:
    found = actor(text, name)
    assert (found.state, found.sector) == (state, sector)


@pytest.mark.parametrize(
    ("text", "name", "state", "sector"),
    [
        ("Kenya’s ambassador to Lima, Ada Lund, left.", "Ada Lund", "KEN", "GOV"),
        ("Kenya recalled the ambassador in Ostrel, Ada Lund.", "Ada Lund", None, "GOV"),
        ("The Kenyan president’s adviser Ada Lund left.", "Ada Lund", "KEN", "GOV"),
        ("Ada Lund, who heads the Kenyan army, left.", "Ada Lund", "KEN", "MIL"),
        ("President Ada Lund of Kenya left.", "Ada Lund", "KEN", "GOV"),
        ("Energy Minister Sheikh Omar Lund of Qatar left.", "Omar Lund", "QAT", "GOV"),
        ("Foreign Minister Oh Lund of Kenya left.", "Oh Lund", "KEN", "GOV"),
        ("Kenyan Vice-President Ada Lund left.", "Ada Lund", "KEN", "GOV"),
        (
            "Kenyan minister Odo Baru spoke. Mr Baru’s rival Ada Lund, an opposition leader, left.",
            "Ada Lund", "KEN", "OPP",
        ),
    ],
)  # fmt: skip
def test_whose_office_it_is_tells_the_state_of_a_person(
    text: str, name: str, state: str | None, sector: str
) -> None:
    found = actor(text, name)
    assert (found.state, found.sector) == (state, sector)


@pytest.mark.parametrize(
    "text",
    [
        "They sent Minister Odo Baru, Tamsin Eckl and Wes Orban.",
        "Tamsin Eckl (1926-2011) led it.",
        "Tamsin Eckl (D-OH) led it.",
        "Republican Tamsin Eckl led it.",
        "Tamsin Eckl was born there.",
    ],
)
def test_list_life_or_party_tells_a_person(text: str) -> None:
    assert actor(text, "Tamsin Eckl").kind == "person"


def test_surname_with_an_article_is_found_where_it_opens_a_sentence() -> None:
    text = "Minister Omar al-Marri spoke. Al-Marri left."
    assert mentions(text, "Omar al-Marri") == ["Omar al-Marri", "Al-Marri"]


def test_capital_in_a_list_of_states_that_act_is_a_government() -> None:
    assert names("Peru, Kenya and Washington agreed.") == ["Peru", "Kenya", "United States"]
    assert "United States" not in names("They met in Peru, Kenya and Washington.")


def test_titles_in_a_list_part_the_names() -> None:
    text = "They met Texas Sen. Ada Lund, Florida Sen. Odo Baru and Gov. Ole Lind."
    assert [(one.name, one.sector) for one in actors_of(text)] == [
        ("Ada Lund", "LEG"), ("Odo Baru", "LEG"), ("Ole Lind", "GOV"),
    ]  # fmt: skip


def test_party_behind_its_name_is_the_same_body() -> None:
    text = "The Likud party said no. Later Likud left."
    assert names(text) == ["Likud"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("President Ada Lund left. Lund’s forces stayed.", "Ada Lund", "President"),
        ("President Lund left. The Lund administration stayed.", "Lund", "President"),
        ("Then-Governor Ada Lund left.", "Ada Lund", "Then-Governor"),
        ("Ada Lund of Hopewell, the chairman of the Dock Board, left.", "Ada Lund", "chairman"),
    ],
)
def test_a_surname_is_neither_a_state_nor_a_home(text: str, name: str, role: str) -> None:
    found = actor(text, name)
    assert (found.kind, found.role) == ("person", role)
    assert [one for one in actors_of(text) if one.kind == "state"] == []
    assert "Hopewell" not in names(text)


def test_the_vice_president_is_not_the_president() -> None:
    text = "President Ada Lund met the vice president. The president left."
    assert mentions(text, "Ada Lund") == ["Ada Lund", "president"]


def test_who_once_held_an_office_is_not_its_holder() -> None:
    text = "Then-Secretary Odo Baru left. Secretary Ada Lund came. The secretary spoke."
    assert "secretary" in mentions(text, "Ada Lund")


def test_a_verb_that_opens_a_heading_is_no_part_of_a_name() -> None:
    text = "Firing Lund is a bad idea\n\nOdo Baru and Ada Lund spoke. Lund left."
    assert "Ada Lund" in names(text)
    assert not any("Firing" in name for name in names(text))


def test_the_west_bank_is_no_bank_of_the_west() -> None:
    assert "WST" not in {one.state for one in actors_of("Aid for the West Bank was cut.")}


def test_a_given_name_tells_namesakes_apart_by_title() -> None:
    text = "Hillary Lund ran. Her husband, Bill Lund, spoke. Mrs. Lund left. Mr. Lund stayed."
    assert mentions(text, "Hillary Lund") == ["Hillary Lund", "Lund"]
    assert mentions(text, "Bill Lund") == ["Bill Lund", "Lund"]


def test_an_arabic_article_does_not_part_a_surname() -> None:
    text = "President Rashid al-Marri spoke. Marri left. The Marri regime fell."
    assert len(mentions(text, "Rashid al-Marri")) == 3


def test_mrs_is_not_the_only_namesake_who_is_a_man() -> None:
    text = "Bill Lund, the mayor, spoke. Mrs. Lund left."
    assert mentions(text, "Bill Lund") == ["Bill Lund"]


def test_who_has_a_presidency_is_somebody() -> None:
    text = "The Lundqvist presidency met doubts. They warned Lundqvist."
    assert actor(text, "Lundqvist").kind == "person"


def test_the_first_of_two_surnames_is_the_same_person() -> None:
    text = "The minister, Mauricio Arce Tello, spoke. Arce thanked Norland."
    assert mentions(text, "Mauricio Arce Tello") == ["Mauricio Arce Tello", "Arce"]


def test_a_second_given_name_alone_is_somebody_else() -> None:
    text = "The minister, Ida Carol Berg, spoke. Carol said no."
    assert mentions(text, "Ida Carol Berg") == ["Ida Carol Berg"]


def test_a_newspaper_is_no_person() -> None:
    assert (
        actor("The mayor knew, the Norport Ledger said.", "Norport Ledger").kind == "organisation"
    )


def test_military_and_economic_assistance_is_no_military() -> None:
    text = "Egypt received American military and economic assistance."
    assert "military" not in " ".join(names(text)).lower()


@pytest.mark.parametrize("verb", ["complained to the court", "balked", "blames the weather"])
def test_a_capital_that_complains_is_its_government(verb: str) -> None:
    assert "Kenya" in names(f"Nairobi {verb}.")


def test_a_bank_that_is_only_described_is_a_body() -> None:
    text = "The Chinese development bank rejected the plan."
    assert actor(text, "Chinese development bank").sector == "BUS"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“No,” Georgia Republican Sen. Ole Berg said.", "Ole Berg"),
        ("“No,” Norport Democratic Rep. Ole Berg said.", "Ole Berg"),
        ("The envoy, Jan Berg, said no.", "Jan Berg"),
        ("The rule of Labour MP Jan de Berg fell.", "Jan de Berg"),
    ],
)
def test_a_party_before_a_title_and_a_month_for_a_name(text: str, name: str) -> None:
    assert actor(text, name).kind == "person"
    assert not any("Republican" in each or "Democratic" in each for each in names(text))


def test_a_month_is_no_name() -> None:
    assert "April Berg" not in names("The strike began in April. Berg said no.")


def test_the_north_is_a_state_where_its_whole_name_stands_too() -> None:
    text = "North Korea met South Korea. The North said no; the South agreed in the North Sea."
    assert mentions(text, "North Korea") == ["North Korea", "The North"]
    assert mentions(text, "South Korea") == ["South Korea", "the South"]
    assert not any("North" in each for each in names("The North said no to the Yankees."))


def test_an_age_behind_a_surname_makes_a_person() -> None:
    assert actor("Berg, 61, resigned on Friday.", "Berg").kind == "person"
    assert "Oru" not in names("It rained in Oru, 12, and elsewhere.")


def test_a_junior_is_one_person_with_and_without_it() -> None:
    text = "Sen. Ole Lund Jr. of Oru rejected the bill. Lund left."
    assert mentions(text, "Ole Lund") == ["Ole Lund Jr.", "Lund"]


def test_a_junior_is_not_the_father_who_is_named_too() -> None:
    text = "Ole Lund praised Kenya. Ole Lund Jr. rejected the bill."
    assert mentions(text, "Ole Lund") == ["Ole Lund"]


def test_where_somebody_is_from_does_not_speak() -> None:
    assert names("Gov. Ida Berg of Ossia warned Peru.") == ["Ida Berg", "Peru"]


def test_a_role_noun_behind_a_given_name_is_a_surname() -> None:
    assert "Paul Singer" in names("On Monday Paul Singer praised Kenya.")
    assert names("Kenyan singer Ida Berg left.") == ["Ida Berg"]


def test_only_an_adjective_shares_the_role_of_the_next_state() -> None:
    text = "Peru and Kenyan Foreign Minister Ada Lund praised it."
    assert names(text) == ["Peru", "Ada Lund"]
    assert names("US and South Korean troops left.") == ["US troops", "South Korean troops"]


def test_the_regime_is_a_body_before_a_word_of_time() -> None:
    assert "regime" in names("The attack was led by the regime earlier this week.")


def test_a_dash_is_no_part_of_a_name() -> None:
    assert "- federal police" not in names("It was over. - federal police left.")


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        (
            "Open Lectern, a Kenyan rights group, left. It thanked Open Lectern.",
            "Open Lectern",
            "CVL",
        ),
        ("Norcoal, the mining firm that failed, rejected the bill.", "Norcoal", "BUS"),
        ("Muslim Advocates, a charity, rejected the bill.", "Muslim Advocates", "CVL"),
    ],
)
def test_a_noun_behind_the_comma_tells_that_a_name_is_a_body(
    text: str, name: str, sector: str
) -> None:
    found = actor(text, name)
    assert (found.kind, found.sector) == ("organisation", sector)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The oil company, Norcoal, left.", "organisation"),
        ("The head of the company, Norcoal, left.", None),
        ("He left the party, Norcoal, Lund and Kesh said.", None),
        ("He left the party, Norcoal said.", None),
    ],
)
def test_a_noun_before_two_commas_tells_that_a_name_is_a_body(text: str, kind: str | None) -> None:
    found = [each for each in actors_of(text) if each.name == "Norcoal"]
    assert [each.kind for each in found if each.kind == "organisation"] == ([kind] if kind else [])


@pytest.mark.parametrize(("head", "state"), [("Minister", None), ("Secretary", "USA")])
def test_a_minister_is_of_no_american_department(head: str, state: str | None) -> None:
    assert actor(f"Homeland Security {head} Olek Baru said no.", "Olek Baru").state == state


def test_a_body_may_be_told_by_how_many_it_has() -> None:
    assert actor("The 15-member council said no.", "15-member council").kind == "organisation"


def test_a_body_told_by_how_many_it_has_is_the_one_named_before() -> None:
    text = "The UN Security Council met. The 15-member council said no."
    found = actor(text, "Security Council")
    assert len(found.mentions) == 2


@pytest.mark.parametrize(("far", "government"), [(False, 2), (True, 1)])
def test_behind_other_paragraphs_the_government_is_not_that_of_another_state(
    far: bool, government: int
) -> None:
    between = "\n\nPeru met Peru’s miners.\n\n" if far else " "
    text = f"Peru, Peru and Peru: Kenya’s government left.{between}The government said no."
    assert len(actor(text, "Kenya’s government").mentions) == government


def test_the_then_president_is_not_the_president() -> None:
    text = "President Ida Berg left. In 2003 the then president, a poet, said no."
    assert len(actor(text, "Ida Berg").mentions) == 1


@pytest.mark.parametrize(("end", "mentions"), [(" reports. The hospital sued.", 1), (". The", 1)])
def test_who_reports_behind_a_comma_is_not_what_stands_before_it(end: str, mentions: int) -> None:
    text = f"Rebels stormed the hospital, Reuters{end}"
    assert len(actor(text, "Reuters").mentions) == mentions


def test_a_body_before_another_noun_tells_nothing_of_a_person() -> None:
    assert actor("Ida Berg, a company director, said no.", "Ida Berg").kind == "person"


def test_the_leader_of_a_state_is_the_only_one_who_heads_it() -> None:
    text = "Kenyan President Ole Lund met Kenyan Defence Minister Ada Baru. The Kenyan leader left."
    assert mentions(text, "Ole Lund") == ["Ole Lund", "Kenyan leader"]
    other = text.replace("The Kenyan", "The Peruvian")
    assert mentions(other, "Ole Lund") == ["Ole Lund"]


def test_the_president_is_whose_administration_is_named() -> None:
    text = "The Trump administration left. The president rejected the bill."
    assert mentions(text, "Trump") == ["president"]
    assert "Trump" not in names(text + " The Obama administration came.")
    assert "Trump" not in names(text + " President Ole Lund came.")


@pytest.mark.parametrize(("times", "named"), [(3, True), (2, False)])
def test_of_two_presidents_the_one_told_of_far_more_often_is_meant(times: int, named: bool) -> None:
    more = "Lund left. " * (times - 1)
    text = f"President Lund met President Baru. {more}The president spoke."
    assert ("president" in mentions(text, "Lund")) is named


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The mayor of Oru, Ida Berg, said no.", "Ida Berg", "mayor"),
        ("Police freed the head of the fish market, Odo Baru, on Monday.", "Odo Baru", "head"),
        ("The speaker of the city council, Ida Berg, left.", "Ida Berg", "speaker"),
    ],
)
def test_who_holds_an_office_of_anything_is_named_behind_it(
    text: str, name: str, role: str
) -> None:
    assert actor(text, name).role == role
    assert [one.name for one in actors_of(text) if one.kind == "person"] == [name]


def test_of_two_offices_a_name_behind_may_explain_either() -> None:
    text = "A spokesman for the mayor of Oru, Ida Berg, said no."
    assert actor(text, "Ida Berg").role != "spokesman"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nurse Ida Berg said no.", "Ida Berg"),
        ("Firefighter Odo Musa Baru said no.", "Odo Musa Baru"),
        ("Baker Berg Group said no.", "Baker Berg Group"),
        ("Porter Berg said no.", "Porter Berg"),
    ],
)
def test_a_trade_that_opens_a_sentence_is_no_part_of_a_full_name(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya closed the port. The government said no.", ["Kenya", "government"]),
        ("Kenya closed the port. The authorities said no.", ["Kenya", "authorities"]),
        ("It closed the port of Kenya. The government said no.", ["Kenya"]),
        ("Kenya closed the port. It rained. The government said no.", ["Kenya"]),
    ],
)
def test_the_government_is_that_of_the_state_before(text: str, told: list[str]) -> None:
    found = [one for one in actors_of(text) if one.name == "Kenya"]
    assert [text[span.start : span.end] for one in found for span in one.mentions] == told


@pytest.mark.parametrize(
    ("clause", "role"),
    [
        ("is now mayor of Lisk", "mayor"),
        ("was elected mayor of Lisk in June", "mayor"),
        ("has been named finance minister of Peru", "finance minister of Peru"),
        ("became president of Peru", "president of Peru"),
        ("was mayor of Lisk", None),
        ("may become mayor of Lisk", None),
    ],
)
def test_a_clause_tells_the_office_of_its_subject(clause: str, role: str | None) -> None:
    assert actor(f"Odo Baru said no. Odo Baru {clause}.", "Odo Baru").role == role


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Insurer Norwall said no. The insurer said so.", ["Norwall", "insurer"]),
        ("Norwall, an airline in Lisk, said no. The airline said so.", ["Norwall", "airline"]),
        ("The tabloid Norwall said no. The airline said so.", ["Norwall"]),
    ],
)
def test_a_body_is_called_by_what_it_is(text: str, told: list[str]) -> None:
    assert mentions(text, "Norwall") == told


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Welder Torvek Lindh fell.", True),
        ("The welder Torvek Lindh fell.", True),
        ("The champion Torvek Lindh fell.", False),
        ("The welders Torvek Lindh fell.", False),
    ],
)
def test_what_one_is_before_a_full_name_tells_a_person(text: str, person: bool) -> None:
    assert ("Torvek Lindh" in names(text)) is person


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Kenyan health ministry said no. The roads ministry said so.", "roads ministry"),
        ("Kenya’s ports and rivers ministry said no.", "Kenya’s ports and rivers ministry"),
        ("Kenya’s law minister said no.", "Kenya’s law minister"),
        ("The ministry of roads and bridges said no.", "ministry of roads and bridges"),
        ("Kenya’s navy chief said no.", "Kenya’s navy chief"),
        ("The Union of Rail Workers said no.", "Union of Rail Workers"),
        ("The Council of Peruvian Churches said no.", "Council of Peruvian Churches"),
        ("The League of Peruvian Industry said no.", "League of Peruvian Industry"),
        ("It burned, the Twin-Lakes News Agency reported.", "Twin-Lakes News Agency"),
        ("It burned, Lisk General Hospital said.", "Lisk General Hospital"),
        ("It burned, the relief centre said.", "relief centre"),
    ],
)
def test_a_body_or_office_has_its_whole_name(text: str, found: str) -> None:
    assert found in names(text)


@pytest.mark.parametrize(
    "text", ["They left the shopping centre.", "The same ministry said no.", "Berg met a chief."]
)
def test_what_is_no_body_has_no_name(text: str) -> None:
    assert not {"shopping centre", "same ministry", "chief"} & set(names(text))


def test_a_governor_behind_his_bank_is_no_part_of_its_name() -> None:
    assert names("Bank of Kenya Governor Ida Berg said no.") == ["Bank of Kenya", "Ida Berg"]


def test_the_ministry_is_the_one_named_last() -> None:
    text = "Kenya’s health ministry said no. The roads ministry said so. The ministry left."
    assert mentions(text, "roads ministry") == ["roads ministry", "ministry"]


def test_the_union_is_the_one_of_that_first_noun() -> None:
    text = "The Union of Rail Workers said no. The union said so."
    assert mentions(text, "Union of Rail Workers")[1:] == ["union"]


def test_the_government_is_not_that_of_a_guest_in_another_states_story() -> None:
    text = "A dam burst in Peru. Peru needs tents. Kenya will send some. The government said no."
    assert mentions(text, "Kenya") == ["Kenya"]


def test_whose_victims_they_are_is_read_to_the_start_of_a_name() -> None:
    text = "The Front kidnapped four engineers. Papua New Guinea’s army fled."
    assert "Papua New Guinea’s army" in names(text)


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        ("the mayor said no", None),
        ("the mayor of Lisk said no", None),
        ("the mayor, Ada Berg said no", "mayor"),
    ],
)
def test_who_acts_behind_a_name_in_front_is_not_called_so(behind: str, role: str | None) -> None:
    text = f"Odo Baru said no. After a call with Odo Baru, {behind}."
    assert actor(text, "Odo Baru").role == role


@pytest.mark.parametrize(
    "text",
    [
        "The talks failed in Baru, the foreign minister said.",
        "Rescuers found nobody in Baru, the mayor of the town told reporters.",
        "No shot was fired off Baru, the commander of the Strait Flotilla has told the Post.",
        "Soldiers left Baru, the commander said on Monday.",
        "Ida Baru, the foreign minister said, had left.",
    ],
)
def test_who_says_the_clause_before_is_not_the_last_one_named_in_it(text: str) -> None:
    assert all(one.role is None for one in actors_of(text) if "Baru" in one.name)


def test_whose_victims_they_are_is_not_read_through_other_persons() -> None:
    found = names("Ada Berg’s parents push lawmakers for an inquiry.")
    assert not any("push" in name for name in found)


def test_no_name_goes_on_into_a_word_that_is_the_start_of_another_text() -> None:
    text = "Odo Berg met Ida Stuart BaruTake Berg literally. ExxonMobil paid."
    assert names(text) == ["Odo Berg", "Exxon Mobil"]


def test_a_name_that_is_given_twice_ends_before_the_second() -> None:
    text = "Sen. Mary Berg Mary Ann BergPeru signs bill MORE said no. Abdullah Abdullah said no."
    assert {"Mary Berg", "Abdullah Abdullah"} <= set(names(text))
    assert not any("Ann" in name for name in names(text))
    assert {"Mary Berg", "Mary Lund"} <= set(names("Kenya met Mary Berg and Mary Lund."))


def test_an_office_behind_a_place_is_not_that_of_the_place() -> None:
    text = "It fell in Sorel Bay, Japan’s envoy has said. Odo Berg, the Japanese envoy, left."
    assert mentions(text, "Odo Berg")[0] == "Japan’s envoy"


def test_whose_father_is_told_of_keeps_the_surname_that_stands_first() -> None:
    text = (
        "Kim Jong-un spoke. Kim left.\n\nNeither Kim’s father, Kim Jong-il, nor Kim Il-sung spoke."
    )
    assert mentions(f"{text}\n\nKim will run.", "Kim Jong-un")[-1] == "Kim"


def test_the_president_of_a_page_on_another_is_not_the_one_of_another_state() -> None:
    text = "Ada Berg left. Ada Berg and the Kenyan president met. Berg praised Peru’s president "
    text += "Odo Baru. Berg and the president left."
    assert mentions(text, "Odo Baru") == ["Odo Baru"]
    alone = text.replace("the Kenyan president", "others")
    assert mentions(alone, "Odo Baru")[-1] == "president"


def test_a_slogan_opens_no_name() -> None:
    found = names("“Stop Berg now!” they said. Signs read “Impeach Berg”. Ada Berg said no.")
    assert "Ada Berg" in found
    assert not any(name.startswith(("Stop", "Impeach")) for name in found)


def test_a_given_name_that_is_a_place_of_the_page_is_the_place() -> None:
    text = "Orlando Berg spoke. Many wept in Orlando. Kenya condemned the Orlando raid. Berg left."
    assert mentions(text, "Orlando Berg") == ["Orlando Berg", "Berg"]


def test_who_has_an_administration_is_not_called_by_it() -> None:
    found = names("President Trump left. Mr. Trump’s administration denied it.")
    assert found == ["Trump", "Trump administration"]


def test_the_adjective_of_protests_is_nobodys_name() -> None:
    assert "Peaceful" not in names("Peaceful protests began in May. Berg protests.")


def test_who_signs_a_post_is_a_person() -> None:
    text = "It is a disgrace. — Rep. Odo Baru (@odobaru) November 3, 2017"
    assert names(text) == ["Odo Baru"]
    assert names("It is a disgrace. — Odo Baru (November 3, 2017)") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rep. Jim Jordan left. Jordan said no.", {"Jim Jordan"}),
        ("Rep. Jim Jordan left. He was in Jordan, and Jordan said no.", {"Jim Jordan", "Jordan"}),
        ("Rep. Jim Jordan left. The Jordanian army fled. Jordan said no.",
         {"Jim Jordan", "Jordan", "Jordanian army"}),
        ("Tbilisi was calm. Georgia said no.", {"Georgia"}),
        ("Hillary’s government would do harm, said Hillary.", {"Hillary"}),
        ("Puerto Rico asked for aid after Hurricane Odo.", {"Puerto Rico"}),
    ],
)  # fmt: skip
def test_who_is_called_as_a_state_is_told_from_it(text: str, found: set[str]) -> None:
    assert set(names(text)) == found


def test_the_american_georgia_is_none_of_the_caucasus() -> None:
    assert actor("A vote near Atlanta is due. Georgia said no.", "Georgia").state == "USA"
    assert actor("A vote in Tbilisi is due. Georgia said no.", "Georgia").state == "GEO"


def test_who_is_of_another_state_is_not_meant_by_a_party_of_one() -> None:
    text = (
        "Senate leader Ida Berg spoke. Sen. Odo Lund of Utah left. The Kentucky Republican said no."
        " The Arizona Republican said yes."
    )
    assert "Kentucky Republican" in mentions(text, "Ida Berg")
    assert "Arizona Republican" not in mentions(text, "Ida Berg")
    assert mentions(text, "Odo Lund") == ["Odo Lund"]
