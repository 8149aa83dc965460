"""Pages in Debian's Chromium without a window, where that, node and two node modules are there.

`ONRECORD_CHROMIUM` names the browser and `ONRECORD_NODE_MODULES` the folder that holds
playwright-core and axe-core; else the one on the path and `node_modules` in this folder's parents
are taken.
"""

import json
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.ledger.readers import Read

HERE = Path(__file__).parent
NEEDED = ("playwright-core", "axe-core")
Job = dict[str, Any]
Answer = dict[str, Any]


@dataclass(frozen=True)
class Headless:
    """The programs to look at pages with."""

    node: str
    modules: Path
    chromium: str

    def look(self, jobs: Sequence[Job], *, seconds: float = 600) -> list[Answer]:
        """Return what is seen on the page of each job; look.mjs tells what a job says."""
        done = subprocess.run(
            [self.node, str(HERE / "look.mjs"), str(self.modules), self.chromium],
            input="\n".join(map(json.dumps, jobs)),
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"the browser gave up: {done.stderr[-2000:]}")
        return [json.loads(line) for line in done.stdout.splitlines()]


def find_headless() -> Headless | str:
    """Return the programs, or in words what is missing."""
    node = shutil.which("node")
    if node is None:
        return "node is not on the path"
    named = os.environ.get("ONRECORD_NODE_MODULES")
    folders = [Path(named)] if named else [each / "node_modules" for each in HERE.parents]
    modules = next((f for f in folders if all((f / name).is_dir() for name in NEEDED)), None)
    if modules is None:
        return "no node_modules with playwright-core and axe-core (see ONRECORD_NODE_MODULES)"
    chromium = os.environ.get("ONRECORD_CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if chromium is None or not Path(chromium).exists():
        return "no chromium on the path (see ONRECORD_CHROMIUM)"
    return Headless(node=node, modules=modules, chromium=chromium)


@contextmanager
def serving(ledger: Path, *, read: Read | None = None, version: str | None = None) -> Iterator[str]:
    """Serve `ledger` in this process on a free port, and give its address.

    `read` reads pages that are added, in its `version`; without it the engine does.
    """
    import uvicorn

    from onrecord.web import make_app

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        config = uvicorn.Config(
            make_app(ledger, port=port, read=read, version=version),
            log_level="warning",
            lifespan="off",
            ws="none",
            http="h11",
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(timeout=10)
