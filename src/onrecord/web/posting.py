"""Requests that change something: their bodies, their tokens, and their turn to write."""

import hmac
import time
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from onrecord.errors import LedgerError
from onrecord.ledger.locking import LedgerBusyError

LARGEST = 64 * 1024  # bytes of a body
MOST_FIELDS = 100
PATIENCE = 3.0  # seconds to wait for another who writes
T = TypeVar("T")


async def read_body(request: Request, largest: int = LARGEST) -> bytes:
    """Return the body; raise a 413 as soon as it is larger than `largest`."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > largest:
            raise HTTPException(413, f"A body has at most {largest:,} bytes.")
        parts.append(part)
    return b"".join(parts)


def read_form(body: bytes, token: str) -> dict[str, str]:
    """Return the fields of a form; raise a 403 where it does not carry `token`.

    Of a field that comes twice the last one counts.
    """
    try:
        fields = parse_qsl(
            body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict"
        )
    except ValueError as error:
        raise HTTPException(400, "The form cannot be read.") from error
    form = {name: value.replace("\0", "").replace("\r\n", "\n").strip() for name, value in fields}
    if not hmac.compare_digest(form.pop("token", "").encode(), token.encode()):
        raise HTTPException(
            403, "The page is from before the desk was started again: load it again, and decide."
        )
    return form


def take_turn(change: Callable[[], T]) -> T:
    """Return what `change` returns; where another is writing, try again for a while."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return change()
        except LedgerBusyError as error:
            if time.monotonic() >= until:
                raise HTTPException(
                    409, "Pages are being read into the ledger just now; try again in a moment."
                ) from error
            time.sleep(0.1)
        except LedgerError as error:
            raise HTTPException(422, str(error)) from error
