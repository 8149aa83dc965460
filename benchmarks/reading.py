"""How fast pages are read, where the time goes, and how much memory a long run takes.

    python -m benchmarks.reading [FILE]

FILE is JSON Lines of articles, by default the 3,496 articles of ../shared/data/news_stories. The
peer is the same stream merely decoded and encoded again; memory is the whole process tree's
(proportional set size), which has to stay flat: it is given for a tenth of the stream and for all
of it.
"""

import gzip
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from onrecord import pipeline
from onrecord.models import load_models
from onrecord.pages import read_inputs
from onrecord.records import Page

STREAM = Path("../shared/data/news_stories/stream_articles.jsonl.gz")
STEPS = (
    "read_article", "solve_published", "outline_text", "find_timexes", "find_actors",
    "read", "find_statements", "find_acts", "find_figures",
)  # fmt: skip
SAMPLE = 200
ONRECORD = Path(sys.executable).with_name("onrecord")


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else STREAM
    if not path.exists():
        sys.exit(f"{path} is not here; name a JSON Lines file of articles")
    print_steps(path)
    print_runs(path)


def print_steps(path: Path) -> None:
    """Print the CPU time of each step over the first articles, in one process."""
    pages = [p for p in itertools.islice(read_inputs([str(path)]), SAMPLE) if isinstance(p, Page)]
    characters = sum(len(page.content) for page in pages)
    times: dict[str, float] = dict.fromkeys(STEPS, 0.0)
    for step in STEPS:
        if not hasattr(pipeline, step):
            continue  # a model's
        setattr(pipeline, step, timed(step, getattr(pipeline, step), times))
    models = load_models()
    read = timed("read", models.reader.read, times)
    # The reader is frozen, and nothing else of it is asked here.
    object.__setattr__(models.reader, "read", read)
    pipeline.read_page(pages[0], models)
    times.update(dict.fromkeys(STEPS, 0.0))
    for page in pages:
        pipeline.read_page(page, models)
    total = sum(times.values())
    print(f"{len(pages)} articles, {characters / len(pages):.0f} characters each")
    for step, seconds in sorted(times.items(), key=lambda item: -item[1]):
        print(
            f"  {step:<18} {seconds / len(pages) * 1000:6.1f} ms an article {seconds / total:6.0%}"
        )
    print(f"  {'together':<18} {len(pages) / total:6.1f} articles per CPU second")


def timed(name: str, step: Callable[..., Any], times: dict[str, float]) -> Callable[..., Any]:
    def run(*args: Any, **options: Any) -> Any:
        started = time.process_time()
        result = step(*args, **options)
        if hasattr(result, "__next__"):
            result = tuple(result)
        times[name] += time.process_time() - started
        return result

    return run


def print_runs(path: Path) -> None:
    """Print time and memory of `onrecord read` over a tenth of the stream, and all of it."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        articles = list(lines)
    with tempfile.TemporaryDirectory() as folder:
        for share in (0.1, 1.0):
            part = Path(folder) / "part.jsonl"
            part.write_text("".join(articles[: int(len(articles) * share)]))
            count = part.read_text().count("\n")
            started = time.perf_counter()
            for line in part.open():
                json.dumps(json.loads(line))
            peer = time.perf_counter() - started
            seconds, memory = run_and_watch(
                [str(ONRECORD), "read", str(part), "-o", str(Path(folder) / "out.jsonl")]
            )
            print(
                f"onrecord read, {count} articles: {seconds:.0f} s, {count / seconds:.1f} a second,"
                f" {seconds / peer:.0f} x decoding them; memory at most {memory / 1e6:.0f} MB"
            )


def run_and_watch(command: list[str]) -> tuple[float, int]:
    """Return the seconds that `command` takes, and the peak memory of its process tree in bytes."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(proportional_size, process_tree(process.pid))))
        time.sleep(0.25)
    return time.perf_counter() - started, peak


def process_tree(root: int) -> list[int]:
    found = [root]
    for pid in found:
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                found.extend(map(int, children.read_text().split()))
            except OSError:
                continue
    return found


def proportional_size(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


if __name__ == "__main__":
    main()
