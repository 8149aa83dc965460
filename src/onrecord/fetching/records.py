"""What was fetched as a WARC record (ISO 28500): its address, its time, its header, its bytes.

In this form a page goes into the ledger like any other file, and what the server said beside it
(type, charset, Last-Modified, ETag) is kept with it.
"""

import uuid
from hashlib import sha256

from onrecord.fetching.fetcher import Fetched

# What speaks of the connection alone: its chunks are joined.
_OF_CONNECTION = frozenset(("transfer-encoding", "connection", "keep-alive", "trailer"))
_NAMES = uuid.UUID("6a0f9d0e-2f0b-4c0e-8a57-6f6e72656364")


def make_record(fetched: Fetched) -> bytes:
    """Return `fetched` as a WARC file of one response record; the same again gives the same."""
    head = [f"HTTP/1.1 {fetched.status} {_clean(fetched.reason)}"]
    head += [
        f"{_clean(name)}: {_clean(value)}"
        for name, value in fetched.fields
        if name.lower() not in _OF_CONNECTION
    ]
    block = "\r\n".join(head).encode("latin-1", "replace") + b"\r\n\r\n" + fetched.body
    digest = sha256(fetched.body).hexdigest()
    when = fetched.when.strftime("%Y-%m-%dT%H:%M:%SZ")
    fields = {
        "WARC-Type": "response",
        "WARC-Record-ID": f"<{uuid.uuid5(_NAMES, f'{fetched.url} {when} {digest}').urn}>",
        "WARC-Date": when,
        "WARC-Target-URI": fetched.url,
        "WARC-Payload-Digest": f"sha256:{digest}",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def _clean(text: str) -> str:
    return " ".join(text.split())
