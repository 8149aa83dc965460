"""What the ledger holds, what could not be read, and how to read what the pages say."""

from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Ledger
from onrecord.web.desk import Desk

PROBLEMS = 200


def show_about(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show counts, versions, problems and the meaning of words."""
    return desk.show(
        "about.html",
        counts=ledger.counts(),
        problems=tuple(islice(ledger.problems(), PROBLEMS)),
        folder=ledger.path,
        revision=ledger.revision(),
    )
