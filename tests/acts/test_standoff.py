"""Acts that we marked in texts of others: kept as places, found again in the texts."""

from pathlib import Path

import pytest
from training.acts.standoff import (
    check_file,
    collect,
    keep,
    read_documents,
    read_marked,
    write_passages,
)
from training.reader.passages import PassageError

TEXT = (
    "Dockers [again] strike.\n\nThe  union  said  it would block the port unless paid. It did not."
)
MARKED = """# one 0-23
[A1 Dockers] (again) [T1 strike].
@1 PROTEST

# one 25-91
[A1 The union] [T1 said] [A2 it] would [T2 block] [R2 the port] [IF2 unless paid]. It did not.
@1 STATE >2 @2 COERCE conditional
"""


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(MARKED, encoding="utf-8")
    return path


def test_what_is_written_holds_every_word(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text(write_passages("one", TEXT), encoding="utf-8")
    found = list(read_marked(path))
    assert [passage.text for *_, passage in found] == [
        "Dockers (again) strike.",
        "The union said it would block the port unless paid. It did not.",
    ]
    assert [TEXT[start:end][:3] for _, start, end, _ in found] == ["Doc", "The"]


def test_marks_become_places_of_the_text_and_come_back(marked: Path, tmp_path: Path) -> None:
    texts = {"one": TEXT}
    assert not list(check_file(marked, texts))
    [document] = collect([marked], texts)
    places = tmp_path / "set.jsonl"
    places.write_text(keep([document]), encoding="utf-8")
    assert list(read_documents(places, texts)) == [document]
    act = document.parts[1].acts[2]
    words = {k: [TEXT[a:b] for a, b in v] for k, v in act.spans.items()}
    assert words == {"T": ["block"], "A": ["it"], "R": ["the port"], "IF": ["unless paid"]}
    assert "union" not in places.read_text(encoding="utf-8")


def test_changed_words_and_stray_roles_are_faults(marked: Path) -> None:
    texts = {"one": TEXT.replace("union", "league")}
    assert any("are not the document's words" in fault for fault in check_file(marked, texts))
    marked.write_text(MARKED.replace("[A2 it]", "it").replace(". It", ". [A2 It]"), "utf-8")
    assert list(check_file(marked, {"one": TEXT})) == [
        "one.txt: passage 2 (# one 25-91): act 2: 'It' is in another sentence"
    ]


def test_another_text_is_not_taken_for_the_marked_one(marked: Path, tmp_path: Path) -> None:
    places = tmp_path / "set.jsonl"
    places.write_text(keep(collect([marked], {"one": TEXT})), encoding="utf-8")
    with pytest.raises(PassageError, match="one: not the text that was marked"):
        list(read_documents(places, {"one": TEXT + " "}))
