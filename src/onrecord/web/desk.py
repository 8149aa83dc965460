"""Answers a request: opens the ledger, shows a template, and knows when nothing has changed."""

import secrets
from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import UTC, datetime
from functools import wraps
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote_plus

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from onrecord import __version__
from onrecord.errors import LedgerError
from onrecord.ledger import DecisionRow, Ledger
from onrecord.ledger.decisions import LONGEST_NAME, find_user
from onrecord.ledger.readers import Read
from onrecord.ledger.rows import FoundKind
from onrecord.views import answers
from onrecord.views.days import show_day
from onrecord.views.markup import TEMPLATES, make_environment
from onrecord.views.side_by_side import list_pairs
from onrecord.web import addresses
from onrecord.web.citations import cite, words_to_find
from onrecord.web.judging import CHOICES
from onrecord.web.meanings import show_meaning
from onrecord.web.passages import excerpt
from onrecord.web.posting import read_body, read_form
from onrecord.web.remembered import Remembered
from onrecord.web.visits import Visit, keep_visit, read_visit

HERE = Path(__file__).parent
_TYPES = {".css": "text/css", ".js": "text/javascript"}
STYLES = HERE / "static/css"
T = TypeVar("T")
Page = Callable[["Desk", Request, Ledger], Response]
Endpoint = Callable[[Request], Response]
Change = Callable[["Desk", Request, Ledger, Mapping[str, str]], Response]
REVIEWER = "onrecord_reviewer"  # the cookie that says who decides


class Desk:
    """The ledger's folder, the templates, and the files that pages load.

    `read` reads pages again where a decision calls for it; without it, that waits for the next
    `add`. `form_token` is in every form of ours, and lasts as long as this desk.
    """

    def __init__(self, ledger: Path, *, read: Read | None = None) -> None:
        self.ledger = ledger
        self.read = read
        self.form_token = secrets.token_urlsafe(24)
        self.files = {
            **{
                path.name: (path.read_bytes(), _TYPES[path.suffix])
                for path in (HERE / "static").iterdir()
                if path.suffix in _TYPES
            },
            "desk.css": (_join_styles(), "text/css"),
        }
        self.remembered = Remembered()
        self.build = _hash_sources()
        self.templates = make_environment(HERE / "templates")
        self.templates.globals.update(
            address=addresses.address,
            article_address=addresses.article_address,
            build=self.build,
            cite=cite,
            excerpt=excerpt,
            CHOICES=CHOICES,
            form_token=self.form_token,
            fragment_link=addresses.fragment_link,
            list_pairs=list_pairs,
            row_address=addresses.row_address,
            safe_link=addresses.safe_link,
            show_answer=answers.show_answer,
            show_change=answers.show_change,
            show_done=answers.show_done,
            show_meaning=show_meaning,
            show_minute=show_minute,
            story_address=addresses.story_address,
            version=__version__,
            who_address=addresses.who_address,
            words_to_find=words_to_find,
        )

    def page(self, show: Page) -> Endpoint:
        """Return the endpoint that answers with `show`, over a ledger opened for the request."""

        @wraps(show)
        def answer(request: Request) -> Response:
            with self.open() as ledger:
                visit = self.visit(request)
                tag = f'W/"{ledger.revision()}-{self.build}-{self._tell_apart(request)}"'
                if tag in request.headers.get("if-none-match", ""):
                    response = Response(status_code=304)
                else:
                    response = show(self, request, ledger)
            response.headers["etag"] = tag
            response.headers["cache-control"] = "no-cache"
            keep_visit(request, response, visit)
            return response

        return answer

    def post(self, change: Change) -> Callable[[Request], Awaitable[Response]]:
        """Return the endpoint that does what a form says, over a ledger opened for it."""

        def answer(request: Request, form: Mapping[str, str]) -> Response:
            with self.open() as ledger:
                return change(self, request, ledger, form)

        @wraps(change)
        async def take(request: Request) -> Response:
            form = read_form(await read_body(request), self.form_token)
            return await run_in_threadpool(answer, request, form)

        return take

    def reviewer(self, request: Request) -> str:
        """Return in whose name this browser decides: what it was told, or who runs the desk."""
        name = unquote_plus(request.cookies.get(REVIEWER, ""))
        return " ".join(name.split())[:LONGEST_NAME] or find_user()

    def visit(self, request: Request) -> Visit:
        """Return the visit of this browser to which the request belongs."""
        if not hasattr(request.state, "visit"):
            request.state.visit = read_visit(request, datetime.now(UTC))
        visit: Visit = request.state.visit
        return visit

    def find_done(self, request: Request, ledger: Ledger) -> DecisionRow | None:
        """Return the decision that led to this page, so that it can be undone at once."""
        id_ = request.query_params.get("done")
        if not id_:
            return None
        try:
            return ledger.decision(id_)
        except LedgerError:
            return None

    def _tell_apart(self, request: Request) -> str:
        """Return a word for what pages hold beside the ledger: the token, who looks, since when."""
        content = f"{self.form_token} {self.reviewer(request)} {self.visit(request).since}"
        return blake2b(content.encode("utf-8", "replace"), digest_size=4).hexdigest()

    def show(self, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """Return a template filled with `values`."""
        text = self.templates.get_template(template).render(values)
        return HTMLResponse(text.encode("utf-8", "replace"), status_code=status)

    def file(self, request: Request) -> Response:
        """Return one of the files, which never change under their address."""
        name = request.path_params["name"]
        if name not in self.files:
            raise HTTPException(404)
        content, type_ = self.files[name]
        headers = {"cache-control": "max-age=31536000, immutable"}
        return Response(content, media_type=type_, headers=headers)

    def open(self) -> Ledger:
        """Open the ledger; raise a 503 where that does not work."""
        try:
            return Ledger(self.ledger)
        except LedgerError as error:
            raise HTTPException(503, str(error)) from error


def show_json(record: object) -> Response:
    """Return a record as JSON, the way it is encoded everywhere."""
    return Response(msgspec.json.encode(record), media_type="application/json")


def show_minute(moment: datetime) -> str:
    """Return a moment as people say it: "28 Nov 2031, 14:05 UTC"."""
    return f"{show_day(moment.date())}, {moment:%H:%M} UTC"


def look_up(load: Callable[[str], T], id_: str) -> T:
    """Return what `load` gives for an id of an address; where it has none, raise a 404."""
    try:
        return load(id_)
    except LedgerError as error:
        raise HTTPException(404, str(error)) from error


def find_whole(
    ledger: Ledger, request: Request, kinds: Collection[FoundKind]
) -> RedirectResponse | None:
    """Return the way to the whole id, where the address has only the start of one of `kinds`."""
    short = request.path_params["id"]
    try:
        found = ledger.find(short)
    except LedgerError:
        return None
    if found.id == short or found.kind not in kinds:
        return None
    folder, _, _ = request.url.path.rpartition("/")
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{folder}/{found.id}{query}", status_code=302)


def _join_styles() -> bytes:
    """Return the styles as one file: what holds everywhere first, what holds on paper last."""
    paths = sorted(STYLES.iterdir(), key=_place_style)
    return b"\n".join(path.read_bytes() for path in paths)


def _place_style(path: Path) -> tuple[bool, bool, str]:
    return (path.stem == "print", path.stem != "base", path.stem)


def _hash_sources() -> str:
    """Return a word that changes with this version's templates and files."""
    digest = blake2b(__version__.encode(), digest_size=6)
    folders = (HERE / "templates", HERE / "static", STYLES, TEMPLATES)
    for path in sorted(path for folder in folders for path in folder.iterdir() if path.is_file()):
        digest.update(path.read_bytes())
    return digest.hexdigest()
