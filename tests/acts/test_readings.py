"""Two readings of the held-out passages of acts, compared by the measures of the reader."""

import random
from collections import Counter

from evaluation.acts.own import count_passage
from evaluation.acts.readings import as_mentions, read_readings
from evaluation.statements.scores import Tally
from training.acts.marked import OWN, ActPassage, ActTemplate, MarkedAct, fill
from training.reader.passages import Names, own_files

READINGS = list(read_readings())


def count(pairs: list[tuple[ActPassage, ActPassage]]) -> Tally:
    tally = Tally()
    for first, second in pairs:
        list(count_passage(tally, Counter(), first, list(as_mentions(second, first))))
    return tally


def mark(source: str, *numbers: int) -> ActPassage:
    acts = {number: MarkedAct(type="REJECT") for number in numbers}
    return fill(ActTemplate(id="one", source=source, acts=acts), Names(), random.Random(0))


def test_readings_differ_in_their_marks_only() -> None:
    assert len(READINGS) == 150
    for settled, first, second in READINGS:
        assert settled.text == first.text == second.text


def test_a_reading_agrees_with_itself() -> None:
    tally = count([(second, second) for _, _, second in READINGS])
    for name, _ in tally.counts:
        assert tally.rate(name).recall == (0 if name.startswith("shown") else 1), name


def test_agreement_of_the_readings_as_published() -> None:
    tally = count([(first, second) for _, first, second in READINGS])
    for name, published in (
        ("trigger found", "91.1%"),
        ("trigger found and typed", "82.6%"),
        ("with actors and recipients right", "55.9%"),
    ):
        assert f"{tally.rate(name).f1:.1%}" == published, name


def test_of_a_trigger_in_pieces_the_one_that_both_marked_is_taken() -> None:
    first = mark("{p1} threw the plan [T1 out].", 1)
    second = mark("{p1} [T1 threw] the plan [T1 out].", 1)
    [act] = as_mentions(second, first)
    assert second.text[act.trigger.start : act.trigger.end] == "out"


def test_readings_are_not_checked_as_passages_of_their_own() -> None:
    names = {path.name for path in own_files(OWN)}
    assert {"held-out.txt", "train-1.txt"} <= names
    assert not any(name.endswith("-reading.txt") for name in names)
