import pytest

from onrecord.articles.languages import tell_language

SHORT = "Sorry, the page you were looking for could not be found. It may have been moved."
GERMAN = "Die Fähren von Arden stehen seit Montag still, sagte das Hafenamt am Dienstag."


@pytest.mark.parametrize("declared", [None, "de", "no"])
def test_common_words_tell_english_in_short_texts_and_in_capitals(declared: str | None) -> None:
    assert tell_language(SHORT, declared) == "en"
    assert tell_language(SHORT.upper(), declared) == "en"


def test_other_languages_are_told_in_capitals_too() -> None:
    assert tell_language(GERMAN, "en") == "de"
    assert tell_language(GERMAN.upper(), None) == "de"


def test_markup_decides_for_a_few_words() -> None:
    assert tell_language("No ferries", "en-GB") == "en"
    assert tell_language("No ferries", None) is None
