"""Listen on this machine until interrupted."""

import gc
import secrets
import socket
from collections.abc import Callable, Sequence
from ipaddress import ip_address
from pathlib import Path

from onrecord.errors import OnRecordError
from onrecord.ledger.readers import Read
from onrecord.web.app import make_app

HOST = "127.0.0.1"
LOOPBACK_NAMES = ("127.0.0.1", "localhost")
EVERYWHERE = "0.0.0.0"  # noqa: S104 (only compared: nobody listens there who did not ask to)


def serve(
    ledger: Path,
    *,
    port: int,
    announce: Callable[[str], None],
    host: str = HOST,
    names: Sequence[str] = (),
    token: str | None = None,
    read: Read | None = None,
) -> None:
    """Show `ledger` at `host` until interrupted; port 0 takes one that is free.

    Where other machines can reach it, every request has to carry a token: `token`, or one that is
    made now. They can at an address that is not this machine's own, and where `names` says how
    the desk is called through a server in front of it. `announce` is told the address, with the
    token, once it takes connections. `read` reads pages again where a decision calls for it.
    Raises `OnRecordError` where it cannot listen there.
    """
    import uvicorn

    alone = is_loopback(host) and not names
    if not alone:
        token = token or secrets.token_urlsafe(24)
    with _listen(host, port) as listener:
        port = listener.getsockname()[1]
        called = (*LOOPBACK_NAMES, *(() if is_loopback(host) else name_machine(host)))
        config = uvicorn.Config(
            make_app(ledger, port=port, hosts=called, fronts=names, token=token, read=read),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            ws="none",
            http="h11",
            loop="asyncio",
            limit_concurrency=128,
            timeout_graceful_shutdown=2,
        )
        shown = socket.gethostname() if host == EVERYWHERE else host
        query = f"?token={token}" if token else ""
        spare_collector()
        announce(f"http://{shown}:{port}/{query}")
        uvicorn.Server(config).run(sockets=[listener])


def spare_collector() -> None:
    """Have Python's garbage collector pass over what is there: it lasts as long as the process.

    Else a page now and then waits until a hundred thousand things have been looked through.
    """
    gc.collect()
    gc.freeze()


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach `host`."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def name_machine(host: str) -> tuple[str, ...]:
    """Return the names by which other machines may call one that listens on `host`."""
    own = (socket.gethostname(), socket.getfqdn())
    names = own if host == EVERYWHERE else (host, *own)
    return tuple(dict.fromkeys(name.lower() for name in names if name))


def _listen(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(64)
    except OSError as error:
        listener.close()
        raise OnRecordError(
            f"{host}:{port}: cannot listen there ({error.strerror}); name another with --port"
        ) from error
    return listener
