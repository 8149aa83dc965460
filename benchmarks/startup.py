"""How long a command takes to start: `onrecord --help` and `import onrecord`.

    python -m benchmarks.startup

The floor is an interpreter that does nothing, in turn with the others. The aims are 250 ms for
the help and 300 ms for the import on a laptop.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 15
ONRECORD = Path(sys.executable).with_name("onrecord")
COMMANDS = {
    "python, nothing": [sys.executable, "-c", "pass"],
    "import onrecord": [sys.executable, "-c", "import onrecord"],
    "import onrecord.records": [sys.executable, "-c", "import onrecord.records"],
    "onrecord --help": [str(ONRECORD), "--help"],
    "onrecord doctor": [str(ONRECORD), "doctor", "--ledger", "none"],
}


def main() -> None:
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            started = time.perf_counter()
            subprocess.run(command, check=False, capture_output=True)
            times[name].append(time.perf_counter() - started)
    floor = statistics.median(times["python, nothing"])
    for name, seconds in times.items():
        median = statistics.median(seconds)
        print(f"{name:<26} {median * 1000:6.0f} ms  {median / floor:5.1f} x the interpreter alone")


if __name__ == "__main__":
    main()
