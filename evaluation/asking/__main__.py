"""Ask the questions over the example pages, and score the answers.

    python -m evaluation.asking [--half first|second] [--errors] [LEDGER]

LEDGER is a folder with the example's ledger; without it, one is made (it takes half a minute).
The rules were written with the answers of the first half in sight, and none for the second.
"""

import argparse
import tempfile
from functools import partial
from pathlib import Path

from evaluation.asking.scoring import HALVES, answer_half, count, judge
from onrecord.engine import read_all
from onrecord.ledger import Ledger

PAGES = Path("examples/strait/pages")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", nargs="?", type=Path)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", action="store_true")
    chosen = parser.parse_args()
    halves = [chosen.half] if chosen.half else HALVES
    if chosen.ledger is not None:
        report(chosen.ledger, halves, errors=chosen.errors)
        return
    with tempfile.TemporaryDirectory() as name:
        with Ledger(Path(name) / "ledger", create=True) as ledger:
            ledger.add([str(PAGES)], read=partial(read_all, jobs=0))
        report(Path(name) / "ledger", halves, errors=chosen.errors)


def report(folder: Path, halves: list[str], *, errors: bool) -> None:
    for half in halves:
        answers = answer_half(folder, half)
        for expected, answer in answers if errors else ():
            found = judge(expected, answer)
            if found not in ("right", "refused"):
                print(f"{found:<9} {expected.ask}  {answer.short} | {answer.line}")
        score = count(answers)
        asked = score.right + score.wrong + score.silent
        print(
            f"{half} half: of {asked} questions {score.right} right, {score.wrong} wrong,"
            f" {score.silent} not answered; of {score.unanswerable} that the pages do not answer"
            f" {score.refused} not answered"
        )


if __name__ == "__main__":
    main()
