"""Our own held-out passages of statements in two readings, neither with the other's labels.

Source, cue and content are marked alike in both: only what a statement does was read twice.
"""

from collections.abc import Iterator

from training.reader.passages import OWN, Passage, read_passages

from evaluation.readings import Readings

HELD_OUT = OWN / "held-out.txt"
FIRST, SECOND = OWN / "first-reading.txt", OWN / "second-reading.txt"


def read_readings() -> Iterator[Readings[Passage]]:
    """Yield the passages that were read twice.

    They are tied by their ids. The file of the first reading holds only what was changed since.
    """
    settled, first, second = (
        {passage.id: passage for passage in read_passages(path, fills=1, held_out=True)}
        for path in (HELD_OUT, FIRST, SECOND)
    )
    for name, passage in second.items():
        yield Readings(settled[name], first.get(name, settled[name]), passage)
