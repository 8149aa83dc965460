"""Who may ask, who may change, how often and how much."""

from typing import Any

import pytest

from onrecord.web.guards import COOKIE
from onrecord.web.posting import LARGEST
from onrecord.web.rates import CLIENTS, Rate
from onrecord.web.serving import is_loopback, name_machine

Browser = Any  # of conftest.py, which cannot be imported
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "https://127.0.0.1:8765"},
        {"origin": "http://localhost:8765"},
        {"origin": "http://evil.example", "sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {},
    ],
)
def test_forms_of_other_sites_are_refused(desk: Browser, headers: dict[str, str]) -> None:
    token = desk.page("/review/history").xpath("//input[@name='token']/@value")[0]
    response = desk.client.post("/sign", data={"token": token, "who": "x"}, headers=headers)
    assert response.status_code == 403
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize(
    "headers", [{"origin": "http://127.0.0.1:8765"}, {"sec-fetch-site": "same-origin"}]
)
def test_forms_of_ours_are_taken(desk: Browser, headers: dict[str, str]) -> None:
    token = desk.page("/review/history").xpath("//input[@name='token']/@value")[0]
    response = desk.client.post("/sign", data={"token": token, "who": "x"}, headers=headers)
    assert response.status_code == 303


@pytest.mark.parametrize("token", ["", "guessed", "é"])
def test_a_form_without_its_token_is_refused(desk: Browser, token: str) -> None:
    response = desk.post("/sign", {"token": token, "who": "x"})
    assert response.status_code == 403
    assert "load it again" in response.text


def test_large_bodies_are_refused(desk: Browser) -> None:
    assert desk.post("/sign", {"who": "x" * LARGEST}).status_code == 413
    response = desk.client.post("/api/v1/decisions", json={"do": "accept", "why": "x" * LARGEST})
    assert response.status_code == 413


def test_forms_of_too_many_fields_are_refused(desk: Browser) -> None:
    assert desk.post("/sign", {f"f{i}": "1" for i in range(200)}).status_code == 400


def test_too_many_changes_at_once_are_refused(desk: Browser) -> None:
    answers = [desk.client.post("/api/v1/decisions", json={})]
    # A busy machine asks slowly, and what may be asked fills again meanwhile.
    while answers[-1].status_code == 422 and len(answers) < 1000:
        answers.append(desk.client.post("/api/v1/decisions", json={}))
    assert len(answers) > 120
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert answers[-1].headers["content-type"] == "application/problem+json"


def test_a_rate_fills_again_with_time() -> None:
    clock = [0.0]
    rate = Rate(per_second=2, burst=3, now=lambda: clock[0])
    assert [rate.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert rate.wait("b") == 0
    clock[0] = 0.5
    assert rate.wait("a") == 0
    assert rate.wait("a") == 0.5


def test_a_rate_remembers_no_more_than_so_many_clients() -> None:
    rate = Rate(per_second=0.001, burst=1, now=lambda: 0.0)
    for client in range(CLIENTS + 1):
        assert rate.wait(str(client)) == 0
    assert rate.wait("0") == 0  # forgotten
    assert rate.wait(str(CLIENTS)) > 0


@pytest.fixture
def open_desk(desk: Browser) -> Browser:
    """The desk as other machines see it."""
    return type(desk)(desk.ledger, token="s3cret")


def test_an_open_desk_shows_nothing_without_its_token(open_desk: Browser) -> None:
    for path in ("/", "/static/desk.js", "/review", "/api/v1/status", "/?token=wrong"):
        response = open_desk.get(path)
        assert response.status_code == 401, path
        assert "token" in response.text
        assert "Great Lock" not in response.text
        assert response.headers["www-authenticate"].startswith("Bearer")
    assert open_desk.get("/", authorization="Bearer wrong").status_code == 401
    assert open_desk.get("/", cookie=f"{COOKIE}=wrong").status_code == 401


def test_a_token_is_taken_from_a_header_and_once_from_the_address(open_desk: Browser) -> None:
    assert open_desk.get("/api/v1/status", authorization="Bearer s3cret").status_code == 200
    response = open_desk.get("/?token=s3cret")
    assert (response.status_code, response.headers["location"]) == (303, "/")
    cookie = response.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert open_desk.get("/").status_code == 200  # the client has kept it


def test_a_server_in_front_may_encrypt(desk: Browser) -> None:
    fronted = type(desk)(desk.ledger, token="s3cret", fronts=["desk.example"])
    known = {"authorization": "Bearer s3cret", "host": "desk.example"}
    assert fronted.get("/", **known).status_code == 200
    token = fronted.client.get("/review/history", headers=known).text
    token = token.split('name="token" value="')[1].split('"')[0]
    for origin, status in (("https://desk.example", 303), ("https://evil.example", 403)):
        response = fronted.client.post(
            "/sign", data={"token": token, "who": "x"}, headers={**known, "origin": origin}
        )
        assert response.status_code == status, origin


def test_only_a_loopback_address_needs_no_token() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.8.8.8", "::1", "localhost")))
    assert not any(map(is_loopback, ("0.0.0.0", "192.168.1.7", "desk.example", "")))
    assert "192.168.1.7" in name_machine("192.168.1.7")
    assert "0.0.0.0" not in name_machine("0.0.0.0")
