"""Watches in the browser: what each has told, its feeds, and a form to save one."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import LedgerError, OnRecordError
from onrecord.ledger import Ledger
from onrecord.ledger.grammar import ACT_TYPES, ROW_KINDS, SPEECH_ACTS
from onrecord.watches import (
    FIELDS,
    Firing,
    Memory,
    Watch,
    add_watch,
    check,
    find_watch,
    list_watches,
    remove_watch,
)
from onrecord.watches.feeds import atom_feed, json_feed
from onrecord.watches.memory import FILE, Check
from onrecord.watches.reports import (
    count_news,
    show_changes,
    show_filter,
    show_moment,
    show_place,
    show_row,
)
from onrecord.web.desk import Desk
from onrecord.web.questions import read_text

_LARGEST = 16 * 1024  # bytes of a form
_SHOWN = 20  # firings on one page
_FRESH = {"cache-control": "no-cache"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A watch with when it looked and what it told last."""

    watch: Watch
    checked: Check | None
    last: Firing | None


class WatchPages:
    """The pages under /watches. What they show lies beside the ledger's own tables."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, request: Request, *, fault: str = "") -> Response:
        """Show the watches, and a form that starts with the filter of the address."""
        watches = list_watches(self._desk.ledger)
        standings = [Standing(watch=watch, checked=None, last=None) for watch in watches]
        if watches and (self._desk.ledger / FILE).exists():
            with Memory.open(self._desk.ledger) as memory:
                standings = [_stand(watch, memory) for watch in watches]
        return self._answer(
            "watches.html",
            status=400 if fault else 200,
            fault=fault,
            standings=standings,
            fields={name: read_text(request.query_params, name) for name in FIELDS},
            kinds=ROW_KINDS,
            acts_of=(("Statements", SPEECH_ACTS), ("Acts", ACT_TYPES)),
        )

    def show_watch(self, request: Request) -> Response:
        """Show what one watch told, the latest first."""
        watch, firings = self._load(request, limit=_SHOWN)
        return self._answer("watch.html", watch=watch, firings=firings)

    def show_atom(self, request: Request) -> Response:
        """Return what one watch told as an Atom feed."""
        return self._feed(request, atom_feed, "application/atom+xml; charset=utf-8")

    def show_json_feed(self, request: Request) -> Response:
        """Return what one watch told as a JSON Feed."""
        return self._feed(request, json_feed, "application/feed+json; charset=utf-8")

    async def change(self, request: Request) -> Response:
        """Do what a form says: save a watch, remove one, or check them all."""
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > _LARGEST:
                raise HTTPException(413, "This form is too large.")
        try:
            text = body.decode()
            form = {name: values[-1] for name, values in parse_qs(text, max_num_fields=50).items()}
        except ValueError as error:
            raise HTTPException(400, "This form cannot be read.") from error
        return await run_in_threadpool(self._change, request, form)

    def _change(self, request: Request, form: dict[str, str]) -> Response:
        try:
            with Ledger(self._desk.ledger) as ledger, Memory.open(ledger.path) as memory:
                match form.get("do"):
                    case "add":
                        watch = add_watch(ledger.path, form.get("name", ""), form)
                        check(ledger, watch, memory)
                    case "remove":
                        remove_watch(ledger.path, find_watch(ledger.path, form.get("id", "")))
                    case "check":
                        for watch in list_watches(ledger.path):
                            check(ledger, watch, memory)
                    case _:
                        raise HTTPException(400, "This form does not say what to do.")
        except OnRecordError as error:
            return self.show(request, fault=str(error))
        return RedirectResponse("/watches", status_code=303)

    def _feed(self, request: Request, make: Callable[..., bytes], type_: str) -> Response:
        watch, firings = self._load(request, limit=_SHOWN)
        data = make(watch, firings, base=f"{request.url.scheme}://{request.headers['host']}")
        tag = f'"{blake2b(data, digest_size=8).hexdigest()}"'
        if tag in request.headers.get("if-none-match", ""):
            response = Response(status_code=304)
        else:
            response = Response(data, media_type=type_)
        response.headers.update({**_FRESH, "etag": tag})
        return response

    def _load(self, request: Request, *, limit: int) -> tuple[Watch, list[Firing]]:
        try:
            watch = find_watch(self._desk.ledger, request.path_params["id"])
        except LedgerError as error:
            raise HTTPException(404, "There is no such watch; it may have been removed.") from error
        if not (self._desk.ledger / FILE).exists():
            return watch, []
        with Memory.open(self._desk.ledger) as memory:
            return watch, memory.list_firings(watch.id, limit=limit)

    def _answer(self, template: str, *, status: int = 200, **values: object) -> Response:
        response = self._desk.show(
            template,
            status=status,
            count_news=count_news,
            show_changes=show_changes,
            show_filter=show_filter,
            show_moment=show_moment,
            show_place=show_place,
            show_row=show_row,
            **values,
        )
        response.headers.update(_FRESH)
        return response


def _stand(watch: Watch, memory: Memory) -> Standing:
    last = memory.list_firings(watch.id, limit=1)
    return Standing(
        watch=watch, checked=memory.last_check(watch.id), last=last[0] if last else None
    )
