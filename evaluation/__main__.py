"""Run every evaluation whose gold set is here: `make eval`, or `python -m evaluation [NAME...]`.

Each part prints its own scores and the published anchors beside them. Sets that may be measured
on but not shipped are looked for in ../shared/data; a part without its set says so.
"""

import subprocess
import sys

PARTS = {
    "timexes": ("evaluation.dates.timexes",),
    "published": ("evaluation.dates.pages",),
    "published, by others": ("evaluation.dates.neighbours",),
    "days of rows": ("evaluation.dates.rows",),
    "days of rows, end half": ("evaluation.dates.rows", "--split", "end"),
    "figures": ("evaluation.figures.newsquant",),
    "figures, own set": ("evaluation.figures.own",),
    "figures, pairs": ("evaluation.figures.pairs",),
    "figures, stories": ("evaluation.figures.stories",),
    "actors": ("evaluation.actors",),
    "actors, own mentions": ("evaluation.actors.own",),
    "statements": ("evaluation.statements.polnear",),
    "statements, what they do": ("evaluation.statements.polnear_acts",),
    "statements, own passages": ("evaluation.statements.own",),
    "statements, open text": ("evaluation.statements.open_text",),
    "statements, example": ("evaluation.statements.expected",),
    "speakers": ("evaluation.statements.gum",),
    "pronouns": ("evaluation.statements.gap",),
    "acts": ("evaluation.acts.plv",),
    "acts, own passages": ("evaluation.acts.own",),
    "acts, open text": ("evaluation.acts.open_text",),
    "acts, example": ("evaluation.acts.expected",),
    "stories": ("training.stories.held_out", "../shared/data"),
    "copies": ("evaluation.stories.copies",),
    "independent tellings": ("evaluation.stories.groups",),
    "same statements": ("evaluation.stories.statements",),
    "same events": ("evaluation.stories.events",),
    "same events, ECB+": ("evaluation.stories.event_coreference",),
    "comparisons, example": ("evaluation.stories.example",),
    "comparisons, written stories": ("evaluation.stories.written",),
    "questions, example": ("evaluation.asking",),
    "sentences": ("evaluation.sentences",),
    "sentences, end half": ("evaluation.sentences", "--split", "end"),
}


def main() -> None:
    chosen = sys.argv[1:] or list(PARTS)
    if unknown := [name for name in chosen if name not in PARTS]:
        sys.exit(f"no part {', '.join(unknown)}; there are: {'; '.join(PARTS)}")
    failed = []
    for name in chosen:
        print(f"\n== {name}: python -m {' '.join(PARTS[name])}", flush=True)
        run = subprocess.run([sys.executable, "-m", *PARTS[name]], check=False)
        if run.returncode:
            failed.append(name)
    if failed:
        sys.exit(f"\nnot scored: {', '.join(failed)}")


if __name__ == "__main__":
    main()
