"""How fast the trained reader is, beside the encoder that it rests on.

Run it with: python -m benchmarks.reader

The example's articles are joined and cut into articles of about 1,000 wordpieces. The encoder alone
is the floor: everything else that the reader does is measured as a multiple of it. One thread.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import msgspec

from onrecord.models import load_models
from onrecord.models.windows import cut_windows
from onrecord.records import Reading
from onrecord.text import outline_text

EXAMPLE = Path(__file__).parents[1] / "examples" / "strait" / "expected.jsonl"
WORDPIECES = 1000
ROUNDS = 3


def main() -> None:
    reader = load_models().reader
    texts = [(text, outline_text(text)) for text in make_articles()]
    windows = [
        window
        for text, outline in texts
        for window in cut_windows(text, outline, reader.vocabulary)
    ]
    pieces = sum(len(window.ids) for window in windows)

    def encode() -> None:
        for window in windows:
            reader.encode(window)

    def read() -> None:
        for text, outline in texts:
            reader.read(text, outline)

    encode()
    read()  # loads the graphs, fills the vocabulary's memory
    floor = min(seconds_of(encode) for _ in range(ROUNDS))
    whole = min(seconds_of(read) for _ in range(ROUNDS))
    articles = pieces / WORDPIECES
    print(f"{len(texts)} articles, {pieces} wordpieces; CPU time, one thread, best of {ROUNDS}")
    print(f"encoder alone   {pieces / floor:8.0f} wordpieces/s")
    print(f"reader          {pieces / whole:8.0f} wordpieces/s, {whole / floor:.2f} x the encoder")
    print(f"                {articles / whole:8.1f} articles of {WORDPIECES} wordpieces/s")
    print(f"memory          {getrusage(RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB at most")


def make_articles() -> Iterator[str]:
    """Yield the example's paragraphs, joined to texts of about `WORDPIECES` wordpieces."""
    decoder = msgspec.json.Decoder(Reading)
    joined: list[str] = []
    size = 0.0
    for line in EXAMPLE.read_bytes().splitlines():
        article = decoder.decode(line).article
        assert article is not None
        for paragraph in article.text.split("\n\n"):
            joined.append(paragraph)
            size += len(paragraph) / 4.5  # characters of a wordpiece, roughly
            if size >= WORDPIECES:
                yield "\n\n".join(joined)
                joined, size = [], 0.0


def seconds_of(run: Callable[[], None]) -> float:
    """Return the CPU seconds of one run."""
    began = time.process_time()
    run()
    return time.process_time() - began


if __name__ == "__main__":
    main()
