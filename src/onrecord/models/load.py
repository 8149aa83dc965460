"""Load the models that lie beside this file."""

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from onrecord.models.line_files import read_line_model
from onrecord.models.lines import LineModel

_DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """All models that the steps use; load once for a run, hand to every step."""

    lines: LineModel
    version: str  # hashed from the files: other weights, other version


def load_models() -> Models:
    """Return the shipped models; raise `ModelError` where a file is missing or does not fit."""
    path = _DATA / "lines.npz"
    return Models(lines=read_line_model(path), version=_hash_files(path))


def _hash_files(*paths: Path) -> str:
    digest = blake2b(digest_size=4)
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()
