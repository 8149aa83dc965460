"""Read and write the files of the line and block classifiers."""

from pathlib import Path

import numpy as np

from onrecord.errors import ModelError
from onrecord.models.files import Arrays, read_arrays, write_arrays
from onrecord.models.lines import BlockModel, LineModel, block_columns, line_columns
from onrecord.models.trees import Trees
from onrecord.models.words import WordWeights


def write_line_model(path: Path, model: LineModel) -> None:
    """Write `model` to `path`; the same model gives the same arrays."""
    write_arrays(path, "lines", line_columns(), _pack(model.words, model.trees))


def write_block_model(path: Path, model: BlockModel) -> None:
    """Write `model` to `path`; the same model gives the same arrays."""
    write_arrays(path, "blocks", block_columns(), _pack(model.words, model.trees))


def read_line_model(path: Path) -> LineModel:
    """Return the line classifier stored at `path`; raise `ModelError` where it does not fit."""
    words, trees = _read(path, "lines", line_columns())
    return LineModel(words=words, trees=trees)


def read_block_model(path: Path) -> BlockModel:
    """Return the block classifier stored at `path`; raise `ModelError` where it does not fit."""
    words, trees = _read(path, "blocks", block_columns())
    return BlockModel(words=words, trees=trees)


def _pack(words: WordWeights, trees: Trees) -> Arrays:
    terms = sorted(words.weights)
    return {
        "terms": np.frombuffer("\n".join(terms).encode(), dtype=np.uint8),
        "weights": np.array([words.weights[term] for term in terms], dtype=np.float16),
        "word_base": np.array(words.base, dtype=np.float32),
        "columns": trees.columns.astype(np.int16),
        "thresholds": trees.thresholds.astype(np.float32),
        "values": trees.values.astype(np.float32),
        "tree_base": np.array(trees.base, dtype=np.float32),
    }


def _read(path: Path, kind: str, columns: tuple[str, ...]) -> tuple[WordWeights, Trees]:
    arrays = read_arrays(path, kind, columns)
    try:
        return _unpack_words(arrays), _unpack_trees(arrays, len(columns))
    except (KeyError, ValueError, TypeError, UnicodeDecodeError) as error:
        raise ModelError(f"{path}: damaged model file ({error}); reinstall") from error


def _unpack_trees(arrays: Arrays, n_columns: int) -> Trees:
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


def _unpack_words(arrays: Arrays) -> WordWeights:
    terms = arrays["terms"].tobytes().decode().split("\n")
    weights = arrays["weights"].astype(np.float64).tolist()
    return WordWeights(
        weights=dict(zip(terms, weights, strict=True)), base=float(arrays["word_base"])
    )
