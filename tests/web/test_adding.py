import re
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from tests.ledger import plain_reader

from onrecord.ledger import Ledger
from onrecord.ledger.locking import hold_lock
from onrecord.ledger.readers import Read
from onrecord.pages import Unreadable
from onrecord.records import Page, Reading
from onrecord.web import uploads

Browser = Any  # of conftest.py, which cannot be imported
Open = Any


@pytest.fixture
def open_browser(browser: Browser, tmp_path: Path) -> Open:
    """Make a ledger without pages and open a browser on it."""

    def open_(read: Read = plain_reader.read) -> Browser:
        Ledger(tmp_path / "ledger", create=True).close()
        return type(browser)(tmp_path / "ledger", read=read)

    return open_


def send(browser: Browser, *files: tuple[str, str | bytes], **given: Any) -> Any:
    return browser.send("/add", files=[("pages", file) for file in files], **given)


def wait_for(browser: Browser, job: str, state: str = "done") -> dict[str, Any]:
    for _ in range(1200):
        found: dict[str, Any] = browser.get(f"{job}.json").json()
        if found["state"] == state:
            return found
        time.sleep(0.05)
    raise AssertionError(found)


def add(browser: Browser, *files: tuple[str, str | bytes]) -> dict[str, Any]:
    response = send(browser, *files)
    assert response.status_code == 303, response.text
    return wait_for(browser, response.headers["location"])


def test_files_that_are_sent_are_read_into_the_ledger(open_browser: Open) -> None:
    browser = open_browser()
    texts = [(f"saved/{n}.txt", plain_reader.make_text(n)) for n in range(3)]
    job = add(browser, *texts)
    assert job["read"] == 3
    assert job["files"] == ["saved/0.txt", "saved/1.txt", "saved/2.txt"]
    with Ledger(browser.ledger) as ledger:
        assert {article.origin for article in ledger.articles()} == set(job["files"])
    assert "at Port Orr" in browser.text("/")


def test_files_that_are_sent_again_are_known(open_browser: Open) -> None:
    browser = open_browser()
    page = ("a.txt", plain_reader.make_text(0))
    add(browser, page)
    job = add(browser, page)
    assert (job["read"], job["known"]) == (0, 1)


def test_what_cannot_be_read_is_listed_with_what_to_do(open_browser: Open) -> None:
    browser = open_browser()
    job = add(browser, ("a.txt", plain_reader.make_text(0)), ("empty.html", ""))
    assert job["read"] == 1
    assert "empty.html: is empty; save the page again" in browser.text(f"/add/{job['id']}")
    assert "empty.html: is empty" in browser.text("/about")


def test_job_can_be_watched_while_the_ledger_is_read(open_browser: Open) -> None:
    go_on = threading.Event()

    def read(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        for number, reading in enumerate(plain_reader.read(pages)):
            if number == 1:
                go_on.wait(60)
            yield reading

    browser = open_browser(read)
    texts = [(f"{n}.txt", plain_reader.make_text(n)) for n in range(2)]
    address = send(browser, *texts).headers["location"]
    for _ in range(1200):
        if browser.get(f"{address}.json").json()["taken"] == 1:
            break
        time.sleep(0.05)
    page = browser.page(address)
    assert page.xpath("//noscript/meta[@http-equiv='refresh']")
    assert page.xpath("//section[@aria-labelledby='pages']//tbody/tr")
    assert browser.get("/").status_code == 200
    assert browser.get("/about").status_code == 200
    go_on.set()
    assert wait_for(browser, address)["read"] == 2
    assert not browser.page(address).xpath("//noscript")
    assert browser.page("/add").xpath(f"//a[@href='{address}']")


def test_job_waits_while_another_process_writes(open_browser: Open) -> None:
    browser = open_browser()
    with hold_lock(browser.ledger):
        address = send(browser, ("a.txt", plain_reader.make_text(0))).headers["location"]
        for _ in range(1200):
            if "another process is writing" in browser.text(address):
                break
            time.sleep(0.05)
        assert browser.get(f"{address}.json").json()["state"] == "waiting"
    assert wait_for(browser, address)["read"] == 1


def test_job_whose_ledger_is_gone_says_so(open_browser: Open) -> None:
    browser = open_browser()
    (browser.ledger / "ledger.sqlite").unlink()
    address = send(browser, ("a.txt", "x")).headers["location"]
    job = wait_for(browser, address, "stopped")
    assert "onrecord rebuild" in job["note"]


def test_mistake_in_one_job_does_not_stop_the_next(open_browser: Open) -> None:
    calls: list[None] = []

    def read(pages: Iterable[Page | Unreadable]) -> Iterator[Reading]:
        calls.append(None)
        if len(calls) == 1:
            raise ZeroDivisionError("secret")
        return plain_reader.read(pages)

    browser = open_browser(read)
    first = send(browser, ("a.txt", plain_reader.make_text(0))).headers["location"]
    job = wait_for(browser, first, "stopped")
    assert "ZeroDivisionError" in job["note"]
    assert "secret" not in job["note"]
    assert add(browser, ("a.txt", plain_reader.make_text(0)))["read"] == 1


def test_nothing_of_a_form_is_left_on_the_disk(
    open_browser: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    browser = open_browser()
    add(browser, ("a.txt", plain_reader.make_text(0)))
    send(browser, ("", ""))
    for _ in range(1200):
        if not list((tmp_path / "temporary").iterdir()):
            break
        time.sleep(0.05)
    assert not list((tmp_path / "temporary").iterdir())


def test_form_works_without_script(open_browser: Open) -> None:
    [form] = open_browser().page("/add").xpath("//form[@method='post']")
    assert form.get("enctype") == "multipart/form-data"
    assert form.get("action") == "/add"
    assert form.xpath(".//input[@type='file'][@multiple]/@name") == [uploads.FIELD]


# --- what is refused --------------------------------------------------------------------


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example", "sec-fetch-site": "cross-site"},
        {"origin": "http://evil.example", "sec-fetch-site": ""},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "http://127.0.0.1:1", "sec-fetch-site": "same-site"},
        {"origin": "https://127.0.0.1:8765", "sec-fetch-site": "cross-site"},
    ],
)
def test_forms_of_other_sites_are_refused(open_browser: Open, headers: dict[str, str]) -> None:
    browser = open_browser()
    response = send(browser, ("a.txt", "x"), headers=headers)
    assert response.status_code == 403
    assert "/add/" not in browser.get("/add").text


def test_form_that_does_not_say_where_it_is_from_is_refused(open_browser: Open) -> None:
    browser = open_browser()
    response = browser.client.post("/add", files={"pages": ("a.txt", "x")})
    assert response.status_code == 403


def test_form_of_an_older_browser_is_taken_by_its_origin(open_browser: Open) -> None:
    browser = open_browser()
    response = browser.client.post(
        "/add", files={"pages": ("a.txt", "x")}, headers={"origin": "http://127.0.0.1:8765"}
    )
    assert response.status_code == 303


def test_form_without_files_says_so(open_browser: Open) -> None:
    response = open_browser().send("/add", data={"x": "y"})
    assert response.status_code == 400
    assert "This is no form with files" in response.text
    response = send(open_browser(), ("", ""))
    assert "No file was chosen" in html.document_fromstring(response.text).text_content()


@pytest.mark.parametrize("announced", [True, False])
def test_form_that_is_too_large_is_refused(
    open_browser: Open, monkeypatch: pytest.MonkeyPatch, announced: bool
) -> None:
    monkeypatch.setattr("onrecord.web.uploads.save_body.__kwdefaults__", {"largest": 1 << 20})
    body = b"--x\r\n" + b"x" * (1 << 20)
    chunks = (body[at : at + 1000] for at in range(0, len(body), 1000))
    response = open_browser().send(
        "/add",
        content=body if announced else chunks,
        headers={"content-type": "multipart/form-data; boundary=x"},
    )
    assert response.status_code == 413
    assert "larger than 1 MB together" in response.text


def test_form_with_too_many_files_is_refused(
    open_browser: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST", 2)
    response = send(open_browser(), *((f"{n}.txt", "x") for n in range(3)))
    assert response.status_code == 413
    assert "more than 2 files" in response.text


def test_too_many_jobs_are_refused(open_browser: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.web.jobs.WAITING", 0)
    response = send(open_browser(), ("a.txt", "x"))
    assert response.status_code == 503
    assert "Too many jobs wait" in response.text


@pytest.mark.parametrize("path", ["/add/0.json", "/add/0", "/add/../x"])
def test_job_that_is_not_known_is_a_friendly_404(open_browser: Open, path: str) -> None:
    assert open_browser().get(path).status_code == 404


def test_names_of_files_are_only_text(open_browser: Open) -> None:
    browser = open_browser()
    name = "\u202e<script>alert(1)</script>.txt"
    job = add(browser, (name, plain_reader.make_text(0)))
    for path in (f"/add/{job['id']}", "/add"):
        text = browser.get(path).text
        assert "<script>alert" not in text
        assert "\u202e" not in text


# --- the form itself --------------------------------------------------------------------


def split(tmp_path: Path, body: bytes) -> list[tuple[str, bytes]]:
    (tmp_path / "body").write_bytes(body)
    files = uploads.split_form(tmp_path / "body", b"B", tmp_path)
    return [(file.origin, file.path.read_bytes()) for file in files]


HEAD = b'--B\r\nContent-Disposition: form-data; name="pages"; filename="%s"\r\n\r\n'


def test_files_are_cut_at_their_boundaries(tmp_path: Path) -> None:
    first = b"one\r\n--A\r\n--\r\n"
    body = HEAD % b"a" + first + b"\r\n" + HEAD % b"b" + b"\r\n" + HEAD % b"c" + b"3\r\n--B--\r\n"
    assert split(tmp_path, body) == [("a", first), ("b", b""), ("c", b"3")]


def test_names_are_read_as_browsers_write_them(tmp_path: Path) -> None:
    body = HEAD % "f%22ö/x.html".encode() + b"1\r\n--B--"
    assert split(tmp_path, body) == [('f"ö/x.html', b"1")]


def test_parts_of_saved_pages_are_left_out(tmp_path: Path) -> None:
    names = (b"s/x_files/a.js", b"s/x.html", b"s/x_files/f/b.html", b"s/y_files/c.html")
    body = b"".join(HEAD % name + b"1\r\n" for name in names) + b"--B--"
    assert [name for name, _ in split(tmp_path, body)] == ["s/x.html", "s/y_files/c.html"]


def test_other_fields_are_passed_over(tmp_path: Path) -> None:
    other = b'--B\r\nContent-Disposition: form-data; name="x"\r\n\r\ny\r\n'
    assert split(tmp_path, other + HEAD % b"a" + b"1\r\n--B--") == [("a", b"1")]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"x",
        b"--B",
        HEAD % b"a",
        HEAD % b"a" + b"cut short",
        b"--B\r\n" + b"x" * 20_000 + b"\r\n\r\n1\r\n--B--",
    ],
)
def test_damaged_form_is_refused(tmp_path: Path, body: bytes) -> None:
    with pytest.raises(uploads.UploadError, match=re.compile("send it again")):
        split(tmp_path, body)
