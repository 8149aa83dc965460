import importlib.util
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from tests.golden.expectations import (
    EXPECTED,
    NAMES,
    PAGES,
    STRAIT,
    expected_comparisons,
    expected_readings,
    find_named,
    list_rows,
    named_rows,
)

from onrecord.records import Reading, Span


def compiler() -> ModuleType:
    if str(STRAIT) not in sys.path:
        sys.path.insert(0, str(STRAIT))  # as it is when the script is run
    path = STRAIT / "compile_expected.py"
    spec = importlib.util.spec_from_file_location("compile_expected", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up by name
    spec.loader.exec_module(module)
    return module


def test_expected_is_what_the_reading_by_hand_compiles_to() -> None:
    assert compiler().encode_all() == EXPECTED.read_bytes()


def test_a_passage_that_is_not_in_the_text_stops_the_compiler() -> None:
    module = compiler()
    with pytest.raises(module.ReadingError, match="found 0 times"):
        module.find_passage("The gate was open.", "The {k:door} was")


def test_a_passage_that_is_in_the_text_twice_stops_the_compiler() -> None:
    module = compiler()
    with pytest.raises(module.ReadingError, match="found 2 times"):
        module.find_passage("Open, and open again.", "{k:pen}")


def test_marks_give_the_spans_of_the_words_in_them() -> None:
    marked = compiler().find_passage(
        "“If it rains, we stay,” she said.", "“{k:{x:If [..],} we stay,}”"
    )
    assert marked.parts == {"k": (Span(1, 22),), "x": (Span(1, 13),)}


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_its_expected_reading(name: str) -> None:
    [page] = PAGES.glob(f"{name}.*")
    assert expected_readings()[name].origin == f"pages/{page.name}"


@pytest.mark.parametrize("name", NAMES)
def test_every_span_lies_in_the_text_and_has_words(name: str) -> None:
    reading = expected_readings()[name]
    assert reading.article is not None
    for span in all_spans(reading):
        assert reading.article.text[span.start : span.end].strip()


@pytest.mark.parametrize("name", NAMES)
def test_words_of_figures_and_timexes_are_those_of_the_text(name: str) -> None:
    reading = expected_readings()[name]
    assert reading.article is not None
    said = [(figure.span, figure.words) for figure in reading.figures]
    said += [(timex.span, timex.words) for timex in reading.timexes]
    for span, words in said:
        assert reading.article.text[span.start : span.end] == words


def all_spans(reading: Reading) -> Iterator[Span]:
    assert reading.article is not None
    yield reading.article.body
    if reading.article.dateline:
        yield reading.article.dateline.span
    yield from (timex.span for timex in reading.timexes)
    yield from (figure.span for figure in reading.figures)
    for actor in reading.actors:
        yield from actor.mentions
    for statement in reading.statements:
        yield from statement.content
        yield from filter(None, (statement.cue, statement.source, statement.condition))
    for act in reading.acts:
        yield from filter(None, (act.trigger, act.condition, act.hedge))


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique(name: str) -> None:
    reading = expected_readings()[name]
    ids = [actor.id for actor in reading.actors] + [row.id for row in list_rows(reading)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", NAMES)
def test_rows_refer_to_rows_of_their_page(name: str) -> None:
    reading = expected_readings()[name]
    actors = {actor.id for actor in reading.actors}
    statements = {statement.id for statement in reading.statements}
    acts = {act.id for act in reading.acts}
    for statement in reading.statements:
        assert {statement.speaker, statement.addressee, *statement.relayed_by} <= {*actors, None}
        assert {statement.within, statement.answers} <= {*statements, None}
    for act in reading.acts:
        assert {*act.actors, *act.recipients, *act.denied_by, act.asserted_by} <= {*actors, None}
        assert act.content in {*acts, None}
    assert {figure.giver for figure in reading.figures} <= {*actors, None}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_was_removed_is_in_the_text(name: str) -> None:
    article = expected_readings()[name].article
    assert article is not None
    paragraphs = set(article.text.split("\n\n"))
    repeated = {"repeated headline"}
    for line in article.removed:
        assert line.reason in repeated or line.words not in paragraphs


def test_rows_that_comparisons_name_are_one_row_each() -> None:
    readings = expected_readings()
    for kind, (page, words, *number) in named_rows():
        assert len(find_named(readings[page], kind, words, *number)) == 1, (kind, page, words)


def test_counts_are_those_of_the_pages_that_rows_stand_on() -> None:
    comparisons = expected_comparisons()
    copies = [set(lineage["pages"]) for lineage in comparisons["lineage"]]
    for account in comparisons["account"]:
        pages = {page for page, *_ in account["rows"].values()}
        outlets = {page.rpartition("-")[0] for page in pages}
        joined = sum(len(pages & copy) - 1 for copy in copies if pages & copy)
        counts = account["counts"]
        assert counts["reports"] == len(pages), account["id"]
        assert counts["outlets"] == len(outlets), account["id"]
        assert counts["lineages"] == len(pages) - joined, account["id"]


def test_relations_are_between_rows_of_their_account() -> None:
    comparisons = expected_comparisons()
    accounts = {account["id"]: account["rows"] for account in comparisons["account"]}
    for relation in comparisons["relation"]:
        assert {relation["a"], relation["b"]} <= set(accounts[relation["account"]])
    assert len(comparisons["relation"]) >= 25


def test_every_page_is_in_one_episode() -> None:
    episodes = expected_comparisons()["episode"]
    assert sorted(page for episode in episodes for page in episode["pages"]) == NAMES
