from onrecord.stories.voices import Voices, part_voices
from onrecord.text import outline_text


def part(text: str) -> Voices:
    return part_voices(text, outline_text(text))


def narrative(text: str) -> str:
    return " ".join(word for run in part(text).narrative for word in run)


def test_quotations_are_no_narrative() -> None:
    voices = part("The mayor said “we will rebuild the dam” on Monday.")
    assert voices.narrative == (("the", "mayor", "said", "on", "monday"),)
    assert voices.handed_on == (("we", "will", "rebuild", "the", "dam"),)


def test_a_statement_that_a_colon_announces_is_handed_on() -> None:
    text = (
        "The union issued this statement:\n\n"
        "We will not return to work until our members are safe.\n\n"
        "Talks resume on Friday."
    )
    assert "member" not in narrative(text)
    assert "talk resume on friday" in narrative(text)


def test_a_post_is_handed_on() -> None:
    text = "The minister replied online.\n\nA sad day for the coast — Ana Reyes (@anareyes) May 3"
    assert "coast" not in narrative(text)


def test_a_post_above_its_signature_is_handed_on() -> None:
    text = "The minister replied.\n\nA sad day for the coast.\n\n— Ana J. Reyes (@anareyes) May 3"
    assert "coast" not in narrative(text)


def test_every_run_of_narrative_has_its_place() -> None:
    text = "The gates were opened.\n\nHe said “no” twice."
    voices = part(text)
    assert [text[a:b] for a, b in voices.places] == [
        "The gates were opened.",
        "He said “no” twice.",
    ]


def test_a_column_in_the_first_person_is_its_own_narrative() -> None:
    text = "I went to the dam:\n\nI saw my old school.\n\nWe talked about our river."
    assert "school" in narrative(text)


def test_every_word_has_one_voice() -> None:
    text = "He said “no” twice.\n\n“Never,” she said."
    voices = part(text)
    words = sorted(w for runs in (voices.narrative, voices.handed_on) for run in runs for w in run)
    assert words == sorted("he said no twice never she said".split())
