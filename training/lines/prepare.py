"""Read the labelled lines and put their labels on one footing.

python -m training.lines.prepare        # prints what the set holds
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.models.line_measures import Floats, measure_lines
from onrecord.models.words import list_terms

DATA = Path(__file__).parents[3] / "shared/data/line_boilerplate"
READ = Path(__file__).with_name("read.jsonl")
"""Which lines are body, by our own reading: `[start, end)` of a page's lines, none of its words."""
SETS = ("newspaper4k-aed", "scrapinghub-aeb", "wcxb", "dragnet-2012")
NEWS = ("newspaper4k-aed", "scrapinghub-aeb")


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPage:
    """The lines of one page; `labels` are 1 body, 0 furniture, -1 undecided.

    `given` are the labels that the set comes with, where `labels` are by our own reading. `markup`
    holds the measures of HTML blocks where the lines are such.
    """

    dataset: str
    id: str
    domain: str
    how: str
    lines: list[str]
    labels: NDArray[np.int8]
    measures: Floats = field(repr=False)
    terms: list[set[str]] = field(repr=False)
    given: NDArray[np.int8] | None = field(default=None, repr=False)
    markup: Floats | None = field(default=None, repr=False)

    @property
    def words(self) -> NDArray[np.int64]:
        """The number of words of each line."""
        return np.array([len(line.split()) for line in self.lines])


def read_pages(sets: tuple[str, ...] = SETS) -> Iterator[LabelledPage]:
    """Yield the pages of the named sets, in file order, with our own labels where we have read it.

    The others come from the gold body of the set.
    """
    read = read_labels()
    for name in sets:
        with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            for row in map(json.loads, file):
                lines = [line for line, _, _ in row["lines"]]
                given = np.array([label for _, label, _ in row["lines"]], dtype=np.int8)
                labels = read.get((row["id"], row["how"]), given)
                if len(labels) != len(given):
                    raise ValueError(f"{name} {row['id']}: not the lines that were read")
                yield LabelledPage(
                    dataset=name,
                    id=row["id"],
                    domain=row["domain"],
                    how=row["how"],
                    lines=lines,
                    labels=labels,
                    given=given,
                    measures=measure_lines(lines),
                    terms=[list_terms(line) for line in lines],
                )


def read_labels() -> dict[tuple[str, str], NDArray[np.int8]]:
    """Return our own labels of lines by page and rendering."""
    found = {}
    for row in map(json.loads, READ.read_text(encoding="utf-8").splitlines()):
        labels = np.zeros(row["lines"], dtype=np.int8)
        for label, name in ((1, "body"), (-1, "undecided")):
            for start, end in row[name]:
                labels[start:end] = label
        found[row["id"], row["how"]] = labels
    return found


def training_labels(page: LabelledPage) -> NDArray[np.int8]:
    """Return the labels to learn from.

    dragnet's gold counts the headline and the date line as body, the other sets do not: such
    lines above the first prose of the body are left undecided. Evaluation never uses this.
    """
    if page.dataset != "dragnet-2012":
        return page.labels
    labels = page.labels.copy()
    prose = np.flatnonzero((labels == 1) & (page.measures[:, 1] > np.log2(13)))
    start = int(prose[0]) if len(prose) else len(labels)
    labels[:start][labels[:start] == 1] = -1
    return labels


def main() -> None:
    """Print pages, sites, lines and body share of each set."""
    for name in SETS:
        pages = list(read_pages((name,)))
        labels = Counter(label for page in pages for label in page.labels.tolist())
        sites = len({page.domain for page in pages})
        total = labels[0] + labels[1]
        print(f"{name:18s} {len(pages):5d} renderings {sites:4d} sites {total:7d} lines "
              f"{labels[1] / total:.1%} body, {labels[-1]} undecided")  # fmt: skip
        read = [page for page in pages if page.given is not None and page.given is not page.labels]
        if read:
            print(f"{'':18s} read by us: {len(read)}; {compare_labels(read)}")


def compare_labels(pages: Sequence[LabelledPage]) -> str:
    """Return how many of the body lines as we read them are body as given, and the reverse.

    Of each page the rendering of every visible line counts, which is the one that was read.
    """
    whole = [page for page in pages if page.how == "html_text"]
    own = np.concatenate([page.labels for page in whole])
    given = np.concatenate([page.given for page in whole if page.given is not None])
    decided = (own >= 0) & (given >= 0)
    both = int(((own == 1) & (given == 1) & decided).sum())
    read, as_given = (int(((labels == 1) & decided).sum()) for labels in (own, given))
    return f"given {both / read:.1%} of its body, {both / as_given:.1%} of the given is body"


if __name__ == "__main__":
    main()
