"""A story's brief, as a page that prints as it stands, and as Markdown."""

from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Ledger
from onrecord.views.brief import make_brief
from onrecord.views.brief_markdown import brief_markdown
from onrecord.web.desk import Desk, look_up


def show_brief(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Show the brief."""
    story = look_up(ledger.story, request.path_params["id"])
    return desk.show("brief_page.html", brief=make_brief(ledger, story))


def show_brief_markdown(desk: Desk, request: Request, ledger: Ledger) -> Response:
    """Return the brief as Markdown."""
    story = look_up(ledger.story, request.path_params["id"])
    text = brief_markdown(make_brief(ledger, story))
    return Response(text.encode(), media_type="text/markdown; charset=utf-8")
