from typing import Any

from onrecord.exports.annotations import CONTEXT, make_annotation
from onrecord.ledger import FigureRow, Party, StatementRow
from onrecord.records import Figure, Span, Statement

TEXT = "“The strait stays open,” said Mira Lund, “for now.” More than 40 ships were waiting."
LUND = Party(id="a1", name="Mira Lund", kind="person")


def find(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def make_statement(url: str | None = None) -> StatementRow:
    spans = (find("The strait stays open"), find("for now"))
    return StatementRow(
        id="s1",
        kind="statement",
        article="p1",
        who=(LUND,),
        act="commit",
        spans=spans,
        words=tuple(TEXT[start:end] for start, end in spans),
        url=url,
        record=Statement(id="s1", kind="direct", content=spans, act="commit"),
    )


def check_shape(annotation: dict[str, Any]) -> None:
    """Check what the Web Annotation Data Model and its JSON-LD context ask for."""
    assert annotation["@context"] == CONTEXT
    assert annotation["type"] == "Annotation"
    assert ":" in annotation["id"]  # an IRI
    assert annotation["motivation"] in {"describing", "identifying", "tagging"}
    assert annotation["generator"].keys() <= {"id", "type", "name", "homepage"}
    for body in annotation["body"]:
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert body["purpose"] in {"describing", "tagging"}
    assert annotation["target"]
    for target in annotation["target"]:
        assert target["type"] == "SpecificResource"
        assert ":" in target["source"]
        for selector in target["selector"]:
            if selector["type"] == "TextPositionSelector":
                assert 0 <= selector["start"] < selector["end"]
            else:
                assert selector["type"] == "TextQuoteSelector"
                assert selector.keys() == {"type", "exact", "prefix", "suffix"}


def test_each_piece_of_words_is_a_target() -> None:
    annotation = make_annotation(make_statement(), TEXT)
    check_shape(annotation)
    assert annotation["body"][0]["value"] == "Mira Lund, commit"
    assert len(annotation["target"]) == 2
    for target, words in zip(annotation["target"], make_statement().words, strict=True):
        position, quote = target["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"] == words
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert around in TEXT
        assert TEXT.count(around) == 1


def test_the_live_page_is_named_by_its_words_alone() -> None:
    annotation = make_annotation(make_statement("https://gull.example/1"), TEXT)
    check_shape(annotation)
    live = [each for each in annotation["target"] if each["source"] == "https://gull.example/1"]
    assert len(live) == 2
    assert {each["type"] for target in live for each in target["selector"]} == {"TextQuoteSelector"}


def test_a_figure_says_its_value() -> None:
    span = find("More than 40 ships")
    row = FigureRow(
        id="f1",
        kind="figure",
        article="p1",
        who=(LUND,),
        spans=(span,),
        record=Figure(
            id="f1", span=span, words="More than 40 ships", low=40, low_open=True, unit="ships"
        ),
    )
    annotation = make_annotation(row, TEXT)
    check_shape(annotation)
    assert annotation["body"][0]["value"] == "> 40 ships, given by Mira Lund"
