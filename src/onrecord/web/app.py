"""The addresses of the application, and what is shown where something is wrong."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from onrecord.web.about_page import show_about
from onrecord.web.article_page import show_article, show_article_json
from onrecord.web.brief_page import show_brief, show_brief_markdown
from onrecord.web.changes_page import show_changes
from onrecord.web.compare_page import show_compare
from onrecord.web.desk import Desk
from onrecord.web.guards import Guard, hosts_of
from onrecord.web.row_page import show_row, show_row_json
from onrecord.web.search_page import show_search
from onrecord.web.stories_page import show_stories
from onrecord.web.story_head import show_story_json
from onrecord.web.story_pages import (
    show_acts,
    show_articles,
    show_differences,
    show_figures,
    show_statements,
    show_timeline,
)
from onrecord.web.who_page import show_who

PAGES = {
    "/": show_stories,
    "/search": show_search,
    "/about": show_about,
    "/story/{id}.json": show_story_json,
    "/story/{id}": show_timeline,
    "/story/{id}/statements": show_statements,
    "/story/{id}/acts": show_acts,
    "/story/{id}/figures": show_figures,
    "/story/{id}/differences": show_differences,
    "/story/{id}/compare": show_compare,
    "/story/{id}/articles": show_articles,
    "/article/{id}.json": show_article_json,
    "/article/{id}/changes/{other}": show_changes,
    "/article/{id}": show_article,
    "/row/{id}.json": show_row_json,
    "/row/{id}": show_row,
    "/brief/{id}.md": show_brief_markdown,
    "/brief/{id}": show_brief,
    "/who/{name:path}": show_who,
}
_FAULTS = {
    400: "This address cannot be read",
    404: "There is no such page",
    503: "The ledger cannot be opened",
}


def make_app(ledger: Path, *, port: int) -> ASGIApp:
    """Return the application for the ledger in the folder `ledger`, served on `port`."""
    desk = Desk(ledger)

    def show_fault(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        title = _FAULTS.get(error.status_code, "This did not work")
        detail = error.detail if error.detail != "Not Found" else ""
        return desk.show("fault.html", status=error.status_code, title=title, detail=detail)

    def show_own_fault(request: Request, error: Exception) -> Response:
        detail = f"{type(error).__name__} at {request.url.path}. Nothing in the ledger has changed."
        return desk.show("fault.html", status=500, title="On Record made a mistake", detail=detail)

    app = Starlette(
        routes=[
            Route("/static/{name}", desk.file),
            *(Route(path, desk.page(show)) for path, show in PAGES.items()),
        ],
        middleware=[Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)],
        exception_handlers={HTTPException: show_fault, Exception: show_own_fault},
    )
    return Guard(app, hosts=hosts_of(port))
