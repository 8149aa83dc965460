"""Score copy detection on wire reports that are cut and edited here.

    python -m evaluation.stories.copies [DATA] [--show]

DATA is the folder that holds news_stories (default `../shared/data`). 300 agency reports of the
stream are each edited on four levels, seeded: trimmed to 70 % with furniture around; half of the
paragraphs kept, words cut, reordered and respelt; one word in ten dropped or changed; five
paragraphs set into another article. Negatives are pairs of different outlets that are not edited
by us: all of one development story, and all of the stream within two days that share a key. A few
of these are real copies: `--show` prints what is flagged, to be read.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random

from evaluation.stories.data import read_articles, read_gold

from onrecord.records import Copy, Reading, Span
from onrecord.stories import Sketch, sketch_reading
from onrecord.stories.copies import judge_copy

WIRES = 300
SEED = 11
_WIRE = re.compile(r"\((?:AP|Reuters|AFP)\)")
_FURNITURE = (
    "Sign up to our morning newsletter and never miss a story.",
    "Share this article with your friends.",
    "Read more: what we know so far about the events of the week.",
    "Subscribe from one crown a week. Cancel at any time.",
)
_SPELLINGS = (("ize", "ise"), ("or ", "our "), ("President", "Mr"), ("percent", "per cent"))


def trim(paragraphs: list[str], random: Random) -> list[str]:
    kept = paragraphs[: max(3, len(paragraphs) * 7 // 10)]
    return [random.choice(_FURNITURE), *kept, random.choice(_FURNITURE)]


def rework(paragraphs: list[str], random: Random) -> list[str]:
    kept = sorted(random.sample(range(len(paragraphs)), max(3, len(paragraphs) // 2)))
    made = []
    for index in kept:
        words = [word for word in paragraphs[index].split() if random.random() > 0.15]
        text = " ".join(words)
        for old, new in _SPELLINGS:
            text = text.replace(old, new)
        made.append(text)
    middle = made[1:]
    random.shuffle(middle)
    return made[:1] + middle


def change_words(paragraphs: list[str], random: Random) -> list[str]:
    every = [word for paragraph in paragraphs for word in paragraph.split()]
    made = []
    for paragraph in paragraphs:
        words = []
        for word in paragraph.split():
            draw = random.random()
            if draw < 0.05:
                continue
            words.append(random.choice(every) if draw < 0.10 else word)
        made.append(" ".join(words))
    return made


def edit(reading: Reading, paragraphs: list[str], name: str) -> Sketch:
    assert reading.article is not None
    text = "\n\n".join(paragraphs)
    article = replace(
        reading.article,
        id=f"{reading.article.id}-{name}",
        text=text,
        body=Span(0, len(text)),
        outlet="edited",
        url=None,
    )
    return sketch_reading(replace(reading, article=article))


def split(reading: Reading) -> list[str]:
    assert reading.article is not None
    body = reading.article.text[reading.article.body.start :]
    return [line.strip() for line in body.splitlines() if line.strip()]


def is_copy(copy: Copy | None, *, partial: bool) -> bool:
    kinds = (
        ("whole", "trimmed", "reworded", "partial") if partial else ("whole", "trimmed", "reworded")
    )
    return copy is not None and copy.kind in kinds


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    folder = options.data / "news_stories"
    random = Random(SEED)
    stream = list(read_articles(folder / "stream_articles.jsonl.gz"))
    wires = [r for r in stream if r.article and _WIRE.search(r.article.text[:600])]
    wires = [r for r in wires if len(split(r)) >= 8]
    wires = random.sample(wires, min(WIRES, len(wires)))
    others = random.sample([r for r in stream if r not in wires and len(split(r)) >= 8], len(wires))
    print(f"{len(wires)} wire reports")
    levels: dict[str, Callable[[list[str], Random], list[str]]] = {
        "trimmed": trim,
        "reworked": rework,
        "words changed": change_words,
    }
    for name, make in levels.items():
        print_level(name, [(w, edit(w, make(split(w), random), name)) for w in wires])
    mixed = []
    for wire, other in zip(wires, others, strict=True):
        own, theirs = split(other), split(wire)
        start = random.randrange(max(1, len(theirs) - 5))
        at = random.randrange(1, len(own))
        mixed.append((wire, edit(other, own[:at] + theirs[start : start + 5] + own[at:], "mixed")))
    print_level("five paragraphs", mixed)
    print_negatives(folder, stream, show=options.show)


def print_level(name: str, pairs: list[tuple[Reading, Sketch]]) -> None:
    copies = [judge_copy(sketch_reading(wire), edited) for wire, edited in pairs]
    kinds = Counter(copy.kind if copy else "none" for copy in copies)
    whole = sum(is_copy(copy, partial=False) for copy in copies) / len(copies)
    any_ = sum(is_copy(copy, partial=True) for copy in copies) / len(copies)
    print(f"{name:16} copy {whole:.3f}, copy or partial {any_:.3f}   {dict(kinds)}")


def print_negatives(folder: Path, stream: list[Reading], *, show: bool) -> None:
    dev = {r.origin: sketch_reading(r) for r in read_articles(folder / "dev_articles.jsonl.gz")}
    gold = read_gold(folder / "dev_stories.jsonl")
    story = [
        (dev[a], dev[b])
        for a, b in combinations(sorted(gold), 2)
        if gold[a] == gold[b] and dev[a].outlet != dev[b].outlet
    ]
    near = list_near([sketch_reading(r) for r in stream])
    for name, pairs in (("one story", story), ("two days, one key", near)):
        copies = [(a, b, judge_copy(a, b)) for a, b in pairs]
        whole = [each for each in copies if is_copy(each[2], partial=False)]
        part = [each for each in copies if is_copy(each[2], partial=True)]
        print(
            f"{name}: of {len(pairs)} natural pairs {len(whole)} are flagged as copies"
            f" ({len(whole) / len(pairs):.2%}), {len(part)} as copies or partial"
            f" ({len(part) / len(pairs):.2%})"
        )
        if show:
            for a, b, copy in part:
                print(
                    f"    {copy.kind if copy else ''} {copy.containment if copy else ''}"
                    f" {a.outlet}: {a.headline[:60]} | {b.outlet}: {b.headline[:60]}"
                )


def list_near(sketches: list[Sketch]) -> list[tuple[Sketch, Sketch]]:
    index: dict[str, list[Sketch]] = defaultdict(list)
    pairs = []
    for sketch in sketches:
        near = {other.article: other for key in sketch.keys for other in index[key]}
        for other in near.values():
            if sketch.earliest is None or other.earliest is None:
                continue
            gap = abs((sketch.earliest - other.earliest).days)
            if gap <= 2 and sketch.outlet != other.outlet:
                pairs.append((other, sketch))
        for key in sketch.keys:
            index[key].append(sketch)
    return pairs


if __name__ == "__main__":
    main()
