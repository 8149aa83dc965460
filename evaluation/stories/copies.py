"""Score copy detection on wire reports that are cut and edited here.

    python -m evaluation.stories.copies [DATA] [--show]

DATA is the folder that holds news_stories (default `../shared/data`). 300 agency reports of the
stream are each edited on four levels, seeded: trimmed to 70 % with furniture around; half of the
paragraphs kept, words cut, reordered and respelt; one word in ten dropped or changed; five
paragraphs set into another article, of which it is also scored whether these five are named.
Negatives are pairs of different outlets that are not edited by us: all of one development story,
and all of the stream within two days that share a key. A few of these are real copies:
`natural_copies.jsonl` says what a person found who read the pairs that are flagged; a flagged pair
that it lacks counts as false, and `--show` prints it. The reports are parted into two halves, of
which the second is kept for the end.
"""

import argparse
import json
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
from onrecord.stories.passages import LEAST_WORDS, find_passages
from onrecord.stories.voices import part_voices
from onrecord.text import outline_text

NATURAL = Path(__file__).with_name("natural_copies.jsonl")
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
    return sketch_reading(edit_reading(reading, paragraphs, name))


def edit_reading(reading: Reading, paragraphs: list[str], name: str) -> Reading:
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
    return replace(reading, article=article)


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
    print(f"{len(wires)} wire reports; development half, then the half kept for the end")
    levels: dict[str, Callable[[list[str], Random], list[str]]] = {
        "trimmed": trim,
        "reworked": rework,
        "words changed": change_words,
    }
    for name, make in levels.items():
        print_level(name, [(w, edit(w, make(split(w), random), name)) for w in wires])
    mixed: list[tuple[Reading, Sketch]] = []
    named: list[tuple[Reading, Reading, list[str]]] = []
    for wire, other in zip(wires, others, strict=True):
        own, theirs = split(other), split(wire)
        start = random.randrange(max(1, len(theirs) - 5))
        at = random.randrange(1, len(own))
        taken = theirs[start : start + 5]
        mixed.append((wire, edit(other, own[:at] + taken + own[at:], "mixed")))
        named.append((wire, edit_reading(other, own[:at] + taken + own[at:], "mixed"), taken))
    print_level("five paragraphs", mixed)
    print_passages(named)
    print_negatives(folder, stream, show=options.show)


def print_level(name: str, pairs: list[tuple[Reading, Sketch]]) -> None:
    for half in (pairs[::2], pairs[1::2]):
        copies = [judge_copy(sketch_reading(wire), edited) for wire, edited in half]
        kinds = Counter(copy.kind if copy else "none" for copy in copies)
        whole = sum(is_copy(copy, partial=False) for copy in copies) / len(copies)
        any_ = sum(is_copy(copy, partial=True) for copy in copies) / len(copies)
        print(f"{name:16} copy {whole:.3f}, copy or partial {any_:.3f}   {dict(kinds)}")


def print_passages(pairs: list[tuple[Reading, Reading, list[str]]]) -> None:
    """Print how many of the paragraphs that were taken are named, and how many others."""
    for half in (pairs[::2], pairs[1::2]):
        wanted = found = right = 0
        for wire, mixed, taken in half:
            if mixed.article is None or wire.article is None:
                continue
            text = mixed.article.text
            named = [text[p.a.start : p.a.end] for p in find_passages(mixed.article, wire.article)]
            judged = [words for words in taken if count_own_words(words) >= LEAST_WORDS]
            wanted += len(judged)
            found += len(named)
            right += sum(words in taken for words in named)
        print(
            f"    paragraphs named: recall {right / max(1, wanted):.3f},"
            f" precision {right / max(1, found):.3f} of {wanted} with own words enough"
        )


def count_own_words(paragraph: str) -> int:
    voices = part_voices(paragraph, outline_text(paragraph))
    return sum(map(len, voices.narrative))


def read_natural() -> dict[tuple[str, str], str]:
    """Return what was found of natural pairs: "copy", "partial" or "none"."""
    rows = map(json.loads, NATURAL.read_text(encoding="utf-8").splitlines())
    return {(row["a"], row["b"]): row["kind"] for row in rows}


def print_negatives(folder: Path, stream: list[Reading], *, show: bool) -> None:
    dev = {r.origin: sketch_reading(r) for r in read_articles(folder / "dev_articles.jsonl.gz")}
    gold = read_gold(folder / "dev_stories.jsonl")
    known = read_natural()
    story = [
        (dev[a], dev[b])
        for a, b in combinations(sorted(gold), 2)
        if gold[a] == gold[b] and dev[a].outlet != dev[b].outlet
    ]
    near = list_near([sketch_reading(r) for r in stream])
    for name, pairs in (("one story", story), ("two days, one key", near)):
        flagged = [
            (a, b, copy) for a, b in pairs if is_copy(copy := judge_copy(a, b), partial=True)
        ]
        whole = [each for each in flagged if is_copy(each[2], partial=False)]
        false = [each for each in flagged if find_kind(*each[:2], known) == "none"]
        false_whole = [each for each in whole if find_kind(*each[:2], known) != "copy"]
        print(
            f"{name}: of {len(pairs)} natural pairs {len(whole)} are flagged as copies,"
            f" {len(false_whole)} falsely ({len(false_whole) / len(pairs):.2%});"
            f" {len(flagged)} as copies or partial, {len(false)} falsely"
            f" ({len(false) / len(pairs):.2%})"
        )
        if show:
            for a, b, copy in flagged:
                print(
                    f"    {find_kind(a, b, known)}: {copy.kind if copy else ''}"
                    f" {copy.containment if copy else ''}"
                    f" {a.outlet}: {a.headline[:60]} | {b.outlet}: {b.headline[:60]}"
                )


def find_kind(a: Sketch, b: Sketch, known: dict[tuple[str, str], str]) -> str:
    first, second = sorted((a.article, b.article))
    return known.get((first, second), "none")


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
