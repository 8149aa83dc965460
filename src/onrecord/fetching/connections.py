"""One request on a connection to a number that was checked, within a deadline.

The standard library's client is used for its reading of responses. It is given a socket that is
connected already, so that it asks no name server, follows no proxy and knows no other host.
"""

import http.client
import io
import socket
import ssl
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.errors import InputError
from onrecord.fetching.addresses import Address
from onrecord.pages.limits import show_size
from onrecord.pages.names import show_name

_CHUNK = 64 * 1024
_NO_BODY = frozenset((204, 304))
Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a server answers: the fields as they came, and the body without its chunks."""

    status: int
    reason: str
    fields: Fields
    body: bytes

    def field(self, name: str) -> str | None:
        """Return the first field of that name, whatever its case."""
        return next((value for key, value in self.fields if key.lower() == name), None)


def ask(
    address: Address,
    numbers: Sequence[str],
    fields: Mapping[str, str],
    *,
    seconds: float,
    max_bytes: int,
    tls: ssl.SSLContext | None = None,
) -> Response:
    """Send a GET for `address` to the first of `numbers` that takes it, and return the answer.

    The whole exchange ends within `seconds`, however slowly a server sends. Raises `InputError`
    where there is no answer, where it is damaged, and where its body has more than `max_bytes`.
    """
    deadline = time.monotonic() + seconds
    origin = show_name(address.url)
    try:
        client = _Client(address.host, address.port)
        with (
            _connect(numbers, address.port, deadline) as plain,
            _secure(plain, address, deadline, tls) as sock,
        ):
            client.sock = _Timed(sock, deadline)
            client.request("GET", address.target, headers={"Host": _name_host(address), **fields})
            answer = client.getresponse()
            body = b"" if answer.status in _NO_BODY else _read_body(answer, max_bytes, origin)
            return Response(
                status=answer.status,
                reason=answer.reason,
                fields=tuple(answer.getheaders()),
                body=body,
            )
    except TimeoutError as error:
        raise InputError(
            f"did not answer within {seconds:g} s; try again later", origin=origin
        ) from error
    except ssl.SSLCertVerificationError as error:
        raise InputError(
            f"its certificate is not valid ({error.verify_message}); it was not read",
            origin=origin,
        ) from error
    except OSError as error:
        reason = error.strerror or str(error) or type(error).__name__
        raise InputError(f"cannot be reached ({reason}); try again later", origin=origin) from error
    except http.client.HTTPException as error:
        raise InputError(
            f"what answers there speaks no HTTP ({type(error).__name__}); check the address",
            origin=origin,
        ) from error


class _Client(http.client.HTTPConnection):
    """A client that is given its socket, and makes none."""

    auto_open = 0


class _Timed:
    """A socket whose every wait ends at `deadline`; what `http.client` needs of a socket."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock = sock
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(_left(self._deadline))
        self._sock.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_TimedStream(self._sock, self._deadline), _CHUNK)

    def close(self) -> None:
        """Leave the socket open; `ask` closes it.

        The client closes what it has as soon as a head says that the connection will end, and
        the body may not be there yet.
        """


class _TimedStream(io.RawIOBase):
    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock = sock
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._sock.settimeout(_left(self._deadline))
        return self._sock.recv_into(buffer)


def _connect(numbers: Sequence[str], port: int, deadline: float) -> socket.socket:
    """Return a connection to the first number that takes one, or raise the last error."""
    fault: OSError = OSError("it has no address")
    for number in numbers:
        try:
            return socket.create_connection((number, port), timeout=_left(deadline))
        except OSError as error:
            fault = error
    raise fault


def _secure(
    sock: socket.socket, address: Address, deadline: float, tls: ssl.SSLContext | None
) -> socket.socket:
    if address.scheme == "http":
        return sock
    sock.settimeout(_left(deadline))
    return (tls or _load_tls()).wrap_socket(sock, server_hostname=address.host.strip("[]"))


@cache
def _load_tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _name_host(address: Address) -> str:
    return address.site.partition("://")[2]


def _read_body(answer: http.client.HTTPResponse, max_bytes: int, origin: str) -> bytes:
    body = bytearray()
    while piece := answer.read(_CHUNK):
        body += piece
        if len(body) > max_bytes:
            raise InputError(
                f"is larger than {show_size(max_bytes)}, the limit for one answer; save it by "
                "other means and add the file",
                origin=origin,
            )
    if answer.length:  # what was announced and did not come
        raise InputError("its answer was cut short; try again later", origin=origin)
    return bytes(body)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
