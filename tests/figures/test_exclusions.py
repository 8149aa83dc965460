import pytest
from tests.figures.reading import find


@pytest.mark.parametrize(
    "text",
    [
        "Two diplomats said the talks would go on.",
        "Three people familiar with the matter confirmed it.",
        "One captain told the harbour by radio.",
        "It will go on, according to two officials.",
        "The talks would go on, said two diplomats.",
        "The two sides agreed.",
        "The two governments have spoken.",
        "A deal between the two is near.",
        "The ship is three times its size.",
        "The Group of Seven meets.",
        "The Six-Day War is taught.",
        "Ask again in a month.",
        "It was the first visit in a decade.",
        "It cost her a day.",
        "The match ended 3-1.",
        "It lies at 14 Harbour Street.",
        "Call 0800 555 0199 now.",
        "Between 2014 and 2017 it was shut.",
        "He numbered it day one.",
        "They came one after another.",
        "Just a day or two ago it was quiet.",
        "On show: miOffice 11 new and old.",
        "Hide Caption 3 of 10 Photos: Boats lie in the harbour.",
        "Image 1 of 13",
        "The plan is this: (1) tax cuts, (2) loans, and (3) a dam.",
        "He fired a .22-caliber gun.",
        "It adds zero-emission power and has zero tolerance.",
        "Five things to watch at the talks.",
        "They want a two-state solution and a five-point plan.",
        "She left a 9/11 memorial.",
        "He spoke to all of them on board Air Force One Saturday.",
        "But one wonders what they have.",
        "The votes (53-47, 44-56, 47-53) were close.",
        "A slip: 2012 campaign hints it is none.",
        "They work 24/7 on a 50/50 split.",
        "It decided to do a 180 on the office.",
        "She told the Herald-“60 Minutes” team.",
        "One cannot have both; one need only ask.",
        "It is his number one duty.",
        "Can you make one last call?",
        "Baru, whose potential 2018 challengers wait, spoke of his 2016 loss.",
        "He ended the so-called 1033 program.",
        "They banned .50 caliber guns.",
        "His office is within 30 Lisk Center.",
        "Here are five of the most memorable anecdotes.",
    ],
)
def test_what_is_no_quantity_gives_no_figure(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The two hours of talks ended.", "two hours"),
        ("The firm has 1520 customers there.", "1520 customers"),
        ("The museum bought 300 photos.", "300 photos"),
        ("The 12 dead included a cook.", "12 dead"),
        ("She used 500mg tablets.", "500"),
        ("Blast kills ten sailors.", "ten sailors"),
        ("An hour and a half passed after an hour and a half of talks.", "hour and a half"),
        ("Three officials were arrested.", "Three officials"),
        ("They sent their two ships.", "two ships"),
        ("The ministry said 14 people were held.", "14 people"),
        ("Two officers died after guards said it was safe.", "Two officers"),
        ("A guard said two officers had drowned.", "two officers"),
        ("By Monday 640 ships had left.", "640 ships"),
        ("In May 1,800 ships had left.", "1,800 ships"),
        ("Kesh issued 400 visas.", "400 visas"),
    ],
)
def test_a_quantity_that_looks_like_none_is_found(text: str, words: str) -> None:
    assert any(words in figure.words for figure in find(text))


def test_a_number_word_behind_a_dateline_is_no_name() -> None:
    [figure] = find("LISK (AP) - Three people were killed in a fire.")
    assert figure.words == "Three people"
