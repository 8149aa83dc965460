"""Run every evaluation whose gold set is here: `make eval`, or `python -m evaluation [NAME...]`.

Each part prints its own scores and the published anchors beside them. Sets that may be measured
on but not shipped are looked for in ../shared/data; a part without its set says so.
"""

import subprocess
import sys

PARTS = {
    "lines": "training.lines.evaluate",
    "timexes": "evaluation.dates.timexes",
    "published": "evaluation.dates.published",
    "figures": "evaluation.figures.newsquant",
    "actors": "evaluation.actors",
    "statements": "evaluation.statements.polnear",
    "acts": "evaluation.acts.plv",
    "stories": "evaluation.stories.bench",
    "example": "evaluation.example",
}


def main() -> None:
    chosen = sys.argv[1:] or list(PARTS)
    failed = []
    for name in chosen:
        print(f"\n== {name} ({PARTS[name]})", flush=True)
        run = subprocess.run([sys.executable, "-m", PARTS[name]], check=False)
        if run.returncode:
            failed.append(name)
    if failed:
        sys.exit(f"\nnot scored: {', '.join(failed)}")


if __name__ == "__main__":
    main()
