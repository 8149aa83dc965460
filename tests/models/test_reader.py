"""What the trained reader promises for any text; how good it is stands in evaluation/."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.models import Reader, load_models
from onrecord.models import reader as reader_module
from onrecord.models.windows import WINDOW
from onrecord.records import Findings, Span
from onrecord.text import outline_text

READER = load_models().reader


def read(text: str, reader: Reader = READER) -> Findings:
    return reader.read(text, outline_text(text))


def spans_of(found: Findings) -> list[Span | None]:
    spans: list[Span | None] = []
    for each in found.attributions:
        spans += [each.cue, *each.content, each.source, each.addressee, each.condition]
    for act in found.acts:
        spans += [act.trigger, *act.actors, *act.recipients, act.place, act.condition]
    return spans


WORDS = st.sampled_from(
    "said Kenya “ ” \" ' told Baru if , . \n\n they DENIED it attacked Peru according to é 漢 😀 - "
    "warned".split(" ")
)


@settings(deadline=None, max_examples=15)
@given(st.lists(WORDS, max_size=60))
def test_spans_lie_in_the_text_and_begin_and_end_with_words(words: list[str]) -> None:
    text = " ".join(words)
    found = read(text)
    for span in spans_of(found):
        assert span is None or 0 <= span.start < span.end <= len(text)
    assert found == read(text)
    for each in found.attributions:
        assert 0 <= each.sure <= 1.0001


def test_a_statement_and_the_act_it_tells_of() -> None:
    text = (
        "Peru attacked a harbour in the north on Sunday, killing four people, the ministry said. "
        "The foreign minister of Kenya warned that Kenya would respond if it happened again."
    )
    found = read(text)
    cues = {text[slice(*each.cue)].split()[0] for each in found.attributions}
    assert {"said", "warned"} <= cues
    acts = {text[slice(*each.trigger)]: each for each in found.acts}
    assert acts["attacked"].type == "ASSAULT"
    assert acts["attacked"].modality == "happened"
    assert [text[slice(*span)] for span in acts["attacked"].actors] == ["Peru"]


def test_a_role_may_go_on_beyond_what_its_cue_sees_at_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places = "the old harbour in the north of the country and the roads that lead to it from the "
    text = (
        f"“We will close {places * 4}sea,” Peru’s minister said. Kenya warned that it would answer."
    )
    found = read(text).attributions
    assert [text[slice(*each.cue)].split()[0] for each in found] == ["said", "warned"]
    assert "We will close" in text[slice(*found[0].content[0])]
    monkeypatch.setattr(reader_module, "_CUE_REACH", WINDOW)
    assert [each.content for each in read(text).attributions] == [each.content for each in found]


def test_nothing_is_found_in_nothing() -> None:
    assert read("") == Findings()
    assert read("  \n\n ") == Findings()


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,  # one paragraph of 1 MB
        "“" * 10_000,
        "He said “no” " * 4_000,
        "HE SAID HE WOULD NOT " * 4_000,
        "x" * 300_000,
    ],
    ids=["endless", "marks", "quotations", "capitals", "one word"],
)
def test_any_text_takes_bounded_time(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_module, "MOST_WINDOWS", 5)
    began = time.process_time()
    read(text)
    peer = time.process_time()
    read("Kenya said that it was late. " * 180)  # more than five windows
    assert peer - began < 4 * (time.process_time() - peer) + 2
