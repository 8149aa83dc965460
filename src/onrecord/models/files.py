"""Model files: plain numpy archives with a header, opened without pickle."""

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelError

FORMAT = 1  # raised when the meaning of the arrays changes

Arrays = dict[str, NDArray[Any]]


def write_arrays(
    path: Path, kind: str, columns: tuple[str, ...], arrays: Mapping[str, Any]
) -> None:
    """Write `arrays` and a header: the format, the model's `kind` and its feature columns."""
    header = json.dumps({"format": FORMAT, "kind": kind, "columns": columns})
    np.savez_compressed(path, header=np.frombuffer(header.encode(), dtype=np.uint8), **arrays)


def read_arrays(path: Path, kind: str, columns: tuple[str, ...]) -> Arrays:
    """Return the arrays of the model file at `path`.

    Raise `ModelError` where the file is missing, damaged, of another kind or format, or was made
    for other feature columns than this version measures.
    """
    try:
        with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        header = json.loads(arrays.pop("header").tobytes())
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise ModelError(f"{path}: not a readable model file ({error}); reinstall") from error
    expected = {"format": FORMAT, "kind": kind, "columns": list(columns)}
    if header != expected:
        raise ModelError(f"{path}: made for another version of {kind!r}; train or reinstall it")
    return arrays
