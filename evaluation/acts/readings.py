"""Our own held-out passages of acts in two readings, each made without the marks of the other."""

import random
from collections.abc import Iterator

from training.acts.marked import OWN, ActPassage, fill, read_skeleton, read_templates
from training.reader.passages import Names

from evaluation.readings import Readings
from evaluation.statements.scores import shares
from onrecord.records import ActMention, Span

HELD_OUT = OWN / "held-out.txt"
FIRST, SECOND = OWN / "first-reading.txt", OWN / "second-reading.txt"


def read_readings() -> Iterator[Readings[ActPassage]]:
    """Yield the passages that were read twice, in the order of the second reading.

    The three files are tied by their words. That of the first holds only what was changed since.
    """
    settled, first, second = (
        {read_skeleton(template.source): template for template in read_templates(path)}
        for path in (HELD_OUT, FIRST, SECOND)
    )
    names = Names(held_out=True)
    for words, template in second.items():
        kept = settled[words]
        seed = f"{kept.source} 0"  # the names that `read_acts` draws for it
        three = (
            fill(each, names, random.Random(seed))
            for each in (kept, first.get(words, kept), template)
        )
        yield Readings(*three)


def as_mentions(passage: ActPassage, beside: ActPassage) -> Iterator[ActMention]:
    """Yield the marked acts as if a reader had found them.

    A reader's trigger is one piece. Of several it is the one that is marked in `beside` too.
    """
    theirs = tuple(piece for act in beside.acts.values() for piece in act.spans["T"])
    for act in passage.acts.values():
        pieces = act.spans["T"]
        conditions = [Span(*span) for span in act.spans.get("IF", [])]
        yield ActMention(
            trigger=Span(*next((each for each in pieces if shares((each,), theirs)), pieces[0])),
            type=act.type,
            actors=tuple(Span(*span) for span in act.spans.get("A", [])),
            recipients=tuple(Span(*span) for span in act.spans.get("R", [])),
            condition=conditions[0] if conditions else None,
            modality=act.modality,
            negative=act.polarity == "negative",
            background=act.background,
            denied=act.denied,
        )
