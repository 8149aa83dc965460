from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger import Row
from onrecord.records import RowKind
from onrecord.views.changes import compare_rows, compare_texts

texts = st.lists(st.text(alphabet="ab ", min_size=1, max_size=12), max_size=5).map("\n\n".join)


def show(older: str, newer: str) -> list[str]:
    signs = {"kept": "", "out": "-", "in": "+"}
    return [
        "".join(f"{signs[run.mark]}{run.text}" for run in runs)
        for runs in compare_texts(older, newer)
    ]


def test_changed_word_is_shown_within_its_paragraph() -> None:
    older = "A\n\nFour sailors are dead, the port says."
    newer = "A\n\nNine sailors are dead, the port says."
    assert show(older, newer) == ["A", "-Four+Nine sailors are dead, the port says."]


def test_paragraphs_come_and_go() -> None:
    assert show("one two\n\nthree four", "one two\n\nfive six\n\nseven") == [
        "one two",
        "+five six",
        "+seven",
        "-three four",
    ]


def words(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


@given(texts, texts)
def test_each_text_can_be_read_off_whole(older: str, newer: str) -> None:
    shown = compare_texts(older, newer)
    for mark, text in (("out", older), ("in", newer)):
        read = [
            " ".join("".join(run.text for run in runs if run.mark in ("kept", mark)).split())
            for runs in shown
        ]
        assert sorted(filter(None, read)) == sorted(words(text))


def make_row(id_: str, kind: RowKind, text: str) -> Row:
    return Row(id=id_, kind=kind, article="p1", words=(text,), sentence=text)


def test_rows_that_went_and_came_are_told_by_kind_and_words() -> None:
    older = [make_row("s1", "statement", "It is shut"), make_row("f1", "figure", "four")]
    newer = [make_row("s2", "statement", "It is  shut"), make_row("f2", "figure", "nine")]
    changed = compare_rows(older, newer)
    assert [row.id for row in changed.withdrawn] == ["f1"]
    assert [row.id for row in changed.new] == ["f2"]


def test_row_that_stands_twice_has_to_stand_twice() -> None:
    older = [make_row("f1", "figure", "four"), make_row("f2", "figure", "four")]
    assert [r.id for r in compare_rows(older, [make_row("f3", "figure", "four")]).withdrawn] == [
        "f2"
    ]
