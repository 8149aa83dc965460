"""What the rating of people promises; how often it is right stands in evaluation/."""

import pytest

from onrecord.coreference import MentionIndex, People
from onrecord.records import Actor, Span

NAMES = ("Ida Berg", "Jan Holt")


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def people_of(text: str) -> People:
    actors = [
        Actor(id=name, name=name, kind="person", mentions=(find(text, name),))
        for name in NAMES
        if name in text
    ]
    return People(text, MentionIndex(actors))


def test_odds_of_all_and_of_nobody_are_one() -> None:
    text = "Ida Berg met Jan Holt. She left."
    rating = people_of(text).rate(find(text, "She"), "she")
    assert sum(odds for odds, _ in rating.people) + rating.neither == pytest.approx(1)
    assert [odds for odds, _ in rating.people] == sorted(
        (odds for odds, _ in rating.people), reverse=True
    )


def test_nobody_is_best_where_nobody_is_named() -> None:
    text = "The mayor spoke. She left."
    assert people_of(text).rate(find(text, "She"), "she").best is None


def test_title_tells_the_gender() -> None:
    text = "Mr Jan Holt met Ida Berg. She left."
    rating = people_of(text).rate(find(text, "She"), "she")
    assert [actor.id for _, actor in rating.people] == ["Ida Berg"]


def test_a_noun_of_kinship_tells_the_gender() -> None:
    text = "It was late, said his mother, Ida Berg. He left."
    assert people_of(text).rate(find(text, "He"), "he").people == ()


def test_sure_pronoun_tells_the_gender() -> None:
    text = "Ida Berg spoke. She left. He came."
    people = people_of(text)
    rating = people.rate(find(text, "She"), "she")
    people.learn(0.95, rating.people[0][1], "she")
    assert people.rate(find(text, "He"), "he").people == ()


def test_a_given_name_is_a_hint_of_the_gender() -> None:
    text = "Angela Berg met Xoro Holt. They parted."
    actors = [
        Actor(id=name, name=name, kind="person", mentions=(find(text, name),))
        for name in ("Angela Berg", "Xoro Holt")
    ]
    people = People(text, MentionIndex(actors))
    she, he = (
        {actor.id: odds for odds, actor in people.rate(find(text, "They"), gender).people}
        for gender in ("she", "he")
    )
    assert she["Angela Berg"] > he["Angela Berg"] > 0


def test_weighing_keeps_the_sum_of_the_odds() -> None:
    text = "Ida Berg met Jan Holt. She left."
    rating = people_of(text).rate(find(text, "She"), "she")
    weighed = rating.weigh(lambda actor: 0.0 if actor.id == "Ida Berg" else 1.0)
    assert sum(odds for odds, _ in weighed.people) + weighed.neither == pytest.approx(1)
    assert weighed.people[-1][0] == 0.0


def test_pronoun_takes_up_the_name_right_before_it() -> None:
    text = "The mayor, Ida Berg, when she came, left."
    found = people_of(text).resume("she", find(text, "she"))
    assert found is not None
    assert found.id == "Ida Berg"


def test_a_pronoun_looks_ahead_in_its_own_sentence_alone() -> None:
    behind = "When she left, Ida Berg spoke."
    next_one = "She left.\n\nIda Berg spoke."
    assert people_of(behind).rate(find(behind, "she"), "she").people
    assert people_of(next_one).rate(find(next_one, "She"), "she").people == ()


def test_what_belongs_to_a_name_tells_the_gender() -> None:
    text = "Ida Berg and her deputy met Jan Holt. He left."
    rating = people_of(text).rate(find(text, "He"), "he")
    assert [actor.id for _, actor in rating.people] == ["Jan Holt"]


@pytest.mark.parametrize(
    "text",
    [
        "Jan Holt, exchanging notes with his wife, smiled. He left.",
        "Jan Holt, the mayor's daughter said, smiled. He left.",
        "Jan Holt, whose mother fell, smiled. He left.",
        "It hit the chairwoman. Jan Holt smiled. He left.",
    ],
)
def test_a_noun_of_somebody_else_tells_no_gender(text: str) -> None:
    assert people_of(text).rate(find(text, "He"), "he").people


def test_an_apposition_tells_the_gender() -> None:
    text = "Jan Holt, the firm's former chairwoman, smiled. He left."
    assert people_of(text).rate(find(text, "He"), "he").people == ()


def test_a_surname_that_opens_a_clause_is_not_the_relative_before_it() -> None:
    text = "Jan Holt woke. Failing to reach his mother, Holt rang. He left."
    spans = (find(text, "Jan Holt"), Span(text.index("Holt rang"), text.index(" rang")))
    holt = Actor(id="Holt", name="Jan Holt", kind="person", mentions=spans)
    assert People(text, MentionIndex([holt])).rate(find(text, "He"), "he").people
