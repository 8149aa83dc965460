"""What holds for every request and response, whatever the page."""

import hmac
import math
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.problems import problem
from onrecord.web.rates import Rate

LONGEST_ADDRESS = 2_000  # bytes of path and query
COOKIE = "onrecord_token"
API = "/api/"

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    # Other sites learn nothing; our own forms have to say where they come from.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Lets through what may be asked, and puts HEADERS on every response.

    - The Host header is one of `hosts`, so that a page of another site cannot read the ledger
      through a name of its own that it points to this machine.
    - GET and HEAD read; POST changes, and only for a page of ours: the Origin is our own, or the
      browser says that the request is of the same site. A client that is no browser says
      neither, and may only send JSON, which no page of another site can without being asked.
    - With a `token`, which every address but this machine's own needs, a request has to carry
      it: as a bearer token, in a cookie, or once in the address, which then sets the cookie.
    - One client may not ask too often.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], token: str | None = None) -> None:
        self.app = app
        self.hosts = frozenset(hosts)
        # Where other machines come in, a server that encrypts may stand in front.
        self.schemes = ("http",) if token is None else ("http", "https")
        self.token = token
        self.changes = Rate(per_second=10, burst=120)
        self.questions = Rate(per_second=50, burst=1_000)

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

        refused = self._refuse(scope, Headers(scope=scope))
        await (refused or self.app)(scope, receive, send_guarded)

    def _refuse(self, scope: Scope, headers: Headers) -> Response | None:
        if len(headers.getlist("host")) != 1 or headers["host"].lower() not in self.hosts:
            return _answer(scope, 421, "This address is not served here.")
        if scope["method"] not in ("GET", "HEAD", "POST"):
            allow = {"allow": "GET, HEAD, POST"}
            return _answer(scope, 405, "Pages are read, and decisions posted.", allow)
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            return _answer(scope, 414, "The address is too long.")
        if self.token is not None and not self._is_known(scope, headers):
            return self._ask_for_token(scope)
        if scope["method"] == "POST" and not self._is_ours(headers):
            return _answer(scope, 403, "Only pages of this desk may change its ledger.")
        return self._slow_down(scope)

    def _is_ours(self, headers: Headers) -> bool:
        """Return whether a request to change something comes from a page of ours, or no browser."""
        origin = headers.get("origin")
        if origin is not None:
            host = headers["host"].lower()
            return origin in [f"{scheme}://{host}" for scheme in self.schemes]
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        type_ = headers.get("content-type", "").partition(";")[0].strip().lower()
        return type_ == "application/json"

    def _slow_down(self, scope: Scope) -> Response | None:
        client = (scope.get("client") or ("",))[0]
        changes = scope["method"] == "POST"
        if not changes and not scope["path"].startswith(API):
            return None
        seconds = (self.changes if changes else self.questions).wait(client)
        if not seconds:
            return None
        wait = {"retry-after": str(math.ceil(seconds))}
        return _answer(scope, 429, "Too many requests at once; wait a little.", wait)

    def _is_known(self, scope: Scope, headers: Headers) -> bool:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self._fits(given.strip()):
            return True
        return self._fits(_read_cookie(headers.get("cookie", "")))

    def _fits(self, given: str) -> bool:
        assert self.token is not None
        return hmac.compare_digest(given.encode(), self.token.encode())

    def _ask_for_token(self, scope: Scope) -> Response:
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if scope["method"] == "GET" and self._fits(given):
            # The token leaves the address, so that it is in no history and no copied link.
            response = RedirectResponse(scope["path"] or "/", status_code=303)
            response.set_cookie(COOKIE, given, httponly=True, samesite="strict", path="/")
            return response
        return _answer(
            scope,
            401,
            "This desk is open to other machines, and so asks for the token that"
            " `onrecord serve` printed: open /?token=... once, or send it as a bearer token.",
            {"www-authenticate": 'Bearer realm="On Record"'},
        )


def _read_cookie(header: str) -> str:
    try:
        cookie = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return cookie.value if cookie else ""


def _answer(
    scope: Scope, status: int, detail: str, headers: dict[str, str] | None = None
) -> Response:
    """Return the refusal in the form that the caller reads."""
    if scope["path"].startswith(API):
        return problem(status, detail, path=scope["path"], headers=headers)
    return PlainTextResponse(f"{detail}\n", status_code=status, headers=headers)


def hosts_of(
    port: int,
    names: Iterable[str] = ("127.0.0.1", "localhost"),
    fronts: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return the Host headers of a server on `port` that is called by `names`.

    `fronts` are names under which another server passes requests on, from whatever port.
    """
    named = tuple(name.lower() for name in names)
    front = tuple(name.lower() for name in fronts)
    bare = (*named, *front) if port == 80 else front
    return (*(f"{name}:{port}" for name in (*named, *front)), *bare)
