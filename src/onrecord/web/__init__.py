"""The ledger in a browser: pages made on the server, on this machine only.

Every state of a page is an address, and every page works without script. Nothing is asked of
any other machine. Pages are read with GET; pages are added, watches saved and decisions posted by
forms of these pages, decisions also through the API (`onrecord.web.api`); each can be undone.

- `make_app(ledger, port=...)` -> the application (ASGI), for a server that listens on `port`.
- `serve(ledger, port=..., announce=...)` listens on 127.0.0.1 until it is interrupted, or at
  another address, where every request has to carry a token.
"""

from onrecord.web.app import make_app
from onrecord.web.serving import serve

__all__ = ["make_app", "serve"]
