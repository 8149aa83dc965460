"""Read and write the files of the line and block classifiers."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from onrecord.errors import ModelError
from onrecord.models.files import Arrays, read_arrays, write_arrays
from onrecord.models.lines import BlockModel, LineModel, block_columns, line_columns
from onrecord.models.second_look import look_columns
from onrecord.models.trees import Trees
from onrecord.models.words import WordWeights

_SECOND = "second_"  # before the names of what belongs to the second look


def write_line_model(path: Path, model: LineModel) -> None:
    """Write `model` to `path`; the same model gives the same arrays."""
    arrays = {**_pack(model.words, model.trees), **_pack_trees(model.second, _SECOND)}
    write_arrays(path, "lines", _all_line_columns(), arrays)


def write_block_model(path: Path, model: BlockModel) -> None:
    """Write `model` to `path`; the same model gives the same arrays."""
    write_arrays(path, "blocks", block_columns(), _pack(model.words, model.trees))


def read_line_model(path: Path) -> LineModel:
    """Return the line classifier stored at `path`; raise `ModelError` where it does not fit."""
    arrays = read_arrays(path, "lines", _all_line_columns())
    with _fitting(path):
        return LineModel(
            words=_unpack_words(arrays),
            trees=_unpack_trees(arrays, len(line_columns())),
            second=_unpack_trees(arrays, len(look_columns()), _SECOND),
        )


def read_block_model(path: Path) -> BlockModel:
    """Return the block classifier stored at `path`; raise `ModelError` where it does not fit."""
    arrays = read_arrays(path, "blocks", block_columns())
    with _fitting(path):
        return BlockModel(
            words=_unpack_words(arrays), trees=_unpack_trees(arrays, len(block_columns()))
        )


def _all_line_columns() -> tuple[str, ...]:
    return line_columns() + tuple(_SECOND + name for name in look_columns())


@contextmanager
def _fitting(path: Path) -> Iterator[None]:
    """Raise `ModelError` where the arrays of `path` are not what the block asks for."""
    try:
        yield
    except (KeyError, ValueError, TypeError, UnicodeDecodeError) as error:
        raise ModelError(f"{path}: damaged model file ({error}); reinstall") from error


def _pack(words: WordWeights, trees: Trees) -> Arrays:
    terms = sorted(words.weights)
    return {
        "terms": np.frombuffer("\n".join(terms).encode(), dtype=np.uint8),
        "weights": np.array([words.weights[term] for term in terms], dtype=np.float16),
        "word_base": np.array(words.base, dtype=np.float32),
        **_pack_trees(trees),
    }


def _pack_trees(trees: Trees, prefix: str = "") -> Arrays:
    return {
        f"{prefix}columns": trees.columns.astype(np.int16),
        f"{prefix}thresholds": trees.thresholds.astype(np.float32),
        f"{prefix}values": trees.values.astype(np.float32),
        f"{prefix}tree_base": np.array(trees.base, dtype=np.float32),
    }


def _unpack_trees(arrays: Arrays, n_columns: int, prefix: str = "") -> Trees:
    """Return the trees in `arrays`, with `prefix` before their names.

    Raise `ValueError` where their shapes do not fit.
    """
    columns, thresholds, values = (
        arrays[prefix + name] for name in ("columns", "thresholds", "values")
    )
    n_trees, n_leaves = values.shape
    if columns.shape != thresholds.shape or columns.shape != (n_trees, n_leaves - 1):
        raise ValueError("tree arrays differ in shape")
    if n_leaves & (n_leaves - 1) or columns.min() < 0 or columns.max() >= n_columns:
        raise ValueError("trees ask about columns that are not there")
    return Trees(
        columns=columns.astype(np.int32),
        thresholds=thresholds.astype(np.float32),
        values=values.astype(np.float32),
        base=float(arrays[f"{prefix}tree_base"]),
    )


def _unpack_words(arrays: Arrays) -> WordWeights:
    terms = arrays["terms"].tobytes().decode().split("\n")
    weights = arrays["weights"].astype(np.float64).tolist()
    return WordWeights(
        weights=dict(zip(terms, weights, strict=True)), base=float(arrays["word_base"])
    )
