"""The API: what it gives, what it takes, and what its document says."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from onrecord.ledger import Filter, Ledger
from onrecord.web.api.operations import OPERATIONS, ROOT

Browser = Any  # of conftest.py, which cannot be imported


def get(desk: Browser, path: str, **headers: str) -> Any:
    response = desk.get(f"/api/v1{path}", **headers)
    assert response.status_code == 200, response.text
    return response.json()


def decide(desk: Browser, **fields: Any) -> Any:
    return desk.client.post("/api/v1/decisions", json=fields)


def test_the_document_is_valid_and_names_every_operation(browser: Browser) -> None:
    document = get(browser, "/openapi.json")
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []
    named = {
        (method.upper(), path) for path, entry in document["paths"].items() for method in entry
    }
    assert named == {(each.method, f"{ROOT}{each.path}") for each in OPERATIONS}


def test_answers_are_what_the_document_says(browser: Browser) -> None:
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

    document = get(browser, "/openapi.json")
    with Ledger(browser.ledger) as ledger:
        row = next(ledger.rows(Filter(account=next(ledger.figures()).account)))
    ids = {"stories": row.saga, "articles": row.article, "rows": row.id, "accounts": row.account}
    seen = 0
    for path, entry in document["paths"].items():
        if "get" not in entry or path == "/api/v1/decisions/{id}":
            continue
        noun = path.split("/")[3]
        query = {"search": "?q=lock&kind=figure", "ask": "?q=lock", "review": "?kind=figure"}.get(
            noun, ""
        )
        answer = browser.get(path.replace("{id}", str(ids.get(noun))) + query).json()
        schema = entry["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**schema, "components": document["components"]}
        problems = list(Draft202012Validator(whole).iter_errors(answer))
        assert not problems, (path, problems[0].message)
        seen += 1
    assert seen > 15


def test_every_row_is_given_once_over_all_pages(browser: Browser) -> None:
    with Ledger(browser.ledger) as ledger:
        expected = [row.id for row in ledger.rows()]
    for path in ("/rows", "/review/queue"):
        found: list[str] = []
        token = ""
        while True:
            answer = get(browser, f"{path}?limit=4{token}")
            found += [item.get("id") or item["row"] for item in answer["items"]]
            if answer["next"] is None:
                break
            assert len(answer["items"]) == 4
            token = f"&page={answer['next']}"
        assert sorted(found) == sorted(expected), path
        assert path != "/rows" or found == expected


def test_rows_that_come_in_between_move_no_page(desk: Browser) -> None:
    first = get(desk, "/statements?limit=2")
    with Ledger(desk.ledger) as ledger:
        expected = [row.id for row in ledger.statements()]
    decide(desk, do="reject", row=first["items"][0]["id"], who="ana")
    second = get(desk, f"/statements?limit=2&page={first['next']}")
    assert [item["id"] for item in second["items"]] == expected[2:4]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/rows?page=zz", 400),
        ("/rows?page=e30", 400),
        ("/stories?page=LTE", 400),  # -1
        ("/rows?since=yesterday", 400),
        ("/rows?act=burn", 400),
        ("/rows?limit=0", 400),
        ("/rows?limit=501", 400),
        ("/rows?limit=9999999999999999999999", 400),
        ("/rows?since=2031-05&until=2031-04", 400),
        ("/statements?speaker=tolling", 400),
        ("/rows/s1?kind=figure", 400),
        ("/search", 400),
        ("/stories?kind=novel", 400),
        ("/review/sample?kind=story", 400),
        ("/accounts/ac0/relations?relation=like", 404),
        ("/rows/s0", 404),
        ("/articles/p0", 404),
        ("/decisions/d0", 404),
        ("/nothing", 404),
    ],
)
def test_problems_are_told_as_problem_details(browser: Browser, path: str, status: int) -> None:
    response = browser.get(f"/api/v1{path}")
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert told["status"] == status
    assert told["detail"]
    assert told["instance"] == f"/api/v1{path}".partition("?")[0]


def test_filters_are_those_of_the_pages(browser: Browser) -> None:
    with Ledger(browser.ledger) as ledger:
        expected = [row.id for row in ledger.statements(Filter(who="harrow"))]
    answer = get(browser, "/statements?who=harrow")
    assert [item["id"] for item in answer["items"]] == expected
    assert get(browser, "/statements?kind=indirect")["items"] == []


def test_an_unchanged_ledger_is_not_sent_again(desk: Browser) -> None:
    tag = desk.get("/api/v1/rows").headers["etag"]
    assert tag == f'"{get(desk, "/status")["revision"]}"'
    assert desk.get("/api/v1/stories", if_none_match=f'"x", W/{tag}').status_code == 304
    decide(desk, do="accept", row=get(desk, "/rows?limit=1")["items"][0]["id"])
    assert desk.get("/api/v1/stories", if_none_match=tag).status_code == 200


def test_a_row_is_corrected_and_that_undone(desk: Browser) -> None:
    row = get(desk, "/statements?limit=1")["items"][0]
    made = decide(
        desk, do="correct", row=row["id"], answer={"who": [{"name": "Joss Harrow"}], "act": "deny"},
        who="ana", why="a transcript",
    )  # fmt: skip
    assert made.status_code == 201
    decision = made.json()
    assert (decision["state"], decision["row"]) == ("holds", row["id"])
    assert desk.get(made.headers["location"]).json() == decision
    now = get(desk, f"/rows/{row['id']}")
    assert [party["name"] for party in now["who"]] == ["Joss Harrow"]
    assert now["review"] == "corrected"
    assert now["read_as"]["act"] == row["act"]
    history = get(desk, f"/rows/{row['id']}/decisions")["items"]
    assert [each["decision"]["who"] for each in history] == ["ana"]
    undone = decide(desk, do="undo", decision=decision["decision"]["id"], who="bea")
    assert undone.status_code == 201
    assert get(desk, f"/rows/{row['id']}") == row


def test_nobody_can_be_the_speaker(desk: Browser) -> None:
    row = get(desk, "/statements?limit=1")["items"][0]
    assert decide(desk, do="correct", row=row["id"], answer={"who": []}).status_code == 201
    now = get(desk, f"/rows/{row['id']}")
    assert now["who"] == []
    assert now["read_as"]["who"][0]["name"] == "Mara Tolling"


def test_people_rows_and_dates_are_decided_about(desk: Browser) -> None:
    rows = get(desk, "/statements")["items"]
    people = {each["who"][0]["name"]: each for each in rows}
    one, two = people["Mara Tolling"], people["Joss Harrow"]
    persons = [{"article": each["article"], "actor": each["who"][0]["id"]} for each in (one, two)]
    made = decide(desk, do="same person", person=persons[0], person2=persons[1], name="M. Tolling")
    assert made.status_code == 201
    assert {each["who"][0]["name"] for each in get(desk, "/statements")["items"]} == {"M. Tolling"}
    account = get(desk, f"/accounts/{one['account']}")
    first, second = (ref[1] for ref in account["rows"][:2])
    assert decide(desk, do="not same event", row=first, other=second).status_code == 201
    assert decide(desk, do="pin", article=one["article"], earliest="2031-02-02").status_code == 201
    assert get(desk, f"/rows/{one['id']}")["published"]["earliest"] == "2031-02-02"
    assert decide(desk, do="remove", article=one["article"]).status_code == 201
    assert desk.get(f"/api/v1/articles/{one['article']}").status_code == 404
    assert decide(desk, do="restore", article=one["article"]).status_code == 201
    assert desk.get(f"/api/v1/articles/{one['article']}").status_code == 200
    assert len(get(desk, "/decisions")["items"]) == 5
    assert get(desk, "/decisions?lost=1")["items"] == []


def test_if_match_refuses_to_decide_on_what_has_changed(desk: Browser) -> None:
    before = desk.get("/api/v1/rows?limit=1")
    row = before.json()["items"][0]["id"]
    tag = {"if-match": before.headers["etag"]}
    made = desk.client.post("/api/v1/decisions", json={"do": "accept", "row": row}, headers=tag)
    assert made.status_code == 201
    again = desk.client.post("/api/v1/decisions", json={"do": "reject", "row": row}, headers=tag)
    assert again.status_code == 412
    assert get(desk, f"/rows/{row}")["review"] == "accepted"
    tag = {"if-match": made.headers["etag"]}
    again = desk.client.post("/api/v1/decisions", json={"do": "reject", "row": row}, headers=tag)
    assert again.status_code == 201


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 422),
        ({"do": "burn"}, 422),
        ({"do": "accept"}, 422),
        ({"do": "accept", "row": "s0"}, 422),
        ({"do": "undo", "decision": "d0"}, 422),
        ({"do": "pin", "article": "p0", "earliest": "2031-02-30"}, 422),
        ({"do": "same person", "person": {"article": "p0", "actor": "a0"}}, 422),
        ({"do": "accept", "row": "s0", "who": ""}, 422),
    ],
)
def test_what_cannot_be_decided_is_refused(
    desk: Browser, fields: dict[str, Any], status: int
) -> None:
    response = decide(desk, **fields)
    assert response.status_code == status
    assert response.json()["detail"]
    with Ledger(desk.ledger) as ledger:
        assert ledger.decisions() == ()


@pytest.mark.parametrize(
    ("content", "type_", "status"),
    [
        (b"do=accept", "application/x-www-form-urlencoded", 403),
        (b'{"do":"accept"}', "text/plain", 403),
        (b"{", "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"[" * 10_000, "application/json", 422),
    ],
)
def test_bodies_of_other_forms_are_refused(
    desk: Browser, content: bytes, type_: str, status: int
) -> None:
    response = desk.client.post(
        "/api/v1/decisions", content=content, headers={"content-type": type_}
    )
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


def test_a_page_of_ours_that_sends_no_json_is_told_so(desk: Browser) -> None:
    headers = {"content-type": "text/plain", "origin": "http://127.0.0.1:8765"}
    response = desk.client.post("/api/v1/decisions", content=b"{}", headers=headers)
    assert response.status_code == 415


@pytest.mark.parametrize(
    "path",
    [
        "/stories",
        "/search",
        "/review",
        "/review/sample",
        "/review/history",
        "/people",
        "/about",
        "/who/Mara%20Tolling",
    ],
)
def test_lists_are_files_too(desk: Browser, path: str) -> None:
    decide(desk, do="accept", row=get(desk, "/acts?limit=1")["items"][0]["id"])
    query = {"/search": "?q=lock", "/people": "?q=harrow"}.get(path, "")
    items = json.loads(desk.get(f"{path}.json{query}").text)["items"]
    table = desk.get(f"{path}.csv{query}")
    assert table.headers["content-type"].startswith("text/csv")
    assert items
    assert len(table.text.splitlines()) >= len(items) + 1


@pytest.mark.parametrize(
    ("path", "full", "none"),
    [
        *((f"/story/{{story}}/{tab}", "", "?who=Nobody") for tab in (
            "rows", "statements", "acts", "figures", "articles", "differences", "compare",
        )),
        ("/search", "?q=lock", "?q=submarine&by=words"),
        ("/search", "?who=Tolling", "?who=Nobody"),
        ("/review", "", "?who=Nobody"),
        ("/people", "?q=harrow", "?q=Nobody"),
        ("/who/Mara%20Tolling", "?list=said", "?list=relayed"),
    ],
)  # fmt: skip
def test_file_of_nothing_has_the_same_columns(
    browser: Browser, story: str, path: str, full: str, none: str
) -> None:
    path = path.format(story=story)
    names, *lines = browser.get(f"{path}.csv{full}").text.splitlines()
    assert lines
    assert browser.get(f"{path}.csv{none}").text.splitlines() == [names]


def test_files_of_an_empty_ledger_have_columns(desk: Browser, empty: Browser) -> None:
    row = get(desk, "/statements?limit=1")["items"][0]["id"]
    decide(desk, do="reject", row=row)
    for path in ("/stories", "/review/history", "/review/rejected"):
        names, *lines = desk.get(f"{path}.csv").text.splitlines()
        assert lines
        assert empty.get(f"{path}.csv").text.splitlines() == [names]
    [names] = empty.get("/watches.csv").text.splitlines()
    assert names == "name,filter,since,id"


def test_lists_of_a_story_hold_all_that_fits_the_filter(browser: Browser, story: str) -> None:
    with Ledger(browser.ledger) as ledger:
        within = Filter(story=story, who="harrow")
        expected: dict[str, Iterable[Any]] = {
            "rows": ledger.rows(within),
            "statements": ledger.statements(within),
            "acts": ledger.acts(within),
            "figures": ledger.figures(within),
            "articles": ledger.articles(within),
        }
        for tab, rows in expected.items():
            answer = json.loads(browser.get(f"/story/{story}/{tab}.json?who=harrow").text)
            assert [item["id"] for item in answer["items"]] == [row.id for row in rows], tab
            assert browser.get(f"/story/{story}/{tab}.csv").status_code == 200
    assert browser.get(f"/story/{story}/differences.csv").status_code == 200
    assert browser.get(f"/story/{story}/nothing.csv").status_code == 404
    assert browser.get(f"/story/{story}/rows.xml").status_code == 404
    assert browser.get("/story/sg0/rows.csv").status_code == 404


def test_facts_by_outlets_are_a_file_with_a_line_for_each_cell(
    browser: Browser, story: str
) -> None:
    items = json.loads(browser.get(f"/story/{story}/compare.json?kind=figure").text)["items"]
    barges = [item for item in items if "barges" in item["fact"]]
    assert {(item["teller"], item["state"]) for item in barges} == {
        ("Delta Wire", "differs"),
        ("Canal Times", "differs"),
    }
    assert {item["kind"] for item in items} == {"figure"}
    table = browser.get(f"/story/{story}/compare.csv?kind=figure").text.splitlines()
    assert len(table) == len(items) + 1


def test_file_of_differences_holds_what_its_page_shows(browser: Browser, story: str) -> None:
    def count(query: str) -> int:
        path = f"/story/{story}/differences.json{query}"
        return len(json.loads(browser.get(path).text)["items"])

    assert 0 < count("?relation=differ") < count("")
    assert count("?who=Nobody") == 0


def test_row_and_someones_rows_are_files(browser: Browser) -> None:
    with Ledger(browser.ledger) as ledger:
        row = next(ledger.statements(Filter(who="Tolling")))
    assert row.id in browser.get(f"/row/{row.id}.csv").text
    said = json.loads(browser.get("/who/Mara%20Tolling.json?list=said").text)["items"]
    assert row.id in {item["id"] for item in said}
    assert browser.get("/who/Nobody.csv").status_code == 404


def test_search_says_by_what_each_hit_was_found(browser: Browser) -> None:
    for by in ("words", "meaning"):
        found = {item["by"] for item in get(browser, f"/search?q=lock&by={by}")["items"]}
        assert found <= {by}
    assert get(browser, "/search?q=lock&by=words")["items"]
    assert browser.get("/api/v1/search?q=lock&by=luck").status_code == 400


def test_question_is_answered_with_rows_or_with_none(browser: Browser) -> None:
    answer = get(browser, "/ask?q=How+many+barges+were+waiting%3F")
    assert answer["short"] in answer["rows"][0]["sentence"]
    assert answer["line"] == answer["rows"][0]["sentence"]
    assert get(browser, "/ask?q=Who+won+the+cup%3F")["rows"] == []
    assert browser.get("/api/v1/ask?q=").status_code == 400
