"""How long the desk's pages take, and how much of them goes to the browser.

    python -m benchmarks.desk [LEDGER [SAMPLES]]

Without LEDGER one of 9,600 articles is made first (`benchmarks.made_ledger`, some minutes). Asks
each kind of page SAMPLES times (20 unless told), for other stories, articles, rows and people each
time, the largest story among them, and prints the CPU time of the answer in this process at the
median and the 95th percentile, and the largest answer as it is sent, compressed.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from urllib.parse import quote, unquote

from starlette.types import ASGIApp, Message, Scope

from benchmarks.made_ledger import make_ledger
from onrecord.ledger import Filter, Ledger
from onrecord.web import make_app

SAMPLES = 20
PORT = 8765
TABS = ("", "/statements", "/acts", "/figures", "/differences", "/compare", "/articles")
LISTS = ("", "?list=said", "?list=done-to")


def main() -> None:
    if len(sys.argv) > 1:
        ask_pages(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else SAMPLES)
        return
    with tempfile.TemporaryDirectory() as name:
        make_ledger(Path(name) / "ledger")
        ask_pages(Path(name) / "ledger", SAMPLES)


def ask_pages(folder: Path, samples: int) -> None:
    """Print times and sizes of each kind of page."""
    app = make_app(folder, port=PORT)
    together: list[float] = []
    asyncio.run(ask(app, "/about"))  # what is imported and compiled once is not counted
    for name, paths in choose_pages(folder, samples).items():
        times, sizes = [], []
        for path in paths:
            started = time.process_time()
            status, size = asyncio.run(ask(app, path))
            times.append(1000 * (time.process_time() - started))
            sizes.append(size)
            if status != 200:
                sys.exit(f"{path}: {status}")
        together += times
        print(
            f"{name:24} median {statistics.median(times):6.1f} ms, 95th percentile "
            f"{nearest(times, 0.95):6.1f} ms, largest {max(sizes) / 1000:5.1f} KB"
        )
    print(
        f"{'all of these':24} median {statistics.median(together):6.1f} ms, 95th percentile "
        f"{nearest(together, 0.95):6.1f} ms"
    )
    for file in ("desk.css", "desk.js"):
        _, size = asyncio.run(ask(app, f"/static/{file}"))
        print(f"{file:24} {size / 1000:.1f} KB")


def choose_pages(folder: Path, samples: int) -> dict[str, list[str]]:
    """Return addresses of each kind of page."""
    with Ledger.open(folder) as ledger:
        stories = [
            story.id for story in ledger.stories(Filter(kind="saga")) if story.parent is None
        ]
        largest = [id_ for id_ in stories if not ledger_lacks(ledger, id_)][:samples]
        rows = list(islice(ledger.rows(Filter(story=largest[0])), 0, None, 37))[:samples]
        people = list(dict.fromkeys(party.name for row in rows for party in row.who))
    pages = {f"story{tab}": [f"/story/{id_}{tab}" for id_ in largest] for tab in TABS}
    pages |= {f"largest story{tab}": [f"/story/{largest[0]}{tab}"] * 5 for tab in TABS}
    return {
        "stories": ["/", *(f"/?page={number}" for number in range(2, samples))],
        **pages,
        "filtered": [f"/story/{largest[0]}/compare?who={quote(name)}" for name in people],
        "article": [f"/article/{row.article}?row={row.id}" for row in rows],
        "row": [f"/row/{row.id}" for row in rows],
        "who": [f"/who/{quote(name)}{list_}" for name in people for list_ in LISTS],
        "brief": [f"/brief/{id_}" for id_ in largest],
        "about": ["/about"] * 5,
    }


def ledger_lacks(ledger: Ledger, story: str) -> bool:
    """Return whether a story has no accounts: those of a made ledger that were only repeated."""
    return next(iter(ledger.accounts(story)), None) is None


async def ask(app: ASGIApp, path: str) -> tuple[int, int]:
    """Return the status and the size of the answer to GET `path`."""
    address, _, query = path.partition("?")
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(address),
        "raw_path": address.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", f"127.0.0.1:{PORT}".encode()), (b"accept-encoding", b"gzip")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", PORT),
    }
    status, size = 0, 0

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status, size
        if message["type"] == "http.response.start":
            status = message["status"]
        else:
            size += len(message.get("body", b""))

    await app(scope, receive, send)
    return status, size


def nearest(values: list[float], share: float) -> float:
    """Return the value at `share` of the sorted values, by the nearest rank."""
    return sorted(values)[max(0, round(share * len(values)) - 1)]


if __name__ == "__main__":
    main()
