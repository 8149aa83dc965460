"""Where a page of a list begins, as a word that means nothing outside."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from typing import TypeVar

import msgspec
from starlette.exceptions import HTTPException

T = TypeVar("T")
LONGEST = 400


def make_token(place: object) -> str:
    """Return `place` as a token."""
    return urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def read_token(token: str, type_: type[T]) -> T:
    """Return the place that `make_token` was given; raise a 400 for anything else."""
    try:
        if len(token) > LONGEST:
            raise ValueError
        data = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        return msgspec.json.decode(data, type=type_)
    except (ValueError, Error, msgspec.MsgspecError) as error:
        raise HTTPException(
            400, "“page” is no token of this API: take the `next` of the page before."
        ) from error
