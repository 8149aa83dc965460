"""JSON Lines and other JSON: fields by name, and one bad record at a time."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages import Limits, Unreadable, read_bytes
from onrecord.records import Page

ReadOne = Callable[..., Page]
Refuse = Callable[..., str]

FULL = {
    "url": "https://quay.example/1",
    "text": "  The ferries\r\nstopped.\n\n",
    "title": "Ferries stop",
    "date": "2022-01-05",
    "outlet": "Quay Courier",
    "id": 7,
}


def as_line(record: object) -> bytes:
    return json.dumps(record).encode() + b"\n"


def test_fields_are_mapped_by_name(read_one: ReadOne) -> None:
    page = read_one(as_line(FULL))
    assert page.kind == "exact"
    assert page.content == FULL["text"]
    assert page.url == FULL["url"]
    assert page.title == FULL["title"]
    assert page.published == FULL["date"]
    assert page.outlet == FULL["outlet"]
    assert page.origin == "page#1"


def test_names_of_other_tools_are_known(read_one: ReadOne) -> None:
    page = read_one(
        as_line({"content": "It stopped.", "source": "Q", "headline": "T", "published": "2022"})
    )
    assert (page.kind, page.content) == ("exact", "It stopped.")
    assert (page.outlet, page.title, page.published) == ("Q", "T", "2022")


@pytest.mark.parametrize(
    ("record", "content"),
    [
        ({"Article Text": "It stopped."}, "It stopped."),
        ({"articleBody": ["It stopped.", "“No.”"]}, "It stopped.\n\n“No.”"),
        ({"title": "T", "fields": {"bodyText": "It stopped."}}, "It stopped."),
        ({"text": "", "story_text": "It stopped."}, "It stopped."),
    ],
)
def test_names_are_compared_by_their_letters(
    read_one: ReadOne, record: object, content: str
) -> None:
    page = read_one(as_line(record))
    assert (page.kind, page.content) == ("exact", content)


def test_object_stands_for_its_words(read_one: ReadOne) -> None:
    page = read_one(as_line({"title": {"rendered": "T"}, "content": {"rendered": "<p>b</p>"}}))
    assert (page.title, page.content, page.kind) == ("T", "<p>b</p>", "html")


def test_object_stands_for_its_name(read_one: ReadOne) -> None:
    page = read_one(
        as_line(
            {
                "text": "b",
                "source": {"id": None, "name": "The Quay"},
                "author": [{"name": "Mara Lind"}, "Tom Ash"],
                "date": {"$date": "2031-01-03"},
            }
        )
    )
    assert (page.outlet, page.byline, page.published) == (
        "The Quay",
        "Mara Lind, Tom Ash",
        "2031-01-03",
    )


@pytest.mark.parametrize("number", [1925200800, 1925200800.5, 1925200800000])
def test_number_is_a_time_since_1970(read_one: ReadOne, number: float) -> None:
    page = read_one(as_line({"text": "b", "date": number}))
    assert page.published == "2031-01-03T10:00:00+00:00"


def test_missing_number_is_not_said(read_one: ReadOne) -> None:
    assert read_one(b'{"text": "b", "date": NaN}\n').published is None


@pytest.mark.parametrize(
    "answer",
    [
        {"status": "ok", "articles": [{"text": "a"}, {"text": "b"}]},
        {"response": {"results": [{"body": "a"}, {"body": "b"}]}},
        {"hits": {"hits": [{"_source": {"text": "a"}}, {"_source": {"text": "b"}}]}},
    ],
)
def test_answer_of_a_service_is_read_article_by_article(answer: object) -> None:
    pages = list(read_bytes(as_line(answer), origin="x"))
    assert [page.content for page in pages if isinstance(page, Page)] == ["a", "b"]
    assert len({page.origin for page in pages}) == 2


def test_beginning_of_a_text_is_no_article(refuse: Refuse) -> None:
    message = refuse(
        as_line({"content": "It stopp… [+1500 chars]", "url": "https://quay.example/1"})
    )
    assert "no more than the beginning" in message
    assert "https://quay.example/1" in message


def test_record_without_text_names_its_page(refuse: Refuse) -> None:
    message = refuse(as_line({"title": "T", "url": "https://quay.example/1"}))
    assert "save its page (https://quay.example/1)" in message


def test_html_is_a_page_to_be_parsed(read_one: ReadOne) -> None:
    page = read_one(as_line({"html": "<p>It\r\nstopped.</p>"}))
    assert (page.kind, page.content) == ("html", "<p>It\nstopped.</p>")


def test_content_with_markup_is_html(read_one: ReadOne) -> None:
    assert read_one(as_line({"content": "<p>It stopped.</p>"})).kind == "html"


def test_text_goes_before_html(read_one: ReadOne) -> None:
    assert read_one(as_line({"html": "<p>a</p>", "text": "b"})).content == "b"


def test_address_as_source_is_the_address(read_one: ReadOne) -> None:
    page = read_one(as_line({"text": "b", "source": "https://quay.example/1"}))
    assert (page.url, page.outlet) == ("https://quay.example/1", None)


def test_null_and_empty_fields_are_not_said(read_one: ReadOne) -> None:
    page = read_one(as_line({"text": "b", "title": None, "outlet": "", "url": None}))
    assert (page.title, page.outlet, page.url) == (None, None, None)


@pytest.mark.parametrize("field", ["text", "html", "url", "title", "date", "outlet"])
@pytest.mark.parametrize("value", [5, 1.5, True, [5], {"a": "b"}])
def test_field_of_the_wrong_type_is_named(refuse: Refuse, field: str, value: object) -> None:
    message = refuse(as_line({"text": "b", field: value}))
    assert message.startswith(f'page#1: line 1 field "{field}" has to be a string and is ')


def test_lone_surrogate_is_replaced_in_place(read_one: ReadOne) -> None:
    page = read_one(rb'{"text": "ab\ud800cd", "title": "\udfff"}')
    assert (page.content, page.title) == ("ab\ufffdcd", "\ufffd")


def test_surrogate_pair_is_one_character(read_one: ReadOne) -> None:
    assert read_one(rb'{"text": "a\ud83d\ude00b"}').content == "a😀b"


@pytest.mark.parametrize(
    "line",
    [b'{"text": "b"', b"not json", b'{"text": "b"} {', b'{"text": "a\nb"}', b"\xff\xfe\x00", b"{}"],
)
def test_broken_line_is_numbered_and_the_rest_goes_on(line: bytes) -> None:
    good = as_line({"text": "b"})
    results = list(read_bytes(good + b"\n" + line + b"\n" + good * 3, origin="x"))
    assert sum(isinstance(result, Page) for result in results) == 4
    bad = next(result for result in results if isinstance(result, Unreadable))
    assert bad.origin == "x#2"
    assert bad.problem.message.startswith("x#2: line 3 ")


@pytest.mark.parametrize("line", [b"5\n", b'"text"\n', b"[1]\n", b"null\n"])
def test_value_that_is_no_object_is_said(line: bytes) -> None:
    good = as_line({"text": "b"})
    _, bad, _ = read_bytes(good + line + good, origin="x")
    assert isinstance(bad, Unreadable)
    assert "no object" in bad.problem.message


def test_first_line_may_be_broken() -> None:
    good = as_line({"text": "b"})
    results = list(read_bytes(b'{"text": "b\n' + good * 2, origin="x"))
    assert [type(result) for result in results] == [Unreadable, Page, Page]


def test_deep_nesting_is_a_problem_of_its_line() -> None:
    deep = b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n"
    bad, good = read_bytes(deep + as_line({"text": "b"}), origin="x")
    assert isinstance(bad, Unreadable)
    assert "nested too deeply" in bad.problem.message
    assert isinstance(good, Page)


def test_line_over_the_limit_is_passed() -> None:
    lines = as_line({"text": "a"}) + as_line({"text": "b" * 1000}) + as_line({"text": "c"})
    limits = Limits(max_record_bytes=500)
    first, second, third = read_bytes(lines, origin="x", limits=limits)
    assert isinstance(first, Page)
    assert isinstance(third, Page)
    assert isinstance(second, Unreadable)
    assert "line 2 is longer than 500 bytes" in second.problem.message


@pytest.mark.parametrize("encode", [lambda s: s.encode("utf-16"), lambda s: s.encode("cp1252")])
def test_other_charsets_are_read(encode: object) -> None:
    assert callable(encode)
    results = list(read_bytes(encode('{"text": "Zürich – früh"}\n' * 3), origin="x"))
    assert [getattr(result, "content", None) for result in results] == ["Zürich – früh"] * 3


def test_mark_before_the_first_line_is_no_part_of_it(read_one: ReadOne) -> None:
    assert read_one(b"\xef\xbb\xbf" + as_line({"text": "b"})).content == "b"


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_array_gives_a_page_for_each_object(indent: int | None, count: int) -> None:
    records = [{"text": f'a "{n}" [{{\\', "tags": [[], {}]} for n in range(count)]
    results = list(read_bytes(json.dumps(records, indent=indent).encode(), origin="x"))
    assert [getattr(result, "content", None) for result in results] == [
        record["text"] for record in records
    ]
    assert [result.origin for result in results] == [f"x#{n + 1}" for n in range(count)]


def test_object_over_several_lines_is_read(read_one: ReadOne) -> None:
    assert read_one(json.dumps(FULL, indent=2).encode()).url == FULL["url"]


def test_array_is_read_object_by_object() -> None:
    data = json.dumps([{"text": "word " * 30_000}] * 5).encode()
    results = list(read_bytes(data, origin="x", limits=Limits(max_record_bytes=200_000)))
    assert sum(isinstance(result, Page) for result in results) == 5


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"[]", "is an empty JSON array"),
        (b'[{"text": "a"', "ends before its last bracket"),
        (b'[{"text": 5}]', '"text" has to be a string'),
        (b'[{"text": "a" "b"}]', "broken JSON"),
        (b'{\n"text": "a",\n', "ends before its last bracket"),
    ],
)
def test_broken_json_is_said(refuse: Refuse, data: bytes, words: str) -> None:
    assert words in refuse(data)


def test_array_keeps_what_stands_before_the_break() -> None:
    results = list(read_bytes(b'[{"text": "a"}, {"text": "b"}, 5, {"text": "c"}]', origin="x"))
    assert [type(result) for result in results] == [Page, Page, Unreadable]


@given(st.text(min_size=1).filter(lambda text: not text.isspace()))
def test_text_is_unchanged(text: str) -> None:
    for data in (as_line({"text": text}), json.dumps([{"text": text}], indent=1).encode()):
        [page] = read_bytes(data, origin="x")
        assert isinstance(page, Page)
        assert page.content == text


def test_id_rests_on_the_hints(read_one: ReadOne) -> None:
    ids = {
        read_one(as_line(record)).id
        for record in (
            {"text": "b"},
            {"text": "b", "title": "t"},
            {"text": "b", "outlet": "t"},
            {"text": "b", "url": "t"},
            {"text": "b", "date": "t"},
            {"html": "b"},
        )
    }
    assert len(ids) == 6
