"""Score actor mentions of our own, state and sector: python -m evaluation.actors.own [--errors]

Each line of `mentions.jsonl` is a text with one mention in square brackets; README.md says what
its fields mean. A mention is right where the actor found on it has the expected state and sector,
and a place where nobody is found. Kinds and names are scored beside them. `--errors` shows the
development split only: the end split is there to be scored and not read.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.actors import find_actors
from onrecord.records import Actor, Article, Span
from onrecord.text import outline_text

DATA = Path(__file__).with_name("mentions.jsonl")
SPLITS = ("development", "end")


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """A marked text; `|` parts values of which any is right, and `None` means there is none."""

    split: str
    story: str
    text: str
    kind: str
    state: str | None = None
    sector: str | None = None
    name: str | None = None


def read_mentions(path: Path = DATA) -> list[Expected]:
    """Return the mentions of both splits, in the order of the file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [msgspec.json.decode(line, type=Expected) for line in lines]


def find_mentioned(expected: Expected) -> Actor | None:
    """Return the actor whose mention shares most characters with the marked one."""
    before, mention, after = _parts(expected.text)
    text = before + mention + after
    marked = Span(len(before), len(before) + len(mention))
    article = Article(id="x", text=text, body=Span(0, len(text)))
    shared = [
        (_shared(span, marked), actor)
        for actor in find_actors(article, outline_text(text))
        for span in actor.mentions
    ]
    size, actor = max(shared, key=lambda pair: pair[0], default=(0, None))
    return actor if size > 0 else None


def judge(expected: Expected, actor: Actor | None) -> dict[str, bool]:
    """Return which of the fields of `expected` are right; a place has only `state and sector`."""
    if expected.kind == "place":
        return {"state and sector": actor is None}
    if actor is None:
        fields = ("found", "state and sector", "state", "sector", "kind")
        return dict.fromkeys((*fields, "name") if expected.name else fields, False)
    state = _fits(actor.state, expected.state)
    sector = _fits(actor.sector, expected.sector)
    verdict = {
        "found": True,
        "state and sector": state and sector,
        "state": state,
        "sector": sector,
        "kind": _fits(actor.kind, expected.kind),
    }
    if expected.name is not None:
        verdict["name"] = any(
            name in (actor.name, actor.body) for name in expected.name.split("|")
        )
    return verdict


def main(arguments: list[str]) -> None:
    mentions = read_mentions()
    for split in SPLITS:
        right: Counter[str] = Counter()
        asked: Counter[str] = Counter()
        for expected in mentions:
            if expected.split != split:
                continue
            actor = find_mentioned(expected)
            verdict = judge(expected, actor)
            asked.update(verdict.keys())
            right.update(field for field, good in verdict.items() if good)
            if "--errors" in arguments and split == "development" and not all(verdict.values()):
                print("\n".join(_explain(expected, actor, verdict)))
        print(
            f"{split:12} "
            + ", ".join(f"{field} {right[field]} of {asked[field]}" for field in asked)
        )


def _explain(expected: Expected, actor: Actor | None, verdict: dict[str, bool]) -> Iterator[str]:
    wrong = ", ".join(field for field, good in verdict.items() if not good)
    yield f"{expected.text}\n   wrong: {wrong}"
    yield f"   wanted {expected.kind} {expected.state} {expected.sector} {expected.name}"
    if actor is not None:
        yield f"   found  {actor.kind} {actor.state} {actor.sector} {actor.name} / {actor.body}"


def _parts(text: str) -> tuple[str, str, str]:
    before, _, rest = text.partition("[")
    mention, _, after = rest.partition("]")
    return before, mention, after


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def _fits(value: str | None, expected: str | None) -> bool:
    return value in expected.split("|") if expected is not None else value is None


if __name__ == "__main__":
    main(sys.argv[1:])
