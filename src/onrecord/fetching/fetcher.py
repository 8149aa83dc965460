"""From an address to what stands there: checked, polite, within limits."""

import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

from onrecord import __version__
from onrecord.errors import InputError
from onrecord.fetching.addresses import Address, LookUp, find_numbers, read_address
from onrecord.fetching.connections import Fields, Response, ask
from onrecord.fetching.robots import ALLOW_ALL, MOST_BYTES, Robots, read_robots
from onrecord.pages.http_messages import TooLargeError, decode_body
from onrecord.pages.limits import MEGABYTE, show_size
from onrecord.pages.names import show_name

USER_AGENT = f"onrecord/{__version__}"
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_ASK_LATER = frozenset((429, 503))
_FIELDS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/xml;q=0.9, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """What one address may cost at most, and how long a host is left in peace."""

    seconds: float = 30.0  # for one answer
    max_bytes: int = 20 * MEGABYTE  # of an answer, as it is sent and unpacked
    redirects: int = 5
    delay: float = 2.0  # seconds between two requests to one host
    allow_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What stood at an address. `url` is where the redirects led; `body` is as it was sent."""

    url: str
    status: int
    reason: str
    fields: Fields
    body: bytes
    when: datetime

    def field(self, name: str) -> str | None:
        """Return the first field of that name (in lower case)."""
        value = next((value for key, value in self.fields if key.lower() == name), None)
        return None if value is None else " ".join(value.split())  # it may have been folded


class RefusedError(InputError):
    """An address that will not be had, however often it is asked for."""


class LaterError(InputError):
    """A host that has asked not to be asked now."""


class Fetcher:
    """Asks for addresses one after the other, and remembers when each host was asked last."""

    def __init__(
        self,
        limits: FetchLimits | None = None,
        *,
        look_up: LookUp = socket.getaddrinfo,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.limits = limits or FetchLimits()
        self._look_up = look_up
        self._clock = clock
        self._sleep = sleep
        self._now = now
        self._tls = tls
        self._asked: dict[str, float] = {}  # when each host was asked last
        self._robots: dict[str, Robots] = {}  # by site
        self._resting: dict[str, str] = {}  # why a host is not asked again

    def wait_for(self, url: str) -> float:
        """Return for how many seconds the host of `url` is still to be left in peace."""
        try:
            address = read_address(url)
        except InputError:
            return 0.0
        return self._wait_for(address)

    def is_resting(self, url: str) -> bool:
        """Return whether the host of `url` has asked not to be asked now."""
        try:
            return read_address(url).host in self._resting
        except InputError:
            return False

    def fetch(self, url: str, validators: Mapping[str, str] | None = None) -> Fetched:
        """Return what stands at `url`; a status of 304 says that `validators` still hold.

        Each redirect is checked as the first address is. Raises `RefusedError` where the answer
        will be the same another time (there is no such page, robots.txt forbids it), and another
        `InputError` where it may not be.
        """
        origin = show_name(url)
        seen: list[str] = []
        for _ in range(self.limits.redirects + 1):
            try:
                address = read_address(url)
            except InputError as error:
                raise RefusedError(error.reason, origin=origin) from error
            if not self._load_robots(address).allow(address.target):
                raise RefusedError(
                    f"{_where(address, seen)}robots.txt of {address.host} asks not to fetch this",
                    origin=origin,
                )
            seen.append(address.url)
            response = self._ask(address, validators or {}, origin)
            if response.status not in _REDIRECTS:
                return self._accept(address, response, origin)
            url = _follow(address, response, origin)
        raise RefusedError(
            f"leads from one address to the next more than {self.limits.redirects} times",
            origin=origin,
        )

    def _accept(self, address: Address, response: Response, origin: str) -> Fetched:
        if response.status != 304 and not 200 <= response.status < 300:
            reason = f"answers “{response.status} {show_name(response.reason)}”"
            if response.status in _ASK_LATER:
                self._resting[address.host] = reason
                raise LaterError(f"{reason}: it will be asked again another time", origin=origin)
            if 400 <= response.status < 500 and response.status != 408:
                raise RefusedError(f"{reason}; check the address", origin=origin)
            raise InputError(f"{reason}; try again later", origin=origin)
        return Fetched(
            url=address.url,
            status=response.status,
            reason=response.reason,
            fields=response.fields,
            body=response.body,
            when=self._now(),
        )

    def _load_robots(self, address: Address) -> Robots:
        """Return the rules of the address's site, which is asked for them once.

        A site without a robots.txt allows all. Where it cannot be had because of a fault,
        `InputError` is raised: nothing is fetched until it can.
        """
        if address.site not in self._robots:
            self._robots[address.site] = self._fetch_robots(address.site)
        return self._robots[address.site]

    def _fetch_robots(self, site: str) -> Robots:
        url = f"{site}/robots.txt"
        for _ in range(self.limits.redirects + 1):
            address = read_address(url)
            response = self._ask(address, {}, f"{site}/robots.txt")
            if response.status in _REDIRECTS:
                url = _follow(address, response, show_name(url))
                continue
            if 200 <= response.status < 300:
                body = unpack(response.fields, response.body, self.limits.max_bytes, origin=url)
                return read_robots(body[:MOST_BYTES].decode("utf-8", "replace"))
            if response.status >= 500 or response.status == 429:
                raise InputError(
                    f"answers {response.status}, and without it nothing of the site is fetched; "
                    "try again later",
                    origin=show_name(url),
                )
            return ALLOW_ALL
        return ALLOW_ALL

    def _ask(self, address: Address, validators: Mapping[str, str], origin: str) -> Response:
        if address.host in self._resting:
            raise LaterError(
                f"{address.host} {self._resting[address.host]}: it will be asked again another "
                "time",
                origin=origin,
            )
        try:
            numbers = find_numbers(
                address, allow_private=self.limits.allow_private, look_up=self._look_up
            )
            self._sleep(self._wait_for(address))
            self._asked[address.host] = self._clock()
            return ask(
                address,
                numbers,
                {**_FIELDS, **validators},
                seconds=self.limits.seconds,
                max_bytes=self.limits.max_bytes,
                tls=self._tls,
            )
        except InputError as error:
            raise type(error)(error.reason, origin=origin) from error

    def _wait_for(self, address: Address) -> float:
        last = self._asked.get(address.host)
        if last is None:
            return 0.0
        asked_for = self._robots[address.site].delay if address.site in self._robots else 0.0
        return max(0.0, last + max(self.limits.delay, asked_for) - self._clock())


def unpack(fields: Fields, body: bytes, max_bytes: int, *, origin: str) -> bytes:
    """Return a body without its content encoding; raise `InputError` where it grows too large."""
    headers = {name.lower(): value for name, value in reversed(fields)}
    headers.pop("transfer-encoding", None)  # the connection has joined the chunks
    try:
        return decode_body(body, headers, max_bytes=max_bytes)
    except TooLargeError as error:
        raise RefusedError(
            f"unpacks to more than {show_size(max_bytes)}, the limit for one page", origin=origin
        ) from error


def _follow(address: Address, response: Response, origin: str) -> str:
    """Return the address to which a redirect leads."""
    target = response.field("location")
    if not target:
        raise RefusedError("leads elsewhere without saying where", origin=origin)
    try:
        return urljoin(address.url, target.strip())
    except ValueError as error:
        raise RefusedError("leads to what is no address; check it", origin=origin) from error


def _where(address: Address, seen: list[str]) -> str:
    return f"leads to {show_name(address.url)}, and " if seen else ""
