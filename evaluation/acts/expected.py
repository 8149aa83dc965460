"""Actors and acts found on the example pages, against the reading made by hand.

    python -m evaluation.acts.expected [--errors] [--rules] [examples/strait/expected.jsonl]

Acts are read with the expected actors, statements and dates, so that only this step is measured.
An act is found where a trigger overlaps an expected one.
"""

import sys
from collections import Counter
from pathlib import Path

import msgspec

from onrecord.actors import find_actors
from onrecord.acts import find_acts
from onrecord.models import Reader, load_models
from onrecord.records import Act, Actor, Article, Reading, Span
from onrecord.spans import overlaps
from onrecord.text import outline_text


def main(arguments: list[str]) -> None:
    errors = "--errors" in arguments
    reader = None if "--rules" in arguments else load_models().reader
    paths = [argument for argument in arguments if not argument.startswith("--")]
    path = Path(paths[0] if paths else "examples/strait/expected.jsonl")
    counts: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        reading = msgspec.json.decode(line, type=Reading)
        if reading.article is not None:
            count_actors(reading, reading.article, counts, errors=errors)
            count_acts(reading, reading.article, counts, reader, errors=errors)
    for name in ("actor", "act"):
        right, found, gold = (counts[f"{name} {kind}"] for kind in ("right", "found", "gold"))
        precision, recall = right / max(found, 1), right / max(gold, 1)
        print(f"{name}s: precision {precision:.3f}, recall {recall:.3f} of {gold}")
    for part in ("kind", "sector"):
        print(f"actor {part}: {counts['actor ' + part] / max(counts['actor right'], 1):.3f}")
    for part in ("type", "actors", "recipients", "modality", "polarity", "background"):
        print(f"act {part}: {counts['act ' + part] / max(counts['act right'], 1):.3f}")


def count_actors(reading: Reading, article: Article, counts: Counter[str], *, errors: bool) -> None:
    """Count actors: right where a mention overlaps one of an expected actor."""
    found = list(find_actors(article, outline_text(article.text)))
    counts["actor gold"] += len(reading.actors)
    counts["actor found"] += len(found)
    for actor in reading.actors:
        match = next((other for other in found if _share(actor, other)), None)
        if match is None:
            if errors:
                print("  no actor", actor.name, actor.kind)
            continue
        counts["actor right"] += 1
        counts["actor kind"] += match.kind == actor.kind
        counts["actor sector"] += match.sector == actor.sector
        if errors and (match.kind, match.sector) != (actor.kind, actor.sector):
            print("  actor", actor.name, actor.kind, actor.sector, "read", match.kind, match.sector)
    if errors:
        for actor in found:
            if not any(_share(actor, other) for other in reading.actors):
                print("  more actor", actor.name, actor.kind, actor.sector)


def count_acts(
    reading: Reading,
    article: Article,
    counts: Counter[str],
    reader: Reader | None,
    *,
    errors: bool,
) -> None:
    """Count acts, and how many of those found have each field right."""
    outline = outline_text(article.text)
    read = None if reader is None else reader.read(article.text, outline)
    found = list(
        find_acts(
            article,
            outline,
            actors=reading.actors,
            statements=reading.statements,
            timexes=reading.timexes,
            mentions=None if read is None else read.acts,
            pronouns=None if read is None else read.pronouns,
        )
    )
    counts["act gold"] += len(reading.acts)
    counts["act found"] += len(found)
    for act in reading.acts:
        match = next((other for other in found if overlaps(act.trigger, other.trigger)), None)
        if match is None:
            if errors:
                print("  no act", act.type, repr(_around(article, act.trigger)))
            continue
        counts["act right"] += 1
        for part, same in _compare(act, match).items():
            counts[f"act {part}"] += same
            if errors and not same:
                print("  act", part, getattr(act, part), "read", getattr(match, part),
                      repr(_around(article, act.trigger)))  # fmt: skip
    if errors:
        for act in found:
            if not any(overlaps(act.trigger, other.trigger) for other in reading.acts):
                print("  more act", act.type, act.modality, repr(_around(article, act.trigger)))


def _compare(gold: Act, read: Act) -> dict[str, bool]:
    return {
        "type": gold.type == read.type,
        "actors": set(gold.actors) == set(read.actors),
        "recipients": set(gold.recipients) == set(read.recipients),
        "modality": gold.modality == read.modality,
        "polarity": gold.polarity == read.polarity,
        "background": gold.background == read.background,
    }


def _share(a: Actor, b: Actor) -> bool:
    return any(overlaps(x, y) for x in a.mentions for y in b.mentions)


def _around(article: Article, span: Span) -> str:
    before = article.text[max(0, span.start - 40) : span.start]
    words = article.text[span.start : span.end]
    return f"{before}[{words}]{article.text[span.end : span.end + 40]}"


if __name__ == "__main__":
    main(sys.argv[1:])
