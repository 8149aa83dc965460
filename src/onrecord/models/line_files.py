"""Read and write the line classifier's file."""

from pathlib import Path

import numpy as np

from onrecord.errors import ModelError
from onrecord.models.files import Arrays, read_arrays, write_arrays
from onrecord.models.line_features import context_names, score_names
from onrecord.models.lines import LineModel
from onrecord.models.trees import Trees
from onrecord.models.words import WordWeights

_KIND = "lines"


def line_columns() -> tuple[str, ...]:
    """Return the names of the columns that the trees of the line classifier ask about."""
    return context_names() + score_names()


def write_line_model(path: Path, model: LineModel) -> None:
    """Write `model` to `path`; the same model gives the same arrays."""
    terms = sorted(model.words.weights)
    arrays = {
        "terms": np.frombuffer("\n".join(terms).encode(), dtype=np.uint8),
        "weights": np.array([model.words.weights[term] for term in terms], dtype=np.float16),
        "word_base": np.float32(model.words.base),
        "columns": model.trees.columns.astype(np.int16),
        "thresholds": model.trees.thresholds.astype(np.float32),
        "values": model.trees.values.astype(np.float32),
        "tree_base": np.float32(model.trees.base),
    }
    write_arrays(path, _KIND, line_columns(), arrays)


def read_line_model(path: Path) -> LineModel:
    """Return the line classifier stored at `path`; raise `ModelError` where it does not fit."""
    arrays = read_arrays(path, _KIND, line_columns())
    try:
        return LineModel(words=_read_words(arrays), trees=read_trees(arrays, len(line_columns())))
    except (KeyError, ValueError, TypeError, UnicodeDecodeError) as error:
        raise ModelError(f"{path}: damaged model file ({error}); reinstall") from error


def read_trees(arrays: Arrays, n_columns: int) -> Trees:
    """Return the trees in `arrays`; raise `ValueError` where their shapes do not fit."""
    columns, thresholds, values = (arrays[name] for name in ("columns", "thresholds", "values"))
    n_trees, n_leaves = values.shape
    if columns.shape != thresholds.shape or columns.shape != (n_trees, n_leaves - 1):
        raise ValueError("tree arrays differ in shape")
    if n_leaves & (n_leaves - 1) or columns.min() < 0 or columns.max() >= n_columns:
        raise ValueError("trees ask about columns that are not there")
    return Trees(
        columns=columns.astype(np.int32),
        thresholds=thresholds.astype(np.float32),
        values=values.astype(np.float32),
        base=float(arrays["tree_base"]),
    )


def _read_words(arrays: Arrays) -> WordWeights:
    terms = arrays["terms"].tobytes().decode().split("\n")
    weights = arrays["weights"].astype(np.float64).tolist()
    return WordWeights(
        weights=dict(zip(terms, weights, strict=True)), base=float(arrays["word_base"])
    )
