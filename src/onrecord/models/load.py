"""Load the models that lie beside this file."""

from dataclasses import dataclass
from pathlib import Path

from onrecord.models.line_files import read_line_model
from onrecord.models.lines import LineModel

_DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """All models that the steps use; load once for a run, hand to every step."""

    lines: LineModel


def load_models() -> Models:
    """Return the shipped models; raise `ModelError` where a file is missing or does not fit."""
    return Models(lines=read_line_model(_DATA / "lines.npz"))
