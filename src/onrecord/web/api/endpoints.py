"""From the table of operations to routes: bodies, revisions, answers."""

from collections.abc import Awaitable, Callable
from functools import cache
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.ledger import Ledger
from onrecord.web.api.openapi import make_document
from onrecord.web.api.operations import OPERATIONS, ROOT, Operation
from onrecord.web.desk import Desk
from onrecord.web.posting import read_body

Endpoint = Callable[[Request], Awaitable[Response]]


def list_routes(desk: Desk) -> list[Route]:
    """Return the routes of the API over the ledger of `desk`."""
    routes = [Route(f"{ROOT}/openapi.json", _show_document, methods=["GET"])]
    for path in dict.fromkeys(operation.path for operation in OPERATIONS):
        answers = {each.method: _make(desk, each) for each in OPERATIONS if each.path == path}
        routes.append(Route(f"{ROOT}{path}", _choose(answers), methods=list(answers)))
    return routes


def _choose(answers: dict[str, Endpoint]) -> Endpoint:
    async def answer(request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        return await answers[method](request)

    return answer


def _make(desk: Desk, operation: Operation) -> Endpoint:
    async def answer(request: Request) -> Response:
        if operation.takes is None:
            _check_names(operation, request)
            return await run_in_threadpool(_read, desk, operation, request)
        body = await read_json(request, operation.takes)
        return await run_in_threadpool(_change, desk, operation, request, body)

    return answer


def _check_names(operation: Operation, request: Request) -> None:
    """Raise a 400 for a parameter that the operation does not know: it would count for nothing."""
    known = [parameter.name for parameter in operation.parameters]
    for name in request.query_params:
        if name not in known:
            there_are = f"there are {', '.join(known)}" if known else "there are none"
            raise HTTPException(400, f"There is no parameter “{name}” here; {there_are}.")


def _read(desk: Desk, operation: Operation, request: Request) -> Response:
    with desk.open() as ledger:
        tag = _make_tag(ledger)
        if _holds(request.headers.get("if-none-match"), tag):
            return _give(None, tag, status=304)
        return _give(operation.answer(desk, request, ledger), tag)


def _change(desk: Desk, operation: Operation, request: Request, body: Any) -> Response:
    with desk.open() as ledger:
        wanted = request.headers.get("if-match")
        if wanted is not None and not _holds(wanted, _make_tag(ledger)):
            raise HTTPException(
                412, "The ledger has changed since: read again what this is about, and decide."
            )
        made = operation.answer(desk, request, ledger, body)
        response = _give(made, _make_tag(ledger), status=201)
        response.headers["location"] = f"{ROOT}{operation.path}/{made.decision.id}"
        return response


async def read_json(request: Request, type_: type) -> Any:
    """Return the body as `type_`; raise a 415 for another form, a 422 for what does not fit."""
    form = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if form != "application/json":
        raise HTTPException(415, "Send JSON, and say so: Content-Type: application/json.")
    body = await read_body(request)
    try:
        return msgspec.json.decode(body, type=type_)
    except msgspec.ValidationError as error:
        raise HTTPException(422, f"The body does not fit: {error}.") from error
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise HTTPException(400, "The body is no JSON.") from error


def _make_tag(ledger: Ledger) -> str:
    """Return the ETag of all that the ledger holds now."""
    return f'"{ledger.revision()}"'


def _holds(header: str | None, tag: str) -> bool:
    """Return whether a list of tags, perhaps weak ones, holds `tag` or a star."""
    if header is None:
        return False
    tags = {each.strip().removeprefix("W/") for each in header.split(",")}
    return tag in tags or "*" in tags


def _give(record: object, tag: str, *, status: int = 200) -> Response:
    content = b"" if status == 304 else msgspec.json.encode(record)
    headers = {"etag": tag, "cache-control": "no-cache"}
    return Response(content, status_code=status, headers=headers, media_type="application/json")


async def _show_document(request: Request) -> Response:
    return Response(_encode_document(), media_type="application/json")


@cache
def _encode_document() -> bytes:
    return msgspec.json.format(msgspec.json.encode(make_document()), indent=2)
