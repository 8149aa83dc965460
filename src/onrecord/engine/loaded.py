"""The models, loaded once for all workers: what a process forks from, it shares.

Importing this module loads them, so that the server process that workers are forked from holds
one copy of the weights, not one for each worker.
"""

import contextlib
import gc
from functools import cache

from onrecord.errors import ModelError
from onrecord.models import Models, load_models


@cache
def loaded_models() -> Models:
    """Return the models with their graphs loaded; raise `ModelError` where a file does not fit."""
    models = load_models()
    models.reader.load()
    return models


with contextlib.suppress(ModelError):  # each worker meets the error again, and can tell it
    loaded_models()
gc.collect()
gc.freeze()  # a collection would touch, and so copy, what the processes share
