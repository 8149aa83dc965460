"""The test set on open text is sound, and its scorer counts what it says it counts."""

from pathlib import Path
from typing import Any

import pytest
from evaluation.statements.open_text import names, score_document
from evaluation.statements.own_set.compare import read_labels, same_speaker
from evaluation.statements.own_set.compile import ACTS, HERE, KINDS, POLARITIES, STANCES
from evaluation.statements.own_set.compile import compile_document as compile_words
from evaluation.statements.scores import Tally
from evaluation.statements.wikinews import read_document

from onrecord.records import Actor, Article, Reading, Span, Statement

READINGS = ("first.jsonl", "second.jsonl", "settled.jsonl")
TEXT = 'Ann Low told Reuters that he was late. "I was not," Bo Wu said.'
WORDS = (
    '{"content":[["that he was late",1]],"cue":["told",1],"source":["Ann Low",1],"kind":"indirect",'
    '"speaker":"Ann Low","addressee":"Reuters","relay":null,"within":null,"condition":null,'
    '"act":"accuse","polarity":"positive","stance":"said"}\n'
    '{"content":[["\\"I was not,\\"",1]],"cue":["said",1],"source":["Bo Wu",1],"kind":"direct",'
    '"speaker":"Bo Wu","addressee":null,"relay":null,"within":null,"condition":null,'
    '"act":"deny","polarity":"negative","stance":"said"}\n'
)


@pytest.mark.parametrize("name", READINGS)
def test_labels_are_places_and_known_words_and_hold_no_text(name: str) -> None:
    known = ACTS | STANCES | KINDS | POLARITIES
    for record in read_labels(HERE / name):
        assert record["document"].startswith("GUM_")
        assert len(record["sha256"]) == 64
        for label in record["statements"]:
            for field, value in label.items():
                assert not isinstance(value, str) or value in known, (record["document"], field)


@pytest.mark.parametrize("name", READINGS)
def test_links_point_to_another_statement_and_an_outer_one_comes_first(name: str) -> None:
    for record in read_labels(HERE / name):
        labels = record["statements"]
        starts = [label["content"][0][0] for label in labels]
        assert starts == sorted(starts) or name != "settled.jsonl"
        for number, label in enumerate(labels):
            for field in ("within", "answers"):
                assert label[field] is None or 0 <= label[field] < len(labels)
                assert label[field] != number


def test_the_splits_are_the_same_in_every_reading() -> None:
    splits = [
        {record["document"]: record["split"] for record in read_labels(HERE / name)}
        for name in READINGS
    ]
    assert splits[0] == splits[1] == splits[2]
    assert list(splits[0].values()).count("development") == 14


def test_a_text_is_rebuilt_with_its_paragraphs_and_the_labels_of_turns(tmp_path: Path) -> None:
    (tmp_path / "GUM_x.conllu").write_text(
        "# newpar\n1\tHead\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
        "# newpar\n# newpar_block = sp who:::\"#NickBos\" (1 s)\n"
        "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n3\tgo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
        "4\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n",
        encoding="utf-8",
    )  # fmt: skip
    assert read_document(tmp_path, "GUM_x") == "Head\n\nNick Bos: don't go."


def test_a_reading_like_the_marks_is_all_right() -> None:
    tally = Tally()
    assert score_document(tally, compile_words(TEXT, WORDS), TEXT, make_reading()) == []
    for name in ("statements", "statement + source", "statement + speaker", "addressee", "act"):
        assert tally.rate(name).f1 == 1.0, name


def test_a_statement_that_is_not_said_is_not_counted_as_words() -> None:
    labels = compile_words(TEXT, WORDS)
    labels[0]["stance"] = "attitude"
    tally = Tally()
    score_document(tally, labels, TEXT, make_reading())
    assert tally.rate("statements")[:3] == (1, 2, 1)
    assert tally.rate("stance")[:3] == (1, 2, 2)


def test_what_differs_is_shown_on_request() -> None:
    labels = compile_words(TEXT, WORDS)
    labels[1]["act"] = "claim"
    [line] = score_document(Tally(), labels, TEXT, make_reading(), "act")
    assert line == "claim != deny: [Bo Wu | said] direct/deny: I was not,"


@pytest.mark.parametrize(
    ("words", "name", "same"),
    [
        ("Ann Low", "Low", True),
        ("Reuters", "reuters", True),
        ("Bo Wu", "Ann Low", False),
    ],
)
def test_a_speaker_is_named_by_the_last_word(words: str, name: str, same: bool) -> None:
    document: Any = type("Document", (), {})()
    document.text = TEXT
    document.actors = {"a": Actor(id="a", name=name, kind="person")}
    place = [TEXT.index(words), TEXT.index(words) + len(words)]
    assert names(document, "a", place) is same


def test_two_mentions_of_one_name_are_one_speaker() -> None:
    text = "Anna Bergstr wrote. Bergstr's blog said."
    assert same_speaker(text, [0, 12], [20, 29])
    assert not same_speaker(text, [0, 12], None)


def make_reading() -> Reading:
    def span(words: str) -> Span:
        return Span(TEXT.index(words), TEXT.index(words) + len(words))

    return Reading(
        version="0",
        origin="test",
        article=Article(id="p", text=TEXT, body=Span(0, len(TEXT))),
        actors=(
            Actor(id="low", name="Ann Low", kind="person"),
            Actor(id="wu", name="Bo Wu", kind="person"),
            Actor(id="rtr", name="Reuters", kind="organisation"),
        ),
        statements=(
            Statement(
                id="s1",
                kind="indirect",
                content=(span("that he was late"),),
                cue=span("told"),
                source=span("Ann Low"),
                speaker="low",
                addressee="rtr",
                act="accuse",
            ),
            Statement(
                id="s2",
                kind="direct",
                content=(span("I was not,"),),
                cue=span("said"),
                source=span("Bo Wu"),
                speaker="wu",
                act="deny",
                polarity="negative",
            ),
        ),
    )
