"""What was not said although a verb of saying stands there."""

from dataclasses import replace

import pytest
from tests.statements.reading import attribute, place, read


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Peru failed to admit that it had fired.", "failed to admit", "Peru", "that it had fired"),
        ("Peru avoids talking about the war.", "talking", "Peru", "about the war"),
        ("No group has claimed the raid.", "claimed", "No group", "the raid"),
        ("Why won’t anyone admit that it fired?", "admit", "anyone", "that it fired"),
        ("Berg denied that anyone told him to go.", "told", "anyone", "to go"),
        ("Baru did not, however, apologise for it.", "apologise", "Baru", "for it"),
        ("Baru has not yet accused Peru of it.", "accused", "Baru", "Peru of it"),
        ("Baru did it without saying that he had.", "saying", "Baru", "that he had"),
        ("Baru will explain what it means.", "will explain", "Baru", "what it means"),
        ("Baru is expected to tell them it is late.", "is expected to tell", "Baru", "it is late"),
        (
            "Baru was supposed to tell them it is late.",
            "was supposed to tell",
            "Baru",
            "it is late",
        ),
        ("Baru was meant to tell them it is late.", "was meant to tell", "Baru", "it is late"),
        ("The aides demanded anonymity.", "demanded", "The aides", "anonymity"),
        ("Baru left requests by Norwire for comment.", "requests", "Norwire", "for comment"),
        ("Baru made no mention of the war.", "made no mention of", "Baru", "the war"),
        ("There was no claim that it was late.", "was no claim", None, "that it was late"),
        ("It is time for Baru to admit that it was late.", "to admit", "Baru", "that it was late"),
        ("Had Baru said it was late, we would wait.", "said", "Baru", "it was late"),
        ("Rumours that Baru said it was late are lies.", "said", "Baru", "it was late"),
        ("Baru told us nothing that was new.", "told", "Baru", "nothing that was new"),
        ("Not a word in it says it was late.", "says", "it", "it was late"),
        ("Baru agreed to nothing in Oru.", "agreed", "Baru", "to nothing"),
        ("Peru is close to agreeing a deal.", "agreeing", "Peru", "a deal"),
        ("Peru was very near to agreeing a deal.", "was very near to agreeing", "Peru", "a deal"),
        ("Peru is on the verge of accepting it.", "is on the verge of accepting", "Peru", "it"),
        ("Peru is about to agree to the plan.", "is about to agree to", "Peru", "the plan"),
        ("They are nowhere near agreeing on it.", "agreeing on", "They", "it"),
        ("Who denied the crews their pay?", "denied", "Who", "the crews their pay"),
    ],
)
def test_what_is_left_unsaid_is_no_statement(
    text: str, cue: str, source: str | None, content: str
) -> None:
    assert read(text, attribute(text, cue, source, content)) == []


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Baru is supposed to have said so.", "is supposed to have said", "Baru", "so"),
        ("Baru made mention of the war.", "made mention of", "Baru", "the war"),
        ("Baru not only said it was late, he left.", "not only said", "Baru", "it was late"),
        ("Baru did not just say it was late.", "did not just say", "Baru", "it was late"),
        ("Nothing, Baru said.", "said", "Baru", "Nothing"),
        ("Baru agreed to nothing but talks.", "agreed", "Baru", "to nothing but talks"),
        ("Peru ended it by agreeing to a deal.", "agreeing", "Peru", "to a deal"),
        ("Peru is agreeing to a deal.", "is agreeing", "Peru", "to a deal"),
        ("Close to Oru, Baru agreed to a deal.", "agreed", "Baru", "to a deal"),
        ("Any miner said it was late.", "said", "Any miner", "it was late"),
        ("Why did Baru say that it was late?", "say", "Baru", "that it was late"),
        ("Baru declined to say if it was late.", "declined", "Baru", "to say if it was late"),
    ],
)
def test_what_is_said_beside_a_negation_stays(
    text: str, cue: str, source: str, content: str
) -> None:
    assert len(read(text, attribute(text, cue, source, content))) == 1


def test_who_somebody_speaks_for_does_not_say_it() -> None:
    text = "On behalf of the crews, Baru said it was late."
    crews = attribute(text, "On behalf of", "the crews", "Baru said it was late")
    said = attribute(text, "said", "Baru", "it was late")
    [row] = read(text, replace(crews, relay=True), said)
    assert (row.source, row.relayed_by) == (place(text, "Baru"), ())
    assert read(text, replace(crews, relay=True)) == []


@pytest.mark.parametrize("cue", ["would say only", "would only say", "could only confirm"])
def test_who_would_say_only_so_much_says_that(cue: str) -> None:
    text = f"Baru {cue} that it had risen."
    assert len(read(text, attribute(text, cue, "Baru", "that it had risen"))) == 1
