"""Fit the weights that tell whether two statements are one.

    python -m training.stories.fit_statements DATA

DATA is the folder that holds news_stories. Fits on the development half of the labelled pairs of
`evaluation/stories/statements.jsonl`, on `statement_pairs.jsonl` and on `matter_pairs.jsonl`, and
prints the constants of `src/onrecord/compare/statement_likeness.py`; beside them F1 of each of the
three sets in eight-fold cross-validation over stories, with each feature left out as well.

The first set has likely pairs and near misses; the second was drawn, in other stories than those
kept for the end, from the pairs whose likeness was in doubt, so that what is met most often is
learnt from as well. The third was drawn from the likely pairs of ten matters of several days, each
told by three to thirteen articles: there most of what is alike was said on another day.

Readers cut statements at different places. So each pair is learnt from several times: as it was
read, and with one of the statements widened to its sentence or cut to its first or last words. F1
is given for the pairs as read and for the worst of the other ways.

The pairs that were drawn are of one speaker, but where the reader erred. That two others say the
same in other words is learnt from the pairs of one statement: had another said the second, they
would be of two.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
from evaluation.lines import read_lines
from evaluation.stories.data import read_rows
from evaluation.stories.labelled import Passage, answer_by_story
from evaluation.stories.readings import make_page, read_stories
from evaluation.stories.statements import answer_story, find_telling, read_pairs
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from onrecord.compare import ACCOUNT_BARS
from onrecord.compare.statement_likeness import FEATURES, measure_pair
from onrecord.compare.tellings import Telling, set_readings, tell_statement
from onrecord.compare.traits import (
    SENTENCE_LENGTH,
    StatementTraits,
    measure_words,
    read_statement,
    split_parts,
)
from onrecord.models import load_models
from onrecord.pipeline import read_page
from onrecord.records import Reading, Span, Statement
from onrecord.stances import words_said
from onrecord.text.outline import span_at

DOUBTFUL = Path(__file__).with_name("statement_pairs.jsonl")
MATTERS = DOUBTFUL.with_name("matter_pairs.jsonl")
SETS = ("evaluation pairs", "doubtful pairs", "pairs of matters")
FOLDS = 8
PART = 0.6  # of a content's words that a cut leaves
LEAST_WORDS = 3  # ... and at least so many
SUPPOSED = 0.3  # what a pair counts whose second speaker is supposed to be another

Cut = Callable[[Telling[Statement]], StatementTraits]


def read_wide(telling: Telling[Statement]) -> StatementTraits:
    wide = measure_words(telling, split_parts(telling, [find_sentence(telling)]))
    return max(read_statement(telling), wide, key=lambda traits: len(traits.words))


def find_sentence(telling: Telling[Statement]) -> Span:
    """Return where `telling.sentence` stands, as far as it is read."""
    found = span_at(telling.setting.sentences, telling.span.start) or telling.span
    return Span(found.start, min(found.start + SENTENCE_LENGTH, max(found.end, telling.span.end)))


def read_first(telling: Telling[Statement]) -> StatementTraits:
    parts = split_parts(telling, telling.row.content)
    return measure_words(telling, cut_parts(parts))


def read_last(telling: Telling[Statement]) -> StatementTraits:
    backwards = [part[::-1] for part in split_parts(telling, telling.row.content)[::-1]]
    return measure_words(telling, [part[::-1] for part in cut_parts(backwards)[::-1]])


def cut_parts(parts: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Return the first words of a content, by sentences."""
    left = max(LEAST_WORDS, int(PART * sum(map(len, parts))))
    kept: list[Sequence[str]] = []
    for part in parts:
        kept.append(part[:left])
        left = max(0, left - len(part))
    return [part for part in kept if part]


# The first is the pair as it was read.
WAYS: Sequence[tuple[Cut, Cut]] = (
    (read_statement, read_statement),
    (read_wide, read_wide),
    *((cut, read_statement) for cut in (read_wide, read_first, read_last)),
    *((read_statement, cut) for cut in (read_wide, read_first, read_last)),
)


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two passages, and whether they are of one statement."""

    same: bool
    a: Passage
    b: Passage
    matter: str = ""


def read_matters(data: Path, pairs: Sequence[Pair]) -> dict[str, dict[str, Reading]]:
    """Return the readings of the articles of each matter, also of those of the stream."""
    matters: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        matters[pair.matter].update((pair.a.article, pair.b.article))
    wanted = {article for articles in matters.values() for article in articles}
    models = load_models()
    readings = {
        row["id"]: read_page(make_page(row), models)
        for name in ("dev_articles.jsonl.gz", "stream_articles.jsonl.gz")
        for row in read_rows(data / name)
        if row["id"] in wanted
    }
    return {
        matter: {article: readings[article] for article in sorted(articles)}
        for matter, articles in sorted(matters.items())
    }


def measure(
    a: Telling[Statement], b: Telling[Statement], way: tuple[Cut, Cut], *, other: bool
) -> list[float]:
    """Return the features of a pair; `other` supposes that the second has another speaker."""
    first, second = way[0](a), way[1](b)
    cast = b.setting.cast
    if other and second.speaker is not None:
        cast = replace(cast, keys={**cast.keys, "other": "person other"})
        second = second._replace(speaker="other")
    return list(measure_pair(first, second, (a.setting.cast, cast)))


def fit(ways: np.ndarray, supposed: np.ndarray, labels: np.ndarray) -> LogisticRegression:
    """Return the model of the pairs, whose features are given for each of WAYS."""
    changed = supposed[(supposed != ways).any(axis=2) & labels]
    rows = np.concatenate([*ways, changed])
    wanted = np.concatenate([np.tile(labels, len(ways)), np.zeros(len(changed), bool)])
    weights = np.where(np.arange(len(rows)) < labels.size * len(ways), 1.0, SUPPOSED)
    return LogisticRegression(C=30.0, max_iter=1000).fit(rows, wanted, sample_weight=weights)


def cross_validate(
    ways: np.ndarray,
    supposed: np.ndarray,
    labels: np.ndarray,
    stories: np.ndarray,
    sets: np.ndarray,
) -> str:
    found = np.zeros((len(ways), len(labels)), bool)
    for train, held in GroupKFold(FOLDS).split(ways[0], labels, stories):
        model = fit(ways[:, train], supposed[:, train], labels[train])
        for index, rows in enumerate(ways[:, held]):
            found[index, held] = model.predict_proba(rows)[:, 1] >= ACCOUNT_BARS["threshold"]
    told = []
    for number, name in enumerate(SETS):
        right, wanted = found[:, sets == number], labels[sets == number]
        scores = [2 * (each & wanted).sum() / (each.sum() + wanted.sum()) for each in right]
        told.append(f"{name} F1 {scores[0]:.3f} as read, {min(scores):.3f} at worst")
    return "; ".join(told)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data / "news_stories"
    stories = read_stories(data)
    drawn = list(read_lines(MATTERS, Pair))
    matters = read_matters(data, drawn)
    home = {article: str(story) for story, readings in stories.items() for article in readings}
    home |= {article: matter for matter, readings in matters.items() for article in readings}
    labelled = [pair for pair in read_pairs() if pair.split == "development"]
    answered = list(answer_by_story(labelled, stories, answer_story))
    known = [
        (pair.kind != "other", answer.tellings, 0)
        for pair, answer in answered
        if answer.tellings is not None
    ]
    groups = [home[pair.a.article] for pair, answer in answered if answer.tellings is not None]
    for number, (pairs, told) in enumerate(
        (
            (list(read_lines(DOUBTFUL, Pair)), tell_statements(stories.values())),
            (drawn, tell_statements(matters.values())),
        ),
        1,
    ):
        for pair in pairs:
            a, b = (find_telling(each, told[each.article]) for each in (pair.a, pair.b))
            if a is not None and b is not None:
                known.append((pair.same, (a, b), number))
                groups.append(home[pair.a.article])
    ways, supposed = (
        np.array([[measure(*both, way, other=other) for _, both, _ in known] for way in WAYS])
        for other in (False, True)
    )
    stories_of = np.array(groups)
    labels, sets = (np.array([each[place] for each in known]) for place in (0, 2))
    model = fit(ways, supposed, labels)
    weights = [*model.coef_[0], model.intercept_[0]]
    print(f"{len(labels)} pairs, {labels.sum()} of one statement")
    print(f"WEIGHTS = ({', '.join(f'{weight:.2f}' for weight in weights)})")
    print(f"  {cross_validate(ways, supposed, labels, stories_of, sets)}")
    for index, feature in enumerate(FEATURES):
        kept = [column for column in range(len(FEATURES)) if column != index]
        without = cross_validate(ways[:, :, kept], supposed[:, :, kept], labels, stories_of, sets)
        print(f"  without {feature}: {without}")


def tell_statements(
    stories: Iterable[Mapping[str, Reading]],
) -> dict[str, list[Telling[Statement]]]:
    """Return the statements of each article by the id that it has in the set."""
    return {
        reading.origin: [tell_statement(setting, row) for row in words_said(reading.statements)]
        for readings in stories
        for reading, setting in set_readings(list(readings.values())).values()
    }


if __name__ == "__main__":
    main()
