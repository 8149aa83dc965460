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
from typing import NamedTuple

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
        verdict["name"] = any(name in (actor.name, actor.body) for name in expected.name.split("|"))
    return verdict


class Score(NamedTuple):
    """How many mentions of a split are right in each field, and of how many; the wrong ones."""

    right: Counter[str]
    asked: Counter[str]
    wrong: list[tuple[Expected, Actor | None, dict[str, bool]]]

    def rate(self, field: str) -> float:
        """Return the share of right ones, 0 to 1."""
        return self.right[field] / self.asked[field]


def score_split(split: str) -> Score:
    """Return the score of the mentions of `split`."""
    score = Score(Counter(), Counter(), [])
    for expected in read_mentions():
        if expected.split != split:
            continue
        actor = find_mentioned(expected)
        verdict = judge(expected, actor)
        score.asked.update(verdict.keys())
        score.right.update(field for field, good in verdict.items() if good)
        if not all(verdict.values()):
            score.wrong.append((expected, actor, verdict))
    return score


def main(arguments: list[str]) -> None:
    for split in SPLITS:
        score = score_split(split)
        if "--errors" in arguments and split == "development":
            for mistake in score.wrong:
                print("\n".join(_explain(*mistake)))
        rates = (f"{field} {score.right[field]} of {score.asked[field]}" for field in score.asked)
        print(f"{split:12} " + ", ".join(rates))


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
