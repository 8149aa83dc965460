"""Fit the weights that tell whether two acts are one event.

    python -m training.stories.fit_events DATA

DATA is the folder that holds news_stories and ecbplus. Fits on the development half of the
labelled pairs of `evaluation/stories/events.jsonl`, on `event_pairs.jsonl`, and, counting little,
on ECB+'s topics for training (1 to 35 without those kept for development), where acts read in two
linked articles are one event if their mentions are of one chain. Prints the constants of
`src/onrecord/compare/event_likeness.py`; beside them average precision in eight-fold
cross-validation over stories, with each feature left out as well, and precision and recall at some
bars. The pairs of `event_pairs.jsonl` were drawn by layers of likeness, the likeliest most: there
each counts for as many as it stands for.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from evaluation.lines import read_lines
from evaluation.stories.ecb import DEVELOPMENT, Document, read_topics
from evaluation.stories.events import find_act, read_pairs
from evaluation.stories.labelled import Passage
from evaluation.stories.readings import read_stories
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

from onrecord.compare.casts import share_casts
from onrecord.compare.event_likeness import FEATURES, may_be_one, measure_events
from onrecord.compare.same_event import Deeds
from onrecord.compare.tellings import Told, tell_reading
from onrecord.compare.traits import Traits, read_traits
from onrecord.models import load_models
from onrecord.pipeline import read_page
from onrecord.records import Act, Reading
from onrecord.spans import overlaps
from onrecord.stories import link_pair, sketch_reading

DRAWN = Path(__file__).with_name("event_pairs.jsonl")
TRAINING = tuple(
    topic
    for topic in map(str, range(1, 36))
    if topic not in {*DEVELOPMENT, "15", "17"}  # which the set does not have
)
FOLDS = 8
ECB_SHARE = 0.05  # what a pair of ECB+ counts, whose topics are hardly political
NONE = [float("nan")] * len(FEATURES)  # of a pair that is never weighed
BARS = (0.4, 0.45, 0.5, 0.6, 0.7)


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """The words of two acts, whether they are of one event, and how many pairs they stand for."""

    same: bool
    stands_for: float
    a: Passage
    b: Passage


class Sample(NamedTuple):
    """The features of pairs, a row each; their labels, and what each counts and is told by."""

    rows: np.ndarray
    labels: np.ndarray
    counts: np.ndarray
    groups: np.ndarray


def read_drawn() -> Iterator[Pair]:
    return read_lines(DRAWN, Pair)


class Article:
    """An article's acts as they are compared, by the words in which they are told."""

    def __init__(self, reading: Reading) -> None:
        told = tell_reading(reading)
        assert told is not None
        self.told: Told = told
        self.traits: Traits = read_traits(told)
        self.acts: Sequence[Act] = reading.acts

    def find(self, passage: Passage) -> int | None:
        """Return the place of the act in `passage`."""
        tellings = [self.told.tell(act) for act in self.acts]
        found = find_act(passage, tellings)
        return None if found is None else tellings.index(found)


def measure(
    a: Article, b: Article, places: Iterable[tuple[int, int]]
) -> Iterator[list[float] | None]:
    """Yield the features of pairs of acts, given by their places in the two articles; `None` for
    those that are no event whatever they are like."""
    first, second = share_casts((a.traits.cast, b.traits.cast))
    deeds, others = Deeds(a.traits.acts, first), Deeds(b.traits.acts, second)
    for place, other in places:
        one, match = deeds[place], others[other]
        yield list(measure_events(one, match)) if may_be_one(one, match) else None


def measure_labelled(data: Path) -> tuple[Sample, Sample]:
    """Return the pairs of the evaluation's development half, and those drawn for training."""
    stories = read_stories(data / "news_stories")
    home = {article: story for story, readings in stories.items() for article in readings}
    articles = {
        name: Article(reading) for each in stories.values() for name, reading in each.items()
    }

    def gather(pairs: Iterable[tuple[bool, float, Passage, Passage]]) -> Sample:
        rows, labels, counts, groups = [], [], [], []
        for same, count, a, b in pairs:
            one, other = articles[a.article], articles[b.article]
            place, match = one.find(a), other.find(b)
            if place is not None and match is not None:
                [row] = measure(one, other, [(place, match)])
                rows.append(row or NONE)
                labels.append(same)
                counts.append(count)
                groups.append(home[a.article])
        return Sample(*map(np.array, (rows, labels, counts, groups)))

    known = [(p.same, 1.0, p.a, p.b) for p in read_pairs() if p.split == "development"]
    return gather(known), gather((p.same, p.stands_for, p.a, p.b) for p in read_drawn())


def measure_ecb(folder: Path) -> Sample:
    """Return all pairs of acts of ECB+ in linked articles that are both mentions of its key."""
    models = load_models()
    documents = list(read_topics(folder, TRAINING))
    readings = [read_page(document.page, models) for document in documents]
    sketches = [sketch_reading(reading) for reading in readings]
    articles = [Article(reading) for reading in readings]
    chains = [list_chains(*each) for each in zip(documents, readings, strict=True)]
    rows: list[list[float]] = []
    labels, groups = [], []
    for a, b in combinations(range(len(articles)), 2):
        topic = documents[a].page.id.split("_")[0]
        if documents[b].page.id.split("_")[0] != topic or not link_pair(sketches[a], sketches[b]):
            continue
        pairs = list(product(chains[a], chains[b]))
        rows.extend(row or NONE for row in measure(articles[a], articles[b], pairs))
        labels += [chains[a][one] == chains[b][other] for one, other in pairs]
        groups += [-int(topic)] * len(pairs)
    return Sample(np.array(rows), np.array(labels), np.full(len(rows), ECB_SHARE), np.array(groups))


def list_chains(document: Document, reading: Reading) -> dict[int, str]:
    """Return the chain of each act, by its place, that is a mention of the key."""
    return {
        place: mention.chain
        for place, act in enumerate(reading.acts)
        for mention in document.mentions
        if overlaps(mention.span, act.trigger)
    }


def fit(rows: np.ndarray, labels: np.ndarray, ecb: Sample) -> LogisticRegression:
    """Return the model of labelled pairs, each of which counts 1, and those of ECB+."""
    every = np.concatenate([rows, ecb.rows])
    weighed = ~np.isnan(every[:, 0])
    return LogisticRegression(max_iter=2000).fit(
        every[weighed],
        np.concatenate([labels, ecb.labels])[weighed],
        sample_weight=np.concatenate([np.ones(len(labels)), ecb.counts])[weighed],
    )


def cross_validate(known: Sample, drawn: Sample, ecb: Sample, kept: Sequence[int]) -> str:
    """Return scores of pairs by models that have not seen their stories, with features `kept`."""
    rows = np.concatenate([known.rows, drawn.rows])[:, kept]
    labels = np.concatenate([known.labels, drawn.labels])
    groups = np.concatenate([known.groups, drawn.groups])
    other = ecb._replace(rows=ecb.rows[:, kept])
    found = np.zeros(len(labels))
    for train, held in GroupKFold(FOLDS).split(rows, labels, groups):
        held = held[~np.isnan(rows[held, 0])]
        found[held] = fit(rows[train], labels[train], other).predict_proba(rows[held])[:, 1]
    first, second = found[: len(known.labels)], found[len(known.labels) :]
    ap = average_precision_score(known.labels, first)
    natural = average_precision_score(drawn.labels, second, sample_weight=drawn.counts)
    bars = []
    for bar in BARS:
        said = drawn.counts * (second >= bar)
        right = (said * drawn.labels).sum()
        wanted = (drawn.counts * drawn.labels).sum()
        bars.append(f"{bar} {right / max(1e-9, said.sum()):.2f} {right / wanted:.2f}")
    return f"AP {ap:.3f}, drawn {natural:.3f}; P R from {', '.join(bars)}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    known, drawn = measure_labelled(data)
    ecb = measure_ecb(data / "ecbplus")
    rows, labels = (np.concatenate([known[i], drawn[i]]) for i in (0, 1))
    model = fit(rows, labels, ecb)
    weights = [*model.coef_[0], model.intercept_[0]]
    print(
        f"{len(labels)} pairs, {labels.sum()} of one event;"
        f" {len(ecb.labels)} of ECB+, {ecb.labels.sum()} of one"
    )
    print(f"WEIGHTS = ({', '.join(f'{weight:.2f}' for weight in weights)})")
    every = range(len(FEATURES))
    print(f"  {cross_validate(known, drawn, ecb, every)}")
    for index, feature in enumerate(FEATURES):
        kept = [column for column in every if column != index]
        print(f"  without {feature}: {cross_validate(known, drawn, ecb, kept)}")


if __name__ == "__main__":
    main()
