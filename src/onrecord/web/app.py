"""The addresses of the application, and what is shown where something is wrong."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from onrecord.ledger import Ledger
from onrecord.ledger.readers import Read
from onrecord.web.about_page import show_about
from onrecord.web.add_page import AddPages
from onrecord.web.api import list_routes
from onrecord.web.article_page import show_article, show_article_json
from onrecord.web.brief_page import show_brief, show_brief_markdown
from onrecord.web.changes_page import show_changes
from onrecord.web.compare_page import show_compare
from onrecord.web.decide import decide, sign
from onrecord.web.desk import Desk, Page
from onrecord.web.guards import API, Guard, hosts_of
from onrecord.web.jobs import Jobs
from onrecord.web.listings import (
    FILES,
    send_article,
    send_list,
    send_row,
    send_story,
    send_who,
)
from onrecord.web.original_page import send_source, show_original
from onrecord.web.people_page import show_people
from onrecord.web.problems import problem
from onrecord.web.review_page import show_history, show_queue, show_rejected, show_sample
from onrecord.web.row_page import show_row, show_row_json
from onrecord.web.search_page import show_search
from onrecord.web.stories_page import see, show_stories
from onrecord.web.story_head import show_story_json
from onrecord.web.story_pages import (
    show_acts,
    show_articles,
    show_differences,
    show_figures,
    show_statements,
    show_timeline,
)
from onrecord.web.watches_page import WatchPages
from onrecord.web.who_page import show_who

PAGES: dict[str, Page] = {
    "/": show_stories,
    "/search": show_search,
    "/about": show_about,
    "/story/{id}.json": show_story_json,
    "/story/{id}.{form}": send_story,
    "/story/{id}/{tab}.{form}": send_story,
    "/story/{id}": show_timeline,
    "/story/{id}/statements": show_statements,
    "/story/{id}/acts": show_acts,
    "/story/{id}/figures": show_figures,
    "/story/{id}/differences": show_differences,
    "/story/{id}/compare": show_compare,
    "/story/{id}/articles": show_articles,
    "/article/{id}.json": show_article_json,
    "/article/{id}/rows.{form}": send_article,
    "/article/{id}/changes/{other}": show_changes,
    "/article/{id}/original": show_original,
    "/article/{id}/source": send_source,
    "/article/{id}": show_article,
    "/row/{id}.json": show_row_json,
    "/row/{id}.{form}": send_row,
    "/row/{id}": show_row,
    "/review": show_queue,
    "/review/sample": show_sample,
    "/review/history": show_history,
    "/review/rejected": show_rejected,
    "/people": show_people,
    "/brief/{id}.md": show_brief_markdown,
    "/brief/{id}": show_brief,
    **{f"/who/{{name:path}}.{form}": partial(send_who, form) for form in FILES},
    "/who/{name:path}": show_who,
}
LISTS = {
    "/stories": "stories",
    "/search": "search",
    "/review": "review",
    "/review/sample": "sample",
    "/review/history": "history",
    "/review/rejected": "rejected",
    "/people": "people",
    "/watches": "watches",
    "/about": "about",
}
FORMS = {"/decide": decide, "/sign": sign, "/seen": see}
_FAULTS = {
    400: "This address cannot be read",
    403: "This form cannot be taken",
    404: "There is no such page",
    409: "This was not decided",
    413: "This is too large",
    422: "This was not decided",
    503: "The ledger cannot be opened",
}


def _send(name: str, desk: Desk, request: Request, ledger: Ledger) -> Response:
    return send_list(desk, request, name)


def _sentence(message: str) -> str:
    """Return a message of the library as a sentence of a page."""
    end = "." if message and message[-1] not in ".?!" else ""
    return f"{message[:1].upper()}{message[1:]}{end}"


def make_app(
    ledger: Path,
    *,
    port: int,
    hosts: Sequence[str] = ("127.0.0.1", "localhost"),
    fronts: Sequence[str] = (),
    token: str | None = None,
    read: Read | None = None,
    version: str | None = None,
) -> ASGIApp:
    """Return the application for the ledger in the folder `ledger`, served on `port`.

    `hosts` are the names by which it may be called, and `fronts` those under which another server
    passes requests on to it. With a `token` every request has to carry it. `read` reads pages that
    are added, in its `version`, and pages that a decision calls to be read again; without it this
    machine's cores read what is added, and a decision's pages wait for the next time.
    """
    desk = Desk(ledger, read=read)
    watches = WatchPages(desk)
    add = AddPages(desk, Jobs(ledger, read=read, version=version))

    def show_fault(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if request.url.path.startswith(API):
            detail = error.detail if error.detail != "Not Found" else "There is no such address."
            return problem(error.status_code, detail, path=request.url.path, headers=error.headers)
        title = _FAULTS.get(error.status_code, "This did not work")
        detail = error.detail if error.detail != "Not Found" else ""
        return desk.show(
            "fault.html", status=error.status_code, title=title, detail=_sentence(detail)
        )

    def show_own_fault(request: Request, error: Exception) -> Response:
        detail = f"{type(error).__name__} at {request.url.path}."
        if request.method != "POST":
            detail += " Nothing in the ledger has changed."
        if request.url.path.startswith(API):
            return problem(500, detail, path=request.url.path)
        return desk.show("fault.html", status=500, title="On Record made a mistake", detail=detail)

    app = Starlette(
        routes=[
            Route("/static/{name}", desk.file),
            *list_routes(desk),
            *(
                Route(f"{path}.{{form}}", desk.page(partial(_send, name)))
                for path, name in LISTS.items()
            ),
            Route("/add", add.show),
            Route("/add", add.take, methods=["POST"]),
            Route("/add/{id}.json", add.show_job_json),
            Route("/add/{id}", add.show_job),
            Route("/watches", watches.show),
            Route("/watches", watches.change, methods=["POST"]),
            Route("/watches/{id}", watches.show_watch),
            Route("/watches/{id}/atom.xml", watches.show_atom),
            Route("/watches/{id}/feed.json", watches.show_json_feed),
            *(Route(path, desk.page(show)) for path, show in PAGES.items()),
            *(Route(path, desk.post(change), methods=["POST"]) for path, change in FORMS.items()),
        ],
        middleware=[Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)],
        exception_handlers={HTTPException: show_fault, Exception: show_own_fault},
    )
    return Guard(app, hosts=hosts_of(port, hosts, fronts), token=token)
