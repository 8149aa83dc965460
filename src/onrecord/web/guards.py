"""What holds for every request and response, whatever the page."""

from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_ADDRESS = 2_000  # bytes of path and query

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Lets through GET and HEAD for `hosts`, and puts HEADERS on every response.

    The Host header is checked so that a page of another site cannot read the ledger through a
    name of its own that it points to this machine.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str]) -> None:
        self.app = app
        self.hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refused = self._refuse(scope)
        await (refused or self.app)(scope, receive, send_guarded)

    def _refuse(self, scope: Scope) -> PlainTextResponse | None:
        hosts = [value for name, value in scope["headers"] if name == b"host"]
        if len(hosts) != 1 or hosts[0].decode("latin-1").lower() not in self.hosts:
            return PlainTextResponse("This address is not served here.\n", status_code=421)
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse(
                "Pages can only be read.\n", status_code=405, headers={"allow": "GET, HEAD"}
            )
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            return PlainTextResponse("The address is too long.\n", status_code=414)
        return None


def hosts_of(port: int) -> tuple[str, ...]:
    """Return the Host headers of a server on this machine that listens on `port`."""
    names = ("127.0.0.1", "localhost")
    bare = names if port == 80 else ()
    return (*(f"{name}:{port}" for name in names), *bare)
