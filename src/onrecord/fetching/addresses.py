"""Which addresses may be asked, and the numbers that the names in them stand for."""

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from onrecord.errors import InputError
from onrecord.pages.names import show_name

LONGEST = 4_000  # characters
_PORTS = {"http": 80, "https": 443}
_SAFE = "%/:=&?~#+!$,;'@()*[]|"  # stays as it is in a path or query
_HOST = re.compile(r"[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\]")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")

# `socket.getaddrinfo`, or what a test puts in its place.
LookUp = Callable[..., list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An http or https address, taken apart; `target` is its path and query, escaped."""

    scheme: str
    host: str  # as in the address: in lower case, an IPv6 number in brackets
    port: int
    target: str

    @property
    def site(self) -> str:
        """The scheme, host and port: what robots.txt speaks for."""
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{self.host}{port}"

    @property
    def url(self) -> str:
        """The whole address, without a fragment."""
        return self.site + self.target


def read_address(url: str) -> Address:
    """Return `url` taken apart; raise `InputError` where it is no http or https address.

    Addresses with a user's name or password are refused: they would be kept.
    """
    if len(url) > LONGEST:
        raise _refuse(url, f"is longer than {LONGEST:,} characters")
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = _read_host(parts.hostname or "")
    except ValueError as error:
        raise _refuse(url, f"is no address ({error})") from error
    if parts.scheme not in _PORTS:
        raise _refuse(url, "is no http or https address, and others are not fetched")
    if parts.username is not None or parts.password is not None:
        raise _refuse(url, "holds a user name; pages behind a login are not fetched")
    if not _HOST.fullmatch(host):
        raise _refuse(url, "names no host that could be asked")
    target = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        target += "?" + quote(parts.query, safe=_SAFE)
    return Address(scheme=parts.scheme, host=host, port=port or _PORTS[parts.scheme], target=target)


def find_numbers(
    address: Address, *, allow_private: bool, look_up: LookUp = socket.getaddrinfo
) -> tuple[str, ...]:
    """Return the IP numbers that the host of `address` stands for, in the order of the system.

    A connection has to be made to one of these numbers and not to the name, which may stand for
    another number a moment later. Raises `InputError` where there is none, and, without
    `allow_private`, where any of them is not public.
    """
    try:
        found = look_up(address.host.strip("[]"), address.port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise InputError(
            f"the name {address.host} cannot be found ({error.strerror}); check the address and "
            "the network",
            origin=show_name(address.url),
        ) from error
    numbers = tuple(dict.fromkeys(str(each[4][0]) for each in found))
    for number in numbers:
        if not allow_private and not is_public(number):
            same = address.host.strip("[]") == number
            told = f"{number} is" if same else f"{address.host} is {number},"
            raise InputError(
                f"{told} an address that is not public; allow those with --allow-private",
                origin=show_name(address.url),
            )
    return numbers


def is_public(number: str) -> bool:
    """Return whether an IP number belongs to the public internet.

    Private, loopback, link-local, shared, reserved and multicast numbers do not; nor do those
    that carry such a number inside (IPv4 in IPv6, 6to4, NAT64).
    """
    try:
        found = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv4Address):
        return found.is_global and not found.is_multicast
    carried = found.ipv4_mapped
    if found in _NAT64:
        carried = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    if carried is not None:
        return is_public(str(carried))
    if found not in _GLOBAL_UNICAST or not found.is_global:
        return False
    return found.sixtofour is None or is_public(str(found.sixtofour))


def _read_host(host: str) -> str:
    if ":" in host:
        return f"[{host.lower()}]"
    try:
        return host.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError as error:
        raise ValueError("its host is no name") from error


def _refuse(url: str, reason: str) -> InputError:
    return InputError(f"{reason}; check it", origin=show_name(url))
