"""What holds for every request and response, whatever the page."""

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_ADDRESS = 2_000  # bytes of path and query

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    # "no-referrer" would take the Origin, by which forms are checked, from our own forms as well.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Lets through GET and HEAD for `hosts`, and POST to `forms`; puts HEADERS on every response.

    The Host header is checked so that a page of another site cannot read the ledger through a
    name of its own that it points to this machine; a form is taken only from a page of ours, so
    that no other site can fill it in for a reader.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], forms: Iterable[str] = ()) -> None:
        self.app = app
        self.hosts = frozenset(hosts)
        self.forms = frozenset(forms)

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
        takes_forms = scope["path"] in self.forms
        if scope["method"] == "POST" and takes_forms:
            if not is_own_form(scope):
                return PlainTextResponse(
                    "A form is taken only from a page of this server: load it again there.\n",
                    status_code=403,
                )
        elif scope["method"] not in ("GET", "HEAD"):
            allowed = "GET, HEAD, POST" if takes_forms else "GET, HEAD"
            return PlainTextResponse(
                "Pages can only be read.\n", status_code=405, headers={"allow": allowed}
            )
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            return PlainTextResponse("The address is too long.\n", status_code=414)
        return None


def is_own_form(scope: Scope) -> bool:
    """Return whether a form was sent from a page of this server, whose Host was checked before.

    Browsers say so in Sec-Fetch-Site, older ones only in Origin. What says neither is refused.
    """
    headers = Headers(scope=scope)
    site = headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    origin = headers.get("origin")
    if origin is None:
        return site is not None
    return origin.lower() == f"{scope['scheme']}://{headers['host']}".lower()


def hosts_of(port: int) -> tuple[str, ...]:
    """Return the Host headers of a server on this machine that listens on `port`."""
    names = ("127.0.0.1", "localhost")
    bare = names if port == 80 else ()
    return (*(f"{name}:{port}" for name in names), *bare)
