"""The models, loaded once for all workers: what a process forks from, it shares.

Importing this module loads them, and reads a first page, so that the server process that workers
are forked from holds one copy of the weights and of every table that a step loads when it is first
asked, not one for each worker. So it does what linking needs of that page, which is made beside.
"""

import contextlib
import gc
from functools import cache

from onrecord.engine.freeing import free_code, free_memory
from onrecord.errors import ModelError
from onrecord.ledger.preparing import read_and_prepare
from onrecord.models import Models, load_models
from onrecord.records import Page

_FIRST_PAGE = Page(
    id="first",
    origin="first page",
    kind="exact",
    title="Peru asks Kenya for talks",
    content=(
        "LIMA, March 3 (AP) - Peru attacked a harbour in the north on Sunday, killing more than "
        "four people, the foreign ministry said.\n\n"
        "“We will respond if it happens again,” Anna Otieno, the defence minister of Kenya, told "
        "reporters in Nairobi. She denied that her country had asked for $5 million."
    ),
)


@cache
def loaded_models() -> Models:
    """Return the models with all they need loaded; raise `ModelError` where a file does not fit."""
    models = load_models()
    models.reader.load()
    models.lines.words.load()
    models.blocks.words.load()
    return models


with contextlib.suppress(ModelError):  # each worker meets the error again, and can tell it
    read_and_prepare(_FIRST_PAGE, loaded_models())
gc.collect()
free_memory()  # what loading took for a while is in no process's way
free_code()
gc.freeze()  # a collection would touch, and so copy, what the processes share
