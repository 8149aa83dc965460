"""Listen on this machine until interrupted."""

import socket
from collections.abc import Callable
from pathlib import Path

from onrecord.errors import OnRecordError
from onrecord.web.app import make_app

HOST = "127.0.0.1"


def serve(ledger: Path, *, port: int, announce: Callable[[str], None]) -> None:
    """Show `ledger` at 127.0.0.1 until interrupted; port 0 takes one that is free.

    `announce` is told the address once it takes connections. Raises `OnRecordError` where the
    port is taken.
    """
    import uvicorn

    with _listen(port) as listener:
        port = listener.getsockname()[1]
        config = uvicorn.Config(
            make_app(ledger, port=port),
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
        announce(f"http://{HOST}:{port}/")
        uvicorn.Server(config).run(sockets=[listener])


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(64)
    except OSError as error:
        listener.close()
        raise OnRecordError(
            f"{HOST}:{port}: cannot listen there ({error.strerror}); name another with --port"
        ) from error
    return listener
