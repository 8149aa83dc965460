"""Statements that we marked in texts of others: kept as places, found again in the texts."""

from pathlib import Path

import pytest
from training.reader.passages import PassageError
from training.reader.standoff import (
    check_file,
    collect,
    keep,
    read_documents,
    write_passages,
)

TEXT = (
    "The  union [again] said its lawyers had warned of it.\n\n"
    "“We will stay,” it told reporters.\n\nIt rained."
)
GIVEN = [
    {"source": [[0, 10]], "cue": [[19, 23]], "content": [[24, 52]]},
    {"source": [[71, 73]], "cue": [[74, 78]], "content": [[55, 70]]},
]
MARKED = f"""=== one:0-{len(TEXT)} page
[S1 The union] (again) [C1 said] [K1 [S3 its lawyers] [C3 had warned] [K3 of it]].

[K2 “We will stay,”] [S2 it] [C2 told] [A2 reporters].

It rained.
@1 claim
@2 refuse
@3 warn_of
"""


def written(tmp_path: Path, words: str) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(words, encoding="utf-8")
    return path


def test_what_is_given_is_marked_in_what_is_written() -> None:
    [passage] = write_passages("one", TEXT, GIVEN)
    heading, first, *_ = passage.splitlines()
    assert heading == f"=== one:0-{len(TEXT)} page"
    assert first == "[S1 The union] (again) [C1 said] [K1 its lawyers had warned of it]."
    assert passage.endswith("@1 claim\n@2 claim")


def test_marks_become_places_and_come_back_without_what_was_given(tmp_path: Path) -> None:
    texts, given = {"one": TEXT}, {"one": GIVEN}
    path = written(tmp_path, MARKED)
    assert not list(check_file(path, texts, given))
    [document] = collect([path], texts, given)
    places = written(tmp_path, keep([document], given))
    assert list(read_documents(places, texts, given)) == [document]
    kept = places.read_text(encoding="utf-8")
    assert [kept.count(key) for key in ('"attribution":', '"K":', '"A":')] == [2, 1, 1]
    contents = {TEXT[a:b] for each in document.statements for a, b in each.spans["K"]}
    assert contents == {"its lawyers had warned of it", "“We will stay,”", "of it"}


def test_a_passage_with_nothing_added_is_as_it_was_given(tmp_path: Path) -> None:
    path = written(tmp_path, f"=== one:0-{len(TEXT)} page\n-\n")
    [document] = collect([path], {"one": TEXT}, {"one": GIVEN})
    assert [each.spans["C"] for each in document.statements] == [[(19, 23)], [(74, 78)]]


def test_a_document_with_passages_missing_is_left_out(tmp_path: Path) -> None:
    text = TEXT + "\n\n" + "It rained again. " * 60
    path = written(tmp_path, f"=== one:0-{len(TEXT)} page\n-\n")
    assert not list(collect([path], {"one": text}, {"one": GIVEN}))


def test_changed_words_are_a_fault_and_changed_texts_an_error(tmp_path: Path) -> None:
    words = f"=== one:0-{len(TEXT)} page\nThe union is gone.\n"
    [fault] = check_file(written(tmp_path, words), {"one": TEXT}, {})
    assert "are not the document's words" in fault
    line = '{"document":"one","sha256":"0","statements":[]}\n'
    with pytest.raises(PassageError, match="not the text that was marked"):
        list(read_documents(written(tmp_path, line), {"one": TEXT}, {}))
