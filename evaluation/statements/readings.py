"""Our own held-out passages of statements in two readings, neither with the other's labels.

In 170 of them source, cue and content are marked alike in both: only what a statement does was read
twice. 190, all that have a relay or a statement inside another among them, were marked twice.
"""

from collections.abc import Iterator

from training.reader.passages import OWN, Passage, read_passages

from evaluation.readings import Readings

HELD_OUT = OWN / "held-out.txt"
MARKED_AGAIN = OWN / "second-marks.txt"
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


def read_marks() -> Iterator[tuple[Passage, Passage]]:
    """Yield the passages that were marked twice: as settled, and as the second reader marked them.

    The second had the text alone.
    """
    settled = {each.id: each for each in read_passages(HELD_OUT, fills=1, held_out=True)}
    for passage in read_passages(MARKED_AGAIN, fills=1, held_out=True):
        yield settled[passage.id], passage
