"""Models small enough to write down: long lines are body, whatever else they are."""

from pathlib import Path

import numpy as np
import pytest

from onrecord.models import Models, Reader
from onrecord.models.lines import BlockModel, LineModel, block_columns, line_columns
from onrecord.models.pronouns import PronounReader
from onrecord.models.second_look import look_columns
from onrecord.models.trees import Trees
from onrecord.models.words import WordWeights


def long_lines_are_body(columns: tuple[str, ...]) -> Trees:
    """Return one question: more than seven words?"""
    return Trees(
        columns=np.array([[columns.index("words")]], dtype=np.int32),
        thresholds=np.array([[3.0]], dtype=np.float32),
        values=np.array([[-4.0, 4.0]], dtype=np.float32),
        base=0.0,
    )


@pytest.fixture(scope="session")
def models() -> Models:
    words = WordWeights(weights={}, base=0.0)
    return Models(
        lines=LineModel(
            words=words,
            trees=long_lines_are_body(line_columns()),
            second=long_lines_are_body(look_columns()),
        ),
        blocks=BlockModel(words=words, trees=long_lines_are_body(block_columns())),
        reader=Reader(
            window_path=Path(),
            cue_path=Path(),
            trigger_path=Path(),
            pronouns=PronounReader(Path()),
            vocabulary_path=Path(),
            senses_path=Path(),
        ),
        version="test",
    )
