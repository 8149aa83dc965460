"""Load the models that lie beside this file."""

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from onrecord.errors import ModelError
from onrecord.models.line_files import read_block_model, read_line_model
from onrecord.models.lines import BlockModel, LineModel
from onrecord.models.pronouns import PronounReader
from onrecord.models.reader import Reader

_DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """All models that the steps use; load once for a run, hand to every step."""

    lines: LineModel  # for text pages
    blocks: BlockModel  # for HTML pages
    reader: Reader  # for statements and acts
    version: str  # hashed from the files: other weights, other version


def load_models() -> Models:
    """Return the shipped models; raise `ModelError` where a file is missing or does not fit."""
    lines, blocks = _DATA / "lines.npz", _DATA / "blocks.npz"
    reader = find_reader()
    return Models(
        lines=read_line_model(lines),
        blocks=read_block_model(blocks),
        reader=reader,
        version=_hash_files(lines, blocks, *reader.paths),
    )


def find_reader() -> Reader:
    """Return the shipped reader, whose files are opened when they are needed."""
    return Reader(
        window_path=_DATA / "reader-window.onnx",
        cue_path=_DATA / "reader-cue.onnx",
        trigger_path=_DATA / "reader-trigger.onnx",
        pronouns=PronounReader(_DATA / "reader-pronoun.onnx"),
        vocabulary_path=_DATA / "reader-vocabulary.txt",
        senses_path=_DATA / "reader-senses.csv",
    )


def _hash_files(*paths: Path) -> str:
    digest = blake2b(digest_size=4)
    for path in paths:
        try:
            digest.update(path.read_bytes())
        except OSError as error:
            raise ModelError(f"{path}: not a readable model file ({error}); reinstall") from error
    return digest.hexdigest()
