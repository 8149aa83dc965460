"""Two readings of the held-out passages of statements, compared by the measures of the reader."""

from statistics import fmean

from evaluation.statements.own import rate_acts, read_gold, score
from evaluation.statements.readings import read_readings
from training.reader.passages import OWN, own_files

READINGS = list(read_readings())


def test_readings_differ_in_their_labels_only() -> None:
    assert len(READINGS) == 170
    for settled, first, second in READINGS:
        assert settled.text == first.text == second.text
        for number, marked in second.statements.items():
            assert settled.statements[number].spans == first.statements[number].spans
            assert settled.statements[number].spans == marked.spans


def test_a_reading_agrees_with_itself() -> None:
    tally, acts = score([(second, read_gold(second)) for _, _, second in READINGS], show=None)
    assert set(rate_acts(acts).values()) == {1}
    for name, _ in tally.counts:
        assert tally.rate(name).f1 == 1, name


def test_agreement_of_the_readings_as_published() -> None:
    tally, acts = score([(first, read_gold(second)) for _, first, second in READINGS], show=None)
    assert f"{fmean(rate_acts(acts).values()):.1%}" == "87.6%"
    assert f"{tally.rate('act').f1:.1%}" == "87.9%"
    assert f"{tally.rate('stance').f1:.1%}" == "97.4%"
    assert f"{tally.rate('polarity').f1:.1%}" == "92.2%"


def test_readings_are_not_checked_as_passages_of_their_own() -> None:
    names = {path.name for path in own_files(OWN)}
    assert {"held-out.txt", "train-acts.txt"} <= names
    assert not any(name.endswith("-reading.txt") for name in names)
