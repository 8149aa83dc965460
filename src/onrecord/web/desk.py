"""Answers a request: opens the ledger, shows a template, and knows when nothing has changed."""

from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from onrecord import __version__
from onrecord.errors import LedgerError
from onrecord.ledger import Ledger
from onrecord.views.markup import TEMPLATES, make_environment
from onrecord.web import addresses
from onrecord.web.citations import cite, words_to_find
from onrecord.web.passages import excerpt
from onrecord.web.row_days import DayIndex

HERE = Path(__file__).parent
STYLES = HERE / "static/css"
T = TypeVar("T")
Page = Callable[["Desk", Request, Ledger], Response]
Endpoint = Callable[[Request], Response]


class Desk:
    """The ledger's folder, the templates, and the two files that pages load."""

    def __init__(self, ledger: Path) -> None:
        self.ledger = ledger
        self.files = {
            "desk.css": (_join_styles(), "text/css"),
            "desk.js": ((HERE / "static/desk.js").read_bytes(), "text/javascript"),
        }
        self.days = DayIndex()
        self.build = _hash_sources()
        self.templates = make_environment(HERE / "templates")
        self.templates.globals.update(
            address=addresses.address,
            article_address=addresses.article_address,
            build=self.build,
            cite=cite,
            excerpt=excerpt,
            fragment_link=addresses.fragment_link,
            row_address=addresses.row_address,
            safe_link=addresses.safe_link,
            story_address=addresses.story_address,
            version=__version__,
            who_address=addresses.who_address,
            words_to_find=words_to_find,
        )

    def page(self, show: Page) -> Endpoint:
        """Return the endpoint that answers with `show`, over a ledger opened for the request."""

        @wraps(show)
        def answer(request: Request) -> Response:
            with self._open() as ledger:
                tag = f'W/"{ledger.revision()}-{self.build}"'
                if tag in request.headers.get("if-none-match", ""):
                    response = Response(status_code=304)
                else:
                    response = show(self, request, ledger)
            response.headers["etag"] = tag
            response.headers["cache-control"] = "no-cache"
            return response

        return answer

    def show(self, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """Return a template filled with `values`."""
        text = self.templates.get_template(template).render(values)
        return HTMLResponse(text.encode("utf-8", "replace"), status_code=status)

    def file(self, request: Request) -> Response:
        """Return one of the two files, which never change under their address."""
        name = request.path_params["name"]
        if name not in self.files:
            raise HTTPException(404)
        content, type_ = self.files[name]
        headers = {"cache-control": "max-age=31536000, immutable"}
        return Response(content, media_type=type_, headers=headers)

    def _open(self) -> Ledger:
        try:
            return Ledger.open(self.ledger)
        except LedgerError as error:
            raise HTTPException(503, str(error)) from error


def show_json(record: object) -> Response:
    """Return a record as JSON, the way it is encoded everywhere."""
    return Response(msgspec.json.encode(record), media_type="application/json")


def look_up(load: Callable[[str], T], id_: str) -> T:
    """Return what `load` gives for an id of an address; where it has none, raise a 404."""
    try:
        return load(id_)
    except LedgerError as error:
        raise HTTPException(404, str(error)) from error


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
