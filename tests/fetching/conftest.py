"""A site on this machine, and a fetcher whose time passes only when it waits."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from onrecord.fetching import Fetcher, FetchLimits

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """Answers what `pages` say, and remembers what it was asked."""

    port: int = 0
    pages: dict[str, tuple[int, dict[str, str], bytes] | Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def put(self, path: str, body: str | bytes = b"", status: int = 200, **fields: str) -> str:
        """Let `path` answer so; return its address."""
        named = {name.replace("_", "-"): value for name, value in fields.items()}
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, {"content-type": "text/html; charset=utf-8", **named}, data)
        return self.url + path

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


def make_handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            fields = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, fields))
            found = site.pages.get(self.path, (404, {}, b"nothing here"))
            if callable(found):
                found(self)
                return
            status, headers, body = found
            if status == 200 and fields.get("if-none-match") == headers.get("etag", "none"):
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 304:
                self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def open_site(certificate: Path | None = None) -> Iterator[Site]:
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), make_handler(site))
    server.daemon_threads = True
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield site
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


@pytest.fixture
def other_site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


@pytest.fixture
def open_tls_site() -> Callable[[Path], AbstractContextManager[Site]]:
    return open_site


class Time:
    """A clock that stands still but for those who wait by it."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.waits: list[float] = []

    def clock(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        if seconds:
            self.waits.append(seconds)


@pytest.fixture
def slow_time() -> Time:
    return Time()


@pytest.fixture
def make_fetcher(slow_time: Time) -> Callable[..., Fetcher]:
    """Make a fetcher that may ask this machine, and whose names are looked up in `names`."""

    def make(names: dict[str, list[str]] | None = None, **limits: Any) -> Fetcher:
        tls = limits.pop("tls", None)

        def look_up(host: str, port: int, **options: Any) -> list[tuple[Any, ...]]:
            if names is None:
                return list(socket.getaddrinfo(host, port, **options))
            if host not in names:
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
            first = names[host][0]
            if len(names[host]) > 1:
                names[host].pop(0)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (first, port))]

        return Fetcher(
            FetchLimits(**{"allow_private": True, "seconds": 5.0, **limits}),
            look_up=look_up,
            clock=slow_time.clock,
            sleep=slow_time.sleep,
            tls=tls,
        )

    return make
