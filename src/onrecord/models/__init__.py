"""The small models that On Record ships: nothing else opens model files."""

from onrecord.models.lines import LineModel
from onrecord.models.load import Models, load_models
from onrecord.models.reader import Reader

__all__ = ["LineModel", "Models", "Reader", "load_models"]
