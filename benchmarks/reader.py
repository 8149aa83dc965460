"""How fast the trained reader is, beside the encoder that it rests on.

Run it with: python -m benchmarks.reader

The example's articles are joined and cut into articles of about 1,000 wordpieces. The encoder alone
is the floor: everything else that the reader does is measured as a multiple of it, and what it
computes is counted. One thread.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from functools import cached_property
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from evaluation.lines import read_lines

from onrecord.models import Reader, load_models
from onrecord.models.reader import Answers, Encoded
from onrecord.models.scoring import Run
from onrecord.models.windows import WINDOW, Window
from onrecord.records import Reading
from onrecord.text import outline_text

EXAMPLE = Path(__file__).parents[1] / "examples" / "strait" / "expected.jsonl"
WORDPIECES = 1000
ROUNDS = 6


class Watched(Reader):
    """The reader, which also sums its CPU seconds by part and counts what it computes."""

    @cached_property
    def seconds(self) -> defaultdict[str, float]:
        return defaultdict(float)

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter()

    def encode(self, window: Window, *, inner: bool = False) -> Encoded:
        began = time.process_time()
        encoded = super().encode(window, inner=inner)
        self.seconds["encoder"] += time.process_time() - began
        return encoded

    def ask_cues(self, encoded: Encoded, runs: Sequence[Run], *, reach: int) -> Answers:
        began = time.process_time()
        return self._count("cues", began, super().ask_cues(encoded, runs, reach=reach))

    def ask_triggers(self, encoded: Encoded, runs: Sequence[Run], *, reach: int) -> Answers:
        began = time.process_time()
        return self._count("triggers", began, super().ask_triggers(encoded, runs, reach=reach))

    def _count(self, name: str, began: float, answers: Answers) -> Answers:
        self.seconds[name] += time.process_time() - began
        self.counts[f"{name} runs"] += 1
        self.counts[f"{name} asked"] += len(answers.runs)
        self.counts[f"{name} seen"] += answers.seen.size
        return answers


def main() -> None:
    shipped = load_models().reader
    reader = Watched(**{field.name: getattr(shipped, field.name) for field in fields(shipped)})
    texts = [(text, outline_text(text)) for text in make_articles()]
    windows = [window for text, outline in texts for window in reader.cut(text, outline)]
    pieces = sum(len(window.ids) for window in windows)

    def encode() -> None:
        for window in windows:
            reader.encode(window)

    def read() -> None:
        for text, outline in texts:
            reader.read(text, outline)

    encode()
    read()  # loads the graphs, fills the vocabulary's memory
    reader.counts.clear()
    floors: list[float] = []
    wholes: list[tuple[float, dict[str, float]]] = []
    for _ in range(ROUNDS):  # in turn, since a busy machine is slower at times
        floors.append(seconds_of(encode))
        reader.seconds.clear()
        wholes.append((seconds_of(read), dict(reader.seconds)))
    floor = min(floors)
    whole, parts = min(wholes, key=lambda each: each[0])
    articles = pieces / WORDPIECES
    print(f"{len(texts)} articles, {pieces} wordpieces; CPU time, one thread, best of {ROUNDS}")
    print(f"encoder alone   {pieces / floor:8.0f} wordpieces/s")
    print(f"reader          {pieces / whole:8.0f} wordpieces/s, {whole / floor:.2f} x the encoder")
    print(f"                {articles / whole:8.1f} articles of {WORDPIECES} wordpieces/s")
    print(f"memory          {getrusage(RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB at most")
    print(f"{len(windows)} windows of {pieces / len(windows):.0f} wordpieces, of at most {WINDOW}")
    for name in ("cues", "triggers"):
        runs, asked, seen = (
            reader.counts[f"{name} {what}"] / ROUNDS for what in ("runs", "asked", "seen")
        )
        print(
            f"{name:<15} {asked:8.0f} asked in {runs:.0f} runs; they see {seen / pieces:.1f} "
            f"wordpieces for each of the text, {parts[name] / floor:.2f} x the encoder"
        )
    rest = whole - sum(parts.values())
    print(f"all else        {rest / whole:8.1%} of the time, {rest / floor:.2f} x the encoder")


def make_articles() -> Iterator[str]:
    """Yield the example's paragraphs, joined to texts of about `WORDPIECES` wordpieces."""
    joined: list[str] = []
    size = 0.0
    for reading in read_lines(EXAMPLE, Reading):
        article = reading.article
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
