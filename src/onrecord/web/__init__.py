"""The ledger in a browser: pages made on the server, on this machine only.

Every state of a page is an address, and every page works without script. Nothing is asked of
any other machine. Pages are read with GET; pages are added and watches saved by forms, which are
taken only from pages of the same server.

- `make_app(ledger, port=...)` -> the application (ASGI), for a server that listens on `port`.
- `serve(ledger, port=..., announce=...)` listens on 127.0.0.1 until it is interrupted.
"""

from onrecord.web.app import make_app
from onrecord.web.serving import serve

__all__ = ["make_app", "serve"]
