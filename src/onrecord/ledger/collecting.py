"""Keep Python from looking for cyclic garbage again and again among what linking remembers."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# So many objects more than at the last search, at most some 150 MB, bring about the next one.
# Python's own measure of 700 is for programs that keep little.
YOUNG = 1_000_000


@contextmanager
def collect_seldom() -> Iterator[None]:
    """Look for cyclic garbage inside only where there may be much of it, if at all.

    What linking keeps decoded is some hundred thousand objects, which each search looks through
    in vain; that took more than a tenth of its time (docs/measures.md).
    """
    before = gc.get_threshold()
    if not 0 < before[0] < YOUNG:
        yield
        return
    gc.set_threshold(YOUNG, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
