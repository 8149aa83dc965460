import re

from onrecord.coreference import MentionIndex
from onrecord.records import Actor, Span
from onrecord.statements.drafts import Draft
from onrecord.statements.grammar.tokens import Unit
from onrecord.statements.speakers.cast import cast_sources
from onrecord.statements.speakers.focus import Focus
from onrecord.statements.speakers.pronouns import PronounMemory
from onrecord.statements.speakers.voices import Voices

INTERVIEW = (
    "Ida Berg: We will stay.\n\nTomas Lund: Why do you think so?\n\n"
    "Ida Berg: I checked.\n\nAnd I am sure.\n\nTomas Lund: I see."
)


def make_actors(text: str) -> list[Actor]:
    people = {"Ida Berg": r"(?:Ida )?Berg", "Tomas Lund": r"(?:Tomas )?Lund"}
    return [
        Actor(
            id=full,
            name=full,
            kind="person",
            mentions=tuple(Span(*match.span()) for match in re.finditer(form, text)),
        )
        for full, form in people.items()
    ]


def voices(text: str) -> Voices:
    return Voices(text, MentionIndex(make_actors(text)))


def name(actor: Actor | None) -> str | None:
    return None if actor is None else actor.name


def speaker_of(text: str, source: str, quotation: str | None = None, by: str = "") -> str | None:
    """Return who `source` is, in a text where `quotation`, if there is one, is said by `by`."""

    def find(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    drafts = []
    if quotation is not None:
        content = find(quotation)
        unit = Unit(content, 0, ())
        drafts = [Draft(kind="direct", content=(content,), unit=unit, source=find(by))]
    return name(
        cast_sources(text, drafts, [find(source)], make_actors(text)).who(find(source)).actor
    )


def test_i_is_who_has_the_turn() -> None:
    assert name(voices(INTERVIEW).at(INTERVIEW.index("I checked"))) == "Ida Berg"
    assert name(voices(INTERVIEW).at(INTERVIEW.index("I see"))) == "Tomas Lund"


def test_turn_goes_on_in_paragraphs_without_a_label() -> None:
    assert name(voices(INTERVIEW).at(INTERVIEW.index("I am sure"))) == "Ida Berg"


def test_you_in_a_question_is_who_answers() -> None:
    assert name(voices(INTERVIEW).addressed(INTERVIEW.index("you think"))) == "Ida Berg"


def test_you_outside_a_question_is_nobody() -> None:
    assert voices(INTERVIEW).addressed(INTERVIEW.index("I checked")) is None


def test_speech_under_a_name_is_by_that_person() -> None:
    text = "Address to the Harbour\n\nIda Berg: Good evening.\n\nTonight I think of Norport."
    assert name(voices(text).at(text.index("I think"))) == "Ida Berg"


def test_title_says_whose_speech_it_is() -> None:
    for title in (
        "Remarks by Minister Ida Berg at the Harbour",
        "Berg Floor Speech on the Harbour",
    ):
        text = f"{title}\n\nTonight I think of Norport."
        assert name(voices(text).at(text.index("I think"))) == "Ida Berg"


def test_report_about_a_person_is_not_that_person_speaking() -> None:
    text = "Ida Berg opens the harbour\n\nTonight I think of Norport."
    assert voices(text).at(text.index("I think")) is None


def test_i_in_a_quotation_is_its_speaker() -> None:
    text = "Lund left. “I think it rained,” Berg said."
    assert speaker_of(text, "I", "I think it rained,", by="Berg") == "Ida Berg"


def test_you_in_a_quotation_is_unknown() -> None:
    text = "Lund left. “If you think it rained,” Berg said."
    assert speaker_of(text, "you", "If you think it rained,", by="Berg") is None


def test_role_before_a_name_is_the_name() -> None:
    assert speaker_of(
        "Norland’s foreign minister, Ida Berg, left.", "Norland’s foreign minister"
    ) == ("Ida Berg")


def test_office_with_its_place_does_not_hide_the_name() -> None:
    text = "Governor of Old Norport Ida Berg spoke."
    assert speaker_of(text, "Governor of Old Norport Ida Berg") == "Ida Berg"
    text = "A spokesman for Minister Ida Berg spoke."
    assert speaker_of(text, "A spokesman for Minister Ida Berg") is None


def test_pronoun_takes_up_the_name_before_it() -> None:
    assert speaker_of("Lund left. And Ida Berg, when she spoke, smiled.", "she") == "Ida Berg"


def test_body_in_capitals_is_no_pronoun() -> None:
    text = "WHO say it rained."
    body = Actor(
        id="w", name="World Health Organization", kind="organisation", mentions=(Span(0, 3),)
    )
    assert name(cast_sources(text, [], [Span(0, 3)], [body]).who(Span(0, 3)).actor) == body.name


def test_last_speaker_speaks_on_where_places_do_not_tell() -> None:
    text = "Berg met Lund. Lund said it rained. Later Berg and Lund left. He spoke."
    memory = PronounMemory(text, MentionIndex(make_actors(text)))
    he = Span(text.index("He spoke"), text.index("He spoke") + 2)
    [lund] = [actor for actor in make_actors(text) if actor.name == "Tomas Lund"]
    memory.note(lund, Span(text.index("Lund said"), text.index(" said")), source=True)
    assert name(memory.resolve("he", he, speaks=True).actor) == "Tomas Lund"


def test_who_has_something_done_to_him_has_not_acted() -> None:
    focus = Focus()
    lund = make_actors("Tomas Lund")[1]
    focus.note(lund, Span(12, 16), source=False, acts=False)
    assert (focus.seen_at(lund), focus.acted_at(lund)) == (12, -1)
    focus.note(lund, Span(29, 33), source=False, acts=True)
    assert focus.acted_at(lund) == 29


def test_a_role_behind_a_comma_that_speaks_is_not_the_one_named_before_it() -> None:
    text = "The ferry belonged to Ida Berg, the prosecutor told the court."
    assert speaker_of(text, "the prosecutor") is None
    text = (
        "The ferry belonged to Ida Berg, the prosecutor, the court heard. The prosecutor said so."
    )
    assert speaker_of(text, "The prosecutor") == "Ida Berg"
