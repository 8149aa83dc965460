"""Read our own passages of pronouns, and check their form: python -m training.pronouns.marked

A passage is a line with three marks and what the pronoun means, passages are parted by an empty
line:

    [A Ida Berg] taught [B Helga Voss], and [P she] painted the founder's portrait. @ B

`A` and `B` are mentions of two people, `P` is the pronoun; `@ A`, `@ B`, or `@ N` for neither.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evaluation.statements.gap import Snippet

from onrecord.records import Span

OWN = Path(__file__).with_name("own")
PRONOUNS = frozenset("he him his she her hers".split())

_MARK = re.compile(r"\[(?P<label>[ABP]) (?P<words>[^\[\]]+)\]")
_ANSWER = re.compile(r"\s*@ (?P<answer>[ABN])$")


class FormError(ValueError):
    """A passage that has not the form, with its file and number."""


def read_own() -> Iterator[Snippet]:
    """Yield our own passages in the order of their files; raise `FormError` at a fault."""
    for path in sorted(OWN.glob("*.txt")):
        blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip())
        for number, block in enumerate(blocks, 1):
            yield _read(f"{path.stem}-{number:04}", " ".join(block.split()))


def _read(name: str, line: str) -> Snippet:
    answer = _ANSWER.search(line)
    if answer is None:
        raise FormError(f"{name}: the line ends in no '@ A', '@ B' or '@ N'")
    marked = line[: answer.start()]
    text, at = "", 0
    spans: dict[str, Span] = {}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        if mark["label"] in spans:
            raise FormError(f"{name}: two marks {mark['label']}")
        spans[mark["label"]] = Span(len(text), len(text) + len(mark["words"]))
        text, at = text + mark["words"], mark.end()
    text += marked[at:]
    if set(spans) != {"A", "B", "P"} or {"[", "]", "@"} & set(text):
        raise FormError(f"{name}: not one mark A, one B and one P")
    if text[slice(*spans["P"])].lower() not in PRONOUNS:
        raise FormError(f"{name}: {text[slice(*spans['P'])]!r} is no pronoun of one person")
    return Snippet(
        id=name,
        text=text,
        pronoun=spans["P"],
        names=(spans["A"], spans["B"]),
        gold=(answer["answer"] == "A", answer["answer"] == "B"),
    )


def main() -> None:
    """Print how many passages there are, and what their pronouns mean."""
    try:
        passages = list(read_own())
    except FormError as error:
        sys.exit(str(error))
    answers = Counter("A" if a else "B" if b else "N" for a, b in (each.gold for each in passages))
    words = Counter(each.text[slice(*each.pronoun)].lower() for each in passages)
    print(f"{len(passages)} passages, {dict(answers)}, {dict(words)}")
    for text, count in Counter(each.text for each in passages).items():
        if count > 1:
            print(f"{count} times: {text[:60]}")


if __name__ == "__main__":
    main()
