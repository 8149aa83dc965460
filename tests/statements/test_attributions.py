"""What attributions of real news do: labels kept by number, shown with their spans marked."""

from dataclasses import replace

import pytest
from evaluation.statements.polnear_acts import FIRST, SECOND
from tests.statements.reading import attribute, quote, read
from training.reader.attributions import CUT, Label, keep, read_label, read_labels, show

TEXT = "On Friday they said it  was late, she told us."
PARTS = {"source": [[10, 14]], "cue": [[15, 19]], "content": [[20, 32]]}


def test_an_attribution_is_shown_with_its_spans() -> None:
    assert show(TEXT, PARTS) == "On Friday <they> «said» {it was late}, she told us."


def test_of_a_long_one_the_middle_is_left_out() -> None:
    text = "They said " + "it was late and " * 60 + "dark."
    parts = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, len(text)]]}
    shown = show(text, parts)
    assert shown.startswith("<They> «said» {it was late")
    assert shown.endswith("dark.}")
    assert len(shown) <= CUT + 3


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("claim", Label(act="claim")),
        ("refuse negative", Label(act="refuse", negative=True)),
        ("praise attitude", Label(act="praise", stance="attitude")),
        ("-", None),
    ],
)
def test_a_label_is_an_act_with_polarity_and_stance(line: str, label: Label | None) -> None:
    assert read_label(line) == label


@pytest.mark.parametrize("line", ["shout", "claim loudly", "claim plan attitude", "- negative"])
def test_what_is_no_label_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="a label is"):
        read_label(line)


def test_labels_are_kept_by_document_and_number() -> None:
    attributions = [("a", 0, ""), ("a", 3, ""), ("b", 1, "")]
    assert list(keep(attributions, {0: "claim", 1: "deny negative", 2: "-"})) == [
        {"document": "a", "labels": {"0": "claim", "3": "deny negative"}},
        {"document": "b", "labels": {"1": "-"}},
    ]


def test_all_kept_labels_are_labels() -> None:
    training, first, second = read_labels(), read_labels(FIRST), read_labels(SECOND)
    assert sum(map(len, training.values())) > 15_000
    assert first.keys() == second.keys()
    assert not first.keys() & training.keys()


def test_what_a_noun_by_somebody_announces_ends_before_the_main_verb() -> None:
    text = "An allegation by Baru that the vote was rigged was denied by the board."
    found = attribute(
        text, "allegation", "Baru", "that the vote was rigged was denied by the board"
    )
    assert [quote(text, row) for row in read(text, found)] == [["that the vote was rigged"]]


def test_a_noun_by_somebody_is_enough() -> None:
    text = "The accusation by Baru that Lund had lied was late."
    found = replace(attribute(text, "accusation", "Baru", "that Lund had lied"), sure=0.4)
    assert [quote(text, row) for row in read(text, found)] == [["that Lund had lied"]]
    text = "The accusation was Baru’s, that Lund had lied."
    found = replace(attribute(text, "accusation", "Baru", "that Lund had lied"), sure=0.4)
    assert read(text, found) == []
