import pytest

from onrecord.asking.questions import Form, read_question
from onrecord.asking.terms import find_terms, holds_name, stem_word


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Who said that the door is narrow?", "who"),
        ("what did Mira Lund say about the strait", "what"),
        ("How many sailors died?", "number"),
        ("How long did the talks last?", "length"),
        ("When was the cutter sunk?", "when"),
        ("Has Tarvia laid mines?", "whether"),
        ("grain prices", "about"),
        ("", "about"),
    ],
)
def test_the_form_of_a_question_is_known(words: str, form: Form) -> None:
    assert read_question(words).form == form


def test_a_speaker_is_asked_by_name_without_title() -> None:
    question = read_question("What did Prime Minister Mira Lund threaten?")
    assert (question.who, question.acts) == ("Mira Lund", ("threaten",))


@pytest.mark.parametrize(
    "who", ["the Defence Ministry", "the foreign minister", "President of Norland", "Berg"]
)
def test_a_role_is_left_where_no_name_follows(who: str) -> None:
    assert read_question(f"What did {who} say about the strait?").who == who


@pytest.mark.parametrize(
    "words", ["Who first said that it sank?", "Who was the first to say that it sank?"]
)
def test_who_was_first_is_asked(words: str) -> None:
    question = read_question(words)
    assert (question.first, question.verb) == (True, "said" if "said" in words else "say")


@pytest.mark.parametrize(
    ("words", "passive"),
    [
        ("Who was fired by the board?", True),
        ("Who has been shot?", True),
        ("Whom did Ida Berg meet in Oru?", True),
        ("Who is the mayor?", False),
        ("Who fired the keeper?", False),
        ("Who is asking for aid?", False),
    ],
)
def test_who_is_asked_for_may_be_one_to_whom_it_was_done(words: str, passive: bool) -> None:
    assert read_question(words).passive == passive


def test_what_is_counted_ends_at_the_verb() -> None:
    question = read_question("How many Tarvian ships are near the island?")
    assert [term.stem for term in question.counted] == ["tarvian", "ship"]
    assert [term.stem for term in question.terms] == ["tarvian", "ship", "island"]


def test_names_are_found_in_what_is_derived_from_them() -> None:
    [name] = find_terms("Tarvia")
    assert name.name
    assert holds_name(name.stem, "The Tarvian fleet")
    assert not holds_name(name.stem, "An unTarvian act")
    assert not holds_name(name.stem, "The town of Tarvialand")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("died", "dead"),
        ("boarded", "boarding"),
        ("sank", "sunk"),
        ("ships", "vessel"),
        ("fire", "fired"),
    ],
)
def test_forms_of_a_word_are_one_term(a: str, b: str) -> None:
    assert stem_word(a) == stem_word(b)


def test_words_that_only_look_alike_are_two_terms() -> None:
    assert stem_word("policy") != stem_word("police")
    assert stem_word("mines") != stem_word("minister")
