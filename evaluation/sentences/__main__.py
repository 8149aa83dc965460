"""Read each short sentence by itself: python -m evaluation.sentences [--split end] [--show]

A line is right where the rows are what it expects, an item where all its lines are. Of the end
half nothing but scores is shown.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence

import onrecord
from evaluation.sentences.items import FILES, HERE, Done, read_items
from evaluation.sentences.judging import judge

DAY = "2031-03-10"  # of publication, a Monday


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("development", "end"), default="development")
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    options = parser.parse_args(arguments)
    if options.show and options.split == "end":
        sys.exit("the end half stays unread: only its scores are shown; leave out --show")
    reader = onrecord.load()
    total = Counter[str]()
    for name in FILES:
        counts = Counter[str]()
        for item in read_items(HERE / f"{name}.txt"):
            if item.half != options.split:
                continue
            page = reader.read(item.text, kind="exact", published=DAY)
            wrong = {line: reason for line in item.expected if (reason := judge(line, page))}
            counts["items"] += 1
            counts["right"] += not wrong
            for line in item.expected:
                kind = "never" if line.never else "act" if isinstance(line, Done) else "statement"
                counts[kind] += 1
                counts[f"{kind} right"] += line not in wrong
            if options.show and wrong:
                print(f"\n{item.id} {item.question}\n{item.text}")
                for line, reason in wrong.items():
                    print(f"    {line.line}    !! {reason}")
        total += counts
        report(name, counts)
    report("all", total)


def report(name: str, counts: Counter[str]) -> None:
    """Print how many items are right in all their lines, and how many lines of each kind."""
    lines = ", ".join(
        f"{title} {counts[f'{kind} right'] / counts[kind]:.1%} of {counts[kind]}"
        for kind, title in (
            ("statement", "statements"), ("act", "acts"), ("never", "what must not be read")
        )
        if counts[kind]
    )  # fmt: skip
    print(f"{name:10} {counts['right'] / counts['items']:6.1%} of {counts['items']} items; {lines}")


if __name__ == "__main__":
    main()
