"""What is new since somebody last looked, as their own browser remembers it.

A cookie holds two moments, and nothing else does: the end of the last visit, after which what came
in is new, and the latest page of this one. A visit ends with a long pause.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

from starlette.requests import Request
from starlette.responses import Response

SEEN = "onrecord_seen"
PAUSE = timedelta(hours=2)  # without a page, after which another visit begins
_STEP = timedelta(minutes=1)  # as exactly as a visit's end is kept; what is kept rounds up
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """`since` is the end of the visit before this one, `latest` the last page of this one."""

    since: datetime
    latest: datetime


def read_visit(request: Request, now: datetime) -> Visit:
    """Return the visit to which a request belongs; to a first one nothing is new."""
    since, _, latest = request.cookies.get(SEEN, "").partition(".")
    moments = [_read_moment(text, now) for text in (since, latest)]
    if moments[0] is None or moments[1] is None:
        return Visit(since=now, latest=now)
    visit = Visit(since=moments[0], latest=moments[1])
    if now - visit.latest > PAUSE:
        return Visit(since=visit.latest, latest=now)
    return visit if now - visit.latest < _STEP else Visit(since=visit.since, latest=now)


def keep_visit(request: Request, response: Response, visit: Visit) -> None:
    """Have the browser remember `visit`, where it does not yet."""
    value = f"{ceil(visit.since.timestamp())}.{ceil(visit.latest.timestamp())}"
    if request.cookies.get(SEEN) != value:
        # Lax: a visit goes on when a link from elsewhere leads here.
        response.set_cookie(SEEN, value, max_age=_YEAR, httponly=True, samesite="lax", path="/")


def _read_moment(text: str, now: datetime) -> datetime | None:
    """Return what a part of the cookie says; `None` for what it cannot have said."""
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        return None
    moment = datetime.fromtimestamp(int(text), UTC)
    return moment if moment < now + timedelta(seconds=2) else None
