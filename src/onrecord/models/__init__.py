"""The small models that On Record ships: nothing else opens model files."""

from onrecord.models.lines import LineModel
from onrecord.models.load import Models, load_models

__all__ = ["LineModel", "Models", "load_models"]
