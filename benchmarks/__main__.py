"""Run the benchmarks: `make bench`, or `python -m benchmarks [NAME...]`.

Machines differ and are noisy, so every figure is a ratio to a peer or a floor of the same run;
times stand beside it for orientation only.
"""

import subprocess
import sys

PARTS = {
    "startup": "benchmarks.startup",
    "pages": "benchmarks.pages",
    "reading": "benchmarks.reading",
    "reader": "benchmarks.reader",
    "ledger": "benchmarks.ledger",
    "search": "benchmarks.search",
    "desk": "benchmarks.desk",
    "deciding": "benchmarks.deciding",
}


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"\n== {name}", flush=True)
        subprocess.run([sys.executable, "-m", PARTS[name]], check=False)


if __name__ == "__main__":
    main()
