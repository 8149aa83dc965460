import gzip
import ssl
import subprocess
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.fetching import Fetcher
from onrecord.fetching.fetcher import LaterError, RefusedError, unpack

Site = Any  # of conftest.py
Make = Callable[..., Fetcher]


def test_page_comes_with_its_header(site: Site, make_fetcher: Make) -> None:
    url = site.put("/a?b=c", "<p>Ö", last_modified="Tue, 01 Apr 2031 10:00:00 GMT")
    fetched = make_fetcher().fetch(url)
    assert fetched.body == "<p>Ö".encode()
    assert fetched.url == url
    assert fetched.field("last-modified") == "Tue, 01 Apr 2031 10:00:00 GMT"
    asked = dict(site.asked)["/a?b=c"]
    assert asked["user-agent"].startswith("onrecord/")
    assert asked["host"] == f"127.0.0.1:{site.port}"


def test_what_has_not_changed_is_not_sent(site: Site, make_fetcher: Make) -> None:
    url = site.put("/a", "x", etag='"1"')
    fetched = make_fetcher().fetch(url, {"If-None-Match": '"1"'})
    assert (fetched.status, fetched.body) == (304, b"")


def test_redirects_are_followed(site: Site, make_fetcher: Make) -> None:
    site.put("/b", "there")
    url = site.put("/a", status=301, location="b#part")
    fetched = make_fetcher().fetch(url)
    assert fetched.body == b"there"
    assert fetched.url == f"{site.url}/b"


def test_redirects_have_an_end(site: Site, make_fetcher: Make) -> None:
    url = site.put("/a", status=302, location="/a")
    with pytest.raises(RefusedError, match="more than 3 times"):
        make_fetcher(redirects=3).fetch(url)
    assert site.paths() == ["/a"] * 4


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://x/", "http://a:b@x/", "http://["]
)
def test_redirect_to_what_is_no_page_is_refused(
    site: Site, make_fetcher: Make, location: str
) -> None:
    url = site.put("/a", status=302, location=location)
    with pytest.raises(InputError, match="check it"):
        make_fetcher().fetch(url)


def test_redirect_without_a_place_is_refused(site: Site, make_fetcher: Make) -> None:
    with pytest.raises(RefusedError, match="without saying where"):
        make_fetcher().fetch(site.put("/a", status=302))


# --- private addresses ------------------------------------------------------------------


def test_this_machine_is_not_asked_unless_that_is_allowed(site: Site, make_fetcher: Make) -> None:
    with pytest.raises(InputError, match=r"127.0.0.1 is an address that is not public"):
        make_fetcher(allow_private=False).fetch(site.put("/a", "x"))
    assert site.asked == []


def test_name_that_means_this_machine_is_not_asked(site: Site, make_fetcher: Make) -> None:
    fetcher = make_fetcher({"gull.example": ["127.0.0.1"]}, allow_private=False)
    with pytest.raises(InputError, match=r"gull.example is 127.0.0.1"):
        fetcher.fetch(f"http://gull.example:{site.port}/a")
    assert site.asked == []


def test_redirect_to_this_machine_is_not_followed(
    site: Site, make_fetcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    # "public.example" is let pass and stands for the site; the redirect is checked as any other.
    monkeypatch.setattr(
        "onrecord.fetching.addresses.is_public", lambda number: number == "127.0.0.1"
    )
    names = {"public.example": ["127.0.0.1"], "inner.example": ["10.0.0.7"]}
    site.put("/a", status=302, location="http://inner.example/secret")
    with pytest.raises(InputError, match=r"inner.example is 10.0.0.7"):
        make_fetcher(names, allow_private=False).fetch(f"http://public.example:{site.port}/a")


def test_connection_goes_to_the_number_that_was_checked(
    site: Site, make_fetcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A name that means another machine a moment later: each look-up is checked, and none is made
    # between the check and the connection.
    monkeypatch.setattr("socket.getaddrinfo", fail_unless_number)
    names = {"gull.example": ["127.0.0.1", "127.0.0.1", "10.0.0.7"]}
    site.put("/a", "x")
    url = f"http://gull.example:{site.port}/a"
    fetcher = make_fetcher(names)
    assert fetcher.fetch(url).body == b"x"
    assert dict(site.asked)["/a"]["host"] == f"gull.example:{site.port}"
    assert names["gull.example"] == ["10.0.0.7"]


def fail_unless_number(host: str, port: int, *arguments: Any, **options: Any) -> list[Any]:
    assert host == "127.0.0.1"
    return [(2, 1, 6, "", (host, port))]


def test_proxies_of_the_environment_are_not_asked(
    site: Site, make_fetcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert make_fetcher().fetch(site.put("/a", "x")).body == b"x"


# --- limits -----------------------------------------------------------------------------


def test_large_answer_is_refused(site: Site, make_fetcher: Make) -> None:
    with pytest.raises(InputError, match="larger than 1,000 bytes"):
        make_fetcher(max_bytes=1000).fetch(site.put("/a", b"x" * 1001))


def test_answer_without_an_end_is_cut_off(site: Site, make_fetcher: Make) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("transfer-encoding", "chunked")
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"400\r\n" + b"x" * 0x400 + b"\r\n")
        except OSError:
            handler.close_connection = True

    site.pages["/a"] = answer
    with pytest.raises(InputError, match="larger than"):
        make_fetcher(max_bytes=100_000).fetch(f"{site.url}/a")


def test_body_may_come_after_a_head_that_ends_the_connection(
    site: Site, make_fetcher: Make
) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("connection", "close")
        handler.end_headers()
        for piece in (b"one ", b"two"):
            time.sleep(0.05)
            handler.wfile.write(piece)

    site.pages["/a"] = answer
    assert make_fetcher().fetch(f"{site.url}/a").body == b"one two"


@pytest.mark.parametrize("part", ["head", "body"])
def test_answer_that_trickles_ends_in_time(site: Site, make_fetcher: Make, part: str) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        if part == "body":
            handler.wfile.write(b"Content-Length: 100000\r\n\r\n")
        try:
            for _ in range(200):
                handler.wfile.write(b"a")
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass
        handler.close_connection = True

    site.put("/robots.txt", status=404)
    site.pages["/a"] = answer
    started = time.monotonic()
    with pytest.raises(InputError, match=r"did not answer within 0.5 s"):
        make_fetcher(seconds=0.5).fetch(f"{site.url}/a")
    assert time.monotonic() - started < 8


def test_answer_that_is_cut_short_is_no_page(site: Site, make_fetcher: Make) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        handler.close_connection = True

    site.pages["/a"] = answer
    with pytest.raises(InputError, match="cut short"):
        make_fetcher().fetch(f"{site.url}/a")


def test_what_speaks_no_http_is_said_so(site: Site, make_fetcher: Make) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"220 mail.example ESMTP\r\n")
        handler.close_connection = True

    site.put("/robots.txt", status=404)
    site.pages["/a"] = answer
    with pytest.raises(InputError, match="speaks no HTTP"):
        make_fetcher().fetch(f"{site.url}/a")


def test_compressed_answer_may_not_grow_without_end() -> None:
    bomb = gzip.compress(b"0" * 10_000_000)
    with pytest.raises(RefusedError, match="unpacks to more than"):
        unpack((("Content-Encoding", "gzip"),), bomb, 1_000_000, origin="x")
    assert unpack((("Content-Encoding", "gzip"),), gzip.compress(b"ok"), 10, origin="x") == b"ok"


def test_server_that_is_not_there_is_said_so(make_fetcher: Make) -> None:
    with pytest.raises(InputError, match="cannot be reached"):
        make_fetcher().fetch("http://127.0.0.1:9/a")


@pytest.mark.parametrize(
    ("status", "error"), [(404, RefusedError), (410, RefusedError), (403, RefusedError)]
)
def test_page_that_is_not_there_is_refused(
    site: Site, make_fetcher: Make, status: int, error: type[InputError]
) -> None:
    with pytest.raises(error, match=f"answers “{status}"):
        make_fetcher().fetch(site.put("/a", "x", status=status))


def test_fault_of_the_server_may_pass(site: Site, make_fetcher: Make) -> None:
    with pytest.raises(InputError, match="try again later") as caught:
        make_fetcher().fetch(site.put("/a", "x", status=500))
    assert not isinstance(caught.value, RefusedError)


@pytest.mark.parametrize("status", [429, 503])
def test_host_that_asks_for_rest_is_not_asked_again(
    site: Site, make_fetcher: Make, status: int
) -> None:
    fetcher = make_fetcher()
    with pytest.raises(LaterError):
        fetcher.fetch(site.put("/a", "x", status=status))
    assert fetcher.is_resting(f"{site.url}/b")
    with pytest.raises(LaterError, match=f"answers “{status}"):
        fetcher.fetch(site.put("/b", "x"))
    assert site.paths() == ["/a"]


# --- politeness -------------------------------------------------------------------------


def test_host_is_left_in_peace_between_requests(
    site: Site, make_fetcher: Make, slow_time: Any
) -> None:
    fetcher = make_fetcher(delay=3.0)
    for path in ("/a", "/b"):
        fetcher.fetch(site.put(path, "x"))
    assert slow_time.waits == [3.0, 3.0]  # between robots.txt, /a and /b
    assert fetcher.wait_for(f"{site.url}/c") == 3.0
    assert fetcher.wait_for("http://other.example/") == 0


def test_delay_that_a_site_asks_for_is_kept(site: Site, make_fetcher: Make, slow_time: Any) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 10")
    fetcher = make_fetcher(delay=1.0)
    for path in ("/a", "/b"):
        fetcher.fetch(site.put(path, "x"))
    assert slow_time.waits == [10.0, 10.0]


def test_robots_file_is_asked_for_once_and_kept_to(site: Site, make_fetcher: Make) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private")
    fetcher = make_fetcher()
    fetcher.fetch(site.put("/a", "x"))
    with pytest.raises(RefusedError, match=r"robots.txt of 127.0.0.1 asks not to"):
        fetcher.fetch(site.put("/private/b", "x"))
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]


def test_robots_file_counts_for_redirects_too(
    site: Site, other_site: Any, make_fetcher: Make
) -> None:
    other_site.put("/robots.txt", "User-agent: *\nDisallow: /")
    url = site.put("/a", status=302, location=other_site.put("/b", "x"))
    with pytest.raises(RefusedError, match=r"leads to .* and robots.txt"):
        make_fetcher().fetch(url)
    assert other_site.paths() == []


def test_robots_file_that_cannot_be_had_now_forbids_all_for_now(
    site: Site, make_fetcher: Make
) -> None:
    site.put("/robots.txt", status=500)
    fetcher = make_fetcher()
    with pytest.raises(InputError, match="nothing of the site is fetched") as caught:
        fetcher.fetch(site.put("/a", "x"))
    assert not isinstance(caught.value, RefusedError)
    assert site.paths() == []
    site.put("/robots.txt", status=404)
    assert fetcher.fetch(f"{site.url}/a").body == b"x"


# --- certificates -----------------------------------------------------------------------


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for "gull.example", with its key in the same file."""
    try:
        subprocess.run(
            (
                "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key.pem -out cert.pem"
                " -subj /CN=gull.example -addext subjectAltName=DNS:gull.example"
            ).split(),
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("openssl cannot make a certificate here")
    both = tmp_path / "both.pem"
    both.write_text((tmp_path / "key.pem").read_text() + (tmp_path / "cert.pem").read_text())
    return both


def test_certificate_has_to_be_valid_for_the_name(
    make_fetcher: Make, certificate: Path, open_tls_site: Any
) -> None:
    with open_tls_site(certificate) as secure:
        secure.put("/a", "x")
        names = {"gull.example": ["127.0.0.1"], "reed.example": ["127.0.0.1"]}
        trusting = ssl.create_default_context(cafile=str(certificate.with_name("cert.pem")))
        url = f"https://gull.example:{secure.port}/a"
        assert make_fetcher(names, tls=trusting).fetch(url).body == b"x"
        with pytest.raises(InputError, match="certificate is not valid"):
            make_fetcher(names, tls=trusting).fetch(url.replace("gull", "reed"))
        with pytest.raises(InputError, match="certificate is not valid"):
            make_fetcher(names).fetch(url)
