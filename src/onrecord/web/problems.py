"""What went wrong, as problem details (RFC 9457)."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

import msgspec
from starlette.responses import Response

TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemDetails:
    """Why a request was refused: `title` goes with the status, `detail` is about this one."""

    title: str
    status: int
    detail: str
    instance: str
    type: str = "about:blank"


def problem(
    status: int, detail: str, *, path: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Return the response that tells of a problem with the request of `path`."""
    details = ProblemDetails(
        title=HTTPStatus(status).phrase, status=status, detail=detail, instance=path
    )
    content = msgspec.json.encode(details)
    return Response(content, status_code=status, media_type=TYPE, headers=headers)
