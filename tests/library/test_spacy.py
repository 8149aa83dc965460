import pytest

spacy = pytest.importorskip("spacy")

from onrecord.spacy import RowFinder  # noqa: E402

TEXT = "Mira Lund said on Tuesday: “The strait stays open.” More than 40 ships were waiting there."


def test_rows_are_set_on_the_document() -> None:
    nlp = spacy.blank("en")
    assert isinstance(nlp.add_pipe("onrecord"), RowFinder)
    doc = nlp(TEXT)
    [statement] = doc._.statements
    assert statement.who[0].name == "Mira Lund"
    [span] = doc.spans["statements"]
    assert span.text == "The strait stays open."
    assert (span.label_, span.id_) == ("statement", statement.id)
    assert [span.text for span in doc.spans["figures"]] == ["More than 40 ships"]
    assert len(doc.spans["acts"]) == len(doc._.acts)
    assert doc._.onrecord.article.text == doc.text


def test_relative_days_count_from_the_published_date() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("onrecord")
    doc = nlp.make_doc(TEXT)
    doc._.published = "2031-03-05"
    doc = nlp(doc)
    assert doc._.statements[0].when.earliest.isoformat() == "2031-03-04"


def test_a_document_without_text_has_no_rows() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("onrecord")
    doc = nlp("")
    assert doc._.statements == ()
    assert len(doc.spans["statements"]) == 0
