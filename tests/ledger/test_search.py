from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ledger import Filter, Ledger, choosing
from onrecord.ledger.fusing import fuse_rankings
from onrecord.ledger.search_words import match_name, split_words


def test_hits_stand_in_the_articles_text(standing: Ledger) -> None:
    result = standing.search("struck")
    assert result.rows
    for hit in result.rows:
        article = standing.article(hit.row.article).article
        assert article is not None
        assert [article.text[span.start : span.end] for span in hit.hits] == ["struck"]
    for found in result.articles:
        article = standing.article(found.article.id).article
        assert article is not None
        start, end = found.snippet_span
        assert article.text[start:end] == found.snippet
        assert all(article.text[span.start : span.end] == "struck" for span in found.hits)


def test_a_word_is_found_in_its_other_forms(standing: Ledger) -> None:
    assert standing.search("striking harbours").rows == standing.search("strike harbour").rows


def test_a_name_finds_the_rows_of_its_bearer(standing: Ledger) -> None:
    result = standing.search("Cleo", Filter(kind="figure"))
    assert result.rows
    assert all(hit.row.who[0].name == "Cleo Marsh" for hit in result.rows)


def test_a_phrase_has_to_stand_together(standing: Ledger) -> None:
    assert standing.search('"go on"').rows
    assert not standing.search('"on go"').rows
    assert standing.search("on go").rows


def test_all_words_have_to_be_there(standing: Ledger) -> None:
    assert not standing.search("struck unheardof").rows


def test_a_filter_narrows_what_is_found(standing: Ledger) -> None:
    result = standing.search("struck", Filter(outlet="Gull 1", kind="act"))
    assert result.rows
    assert {hit.row.outlet for hit in result.rows} == {"Gull 1"}
    assert {hit.row.kind for hit in result.rows} == {"act"}
    assert {found.article.outlet for found in result.articles} == {"Gull 1"}


def test_pages_of_results_do_not_overlap(standing: Ledger) -> None:
    first = standing.search("struck", Filter(limit=5))
    second = standing.search("struck", Filter(limit=5, offset=5))
    assert first.more
    assert not {hit.row.id for hit in first.rows} & {hit.row.id for hit in second.rows}
    assert not second.articles


@pytest.mark.parametrize(
    "words",
    ["", "  ", '"', '""', "AND", "NOT struck", "struck*", "^struck", "sentence:struck", "(", "_",
     "NEAR(struck near)", "'; DROP TABLE rows; --", "\x00", "{a b}: c", "-struck", "+", "“",
     "\ud800"],
)  # fmt: skip
def test_nothing_in_the_words_is_an_operator(standing: Ledger, words: str) -> None:
    standing.search(words)
    list(standing.rows(Filter(about=words, who=words)))


@settings(max_examples=40, deadline=None)
@given(words=st.text(max_size=60))
def test_any_words_can_be_searched(standing: Ledger, words: str) -> None:
    standing.search(words)


def test_marks_in_the_text_move_no_hit(ledger: Ledger, tmp_path: Path, reader: ModuleType) -> None:
    page = tmp_path / "marked.txt"
    page.write_text("Ada Venn at sea\n\nGuards \ufdd0struck\ufdd1 the pier.\n", encoding="utf-8")
    ledger.add([str(page)], read=reader.read)
    [hit] = ledger.search("pier").rows
    assert hit.hits == ()


def test_words_and_phrases_are_told_apart() -> None:
    assert split_words("red “blue green” don't \"") == ["red", "blue green", "don", "t"]
    assert len(split_words("a " * 1000)) == 32


@pytest.mark.parametrize("name", ["Mrs Lund", "the Mrs. Lund", "Lund"])
def test_what_only_is_polite_is_no_part_of_a_name(name: str) -> None:
    assert match_name(name) == '"Lund"'


@pytest.mark.parametrize("name", ["The", "DR Congo", "Sirius Berg"])
def test_what_is_part_of_a_name_is_looked_for(name: str) -> None:
    assert match_name(name) == " ".join(f'"{word}"' for word in name.split())


def test_what_is_about_the_same_is_found_by_meaning(
    ledger: Ledger, tmp_path: Path, reader: ModuleType
) -> None:
    add_page(ledger, tmp_path, reader, "Guards struck the pier.\n\nBakers struck a bargain.\n")
    result = ledger.search("soldiers attacked the pier")
    assert [(hit.row.sentence, hit.by) for hit in result.rows] == [
        ("Guards struck the pier.", "meaning")
    ]
    assert result.rows[0].hits == ()
    assert not ledger.search("soldiers attacked the pier", by="words").rows
    assert not ledger.search('"soldiers" attacked the pier').rows


def test_each_hit_says_by_what_it_was_found(
    ledger: Ledger, tmp_path: Path, reader: ModuleType
) -> None:
    add_page(ledger, tmp_path, reader, "Guards struck the pier.\n\nSoldiers struck a harbour.\n")
    both = ledger.search("guards struck pier").rows
    assert [(hit.row.sentence[:6], hit.by) for hit in both][:1] == [("Guards", "both")]
    assert {hit.by for hit in ledger.search("pier", by="words").rows} == {"words"}
    assert {hit.by for hit in ledger.search("guards struck pier", by="meaning").rows} == {"meaning"}


def test_a_filter_narrows_what_is_found_by_meaning(standing: Ledger) -> None:
    wide = standing.search("guards attacked near the port", by="meaning").rows
    assert len({hit.row.outlet for hit in wide}) > 1
    narrow = standing.search(
        "guards attacked near the port", Filter(outlet="Gull 1"), by="meaning"
    ).rows
    assert {hit.row.outlet for hit in narrow} == {"Gull 1"}
    assert not standing.search(
        "guards attacked near the port", Filter(outlet="none"), by="meaning"
    ).rows


def test_a_wide_filter_is_asked_of_the_nearest_alone(
    standing: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = Filter(outlet="Gull 1", limit=100)
    few = standing.search("guards attacked near the port", chosen, by="meaning")
    monkeypatch.setattr(choosing, "FEW", 0)
    assert standing.search("guards attacked near the port", chosen, by="meaning") == few


def test_removed_articles_are_not_found_by_meaning(full: Ledger) -> None:
    [hit, *_] = full.search("guards attacked near the port", by="meaning").rows
    full.remove(hit.row.article, who="Ada")
    left = full.search("guards attacked near the port", Filter(limit=500), by="meaning").rows
    assert left
    assert hit.row.article not in {each.row.article for each in left}


def test_places_give_their_reciprocals() -> None:
    fused = fuse_rankings([7, 8, 9], [(9, 1), (5, 2), (6, 2)])
    assert [(each.number, each.by) for each in fused] == [
        (9, "both"), (7, "words"), (5, "meaning"), (6, "meaning"), (8, "words"),
    ]  # fmt: skip


def add_page(ledger: Ledger, folder: Path, reader: ModuleType, text: str) -> None:
    page = folder / "page.txt"
    page.write_text(f"At sea\n\n{text}", encoding="utf-8")
    ledger.add([str(page)], read=reader.read)


def test_vectors_of_another_version_are_left_out_and_told(full: Ledger) -> None:
    assert full.search("guards attacked near the port", by="meaning").rows
    connection = full._connection
    assert connection is not None
    connection.execute("UPDATE meanings SET version = 'older'")
    connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'")
    assert not full.search("guards attacked near the port", by="meaning").rows
    assert any("not found by meaning in this version" in fault for fault in full.check())
