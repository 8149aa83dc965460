"""Take the README's pictures of the desk again, from the example story.

    python -m docs.make_pictures

Reads the example pages into a ledger of its own, serves it, and looks at four pages with the
browser that `make browser` uses. The pictures are written to docs/pictures.
"""

import struct
import sys
import tempfile
import zlib
from functools import partial
from pathlib import Path

from tests.web.browser.headless import Job, find_headless, serving

from onrecord.engine import read_all
from onrecord.ledger import Filter, Ledger

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "examples/strait/pages"
PICTURES = HERE / "pictures"
WIDTH = 1180
LARGEST = 200_000  # bytes
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def main() -> None:
    """Take the pictures."""
    headless = find_headless()
    if isinstance(headless, str):
        sys.exit(f"No pictures were taken: {headless}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "demo"
        with Ledger(folder, create=True) as ledger:
            ledger.add([str(EXAMPLE)], read=partial(read_all, jobs=0))
            pages = choose_pages(ledger)
        with serving(folder) as home:
            jobs: list[Job] = [
                {
                    "url": home + path,
                    "shot": str(PICTURES / f"{name}.png"),
                    "whole": False,
                    "width": WIDTH,
                    "height": height,
                    "scheme": scheme,
                }
                for name, (path, scheme, height) in pages.items()
            ]
            answers = headless.look(jobs)
    for answer in answers:
        picture = Path(answer["shot"])
        if answer["errors"]:
            sys.exit(f"{picture}: {'; '.join(answer['errors'])}")
        size = pack(picture)
        print(f"{picture}: {size / 1000:.0f} KB")
        if size > LARGEST:
            sys.exit("This one is too large for the README.")


def pack(picture: Path) -> int:
    """Compress a PNG again, as far as zlib can, and return its size in bytes.

    A browser compresses in haste. No pixel changes.
    """
    data = picture.read_bytes()
    chunks, place = [], len(SIGNATURE)
    while place < len(data):
        [length] = struct.unpack_from(">I", data, place)
        chunks.append((data[place + 4 : place + 8], data[place + 8 : place + 8 + length]))
        place += length + 12
    pixels = zlib.decompress(b"".join(body for name, body in chunks if name == b"IDAT"))
    packed = [
        *(chunk for chunk in chunks if chunk[0] == b"IHDR"),
        (b"IDAT", zlib.compress(pixels, 9)),
        (b"IEND", b""),
    ]
    picture.write_bytes(
        SIGNATURE
        + b"".join(
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
            for name, body in packed
        )
    )
    return picture.stat().st_size


def choose_pages(ledger: Ledger) -> dict[str, tuple[str, str, int]]:
    """Return the path, the colours and the height of each picture, by its name."""
    sagas = ledger.stories(Filter(kind="saga"))
    story = max(sagas, key=lambda saga: (saga.differences, saga.id)).id
    article = next(ledger.articles(Filter(about="toll gate open sea"))).id
    return {
        "story": (f"/story/{story}", "light", 780),
        "compare": (f"/story/{story}/compare", "light", 760),
        "article": (f"/article/{article}", "light", 680),
        "who": ("/who/Dalia%20Renko", "dark", 780),
    }


if __name__ == "__main__":
    main()
