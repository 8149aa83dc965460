"""How long the desk's pages take, and how much of them goes to the browser.

    python -m benchmarks.desk [LEDGER [SAMPLES]]

Without LEDGER one of 9,600 articles is made first (`benchmarks.made_ledger`, some minutes). Asks
each kind of page SAMPLES times (20 unless told), for other stories, articles, rows and people each
time, the largest story among them, and prints the CPU time of the answer in this process at the
median and the 95th percentile, and the largest answer as it is sent, compressed. One more page of
each kind is asked for before: what is imported and compiled once a process is not counted. Exits
with 1 where a page takes more than it may.
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
from onrecord.web.serving import spare_collector

SAMPLES = 20
PORT = 8765
TABS = ("", "/statements", "/acts", "/figures", "/differences", "/compare", "/articles")
LISTS = ("", "?list=said", "?list=done-to")
FILES = ("desk.css", "desk.js", "review.css", "tasks.css", "tasks.js")
MOST_TIME, MOST_SENT, MOST_SCRIPT = 100, 100_000, 40_000  # ms of a kind of page, bytes sent


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
    spare_collector()  # as `onrecord serve` does
    together: list[float] = []
    slow: list[str] = []
    sent = 0
    for name, paths in choose_pages(folder, samples).items():
        asyncio.run(ask(app, paths[-1]))
        times, sizes = [], []
        for path in paths[:-1]:
            started = time.process_time()
            status, size = asyncio.run(ask(app, path))
            times.append(1000 * (time.process_time() - started))
            sizes.append(size)
            if status != 200:
                sys.exit(f"{path}: {status}")
        together += times
        sent = max(sent, *sizes)
        slow += [name] if nearest(times, 0.95) > MOST_TIME else []
        print(
            f"{name:26} median {statistics.median(times):6.1f} ms, 95th percentile "
            f"{nearest(times, 0.95):6.1f} ms, largest {max(sizes) / 1000:5.1f} KB"
        )
    print(
        f"{'all of these':26} median {statistics.median(together):6.1f} ms, 95th percentile "
        f"{nearest(together, 0.95):6.1f} ms"
    )
    files = {name: asyncio.run(ask(app, f"/static/{name}"))[1] for name in FILES}
    for name, size in files.items():
        print(f"{name:26} {size / 1000:.1f} KB")
    scripts = sum(size for name, size in files.items() if name.endswith(".js"))
    if slow or sent + sum(files.values()) > MOST_SENT or scripts > MOST_SCRIPT:
        sys.exit(f"too slow or too large: {', '.join(slow) or 'the files'}")


def choose_pages(folder: Path, samples: int) -> dict[str, list[str]]:
    """Return addresses of each kind of page, one more than are counted; it is asked first."""
    count = samples + 1
    with Ledger(folder) as ledger:
        stories = [
            story.id for story in ledger.stories(Filter(kind="saga")) if story.parent is None
        ]
        largest = [id_ for id_ in stories if not ledger_lacks(ledger, id_)][:count]
        lineages = ledger.story(largest[0]).lineages
        rows = list(islice(ledger.rows(Filter(story=largest[0])), 0, None, 37))[:count]
        people = list(dict.fromkeys(party.name for row in rows for party in row.who))
    copies = [x.articles for x in lineages if len(x.articles) > 1][:count]
    words = [quote(" ".join(row.sentence.split()[1:4])) for row in rows]
    some = {f"story{tab}": [f"/story/{id_}{tab}" for id_ in largest] for tab in TABS}
    first = {f"largest story{tab}": [f"/story/{largest[0]}{tab}"] * 6 for tab in TABS}
    return {
        "stories": ["/", *(f"/?page={number}" for number in range(2, count + 1))],
        "stories, new ones": ["/?added=2001-01-01"] * 6,
        **some,
        **first,
        "figures as a table": [f"/story/{id_}/figures?view=table" for id_ in largest],
        "filtered timeline": [f"/story/{largest[0]}?who={quote(name)}" for name in people],
        "filtered compare": [f"/story/{largest[0]}/compare?who={quote(name)}" for name in people],
        "article": [f"/article/{row.article}?row={row.id}" for row in rows],
        "original page": [f"/article/{row.article}/original" for row in rows],
        "changes": [f"/article/{pair[0]}/changes/{pair[1]}" for pair in copies],
        "row": [f"/row/{row.id}" for row in rows],
        "who": [f"/who/{quote(name)}{list_}" for name in people for list_ in LISTS],
        "people": [f"/people?article={row.article}&actor={p.id}" for row in rows for p in row.who],
        "search by words": [f"/search?by=words&q={each}" for each in words],
        "search": [f"/search?q={each}" for each in words],
        "search by a filter": [f"/search?who={quote(name)}" for name in people],
        "review": ["/review"] * 6,
        "review of a kind": [f"/review?kind={kind}" for kind in ("act", "figure")] * 3,
        "filtered review": [f"/review?who={quote(name)}" for name in people],
        "review, sample": [f"/review/sample?seed={number}" for number in range(count)],
        "review, history": ["/review/history"] * 6,
        "watches": ["/watches"] * 6,
        "add": ["/add"] * 6,
        "brief": [f"/brief/{id_}" for id_ in largest],
        "about": ["/about"] * 6,
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
